//! The group wants an idea to happen: it becomes a proposal, and somebody named is asked to own it.

use super::ask_owner::name_owner;
use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::forms::TakeForward;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::Update;
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::policy::Action;
use crate::town::Town;

/// Takes an idea forward.
///
/// # Errors
/// Who may not, the wrong state, an old version, a waiting hand-over, or an owner who has no seat.
pub fn take_forward(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, taken: &TakeForward) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "take forward", |tx| {
            let opened = open(tx, actor, at, Action::IdeaTriage)?;
            let change = opened.decide(town, Command::TakeForward)?;
            let (ownership, relieved) = name_owner(tx, &opened, &taken.owner)?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            let idea = opened.idea.id;
            let forward = Event::TakenForward { idea, reason: taken.reason.as_str().to_owned() };
            let asked = Event::OwnerAsked { idea, ownership };
            journal::record(tx, actor, &[vec![forward, asked], relieved].concat())?;
            Ok(moved)
        })
    })
}
