//! Whoever owes the next step gives a new day for it and says why: the honest word before, or after,
//! a day that cannot be kept. Everyone can read it, and the author gets it by mail.

use super::ask::decide_by_day;
use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::clock;
use crate::ideas::forms::Postponement;
use crate::ideas::ladder;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::{Idea, Update, clock_steps};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::policy::Action;
use crate::town::Town;

/// Gives a new day. The steps that follow when a day has passed begin anew with it.
///
/// # Errors
/// Who may not, the wrong state, an old version, or a day that has passed, is no later or is too far
/// away.
pub fn postpone(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, new: &Postponement) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "postpone", |tx| {
            let opened = open(tx, actor, at, Action::IdeaPostpone)?;
            // Somebody who is asked to own it does not put off what the group owes, and a group not
            // what moderators owe.
            if !clock::ower(opened.idea.state).is_some_and(|by| clock::may_put_off(&opened.standing, by)) {
                return Err(Error::Conflict(Code::NotNow));
            }
            let change = decide_by_day(&opened, town, Command::Postpone(new.due_on))?;
            let from = opened.idea.due_on.ok_or_else(|| Error::corrupt("nothing is owed, and it was put off"))?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            // Who gives a day that is near has just thought of it, and is not reminded of it at once.
            let later = Idea { due_on: change.due_on, ..opened.idea.clone() };
            if ladder::reminder_has_come(later.state, new.due_on, &town.settings.clocks, opened.today) {
                clock_steps::take(tx, &later, ladder::Step::Reminder)?;
            }
            let (idea, reason) = (opened.idea.id, new.reason.as_str().to_owned());
            let event = Event::Postponed { idea, from: from.number(), to: new.due_on.number(), reason };
            journal::record(tx, actor, &[event])?;
            Ok(moved)
        })
    })
}
