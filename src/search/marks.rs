//! Which words of a text are those that a question asked for.

use foldhash::{HashMap, HashSet};

use super::analyse::{Analyser, Tongue, folded};
use super::question_word::QuestionWord;
use super::words::lowered;

/// What a word of a text is to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Which word of the question.
    pub(super) place: usize,
    /// Which part of it, when the word of the question is a compound and this is no more of it.
    pub(super) part: Option<Part>,
}

/// A part of what a word of the question may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Part {
    /// Which of the things that it may stand for.
    pub(super) option: usize,
    /// Which part of that.
    pub(super) number: usize,
}

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
    /// The roots of the parts of each compound that it may stand for.
    compounds: Vec<Vec<String>>,
}

impl Marks {
    /// One word of the question in all that it may stand for.
    pub(super) fn add(&mut self, options: &[QuestionWord], forgiving: bool) {
        let mut marks = MarksOfOne::default();
        for word in options {
            marks.exact.insert(word.exact.clone());
            marks.stems.extend(word.stems.iter().cloned());
            marks.roots.insert(word.root.clone());
            if forgiving || word.may_lack_marks() {
                marks.folded.extend(word.folded.iter().cloned());
            }
            if word.parts.len() > 1 {
                marks.compounds.push(word.parts.clone());
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

    /// What a small-letter word of a text is to the question: a whole word of it rather than a part.
    fn mark(&self, analyser: &mut Analyser, tongue: Tongue, exact: &str) -> Option<Mark> {
        if let Some(place) = self.0.iter().position(|marks| marks.hold(analyser, tongue, exact)) {
            return Some(Mark { place, part: None });
        }
        let mut parts = self.0.iter().enumerate().filter(|(_, marks)| !marks.compounds.is_empty());
        parts.find_map(|(place, marks)| {
            let part = marks.part(analyser, tongue, exact)?;
            Some(Mark { place, part: Some(part) })
        })
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
            || self.compounds.iter().any(|parts| parts.iter().all(|part| known.parts.contains(part)))
    }

    fn part(&self, analyser: &mut Analyser, tongue: Tongue, exact: &str) -> Option<Part> {
        let known = analyser.known(tongue, exact);
        let is_said = |part: &String| *part == known.root || known.parts.contains(part);
        let mut parts = self.compounds.iter().enumerate();
        parts.find_map(|(option, parts)| Some(Part { option, number: parts.iter().position(is_said)? }))
    }
}

/// Tells words that match from others. Texts say the same words again and again, so each is judged
/// once for all the texts of an answer.
#[derive(Clone)]
pub(super) struct Matcher {
    marks: Marks,
    analyser: Analyser,
    /// For each tongue that came by, its words as they were written.
    judged: Vec<(Tongue, HashMap<String, Option<Mark>>)>,
}

impl Matcher {
    pub(super) fn new(marks: Marks, analyser: Analyser) -> Self {
        Self { marks, analyser, judged: Vec::new() }
    }

    /// How many words the question has that can be marked.
    pub(super) const fn wanted(&self) -> usize {
        self.marks.0.len()
    }

    /// Whether the parts that a text says make up something that this word of the question may
    /// stand for.
    pub(super) fn are_whole(&self, place: usize, parts: &HashSet<Part>) -> bool {
        let Some(marks) = self.marks.0.get(place) else { return false };
        marks
            .compounds
            .iter()
            .enumerate()
            .any(|(option, compound)| (0..compound.len()).all(|number| parts.contains(&Part { option, number })))
    }

    /// What a word of a text, as it was written, is to the question.
    pub(super) fn mark(&mut self, tongue: Tongue, written: &str) -> Option<Mark> {
        let at = self.judged.iter().position(|(other, _)| *other == tongue).unwrap_or_else(|| {
            self.judged.push((tongue, HashMap::default()));
            self.judged.len() - 1
        });
        let judged = self.judged.get_mut(at).map(|(_, judged)| judged)?;
        if let Some(mark) = judged.get(written) {
            return *mark;
        }
        let mark = self.marks.mark(&mut self.analyser, tongue, &lowered(written));
        judged.insert(written.to_owned(), mark);
        mark
    }
}
