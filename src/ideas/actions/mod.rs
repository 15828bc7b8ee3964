//! One use case per file: load → may? → what follows? → store → record.

mod draft;
mod submit;

pub use draft::{begin_draft, save_draft};
pub use submit::{Receipt, submit};
