//! Whoever was asked to own the carrying out says yes, yes but later, or no.

use super::ask_owner::demand_near;
use super::step::{At, Moved, Opened, once, open};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::forms::OwnershipAnswer;
use crate::ideas::lifecycle::{Change, State};
use crate::ideas::store::Update;
use crate::ideas::store::ownerships::{self, Ownership, OwnershipState};
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, OwnershipId};
use crate::policy::Action;
use crate::town::Town;

/// Answers for the signed-in person.
///
/// # Errors
/// Who was not asked, has answered before, an old version, or a day that has passed or is no later.
pub fn answer_ownership(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, answer: &OwnershipAnswer) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "answer ownership", |tx| {
            let opened = open(tx, actor, at, Action::OwnershipAnswer)?;
            let asked = ownerships::live(tx.conn, opened.idea.id)?;
            let asked = asked.filter(|asked| waits_for(asked, actor) && opened.idea.state.takes_owner());
            let asked = asked.ok_or(Error::Conflict(Code::NotNow))?;
            let idea = opened.idea.id;
            let mut due_on = opened.idea.due_on;
            let event = match answer {
                OwnershipAnswer::Decline(reason) => {
                    ownerships::decline(tx, asked.id, reason.as_str())?;
                    Event::OwnerDeclined { idea, ownership: asked.id }
                }
                OwnershipAnswer::Accept | OwnershipAnswer::AcceptLater(_) => {
                    let day = promised_day(&asked, answer, opened.today)?;
                    demand_near(&opened, town, day)?;
                    ownerships::accept(tx, asked.id, day)?;
                    // After a yes the first step is what is owed.
                    if matches!(opened.idea.state, State::Accepted | State::PartlyAccepted) {
                        due_on = Some(day);
                    }
                    accepted(&opened, asked.id, due_on)
                }
            };
            let same = Change { next: opened.idea.state, due_on };
            let moved = opened.apply(tx, &same, &Update::default())?;
            journal::record(tx, actor, &[event])?;
            Ok(moved)
        })
    })
}

/// Before a yes the group hears of it; after one everybody who waits for what was promised.
fn accepted(opened: &Opened, ownership: OwnershipId, due_on: Option<Date>) -> Event {
    let idea = opened.idea.id;
    match (opened.idea.due_on, due_on) {
        (Some(from), Some(to)) if opened.idea.state.is_promised() => {
            Event::OwnerChanged { idea, ownership, from: from.number(), to: to.number() }
        }
        _ => Event::OwnerAccepted { idea, ownership },
    }
}

fn waits_for(asked: &Ownership, actor: &Actor) -> bool {
    asked.state == OwnershipState::Asked && actor.person() == Some(asked.person)
}

/// The day that is promised. A plain yes to a day that has passed while nobody answered would be
/// a promise that is broken already.
fn promised_day(asked: &Ownership, answer: &OwnershipAnswer, today: Date) -> Result<Date> {
    match answer {
        OwnershipAnswer::AcceptLater(day) if *day > asked.first_step_on => Ok(*day),
        OwnershipAnswer::AcceptLater(_) => Err(Error::field("first_step_on", Code::FieldDateNotLater)),
        OwnershipAnswer::Accept | OwnershipAnswer::Decline(_) if asked.first_step_on >= today => {
            Ok(asked.first_step_on)
        }
        OwnershipAnswer::Accept | OwnershipAnswer::Decline(_) => {
            Err(Error::field("first_step_on", Code::FieldDatePassed))
        }
    }
}
