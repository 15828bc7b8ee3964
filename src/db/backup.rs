//! A consistent copy of a SQLite database while it is in use, and the check of such a copy.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection};

use super::{Conn, Db};
use crate::error::{Error, Result};

impl Db {
    /// Writes a consistent copy of the whole database to a new file. PostgreSQL has its own
    /// tools for this, and is refused.
    ///
    /// # Errors
    /// When the file exists, the disk is full, or the database is PostgreSQL.
    pub fn copy_to(&self, file: &Path) -> Result<()> {
        let path = file.to_str().ok_or_else(|| Error::internal("the path of the copy is not UTF-8"))?;
        self.read(|conn| match conn {
            Conn::Sqlite(inner) => {
                inner.batch_execute("PRAGMA busy_timeout = 60000")?;
                diesel::sql_query("VACUUM INTO ?").bind::<diesel::sql_types::Text, _>(path).execute(inner)?;
                Ok(())
            }
            Conn::Postgres(_) => Err(Error::internal("use pg_dump for a PostgreSQL database")),
        })
    }
}

/// Checks that a file is a whole SQLite database: every page and every reference.
///
/// # Errors
/// When it cannot be opened or something in it is broken.
pub fn check(file: &Path) -> Result<()> {
    #[derive(QueryableByName)]
    struct Verdict {
        #[diesel(sql_type = diesel::sql_types::Text)]
        integrity_check: String,
    }
    let path = file.to_str().ok_or_else(|| Error::internal("the path of the copy is not UTF-8"))?;
    let mut conn = SqliteConnection::establish(path).map_err(|error| Error::Unavailable(error.into()))?;
    let verdict: Vec<Verdict> = diesel::sql_query("PRAGMA integrity_check").load(&mut conn)?;
    match verdict.first() {
        Some(first) if first.integrity_check == "ok" => Ok(()),
        Some(first) => Err(Error::corrupt(first.integrity_check.clone())),
        None => Err(Error::corrupt("no verdict")),
    }
}
