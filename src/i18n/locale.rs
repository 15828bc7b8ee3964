//! The languages of the program.

use unic_langid::{LanguageIdentifier, langid};

use super::Texts;

crate::word_enum! {
    /// A language in which everything can be read.
    #[derive(Default)]
    pub enum Locale {
        /// Swedish, the language of the town's administration.
        #[default]
        Swedish = "sv",
        /// English.
        English = "en",
    }
}

impl Locale {
    /// Direction of writing, for the `dir` attribute: `ltr` or `rtl`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Swedish | Self::English => "ltr",
        }
    }

    /// What the language calls itself: “Svenska”, “English”.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        Texts::in_locale(self).book.plain.get("language-own-name").map_or(self.as_str(), String::as_str)
    }

    /// The language that a browser asks for first among those we have; Swedish if none.
    /// `accept_language` is the header as sent; what cannot be read in it is passed over.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best: Option<(f32, Self)> = None;
        for wish in accept_language.split(',').take(MOST_WISHES) {
            let mut parts = wish.split(';').map(str::trim);
            let primary = parts.next().unwrap_or_default().split('-').next().unwrap_or_default().to_ascii_lowercase();
            let Ok(locale) = primary.parse::<Self>() else { continue };
            let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))) {
                None => 1.0,
                Some(number) => match number.trim().parse::<f32>() {
                    Ok(weight) if (0.0..=1.0).contains(&weight) => weight,
                    Ok(_) | Err(_) => continue,
                },
            };
            if weight > 0.0 && best.is_none_or(|(heaviest, _)| weight > heaviest) {
                best = Some((weight, locale));
            }
        }
        best.map_or_else(Self::default, |(_, locale)| locale)
    }

    pub(super) const fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Swedish => langid!("sv"),
            Self::English => langid!("en"),
        }
    }
}

/// Languages read from one header; browsers send fewer than ten.
const MOST_WISHES: usize = 32;
