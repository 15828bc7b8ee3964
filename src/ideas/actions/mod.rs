//! One use case per file: load → may? → what follows? → store → record.

mod appeal_verdict;
mod draft;
mod import;
mod publish;
mod refuse;
mod return_idea;
mod screen;
mod sent;
mod submit;
mod visibility;

pub use draft::{begin_draft, save_draft};
pub use import::{Imported, ImportedIdea, import_batch};
pub use publish::{Publication, publish};
pub use refuse::refuse;
pub use return_idea::return_idea;
pub use screen::Grounds;
pub use sent::SentForm;
pub use submit::{Receipt, submit};
pub use visibility::{Visibility, set_visibility};
