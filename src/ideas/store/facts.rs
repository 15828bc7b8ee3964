//! What a decision about an idea depends on, loaded before.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::Idea;
use crate::ballots::BallotResult;
use crate::db::Conn;
use crate::db::schema::{
    appeals, ballot_rolls, ballots, follows, handovers, inquiries, ownerships, people, revisions, screenings, seats,
    steering_groups, supports,
};
use crate::error::Result;
use crate::groups::TieRule;
use crate::ideas::lifecycle::{BallotFact, Facts, State};
use crate::kernel::{BallotId, Date, GroupId, PersonId};
use crate::policy::Role;

/// What a person is to an idea.
#[derive(Debug, Clone, Queryable)]
pub struct StandingRow {
    /// Role on the site.
    pub role: Role,
    /// Whether suspended.
    pub suspended: bool,
    /// Holds a seat in any group.
    pub seated: bool,
    /// Holds a seat in a process group.
    pub process_seat: bool,
    /// Holds a seat in the lead group.
    pub member: bool,
    /// Leads the lead group.
    pub lead: bool,
    /// Leads the group that the idea is offered to.
    pub receiver: bool,
    /// Asked to own, or owns, the carrying out.
    pub owner: bool,
    /// Asked a question that waits.
    pub asked: bool,
    /// Stands on the roll of an open ballot.
    pub voter: bool,
    /// Supports it; known only when the supporter's name was given.
    pub supports: bool,
    /// Follows it.
    pub follows: bool,
}

/// What a person is to an idea, in one statement. `supporter` is the name under which the person
/// supports it; without one, `supports` is false.
pub fn standing_row(
    conn: &mut Conn,
    person: PersonId,
    supporter: Option<&str>,
    idea: &Idea,
    today: Date,
) -> Result<StandingRow> {
    let held = || {
        seats::table
            .filter(seats::person_id.eq(person))
            .filter(seats::starts_on.le(today))
            .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
    };
    // No `eq_any` over words here: on SQLite such a statement is parsed anew each time.
    let leads = || seats::role.eq("chair").or(seats::role.eq("coordinator")).or(seats::role.eq("secretary"));
    let leading = || held().filter(leads());
    let group = idea.group_id.map_or(-1, GroupId::get);
    let offered = handovers::table
        .filter(handovers::idea_id.eq(idea.id))
        .filter(handovers::state.eq("offered"))
        .select(handovers::to_group);
    let owner = ownerships::table
        .filter(ownerships::idea_id.eq(idea.id))
        .filter(ownerships::person_id.eq(person))
        .filter(ownerships::state.eq("asked").or(ownerships::state.eq("accepted")));
    let asked = inquiries::table
        .filter(inquiries::idea_id.eq(idea.id))
        .filter(inquiries::asked_person.eq(person))
        .filter(inquiries::answered_at.is_null());
    let voter = ballot_rolls::table
        .inner_join(ballots::table.on(ballots::id.eq(ballot_rolls::ballot_id)))
        .filter(ballots::idea_id.eq(idea.id))
        .filter(ballot_rolls::person_id.eq(person));
    let supports = supports::table
        .filter(supports::idea_id.eq(idea.id))
        .filter(supports::supporter.eq(supporter.unwrap_or_default()));
    let follows = follows::table.filter(follows::idea_id.eq(idea.id)).filter(follows::person_id.eq(person));
    Ok(people::table
        .filter(people::id.eq(person))
        .select((
            people::role,
            people::suspended,
            exists(held()),
            exists(
                held()
                    .inner_join(steering_groups::table.on(steering_groups::id.eq(seats::group_id)))
                    .filter(steering_groups::kind.eq("process")),
            ),
            exists(held().filter(seats::group_id.eq(group))),
            exists(leading().filter(seats::group_id.eq(group))),
            exists(leading().filter(seats::group_id.eq_any(offered))),
            exists(owner),
            exists(asked),
            exists(voter),
            exists(supports),
            exists(follows),
        ))
        .first(conn)?)
}

/// The facts about an idea on a day.
pub fn facts(conn: &mut Conn, idea: &Idea, today: Date) -> Result<Facts> {
    let returned = screenings::table.filter(screenings::idea_id.eq(idea.id)).filter(screenings::outcome.eq("returned"));
    let returned_before = diesel::select(exists(returned)).get_result(conn)?;
    let appealed = appeals::table.filter(appeals::idea_id.eq(idea.id));
    let appealed_before = diesel::select(exists(appealed)).get_result(conn)?;
    let rewritten = revisions::table
        .filter(revisions::idea_id.eq(idea.id))
        .filter(revisions::created_at.ge(idea.state_since))
        .filter(revisions::number.gt(1));
    let changed_since_return = diesel::select(exists(rewritten)).get_result(conn)?;
    let offered = handovers::table.filter(handovers::idea_id.eq(idea.id)).filter(handovers::state.eq("offered"));
    let hand_over_pending = diesel::select(exists(offered)).get_result(conn)?;
    let accepted = ownerships::table.filter(ownerships::idea_id.eq(idea.id)).filter(ownerships::state.eq("accepted"));
    let first_step_on =
        accepted.order(ownerships::id.desc()).select(ownerships::first_step_on).first(conn).optional()?;
    let last_day = if idea.state == State::Open { idea.closes_on } else { idea.due_on };
    Ok(Facts {
        supports: idea.support_count,
        goal: idea.support_goal,
        time_is_up: last_day.is_some_and(|day| day < today),
        due_on: idea.due_on,
        stopped: super::inquiries::stopped_clock(conn, idea)?,
        returned_before,
        appealed_before,
        days_since_refusal: today.days_since(idea.state_since.date()),
        changed_since_return,
        hand_over_pending,
        owner_accepted: first_step_on.is_some(),
        first_step_on,
        ballot: newest_ballot(conn, idea)?.1,
    })
}

/// The newest ballot of the time since the idea came to its state, and what it said.
pub fn newest_ballot(conn: &mut Conn, idea: &Idea) -> Result<(Option<BallotId>, BallotFact)> {
    if idea.state != State::Ballot {
        return Ok((None, BallotFact::None));
    }
    let newest: Option<(BallotId, TieRule, Option<BallotResult>)> = ballots::table
        .filter(ballots::idea_id.eq(idea.id))
        .order(ballots::id.desc())
        .select((ballots::id, ballots::tie_rule, ballots::result))
        .first(conn)
        .optional()?;
    let Some((ballot, tie_rule, result)) = newest else { return Ok((None, BallotFact::None)) };
    let fact = match (tie_rule, result) {
        (_, None) => BallotFact::Open,
        (_, Some(BallotResult::Yes)) => BallotFact::Yes,
        (_, Some(BallotResult::No)) => BallotFact::No,
        (TieRule::Chair, Some(BallotResult::Tie)) => BallotFact::TieForChair,
        (_, Some(BallotResult::Tie | BallotResult::NoQuorum | BallotResult::Cancelled)) => BallotFact::Nothing,
    };
    Ok((Some(ballot), fact))
}
