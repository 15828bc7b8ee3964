//! The administrators' first page, the list of people, and one person.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::actions;
use super::views::{self, PersonLine, PersonView};
use crate::accounts::standing;
use crate::accounts::views::{Duties, duties};
use crate::db::{Conn, Db};
use crate::error::{Code, Error, FieldErrors, Result};
use crate::groups;
use crate::kernel::text::Reason;
use crate::kernel::{Actor, Cursor, Date, EmailAddress, PersonId};
use crate::notifications::calls;
use crate::policy::{self, Action, Role};
use crate::web::{self, Form, FormErrors, Frame, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "admin/start.html")]
struct StartPage {
    frame: Frame,
    groups: Vec<groups::views::ListedGroup>,
    /// How many somebody has to call or write to.
    calls: i64,
}

/// `GET /admin`.
pub async fn start(visit: Visit, db: Data<Db>) -> PageResult {
    let (actor, today) = (visit.actor, visit.today);
    let (groups, calls) = web::run(move || {
        db.read(|conn| {
            demand(conn, &actor)?;
            Ok((groups::views::list(conn, today)?, calls::count(conn)?))
        })
    })
    .await?;
    let frame = visit.frame(visit.texts.say("admin-title"));
    web::page(&visit, StatusCode::OK, &StartPage { frame, groups, calls })
}

/// Demands that the actor may look after people.
pub(super) fn demand(conn: &mut Conn, actor: &Actor) -> Result<()> {
    policy::authorise(&standing::of(conn, actor)?, Action::PeopleManage)
}

#[derive(Template)]
#[template(path = "admin/people.html")]
struct PeoplePage {
    frame: Frame,
    errors: FormErrors,
    email: String,
    /// Whether somebody was searched for and not found.
    nobody: bool,
    role: Role,
    /// Role and its name, for the tabs.
    roles: Vec<(Role, String)>,
    people: Vec<PersonLine>,
    next: Option<String>,
}

/// Whose list, and from where.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ListQuery {
    role: Option<String>,
    after: Option<String>,
}

impl ListQuery {
    fn parse(&self) -> Result<(Role, Option<Cursor>)> {
        let unknown = || Error::refused(Code::UnknownPlace);
        let known = |word: &str| {
            let role = word.parse().ok();
            role.ok_or_else(|| Error::unknown_filter("role", word, Role::ALL.iter().map(|role| role.as_str())))
        };
        let role = self.role.as_deref().map_or(Ok(Role::Admin), known)?;
        let after = self.after.as_deref().map(|text| Cursor::decode(text).ok_or_else(unknown)).transpose()?;
        Ok((role, after))
    }
}

/// `GET /admin/people`.
pub async fn list(visit: Visit, db: Data<Db>, query: Query<ListQuery>) -> PageResult {
    let (role, after) = query.0.parse()?;
    list_page(&visit, db, (role, after), Search::default()).await
}

/// What was searched for, and what came of it.
#[derive(Default)]
struct Search {
    email: String,
    errors: FormErrors,
    nobody: bool,
}

/// The whole address of somebody.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawSearch {
    email: String,
}

/// `POST /admin/people`: finds a person by the whole address. A form, so that no address stands in
/// a log or a history.
pub async fn search(visit: Visit, db: Data<Db>, form: Form<RawSearch>) -> PageResult {
    let raw = form.0.email;
    let Some(email) = EmailAddress::parse(&raw) else {
        let errors = visit.errors(&FieldErrors::one("email", Code::FieldNotEmail));
        return list_page(&visit, db, (Role::Admin, None), Search { email: raw, errors, nobody: false }).await;
    };
    let (actor, base) = (visit.actor, db.clone());
    let found = web::run(move || {
        base.read(|conn| {
            demand(conn, &actor)?;
            crate::accounts::store::find_by_email(conn, &email)
        })
    })
    .await?;
    let Some(person) = found else {
        let search = Search { email: raw, nobody: true, ..Search::default() };
        return list_page(&visit, db, (Role::Admin, None), search).await;
    };
    Ok(web::see_other(&format!("/admin/people/{}", person.id)))
}

async fn list_page(visit: &Visit, db: Data<Db>, place: (Role, Option<Cursor>), search: Search) -> PageResult {
    let actor = visit.actor;
    let (role, after) = place;
    let found = web::run(move || {
        db.read(|conn| {
            demand(conn, &actor)?;
            views::people_with(conn, role, after)
        })
    })
    .await?;
    let status = if search.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = PeoplePage {
        frame: visit.frame(visit.texts.say("admin-people-title")),
        errors: search.errors,
        email: search.email,
        nobody: search.nobody,
        role,
        roles: role_names(visit).into_iter().rev().collect(),
        people: found.items,
        next: found.next.map(Cursor::encode),
    };
    web::page(visit, status, &page)
}

fn role_names(visit: &Visit) -> Vec<(Role, String)> {
    Role::ALL.iter().map(|role| (*role, visit.texts.say(&format!("role-{role}")).into_owned())).collect()
}

#[derive(Template)]
#[template(path = "admin/person.html")]
struct PersonPage {
    frame: Frame,
    errors: FormErrors,
    person: PersonView,
    since: String,
    confirmed: Option<String>,
    /// Seats in words: group, its slug, role and days.
    seats: Vec<(String, String, String)>,
    duties: Duties,
    role: String,
    roles: Vec<(String, String)>,
    is_self: bool,
    reason: String,
}

/// `GET /admin/people/{id}`.
pub async fn show(visit: Visit, db: Data<Db>, id: Path<String>) -> PageResult {
    person_page(&visit, db, &id, StatusCode::OK, (String::new(), FormErrors::default())).await
}

/// The role as chosen, and the one that was shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawRole {
    role: String,
    was: String,
}

/// `POST /admin/people/{id}/role`.
pub async fn give_role(visit: Visit, db: Data<Db>, id: Path<String>, form: Form<RawRole>) -> PageResult {
    let mut errors = FieldErrors::default();
    let chosen = errors.choice::<Role>("role", &form.0.role).zip(errors.choice::<Role>("was", &form.0.was));
    let Some((role, was)) = chosen else {
        let told = (String::new(), visit.errors(&errors));
        return person_page(&visit, db, &id, StatusCode::UNPROCESSABLE_ENTITY, told).await;
    };
    let (actor, person) = (visit.actor, person_id(&id));
    web::run(move || {
        // Who may not do this learns nothing about ids.
        db.read(|conn| demand(conn, &actor))?;
        actions::give_role(&db, &actor, person?, was, role)
    })
    .await?;
    Ok(web::see_other_with(&visit, &format!("/admin/people/{id}"), "role-given"))
}

/// Whether to suspend, and why.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawSuspension {
    suspended: String,
    reason: String,
}

/// `POST /admin/people/{id}/suspension`.
pub async fn suspend(visit: Visit, db: Data<Db>, id: Path<String>, form: Form<RawSuspension>) -> PageResult {
    let raw = form.0;
    let mut errors = FieldErrors::default();
    let begins = raw.suspended == "yes";
    let reason = if begins { errors.text("reason", Reason::parse(&raw.reason)) } else { None };
    if !errors.is_empty() {
        let told = (raw.reason, visit.errors(&errors));
        return person_page(&visit, db, &id, StatusCode::UNPROCESSABLE_ENTITY, told).await;
    }
    let (actor, person) = (visit.actor, person_id(&id));
    web::run(move || {
        db.read(|conn| demand(conn, &actor))?;
        match &reason {
            Some(reason) => actions::suspend(&db, &actor, person?, reason),
            None => actions::end_suspension(&db, &actor, person?),
        }
    })
    .await?;
    let word = if begins { "suspended" } else { "suspension-ended" };
    Ok(web::see_other_with(&visit, &format!("/admin/people/{id}"), word))
}

fn person_id(text: &str) -> Result<PersonId> {
    text.parse().or(Err(Error::NotFound))
}

async fn person_page(
    visit: &Visit,
    db: Data<Db>,
    id: &str,
    status: StatusCode,
    (reason, errors): (String, FormErrors),
) -> PageResult {
    let (actor, today, id) = (visit.actor, visit.today, person_id(id));
    let (person, duties) = web::run(move || {
        db.read(|conn| {
            demand(conn, &actor)?;
            let id = id?;
            Ok((views::person(conn, id)?, duties(conn, id, today)?))
        })
    })
    .await?;
    let texts = visit.texts;
    let page = PersonPage {
        frame: visit.frame(person.display_name.clone()),
        errors,
        since: texts.date_with_year(person.created_at.date()),
        confirmed: person.confirmed_at.map(|moment| texts.date_with_year(moment.date())),
        seats: duties.seats.iter().map(|seat| seat_words(visit, seat, today)).collect(),
        role: person.role.to_string(),
        roles: role_names(visit).into_iter().map(|(role, name)| (role.to_string(), name)).collect(),
        is_self: visit.actor.person() == Some(person.id),
        person,
        duties,
        reason,
    };
    web::page(visit, status, &page)
}

fn seat_words(visit: &Visit, seat: &crate::accounts::views::SeatLine, today: Date) -> (String, String, String) {
    let role = visit.texts.say(&format!("seat-role-{}", seat.role));
    let days = days_of(visit, seat.starts_on, seat.ends_on, today);
    (seat.group_name.clone(), seat.group_slug.clone(), format!("{role} · {days}"))
}

/// The days of a seat in words: since when, until when.
pub(super) fn days_of(visit: &Visit, first: Date, last: Option<Date>, today: Date) -> String {
    let texts = visit.texts;
    let key = if first > today { "admin-seat-from" } else { "admin-seat-since" };
    let since = texts.say1(key, "date", texts.date_with_year(first));
    match last {
        None => since.into_owned(),
        Some(last) => format!("{since} {}", texts.say1("admin-seat-until", "date", texts.date_with_year(last))),
    }
}
