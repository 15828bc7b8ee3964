//! One's own page: name, language, mails, ideas, sign-ins, and everything that is stored.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::accounts::actions::{self, RawProfile};
use crate::accounts::views::{self, AccountView, IdeaLine, Places, SessionRow};
use crate::accounts::{own_data, standing};
use crate::db::{Conn, Db};
use crate::error::{Code, Error, Result};
use crate::i18n::Locale;
use crate::kernel::{Actor, Cursor, PersonId, SessionId};
use crate::policy::{self, Action};
use crate::web::{self, Form, FormErrors, Frame, Nothing, PageResult, Query, Visit, cookies};

/// Days a chosen language is remembered in the browser.
const LANGUAGE_DAYS: i64 = 365;

#[derive(Template)]
#[template(path = "accounts/account.html")]
struct AccountPage {
    frame: Frame,
    errors: FormErrors,
    raw: RawProfile,
    languages: Vec<(String, String)>,
    email: String,
    ideas: Ideas,
    followed: Ideas,
    sessions: Vec<SessionLine>,
    keys: Vec<SessionLine>,
}

struct Ideas {
    lines: Vec<Line>,
    /// Query of the next page; empty when there is none.
    next: String,
}

struct Line {
    path: String,
    number: String,
    title: String,
    language: String,
    state: String,
}

struct SessionLine {
    id: SessionId,
    label: String,
    since: String,
    until: String,
    is_this: bool,
}

/// Where in the lists.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ListQuery {
    ideas: Option<String>,
    followed: Option<String>,
}

impl ListQuery {
    fn places(&self) -> Result<Places> {
        let place = |text: &Option<String>| match text.as_deref() {
            None => Ok(None),
            Some(text) => Cursor::decode(text).map(Some).ok_or_else(|| Error::refused(Code::UnknownPlace)),
        };
        Ok(Places { ideas: place(&self.ideas)?, followed: place(&self.followed)? })
    }
}

/// `GET /account`.
pub async fn show(visit: Visit, db: Data<Db>, query: Query<ListQuery>) -> PageResult {
    let places = query.0.places()?;
    page(&visit, db, StatusCode::OK, places, None).await
}

/// `POST /account`: name, language, mails.
pub async fn save(visit: Visit, db: Data<Db>, form: Form<RawProfile>) -> PageResult {
    let new = match form.0.parse() {
        Ok(new) => new,
        Err(Error::Invalid(errors)) => {
            let again = Some((form.0, visit.errors(&errors)));
            return page(&visit, db, StatusCode::UNPROCESSABLE_ENTITY, Places::default(), again).await;
        }
        Err(error) => return Err(error),
    };
    let (actor, locale) = (visit.actor, new.locale);
    web::run(move || actions::save_profile(&db, &actor, &new)).await?;
    let mut response = web::see_other_with(&visit, "/account", "account-saved");
    let language = cookies::make(&visit.town, cookies::LANGUAGE, locale.to_string(), LANGUAGE_DAYS);
    web::give_cookie(&mut response, &language)?;
    Ok(response)
}

async fn page(
    visit: &Visit,
    db: Data<Db>,
    status: StatusCode,
    places: Places,
    again: Option<(RawProfile, FormErrors)>,
) -> PageResult {
    let actor = visit.actor;
    let view = web::run(move || {
        let now = db.clock().now();
        db.read(|conn| {
            let person = demand(conn, &actor)?;
            views::account(conn, person, places, now)
        })
    })
    .await?;
    let (raw, errors) = again.unwrap_or_else(|| (raw_of(&view), FormErrors::default()));
    web::page(visit, status, &account_page(visit, view, raw, errors))
}

fn demand(conn: &mut Conn, actor: &Actor) -> Result<PersonId> {
    policy::authorise(&standing::of(conn, actor)?, Action::AccountManage)?;
    actor.person().ok_or(Error::SignInNeeded)
}

fn raw_of(view: &AccountView) -> RawProfile {
    let profile = &view.profile;
    RawProfile { display_name: profile.display_name.clone(), locale: profile.locale.to_string() }
}

fn account_page(visit: &Visit, view: AccountView, raw: RawProfile, errors: FormErrors) -> AccountPage {
    let (browsers, keys): (Vec<_>, Vec<_>) = view.sessions.into_iter().partition(|row| row.kind == "browser");
    let next = |name: &str, cursor: Option<Cursor>| {
        cursor.map(|cursor| format!("?{name}={}", cursor.encode())).unwrap_or_default()
    };
    let line = |row: &IdeaLine| idea_line(visit, row);
    let session = |row: &SessionRow| session_line(visit, row);
    AccountPage {
        frame: visit.frame(visit.texts.say("account-title")),
        errors,
        raw,
        languages: Locale::ALL.iter().map(|locale| (locale.to_string(), locale.own_name().to_owned())).collect(),
        email: view.profile.email,
        ideas: Ideas { lines: view.ideas.items.iter().map(line).collect(), next: next("ideas", view.ideas.next) },
        followed: Ideas {
            lines: view.followed.items.iter().map(line).collect(),
            next: next("followed", view.followed.next),
        },
        sessions: browsers.iter().map(session).collect(),
        keys: keys.iter().map(session).collect(),
    }
}

fn idea_line(visit: &Visit, row: &IdeaLine) -> Line {
    let number = row.number.clone().unwrap_or_default();
    Line {
        path: format!("/ideas/{number}"),
        number,
        title: row.title.clone(),
        language: row.language.clone(),
        state: visit.texts.say(&format!("state-{}", row.state)).into_owned(),
    }
}

fn session_line(visit: &Visit, row: &SessionRow) -> SessionLine {
    let texts = visit.texts;
    let label =
        if row.label.is_empty() { texts.say("account-session-unknown").into_owned() } else { row.label.clone() };
    let is_this = matches!(visit.actor, Actor::Person { session, .. } if session == row.id);
    let (since, until) = (texts.moment(row.created_at), texts.date_with_year(row.expires_at.date()));
    SessionLine { id: row.id, label, since, until, is_this }
}

/// `POST /account/sessions/{id}/end`: ends a sign-in or removes a key.
pub async fn end_session(visit: Visit, db: Data<Db>, id: Path<String>, _form: Form<Nothing>) -> PageResult {
    let session: SessionId = id.parse().or(Err(Error::NotFound))?;
    let actor = visit.actor;
    web::run(move || actions::end_session(&db, &actor, session)).await?;
    Ok(web::see_other_with(&visit, "/account", "session-ended"))
}

/// `POST /account/sessions/end`: ends every other sign-in.
pub async fn end_others(visit: Visit, db: Data<Db>, _form: Form<Nothing>) -> PageResult {
    let actor = visit.actor;
    web::run(move || actions::end_other_sessions(&db, &actor)).await?;
    Ok(web::see_other_with(&visit, "/account", "sessions-ended"))
}

/// `GET /account/data`: everything that is stored about the person, as a file.
pub async fn data(visit: Visit, db: Data<Db>) -> PageResult {
    let actor = visit.actor;
    let data = web::run(move || {
        let now = db.clock().now();
        db.read(|conn| {
            let person = demand(conn, &actor)?;
            views::own_data(conn, person, now)
        })
    })
    .await?;
    let body = serde_json::to_vec_pretty(&own_data::to_json(&data, visit.texts)).map_err(Error::internal)?;
    let mut response: HttpResponse = web::attachment("application/json", "my-data.json", body);
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(response)
}
