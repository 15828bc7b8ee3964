//! The few statements that the two databases spell differently.
//!
//! Used by: every store that inserts "if not there yet" ([`insert_new`]).

use diesel::Connection;
use diesel::result::{DatabaseErrorKind, Error as Diesel};

use super::{Conn, Tx};
use crate::error::Result;

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
