//! Whoever carries an idea out says what is needed and the group does not wait for a missed day.
//! The day stays: everyone who follows the idea is still owed a word about how it goes.

use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::clock::{self, Ower};
use crate::ideas::store::help;
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::kernel::text::Reason;
use crate::policy::Action;

/// Asks those who lead the group for help.
///
/// # Errors
/// Who does not carry it out, the wrong state, or an old version.
pub fn ask_help(db: &Db, actor: &Actor, at: &At<'_>, need: &Reason) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "ask for help", |tx| {
            let opened = open(tx, actor, at, Action::HelpAsk)?;
            if clock::ower(opened.idea.state) != Some(Ower::Owner) {
                return Err(Error::Conflict(Code::NotNow));
            }
            let person = actor.person().ok_or(Error::SignInNeeded)?;
            let idea = opened.idea.id;
            let request = help::ask(tx, idea, person, need.as_str())?;
            let moved = opened.touch(tx)?;
            journal::record(tx, actor, &[Event::HelpAsked { idea, request }])?;
            Ok(moved)
        })
    })
}
