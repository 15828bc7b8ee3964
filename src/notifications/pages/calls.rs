//! `/moderation/calls` and the same in the API: whom to call or write to, and what to say.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::calls;
use super::super::store::CallRow;
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::kernel::reach::ReachWay;
use crate::kernel::{Actor, CallId, Cursor, Page, Timestamp};
use crate::web::{self, Form, Frame, JsonResult, Nothing, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "notifications/calls.html")]
struct CallsPage {
    frame: Frame,
    calls: Vec<Line>,
    next: Option<String>,
}

struct Line {
    id: CallId,
    title: String,
    subject: String,
    meta: String,
}

#[derive(Template)]
#[template(path = "notifications/call.html")]
struct CallPage {
    frame: Frame,
    id: CallId,
    /// To whom, a line each.
    to: Vec<String>,
    /// The number to call.
    phone: String,
    subject: String,
    paragraphs: Vec<String>,
    meta: String,
    /// Who has done it and when; empty while it waits.
    done: String,
    waits: bool,
}

/// Where in the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CallsQuery {
    /// Where the list goes on, from `next` of the page before.
    after: Option<String>,
}

/// One page of what is told by telephone or letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct CallListJson {
    /// What waits, the oldest first.
    pub calls: Vec<CallJson>,
    /// Where the list goes on: `?after=`.
    pub next: Option<String>,
}

/// Something to tell somebody who has left no e-mail.
#[derive(Serialize, ToSchema)]
pub struct CallJson {
    /// Id.
    pub id: i64,
    /// Public number of the idea.
    pub number: String,
    /// What it tells, one word; those of the mails.
    pub kind: String,
    /// `phone` or `letter`.
    pub way: &'static str,
    /// The number or the postal address.
    pub to: String,
    /// The name that stands with the idea.
    pub name: String,
    /// What happened, in one line.
    pub subject: String,
    /// What to read out or print.
    pub text: String,
    /// Since when it waits, in RFC 3339.
    pub since: String,
}

// Neither number nor address may come into a log.
impl std::fmt::Debug for CallJson {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("CallJson").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CallDoneJson {
    /// `done`.
    pub state: &'static str,
}

impl CallJson {
    fn new(row: CallRow) -> Self {
        Self {
            id: row.id.get(),
            number: row.number.unwrap_or_default(),
            kind: row.kind,
            way: row.way.as_str(),
            to: row.value,
            name: row.name,
            subject: row.subject,
            text: row.body,
            since: row.created_at.rfc3339(),
        }
    }
}

/// `GET /moderation/calls`.
pub async fn list(visit: Visit, db: Data<Db>, query: Query<CallsQuery>) -> PageResult {
    let page = load(db, visit.actor, &query.0).await?;
    let template = CallsPage {
        frame: visit.frame(visit.texts.say("calls-title")),
        next: page.next.map(Cursor::encode),
        calls: page.items.into_iter().map(|row| line(&visit, row)).collect(),
    };
    web::page(&visit, StatusCode::OK, &template)
}

/// `GET /moderation/calls/{id}`: what to read out, or to print.
pub async fn show(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let (id, actor) = (parse(&path)?, visit.actor);
    let row = web::run(move || db.read(|conn| calls::load(conn, &actor, id))).await?;
    let t = visit.texts;
    // An address has the name in it.
    let to = if row.way == ReachWay::Letter { row.value.as_str() } else { row.name.as_str() };
    let to = to.lines().map(str::to_owned).collect();
    let by = row.done_by.clone().unwrap_or_default();
    let done = |at: Timestamp| t.say2("calls-done-by", "name", &by, "moment", t.moment(at)).into_owned();
    let template = CallPage {
        frame: visit.frame(t.say(&format!("calls-{}", row.way))),
        id,
        to,
        phone: if row.way == ReachWay::Phone { row.value.clone() } else { String::new() },
        meta: meta(&visit, &row),
        done: row.done_at.map(done).unwrap_or_default(),
        waits: row.state == calls::CallState::Waiting,
        paragraphs: row.body.split("\n\n").map(str::to_owned).collect(),
        subject: row.subject,
    };
    web::page(&visit, StatusCode::OK, &template)
}

/// `POST /moderation/calls/{id}/done`.
pub async fn end(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let (id, actor) = (parse(&path)?, visit.actor);
    web::run(move || calls::end(&db, &actor, id)).await?;
    Ok(web::see_other_with(&visit, "/moderation/calls", "call-done"))
}

/// `GET /api/v1/moderation/calls`.
pub async fn api_list(caller: Caller, db: Data<Db>, query: Query<CallsQuery>) -> JsonResult {
    let page = load(db, caller.actor, &query.0).await?;
    let next = page.next.map(Cursor::encode);
    web::json_ok(&CallListJson { calls: page.items.into_iter().map(CallJson::new).collect(), next })
}

/// `POST /api/v1/moderation/calls/{id}/done`.
pub async fn api_end(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let (id, actor) = (parse(&path)?, caller.actor);
    web::run(move || calls::end(&db, &actor, id)).await?;
    web::json_ok(&CallDoneJson { state: calls::CallState::Done.as_str() })
}

async fn load(db: Data<Db>, actor: Actor, query: &CallsQuery) -> Result<Page<CallRow>> {
    let unknown = || Error::refused(Code::UnknownPlace);
    let after = query.after.as_deref().map(|text| Cursor::decode(text).ok_or_else(unknown)).transpose()?;
    web::run(move || db.read(|conn| calls::waiting(conn, &actor, after))).await
}

fn parse(path: &str) -> Result<CallId> {
    path.parse().ok().ok_or(Error::NotFound)
}

fn line(visit: &Visit, row: CallRow) -> Line {
    Line {
        id: row.id,
        title: visit.texts.say1(&format!("calls-{}-to", row.way), "name", &row.name).into_owned(),
        meta: meta(visit, &row),
        subject: row.subject,
    }
}

fn meta(visit: &Visit, row: &CallRow) -> String {
    let since = visit.texts.say1("calls-since", "moment", visit.texts.moment(row.created_at)).into_owned();
    format!("{} · {since}", row.number.as_deref().unwrap_or_default())
}
