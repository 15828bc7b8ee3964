//! The wordings in which somebody is written to.

use super::Locale;

crate::word_enum! {
    /// How a mail is worded: a language as the pages have it, or its easy form. The words are
    /// language tags; `simple` is the registered variant for simplified language.
    pub enum Wording {
        /// Swedish.
        Swedish = "sv",
        /// Easy Swedish: short sentences, common words. Only mails and messages have it.
        SimpleSwedish = "sv-simple",
        /// English.
        English = "en",
    }
}

impl Wording {
    /// The wording for a person whose pages are in `locale`; easy Swedish where it is asked for.
    #[must_use]
    pub const fn of(locale: Locale, simple_swedish: bool) -> Self {
        match (locale, simple_swedish) {
            (_, true) => Self::SimpleSwedish,
            (Locale::Swedish, false) => Self::Swedish,
            (Locale::English, false) => Self::English,
        }
    }

    /// The language of this wording.
    #[must_use]
    pub const fn locale(self) -> Locale {
        match self {
            Self::Swedish | Self::SimpleSwedish => Locale::Swedish,
            Self::English => Locale::English,
        }
    }
}

impl From<Locale> for Wording {
    fn from(locale: Locale) -> Self {
        Self::of(locale, false)
    }
}
