//! What a seat has told, for moderators.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::{ChoiceJson, choice};
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::kernel::SeatReportId;
use crate::moderation::actions;
use crate::moderation::verdict::{self, Choice, HIDING_GROUNDS, RawVerdict};
use crate::moderation::views::{self, SeatReportCase};
use crate::web::{JsonBody, JsonResult, json_ok, run};

/// What a seat has told, as a moderator reads it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatReportCaseJson {
    /// Its number.
    pub id: i64,
    /// The word of the group in addresses.
    pub group: String,
    /// For whom the sender speaks.
    pub represents: String,
    /// The sender's words, in Markdown, also when they are hidden.
    pub words: String,
    /// Whether they are hidden.
    pub hidden: bool,
    /// The ground on which they were hidden.
    pub ground: Option<String>,
    /// The moderator's words.
    pub reason: Option<String>,
    /// What can be done now, and on which grounds.
    pub choices: Vec<ChoiceJson>,
}

impl From<SeatReportCase> for SeatReportCaseJson {
    fn from(case: SeatReportCase) -> Self {
        let hidden = case.hidden.is_some();
        let (ground, reason) = case.hidden.map_or((None, None), |hidden| (hidden.ground, hidden.reason));
        Self {
            id: case.report.id.get(),
            group: case.report.group.slug,
            represents: case.report.represents,
            words: case.words,
            hidden,
            ground,
            reason,
            choices: vec![if hidden { choice(Choice::Show, &[]) } else { choice(Choice::Hide, &HIDING_GROUNDS) }],
        }
    }
}

/// `GET /api/v1/moderation/seat-reports/{id}`
pub async fn show(caller: Caller, db: Data<Db>, id: Path<SeatReportId>) -> JsonResult {
    let id = id.into_inner();
    let case = run(move || db.read(|conn| views::seat_report(conn, &caller.actor, id))).await?;
    json_ok(&SeatReportCaseJson::from(case))
}

/// `POST /api/v1/moderation/seat-reports/{id}`
pub async fn decide(caller: Caller, db: Data<Db>, id: Path<SeatReportId>, body: JsonBody<RawVerdict>) -> JsonResult {
    let id = id.into_inner();
    let case = run(move || {
        let raw = body.0;
        let visibility = verdict::of_visibility(&raw)?;
        actions::change_seat_report(&db, &caller.actor, id, &raw.form_key, &visibility)?;
        db.read(|conn| views::seat_report(conn, &caller.actor, id))
    });
    json_ok(&SeatReportCaseJson::from(case.await?))
}
