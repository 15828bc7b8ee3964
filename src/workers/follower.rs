//! The search index follows the list of changes: read on from the position, load each idea as it
//! is *now*, put or remove its document, keep the position in the same commit.

use std::collections::BTreeSet;

use super::Parts;
use crate::db::Db;
use crate::error::Result;
use crate::ideas::search_doc;
use crate::journal::{self, OVERLAP};
use crate::kernel::IdeaId;
use crate::search::{Change, Search};

/// Most changes in one batch, beside the overlap.
const MOST_CHANGES: i64 = 1_000;
/// Ideas read at once while the index is built anew.
const PAGE: i64 = 500;
/// Ideas compared at once with the index.
const SLICE: i64 = 20_000;

/// Follows for one process; remembers which changes behind the position it has seen.
#[derive(Debug, Default)]
pub struct Follower {
    seen: BTreeSet<i64>,
    compared_to: i64,
}

/// Brings the index to where the database is; builds it anew when it cannot follow. Nothing happens
/// in a process without an index.
///
/// # Errors
/// When the database or the index cannot be used.
pub fn follow_search(parts: &Parts) -> Result<()> {
    let mut follower = Follower::default();
    while follower.step(parts)? {}
    Ok(())
}

/// Builds the whole index anew from the database; the old one serves until it is ready.
///
/// # Errors
/// When the database or the index cannot be used; the old index stays.
pub fn rebuild(db: &Db, search: &Search) -> Result<()> {
    // Read first: what changes while the pages are read is followed afterwards.
    let position = db.read(journal::last_change)?;
    let mut after = IdeaId::new(0);
    search.rebuild(position, || {
        let ids = db.read(|conn| search_doc::marks_after(conn, after, PAGE))?;
        let Some((last, _)) = ids.last() else { return Ok(None) };
        after = *last;
        let ids: Vec<IdeaId> = ids.into_iter().map(|(id, _)| id).collect();
        db.read(|conn| search_doc::load_many(conn, &ids)).map(Some)
    })
}

impl Follower {
    /// Makes one batch of changes; says whether there may be more.
    ///
    /// # Errors
    /// When the database or the index cannot be used.
    pub fn step(&mut self, parts: &Parts) -> Result<bool> {
        let db = &parts.db;
        let Some(search) = &parts.search else { return Ok(false) };
        let Some(position) = search.position() else { return self.begin_anew(db, search) };
        let overlap_from = (position - OVERLAP).max(0);
        let (rows, oldest, newest) = db.read(|conn| {
            let rows = journal::changes_after(conn, overlap_from, OVERLAP + MOST_CHANGES)?;
            // What is missing between the position and the oldest change has been forgotten; a
            // position after the newest one belongs to data that a backup has replaced.
            Ok((rows, journal::oldest_change(conn)?, journal::last_change(conn)?))
        })?;
        if oldest.is_some_and(|oldest| oldest > position + 1) || position > newest {
            return self.begin_anew(db, search);
        }
        let is_more = rows.last().is_some_and(|last| last.id < newest);
        let fresh: Vec<_> = rows.iter().filter(|row| !self.seen.contains(&row.id)).collect();
        let reached = rows.last().map_or(position, |last| last.id.max(position));
        if !fresh.is_empty() {
            let ids: BTreeSet<IdeaId> = fresh.iter().map(|row| row.idea).collect();
            search.apply(&changes(db, &ids)?, reached)?;
        }
        self.seen.extend(fresh.iter().map(|row| row.id));
        self.seen = self.seen.split_off(&(reached - OVERLAP));
        search.note_seen(&self.seen, reached - OVERLAP);
        Ok(is_more)
    }

    /// Compares the next slice of ideas with the index and mends what differs; gives how many did.
    /// A whole round takes as many calls as there are slices.
    ///
    /// # Errors
    /// When the database or the index cannot be used.
    pub fn verify_slice(&mut self, parts: &Parts) -> Result<usize> {
        let db = &parts.db;
        let Some((search, position)) = parts.search.as_ref().and_then(|own| Some((own, own.position()?))) else {
            return Ok(0);
        };
        let from = self.compared_to;
        let wanted = db.read(|conn| search_doc::marks_after(conn, IdeaId::new(from), SLICE))?;
        let is_last = i64::try_from(wanted.len()).is_ok_and(|found| found < SLICE);
        let to = if is_last { i64::MAX } else { wanted.last().map_or(i64::MAX, |(id, _)| id.get()) };
        let indexed = search.versions()?;
        let there: BTreeSet<(i64, i64)> =
            indexed.into_iter().skip_while(|(id, _)| *id <= from).take_while(|(id, _)| *id <= to).collect();
        let wanted: BTreeSet<(i64, i64)> = wanted.into_iter().map(|(id, mark)| (id.get(), mark)).collect();
        let differing: BTreeSet<IdeaId> = wanted.symmetric_difference(&there).map(|(id, _)| IdeaId::new(*id)).collect();
        if !differing.is_empty() {
            search.apply(&changes(db, &differing)?, position)?;
        }
        self.compared_to = if is_last { 0 } else { to };
        Ok(differing.len())
    }

    fn begin_anew(&mut self, db: &Db, search: &Search) -> Result<bool> {
        tracing::info!("search index is built from the database");
        rebuild(db, search)?;
        *self = Self::default();
        Ok(true)
    }
}

/// What these ideas are now: a document for each that is listed, a removal for each that is not.
fn changes(db: &Db, ids: &BTreeSet<IdeaId>) -> Result<Vec<Change>> {
    let listed: Vec<IdeaId> = ids.iter().copied().collect();
    let docs = db.read(|conn| search_doc::load_many(conn, &listed))?;
    let found: BTreeSet<i64> = docs.iter().map(|doc| doc.id).collect();
    let gone = ids.iter().map(|id| id.get()).filter(|id| !found.contains(id)).map(Change::Remove);
    Ok(gone.chain(docs.into_iter().map(|doc| Change::Put(Box::new(doc)))).collect())
}
