//! SQL of what mails about days, and about what waits, speak of.

use diesel::prelude::*;

use super::super::facts::{Clock, Detail, Queue};
use super::details::{OwnershipColumns, ownership};
use crate::db::Conn;
use crate::db::schema::{help_requests, ideas, ownerships, people};
use crate::error::{Error, Result};
use crate::ideas::clock::{self, Ower};
use crate::ideas::lifecycle::{BallotFact, State};
use crate::ideas::store as idea_store;
use crate::kernel::{Date, IdeaId};
use crate::moderation;

/// A day that is owed, as the idea stands now.
pub(super) fn clock(conn: &mut Conn, idea: &idea_store::Idea, by: &str, due_on: Date) -> Result<Clock> {
    let by = by.parse::<Ower>().map_err(Error::corrupt)?;
    let owed = clock::owed(idea.state, idea.due_on);
    let owner = match by {
        Ower::Owner => idea_store::ownerships::live(conn, idea.id)?,
        Ower::Moderators | Ower::Author | Ower::Group | Ower::Asked => None,
    };
    let person = match by {
        Ower::Asked => idea_store::inquiries::waiting(conn, idea.id)?.and_then(|waiting| waiting.asked_person),
        _ => owner.as_ref().map(|owner| owner.person),
    };
    let owner = owner.map(|owner| ownership((owner.person, owner.name, owner.organisation, owner.first_step_on, None)));
    let queue = if by == Ower::Moderators { Some(queue(conn)?) } else { None };
    let holds = owed.is_some_and(|owed| owed.by == by && owed.on == due_on);
    let unanswered_ballot = match idea_store::newest_ballot(conn, idea)? {
        (ballot, BallotFact::Nothing) => ballot,
        _ => None,
    };
    Ok(Clock { by, due_on, holds, person, owner, with: None, queue, unanswered_ballot })
}

/// The last day for support, which its author is told of while it is that.
pub(super) fn closes_soon(idea: &idea_store::Idea, closes_on: Date) -> Detail {
    let holds = idea.state == State::Open && idea.closes_on == Some(closes_on);
    let due_on = closes_on;
    let by = Ower::Author;
    Detail::Clock(Clock {
        by,
        due_on,
        holds,
        person: None,
        owner: None,
        with: None,
        queue: None,
        unanswered_ballot: None,
    })
}

/// What waits for moderators.
pub(in super::super) fn queue(conn: &mut Conn) -> Result<Queue> {
    let screening = ideas::table.filter(ideas::state.eq(State::Screening));
    let waiting = screening.count().get_result(conn)?;
    let first_due: Option<Option<Date>> =
        screening.order((ideas::due_on, ideas::id)).select(ideas::due_on).first(conn).optional()?;
    let totals = moderation::views::totals(conn)?;
    Ok(Queue { waiting, first_due: first_due.flatten(), all: totals.count, oldest: totals.oldest })
}

/// What whoever carries an idea out needs, and who that is.
pub(super) fn help(conn: &mut Conn, idea: IdeaId, request: i64) -> Result<Detail> {
    let (person, need): (crate::kernel::PersonId, String) = help_requests::table
        .filter(help_requests::id.eq(request))
        .select((help_requests::person_id, help_requests::need))
        .first(conn)?;
    let row: OwnershipColumns = ownerships::table
        .inner_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(ownerships::idea_id.eq(idea))
        .filter(ownerships::person_id.eq(person))
        .order(ownerships::id.desc())
        .select((
            ownerships::person_id,
            people::display_name,
            ownerships::organisation,
            ownerships::first_step_on,
            ownerships::reason,
        ))
        .first(conn)?;
    Ok(Detail::Help { owner: ownership(row), need })
}
