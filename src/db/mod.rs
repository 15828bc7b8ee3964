//! The only doors to a database connection: [`Db::read`] and [`Db::write`].
//!
//! SQLite and PostgreSQL are chosen by the scheme of the address; both run the same statements.
//! A write on SQLite begins immediate, because a transaction that reads first and then writes
//! fails at once when somebody else wrote in between (`docs/adr/0001-two-databases.md`).

pub mod backup;
mod conn;
mod fault;
pub mod keys;
pub mod migrate;
pub mod portable;
pub mod schema;
pub mod sent_forms;
mod tx;
mod union;

pub use conn::{Conn, private_folder};
pub use tx::Tx;
pub use union::UnionAll;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::kernel::{Clock, Secret};

/// How often a write is repeated when PostgreSQL says that two of them met.
const WRITE_TRIES: u32 = 5;

/// Settings of the database.
#[derive(Debug, Clone, Serialize, Deserialize, documented::DocumentedFields)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where the data is: `sqlite://PATH` or `postgres://…`. Empty means a file in the data folder.
    pub url: Secret<String>,
    /// Most connections at the same time, 1 to 100.
    pub connections: u32,
    /// Longest time for one statement, in seconds, 1 to 300.
    pub statement_seconds: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self { url: Secret::new(String::new()), connections: 8, statement_seconds: 5 }
    }
}

/// The database, shared by everything in the process. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    pool: diesel::r2d2::Pool<conn::Manager>,
    clock: Clock,
    /// Writes on SQLite take turns here instead of polling for the file's lock.
    write_turn: Option<Mutex<()>>,
    statements: Arc<AtomicU64>,
    commits: Mutex<u64>,
    committed: Condvar,
}

impl Db {
    /// Opens the database. Nothing is created or migrated here except an empty SQLite file.
    ///
    /// # Errors
    /// When the address has an unknown scheme, or no connection can be made.
    pub fn open(config: &Config, clock: Clock) -> Result<Self> {
        let statements = Arc::new(AtomicU64::new(0));
        let manager = conn::Manager::new(config, Arc::clone(&statements))?;
        let write_turn = manager.is_sqlite().then(|| Mutex::new(()));
        let pool = diesel::r2d2::Pool::builder()
            .max_size(config.connections)
            .min_idle(Some(1))
            .connection_timeout(Duration::from_secs(5))
            .test_on_check_out(!manager.is_sqlite())
            .build(manager)
            .map_err(|error| Error::Unavailable(error.into()))?;
        let inner = Inner { pool, clock, write_turn, statements, commits: Mutex::new(0), committed: Condvar::new() };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Reads. Do not write inside: on SQLite it would fail under contention.
    ///
    /// # Errors
    /// What `work` gives, or [`Error::Unavailable`] when no connection is free in time.
    pub fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.connection()?;
        work(&mut conn)
    }

    /// Runs `work` in one write transaction with one moment. It is committed when `work`
    /// succeeds and leaves no trace when it does not. `work` may run more than once, so it must
    /// have no effect but its rows.
    ///
    /// # Errors
    /// What `work` gives, or [`Error::Unavailable`].
    pub fn write<T>(&self, mut work: impl FnMut(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let turn = self.inner.write_turn.as_ref().map(|turn| turn.lock().unwrap_or_else(PoisonError::into_inner));
        let mut conn = self.connection()?;
        let mut tries = 1;
        let outcome = loop {
            match tx::run(&mut conn, self.inner.clock.now(), &mut work) {
                Err(error) if fault::is_repeatable(&error) && tries < WRITE_TRIES => tries += 1,
                outcome => break outcome,
            }
        };
        drop(turn);
        if outcome.is_ok() {
            self.announce_commit();
        }
        outcome
    }

    /// The clock that writes use.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// How many statements have been sent so far, over all connections.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.inner.statements.load(Ordering::Relaxed)
    }

    /// Whether the data is in SQLite (one process only) and not in PostgreSQL.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.inner.write_turn.is_some()
    }

    /// How many writes this process has committed; changes whenever data may have changed.
    #[must_use]
    pub fn commits(&self) -> u64 {
        *self.inner.commits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the number of commits is no longer `seen`, or the time is up; gives the number.
    #[must_use]
    pub fn wait_for_commit(&self, seen: u64, longest: Duration) -> u64 {
        let commits = self.inner.commits.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.inner.committed.wait_timeout_while(commits, longest, |commits| *commits == seen);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Wakes everyone in [`Db::wait_for_commit`], as when the process ends.
    pub fn announce_commit(&self) {
        *self.inner.commits.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.inner.committed.notify_all();
    }

    /// Folds the write-ahead log of SQLite into the database and empties it, so that the file no
    /// longer tells which rows changed together. Readers may keep it from being emptied; then the
    /// next call does it. Nothing happens on PostgreSQL, whose log belongs to its server.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database cannot be used.
    pub fn fold_log(&self) -> Result<()> {
        use diesel::connection::SimpleConnection as _;
        if self.inner.write_turn.is_none() {
            return Ok(());
        }
        let mut conn = self.connection()?;
        Ok(conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?)
    }

    /// Lets SQLite count what its indexes hold where that is unknown or has changed much, so that it
    /// chooses the right one; sessions that are open learn it when they are renewed. PostgreSQL does
    /// this by itself.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database cannot be used.
    pub fn refresh_statistics(&self) -> Result<()> {
        use diesel::connection::SimpleConnection as _;
        let Some(turn) = self.inner.write_turn.as_ref() else { return Ok(()) };
        let turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        // 0x10002: every table, and no more rows of each than are needed.
        let outcome = self.connection()?.batch_execute("PRAGMA optimize = 0x10002");
        drop(turn);
        Ok(outcome?)
    }

    fn connection(&self) -> Result<diesel::r2d2::PooledConnection<conn::Manager>> {
        self.inner.pool.get().map_err(|error| Error::Unavailable(error.into()))
    }
}
