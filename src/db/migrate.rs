//! The embedded migrations of both trees.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, Db};
use crate::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Number that guards the migrations of PostgreSQL, so that two processes started together take
/// turns. Any constant does; it only has to be the same in every process.
const ADVISORY_LOCK: &str = "SELECT pg_advisory_lock(7261413)";

impl Db {
    /// Brings the database up to the newest version; says how many steps were taken.
    ///
    /// # Errors
    /// When a step fails, or when the database is newer than this program.
    pub fn migrate(&self) -> Result<usize> {
        let steps = self.migrate_steps(usize::MAX)?;
        self.refresh_statistics()?;
        Ok(steps)
    }

    /// Takes at most `most` steps up. Only tests stop half-way.
    ///
    /// # Errors
    /// As [`Db::migrate`].
    pub fn migrate_steps(&self, most: usize) -> Result<usize> {
        self.read(|conn| match conn {
            Conn::Sqlite(inner) => up(inner, || SQLITE, most),
            Conn::Postgres(inner) => {
                use diesel::connection::SimpleConnection;
                inner.batch_execute(ADVISORY_LOCK)?;
                let outcome = up(inner, || POSTGRES, most);
                inner.batch_execute("SELECT pg_advisory_unlock(7261413)")?;
                outcome
            }
        })
    }

    /// Takes every step down again, leaving an empty database. Only tests and an example town that was
    /// half loaded need this.
    ///
    /// # Errors
    /// When a step fails.
    pub fn migrate_down(&self) -> Result<()> {
        self.read(|conn| {
            let outcome = match conn {
                Conn::Sqlite(inner) => inner.revert_all_migrations(SQLITE).map(drop),
                Conn::Postgres(inner) => inner.revert_all_migrations(POSTGRES).map(drop),
            };
            outcome.map_err(Error::Internal)
        })
    }

    /// Whether the database is at the version of this program.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub fn is_migrated(&self) -> Result<bool> {
        self.read(|conn| {
            let pending = match conn {
                Conn::Sqlite(inner) => inner.has_pending_migration(SQLITE),
                Conn::Postgres(inner) => inner.has_pending_migration(POSTGRES),
            };
            pending.map(|pending| !pending).map_err(Error::Internal)
        })
    }
}

fn up<DB, C>(conn: &mut C, source: fn() -> EmbeddedMigrations, most: usize) -> Result<usize>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    use diesel::migration::MigrationSource;
    let known: Vec<Box<dyn diesel::migration::Migration<DB>>> = source().migrations().map_err(Error::Internal)?;
    let applied = conn.applied_migrations().map_err(Error::Internal)?;
    if applied.len() > known.len() {
        return Err(Error::internal("the database was made by a newer version of the program"));
    }
    let mut steps = 0;
    while steps < most && conn.has_pending_migration(source()).map_err(Error::Internal)? {
        conn.run_next_migration(source()).map_err(Error::Internal)?;
        steps += 1;
    }
    Ok(steps)
}
