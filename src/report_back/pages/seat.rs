//! `/groups/{slug}/seats/{id}`: for whom somebody speaks, what was told, and the button to follow.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::super::views::{self, SeatPage};
use super::super::{actions, rule};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::kernel::SeatId;
use crate::report_back::rule::Writer;
use crate::web::{self, Form, Frame, Nothing, PageResult, Visit};

#[derive(Template)]
#[template(path = "report_back/seat.html")]
struct Shown {
    frame: Frame,
    group_name: String,
    group_path: String,
    path: String,
    held: String,
    explained: String,
    standing: String,
    is_late: bool,
    follows: bool,
    may_write: bool,
    /// Address and day of each report.
    reports: Vec<(String, String)>,
}

/// The two words of an address.
///
/// # Errors
/// Not found for what is no number.
pub(in crate::report_back) fn of_path(path: (String, String)) -> Result<(String, SeatId)> {
    let seat = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    Ok((path.0, seat))
}

/// `GET /groups/{slug}/seats/{id}`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<(String, String)>) -> PageResult {
    let (slug, seat) = of_path(path.into_inner())?;
    let (actor, today, town) = (visit.actor, visit.today, visit.town.clone());
    let (found, may_write) = web::run(move || {
        db.read(|conn| {
            let found = views::seat(conn, (&slug, seat), actor.person(), &town.settings.clocks, today)?;
            let standing = actions::standing(conn, &actor, &found.place, today)?;
            let writer = Writer { holds: standing.author, leads: standing.lead };
            let is_over = found.place.term().is_over(today);
            let may_write =
                found.situation.owed_by.is_some() && rule::may_write(writer, is_over, found.situation.is_late);
            Ok((found, may_write))
        })
    })
    .await?;
    web::page(&visit, StatusCode::OK, &shown(&visit, &found, may_write))
}

fn shown(visit: &Visit, found: &SeatPage, may_write: bool) -> Shown {
    let (t, today, place) = (visit.texts, visit.today, &found.place);
    let values = [
        ("name", place.name.clone()),
        ("represents", place.represents.clone()),
        ("group", found.group.name.clone()),
        ("date", place.ends_on.map(|day| t.date_near(day, today)).unwrap_or_default()),
    ];
    let held = if place.term().is_over(today) { "seat-was-held" } else { "seat-held" };
    let (standing, is_late) = super::standing_words(t, &found.situation, today);
    Shown {
        frame: visit.frame(t.say_with("seat-title", &values)),
        group_name: found.group.name.clone(),
        group_path: found.group.path(),
        path: format!("{}/seats/{}", found.group.path(), place.id),
        held: t.say_with(held, &values).into_owned(),
        explained: t.say1("seat-explained", "days", visit.town.settings.clocks.report_back_days).into_owned(),
        standing,
        is_late,
        follows: found.follows,
        may_write,
        reports: found
            .reports
            .iter()
            .map(|(id, at)| (format!("{}/reports/{id}", found.group.path()), t.date_near(at.date(), today)))
            .collect(),
    }
}

/// `POST /groups/{slug}/seats/{id}/follow`
pub async fn follow(visit: Visit, db: Data<Db>, path: Path<(String, String)>, _form: Form<Nothing>) -> PageResult {
    let (slug, seat) = of_path(path.into_inner())?;
    let (actor, of) = (visit.actor, slug.clone());
    web::run(move || actions::follow(&db, &actor, (&of, seat))).await?;
    Ok(web::see_other_with(&visit, &format!("/groups/{slug}/seats/{seat}"), "seat-followed"))
}

/// `POST /groups/{slug}/seats/{id}/follow/end`
pub async fn end_follow(visit: Visit, db: Data<Db>, path: Path<(String, String)>, _form: Form<Nothing>) -> PageResult {
    let (slug, seat) = of_path(path.into_inner())?;
    let (actor, of) = (visit.actor, slug.clone());
    web::run(move || actions::end_follow(&db, &actor, (&of, seat))).await?;
    Ok(web::see_other_with(&visit, &format!("/groups/{slug}/seats/{seat}"), "seat-follow-ended"))
}
