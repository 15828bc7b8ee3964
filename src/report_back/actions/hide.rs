//! Hiding the words of a report that break the rules, and showing them again.

use crate::accounts::standing;
use crate::db::Db;
use crate::error::Result;
use crate::journal::{self, Event};
use crate::kernel::{Actor, SeatReportId};
use crate::policy::{self, Action, Standing};
use crate::report_back::store;

/// Hides the words of a report, or shows them again; the decisions in it stay.
///
/// # Errors
/// Not found; what the permission table says.
pub fn hide(db: &Db, actor: &Actor, (slug, report): (&str, SeatReportId), hidden: bool) -> Result<()> {
    db.write(|tx| {
        let found = store::report(tx.conn, slug, report)?;
        // Nobody judges his or her own words.
        let standing = Standing { author: actor.person() == Some(found.by), ..standing::of(tx.conn, actor)? };
        policy::authorise(&standing, Action::ContentHide)?;
        store::set_hidden(tx, found.id, hidden)?;
        let event = Event::SeatReportHidden { group: found.group, report: found.id, hidden };
        journal::record(tx, actor, &[event])?;
        Ok(())
    })
}
