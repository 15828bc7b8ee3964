//! Which words of a text are those that a question asked for.

use foldhash::{HashMap, HashSet};

use super::analyse::{Analyser, Tongue, folded};
use super::question_word::QuestionWord;
use super::words::lowered;

/// The words by which a text matched, for marking them.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks(Vec<MarksOfOne>);

/// What a text says where it says one word of the question.
#[derive(Debug, Clone, Default)]
struct MarksOfOne {
    exact: HashSet<String>,
    stems: HashSet<String>,
    roots: HashSet<String>,
    folded: HashSet<String>,
}

impl Marks {
    /// One word of the question in all that it may stand for.
    pub(super) fn add(&mut self, options: &[QuestionWord], forgiving: bool) {
        let mut marks = MarksOfOne::default();
        for word in options {
            marks.exact.insert(word.exact.clone());
            marks.stems.extend(word.stems.iter().cloned());
            marks.roots.insert(word.root.clone());
            marks.roots.extend(word.parts.iter().cloned());
            if forgiving || word.may_lack_marks() {
                marks.folded.extend(word.folded.iter().cloned());
            }
        }
        self.0.push(marks);
    }

    /// Words that count only as written.
    pub(super) fn add_phrase(&mut self, words: &[String]) {
        let one =
            |word: &String| MarksOfOne { exact: std::iter::once(word.clone()).collect(), ..MarksOfOne::default() };
        self.0.extend(words.iter().map(one));
    }

    /// Which word of the question a small-letter word of a text is, if it is one.
    fn place_of(&self, analyser: &mut Analyser, tongue: Tongue, exact: &str) -> Option<usize> {
        self.0.iter().position(|marks| marks.hold(analyser, tongue, exact))
    }
}

impl MarksOfOne {
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
    /// For each tongue that came by, its words as they were written.
    judged: Vec<(Tongue, HashMap<String, Option<usize>>)>,
}

impl Matcher {
    pub(super) fn new(marks: Marks, analyser: Analyser) -> Self {
        Self { marks, analyser, judged: Vec::new() }
    }

    /// How many words the question has that can be marked.
    pub(super) const fn wanted(&self) -> usize {
        self.marks.0.len()
    }

    /// Which word of the question a word of a text is, as it was written, if it is one.
    pub(super) fn place_of(&mut self, tongue: Tongue, written: &str) -> Option<usize> {
        let at = self.judged.iter().position(|(other, _)| *other == tongue).unwrap_or_else(|| {
            self.judged.push((tongue, HashMap::default()));
            self.judged.len() - 1
        });
        let judged = self.judged.get_mut(at).map(|(_, judged)| judged)?;
        if let Some(place) = judged.get(written) {
            return *place;
        }
        let place = self.marks.place_of(&mut self.analyser, tongue, &lowered(written));
        judged.insert(written.to_owned(), place);
        place
    }
}
