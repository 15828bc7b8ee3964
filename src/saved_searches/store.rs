//! SQL of saved searches, of the questions behind them and of what was found.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use diesel::dsl::max;
use diesel::prelude::*;

use super::progress::Progress;
use crate::db::schema::{people, saved_search_hits, saved_searches, watch_progress, watched_queries, watched_terms};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::kernel::token::token_hash;
use crate::kernel::{IdeaId, PersonId, SavedSearchId, Timestamp, WatchedQueryId};
use crate::search::VOCABULARY;

/// Values that are looked for in one statement.
const AT_ONCE: usize = 500;

/// A question that somebody has saved.
#[derive(Debug, Clone, Queryable)]
pub struct QueryRow {
    /// Which.
    pub id: WatchedQueryId,
    /// The question.
    pub query: String,
    /// When it was saved first.
    pub created_at: Timestamp,
}

/// The version of the words of the index, as it is stored.
fn vocabulary() -> i32 {
    i32::try_from(VOCABULARY).unwrap_or(i32::MAX)
}

/// Holds a person's row until the end of the transaction.
pub(super) fn hold_person(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(person)))
        .set(people::locale.eq(people::locale))
        .execute(tx.conn)?;
    Ok(())
}

/// The person's saving of a question, if there is one.
pub(super) fn find_saved(conn: &mut Conn, person: PersonId, question: &str) -> Result<Option<SavedSearchId>> {
    Ok(saved_searches::table
        .inner_join(watched_queries::table.on(watched_queries::id.eq(saved_searches::query_id)))
        .filter(saved_searches::person_id.eq(person))
        .filter(watched_queries::query_hash.eq(token_hash(question)))
        .select(saved_searches::id)
        .first(conn)
        .optional()?)
}

/// How many searches a person has saved.
pub(super) fn count_saved(conn: &mut Conn, person: PersonId) -> Result<i64> {
    Ok(saved_searches::table.filter(saved_searches::person_id.eq(person)).count().get_result(conn)?)
}

/// The row of a question, held until the end of the transaction so that nobody ends it meanwhile;
/// made with its terms when there is none. None when somebody else makes it at this moment.
pub(super) fn hold_or_make_query(tx: &mut Tx<'_>, question: &str, terms: &[String]) -> Result<Option<WatchedQueryId>> {
    let hash = token_hash(question);
    let this = watched_queries::table.filter(watched_queries::query_hash.eq(&hash));
    if let Some(id) = this.select(watched_queries::id).first(tx.conn).optional()?
        && hold_query(tx, id)?
    {
        return Ok(Some(id));
    }
    let now = tx.now;
    let made: Option<WatchedQueryId> = portable::insert_new(tx, |conn| {
        diesel::insert_into(watched_queries::table)
            .values((
                watched_queries::query.eq(question),
                watched_queries::query_hash.eq(&hash),
                watched_queries::vocabulary.eq(vocabulary()),
                watched_queries::created_at.eq(now),
            ))
            .returning(watched_queries::id)
            .get_result(conn)
    })?;
    if let Some(id) = made {
        insert_terms(tx, id, terms)?;
    }
    Ok(made)
}

/// Holds the row of a question; `false` when it is gone.
fn hold_query(tx: &mut Tx<'_>, id: WatchedQueryId) -> Result<bool> {
    let held = diesel::update(watched_queries::table.filter(watched_queries::id.eq(id)))
        .set(watched_queries::created_at.eq(watched_queries::created_at))
        .execute(tx.conn)?;
    Ok(held > 0)
}

fn insert_terms(tx: &mut Tx<'_>, id: WatchedQueryId, terms: &[String]) -> Result<()> {
    for term in terms {
        portable::insert_new(tx, |conn| {
            diesel::insert_into(watched_terms::table)
                .values((watched_terms::term.eq(term), watched_terms::query_id.eq(id)))
                .execute(conn)
        })?;
    }
    Ok(())
}

/// Saves a question for a person. What was found before is nothing new to him or her.
pub(super) fn insert_saved(tx: &mut Tx<'_>, person: PersonId, query: WatchedQueryId) -> Result<SavedSearchId> {
    let newest = newest_hit(tx.conn, query)?;
    Ok(diesel::insert_into(saved_searches::table)
        .values((
            saved_searches::person_id.eq(person),
            saved_searches::query_id.eq(query),
            saved_searches::saved_at.eq(tx.now),
            saved_searches::seen_until.eq(newest),
        ))
        .returning(saved_searches::id)
        .get_result(tx.conn)?)
}

/// The question of one of a person's searches.
///
/// # Errors
/// Not found, also for another person's.
pub(super) fn query_of(conn: &mut Conn, person: PersonId, id: SavedSearchId) -> Result<WatchedQueryId> {
    let mine = saved_searches::table.filter(saved_searches::id.eq(id)).filter(saved_searches::person_id.eq(person));
    Ok(mine.select(saved_searches::query_id).first(conn)?)
}

/// The last hit of a question, 0 when there is none.
pub(super) fn newest_hit(conn: &mut Conn, query: WatchedQueryId) -> Result<i64> {
    let of_it = saved_search_hits::table.filter(saved_search_hits::query_id.eq(query));
    Ok(of_it.select(max(saved_search_hits::id)).first::<Option<i64>>(conn)?.unwrap_or(0))
}

/// Moves forward up to where a search was seen.
pub(super) fn see(tx: &mut Tx<'_>, id: SavedSearchId, until: i64) -> Result<()> {
    let earlier = saved_searches::table.filter(saved_searches::id.eq(id)).filter(saved_searches::seen_until.lt(until));
    diesel::update(earlier).set(saved_searches::seen_until.eq(until)).execute(tx.conn)?;
    Ok(())
}

/// Ends a person's saving of a question; with the last one the question goes, and its terms and
/// hits with it.
pub(super) fn end_saved(tx: &mut Tx<'_>, person: PersonId, query: WatchedQueryId) -> Result<()> {
    hold_query(tx, query)?;
    let this = saved_searches::table.filter(saved_searches::person_id.eq(person));
    diesel::delete(this.filter(saved_searches::query_id.eq(query))).execute(tx.conn)?;
    let others = saved_searches::table.filter(saved_searches::query_id.eq(watched_queries::id));
    let alone = watched_queries::table.filter(watched_queries::id.eq(query));
    diesel::delete(alone.filter(diesel::dsl::not(diesel::dsl::exists(others)))).execute(tx.conn)?;
    Ok(())
}

/// Up to where every change has been looked at; older ones nobody waits for.
pub fn looked_at_until(conn: &mut Conn) -> Result<i64> {
    let progress = load_progress(conn)?;
    Ok(progress.missing.first().map_or(progress.position, |missing| missing - 1))
}

/// How far the changes have been looked at.
pub(super) fn load_progress(conn: &mut Conn) -> Result<Progress> {
    let columns = (watch_progress::position, watch_progress::missing);
    let (position, missing): (i64, String) = watch_progress::table.select(columns).first(conn)?;
    Ok(Progress::read(position, &missing))
}

/// Moves on from one place to the next; `false` when somebody else has moved meanwhile.
pub(super) fn move_on(tx: &mut Tx<'_>, from: &Progress, to: &Progress) -> Result<bool> {
    let here = watch_progress::table
        .filter(watch_progress::position.eq(from.position))
        .filter(watch_progress::missing.eq(from.missing_text()));
    let values = (watch_progress::position.eq(to.position), watch_progress::missing.eq(to.missing_text()));
    Ok(diesel::update(here).set(values).execute(tx.conn)? == 1)
}

/// Whether anybody has saved anything.
pub(super) fn is_anything_watched(conn: &mut Conn) -> Result<bool> {
    let any = watched_terms::table.filter(watched_terms::query_id.gt(WatchedQueryId::new(0)));
    Ok(diesel::select(diesel::dsl::exists(any)).get_result(conn)?)
}

/// The questions that are filed under one of these terms, by id.
pub(super) fn filed_under(conn: &mut Conn, terms: &[&str]) -> Result<Vec<QueryRow>> {
    let mut found = BTreeMap::new();
    for some in terms.chunks(AT_ONCE) {
        let rows: Vec<QueryRow> = watched_terms::table
            .inner_join(watched_queries::table.on(watched_queries::id.eq(watched_terms::query_id)))
            .filter(watched_terms::term.eq_any(some))
            .select((watched_queries::id, watched_queries::query, watched_queries::created_at))
            .load(conn)?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(found.into_values().collect())
}

/// What these questions have found, or had before, among these ideas.
pub(super) fn decided(
    conn: &mut Conn,
    queries: &[WatchedQueryId],
    ideas: &[IdeaId],
) -> Result<HashSet<(WatchedQueryId, IdeaId)>> {
    let mut found = HashSet::new();
    for some in queries.chunks(AT_ONCE) {
        let rows: Vec<(WatchedQueryId, IdeaId)> = saved_search_hits::table
            .filter(saved_search_hits::query_id.eq_any(some))
            .filter(saved_search_hits::idea_id.eq_any(ideas))
            .select((saved_search_hits::query_id, saved_search_hits::idea_id))
            .load(conn)?;
        found.extend(rows);
    }
    Ok(found)
}

/// Those of these questions that are still there.
pub(super) fn still_there(conn: &mut Conn, queries: &BTreeSet<WatchedQueryId>) -> Result<HashSet<WatchedQueryId>> {
    let all: Vec<WatchedQueryId> = queries.iter().copied().collect();
    let mut found = HashSet::new();
    for some in all.chunks(AT_ONCE) {
        let known = watched_queries::table.filter(watched_queries::id.eq_any(some));
        found.extend(known.select(watched_queries::id).load::<WatchedQueryId>(conn)?);
    }
    Ok(found)
}

/// Notes that a question fits an idea: since a moment, or with none since before it was saved.
pub(super) fn insert_hit(
    tx: &mut Tx<'_>,
    query: WatchedQueryId,
    idea: IdeaId,
    found_at: Option<Timestamp>,
) -> Result<()> {
    portable::insert_new(tx, |conn| {
        diesel::insert_into(saved_search_hits::table)
            .values((
                saved_search_hits::query_id.eq(query),
                saved_search_hits::idea_id.eq(idea),
                saved_search_hits::found_at.eq(found_at),
            ))
            .execute(conn)
    })?;
    Ok(())
}

/// The questions that an idea came to fit after they were saved.
pub(super) fn told_of(conn: &mut Conn, idea: IdeaId) -> Result<Vec<QueryRow>> {
    Ok(saved_search_hits::table
        .inner_join(watched_queries::table.on(watched_queries::id.eq(saved_search_hits::query_id)))
        .filter(saved_search_hits::idea_id.eq(idea))
        .filter(saved_search_hits::found_at.is_not_null())
        .select((watched_queries::id, watched_queries::query, watched_queries::created_at))
        .load(conn)?)
}

/// Forgets that an idea fits a question.
pub(super) fn remove_hit(tx: &mut Tx<'_>, query: WatchedQueryId, idea: IdeaId) -> Result<()> {
    let hit = saved_search_hits::table
        .filter(saved_search_hits::query_id.eq(query))
        .filter(saved_search_hits::idea_id.eq(idea));
    diesel::delete(hit).execute(tx.conn)?;
    Ok(())
}

/// Questions whose terms were written in another version of the words, at most `most`.
pub(super) fn in_old_words(conn: &mut Conn, most: i64) -> Result<Vec<QueryRow>> {
    Ok(watched_queries::table
        .filter(watched_queries::vocabulary.ne(vocabulary()))
        .order(watched_queries::id)
        .limit(most)
        .select((watched_queries::id, watched_queries::query, watched_queries::created_at))
        .load(conn)?)
}

/// Files a question under other terms, in the words of now.
pub(super) fn file_anew(tx: &mut Tx<'_>, id: WatchedQueryId, terms: &[String]) -> Result<()> {
    let there = diesel::update(watched_queries::table.filter(watched_queries::id.eq(id)))
        .set(watched_queries::vocabulary.eq(vocabulary()))
        .execute(tx.conn)?;
    if there > 0 {
        diesel::delete(watched_terms::table.filter(watched_terms::query_id.eq(id))).execute(tx.conn)?;
        insert_terms(tx, id, terms)?;
    }
    Ok(())
}
