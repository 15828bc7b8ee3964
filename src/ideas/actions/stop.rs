//! The group stops the carrying out, and says why.

use super::ask_owner::relieve;
use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::{Update, help};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::kernel::text::Reason;
use crate::policy::Action;
use crate::town::Town;

/// Stops what was decided or is under way; nobody owns it any more.
///
/// # Errors
/// Who may not, the wrong state, or an old version.
pub fn stop(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, reason: &Reason) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "stop", |tx| {
            let opened = open(tx, actor, at, Action::IdeaStop)?;
            let change = opened.decide(town, Command::Stop)?;
            let relieved = relieve(tx, opened.idea.id, None)?;
            help::end(tx, opened.idea.id)?;
            let update = Update { reason: Some(reason.as_str()), ..Update::default() };
            let moved = opened.apply(tx, &change, &update)?;
            journal::record(tx, actor, &[vec![Event::Stopped { idea: opened.idea.id }], relieved].concat())?;
            Ok(moved)
        })
    })
}
