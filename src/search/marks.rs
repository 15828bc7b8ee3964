//! Which words of a text are those that a question asked for.

use std::collections::{HashMap, HashSet};

use super::analyse::{Analyser, Tongue, folded};
use super::question_word::QuestionWord;

/// The words by which a text matched, for marking them.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    exact: HashSet<String>,
    stems: HashSet<String>,
    roots: HashSet<String>,
    folded: HashSet<String>,
}

impl Marks {
    pub(super) fn add(&mut self, word: &QuestionWord, forgiving: bool) {
        self.exact.insert(word.exact.clone());
        self.stems.extend(word.stems.iter().cloned());
        self.roots.insert(word.root.clone());
        self.roots.extend(word.parts.iter().cloned());
        if forgiving || word.may_lack_marks() {
            self.folded.extend(word.folded.iter().cloned());
        }
    }

    pub(super) fn add_phrase(&mut self, words: &[String]) {
        self.exact.extend(words.iter().cloned());
    }

    /// Whether a small-letter word of a text is one of those.
    fn hold(&self, analyser: &mut Analyser, tongue: Tongue, exact: &str) -> bool {
        if self.exact.contains(exact) {
            return true;
        }
        if self.stems.is_empty() {
            return false;
        }
        let known = analyser.known(tongue, exact);
        if self.stems.contains(&known.stem) || self.roots.contains(&known.root) {
            return true;
        }
        if !self.folded.is_empty() && (self.folded.contains(&known.folded) || self.folded.contains(&folded(exact))) {
            return true;
        }
        known.parts.iter().any(|part| self.roots.contains(part) || self.folded.contains(&folded(part)))
    }
}

/// Tells words that match from others. Texts say the same words again and again, so each is judged
/// once for all the texts of an answer.
pub(super) struct Matcher {
    marks: Marks,
    analyser: Analyser,
    judged: HashMap<Tongue, HashMap<String, bool>>,
}

impl Matcher {
    pub(super) fn new(marks: Marks, analyser: Analyser) -> Self {
        Self { marks, analyser, judged: HashMap::new() }
    }

    /// Whether a small-letter word of a text matches.
    pub(super) fn matches(&mut self, tongue: Tongue, exact: &str) -> bool {
        let judged = self.judged.entry(tongue).or_default();
        if let Some(matches) = judged.get(exact) {
            return *matches;
        }
        let matches = self.marks.hold(&mut self.analyser, tongue, exact);
        judged.insert(exact.to_owned(), matches);
        matches
    }
}
