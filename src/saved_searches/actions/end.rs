//! Ending a saved search.

use crate::db::Db;
use crate::error::Result;
use crate::kernel::{Actor, SavedSearchId};
use crate::saved_searches::store;

/// Ends one of the person's searches; with the last one on a question, the question and what it
/// found go too.
///
/// # Errors
/// Not found, also for another person's and for one that has ended.
pub fn end(db: &Db, actor: &Actor, id: SavedSearchId) -> Result<()> {
    db.write(|tx| {
        let person = super::demand(tx.conn, actor)?;
        let query = store::query_of(tx.conn, person, id)?;
        store::end_saved(tx, person, query)
    })
}
