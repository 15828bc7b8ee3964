//! SQL that reads saved searches and what they found, for the one who saved them.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{ideas, saved_search_hits, saved_searches, watched_queries};
use crate::error::Result;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{Cursor, Page, PersonId, SavedSearchId, SearchHitId, Timestamp, WatchedQueryId};

/// Most searches in one list; nobody may have more.
const MOST_SAVED: i64 = 100;

/// A saved search.
#[derive(Debug, Clone, Queryable)]
pub struct SavedRow {
    /// Which.
    pub id: SavedSearchId,
    /// The question.
    pub query: String,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// The last hit that was seen.
    pub seen_until: SearchHitId,
    /// Row of the question.
    pub question: WatchedQueryId,
}

type SavedColumns = (
    saved_searches::id,
    watched_queries::query,
    saved_searches::saved_at,
    saved_searches::seen_until,
    saved_searches::query_id,
);

const SAVED: SavedColumns = (
    saved_searches::id,
    watched_queries::query,
    saved_searches::saved_at,
    saved_searches::seen_until,
    saved_searches::query_id,
);

/// An idea that a saved search found.
#[derive(Debug, Clone, Queryable)]
pub struct HitRow {
    /// Which hit.
    pub id: SearchHitId,
    /// The search.
    pub saved: SavedSearchId,
    /// Public number of the idea.
    pub number: Option<String>,
    /// What shall happen.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// When the idea changed so that it fits.
    pub found_at: Option<Timestamp>,
}

type HitColumns = (
    saved_search_hits::id,
    saved_searches::id,
    ideas::number,
    ideas::title,
    ideas::language,
    saved_search_hits::found_at,
);

const HIT: HitColumns = (
    saved_search_hits::id,
    saved_searches::id,
    ideas::number,
    ideas::title,
    ideas::language,
    saved_search_hits::found_at,
);

/// A person's searches, the newest first.
pub fn own(conn: &mut Conn, person: PersonId) -> Result<Vec<SavedRow>> {
    Ok(saved_searches::table
        .inner_join(watched_queries::table.on(watched_queries::id.eq(saved_searches::query_id)))
        .filter(saved_searches::person_id.eq(person))
        .order(saved_searches::id.desc())
        .limit(MOST_SAVED)
        .select(SAVED)
        .load(conn)?)
}

/// One of a person's searches.
///
/// # Errors
/// Not found, also for another person's.
pub fn one(conn: &mut Conn, person: PersonId, id: SavedSearchId) -> Result<SavedRow> {
    Ok(saved_searches::table
        .inner_join(watched_queries::table.on(watched_queries::id.eq(saved_searches::query_id)))
        .filter(saved_searches::person_id.eq(person))
        .filter(saved_searches::id.eq(id))
        .select(SAVED)
        .first(conn)?)
}

/// A hit of the searches of one person that can be read: of a listed idea that came to fit after the
/// search was saved.
macro_rules! readable {
    ($person:expr) => {
        saved_searches::table
            .inner_join(saved_search_hits::table.on(saved_search_hits::query_id.eq(saved_searches::query_id)))
            .inner_join(ideas::table.on(ideas::id.eq(saved_search_hits::idea_id)))
            .filter(saved_searches::person_id.eq($person))
            .filter(saved_search_hits::found_at.gt(saved_searches::saved_at.nullable()))
            // Not `eq(true)`: SQLite would walk the index of all listed ideas instead of asking for these few.
            .filter(ideas::listed.ne(false))
    };
}

/// How many hits of each of a person's searches are new; a search without any is left out.
pub fn news(conn: &mut Conn, person: PersonId) -> Result<HashMap<SavedSearchId, i64>> {
    let counted: Vec<(SavedSearchId, i64)> = readable!(person)
        .filter(saved_search_hits::id.gt(saved_searches::seen_until))
        .group_by(saved_searches::id)
        .select((saved_searches::id, count_star()))
        .load(conn)?;
    Ok(counted.into_iter().collect())
}

/// The newest news of all of a person's searches, at most `most`.
pub fn newest(conn: &mut Conn, person: PersonId, most: i64) -> Result<Vec<HitRow>> {
    Ok(readable!(person)
        .filter(saved_search_hits::id.gt(saved_searches::seen_until))
        .order(saved_search_hits::id.desc())
        .limit(most)
        .select(HIT)
        .load(conn)?)
}

/// What one of a person's searches found, the newest first.
pub fn hits(conn: &mut Conn, person: PersonId, id: SavedSearchId, after: Option<Cursor>) -> Result<Page<HitRow>> {
    let before = after.map_or(i64::MAX, |cursor| cursor.id);
    let rows: Vec<HitRow> = readable!(person)
        .filter(saved_searches::id.eq(id))
        .filter(saved_search_hits::id.lt(before))
        .order(saved_search_hits::id.desc())
        .limit(PAGE_SIZE + 1)
        .select(HIT)
        .load(conn)?;
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Ok(Page::cut(rows, size, |row| Cursor { sort: row.id.get(), id: row.id.get() }))
}
