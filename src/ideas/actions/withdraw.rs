//! The author takes an idea back, with one public line.

use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::Update;
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::kernel::text::Line;
use crate::policy::Action;
use crate::town::Town;

/// Takes an idea back. It stays in the register, and what others wrote stays with it.
///
/// # Errors
/// Who may not, a state in which it has been decided, or an old version.
pub fn withdraw(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, reason: &Line) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "withdrawal", |tx| {
            let opened = open(tx, actor, at, Action::IdeaWithdraw)?;
            let change = opened.decide(town, Command::Withdraw)?;
            let update = Update { reason: Some(reason.as_str()), ..Update::default() };
            let moved = opened.apply(tx, &change, &update)?;
            journal::record(tx, actor, &[Event::Withdrawn { idea: opened.idea.id }])?;
            Ok(moved)
        })
    })
}
