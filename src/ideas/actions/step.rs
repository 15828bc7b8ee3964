//! What the steps of groups, owners and the asked have in common: the idea as the form saw it,
//! who may, and that sending a form twice does the thing once.

use super::SentForm;
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::ideas::forms::Ticket;
use crate::ideas::lifecycle::{self, Change, Command, Facts, State};
use crate::ideas::standing;
use crate::ideas::store::{self, Idea, Update};
use crate::kernel::{Actor, Date, GroupId, PersonId};
use crate::policy::{Action, Standing};
use crate::town::Town;

/// The idea that a form is about, as its sender saw it.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// Public number.
    pub number: &'a str,
    /// Version and form key.
    pub ticket: &'a Ticket,
}

/// Where an idea stands after a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Its version now.
    pub version: i64,
    /// Its state now.
    pub state: State,
}

/// Does `work` unless the same person has sent the same form before; then tells how the idea
/// stands. A form without a key is done each time, and its version keeps it from being done twice.
/// `step` names what the form does.
pub(super) fn once(
    tx: &mut Tx<'_>,
    actor: &Actor,
    at: &At<'_>,
    step: &str,
    work: impl FnOnce(&mut Tx<'_>) -> Result<Moved>,
) -> Result<Moved> {
    let sent = SentForm { version: at.ticket.version.0, key: &at.ticket.form_key };
    let idea = store::load_by_number(tx.conn, at.number)?;
    // Asked before whether the actor may: a step can take the right to it away, as answering does.
    // With the sender in the name, nobody finds the result of somebody else's form.
    let step = format!("{step} by {}", actor.person().map_or(0, PersonId::get));
    if let Some(version) = sent.earlier(tx, &step, &idea)? {
        return Ok(Moved { version, state: idea.state });
    }
    let moved = work(tx)?;
    sent.note(tx, &step, &idea, moved.version)?;
    Ok(moved)
}

/// An idea that somebody may change, with everything the rules ask for.
pub(super) struct Opened {
    pub(super) idea: Idea,
    pub(super) standing: Standing,
    pub(super) facts: Facts,
    pub(super) today: Date,
}

/// Loads the idea and demands that the actor may do this, and has seen its newest version.
///
/// # Errors
/// Not found, sign-in needed, forbidden, or [`Code::ChangedMeanwhile`].
pub(super) fn open(tx: &mut Tx<'_>, actor: &Actor, at: &At<'_>, action: Action) -> Result<Opened> {
    let today = tx.now.date();
    let idea = store::load_by_number(tx.conn, at.number)?;
    let standing = standing::of(tx.conn, actor, &idea, today)?;
    standing::authorise(&standing, action)?;
    if idea.version != at.ticket.version.0 {
        return Err(Error::Conflict(Code::ChangedMeanwhile));
    }
    let facts = store::facts(tx.conn, &idea, today)?;
    Ok(Opened { idea, standing, facts, today })
}

impl Opened {
    /// What follows from a command.
    pub(super) fn decide(&self, town: &Town, command: Command) -> Result<Change> {
        Ok(lifecycle::decide(self.idea.state, command, &self.facts, &town.settings.clocks, self.today)?)
    }

    /// Writes a change.
    pub(super) fn apply(&self, tx: &mut Tx<'_>, change: &Change, update: &Update<'_>) -> Result<Moved> {
        let version = store::apply(tx, &self.idea, self.idea.version, change, update)?;
        Ok(Moved { version, state: change.next })
    }

    /// Makes forms that were filled in before this step old, although the state stays.
    pub(super) fn touch(&self, tx: &mut Tx<'_>) -> Result<Moved> {
        let same = Change { next: self.idea.state, due_on: self.idea.due_on };
        self.apply(tx, &same, &Update::default())
    }

    /// The lead group; every idea that was published has one.
    pub(super) fn group(&self) -> Result<GroupId> {
        self.idea.group_id.ok_or_else(|| Error::corrupt("a published idea without a group"))
    }

    /// Demands that no other group has been asked to take the idea over.
    pub(super) fn demand_no_offer(&self) -> Result<()> {
        if self.facts.hand_over_pending { Err(Error::refused(Code::HandOverPending)) } else { Ok(()) }
    }
}

/// The day number in an event; a state in which somebody owes something always has one.
pub(super) fn due_number(change: &Change, today: Date) -> i32 {
    change.due_on.unwrap_or(today).number()
}
