//! The search page's question and its answer.

use tantivy::collector::{Collector, Count};
use tantivy::query::{BooleanQuery, Occur, Query as IndexQuery, TermSetQuery};
use tantivy::schema::Value as _;
use tantivy::{DocAddress, Score, Searcher, TantivyDocument, Term};

use super::best::{self, best_rows};
use super::doc::AnswerKind;
use super::engine::View;
use super::facets::{Facet, FacetCounts, Facets};
use super::marks::{Marks, Matcher};
use super::query::{Counted, Maker, Ready};
use super::question::Question;
use super::rows::{Start, ids, rows_in_order};
use super::schema::{self, Fields};
use super::snippet::{Piece, TitleMarks, snippet};

/// Most rows of one answer.
pub const MOST_ROWS: usize = 100;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// A visitor's words as typed. Quotes make a phrase, a minus takes a word away, all else is
    /// words; the first 200 characters and 16 words count.
    pub text: Option<String>,
    /// What the ideas must be.
    pub filters: Filters,
    /// The order.
    pub sort: Sort,
    /// Rows wanted, at most [`MOST_ROWS`]; 0 asks for the number of hits only.
    pub limit: usize,
    /// Where the rows begin.
    pub start: Start,
    /// Whether it is also counted what the answer could be narrowed by.
    pub counts_facets: bool,
}

/// Each list holds words of which one must fit; an empty list lets all through.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filters {
    /// Words of states.
    pub states: Vec<String>,
    /// Words of themes.
    pub themes: Vec<String>,
    /// Words of areas.
    pub areas: Vec<String>,
    /// Slugs of groups.
    pub groups: Vec<String>,
    /// Language codes.
    pub languages: Vec<String>,
    /// Years of publication.
    pub years: Vec<String>,
}

impl Filters {
    /// What was chosen in each facet where something was.
    pub(super) fn chosen(&self) -> impl Iterator<Item = (Facet, &[String])> {
        let all = Facet::ALL.into_iter().map(|facet| (facet, self.of(facet)));
        all.filter(|(_, words)| !words.is_empty())
    }

    pub(super) fn of(&self, facet: Facet) -> &[String] {
        match facet {
            Facet::Theme => &self.themes,
            Facet::Area => &self.areas,
            Facet::State => &self.states,
            Facet::Group => &self.groups,
            Facet::Language => &self.languages,
            Facet::Year => &self.years,
        }
    }
}

/// The order of the answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match first; without a text the same as [`Sort::LastEvent`].
    #[default]
    Relevance,
    /// Where something happened last comes first.
    LastEvent,
    /// The nearest last day first; ideas without one come last.
    EndsSoon,
    /// The most supported first.
    MostSupport,
    /// By chance, the same all day.
    Shuffled {
        /// Number of the day.
        day: i32,
    },
}

/// How strictly the hits match the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matched {
    /// Every word is there, as typed or inflected.
    All,
    /// Every word is there once marks on letters and misspellings are forgiven.
    Nearly,
    /// Only some of the words are there.
    Some,
}

/// The answer.
#[derive(Debug, Clone)]
pub struct Hits {
    /// How many ideas match, on all pages.
    pub total: usize,
    /// How many of them match as strictly as `matched` says; the others follow behind them.
    pub exact: usize,
    /// The ideas of this page, in order.
    pub ids: Vec<HitRow>,
    /// How many stand before them.
    pub first: usize,
    /// How strictly they match; worth a word on the page when it is not [`Matched::All`].
    pub matched: Matched,
    /// What may have been meant instead, as it could be typed; only when little was found.
    pub meant: Option<String>,
    /// What the answer could be narrowed by; empty unless asked for.
    pub facets: Facets,
    /// Marks the words in the titles of the ideas.
    pub titles: TitleMarks,
    /// The index is being built anew, so that something may be missing.
    pub rebuilding: bool,
}

/// One idea found.
#[derive(Debug, Clone, PartialEq)]
pub struct HitRow {
    /// The id of the idea.
    pub id: i64,
    /// How well it matches; 0 when the order is not by relevance.
    pub score: f32,
    /// The part of the text, an answer or a comment that matched; empty without a text to look for.
    pub snippet: Vec<Piece>,
    /// Where that part stands.
    pub place: Place,
    /// The language of that part; empty without one.
    pub language: String,
}

/// Where the words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// In title or text of the idea itself.
    #[default]
    Text,
    /// In a decision.
    Decision,
    /// In a question to somebody or the answer.
    Inquiry,
    /// In a note about the carrying out.
    Progress,
    /// In the result.
    Result,
    /// In the reason of a step.
    Step,
    /// In what a ballot asked.
    Ballot,
    /// In a contribution to the discussion.
    Comment {
        /// Its id.
        id: i64,
        /// How many shown contributions stand before it.
        before: usize,
        /// Whether in the official answer to it.
        in_answer: bool,
    },
}

/// What is shown of a text that was found.
#[derive(Default)]
struct Shown {
    place: Place,
    snippet: Vec<Piece>,
    language: String,
}

/// What one run of the index gives.
struct Found {
    total: usize,
    first: usize,
    rows: Vec<(Score, DocAddress)>,
    facets: Facets,
    marks: Marks,
    matched: Matched,
}

/// Answers a question; `rebuilding` is left for the caller to set.
pub(super) fn find(view: &View<'_>, query: &Query) -> tantivy::Result<Hits> {
    let text = query.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let question = text.map(Question::parse).unwrap_or_default();
    let has_words = !question.is_empty();
    // Signs without a single word: that is a question, and nothing is the honest answer.
    if text.is_some() && !has_words {
        return Ok(nothing(None));
    }
    let sort = if has_words || query.sort != Sort::Relevance { query.sort } else { Sort::LastEvent };
    let mut maker = Maker::new(view, question);
    // In any other order than by relevance, lax matches would stand among the strict ones.
    let found = maker.answer(sort == Sort::Relevance, |ready| {
        let found = run(view, ready, sort, query)?;
        let is_narrowed = query.filters.chosen().next().is_some();
        let all = if is_narrowed { ready.found.count(&view.searcher)? } else { found.total };
        Ok((Counted { all, narrowed: found.total }, found))
    })?;
    let meant = maker.meant(found.as_ref().map_or(0, |(exact, _)| *exact))?;
    let Some((exact, found)) = found else { return Ok(nothing(meant)) };
    let addresses: Vec<DocAddress> = found.rows.iter().map(|(_, address)| *address).collect();
    let mut matcher = Matcher::new(found.marks.clone(), view.analyser());
    let mut rows = Vec::with_capacity(addresses.len());
    for ((score, address), id) in found.rows.iter().zip(ids(&view.searcher, &addresses)?) {
        let Shown { place, snippet, language } =
            if has_words { row_snippet(view, *address, &mut matcher)? } else { Shown::default() };
        rows.push(HitRow { id, score: *score, snippet, place, language });
    }
    let Found { total, first, facets, matched, .. } = found;
    let titles = if has_words { TitleMarks::new(matcher) } else { TitleMarks::default() };
    Ok(Hits { total, exact, ids: rows, first, matched, meant, facets, titles, rebuilding: false })
}

fn nothing(meant: Option<String>) -> Hits {
    Hits {
        total: 0,
        exact: 0,
        ids: Vec::new(),
        first: 0,
        matched: Matched::All,
        meant,
        facets: Facets::default(),
        titles: TitleMarks::default(),
        rebuilding: false,
    }
}

/// Answers one query: how many ideas, what the answer could be narrowed by, and the rows asked for.
fn run(view: &View<'_>, ready: &Ready, sort: Sort, query: &Query) -> tantivy::Result<Found> {
    let narrow = |without| narrowed(ready.found.as_ref(), view.fields, &query.filters, without);
    let limit = query.limit.min(MOST_ROWS);
    let most = query.start.rows_to_know(limit);
    let (total, facets, rows) = if most == 0 {
        let (total, facets) = collect(&view.searcher, query, narrow, Count)?;
        (total, facets, Vec::new())
    } else if sort == Sort::Relevance {
        let (found, facets) = collect(&view.searcher, query, narrow, best::Found)?;
        let rows = best_rows(&view.searcher, &found, &ready.gains, most)?;
        (found.iter().map(|segment| segment.docs.len()).sum(), facets, rows)
    } else {
        let rows = rows_in_order(&view.searcher, narrow(None).as_ref(), sort, most)?;
        let (total, facets) = collect(&view.searcher, query, narrow, Count)?;
        (total, facets, rows)
    };
    let (first, rows) = query.start.page(&view.searcher, rows, limit)?;
    Ok(Found { total, first, rows, facets, marks: ready.marks.clone(), matched: ready.matched })
}

/// A query for the words, narrowed by everything that was chosen, or all but what one facet says.
pub(super) fn narrowed(
    words: &dyn IndexQuery,
    fields: &Fields,
    filters: &Filters,
    without: Option<Facet>,
) -> Box<dyn IndexQuery> {
    let chosen = filters.chosen().filter(|(facet, _)| Some(*facet) != without);
    let chosen = chosen.map(|(facet, words)| {
        let any = TermSetQuery::new(words.iter().map(|word| Term::from_field_text(fields.of(facet), word)));
        let clause: Box<dyn IndexQuery> = Box::new(any);
        (Occur::Must, clause)
    });
    let clauses: Vec<(Occur, Box<dyn IndexQuery>)> =
        std::iter::once((Occur::Must, words.box_clone())).chain(chosen).collect();
    if clauses.len() == 1 { words.box_clone() } else { Box::new(BooleanQuery::new(clauses)) }
}

/// Collects what is found and counts what the answer could be narrowed by, if that is asked for. A
/// facet in which something was chosen is counted as if nothing was, so that more can be chosen there.
fn collect<C: Collector>(
    searcher: &Searcher,
    query: &Query,
    narrow: impl Fn(Option<Facet>) -> Box<dyn IndexQuery>,
    collector: C,
) -> tantivy::Result<(C::Fruit, Facets)> {
    if !query.counts_facets {
        return Ok((searcher.search(narrow(None).as_ref(), &collector)?, Facets::default()));
    }
    let chosen: Vec<Facet> = query.filters.chosen().map(|(facet, _)| facet).collect();
    let open = Facet::ALL.into_iter().filter(|facet| !chosen.contains(facet)).collect();
    let (found, mut facets) = searcher.search(narrow(None).as_ref(), &(collector, FacetCounts(open)))?;
    for facet in chosen {
        facets.extend(searcher.search(narrow(Some(facet)).as_ref(), &FacetCounts(vec![facet]))?);
    }
    Ok((found, facets))
}

/// Every id in the index with the version of the idea that was indexed, sorted by id.
pub(super) fn versions(searcher: &Searcher) -> tantivy::Result<Vec<(i64, i64)>> {
    let mut all = Vec::new();
    for segment in searcher.segment_readers() {
        let ids = segment.fast_fields().i64(schema::ID)?;
        let versions = segment.fast_fields().i64(schema::IDEA_VERSION)?;
        all.extend(segment.doc_ids_alive().filter_map(|doc| ids.first(doc).zip(versions.first(doc))));
    }
    all.sort_unstable();
    Ok(all)
}

/// The part of a document that matched best, where it stands and in which language it is.
fn row_snippet(view: &View<'_>, address: DocAddress, matcher: &mut Matcher) -> tantivy::Result<Shown> {
    let doc: TantivyDocument = view.searcher.doc(address)?;
    let fields = view.fields;
    let texts_of = |field| doc.get_all(field).filter_map(|value| value.as_str());
    let own = texts_of(fields.body_text).zip(texts_of(fields.language));
    let mut texts: Vec<(&str, &str)> = own.collect();
    let own = texts.len();
    texts.extend(texts_of(fields.answer_text).zip(texts_of(fields.answer_language)));
    let official = texts.len();
    texts.extend(texts_of(fields.comment_text).zip(texts_of(fields.comment_language)));
    let comment_ids: Vec<i64> = doc.get_all(fields.comment_id).filter_map(|value| value.as_i64()).collect();
    let (at, snippet) = snippet(&texts, matcher);
    let place = match at.checked_sub(official) {
        None if at < own => Place::Text,
        None => {
            let kind = doc.get_all(fields.answer_kind).nth(at - own).and_then(|value| value.as_i64());
            answer_place(kind.unwrap_or_default(), &comment_ids)
        }
        Some(before) => {
            let id = comment_ids.get(before).copied().unwrap_or_default();
            Place::Comment { id, before, in_answer: false }
        }
    };
    let language = texts.get(at).map(|(_, language)| (*language).to_owned()).unwrap_or_default();
    Ok(Shown { place, snippet, language })
}

/// Where an answer stands, by what is stored of its kind.
fn answer_place(stored: i64, comment_ids: &[i64]) -> Place {
    match AnswerKind::of_stored(stored) {
        AnswerKind::Decision => Place::Decision,
        AnswerKind::Inquiry => Place::Inquiry,
        AnswerKind::Progress => Place::Progress,
        AnswerKind::Result => Place::Result,
        AnswerKind::Step => Place::Step,
        AnswerKind::Ballot => Place::Ballot,
        AnswerKind::ToComment(id) => {
            let before = comment_ids.iter().position(|other| *other == id).unwrap_or_default();
            Place::Comment { id, before, in_answer: true }
        }
    }
}
