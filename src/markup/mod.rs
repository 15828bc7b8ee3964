//! What people write, made fit to show: Markdown to HTML that can do no harm, to plain words, to
//! excerpts; and a look for personal data.
//!
//! Not here: cleaning and measuring of typed text ([`crate::kernel::text`]).

mod excerpt;
pub mod guard;
mod html;
mod stream;

pub use excerpt::{excerpt, plain};
pub use html::{SafeHtml, render};

/// The language of a text as a code of two or three letters; Swedish when it is too short to tell.
#[must_use]
pub fn language_of(text: &str) -> &'static str {
    use whatlang::Lang;
    let Some(found) = whatlang::detect(text).filter(whatlang::Info::is_reliable) else { return "sv" };
    match found.lang() {
        Lang::Eng => "en",
        Lang::Fin => "fi",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Hrv | Lang::Srp => "bs",
        Lang::Tur => "tr",
        Lang::Spa => "es",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Pol => "pl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        // The other languages are so seldom meant that a guess would more often be wrong.
        _ => "sv",
    }
}
