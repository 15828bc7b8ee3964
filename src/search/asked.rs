//! A visitor's question asked of a few short texts that are not in the index.

use std::collections::HashSet;

use super::analyse::{Analyser, folded, normal};
use super::question::Question;
use super::tongue::Tongue;
use super::words::words;

/// A question by what a Swedish text must say, and must not, to be an answer.
pub struct Asked {
    analyser: Analyser,
    /// The telling words.
    words: Vec<AskedWord>,
    /// Words that must stand beside each other as written.
    phrases: Vec<Vec<String>>,
    /// Words, or words beside each other, that must not be there.
    without: Vec<Vec<String>>,
}

struct AskedWord {
    root: String,
    /// The root of each part when it is a compound.
    parts: Vec<String>,
    /// Typed without any marks: then they may have been left out.
    may_lack_marks: bool,
}

/// What a text says.
struct Said {
    exact: Vec<String>,
    /// Roots of its words.
    roots: HashSet<String>,
    /// Roots of its words and of their parts.
    widest: HashSet<String>,
    /// The same without marks.
    folded: HashSet<String>,
}

impl Asked {
    /// Takes a question apart; small words and those for asking demand nothing.
    #[must_use]
    pub fn new(question: &str) -> Self {
        let mut analyser = Analyser::new();
        let tongue = Tongue::Swedish;
        let Question { words, phrases, without } = Question::parse(question);
        let mut telling = Vec::new();
        for word in words {
            if !analyser.is_stop(tongue, &word) && !analyser.is_asking(tongue, &word) {
                let (root, parts) = (analyser.root(tongue, &word), analyser.asked_part_roots(&word));
                telling.push(AskedWord { root, parts, may_lack_marks: word.is_ascii() });
            }
        }
        Self { analyser, words: telling, phrases, without }
    }

    /// Whether a Swedish text says every telling word, in any form or as a part of another word, every phrase
    /// as it is written, and nothing that was taken away.
    pub fn is_said_in(&mut self, text: &str) -> bool {
        if self.words.is_empty() && self.phrases.is_empty() {
            return false;
        }
        let said = self.said(text);
        self.words.iter().all(|word| said.says(word))
            && self.phrases.iter().all(|phrase| said.has(phrase))
            && !self.without.iter().any(|words| said.has(words) || self.is_inflected(words, &said))
    }

    fn said(&mut self, text: &str) -> Said {
        let exact: Vec<String> = words(&normal(text)).map(|word| word.exact).collect();
        let roots: HashSet<String> = exact.iter().map(|word| self.analyser.root(Tongue::Swedish, word)).collect();
        let parts = exact.iter().flat_map(|word| self.analyser.part_roots(Tongue::Swedish, word));
        let widest: HashSet<String> = parts.chain(roots.iter().cloned()).collect();
        let folded = widest.iter().map(|root| folded(root)).collect();
        Said { exact, roots, widest, folded }
    }

    /// Whether a single word that was taken away stands there in any form.
    fn is_inflected(&self, words: &[String], said: &Said) -> bool {
        let [word] = words else { return false };
        said.roots.contains(&self.analyser.clone().root(Tongue::Swedish, word))
    }
}

impl Said {
    fn says(&self, word: &AskedWord) -> bool {
        let all_parts = || !word.parts.is_empty() && word.parts.iter().all(|part| self.widest.contains(part));
        let unmarked = || word.may_lack_marks && self.folded.contains(&folded(&word.root));
        self.widest.contains(&word.root) || all_parts() || unmarked()
    }

    /// Whether the words stand beside each other.
    fn has(&self, words: &[String]) -> bool {
        self.exact.windows(words.len()).any(|window| window == words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Trygghet och belysning på gångvägar i Länsmansgården";

    #[track_caller]
    fn assert_said(question: &str, expected: bool) {
        assert_eq!(Asked::new(question).is_said_in(TEXT), expected, "{question}");
    }

    #[test]
    fn a_text_says_a_question_in_any_form_and_within_words() {
        for question in ["gångväg", "vägar", "gangvag", "lansmansgarden", "fler gångvägar med belysningen"] {
            assert_said(question, true);
        }
        for question in ["fler lampor för trygghet?", "gå väg trygga", "och", "", "-hund"] {
            assert_said(question, false);
        }
    }

    #[test]
    fn phrases_stand_as_written_and_what_is_taken_away_stands_nowhere() {
        assert_said("\"belysning på gångvägar\"", true);
        assert_said("\"belysningen på gångvägar\"", false);
        assert_said("belysning -hund", true);
        assert_said("belysning -gångvägen", false);
        assert_said("belysning -\"trygghet och\"", false);
        assert_said("\"och trygghet\"", false);
    }
}
