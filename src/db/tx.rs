//! A write transaction in progress.

use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::Conn;
use crate::error::Result;
use crate::kernel::Timestamp;

#[expect(clippy::manual_non_exhaustive, reason = "only this module may make one, also inside the crate")]
/// A write transaction: the connection and the one moment at which everything in it happens.
/// Only [`super::Db::write`] makes one, so whoever holds it is inside a transaction.
pub struct Tx<'a> {
    /// The connection; statements go through the stores.
    pub conn: &'a mut Conn,
    /// The moment of this transaction.
    pub now: Timestamp,
    _private: (),
}

pub(super) fn run<T>(conn: &mut Conn, now: Timestamp, work: &mut impl FnMut(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    begin(conn)?;
    match work(&mut Tx { conn, now, _private: () }) {
        Ok(value) => {
            if let Err(error) = commit(conn) {
                roll_back(conn);
                return Err(error.into());
            }
            Ok(value)
        }
        Err(error) => {
            roll_back(conn);
            Err(error)
        }
    }
}

fn begin(conn: &mut Conn) -> diesel::QueryResult<()> {
    match conn {
        Conn::Postgres(inner) => AnsiTransactionManager::begin_transaction(inner),
        Conn::Sqlite(inner) => AnsiTransactionManager::begin_transaction_sql(inner, "BEGIN IMMEDIATE"),
    }
}

fn commit(conn: &mut Conn) -> diesel::QueryResult<()> {
    match conn {
        Conn::Postgres(inner) => AnsiTransactionManager::commit_transaction(inner),
        Conn::Sqlite(inner) => AnsiTransactionManager::commit_transaction(inner),
    }
}

fn roll_back(conn: &mut Conn) {
    let outcome = match conn {
        Conn::Postgres(inner) => AnsiTransactionManager::rollback_transaction(inner),
        Conn::Sqlite(inner) => AnsiTransactionManager::rollback_transaction(inner),
    };
    if let Err(error) = outcome {
        // The pool throws a connection with an open transaction away, so nothing is left behind.
        tracing::warn!(error = %error, "rolling back failed");
    }
}
