//! What the worker does: looks at what has changed, asks the questions that could fit, writes down
//! what they found.
//!
//! The hits and how far it has come are written in one transaction that begins where the last one
//! ended, so a process may be killed anywhere and several may work at once: of two that looked at
//! the same changes one comes too late, and its work is dropped.

use std::collections::{BTreeMap, BTreeSet};

use super::progress::Progress;
use super::store::QueryRow;
use super::{question, store};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::past::{self, Past};
use crate::ideas::search_doc;
use crate::journal::{self, ChangeRow};
use crate::kernel::{IdeaId, Timestamp, WatchedQueryId};
use crate::search::{Held, Percolator, Search, SearchDoc, Watched};

/// Most changes that are looked at in one step.
const MOST_CHANGES: i64 = 200;
/// Documents in one small index.
const DOCS_AT_ONCE: usize = 50;
/// Questions that are filed anew in one step.
const FILED_AT_ONCE: i64 = 100;

/// What one step did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Changes that were looked at.
    pub changes: usize,
    /// Questions that were asked.
    pub asked: usize,
    /// News that were written down.
    pub hits: usize,
}

/// Works for one thread.
#[derive(Clone, Default)]
pub struct Watcher {
    percolator: Percolator,
    knows_the_words: bool,
}

/// A question that fits an idea.
struct Finding {
    query: WatchedQueryId,
    idea: IdeaId,
    /// Since when; none when it did so before the question was saved.
    found_at: Option<Timestamp>,
}

#[derive(Default)]
struct Findings {
    asked: usize,
    all: Vec<Finding>,
    /// Questions that an idea fitted by words that were taken away.
    gone: Vec<(WatchedQueryId, IdeaId)>,
}

impl Watcher {
    /// Looks at the next changes; none when there are no more.
    ///
    /// # Errors
    /// When the database or the index library fails; then nothing was done.
    pub fn step(&mut self, db: &Db, search: Option<&Search>) -> Result<Option<Outcome>> {
        if !self.knows_the_words {
            self.file_anew(db, search)?;
            self.knows_the_words = true;
        }
        let (progress, changes, is_watched) = db.read(|conn| {
            let progress = store::load_progress(conn)?;
            let missing: Vec<i64> = progress.missing.iter().copied().collect();
            let mut changes = if missing.is_empty() { Vec::new() } else { journal::changes_among(conn, &missing)? };
            changes.extend(journal::changes_after(conn, progress.position, MOST_CHANGES)?);
            // Asked last: whoever saved a question before one of these changes is seen.
            let is_watched = !changes.is_empty() && store::is_anything_watched(conn)?;
            Ok((progress, changes, is_watched))
        })?;
        if changes.is_empty() {
            return Ok(None);
        }
        let findings = if is_watched { self.look_at(db, &changes)? } else { Findings::default() };
        let reached = progress.after(&changes.iter().map(|change| change.id).collect());
        let is_first = write_down(db, &progress, &reached, &findings)?;
        let hits = findings.all.iter().filter(|finding| is_first && finding.found_at.is_some()).count();
        Ok(Some(Outcome { changes: changes.len(), asked: findings.asked, hits }))
    }

    /// Asks what could fit the ideas that have changed, as they are now.
    fn look_at(&self, db: &Db, changes: &[ChangeRow]) -> Result<Findings> {
        let mut changed_at: BTreeMap<IdeaId, Timestamp> = BTreeMap::new();
        for change in changes {
            let at = changed_at.entry(change.idea).or_insert(change.at);
            *at = change.at.max(*at);
        }
        let ids: Vec<IdeaId> = changed_at.keys().copied().collect();
        let docs = db.read(|conn| search_doc::load_many(conn, &ids))?;
        let lessened: BTreeSet<IdeaId> =
            changes.iter().filter(|change| change.withdraws).map(|change| change.idea).collect();
        let mut findings = Findings::default();
        for some in docs.chunks(DOCS_AT_ONCE) {
            self.look_at_docs(db, some, &changed_at, &mut findings)?;
            self.take_back(db, some, &lessened, &mut findings)?;
        }
        Ok(findings)
    }

    /// Finds the news that were told of an idea and that it gives no reason for any more: that it was
    /// found would tell which words were taken away. An idea that is not shown at all keeps its news;
    /// they are not shown either.
    fn take_back(
        &self,
        db: &Db,
        docs: &[SearchDoc],
        lessened: &BTreeSet<IdeaId>,
        findings: &mut Findings,
    ) -> Result<()> {
        for doc in docs.iter().filter(|doc| lessened.contains(&IdeaId::new(doc.id))) {
            let idea = IdeaId::new(doc.id);
            let queries = db.read(|conn| store::told_of(conn, idea))?;
            if queries.is_empty() {
                continue;
            }
            let held = self.percolator.hold(std::slice::from_ref(doc))?;
            for query in queries {
                findings.asked += 1;
                if fits(&held, &question::watched(&query.query)?)?.is_empty() {
                    findings.gone.push((query.id, idea));
                }
            }
        }
        Ok(())
    }

    fn look_at_docs(
        &self,
        db: &Db,
        docs: &[SearchDoc],
        changed_at: &BTreeMap<IdeaId, Timestamp>,
        findings: &mut Findings,
    ) -> Result<()> {
        let held = self.percolator.hold(docs)?;
        let ideas: Vec<IdeaId> = docs.iter().map(|doc| IdeaId::new(doc.id)).collect();
        let (queries, decided) = db.read(|conn| {
            let terms: Vec<&str> = held.terms().collect();
            let queries = store::filed_under(conn, &terms)?;
            let ids: Vec<WatchedQueryId> = queries.iter().map(|query| query.id).collect();
            let decided = store::decided(conn, &ids, &ideas)?;
            Ok((queries, decided))
        })?;
        let mut fitting = Vec::new();
        for query in queries {
            if ideas.iter().all(|idea| decided.contains(&(query.id, *idea))) {
                continue;
            }
            findings.asked += 1;
            let watched = question::watched(&query.query)?;
            let new = fits(&held, &watched)?.into_iter().filter(|idea| !decided.contains(&(query.id, *idea))).collect();
            fitting.push(Fitting { query, watched, ideas: new });
        }
        findings.all.extend(self.told_apart(db, &fitting, changed_at)?);
        Ok(())
    }

    /// Tells what is news from what fitted when the question was saved.
    fn told_apart(
        &self,
        db: &Db,
        fitting: &[Fitting],
        changed_at: &BTreeMap<IdeaId, Timestamp>,
    ) -> Result<Vec<Finding>> {
        let ideas: BTreeSet<IdeaId> = fitting.iter().flat_map(|one| one.ideas.iter().copied()).collect();
        let ideas: Vec<IdeaId> = ideas.into_iter().collect();
        let pasts = db.read(|conn| past::load_many(conn, &ideas))?;
        let pasts: BTreeMap<IdeaId, Past> = pasts.into_iter().map(|past| (past.id(), past)).collect();
        let mut findings = Vec::new();
        for one in fitting {
            for idea in &one.ideas {
                // Hidden in this very moment: the change that hid it takes care of it.
                let (Some(past), Some(at)) = (pasts.get(idea), changed_at.get(idea)) else { continue };
                let fitted = match past.at(one.query.created_at) {
                    Some(then) => !fits(&self.percolator.hold(&[then])?, &one.watched)?.is_empty(),
                    None => false,
                };
                findings.push(Finding { query: one.query.id, idea: *idea, found_at: (!fitted).then_some(*at) });
            }
        }
        Ok(findings)
    }

    /// Writes the terms of questions anew that were filed in other words than those of now: another
    /// version of the program takes words apart in another way.
    fn file_anew(&self, db: &Db, search: Option<&Search>) -> Result<()> {
        loop {
            let old = db.read(|conn| store::in_old_words(conn, FILED_AT_ONCE))?;
            if old.is_empty() {
                return Ok(());
            }
            let mut filed = Vec::with_capacity(old.len());
            for query in old {
                let watched = question::watched(&query.query)?;
                let terms = match search {
                    Some(search) => search.terms(&watched)?,
                    None => self.percolator.terms(&watched)?,
                };
                filed.push((query.id, terms));
            }
            db.write(|tx| filed.iter().try_for_each(|(id, terms)| store::file_anew(tx, *id, terms)))?;
        }
    }
}

/// A question with the ideas that it fits and that nothing was written down about yet.
struct Fitting {
    query: QueryRow,
    watched: Watched,
    ideas: Vec<IdeaId>,
}

fn fits(held: &Held, watched: &Watched) -> Result<Vec<IdeaId>> {
    Ok(held.matching(watched)?.into_iter().map(IdeaId::new).collect())
}

/// Writes everything down in one transaction; `false` when somebody else was there first.
fn write_down(db: &Db, from: &Progress, to: &Progress, findings: &Findings) -> Result<bool> {
    db.write(|tx| {
        if !store::move_on(tx, from, to)? {
            return Ok(false);
        }
        let found = &findings.all;
        let there = store::still_there(tx.conn, &found.iter().map(|finding| finding.query).collect())?;
        for finding in found.iter().filter(|finding| there.contains(&finding.query)) {
            store::insert_hit(tx, finding.query, finding.idea, finding.found_at)?;
        }
        for (query, idea) in &findings.gone {
            store::remove_hit(tx, *query, *idea)?;
        }
        Ok(true)
    })
}
