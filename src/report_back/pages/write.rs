//! `/groups/{slug}/seats/{id}/report`: the draft, the decisions under it as readers will see them, and what
//! was answered since the last report.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::super::form::RawSeatReport;
use super::super::views::{self, Reply, Told};
use super::super::{actions, store};
use super::ShownDecision;
use crate::db::{Conn, Db};
use crate::error::{Code, Error, FieldErrors, Result};
use crate::groups::Group;
use crate::kernel::SeatId;
use crate::kernel::text::Body;
use crate::report_back::store::Place;
use crate::report_back::views::SeatPage;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "report_back/write.html")]
struct WritePage {
    frame: Frame,
    errors: FormErrors,
    group_name: String,
    group_path: String,
    path: String,
    raw: RawSeatReport,
    limit: usize,
    lead: String,
    hint: String,
    decisions: Vec<ShownDecision>,
    /// Name, day and words.
    replies: Vec<(String, String)>,
}

/// What the writer of a report has before him or her.
struct Desk {
    group: Group,
    place: Place,
    told: Vec<Told>,
    replies: Vec<Reply>,
}

/// `GET /groups/{slug}/seats/{id}/report`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<(String, String)>) -> PageResult {
    let of = super::seat::of_path(path.into_inner())?;
    let desk = open(&visit, &db, of, true).await?;
    let draft = || visit.texts.say1("told-draft", "group", &desk.group.name).into_owned();
    let words = if desk.told.is_empty() { String::new() } else { draft() };
    let raw = RawSeatReport { words, ..RawSeatReport::default() };
    page(&visit, StatusCode::OK, &desk, raw, FormErrors::default())
}

/// `POST /groups/{slug}/seats/{id}/report`
pub async fn send(visit: Visit, db: Data<Db>, path: Path<(String, String)>, form: Form<RawSeatReport>) -> PageResult {
    let (slug, seat) = super::seat::of_path(path.into_inner())?;
    let (actor, today, town, base, of) = (visit.actor, visit.today, visit.town.clone(), db.clone(), slug.clone());
    let raw = form.0.clone();
    let outcome = web::run(move || {
        // Who may not do this is told so, whatever the form holds.
        base.read(|conn| actions::demand(conn, &actor, (&of, seat), today))?;
        actions::send(&base, &town, &actor, (&of, seat), &raw.parse()?)
    })
    .await;
    let is_told = matches!(&outcome, Err(Error::Conflict(Code::ToldMeanwhile)));
    let errors = match outcome {
        Ok(report) => {
            return Ok(web::see_other_with(&visit, &format!("/groups/{slug}/reports/{report}"), "report-sent"));
        }
        Err(Error::Invalid(errors)) => errors,
        // Somebody was faster, or nothing is left to tell of: the words stay.
        Err(Error::Conflict(code) | Error::Refused { code, .. }) => {
            let mut errors = FieldErrors::default();
            errors.add("words", code);
            errors
        }
        Err(error) => return Err(error),
    };
    // Who was slower reads his or her own words again, though there is nothing left to tell of.
    let desk = open(&visit, &db, (slug, seat), !is_told).await?;
    page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &desk, form.0, visit.errors(&errors))
}

async fn open(visit: &Visit, db: &Data<Db>, (slug, seat): (String, SeatId), is_new: bool) -> Result<Desk> {
    let (actor, today, town, db) = (visit.actor, visit.today, visit.town.clone(), db.clone());
    web::run(move || {
        db.read(|conn| {
            let found = views::seat(conn, (&slug, seat), None, &town.settings.clocks, today)?;
            if is_new {
                actions::demand_writer(conn, &actor, &found.place, &found.situation, today)?;
            } else {
                actions::demand(conn, &actor, (&slug, seat), today)?;
            }
            desk(conn, found)
        })
    })
    .await
}

fn desk(conn: &mut Conn, found: SeatPage) -> Result<Desk> {
    let untold = store::untold(conn, &found.place, store::MOST_DECISIONS)?;
    let ids: Vec<i64> = untold.into_iter().map(|(id, _)| id).collect();
    let replies = match found.situation.last {
        Some(last) => views::new_replies(conn, found.place.id, last)?,
        None => Vec::new(),
    };
    Ok(Desk { told: views::told(conn, &ids)?, group: found.group, place: found.place, replies })
}

fn page(visit: &Visit, status: StatusCode, desk: &Desk, mut raw: RawSeatReport, errors: FormErrors) -> PageResult {
    let (t, today) = (visit.texts, visit.today);
    let last = desk.told.iter().map(|told| told.id).max();
    raw.to = last.map(|id| id.to_string()).unwrap_or_default();
    let count = i64::try_from(desk.told.len()).unwrap_or(i64::MAX);
    let by = |reply: &Reply| {
        t.say2("reply-by", "name", &reply.name, "date", t.date_near(reply.written_at.date(), today)).into_owned()
    };
    let shown = WritePage {
        frame: visit.frame(t.say1("told-write-title", "represents", &desk.place.represents)),
        errors,
        group_name: desk.group.name.clone(),
        group_path: desk.group.path(),
        path: format!("{}/seats/{}", desk.group.path(), desk.place.id),
        raw,
        limit: Body::LIMIT,
        lead: t.say1("told-write-lead", "count", count).into_owned(),
        hint: t.say1("told-write-hint", "limit", count_of(Body::LIMIT)).into_owned(),
        decisions: desk.told.iter().map(|told| super::shown_decision(t, told, today)).collect(),
        replies: desk.replies.iter().map(|reply| (by(reply), reply.body.clone())).collect(),
    };
    web::page(visit, status, &shown)
}

fn count_of(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
