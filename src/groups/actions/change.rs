//! Changing what a group is. An open ballot goes on by the rules under which it was opened.

use super::demand;
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::groups::draft::GroupChange;
use crate::groups::store;
use crate::journal::{self, Event};
use crate::kernel::Actor;

/// Changes the group with this slug.
///
/// # Errors
/// Not found; a conflict when somebody has changed it since the form was shown.
pub fn change_group(db: &Db, actor: &Actor, slug: &str, change: &GroupChange) -> Result<()> {
    db.write(|tx| {
        demand(tx.conn, actor)?;
        let group = store::load_by_slug(tx.conn, slug)?.id;
        if !store::change(tx, group, change.version, &change.terms)? {
            return Err(Error::Conflict(Code::ChangedMeanwhile));
        }
        journal::record(tx, actor, &[Event::GroupChanged { group }])?;
        Ok(())
    })
}
