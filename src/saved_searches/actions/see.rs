//! Marking what was found as seen.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::kernel::{Actor, SavedSearchId};
use crate::saved_searches::store;

/// Up to where somebody has looked.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawSeen {
    /// `newest` of the list that was read, so that what has come meanwhile stays new; empty for
    /// everything.
    pub until: String,
}

impl RawSeen {
    fn parse(&self) -> Result<i64> {
        match self.until.trim() {
            "" => Ok(i64::MAX),
            number => number.parse().map_err(|_no_number| Error::field("until", Code::FieldNotNumber)),
        }
    }
}

/// Marks hits of one of the person's searches as seen. What was seen before stays so.
///
/// # Errors
/// Not found, also for another person's.
pub fn see(db: &Db, actor: &Actor, id: SavedSearchId, raw: &RawSeen) -> Result<()> {
    let until = raw.parse()?;
    db.write(|tx| {
        let person = super::demand(tx.conn, actor)?;
        let query = store::query_of(tx.conn, person, id)?;
        // Never beyond what is there: hits to come are nobody's to have seen.
        let newest = store::newest_hit(tx.conn, query)?;
        store::see(tx, id, until.min(newest))
    })
}
