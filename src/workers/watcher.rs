//! Asking the saved searches of what has changed ([`crate::saved_searches`]).

use super::Parts;
use crate::error::Result;
use crate::saved_searches::{Outcome, Watcher};

/// Asks them of every change that has not been looked at; tells what was done.
///
/// # Errors
/// When the database or the index library fails.
pub fn watch(parts: &Parts) -> Result<Outcome> {
    let mut watcher = Watcher::default();
    let mut sum = Outcome::default();
    while let Some(done) = watcher.step(&parts.db, parts.search.as_ref())? {
        sum.changes += done.changes;
        sum.asked += done.asked;
        sum.hits += done.hits;
    }
    Ok(sum)
}
