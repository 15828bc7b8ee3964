//! The front page: results first, then what is open.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::views::{self, BallotRow, DoneRow, GroupName};
use crate::db::Db;
use crate::ideas::pages::ShownCard;
use crate::ideas::views as ideas;
use crate::web::{self, Frame, PageResult, Visit};

/// Carried-out ideas shown, the latest.
const DONE: i64 = 3;
/// Open ideas shown, others each day.
const OPEN: i64 = 5;
/// Running ballots shown, the first to close.
const BALLOTS: i64 = 5;

#[derive(Template)]
#[template(path = "discover/home.html")]
struct HomePage {
    frame: Frame,
    done: Vec<Done>,
    open: Vec<ShownCard>,
    ballots: Vec<Ballot>,
    groups: Vec<GroupName>,
}

/// A carried-out idea.
struct Done {
    row: DoneRow,
    day: String,
}

/// A running ballot.
struct Ballot {
    row: BallotRow,
    closes: String,
}

/// `GET /`: at most six statements with the one that looks up who asks.
pub async fn home(visit: Visit, db: Data<Db>) -> PageResult {
    let today = visit.today;
    let (done, open, ballots, groups) = web::run(move || {
        db.read(|conn| {
            let done = views::latest_done(conn, DONE)?;
            let open = ideas::open_of_the_day(conn, OPEN, today)?;
            Ok((done, open, views::running_ballots(conn, BALLOTS)?, views::group_names(conn)?))
        })
    })
    .await?;
    let texts = visit.texts;
    let page = HomePage {
        frame: visit.frame(texts.say("home-title")),
        done: done.into_iter().map(|row| Done { day: texts.date_near(row.at.date(), today), row }).collect(),
        open: open.iter().map(|card| ShownCard::new(texts, card, today)).collect(),
        ballots: ballots.into_iter().map(|row| Ballot { closes: texts.moment(row.closes_at), row }).collect(),
        groups,
    };
    web::page(&visit, StatusCode::OK, &page)
}
