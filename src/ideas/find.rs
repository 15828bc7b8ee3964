//! Answering what a list is asked for: without a text from the database, with one from the index.

use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::State;
use crate::ideas::list_query::{ListQuery, ListSort};
use crate::ideas::views::{self, Card};
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::text::SearchText;
use crate::kernel::{Cursor, Date, IdeaId};
use crate::search::{FARTHEST_ROW, Filters, Matched, Piece, Query, Search, Sort};

/// One page of what was asked for.
#[derive(Debug, Clone)]
pub struct Found {
    /// The ideas, each with the part of its text that matched; that is empty without a text.
    pub ideas: Vec<(Card, Vec<Piece>)>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many there are on all pages; none while that is not known.
    pub total: Option<i64>,
    /// How strictly they match the text.
    pub matched: Matched,
    /// How many match so strictly, when others that match less follow behind them.
    pub exact: Option<usize>,
    /// What may have been meant instead; only when little was found.
    pub meant: Option<String>,
    /// The index is being built anew, so that something may be missing.
    pub rebuilding: bool,
}

/// One page of what was asked for; at most four statements.
///
/// # Errors
/// [`Code::UnknownFilter`] for a group that does not exist, [`Code::UnknownPlace`] for a place that no page led to.
pub fn find(db: &Db, search: &Search, query: &ListQuery, today: Date) -> Result<Found> {
    match &query.text {
        Some(text) => by_text(db, search, query, text),
        None => by_filter(db, search, query, today),
    }
}

fn by_filter(db: &Db, search: &Search, query: &ListQuery, today: Date) -> Result<Found> {
    let (page, stored) = db.read(|conn| Ok((views::list(conn, query, today)?, views::hits(conn, query)?)))?;
    let total = if stored.is_some() { stored } else { indexed_total(search, query)? };
    let ideas = page.items.into_iter().map(|card| (card, Vec::new())).collect();
    Ok(Found { ideas, next: page.next, total, matched: Matched::All, exact: None, meant: None, rebuilding: false })
}

/// The stored counts know neither groups nor languages; the index does, but not while it is built
/// anew.
fn indexed_total(search: &Search, query: &ListQuery) -> Result<Option<i64>> {
    let hits = search.find(&Query { filters: filters(query), limit: 0, ..Query::default() })?;
    Ok(if hits.rebuilding { None } else { i64::try_from(hits.total).ok() })
}

fn by_text(db: &Db, search: &Search, query: &ListQuery, text: &SearchText) -> Result<Found> {
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    let offset = match query.cursor {
        None => 0,
        Some(Cursor { sort, id: 0 }) => {
            usize::try_from(sort).ok().filter(|row| *row <= FARTHEST_ROW).ok_or_else(unknown_place)?
        }
        Some(_) => return Err(unknown_place()),
    };
    db.read(|conn| views::group_of(conn, query))?;
    let asked = Query {
        text: Some(text.as_str().to_owned()),
        filters: filters(query),
        sort: sort(query.sort)?,
        limit: size,
        offset,
    };
    let hits = search.find(&asked)?;
    let ids: Vec<IdeaId> = hits.ids.iter().map(|row| IdeaId::new(row.id)).collect();
    let cards = db.read(|conn| views::by_ids(conn, &ids))?;
    let with_snippets = cards.into_iter().map(|card| {
        let row = hits.ids.iter().find(|row| row.id == card.id.get());
        let snippet = row.map(|row| row.snippet.clone()).unwrap_or_default();
        (card, snippet)
    });
    let end = offset + hits.ids.len();
    let goes_on = end < hits.total && end <= FARTHEST_ROW;
    Ok(Found {
        ideas: with_snippets.collect(),
        next: goes_on.then(|| Cursor { sort: i64::try_from(end).unwrap_or(i64::MAX), id: 0 }),
        total: i64::try_from(hits.total).ok(),
        matched: hits.matched,
        exact: (hits.exact < hits.total).then_some(hits.exact),
        meant: hits.meant,
        rebuilding: hits.rebuilding,
    })
}

fn filters(query: &ListQuery) -> Filters {
    let one = |word: Option<&str>| word.map(str::to_owned).into_iter().collect();
    Filters {
        states: one(query.effective_state().map(State::as_str)),
        themes: one(query.theme.as_deref()),
        areas: one(query.area.as_deref()),
        groups: one(query.group.as_deref()),
        languages: one(query.language.as_deref()),
    }
}

fn sort(sort: ListSort) -> Result<Sort> {
    match sort {
        ListSort::BestMatch => Ok(Sort::Relevance),
        ListSort::LastEvent => Ok(Sort::LastEvent),
        ListSort::EndsSoon => Ok(Sort::EndsSoon),
        ListSort::MostSupport => Ok(Sort::MostSupport),
        ListSort::Shuffled => Err(Error::internal("what a text finds is not shuffled")),
    }
}

fn unknown_place() -> Error {
    Error::refused(Code::UnknownPlace)
}
