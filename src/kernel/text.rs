//! Words that people write, cleaned and measured once at the door.
//!
//! Every type here is made only by its `parse`, so that code further in never checks a length
//! again. Limits count characters as a reader sees them in Unicode scalar values after
//! normalisation to NFC.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Why a text was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing but white space.
    Empty,
    /// Shorter than needed.
    TooShort {
        /// Fewest characters.
        least: usize,
    },
    /// Longer than allowed.
    TooLong {
        /// Most characters.
        limit: usize,
        /// How many there were.
        length: usize,
    },
}

/// Cleans one line: NFC, no control or invisible direction characters, white space runs folded.
#[must_use]
pub fn clean_line(raw: &str) -> String {
    let normal: String = raw.nfc().filter(|c| !is_unwanted(*c) || c.is_whitespace()).collect();
    normal.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cleans a text of several lines: as [`clean_line`] but line breaks stay, at most one blank
/// line in a row, and no white space at the ends.
#[must_use]
pub fn clean_text(raw: &str) -> String {
    let normal: String = raw.nfc().collect::<String>().replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in normal.split('\n') {
        let line: String = line.chars().filter(|c| !is_unwanted(*c) || *c == '\t').collect();
        let line = line.trim_end().to_owned();
        if line.is_empty() && lines.last().is_none_or(String::is_empty) {
            continue;
        }
        lines.push(line);
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

/// Control characters, and the invisible ones with which a name can be made to look like another
/// or a text to read in another order than it is stored (bidirectional overrides and isolates).
/// The zero-width joiners stay: Persian and emoji need them.
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{2028}' | '\u{2029}' | '\u{E0000}'..='\u{E007F}')
}

fn measured(text: String, least: usize, limit: usize) -> Result<String, TextFault> {
    let length = text.chars().count();
    // A text of nothing but joiners and spaces would show as nothing.
    if !text.chars().any(|c| !c.is_whitespace() && !matches!(c, '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{00AD}')) {
        return Err(TextFault::Empty);
    }
    if length < least {
        return Err(TextFault::TooShort { least });
    }
    if length > limit {
        return Err(TextFault::TooLong { limit, length });
    }
    Ok(text)
}

/// A word for addresses made from a name: small letters a–z, digits, and single hyphens between
/// them; at most `limit` characters. Marks on letters are left out (`å` gives `a`). Empty when the
/// name has neither letters that can be told so nor digits.
#[must_use]
pub fn address_word(name: &str, limit: usize) -> String {
    let mut word = String::new();
    for c in name.to_lowercase().nfd() {
        match c {
            'a'..='z' | '0'..='9' => word.push(c),
            'æ' => word.push('a'),
            'ø' => word.push('o'),
            _ if is_combining_mark(c) => {}
            _ if word.is_empty() || word.ends_with('-') => {}
            _ => word.push('-'),
        }
    }
    word.truncate(limit);
    word.trim_end_matches('-').to_owned()
}

macro_rules! text_types {
    ($($(#[$doc:meta])* $name:ident: $clean:ident, $least:literal..=$limit:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// Most characters.
            pub const LIMIT: usize = $limit;

            /// Cleans and measures a text.
            ///
            /// # Errors
            /// When nothing is left, or it is too short or too long.
            pub fn parse(raw: &str) -> Result<Self, TextFault> {
                measured($clean(raw), $least, $limit).map(Self)
            }

            /// The cleaned text.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }

            /// The cleaned text, handed over.
            #[must_use]
            pub fn into_string(self) -> String { self.0 }
        }
    )*};
}

text_types! {
    /// What shall happen, in one sentence (domain 3.1 A1).
    Title: clean_line, 5..=120;
    /// Why, and for whom it gets better; Markdown.
    Body: clean_text, 10..=4000;
    /// A contribution to a discussion (domain 3.1 A4).
    CommentBody: clean_text, 2..=1000;
    /// Own words beside a ground or a choice; a public reason.
    Reason: clean_text, 5..=1000;
    /// One plain line: a withdrawal, a result, a question.
    Line: clean_line, 3..=300;
    /// The text of a decision (domain 3.10: at most 600 characters, plain).
    DecisionText: clean_text, 10..=600;
    /// The name that others see.
    DisplayName: clean_line, 2..=60;
    /// The name of an organisation, a group or a role.
    Label: clean_line, 2..=100;
    /// What a group may decide by itself and what it can only propose.
    Mandate: clean_line, 5..=600;
    /// What somebody searches for.
    SearchText: clean_line, 1..=200;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_invisible_characters_are_cleaned() {
        assert_eq!(clean_line("  Fler \u{202E}bänkar\u{0} \n i  parken "), "Fler bänkar i parken");
        assert_eq!(clean_text("a\r\n\r\n\r\n\r\nb \n"), "a\n\nb");
    }

    #[test]
    fn a_name_gives_a_word_for_addresses() {
        let names = [
            ("Styrgruppen Trygghet", "styrgruppen-trygghet"),
            ("  Åsa & Örjans  råd – 2:a upplagan! ", "asa-orjans-rad-2-a-upplagan"),
            ("Société Ærø", "societe-aro"),
            ("a\u{30A}", "a"),
            ("فتيات", ""),
        ];

        for (name, word) in names {
            assert_eq!(address_word(name, 60), word, "{name}");
        }
        assert_eq!(address_word("Norra gruppen", 6), "norra");
    }

    #[test]
    fn limits_count_characters_after_normalisation() {
        let decomposed = "a\u{030A}".repeat(120);

        assert_eq!(Title::parse(&decomposed).unwrap().as_str().chars().count(), 120);
        assert_eq!(Title::parse(&"å".repeat(121)), Err(TextFault::TooLong { limit: 120, length: 121 }));
        assert_eq!(Title::parse(" \u{200D} "), Err(TextFault::Empty));
        assert_eq!(Title::parse("abc"), Err(TextFault::TooShort { least: 5 }));
    }
}
