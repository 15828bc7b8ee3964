//! What moderators read. Each function asks first who reads; none is used to decide a change.

mod comment;
mod idea;
mod likes;
mod queue;
mod report;
mod seat_report;
mod visibility;

pub use comment::{CommentCase, comment};
pub use idea::{Appeal, Author, History, IdeaCase, IdeaRow, idea};
pub use likes::{LookAlike, Suggested};
pub use queue::{Barred, Item, Queue, Totals, Waiting, queue, totals};
pub use report::{ReportCase, Reported, report, reported};
pub use seat_report::{SeatReportCase, seat_report};
pub use visibility::{VisibilityCase, visibility};
