//! What the database can do at most: transactions of one inserted row each, every one on the disk
//! before the next, through the program's own pool.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use medskapa::db::Db;
use medskapa::db::schema::supports;
use medskapa::kernel::IdeaId;

use crate::Outcome;
use crate::client::Load;

/// Inserts rows of supports that nobody gave.
pub(crate) struct BareInserts {
    db: Db,
    ideas: Vec<i64>,
    next: AtomicU64,
}

impl BareInserts {
    pub(crate) fn new(db: Db, ideas: Vec<i64>) -> Self {
        Self { db, ideas, next: AtomicU64::new(0) }
    }

    /// Inserts on this many threads for a time.
    pub(crate) fn run(&self, threads: usize, time: Duration) -> Outcome<Load> {
        let begun = Instant::now();
        let parts: Vec<Result<Load, String>> = std::thread::scope(|scope| {
            let running: Vec<_> = (0..threads)
                .map(|_| scope.spawn(|| self.one_thread(begun + time).map_err(|error| error.to_string())))
                .collect();
            running.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a thread failed".to_owned()))).collect()
        });
        let mut all = Load::default();
        for part in parts {
            all.add(part?);
        }
        all.seconds = begun.elapsed().as_secs_f64();
        Ok(all)
    }

    fn one_thread(&self, until: Instant) -> Outcome<Load> {
        let mut done = Load::default();
        loop {
            let begun = Instant::now();
            if begun >= until {
                return Ok(done);
            }
            self.insert()?;
            done.microseconds.push(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX));
        }
    }

    fn insert(&self) -> Outcome<()> {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        let place = usize::try_from(turn)? % self.ideas.len().max(1);
        let idea = IdeaId::new(self.ideas.get(place).copied().ok_or("no open idea")?);
        let supporter = medskapa::kernel::token::token_hash(&format!("nobody {turn}"));
        Ok(self.db.write(|tx| {
            diesel::insert_into(supports::table)
                .values((supports::idea_id.eq(idea), supports::supporter.eq(&supporter)))
                .execute(tx.conn)?;
            Ok(())
        })?)
    }
}
