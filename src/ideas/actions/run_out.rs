//! What time itself does to ideas: support ends, returned ideas lapse, nobody answers in time.

use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::ideas::lifecycle::{self, Command, State};
use crate::ideas::store::handovers::{self, HandOverState};
use crate::ideas::store::{self, Idea, Update, inquiries};
use crate::journal::{self, Event};
use crate::kernel::{Actor, IdeaId, Timestamp};
use crate::town::Town;

/// Ideas looked at in one go; each is changed in a transaction of its own.
const BATCH: i64 = 100;
/// Most goes in one call, so that other timed work gets its turn.
const MOST_BATCHES: usize = 20;

/// Does what is due by now, a bounded number of ideas at a time; gives how many changed. What is
/// left is found again by the next call. An idea that cannot be changed does not stop the others.
///
/// # Errors
/// When the database cannot be used, or the first failure, after every idea has had its turn.
pub fn tick(db: &Db, town: &Town) -> Result<usize> {
    let mut changed = 0;
    let mut first = Ok(());
    for _ in 0..MOST_BATCHES {
        let due = due_ideas(db, town)?;
        let before = changed;
        for id in &due {
            match db.write(|tx| run_out(tx, town, *id)) {
                Ok(true) => changed += 1,
                // Somebody was faster: the idea has moved on or is found again.
                Ok(false) | Err(Error::Conflict(_)) => {}
                Err(error) if first.is_ok() => first = Err(error),
                Err(_) => {}
            }
        }
        let all_seen = i64::try_from(due.len()).unwrap_or(i64::MAX) < BATCH;
        if all_seen || changed == before {
            break;
        }
    }
    first.map(|()| changed)
}

fn due_ideas(db: &Db, town: &Town) -> Result<Vec<IdeaId>> {
    let now = db.clock().now();
    let offered_before = offered_before(town, now);
    db.read(|conn| {
        let mut due = store::overdue(conn, now.date(), BATCH)?;
        due.extend(handovers::unanswered_before(conn, offered_before, BATCH)?);
        due.extend(inquiries::not_accepted(conn, forwarded_before(town, now), BATCH)?);
        due.sort_unstable();
        due.dedup();
        Ok(due)
    })
}

/// What was offered at this moment or later has time to be answered.
fn offered_before(town: &Town, now: Timestamp) -> Timestamp {
    now.date().plus_days(-town.settings.clocks.hand_over_days).start()
}

/// What was handed on at this moment or later has time to be taken on.
fn forwarded_before(town: &Town, now: Timestamp) -> Timestamp {
    now.date().plus_days(-town.settings.clocks.forwarding_accept_days).start()
}

/// Changes one idea whose time may have run out; says whether it did.
fn run_out(tx: &mut Tx<'_>, town: &Town, id: IdeaId) -> Result<bool> {
    let idea = store::load(tx.conn, id)?;
    let today = tx.now.date();
    let facts = store::facts(tx.conn, &idea, today)?;
    let (command, event) = match idea.state {
        State::Open => (Command::RunOut, Event::ClosedUnsupported { idea: id }),
        State::Returned => (Command::LapseReturn, Event::ReturnLapsed { idea: id }),
        State::AwaitingAnswer | State::Forwarded if facts.time_is_up => return end_waiting(tx, town, &idea),
        State::Forwarded => return take_back(tx, town, &idea),
        State::WithGroup => return lapse_offer(tx, town, &idea),
        State::AwaitingAnswer
        | State::Draft
        | State::Screening
        | State::Refused
        | State::Closed
        | State::Proposal
        | State::Ballot
        | State::Accepted
        | State::PartlyAccepted
        | State::Declined
        | State::UnderWay
        | State::Done
        | State::Stopped
        | State::Merged
        | State::Withdrawn => return forget_offer(tx, &idea),
    };
    let change = match lifecycle::decide(idea.state, command, &facts, &town.settings.clocks, today) {
        Ok(change) => change,
        Err(_not_yet) => return Ok(false),
    };
    // A withdrawn idea has a reason; nobody wrote one here, and the event says what happened.
    let reason = (change.next == State::Withdrawn).then_some("");
    store::apply(tx, &idea, idea.version, &change, &Update { reason, ..Update::default() })?;
    journal::record(tx, &Actor::System, &[event])?;
    Ok(true)
}

/// The asked, or the body outside, has not answered in time: the group goes on without.
fn end_waiting(tx: &mut Tx<'_>, town: &Town, idea: &Idea) -> Result<bool> {
    let today = tx.now.date();
    let facts = store::facts(tx.conn, idea, today)?;
    let command = if idea.state == State::Forwarded { Command::ComeBack } else { Command::EndAsking };
    let change = lifecycle::decide(idea.state, command, &facts, &town.settings.clocks, today)?;
    let waiting = inquiries::waiting(tx.conn, idea.id)?;
    let waiting = waiting.ok_or_else(|| Error::corrupt("an idea waits for an answer that nobody was asked for"))?;
    inquiries::end(tx, waiting.id, None)?;
    store::apply(tx, idea, idea.version, &change, &Update::default())?;
    journal::record(tx, &Actor::System, &[Event::AnswerMissing { idea: idea.id, inquiry: waiting.id }])?;
    Ok(true)
}

/// The body outside has not said in time whether it takes the idea on: nobody else has it.
fn take_back(tx: &mut Tx<'_>, town: &Town, idea: &Idea) -> Result<bool> {
    let today = tx.now.date();
    let clocks = &town.settings.clocks;
    let waiting = inquiries::waiting(tx.conn, idea.id)?.filter(|waiting| waiting.accepted_at.is_none());
    let Some(waiting) = waiting else { return Ok(false) };
    if today <= clocks.days_after(waiting.asked_at.date(), clocks.forwarding_accept_days) {
        return Ok(false);
    }
    let facts = store::facts(tx.conn, idea, today)?;
    let change = lifecycle::decide(idea.state, Command::ComeBack, &facts, clocks, today)?;
    inquiries::end(tx, waiting.id, None)?;
    store::apply(tx, idea, idea.version, &change, &Update::default())?;
    journal::record(tx, &Actor::System, &[Event::ForwardingReturned { idea: idea.id, inquiry: waiting.id }])?;
    Ok(true)
}

/// An offer of an idea that has moved on meanwhile, as when its author took it back, is over.
fn forget_offer(tx: &mut Tx<'_>, idea: &Idea) -> Result<bool> {
    if let Some(offer) = handovers::waiting(tx.conn, idea.id)? {
        handovers::answer(tx, offer.id, HandOverState::Declined, None)?;
    }
    Ok(false)
}

/// Another group has not said in time whether it takes the idea over: it stays.
fn lapse_offer(tx: &mut Tx<'_>, town: &Town, idea: &Idea) -> Result<bool> {
    let Some(offer) = handovers::waiting(tx.conn, idea.id)? else { return Ok(false) };
    let clocks = &town.settings.clocks;
    if tx.now.date() <= clocks.days_after(offer.offered_at.date(), clocks.hand_over_days) {
        return Ok(false);
    }
    handovers::answer(tx, offer.id, HandOverState::Declined, None)?;
    let same = lifecycle::Change { next: idea.state, due_on: idea.due_on };
    store::apply(tx, idea, idea.version, &same, &Update::default())?;
    journal::record(tx, &Actor::System, &[Event::HandOverDeclined { idea: idea.id, from: offer.from, to: offer.to }])?;
    Ok(true)
}
