//! What moderators do, as JSON, and making a report. Each handler calls the action that the page
//! calls; the shapes are written out here, so that a renamed column changes no answer.

mod comments;
mod ideas;
mod queue;
mod reports;
mod seat_reports;

pub use comments::{CommentCaseJson, decide as decide_comment, show as show_comment};
pub use ideas::{
    DecidedJson, IdeaCaseJson, LookAlikeJson, SuggestionJson, VisibilityJson, decide as decide_idea, decide_visibility,
    show as show_idea, show_visibility,
};
pub use queue::{QueueJson, WaitingJson, show as queue};
pub use reports::{
    MadeJson, ReportCaseJson, ReportJson, decide as decide_report, make as make_report, show as show_report,
};
pub use seat_reports::{SeatReportCaseJson, decide as decide_seat_report, show as show_seat_report};

use serde::Serialize;
use utoipa::ToSchema;

use super::verdict::Choice;
use crate::ideas::lifecycle::Ground;

/// Something that can be done.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChoiceJson {
    /// What to send as `choice`.
    pub choice: &'static str,
    /// What can be sent as `ground`; empty where none is needed.
    pub grounds: Vec<&'static str>,
}

fn choice(choice: Choice, grounds: &[Ground]) -> ChoiceJson {
    ChoiceJson { choice: choice.as_str(), grounds: grounds.iter().map(|ground| ground.as_str()).collect() }
}
