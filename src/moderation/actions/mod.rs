//! One use case per file: load → may? → what follows? → store → record.

mod decide_report;
mod make_report;
mod screen_comment;
mod screen_idea;
mod seat_report;
mod visibility;

pub use decide_report::decide_report;
pub use make_report::{Reporter, make_report};
pub(in crate::moderation) use screen_comment::action_for;
pub use screen_comment::screen_comment;
pub use screen_idea::screen_idea;
pub use seat_report::change_seat_report;
pub use visibility::change_visibility;
