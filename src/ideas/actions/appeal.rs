//! The author asks for a new review of a refusal: once, by another moderator.

use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::{self, Update};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::kernel::text::Reason;
use crate::policy::Action;
use crate::town::Town;

/// Sends a refused idea to the moderators again, with the author's reason.
///
/// # Errors
/// Who may not, an old version, a second appeal, or one that comes too late.
pub fn appeal(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, reason: &Reason) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "appeal", |tx| {
            let opened = open(tx, actor, at, Action::IdeaAppeal)?;
            let change = opened.decide(town, Command::Appeal)?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            store::insert_appeal(tx, opened.idea.id, reason.as_str())?;
            journal::record(tx, actor, &[Event::Appealed { idea: opened.idea.id }])?;
            Ok(moved)
        })
    })
}
