//! Reports: making them, and deciding on them.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::{ChoiceJson, choice};
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::ideas::lifecycle::Ground;
use crate::kernel::CommentId;
use crate::moderation::actions::{self, Reporter};
use crate::moderation::report::{self, RawReport};
use crate::moderation::store::Report;
use crate::moderation::verdict::{self, Choice, HIDING_GROUNDS, RawVerdict};
use crate::moderation::views::{self, ReportCase};
use crate::web::limits::Limits;
use crate::web::{JsonBody, JsonResult, Peer, created, json_ok, run};

/// What was reported.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportCaseJson {
    /// Public number of the idea.
    pub number: String,
    /// Version of the idea, for a decision.
    pub version: i64,
    /// Id of the comment, when it is about one.
    pub comment: Option<i64>,
    /// Every report about the same thing, the newest first, at most 50.
    pub reports: Vec<ReportJson>,
    /// What can be done now, and on which grounds.
    pub choices: Vec<ChoiceJson>,
}

/// One report.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportJson {
    /// Which.
    pub id: i64,
    /// What is wrong: `threat`, `hate`, `privacy`, `copyright`, `insulting` or `other`.
    pub kind: &'static str,
    /// Why, in the reporter's words.
    pub reason: String,
    /// When it came, in RFC 3339.
    pub came_at: String,
    /// By when it is decided, in RFC 3339.
    pub due_at: String,
    /// `kept` or `hidden`, once it is decided.
    pub outcome: Option<&'static str>,
    /// The ground on which it was hidden.
    pub ground: Option<&'static str>,
    /// The moderator's words.
    pub words: Option<String>,
}

/// A report that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct MadeJson {
    /// Which; the same for a second report by the same reporter while the first is open.
    pub id: i64,
}

/// `GET /api/v1/moderation/reports/{id}`
pub async fn show(caller: Caller, db: Data<Db>, id: Path<i64>) -> JsonResult {
    let (today, id) = (db.clock().now().date(), id.into_inner());
    let case = run(move || db.read(|conn| views::report(conn, &caller.actor, id, today))).await?;
    json_ok(&ReportCaseJson::from(case))
}

/// `POST /api/v1/moderation/reports/{id}`
pub async fn decide(caller: Caller, db: Data<Db>, id: Path<i64>, body: JsonBody<RawVerdict>) -> JsonResult {
    let (today, id) = (db.clock().now().date(), id.into_inner());
    let case = run(move || {
        let raw = body.0;
        actions::decide_report(&db, &caller.actor, id, &raw.sent(), &verdict::of_report(&raw)?)?;
        db.read(|conn| views::report(conn, &caller.actor, id, today))
    });
    json_ok(&ReportCaseJson::from(case.await?))
}

impl From<ReportCase> for ReportCaseJson {
    fn from(case: ReportCase) -> Self {
        let mut choices = Vec::new();
        if case.report.decided_at.is_none() {
            choices.push(choice(Choice::Keep, &[]));
            if case.can_be_hidden() {
                choices.push(choice(Choice::Hide, &HIDING_GROUNDS));
            }
        }
        Self {
            number: case.idea.number().to_owned(),
            version: case.idea.version,
            comment: case.report.comment.map(CommentId::get),
            reports: case.all.into_iter().map(ReportJson::from).collect(),
            choices,
        }
    }
}

impl From<Report> for ReportJson {
    fn from(report: Report) -> Self {
        Self {
            id: report.id,
            kind: report.kind.as_str(),
            came_at: report.at.rfc3339(),
            due_at: report.due_at.rfc3339(),
            outcome: report.outcome.map(report::ReportOutcome::as_str),
            ground: report.ground.map(Ground::as_str),
            reason: report.reason,
            words: report.words,
        }
    }
}

/// `POST /api/v1/ideas/{number}/reports`
pub async fn make(
    caller: Caller,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    number: Path<String>,
    body: JsonBody<RawReport>,
) -> JsonResult {
    if !body.0.email.trim().is_empty() {
        // A mail will go to an address that somebody typed.
        limits.sign_in(peer)?;
    }
    let id = run(move || {
        let new = report::parse(&body.0)?;
        let reporter = Reporter { actor: &caller.actor, browser: "", locale: caller.texts.locale() };
        actions::make_report(&db, &caller.town, &reporter, &number, &body.0.form_key, &new)
    });
    let id = id.await?;
    created(&format!("/api/v1/moderation/reports/{id}"), &MadeJson { id })
}
