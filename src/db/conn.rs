//! One connection, of either kind, and the settings every session has.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::{Connection, PgConnection, SqliteConnection};

use super::Config;
use crate::error::{Error, Result};

/// A connection to one of the two databases.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Makes connections for the pool.
pub(super) struct Manager {
    address: Address,
    statement_seconds: u32,
    statements: Arc<AtomicU64>,
}

enum Address {
    Postgres(String),
    Sqlite(String),
}

impl Manager {
    pub(super) fn new(config: &Config, statements: Arc<AtomicU64>) -> Result<Self> {
        let url = config.url.expose();
        let address = match url.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Address::Postgres(url.clone()),
            Some(("sqlite", path)) if !path.is_empty() => Address::Sqlite(path.to_owned()),
            // Anything else must not become the name of a new, empty SQLite file.
            Some(_) | None => return Err(Error::internal("database address: expected sqlite://PATH or postgres://…")),
        };
        if let Address::Sqlite(path) = &address
            && let Some(folder) = PathBuf::from(path).parent()
        {
            private_folder(folder)?;
        }
        Ok(Self { address, statement_seconds: config.statement_seconds, statements })
    }

    pub(super) const fn is_sqlite(&self) -> bool {
        matches!(self.address, Address::Sqlite(_))
    }

    fn establish(&self) -> std::result::Result<Conn, ManagerError> {
        let mut conn = match &self.address {
            Address::Postgres(url) => Conn::Postgres(PgConnection::establish(url)?),
            Address::Sqlite(path) => Conn::Sqlite(SqliteConnection::establish(path)?),
        };
        let settings = match &conn {
            Conn::Postgres(_) => format!(
                "SET TIME ZONE 'UTC'; SET statement_timeout = '{0}s'; SET lock_timeout = '{0}s'; \
                 SET idle_in_transaction_session_timeout = '60s'",
                self.statement_seconds
            ),
            // Every commit reaches the disk (synchronous full): an answer given is kept.
            Conn::Sqlite(_) => format!(
                "PRAGMA busy_timeout = {}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                 PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; \
                 PRAGMA trusted_schema = OFF",
                self.statement_seconds * 1000
            ),
        };
        conn.batch_execute(&settings)?;
        let statements = Arc::clone(&self.statements);
        conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { .. } = event {
                statements.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ok(conn)
    }
}

/// Creates a folder that only the user of this process may open; one that exists stays as it is.
///
/// # Errors
/// [`Error::Unavailable`] when it cannot be created.
pub fn private_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| Error::Unavailable(error.into()))
}

/// Why no connection could be made.
#[derive(Debug, thiserror::Error)]
pub(super) enum ManagerError {
    #[error("connecting: {0}")]
    Connect(#[from] diesel::ConnectionError),
    #[error("first statement: {0}")]
    Statement(#[from] diesel::result::Error),
}

impl diesel::r2d2::ManageConnection for Manager {
    type Connection = Conn;
    type Error = ManagerError;

    fn connect(&self) -> std::result::Result<Conn, ManagerError> {
        self.establish()
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), ManagerError> {
        conn.batch_execute("SELECT 1")?;
        // Asking whether the connection still lives is no statement of the page that gets it.
        self.statements.fetch_sub(1, Ordering::Relaxed);
        Ok(())
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        use diesel::connection::TransactionManager;
        match conn {
            Conn::Postgres(inner) => {
                <PgConnection as Connection>::TransactionManager::is_broken_transaction_manager(inner)
            }
            Conn::Sqlite(inner) => {
                <SqliteConnection as Connection>::TransactionManager::is_broken_transaction_manager(inner)
            }
        }
    }
}
