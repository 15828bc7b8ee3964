//! `GET /groups/{slug}`: who a group is, what it may decide, what it has before it and what it
//! has decided.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::my_page::{Continued, Row, next_page};
use super::views;
use crate::db::Db;
use crate::groups::store::Seat;
use crate::groups::{Group, views as groups};
use crate::i18n::Texts;
use crate::ideas::pages::theme_word;
use crate::kernel::{Date, SeatId};
use crate::report_back::pages::standing_words;
use crate::report_back::views::Situation;
use crate::report_back::{self, rule};
use crate::web::{self, Frame, PageResult, Query, Visit};

/// A seat in words.
struct ShownSeat {
    name: String,
    role: String,
    represents: String,
    until: String,
    /// The page of what the holder tells; empty for who speaks for nobody.
    path: String,
    /// Where that stands, in words.
    standing: String,
    is_late: bool,
}

/// A decision in words.
struct Decided {
    number: String,
    title: String,
    language: String,
    words: String,
}

#[derive(Template)]
#[template(path = "groups/show.html")]
struct GroupPage {
    frame: Frame,
    group: Group,
    kind: String,
    theme: String,
    /// Where the theme is followed.
    theme_path: String,
    tie_rule: String,
    seats: Vec<ShownSeat>,
    rows: Vec<Row>,
    next: String,
    decided: Vec<Decided>,
    /// Whether the reader sits in some group and so has a desk.
    seated: bool,
}

/// `GET /groups/{slug}`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<String>, query: Query<Continued>) -> PageResult {
    let (slug, today, after) = (path.into_inner(), visit.today, query.0.cursor()?);
    let town = visit.town.clone();
    let (found, before, decided, told) = web::run(move || {
        db.read(|conn| {
            let found = groups::with_seats(conn, &slug, today)?;
            let before = views::before_groups(conn, &[found.group.id], after)?;
            let decided = views::decided_by(conn, found.group.id)?;
            let told = report_back::views::situations(conn, found.group.id, &town.settings.clocks, today)?;
            Ok((found, before, decided, told))
        })
    })
    .await?;
    let (texts, group) = (visit.texts, found.group);
    let page = GroupPage {
        frame: visit.frame(group.name.clone()),
        kind: texts.say(&format!("group-kind-{}", group.kind)).into_owned(),
        theme_path: group.theme.as_deref().map(|theme| format!("/themes/{theme}")).unwrap_or_default(),
        theme: group.theme.as_deref().map(|theme| theme_word(texts, theme)).unwrap_or_default(),
        tie_rule: texts.say(&format!("tie-rule-{}", group.tie_rule)).into_owned(),
        seats: found.seats.into_iter().map(|seat| shown_seat(texts, seat, &told, (&group, today))).collect(),
        rows: before.items.iter().map(|row| Row::new(texts, row, today)).collect(),
        next: next_page(&group.path(), &before),
        decided: decided.into_iter().map(|row| shown_decision(texts, row, today)).collect(),
        seated: visit.seated,
        group,
    };
    web::page(&visit, StatusCode::OK, &page)
}

fn shown_seat(
    texts: Texts,
    seat: Seat,
    told: &BTreeMap<SeatId, Situation>,
    (group, today): (&Group, Date),
) -> ShownSeat {
    let told = rule::tells(seat.role).then(|| told.get(&seat.id).cloned().unwrap_or_default());
    let told = told.as_ref();
    let until = |day| texts.say1("group-seat-until", "date", texts.date_near(day, today)).into_owned();
    let standing = told.map(|told| standing_words(texts, told, today));
    let path = told.map(|_| format!("{}/seats/{}", group.path(), seat.id)).unwrap_or_default();
    ShownSeat {
        path,
        is_late: standing.as_ref().is_some_and(|(_, late)| *late),
        standing: standing.map(|(words, _)| words).unwrap_or_default(),
        name: seat.name,
        role: texts.say(&format!("seat-role-{}", seat.role)).into_owned(),
        represents: seat.represents,
        until: seat.ends_on.map(until).unwrap_or_default(),
    }
}

fn shown_decision(texts: Texts, row: views::DecidedRow, today: Date) -> Decided {
    let outcome = texts.say(&format!("outcome-{}", row.outcome));
    let day = texts.date_near(row.decided_on, today);
    Decided {
        number: row.number.unwrap_or_default(),
        title: row.title,
        language: row.language,
        words: texts.say2("group-decided-on", "outcome", outcome, "date", day).into_owned(),
    }
}
