//! From a question to an index query, built by hand so that no text can make it fail.

use std::collections::HashSet;
use std::iter;
use std::ops::ControlFlow;

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query as IndexQuery, TermQuery,
    TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Term};

use super::absent::Absent;
use super::analyse::{Analyser, Tongue, folded};
use super::engine::View;
use super::question::Question;
use super::schema::Area;
use super::typo;
use super::{Filters, Matched};

/// How much each form of a word counts: as written, by its stem, by its stem without marks.
const EXACT: Score = 1.0;
const STEM: Score = 0.7;
const FOLDED: Score = 0.3;
/// How much a corrected word counts beside one that was typed right.
const CORRECTED: Score = 0.4;
/// Words of one question that are corrected; each costs a walk through the term lists.
const MOST_CORRECTED: usize = 4;

type Clause = (Occur, Box<dyn IndexQuery>);

/// One word in all the forms that may stand in the index.
#[derive(Debug, Clone)]
struct Forms {
    exact: String,
    stems: Vec<String>,
    folded: Vec<String>,
    weight: Score,
}

impl Forms {
    fn of(analyser: &mut Analyser, exact: &str, weight: Score) -> Self {
        let stems = Tongue::STEMMED.map(|tongue| analyser.stem(tongue, exact)).to_vec();
        let mut bare: Vec<String> = Tongue::STEMMED.map(|tongue| analyser.folded_stem(tongue, exact)).to_vec();
        bare.push(folded(exact));
        bare.sort_unstable();
        bare.dedup();
        Self { exact: exact.to_owned(), stems, folded: bare, weight }
    }

    /// The terms of one area with what each counts.
    fn terms(&self, area: Area, with_folded: bool) -> impl Iterator<Item = (Term, Score)> {
        let exact = iter::once((area.exact, &self.exact, EXACT));
        let stems = self.stems.iter().map(move |stem| (area.stem, stem, STEM));
        let folded = self.folded.iter().filter(move |_| with_folded).map(move |word| (area.folded, word, FOLDED));
        exact.chain(stems).chain(folded).map(|(field, word, weight)| (Term::from_field_text(field, word), weight))
    }

    /// Typed without any marks: then the marks may have been left out.
    fn may_lack_marks(&self) -> bool {
        self.exact.is_ascii()
    }
}

/// One word of the question with what it may stand for.
struct Slot {
    options: Vec<Forms>,
    /// A word such as `och`: welcome, not demanded.
    is_stop: bool,
}

/// The words by which a text matched, for marking them.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) exact: HashSet<String>,
    pub(super) stems: HashSet<String>,
    pub(super) folded: HashSet<String>,
}

impl Marks {
    fn add(&mut self, forms: &Forms, with_folded: bool) {
        self.exact.insert(forms.exact.clone());
        self.stems.extend(forms.stems.iter().cloned());
        if with_folded || forms.may_lack_marks() {
            self.folded.extend(forms.folded.iter().cloned());
        }
    }
}

/// A query ready to run, and what it will have matched.
pub(super) struct Ready {
    pub(super) query: Box<dyn IndexQuery>,
    pub(super) marks: Marks,
    pub(super) matched: Matched,
}

/// Makes queries from one question.
pub(super) struct Maker<'v> {
    view: &'v View<'v>,
    question: Question,
    filters: &'v Filters,
    slots: Vec<Slot>,
    analyser: Analyser,
}

impl<'v> Maker<'v> {
    pub(super) fn new(view: &'v View<'v>, question: Question, filters: &'v Filters) -> Self {
        let mut analyser = view.analyser();
        let mut slots: Vec<Slot> = question
            .words
            .iter()
            .map(|word| Slot {
                options: vec![Forms::of(&mut analyser, word, 1.0)],
                is_stop: Tongue::STEMMED.iter().any(|tongue| analyser.is_stop(*tongue, word)),
            })
            .collect();
        // A question of nothing but small words means them.
        if slots.iter().all(|slot| slot.is_stop) {
            for slot in &mut slots {
                slot.is_stop = false;
            }
        }
        Self { view, question, filters, slots, analyser }
    }

    /// Hands each query to `attempt`, the strictest first, until it breaks: all words as typed or
    /// by stem; all words with marks and misspellings forgiven; some of the words.
    pub(super) fn each<T>(
        &mut self,
        mut attempt: impl FnMut(Ready) -> tantivy::Result<ControlFlow<T>>,
    ) -> tantivy::Result<Option<T>> {
        if let Some(ready) = self.all_words(false)?
            && let ControlFlow::Break(found) = attempt(ready)?
        {
            return Ok(Some(found));
        }
        if self.slots.is_empty() {
            return Ok(None);
        }
        self.correct()?;
        if let Some(ready) = self.all_words(true)?
            && let ControlFlow::Break(found) = attempt(ready)?
        {
            return Ok(Some(found));
        }
        if let Some(ready) = self.some_words()?
            && let ControlFlow::Break(found) = attempt(ready)?
        {
            return Ok(Some(found));
        }
        Ok(None)
    }

    /// Adds to each word that stands nowhere the words that it may have been meant for.
    fn correct(&mut self) -> tantivy::Result<()> {
        let mut left = MOST_CORRECTED;
        for slot in &mut self.slots {
            let Some(typed) = slot.options.first().cloned() else { continue };
            if left == 0 || slot.is_stop || is_anywhere(self.view, &typed)? {
                continue;
            }
            left -= 1;
            for word in typo::corrections(&self.view.searcher, &self.view.fields.areas(), &typed.exact)? {
                slot.options.push(Forms::of(&mut self.analyser, &word, CORRECTED));
            }
        }
        Ok(())
    }

    fn all_words(&self, forgiving: bool) -> tantivy::Result<Option<Ready>> {
        let mut clauses = Vec::new();
        for slot in &self.slots {
            match (self.slot_query(slot, forgiving)?, slot.is_stop) {
                (Some(query), true) => clauses.push((Occur::Should, query)),
                (Some(query), false) => clauses.push((Occur::Must, query)),
                (None, true) => {}
                (None, false) => return Ok(None),
            }
        }
        let matched = if forgiving { Matched::Nearly } else { Matched::All };
        Ok(Some(self.ready(clauses, matched)))
    }

    fn some_words(&self) -> tantivy::Result<Option<Ready>> {
        let mut wishes = Vec::new();
        for slot in self.slots.iter().filter(|slot| !slot.is_stop) {
            if let Some(query) = self.slot_query(slot, true)? {
                wishes.push((Occur::Should, query));
            }
        }
        if wishes.is_empty() {
            return Ok(None);
        }
        let some: Box<dyn IndexQuery> = Box::new(BooleanQuery::new(wishes));
        Ok(Some(self.ready(vec![(Occur::Must, some)], Matched::Some)))
    }

    /// Adds what holds at every strictness: phrases, words that must be absent, filters.
    fn ready(&self, mut clauses: Vec<Clause>, matched: Matched) -> Ready {
        let mut marks = Marks::default();
        for forms in self.slots.iter().filter(|slot| !slot.is_stop).flat_map(|slot| &slot.options) {
            marks.add(forms, matched != Matched::All);
        }
        for phrase in &self.question.phrases {
            clauses.push((Occur::Must, self.phrase_query(phrase)));
            marks.exact.extend(phrase.iter().cloned());
        }
        if !clauses.iter().any(|(occur, _)| *occur == Occur::Must) {
            clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0))));
        }
        for words in &self.question.without {
            clauses.push((Occur::MustNot, self.absent_query(words)));
        }
        clauses.extend(self.filter_clauses());
        Ready { query: Box::new(BooleanQuery::new(clauses)), marks, matched }
    }

    /// Any form of any option in any area; none when no such word stands in the index.
    fn slot_query(&self, slot: &Slot, forgiving: bool) -> tantivy::Result<Option<Box<dyn IndexQuery>>> {
        let mut clauses: Vec<Clause> = Vec::new();
        for area in self.view.fields.areas() {
            for forms in &slot.options {
                for (term, weight) in forms.terms(area, forgiving || forms.may_lack_marks()) {
                    // A word that stands nowhere would only cost time.
                    let times = self.view.searcher.doc_freq(&term)?;
                    let weight = weight * area.weight * forms.weight;
                    clauses.extend((times > 0).then(|| (Occur::Should, boosted(term_query(term), weight))));
                }
            }
        }
        Ok((!clauses.is_empty()).then(|| -> Box<dyn IndexQuery> { Box::new(BooleanQuery::new(clauses)) }))
    }

    fn phrase_query(&self, words: &[String]) -> Box<dyn IndexQuery> {
        let areas = self.view.fields.areas();
        let clauses = areas.map(|area| (Occur::Should, boosted(beside_each_other(area.exact, words), area.weight)));
        Box::new(BooleanQuery::new(clauses.into()))
    }

    /// What a minus takes away: the word in any inflection, or the words as a phrase.
    fn absent_query(&self, words: &[String]) -> Box<dyn IndexQuery> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut analyser = self.analyser.clone();
        for area in self.view.fields.areas() {
            clauses.push((Occur::Should, Box::new(Absent(beside_each_other(area.exact, words)))));
            if let [word] = words {
                for tongue in Tongue::STEMMED {
                    let stem = analyser.stem(tongue, word);
                    clauses.push((Occur::Should, term_query(Term::from_field_text(area.stem, &stem))));
                }
            }
        }
        Box::new(BooleanQuery::new(clauses))
    }

    fn filter_clauses(&self) -> impl Iterator<Item = Clause> {
        let fields = self.view.fields;
        let filters = [
            (fields.state, &self.filters.states),
            (fields.theme, &self.filters.themes),
            (fields.area, &self.filters.areas),
            (fields.group, &self.filters.groups),
            (fields.language, &self.filters.languages),
        ];
        filters.into_iter().filter(|(_, words)| !words.is_empty()).map(|(field, words)| {
            let any = TermSetQuery::new(words.iter().map(|word| Term::from_field_text(field, word)));
            let clause: Box<dyn IndexQuery> = Box::new(ConstScoreQuery::new(Box::new(any), 0.0));
            (Occur::Must, clause)
        })
    }
}

fn is_anywhere(view: &View<'_>, forms: &Forms) -> tantivy::Result<bool> {
    for area in view.fields.areas() {
        for (term, _) in forms.terms(area, true) {
            if view.searcher.doc_freq(&term)? > 0 {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn term_query(term: Term) -> Box<dyn IndexQuery> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn boosted(query: Box<dyn IndexQuery>, weight: Score) -> Box<dyn IndexQuery> {
    Box::new(BoostQuery::new(query, weight))
}

/// A phrase, or the word itself when there is only one (a phrase of one word would panic).
fn beside_each_other(field: Field, words: &[String]) -> Box<dyn IndexQuery> {
    match words {
        [word] => term_query(Term::from_field_text(field, word)),
        _ => Box::new(PhraseQuery::new(words.iter().map(|word| Term::from_field_text(field, word)).collect())),
    }
}
