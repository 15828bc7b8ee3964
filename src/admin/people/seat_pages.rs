//! The seats of one group.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::actions;
use super::pages::{days_of, demand};
use crate::db::Db;
use crate::error::{Error, FieldErrors};
use crate::groups::seats::{self, RawSeat};
use crate::groups::store::{self, Seat};
use crate::groups::{Group, SeatRole};
use crate::kernel::SeatId;
use crate::web::{self, Form, FormErrors, Frame, Nothing, PageResult, Visit};

#[derive(Template)]
#[template(path = "admin/seats.html")]
struct SeatsPage {
    frame: Frame,
    errors: FormErrors,
    group: Group,
    seats: Vec<SeatLine>,
    roles: Vec<(String, String)>,
    raw: RawSeat,
}

struct SeatLine {
    seat: Seat,
    role: String,
    days: String,
}

/// `GET /admin/groups/{slug}`.
pub async fn show(visit: Visit, db: Data<Db>, slug: Path<String>) -> PageResult {
    let raw = RawSeat { form_key: visit.form_key(), ..RawSeat::default() };
    page(&visit, db, &slug, raw, None).await
}

/// `POST /admin/groups/{slug}/seats`.
pub async fn give(visit: Visit, db: Data<Db>, slug: Path<String>, form: Form<RawSeat>) -> PageResult {
    let (actor, today, raw) = (visit.actor, visit.today, form.0);
    let (base, of, given) = (db.clone(), slug.clone(), raw.clone());
    let outcome = web::run(move || {
        // Who may not do this is told so, whatever the form holds.
        base.read(|conn| demand(conn, &actor))?;
        actions::give_seat(&base, &actor, &of, &given.parse(today)?)
    })
    .await;
    match outcome {
        Ok(()) => Ok(web::see_other_with(&visit, &format!("/admin/groups/{slug}"), "seat-given")),
        Err(Error::Invalid(errors)) => page(&visit, db, &slug, raw, Some(errors)).await,
        Err(error) => Err(error),
    }
}

/// `POST /admin/groups/{slug}/seats/{id}/end`.
pub async fn end(visit: Visit, db: Data<Db>, path: Path<(String, String)>, _form: Form<Nothing>) -> PageResult {
    let (slug, id) = path.into_inner();
    let (actor, of) = (visit.actor, slug.clone());
    web::run(move || {
        db.read(|conn| demand(conn, &actor))?;
        let seat: SeatId = id.parse().or(Err(Error::NotFound))?;
        actions::end_seat(&db, &actor, &of, seat)
    })
    .await?;
    Ok(web::see_other_with(&visit, &format!("/admin/groups/{slug}"), "seat-ended"))
}

async fn page(visit: &Visit, db: Data<Db>, slug: &str, raw: RawSeat, wrong: Option<FieldErrors>) -> PageResult {
    let (actor, today, slug) = (visit.actor, visit.today, slug.to_owned());
    let (group, held) = web::run(move || {
        db.read(|conn| {
            demand(conn, &actor)?;
            let group = store::load_by_slug(conn, &slug)?;
            let held = seats::store::seats_from(conn, group.id, today)?;
            Ok((group, held))
        })
    })
    .await?;
    let texts = visit.texts;
    let role_name = |role: SeatRole| texts.say(&format!("seat-role-{role}")).into_owned();
    let line = |seat: Seat| SeatLine {
        role: role_name(seat.role),
        days: days_of(visit, seat.starts_on, seat.ends_on, today),
        seat,
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = SeatsPage {
        frame: visit.frame(texts.say1("admin-seats-title", "group", &group.name)),
        errors: wrong.map(|errors| visit.errors(&errors)).unwrap_or_default(),
        group,
        seats: held.into_iter().map(line).collect(),
        roles: SeatRole::ALL.iter().map(|role| (role.to_string(), role_name(*role))).collect(),
        raw,
    };
    web::page(visit, status, &page)
}
