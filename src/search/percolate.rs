//! Saved questions asked of what has just changed: the search turned round.
//!
//! A question is filed under a few *terms* of which a text must hold one to fit it. So only the
//! questions that share a term with a changed text are asked at all, each by the query that a
//! visitor's search asks first (every word, inflected or within compounds; no misspellings), of a
//! small index in memory that holds nothing but the changed texts.
//!
//! Not here: where questions, terms and hits are stored ([`crate::saved_searches`]).

use std::collections::BTreeSet;

use tantivy::collector::DocSetCollector;
use tantivy::directory::RamDirectory;
use tantivy::schema::{Field, Schema, Value as _};
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, TantivyDocument, Term};

use super::analyse::{Analyser, folded, part_term, widest_term};
use super::engine::{View, guarded};
use super::facets::Facet;
use super::find::narrowed;
use super::query::Maker;
use super::question::Question;
use super::question_word::QuestionWord;
use super::schema::{Area, Fields};
use super::tongue::Tongue;
use super::{Filters, Search, SearchDoc, rows};
use crate::error::Result;

/// Version of the words in which terms are written: stored terms of another one are written anew.
pub const VOCABULARY: u32 = super::schema::VERSION;

/// Memory for collecting the documents of one small index, in bytes.
const MEMORY: usize = 15_000_000;

/// A question that somebody wants to hear about.
#[derive(Debug, Clone, Default)]
pub struct Watched {
    /// Words as typed; none when only choices count.
    pub text: Option<String>,
    /// What the ideas must be.
    pub filters: Filters,
}

/// A form in which a word stands in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Exact,
    Stem,
    Root,
    Folded,
}

impl Form {
    const ALL: [Self; 4] = [Self::Exact, Self::Stem, Self::Root, Self::Folded];

    const fn field(self, area: Area) -> Field {
        match self {
            Self::Exact => area.exact,
            Self::Stem => area.stem,
            Self::Root => area.root,
            Self::Folded => area.folded,
        }
    }

    /// The word as a term that is stored outside the index.
    fn term(self, word: &str) -> String {
        let letter = match self {
            Self::Exact => 'e',
            Self::Stem => 's',
            Self::Root => 'r',
            Self::Folded => 'f',
        };
        format!("{letter}:{word}")
    }
}

/// The ways to say one word that a text must hold.
type Ways = Vec<(Form, String)>;

/// The choices by which a question without words can be filed, the narrowest first.
const FILED_BY: [Facet; 3] = [Facet::Group, Facet::Theme, Facet::Area];

fn choice_term(facet: Facet, word: &str) -> String {
    format!("{}:{word}", facet.name())
}

/// Makes small indexes. Cheap to clone; all clones remember words together.
#[derive(Clone)]
pub struct Percolator {
    fields: Fields,
    schema: Schema,
    analyser: Analyser,
}

impl Default for Percolator {
    fn default() -> Self {
        let (fields, schema) = Fields::new();
        Self { fields, schema, analyser: Analyser::new() }
    }
}

impl Percolator {
    /// A small index of these documents alone.
    ///
    /// # Errors
    /// When the index library fails.
    pub fn hold(&self, docs: &[SearchDoc]) -> Result<Held> {
        let mut analyser = self.analyser.clone();
        let rows: Vec<TantivyDocument> = docs.iter().map(|doc| self.fields.document(&mut analyser, doc)).collect();
        let terms = rows.iter().flat_map(|row| terms_of(&self.fields, row)).collect();
        let reader = guarded(|| {
            let builder = Index::builder().schema(self.schema.clone());
            let mut writer = builder.single_segment_index_writer(RamDirectory::create(), MEMORY)?;
            for row in rows {
                writer.add_document(row)?;
            }
            reader_of(&writer.finalize()?)
        })?;
        Ok(Held { reader, fields: self.fields.clone(), analyser: self.analyser.clone(), terms })
    }

    /// The terms of a question where there is no index that could tell which of its words is rare.
    ///
    /// # Errors
    /// When the index library fails.
    pub fn terms(&self, watched: &Watched) -> Result<Vec<String>> {
        let reader = guarded(|| reader_of(&Index::create_in_ram(self.schema.clone())))?;
        let view = View::new(reader.searcher(), &self.fields, &self.analyser);
        Ok(guarded(|| watched_terms(&view, watched))?)
    }
}

fn reader_of(index: &Index) -> tantivy::Result<IndexReader> {
    index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()
}

impl Search {
    /// Terms of which a text must hold one to fit the question: the ways to say its rarest word,
    /// or one kind of its choices. None when nothing can fit it, or when it asks for neither.
    ///
    /// # Errors
    /// As [`Search::count`].
    pub fn terms(&self, watched: &Watched) -> Result<Vec<String>> {
        self.reading(|view| watched_terms(view, watched))
    }
}

/// A few documents and the questions that can be asked of them.
pub struct Held {
    reader: IndexReader,
    fields: Fields,
    analyser: Analyser,
    terms: BTreeSet<String>,
}

impl Held {
    /// Every term under which a question that fits one of the documents can be filed.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(String::as_str)
    }

    /// The ids of the documents that fit a question strictly.
    ///
    /// # Errors
    /// When the index library fails.
    pub fn matching(&self, watched: &Watched) -> Result<Vec<i64>> {
        let view = View::new(self.reader.searcher(), &self.fields, &self.analyser);
        let question = watched.text.as_deref().map(Question::parse).unwrap_or_default();
        if watched.text.is_some() && question.is_empty() {
            return Ok(Vec::new());
        }
        let found = guarded(|| {
            let Some(ready) = Maker::new(&view, question).all_words(false)? else { return Ok(Vec::new()) };
            let query = narrowed(ready.found.as_ref(), view.fields, &watched.filters, None);
            let places: Vec<DocAddress> = view.searcher.search(query.as_ref(), &DocSetCollector)?.into_iter().collect();
            rows::ids(&view.searcher, &places)
        })?;
        Ok(found)
    }
}

/// The terms of a document: every form of every word, and what it was sorted under.
fn terms_of(fields: &Fields, row: &TantivyDocument) -> Vec<String> {
    let texts = |field| row.get_all(field).filter_map(|value| value.as_str()).flat_map(str::split_whitespace);
    let mut terms = Vec::new();
    for area in fields.areas() {
        for form in Form::ALL {
            terms.extend(texts(form.field(area)).map(|word| form.term(word)));
        }
    }
    // The name of the part of town is found by its root, which stands in no text.
    for root in texts(fields.place) {
        terms.extend([Form::Root.term(root), Form::Folded.term(&widest_term(Tongue::Swedish, &folded(root)))]);
    }
    for facet in FILED_BY {
        terms.extend(texts(fields.of(facet)).map(|word| choice_term(facet, word)));
    }
    terms
}

fn watched_terms(view: &View<'_>, watched: &Watched) -> tantivy::Result<Vec<String>> {
    if let Some(text) = &watched.text {
        let question = Question::parse(text);
        if question.is_empty() {
            return Ok(Vec::new());
        }
        let rarest = rarest(view, demanded(view, question))?;
        if !rarest.is_empty() {
            return Ok(rarest.into_iter().map(|(form, word)| form.term(&word)).collect());
        }
    }
    let mut chosen = FILED_BY.iter().map(|facet| (*facet, watched.filters.of(*facet)));
    let filed = chosen.find(|(_, words)| !words.is_empty());
    Ok(filed.into_iter().flat_map(|(facet, words)| words.iter().map(move |word| choice_term(facet, word))).collect())
}

/// Every word that a text must hold, each in the ways to say it.
fn demanded(view: &View<'_>, question: Question) -> Vec<Ways> {
    let mut all: Vec<Ways> = question.phrases.iter().flatten().map(|word| vec![(Form::Exact, word.clone())]).collect();
    all.extend(Maker::new(view, question).demanded().map(ways));
    all
}

/// The ways to say a word: what [`QuestionWord`] asks for when no mistake is forgiven. A compound
/// may also stand there in its parts; then the longest part does.
fn ways(word: &QuestionWord) -> Ways {
    let mut ways = vec![(Form::Exact, word.exact.clone())];
    ways.extend(word.stems.iter().map(|stem| (Form::Stem, stem.clone())));
    let part = word.parts.iter().max_by_key(|part| part.chars().count());
    for root in std::iter::once(&word.root).chain(part) {
        ways.extend([(Form::Root, root.clone()), (Form::Root, part_term(root))]);
    }
    if word.may_lack_marks() {
        ways.extend(word.folded.iter().cloned().chain(word.folded_parts()).map(|folded| (Form::Folded, folded)));
    }
    ways.sort_unstable();
    ways.dedup();
    ways
}

/// The word that stands in the fewest ideas now; of several the longest, which is likelier to stay rare.
fn rarest(view: &View<'_>, all: Vec<Ways>) -> tantivy::Result<Ways> {
    let mut best: Option<((u64, usize), Ways)> = None;
    for ways in all {
        let mut times = 0;
        for (form, word) in &ways {
            for area in view.fields.areas() {
                times += view.searcher.doc_freq(&Term::from_field_text(form.field(area), word))?;
            }
        }
        let letters = ways.first().map_or(0, |(_, word)| word.chars().count());
        let order = (times, usize::MAX - letters);
        if best.as_ref().is_none_or(|(known, _)| order < *known) {
            best = Some((order, ways));
        }
    }
    Ok(best.map(|(_, ways)| ways).unwrap_or_default())
}
