//! Signs in a text at which a moderator looks twice. They decide nothing. Pure.

use crate::markup::guard::{self, FindingKind};
use crate::word_enum;

/// A text with fewer words than this is very short.
const FEW_WORDS: usize = 12;

word_enum! {
    /// A sign to look at.
    pub enum Flag {
        /// Holds the identity number of a person.
        IdentityNumber = "identity-number",
        /// Holds a telephone number.
        Telephone = "telephone",
        /// Holds an e-mail address.
        Email = "email",
        /// Holds a link.
        Link = "link",
        /// Is written in another language than Swedish.
        OtherLanguage = "other-language",
        /// Says very little.
        VeryShort = "very-short",
    }
}

/// The signs in an idea, gravest first.
#[must_use]
pub fn of_idea(title: &str, body: &str, language: &str) -> Vec<Flag> {
    let mut flags = of_comment(&format!("{title}\n{body}"), language);
    if crate::markup::plain(body).split_whitespace().count() < FEW_WORDS {
        flags.push(Flag::VeryShort);
    }
    flags
}

/// The signs in a comment, gravest first. A comment may be short.
#[must_use]
pub fn of_comment(text: &str, language: &str) -> Vec<Flag> {
    let findings = guard::find(text);
    let holds = |kind| findings.iter().any(|finding| finding.kind == kind);
    let signs = [
        (Flag::IdentityNumber, holds(FindingKind::IdentityNumber)),
        (Flag::Telephone, holds(FindingKind::PhoneNumber)),
        (Flag::Email, holds(FindingKind::EmailAddress)),
        (Flag::Link, holds_link(text)),
        (Flag::OtherLanguage, language != "sv"),
    ];
    signs.into_iter().filter(|(_, found)| *found).map(|(flag, _)| flag).collect()
}

fn holds_link(text: &str) -> bool {
    let text = text.to_lowercase();
    ["http://", "https://", "www."].iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_in_title_and_text() {
        let body = "Ring 031-123 45 67 eller skriv till kim@example.org, se WWW.example.org så vet du mer om det hela";

        assert_eq!(of_idea("Bänkar", body, "sv"), [Flag::Telephone, Flag::Email, Flag::Link]);
        assert_eq!(of_idea("Benches", "More benches please", "en"), [Flag::OtherLanguage, Flag::VeryShort]);
    }

    #[test]
    fn an_ordinary_text_has_none() {
        let body = "Det finns för få bänkar i parken, och den som är gammal behöver vila på vägen hem.";

        assert_eq!(of_idea("Fler bänkar i parken", body, "sv"), []);
        assert_eq!(of_comment("Bra!", "sv"), []);
    }
}
