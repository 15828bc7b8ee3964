//! `/admin/unreached` and the same in the API: addresses that mails do not reach.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::accounts::extract::Caller;
use crate::accounts::reach::Mark;
use crate::accounts::standing;
use crate::accounts::store::{self, UnreachedRow};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::kernel::{Actor, Cursor, Page, PersonId, Timestamp};
use crate::policy::{self, Action};
use crate::web::{self, Frame, JsonResult, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "admin/unreached.html")]
struct UnreachedPage {
    frame: Frame,
    contacts: Vec<ContactLine>,
    next: Option<String>,
}

struct ContactLine {
    hint: String,
    why: String,
    since: String,
    hard: i32,
    said: String,
    person: Option<PersonId>,
}

/// Where in the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlaceQuery {
    /// Where the list goes on, from `next` of the page before.
    after: Option<String>,
}

/// One page of the addresses that mails do not reach.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnreachedListJson {
    /// The addresses, the newest first.
    pub unreached: Vec<UnreachedJson>,
    /// Where the list goes on: `?after=`.
    pub next: Option<String>,
}

/// An address that mails do not reach.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnreachedJson {
    /// The address, hinted at only.
    pub address: String,
    /// Whose it is, where somebody has it now.
    pub person: Option<i64>,
    /// `bounced` (only codes are mailed) or `complained` (no news).
    pub mark: Option<&'static str>,
    /// Since when, in RFC 3339.
    pub since: Option<String>,
    /// How many mails came back.
    pub bounces: i32,
    /// What the server said last.
    pub server_said: String,
}

impl UnreachedJson {
    fn new(row: UnreachedRow) -> Self {
        Self {
            address: row.hint,
            person: row.person.map(PersonId::get),
            mark: row.mark.map(Mark::as_str),
            since: row.since.map(Timestamp::rfc3339),
            bounces: row.hard,
            server_said: row.said,
        }
    }
}

/// `GET /admin/unreached`.
pub async fn show(visit: Visit, db: Data<Db>, query: Query<PlaceQuery>) -> PageResult {
    let page = load(db, visit.actor, &query.0).await?;
    let template = UnreachedPage {
        frame: visit.frame(visit.texts.say("unreached-title")),
        next: page.next.map(Cursor::encode),
        contacts: page.items.into_iter().map(|row| line(&visit, row)).collect(),
    };
    web::page(&visit, StatusCode::OK, &template)
}

/// `GET /api/v1/admin/unreached`.
pub async fn list(caller: Caller, db: Data<Db>, query: Query<PlaceQuery>) -> JsonResult {
    let page = load(db, caller.actor, &query.0).await?;
    let next = page.next.map(Cursor::encode);
    let unreached = page.items.into_iter().map(UnreachedJson::new).collect();
    web::json_ok(&UnreachedListJson { unreached, next })
}

async fn load(db: Data<Db>, actor: Actor, query: &PlaceQuery) -> Result<Page<UnreachedRow>> {
    let unknown = || Error::refused(Code::UnknownPlace);
    let after = query.after.as_deref().map(|text| Cursor::decode(text).ok_or_else(unknown)).transpose()?;
    web::run(move || {
        db.read(|conn| {
            policy::authorise(&standing::of(conn, &actor)?, Action::MachineryManage)?;
            store::unreached(conn, after)
        })
    })
    .await
}

fn line(visit: &Visit, row: UnreachedRow) -> ContactLine {
    let t = visit.texts;
    ContactLine {
        hint: row.hint,
        why: row.mark.map_or_else(String::new, |mark| t.say(&format!("unreached-mark-{mark}")).into_owned()),
        since: row
            .since
            .map_or_else(String::new, |since| t.say1("unreached-since", "moment", t.moment(since)).into_owned()),
        hard: row.hard,
        said: row.said,
        person: row.person,
    }
}
