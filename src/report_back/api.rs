//! Reports of seats as JSON.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::form::{RawSeatReply, RawSeatReport};
use super::views::{self, Situation, Told};
use super::{actions, store};
use crate::accounts;
use crate::accounts::extract::Caller;
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::kernel::{Actor, Date, SeatId, SeatReportId};
use crate::policy::{self, Action};
use crate::web::{JsonBody, JsonResult, created, json_ok, run};

/// Where a seat stands with telling those for whom it speaks.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportBackJson {
    /// The day by which a report is owed, as `2026-12-17`; left out when none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owed_by: Option<String>,
    /// Whether that day has passed.
    pub is_late: bool,
    /// When the last one was sent, in RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_sent_at: Option<String>,
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_report: Option<i64>,
}

impl ReportBackJson {
    /// The situation of a seat.
    #[must_use]
    pub fn new(situation: &Situation) -> Self {
        Self {
            owed_by: situation.owed_by.map(|day| day.to_string()),
            is_late: situation.is_late,
            last_sent_at: situation.last.map(|(_, at)| at.rfc3339()),
            last_report: situation.last.map(|(id, _)| id.get()),
        }
    }
}

/// A seat and what it has told.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatReportsJson {
    /// Its number.
    pub id: i64,
    /// Name of the holder.
    pub name: String,
    /// For whom the holder speaks.
    pub represents: String,
    /// Where it stands.
    pub report_back: ReportBackJson,
    /// Numbers of what was sent, the newest first.
    pub reports: Vec<i64>,
    /// Whether the caller gets a mail with each.
    pub follows: bool,
}

/// What was told.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatReportJson {
    /// Its number.
    pub id: i64,
    /// The word of the group in addresses.
    pub group: String,
    /// For whom the sender speaks.
    pub represents: String,
    /// Name of the sender.
    pub by: String,
    /// When it was sent, in RFC 3339.
    pub sent_at: String,
    /// The sender's words, in Markdown; none when a moderator has hidden them.
    pub words: Option<String>,
    /// What was decided, oldest first.
    pub decisions: Vec<ToldDecisionJson>,
    /// What was answered: all of it for the holder and those who lead the group, else the caller's own.
    pub replies: Vec<SeatReplyJson>,
}

/// A decision in a report.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldDecisionJson {
    /// Public number of the idea.
    pub idea: Option<String>,
    /// Its title.
    pub title: String,
    /// `yes`, `partly` or `no`.
    pub outcome: String,
    /// What was decided, in Markdown; empty for a no.
    pub what: String,
    /// Why, in Markdown.
    pub reasons: String,
    /// The day.
    pub decided_on: String,
    /// The day of the first step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_step_on: Option<String>,
}

/// An answer to a report.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatReplyJson {
    /// Its number.
    pub id: i64,
    /// Name of the writer.
    pub name: String,
    /// The words.
    pub body: String,
    /// When, in RFC 3339.
    pub written_at: String,
    /// Since when it is out of sight of whom it was written to, in RFC 3339.
    pub removed_at: Option<String>,
}

/// Whether the caller follows a seat.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatFollowJson {
    /// Whether the caller follows it.
    pub follows: bool,
}

impl SeatReportJson {
    fn path(&self) -> String {
        format!("/api/v1/groups/{}/reports/{}", self.group, self.id)
    }
}

impl From<Told> for ToldDecisionJson {
    fn from(told: Told) -> Self {
        Self {
            idea: told.number,
            title: told.title,
            outcome: told.outcome,
            what: told.what,
            reasons: told.reasons,
            decided_on: told.decided_on.to_string(),
            first_step_on: told.first_step_on.map(|day| day.to_string()),
        }
    }
}

fn of_seat(path: Path<(String, String)>) -> Result<(String, SeatId)> {
    super::pages::seat::of_path(path.into_inner())
}

/// `GET /api/v1/groups/{slug}/seats/{id}`
pub async fn seat(caller: Caller, db: Data<Db>, path: Path<(String, String)>) -> JsonResult {
    let (slug, seat) = of_seat(path)?;
    let found = run(move || {
        let (clocks, today) = (&caller.town.settings.clocks, db.clock().now().date());
        db.read(|conn| views::seat(conn, (&slug, seat), caller.actor.person(), clocks, today))
    })
    .await?;
    json_ok(&SeatReportsJson {
        id: found.place.id.get(),
        name: found.place.name,
        represents: found.place.represents,
        report_back: ReportBackJson::new(&found.situation),
        reports: found.reports.iter().map(|(id, _)| id.get()).collect(),
        follows: found.follows,
    })
}

/// `POST /api/v1/groups/{slug}/seats/{id}/follow`
pub async fn follow(caller: Caller, db: Data<Db>, path: Path<(String, String)>) -> JsonResult {
    let (slug, seat) = of_seat(path)?;
    run(move || actions::follow(&db, &caller.actor, (&slug, seat))).await?;
    json_ok(&SeatFollowJson { follows: true })
}

/// `DELETE /api/v1/groups/{slug}/seats/{id}/follow`
pub async fn end_follow(caller: Caller, db: Data<Db>, path: Path<(String, String)>) -> JsonResult {
    let (slug, seat) = of_seat(path)?;
    run(move || actions::end_follow(&db, &caller.actor, (&slug, seat))).await?;
    json_ok(&SeatFollowJson { follows: false })
}

/// `POST /api/v1/groups/{slug}/seats/{id}/report`
pub async fn send(
    caller: Caller,
    db: Data<Db>,
    path: Path<(String, String)>,
    body: JsonBody<RawSeatReport>,
) -> JsonResult {
    let (slug, seat) = of_seat(path)?;
    let report = run(move || {
        let today = db.clock().now().date();
        db.read(|conn| actions::demand(conn, &caller.actor, (&slug, seat), today))?;
        let id = actions::send(&db, &caller.town, &caller.actor, (&slug, seat), &body.0.parse()?)?;
        db.read(|conn| shown(conn, &caller.actor, (&slug, id), today))
    })
    .await?;
    created(&report.path(), &report)
}

/// `GET /api/v1/groups/{slug}/reports/{id}`
pub async fn report(caller: Caller, db: Data<Db>, path: Path<(String, String)>) -> JsonResult {
    let (slug, id) = super::pages::report::of_path(path.into_inner())?;
    let today = db.clock().now().date();
    json_ok(&run(move || db.read(|conn| shown(conn, &caller.actor, (&slug, id), today))).await?)
}

fn shown(conn: &mut Conn, actor: &Actor, (slug, id): (&str, SeatReportId), today: Date) -> Result<SeatReportJson> {
    let row = store::report(conn, slug, id)?;
    let place = store::place_by_id(conn, row.seat)?;
    let replies = match actions::reads(conn, actor, &place, today)? {
        Some(reads) => views::replies(conn, id, reads)?,
        None => Vec::new(),
    };
    let found = views::report(conn, id)?;
    let reply = |reply: views::Reply| SeatReplyJson {
        id: reply.id.get(),
        name: reply.name,
        body: reply.body,
        written_at: reply.written_at.rfc3339(),
        removed_at: reply.removed_at.map(crate::kernel::Timestamp::rfc3339),
    };
    Ok(SeatReportJson {
        id: found.id.get(),
        group: found.group.slug,
        represents: found.represents,
        by: found.by,
        sent_at: found.sent_at.rfc3339(),
        words: found.words,
        decisions: found.told.into_iter().map(ToldDecisionJson::from).collect(),
        replies: replies.into_iter().map(reply).collect(),
    })
}

/// `POST /api/v1/groups/{slug}/reports/{id}/replies`
pub async fn reply(
    caller: Caller,
    db: Data<Db>,
    path: Path<(String, String)>,
    body: JsonBody<RawSeatReply>,
) -> JsonResult {
    let (slug, id) = super::pages::report::of_path(path.into_inner())?;
    let today = db.clock().now().date();
    let written = run(move || {
        db.read(|conn| {
            store::report(conn, &slug, id)?;
            policy::authorise(&accounts::standing::of(conn, &caller.actor)?, Action::SeatReply)
        })?;
        actions::reply(&db, &caller.actor, (&slug, id), &body.0.parse()?, &body.0.form_key)?;
        db.read(|conn| shown(conn, &caller.actor, (&slug, id), today))
    })
    .await?;
    created(&written.path(), &written)
}

/// `DELETE /api/v1/groups/{slug}/reports/{id}/replies/{reply}`
pub async fn delete_reply(caller: Caller, db: Data<Db>, path: Path<(String, String, String)>) -> JsonResult {
    let (slug, id, reply) = super::pages::report::of_reply(path.into_inner())?;
    let today = db.clock().now().date();
    let left = run(move || {
        actions::delete_reply(&db, &caller.actor, (&slug, id), reply)?;
        db.read(|conn| shown(conn, &caller.actor, (&slug, id), today))
    });
    json_ok(&left.await?)
}
