//! One use case per file: load → may? → what follows? → store → record.

mod answer_question;
mod appeal_verdict;
mod comment;
mod draft;
mod follow;
mod import;
mod publish;
mod reach_goal;
mod refuse;
mod return_idea;
mod screen;
mod sent;
mod submit;
mod support;
#[cfg(test)]
mod talk_tests;
mod visibility;

pub use answer_question::{answer_question, answerable};
pub use comment::{CommentTold, comment};
pub use draft::{begin_draft, save_draft};
pub use follow::{end_follow, follow};
pub use import::{Imported, ImportedIdea, import_batch};
pub use publish::{Publication, publish};
pub(crate) use reach_goal::goal_reached;
pub use refuse::refuse;
pub use return_idea::return_idea;
pub use screen::Grounds;
pub use sent::SentForm;
pub use submit::{Receipt, submit};
pub use support::{SupportTold, retract_support, support, takes_support};
pub use visibility::{Visibility, set_visibility};
