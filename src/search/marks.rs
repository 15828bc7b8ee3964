//! Which words of a text are those that a question asked for.

use foldhash::{HashMap, HashSet};

use super::analyse::{Analyser, folded, widest_term};
use super::question_word::QuestionWord;
use super::tongue::Tongue;
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
pub(super) struct Marks {
    words: Vec<MarksOfOne>,
    /// Words that count only beside each other and as written.
    phrases: Vec<Vec<String>>,
}

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
        self.words.push(marks);
    }

    /// Words that count only beside each other and as written.
    pub(super) fn add_phrase(&mut self, words: &[String]) {
        self.phrases.push(words.to_vec());
    }

    /// What a small-letter word of a text is to the question: a whole word of it rather than a part.
    fn mark(&self, analyser: &mut Analyser, tongue: Tongue, exact: &str) -> Option<Mark> {
        if let Some(place) = self.words.iter().position(|marks| marks.hold(analyser, tongue, exact)) {
            return Some(Mark { place, part: None });
        }
        let mut parts = self.words.iter().enumerate().filter(|(_, marks)| !marks.compounds.is_empty());
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
        let known = analyser.known(tongue, exact);
        if self.stems.contains(&known.stem) || self.roots.contains(&known.root) {
            return true;
        }
        let unmarked = |word: &str| self.folded.contains(&widest_term(tongue, &folded(word)));
        if !self.folded.is_empty() && (self.folded.contains(&known.folded) || unmarked(exact)) {
            return true;
        }
        known.parts.iter().any(|part| self.roots.contains(part) || unmarked(part))
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
        self.marks.words.len() + self.marks.phrases.len()
    }

    /// Whether the parts that a text says make up something that this word of the question may
    /// stand for.
    pub(super) fn are_whole(&self, place: usize, parts: &HashSet<Part>) -> bool {
        let Some(marks) = self.marks.words.get(place) else { return false };
        marks
            .compounds
            .iter()
            .enumerate()
            .any(|(option, compound)| (0..compound.len()).all(|number| parts.contains(&Part { option, number })))
    }

    /// Marks the phrases among the words of a text, which are given as they were written.
    pub(super) fn mark_phrases(&self, written: &[&str], marks: &mut [Option<Mark>]) {
        if self.marks.phrases.is_empty() {
            return;
        }
        let words: Vec<String> = written.iter().map(|word| lowered(word)).collect();
        for (number, phrase) in self.marks.phrases.iter().enumerate() {
            let mark = Mark { place: self.marks.words.len() + number, part: None };
            for (at, _) in words.windows(phrase.len().max(1)).enumerate().filter(|(_, window)| window == phrase) {
                marks.iter_mut().skip(at).take(phrase.len()).for_each(|one| *one = Some(mark));
            }
        }
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
