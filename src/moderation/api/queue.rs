//! The queue.

use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::kernel::Timestamp;
use crate::moderation::deadline;
use crate::moderation::views::{self, Item, Queue, Waiting};
use crate::web::{JsonResult, json_ok, run};

/// The queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueueJson {
    /// How many things wait in all.
    pub count: i64,
    /// When the oldest came, in RFC 3339.
    pub oldest: Option<String>,
    /// How many authors without e-mail somebody has to call or write to.
    pub calls: i64,
    /// The first 20: what may be a crime, then by deadline.
    pub waiting: Vec<WaitingJson>,
}

/// A thing that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitingJson {
    /// `idea`, `appeal`, `comment` or `report`.
    pub kind: &'static str,
    /// Id of the comment or report.
    pub id: Option<i64>,
    /// How many reported the same.
    pub reports: Option<i64>,
    /// Public number of the idea.
    pub number: String,
    /// Title of the idea.
    pub title: String,
    /// The beginning of a comment.
    pub excerpt: Option<String>,
    /// Whether it may be a crime.
    pub urgent: bool,
    /// When it came, in RFC 3339.
    pub came_at: String,
    /// By when it is decided, in RFC 3339.
    pub due_at: String,
    /// `enough`, `short` or `late`.
    pub time_left: &'static str,
    /// Why somebody else has to take it: `own` or `first`.
    pub barred: Option<&'static str>,
}

/// `GET /api/v1/moderation`
pub async fn show(caller: Caller, db: Data<Db>) -> JsonResult {
    let now = db.clock().now();
    let Queue { waiting, count, oldest, calls } =
        run(move || db.read(|conn| views::queue(conn, &caller.actor))).await?;
    let waiting = waiting.into_iter().map(|one| waiting_json(one, now)).collect();
    json_ok(&QueueJson { count, oldest: oldest.map(Timestamp::rfc3339), calls, waiting })
}

fn waiting_json(one: Waiting, now: Timestamp) -> WaitingJson {
    let (kind, id, reports) = match one.item {
        Item::Idea => ("idea", None, None),
        Item::Appeal => ("appeal", None, None),
        Item::Comment(id) => ("comment", Some(id.get()), None),
        Item::Report(id, count) => ("report", Some(id), Some(count)),
    };
    WaitingJson {
        kind,
        id,
        reports,
        number: one.number,
        title: one.title,
        excerpt: one.excerpt,
        urgent: one.urgent,
        came_at: one.began.rfc3339(),
        due_at: one.deadline.rfc3339(),
        time_left: deadline::time_left(one.began, one.deadline, now).as_str(),
        barred: one.barred.map(views::Barred::as_str),
    }
}
