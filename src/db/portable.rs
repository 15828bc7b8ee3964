//! The few statements that the two databases spell differently.
//!
//! Used by: every store that inserts "if not there yet" ([`insert_new`]), and the pages kept for
//! visitors ([`snapshot`]).

use diesel::result::{DatabaseErrorKind, Error as Diesel};
use diesel::{Connection, QueryableByName, RunQueryDsl};

use super::{Conn, Tx};
use crate::error::Result;

/// A word for everything that is committed: it differs after any commit of any process. Empty on
/// SQLite, where one process commits and counts by itself ([`super::Db::commits`]).
///
/// # Errors
/// When the database fails.
pub fn snapshot(conn: &mut Conn) -> Result<String> {
    #[derive(QueryableByName)]
    struct Snapshot {
        #[diesel(sql_type = diesel::sql_types::Text)]
        snapshot: String,
    }
    match conn {
        Conn::Sqlite(_) => Ok(String::new()),
        Conn::Postgres(inner) => {
            let now: Snapshot =
                diesel::sql_query("SELECT pg_current_snapshot()::text AS snapshot").get_result(inner)?;
            Ok(now.snapshot)
        }
    }
}

/// Runs an insert that may meet a row with the same unique value: `None` says that it was there.
/// A savepoint keeps the rest of the transaction usable on PostgreSQL.
///
/// # Errors
/// Any other failure of the statement.
pub fn insert_new<T>(tx: &mut Tx<'_>, insert: impl FnOnce(&mut Conn) -> diesel::QueryResult<T>) -> Result<Option<T>> {
    match tx.conn.transaction(insert) {
        Ok(value) => Ok(Some(value)),
        Err(Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
