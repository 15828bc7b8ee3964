//! The group's answer: yes, yes to a part, or no with reasons.

use super::ask_owner::relieve;
use super::step::{At, Moved, Opened, once, open};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::ideas::decision::{Decision, RawDecision};
use crate::ideas::lifecycle::{Command, Outcome, State};
use crate::ideas::store::decisions::{self, Grounds};
use crate::ideas::store::ownerships::{self, OwnershipState};
use crate::ideas::store::{Update, inquiries};
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, OwnershipId};
use crate::policy::Action;
use crate::town::Town;

/// Writes the decision down. This is the moment it exists; everything after is delivery.
///
/// # Errors
/// Who may not, the wrong state, an old version, what is wrong with the words, a yes without an
/// owner who has accepted or with a first date that has passed, or another answer than the ballot
/// gave.
pub fn decide(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, raw: &RawDecision) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "decide", |tx| {
            let opened = open(tx, actor, at, Action::IdeaDecide)?;
            let decision = raw.parse(decisions::has_young_author(tx.conn, opened.idea.id)?)?;
            let outcome = decision.answer.outcome();
            let change = opened.decide(town, Command::Decide(outcome))?;
            let owner = if outcome == Outcome::No { None } else { Some(promise(tx, &opened)?) };
            let ballot = match opened.idea.state {
                State::Ballot => decisions::newest_ballot(tx.conn, opened.idea.id)?,
                _ => None,
            };
            let grounds = Grounds { group: opened.group()?, owner, ballot };
            let id = decisions::insert(tx, opened.idea.id, &decision, &grounds)?;
            let relieved = settle(tx, &opened, &decision)?;
            let update = Update { outcome: Some(outcome), ..Update::default() };
            let moved = opened.apply(tx, &change, &update)?;
            let event = Event::Decided { idea: opened.idea.id, decision: id, outcome: outcome.to_string() };
            journal::record(tx, actor, &[vec![event], relieved].concat())?;
            Ok(moved)
        })
    })
}

/// Who has promised to see it carried out, and from when.
fn promise(tx: &mut Tx<'_>, opened: &Opened) -> Result<(OwnershipId, Date)> {
    let owner = ownerships::live(tx.conn, opened.idea.id)?;
    let owner = owner.filter(|owner| owner.state == OwnershipState::Accepted);
    let owner = owner.ok_or(Error::refused(Code::OwnerNotAccepted))?;
    if owner.first_step_on < opened.today {
        return Err(Error::refused(Code::FirstDateMissing));
    }
    Ok((owner.id, owner.first_step_on))
}

/// Ends what waited for an answer: after a no nobody owns anything, and what a body outside said
/// is in the decision.
fn settle(tx: &mut Tx<'_>, opened: &Opened, decision: &Decision) -> Result<Vec<Event>> {
    let is_no = decision.answer.outcome() == Outcome::No;
    let relieved = if is_no { relieve(tx, opened.idea.id, None)? } else { Vec::new() };
    if let Some(waiting) = inquiries::waiting(tx.conn, opened.idea.id)? {
        inquiries::end(tx, waiting.id, Some(decision.reasons.as_str()))?;
    }
    Ok(relieved)
}
