//! Supporting and following an idea.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::ideas::actions::{self, SupportTold};
use crate::ideas::views;
use crate::web::{JsonResult, json_ok, run};

/// How an idea stands. Who supports it is not stored and cannot be asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportJson {
    /// People who support it.
    pub count: i64,
    /// People needed before the lead group must answer.
    pub goal: i64,
    /// Last day for support, as `2026-02-24`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes_on: Option<String>,
    /// Whether the caller supports it.
    pub supports: bool,
}

impl From<SupportTold> for SupportJson {
    fn from(told: SupportTold) -> Self {
        Self { count: told.count, goal: told.goal, closes_on: None, supports: told.supports }
    }
}

/// Whether the caller follows an idea.
#[derive(Debug, Serialize, ToSchema)]
pub struct FollowJson {
    /// Whether the caller follows it.
    pub follows: bool,
}

/// `GET /api/v1/ideas/{number}/support`
pub async fn show(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let today = db.clock().now().date();
    let (town, actor) = (caller.town, caller.actor);
    let (idea, viewer) = run(move || db.read(|conn| views::guarded(conn, &town, &actor, &path, today))).await?;
    json_ok(&SupportJson {
        count: idea.support_count,
        goal: idea.support_goal,
        closes_on: idea.closes_on.map(|day| day.to_string()),
        supports: viewer.supports,
    })
}

/// `POST /api/v1/ideas/{number}/support`
pub async fn give(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let told = run(move || actions::support(&db, &caller.town, &caller.actor, &path)).await?;
    json_ok(&SupportJson::from(told))
}

/// `DELETE /api/v1/ideas/{number}/support`
pub async fn take_back(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let told = run(move || actions::retract_support(&db, &caller.town, &caller.actor, &path)).await?;
    json_ok(&SupportJson::from(told))
}

/// `POST /api/v1/ideas/{number}/follow`
pub async fn follow(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    run(move || actions::follow(&db, &caller.actor, &path)).await?;
    json_ok(&FollowJson { follows: true })
}

/// `DELETE /api/v1/ideas/{number}/follow`
pub async fn end_follow(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    run(move || actions::end_follow(&db, &caller.actor, &path)).await?;
    json_ok(&FollowJson { follows: false })
}
