//! Whether the index has seen everything that was taken away: what was hidden is gone from the next
//! answer, in every process, although each index follows the database some moments behind.

use crate::db::Db;
use crate::error::Result;
use crate::journal;
use crate::search::Search;

/// Waits until the index holds no word that was taken away before this moment. False when that takes
/// too long: then nothing may be told from it. One statement.
///
/// # Errors
/// When the database cannot be used.
pub fn has_settled(db: &Db, search: &Search) -> Result<bool> {
    // Without a position the index is being built from nothing, and holds what is public now.
    let Some(position) = search.position() else { return Ok(true) };
    let withdrawals = db.read(|conn| journal::withdrawals_near(conn, position))?;
    Ok(withdrawals.is_empty() || search.has_seen(&withdrawals))
}
