//! What people write, made fit to show: Markdown to HTML that can do no harm, to plain words, to
//! excerpts; and a look for personal data.
//!
//! Not here: cleaning and measuring of typed text ([`crate::kernel::text`]).

mod excerpt;
pub mod guard;
mod html;
mod language;
mod stream;

pub use excerpt::{excerpt, plain};
pub use html::{SafeHtml, render};
pub use language::{LANGUAGES, known_language_of, language_of};
