//! One use case per file: load → may? → what follows? → store → record.

mod draft;
mod import;
mod submit;

pub use draft::{begin_draft, save_draft};
pub use import::{Imported, ImportedIdea, import_batch};
pub use submit::{Receipt, submit};
