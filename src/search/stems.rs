//! The words of a text that say something about its subject, for whoever compares texts by hand
//! instead of asking the index.

use super::analyse::{Analyser, folded, normal, parts};
use super::question::Question;
use super::tongue::Tongue;
use super::words::words;

/// A word of a text in three forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordStem {
    /// In small letters, else as written.
    pub written: String,
    /// Without its ending, as the rules of the language have it.
    pub stem: String,
    /// As written, without the marks on its letters: `södra` → `sodra`.
    pub folded: String,
}

/// The words of a text in order, without those that only hold a sentence together or ask for
/// anything at all. `language` is a code such as `sv`; words of a language without rules are
/// their own stems.
#[must_use]
pub fn word_stems(text: &str, language: &str) -> Vec<WordStem> {
    let mut analyser = Analyser::new();
    let tongue = Tongue::of(language);
    let text = normal(text);
    words(&text)
        .filter(|word| !analyser.is_stop(tongue, &word.exact) && !analyser.is_asking(tongue, &word.exact))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|word| WordStem {
            stem: analyser.bare_stem(tongue, &word.exact),
            folded: folded(&word.exact),
            written: word.exact,
        })
        .collect()
}

/// Whether a visitor's text asks for anything: a phrase, or a word that does more than hold a
/// sentence together. Taking words away alone asks for nothing.
#[must_use]
pub fn asks_for_something(text: &str) -> bool {
    let question = Question::parse(text);
    let mut analyser = Analyser::new();
    !question.phrases.is_empty() || question.words.iter().any(|word| !analyser.is_stop_anywhere(word))
}

/// What all forms of a word share, for measuring. `language` is a code such as `sv`.
#[must_use]
pub fn word_root(word: &str, language: &str) -> String {
    Analyser::new().root(Tongue::of(language), word)
}

/// The parts of a Swedish compound in small letters, without linking letters; none for any other
/// word.
#[must_use]
pub fn compound_parts(word: &str) -> Vec<String> {
    parts(Tongue::Swedish, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_nothing_are_left_out_and_endings_cut() {
        let found = word_stems("Vi vill ha fler lampor vid Södra gångvägen", "sv");

        let stems: Vec<&str> = found.iter().map(|word| word.stem.as_str()).collect();
        assert_eq!(stems, ["lamp", "södr", "gångväg"]);
        assert_eq!(found.get(1).map(|word| word.folded.as_str()), Some("sodra"));
    }

    #[test]
    fn signs_small_words_and_words_taken_away_ask_for_nothing() {
        for text in ["", "-hund", "😀", "\"\"", "och", "-hund och"] {
            assert!(!asks_for_something(text), "{text}");
        }
        for text in ["hund", "\"och\"", "-hund katt"] {
            assert!(asks_for_something(text), "{text}");
        }
    }

    #[test]
    fn a_language_without_rules_keeps_its_words() {
        let found = word_stems("Osvijetlite stazu", "bs");

        assert_eq!(found.iter().map(|word| word.stem.as_str()).collect::<Vec<_>>(), ["osvijetlite", "stazu"]);
    }
}
