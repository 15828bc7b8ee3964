//! The moderators' pages, and the form by which anyone reports.

mod comment;
mod ground_form;
mod idea;
mod make_report;
mod queue;
mod report;
mod seat_report;
mod visibility;

pub use comment::{decide as decide_comment, show as show_comment};
pub use idea::{decide as decide_idea, show as show_idea};
pub use make_report::{ask as ask_report, make as make_report};
pub use queue::show as queue;
pub use report::{decide as decide_report, show as show_report};
pub use seat_report::{decide as decide_seat_report, show as show_seat_report};
pub use visibility::{decide as decide_visibility, show as show_visibility};

use serde::Deserialize;

/// What a moderator has chosen on the page so far, in its address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Chosen {
    /// A word of [`super::verdict::Choice`].
    choice: String,
    /// Word of the ground.
    ground: String,
}

impl From<Chosen> for super::verdict::RawVerdict {
    fn from(chosen: Chosen) -> Self {
        Self { choice: chosen.choice, ground: chosen.ground, ..Self::default() }
    }
}
