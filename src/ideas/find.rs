//! Answering what a list is asked for: without a text from the database, with one from the index.

use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::counts;
use crate::ideas::list_query::{ListQuery, ListSort};
use crate::ideas::settled::has_settled;
use crate::ideas::views::{self, Card};
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::text::SearchText;
use crate::kernel::{Cursor, Date, IdeaId};
use crate::search::{
    FARTHEST_ROW, Facet, Facets, Filters, Matched, Piece, Place, Query, Search, Sort, Start, TitleMarks,
};

/// So many contributions fit on the page of an idea even when as many hidden ones take room there.
const SURELY_ON_THE_PAGE: usize = 50;

/// One page of what was asked for.
#[derive(Debug, Clone)]
pub struct Found {
    /// The ideas.
    pub ideas: Vec<FoundIdea>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many there are on all pages; none while that is not known.
    pub total: Option<i64>,
    /// How strictly they match the text.
    pub matched: Matched,
    /// How many match so strictly, when others that match less follow behind them.
    pub exact: Option<usize>,
    /// How many stand on the pages before this one, as far as that is known.
    pub before: usize,
    /// What may have been meant instead; only when little was found.
    pub meant: Option<String>,
    /// What it could be narrowed by, as far as that is counted.
    pub facets: Facets,
    /// The index is being built anew, so that something may be missing.
    pub rebuilding: bool,
}

/// One idea.
#[derive(Debug, Clone)]
pub struct FoundIdea {
    /// As it stands in lists.
    pub card: Card,
    /// Its title with the words marked that were looked for.
    pub title: Vec<Piece>,
    /// The part of its text that matched; empty without a text to look for.
    pub excerpt: Vec<Piece>,
    /// The language of that part; empty without one.
    pub excerpt_language: String,
    /// Where that part stands.
    pub place: Place,
}

impl FoundIdea {
    /// The page of the idea, at the place where the words were found.
    #[must_use]
    pub fn address(&self) -> String {
        let idea = format!("/ideas/{}", self.card.number.as_deref().unwrap_or_default());
        match self.place {
            Place::Text => idea,
            Place::Decision => format!("{idea}#decision"),
            Place::Inquiry => format!("{idea}#asked"),
            Place::Progress | Place::Step => format!("{idea}#timeline"),
            Place::Result => format!("{idea}#result"),
            Place::Ballot => format!("{idea}#ballot"),
            Place::Comment { id, before, .. } if before < SURELY_ON_THE_PAGE => format!("{idea}#comment-{id}"),
            Place::Comment { id, .. } => format!("{idea}?after={}#comment-{id}", id - 1),
        }
    }
}

impl Found {
    /// No ideas, because nothing was asked for.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            ideas: Vec::new(),
            next: None,
            total: Some(0),
            matched: Matched::All,
            exact: None,
            before: 0,
            meant: None,
            facets: Facets::default(),
            rebuilding: false,
        }
    }
}

/// One page of what was asked for; at most five statements.
///
/// # Errors
/// [`Code::UnknownFilter`] for a group that does not exist, [`Code::UnknownPlace`] for a place that no page led to.
pub fn find(db: &Db, search: &Search, query: &ListQuery, today: Date) -> Result<Found> {
    if query.contradicts_itself() {
        check(db, query)?;
        return Ok(Found::nothing());
    }
    let mut found = match &query.text {
        Some(text) => by_text(db, search, query, text, today),
        None => by_filter(db, search, query, today),
    }?;
    if let [state] = query.effective_states()
        && query.sort == ListSort::EndsSoon
    {
        found.facets.keep_only(Facet::State, state.as_str());
    }
    Ok(found)
}

/// Whether everything that the query names exists, for a page that shows no list.
///
/// # Errors
/// [`Code::UnknownFilter`] for a group that does not exist.
pub fn check(db: &Db, query: &ListQuery) -> Result<()> {
    db.read(|conn| views::groups_of(conn, query)).map(drop)
}

/// Nothing, because the index does not yet know what was taken away: something is missing.
fn nothing_yet() -> Found {
    Found { total: None, rebuilding: true, ..Found::nothing() }
}

fn by_filter(db: &Db, search: &Search, query: &ListQuery, today: Date) -> Result<Found> {
    let (page, stored) = db.read(|conn| Ok((views::list(conn, query, today)?, views::stored_counts(conn)?)))?;
    let (total, facets) = counted(db, search, query, &stored)?;
    let plain = |card: Card| FoundIdea {
        title: TitleMarks::default().pieces(&card.title, &card.language),
        card,
        excerpt: Vec::new(),
        excerpt_language: String::new(),
        place: Place::Text,
    };
    let ideas = page.items.into_iter().map(plain).collect();
    Ok(Found { ideas, next: page.next, total, facets, ..Found::nothing() })
}

/// The stored counts know neither groups nor languages nor years; the index does, but not while it
/// is built anew.
fn counted(
    db: &Db,
    search: &Search,
    query: &ListQuery,
    stored: &[views::StoredCount],
) -> Result<(Option<i64>, Facets)> {
    let settled = has_settled(db, search)?;
    // The list itself needs no index: while there is none, less is counted.
    let indexed = if settled { search.counted(&filters(query)).unwrap_or_default() } else { None };
    let stored = counts::count(query, stored);
    Ok(match (stored, indexed) {
        (Some((total, mut facets)), indexed) => {
            if let Some(indexed) = indexed {
                facets.complete(&indexed.facets);
            }
            (Some(total), facets)
        }
        (None, Some(indexed)) => (i64::try_from(indexed.total).ok(), indexed.facets.clone()),
        (None, None) => (None, Facets::default()),
    })
}

fn by_text(db: &Db, search: &Search, query: &ListQuery, text: &SearchText, today: Date) -> Result<Found> {
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    let start = query.cursor.map_or(Ok(Start::default()), start)?;
    db.read(|conn| views::groups_of(conn, query))?;
    if !has_settled(db, search)? {
        return Ok(nothing_yet());
    }
    let asked = Query {
        text: Some(text.as_str().to_owned()),
        filters: filters(query),
        sort: sort(query.sort, today),
        limit: size,
        start,
        counts_facets: true,
    };
    let hits = search.find(&asked)?;
    let ids: Vec<IdeaId> = hits.ids.iter().map(|row| IdeaId::new(row.id)).collect();
    let cards = db.read(|conn| views::by_ids(conn, &ids))?;
    let mut titles = hits.titles.clone();
    let with_snippets = cards.into_iter().map(|card| {
        let row = hits.ids.iter().find(|row| row.id == card.id.get()).cloned();
        let (excerpt, place, language) = row.map(|row| (row.snippet, row.place, row.language)).unwrap_or_default();
        let title = titles.pieces(&card.title, &card.language);
        FoundIdea { card, title, excerpt, excerpt_language: language, place }
    });
    let end = hits.first + hits.ids.len();
    let last = hits.ids.last().filter(|_| end < hits.total && end <= FARTHEST_ROW);
    Ok(Found {
        ideas: with_snippets.collect(),
        next: last.map(|row| place_after(end, row.id)),
        total: i64::try_from(hits.total).ok(),
        matched: hits.matched,
        exact: (hits.exact < hits.total).then_some(hits.exact),
        before: hits.first,
        meant: hits.meant,
        facets: hits.facets,
        rebuilding: hits.rebuilding,
    })
}

/// The place behind so many rows, of which the last is this idea. Below zero, where no place in a list
/// without a text is.
fn place_after(rows: usize, last: i64) -> Cursor {
    Cursor { sort: i64::try_from(rows).map_or(i64::MIN, |rows| -rows), id: last }
}

/// Where a page begins that such a place leads to.
fn start(Cursor { sort, id }: Cursor) -> Result<Start> {
    let row = sort.checked_neg().and_then(|rows| usize::try_from(rows).ok());
    let row = row.filter(|row| (1..=FARTHEST_ROW).contains(row)).ok_or_else(unknown_place)?;
    Ok(Start { row, after: Some(id) })
}

/// What the ideas of a list must be.
#[must_use]
pub fn filters(query: &ListQuery) -> Filters {
    Filters {
        states: query.effective_states().iter().map(|state| state.as_str().to_owned()).collect(),
        themes: query.themes.clone(),
        areas: query.areas.clone(),
        groups: query.groups.clone(),
        languages: query.languages.clone(),
        years: query.years.iter().map(ToString::to_string).collect(),
    }
}

fn sort(sort: ListSort, today: Date) -> Sort {
    match sort {
        ListSort::BestMatch => Sort::Relevance,
        ListSort::LastEvent => Sort::LastEvent,
        ListSort::EndsSoon => Sort::EndsSoon,
        ListSort::MostSupport => Sort::MostSupport,
        ListSort::Shuffled => Sort::Shuffled { day: today.number() },
    }
}

fn unknown_place() -> Error {
    Error::refused(Code::UnknownPlace)
}
