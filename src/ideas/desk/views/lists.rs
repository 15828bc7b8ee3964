//! SQL of the lists of the desks. Each is one statement.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{
    ballot_rolls, ballots, decisions, handovers, help_requests, ideas, inquiries, ownerships, people, seats,
    steering_groups as groups,
};
use crate::error::Result;
use crate::groups::{Group, SeatRole, store};
use crate::ideas::lifecycle::{Outcome, State};
use crate::ideas::store::handovers::HandOverState;
use crate::ideas::store::inquiries::InquiryKind;
use crate::ideas::store::ownerships::OwnershipState;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{BallotId, Cursor, Date, GroupId, IdeaId, InquiryId, Page, PersonId, Timestamp};

/// Most rows of a list beside the main one of a page.
const MOST_BESIDE: i64 = 50;
/// Decisions on the page of a group.
const MOST_DECISIONS: i64 = 10;

/// The states in which a group has an idea on its desk; [`State::is_with_group`] says the same.
pub(super) const DESK_STATES: [State; 9] = [
    State::WithGroup,
    State::AwaitingAnswer,
    State::Forwarded,
    State::Proposal,
    State::Ballot,
    State::Closed,
    State::Accepted,
    State::PartlyAccepted,
    State::UnderWay,
];

/// An idea in the list of a desk.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::ideas::desk) struct DeskRow {
    /// Which.
    pub(in crate::ideas::desk) id: IdeaId,
    /// Public number.
    pub(in crate::ideas::desk) number: Option<String>,
    /// What shall happen.
    pub(in crate::ideas::desk) title: String,
    /// Language of the title.
    pub(in crate::ideas::desk) language: String,
    /// Where it is on its way.
    pub(in crate::ideas::desk) state: State,
    /// Day by which the next step is owed; none while a ballot is held.
    pub(in crate::ideas::desk) due_on: Option<Date>,
    /// People who support it.
    pub(in crate::ideas::desk) supports: i64,
    /// Name of its group.
    pub(in crate::ideas::desk) group: Option<String>,
    /// What whoever carries it out has asked the group for; between the two of them.
    pub(in crate::ideas::desk) help: Option<String>,
    /// Organisation of whoever has said yes to carrying it out; empty where there is none.
    organisation: Option<String>,
    /// The name of that person.
    carried_by: Option<String>,
}

impl DeskRow {
    /// Who carries it out, as everyone may read.
    pub(in crate::ideas::desk) fn owner(&self) -> Option<&str> {
        let organisation = self.organisation.as_deref().filter(|organisation| !organisation.is_empty());
        organisation.or(self.carried_by.as_deref())
    }
}

type DeskColumns = (
    ideas::id,
    ideas::number,
    ideas::title,
    ideas::language,
    ideas::state,
    ideas::due_on,
    ideas::support_count,
    diesel::dsl::Nullable<groups::name>,
    diesel::dsl::Nullable<help_requests::need>,
    diesel::dsl::Nullable<ownerships::organisation>,
    diesel::dsl::Nullable<people::display_name>,
);

fn desk_columns() -> DeskColumns {
    (
        ideas::id,
        ideas::number,
        ideas::title,
        ideas::language,
        ideas::state,
        ideas::due_on,
        ideas::support_count,
        groups::name.nullable(),
        help_requests::need.nullable(),
        ownerships::organisation.nullable(),
        people::display_name.nullable(),
    )
}

/// What some groups have before them, most urgent first; what has no day (a ballot that is held)
/// comes last.
pub(in crate::ideas::desk) fn before_groups(
    conn: &mut Conn,
    of: &[GroupId],
    after: Option<Cursor>,
) -> Result<Page<DeskRow>> {
    let mut query = ideas::table
        .left_join(groups::table)
        .left_join(help_requests::table.on(help_requests::idea_id.eq(ideas::id).and(help_requests::ended_at.is_null())))
        .left_join(
            ownerships::table.on(ownerships::idea_id.eq(ideas::id).and(ownerships::state.eq(OwnershipState::Accepted))),
        )
        .left_join(people::table.on(people::id.nullable().eq(ownerships::person_id.nullable())))
        .filter(ideas::group_id.eq_any(of.iter().copied()))
        .filter(ideas::state.eq_any(DESK_STATES))
        .filter(ideas::listed.eq(true))
        .into_boxed();
    if let Some(cursor) = after {
        let last = IdeaId::new(cursor.id);
        query = match day_of(cursor) {
            Some(day) => query.filter(
                ideas::due_on
                    .gt(day)
                    .or(ideas::due_on.eq(day).and(ideas::id.gt(last)))
                    .or(ideas::due_on.is_null().nullable()),
            ),
            None => query.filter(ideas::due_on.is_null()).filter(ideas::id.gt(last)),
        };
    }
    let rows = query
        .order((ideas::due_on.is_null(), ideas::due_on, ideas::id))
        .limit(PAGE_SIZE + 1)
        .select(desk_columns())
        .load(conn)?;
    Ok(page(rows))
}

/// The day in a cursor; none past the last day there is.
pub(super) fn day_of(cursor: Cursor) -> Option<Date> {
    i32::try_from(cursor.sort).ok().map(Date::from_number)
}

fn page(rows: Vec<DeskRow>) -> Page<DeskRow> {
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Page::cut(rows, size, |row| Cursor {
        sort: row.due_on.map_or(i64::MAX, |day| i64::from(day.number())),
        id: row.id.get(),
    })
}

/// An idea that somebody is asked to own.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::ideas::desk) struct AskedToOwn {
    pub(in crate::ideas::desk) number: Option<String>,
    pub(in crate::ideas::desk) title: String,
    pub(in crate::ideas::desk) first_step_on: Date,
}

/// What a person is asked to own and has not answered, soonest first.
pub(in crate::ideas::desk) fn asked_to_own(conn: &mut Conn, person: PersonId) -> Result<Vec<AskedToOwn>> {
    Ok(ownerships::table
        .inner_join(ideas::table.on(ideas::id.eq(ownerships::idea_id)))
        .filter(ownerships::person_id.eq(person))
        .filter(ownerships::state.eq(OwnershipState::Asked))
        .filter(ideas::listed.eq(true))
        .filter(ideas::state.eq_any(DESK_STATES))
        .order((ownerships::first_step_on, ownerships::id))
        .limit(MOST_BESIDE)
        .select((ideas::number, ideas::title, ownerships::first_step_on))
        .load(conn)?)
}

/// A secret ballot in which somebody has a vote.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::ideas::desk) struct AskedToVote {
    pub(in crate::ideas::desk) ballot: BallotId,
    pub(in crate::ideas::desk) title: String,
    pub(in crate::ideas::desk) question: String,
    pub(in crate::ideas::desk) closes_at: Timestamp,
}

/// A group, and what somebody does in it.
type HeldSeat = (Group, SeatRole);

/// The seats that a person holds today, and the open ballots of those groups in which the person's
/// vote is not cast, the one that closes first first.
pub(in crate::ideas::desk) fn seats_and_votes(
    conn: &mut Conn,
    person: PersonId,
    now: Timestamp,
) -> Result<(Vec<HeldSeat>, Vec<AskedToVote>)> {
    let open = ballots::group_id.eq(seats::group_id).and(ballots::state.eq("open")).and(ballots::closes_at.gt(now));
    let own = ballot_rolls::ballot_id
        .eq(ballots::id)
        .and(ballot_rolls::person_id.eq(person))
        .and(ballot_rolls::has_voted.eq(false));
    let about = ideas::id.eq(ballots::idea_id).and(ballot_rolls::ballot_id.is_not_null()).and(ideas::listed.eq(true));
    let today = now.date();
    let rows: Vec<(Group, SeatRole, Option<AskedToVote>)> = seats::table
        .inner_join(groups::table)
        .left_join(ballots::table.on(open))
        .left_join(ballot_rolls::table.on(own))
        .left_join(ideas::table.on(about))
        .filter(seats::person_id.eq(person))
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
        .order((ballots::closes_at, ballots::id))
        .select((
            store::COLUMNS,
            seats::role,
            (ballots::id, ideas::title, ballots::question, ballots::closes_at).nullable(),
        ))
        .load(conn)?;
    let mut votes: Vec<AskedToVote> = Vec::new();
    let mut held = Vec::new();
    for (group, role, vote) in rows {
        held.push((group, role));
        votes.extend(vote.filter(|vote| votes.iter().all(|known| known.ballot != vote.ballot)));
    }
    Ok((store::weightiest(held), votes))
}

/// A question to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::ideas::desk) struct AskedToTell {
    pub(in crate::ideas::desk) number: Option<String>,
    pub(in crate::ideas::desk) title: String,
    pub(in crate::ideas::desk) id: InquiryId,
    pub(in crate::ideas::desk) kind: InquiryKind,
    pub(in crate::ideas::desk) question: String,
    pub(in crate::ideas::desk) due_on: Date,
}

/// What a person is asked and has not answered, soonest first.
pub(in crate::ideas::desk) fn asked_to_tell(conn: &mut Conn, person: PersonId) -> Result<Vec<AskedToTell>> {
    Ok(inquiries::table
        .inner_join(ideas::table.on(ideas::id.eq(inquiries::idea_id)))
        .filter(inquiries::asked_person.eq(person))
        .filter(inquiries::answered_at.is_null())
        .filter(ideas::listed.eq(true))
        .filter(ideas::state.eq_any([State::AwaitingAnswer, State::Forwarded]))
        .order((inquiries::due_on, inquiries::id))
        .limit(MOST_BESIDE)
        .select((ideas::number, ideas::title, inquiries::id, inquiries::kind, inquiries::question, inquiries::due_on))
        .load(conn)?)
}

/// A hand-over between groups.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::ideas::desk) struct OfferRow {
    pub(in crate::ideas::desk) idea: IdeaId,
    pub(in crate::ideas::desk) number: Option<String>,
    pub(in crate::ideas::desk) title: String,
    pub(in crate::ideas::desk) from: GroupId,
    pub(in crate::ideas::desk) to: GroupId,
    pub(in crate::ideas::desk) state: HandOverState,
    pub(in crate::ideas::desk) offered_at: Timestamp,
    /// Why it was offered, and why it was declined.
    pub(in crate::ideas::desk) reason: String,
    pub(in crate::ideas::desk) answer: Option<String>,
}

type OfferColumns = (
    handovers::idea_id,
    ideas::number,
    ideas::title,
    handovers::from_group,
    handovers::to_group,
    handovers::state,
    handovers::offered_at,
    handovers::reason,
    handovers::answer_reason,
);

const OFFER_COLUMNS: OfferColumns = (
    handovers::idea_id,
    ideas::number,
    ideas::title,
    handovers::from_group,
    handovers::to_group,
    handovers::state,
    handovers::offered_at,
    handovers::reason,
    handovers::answer_reason,
);

/// What some groups are asked to take over and have not answered, oldest first.
pub(in crate::ideas::desk) fn offers_to(conn: &mut Conn, to: &[GroupId]) -> Result<Vec<OfferRow>> {
    Ok(handovers::table
        .inner_join(ideas::table.on(ideas::id.eq(handovers::idea_id)))
        .filter(handovers::to_group.eq_any(to.iter().copied()))
        .filter(handovers::state.eq(HandOverState::Offered))
        .filter(ideas::listed.eq(true))
        .filter(ideas::state.eq(State::WithGroup))
        .order(handovers::id)
        .limit(MOST_BESIDE)
        .select(OFFER_COLUMNS)
        .load(conn)?)
}

/// Hand-overs that wait or were declined while the idea is still where it was, oldest first; of
/// each idea only the newest.
pub(in crate::ideas::desk) fn offers_between_groups(conn: &mut Conn) -> Result<Vec<OfferRow>> {
    let mut rows: Vec<OfferRow> = handovers::table
        .inner_join(ideas::table.on(ideas::id.eq(handovers::idea_id)))
        .filter(handovers::state.ne(HandOverState::Accepted))
        .filter(ideas::listed.eq(true))
        .filter(ideas::state.eq(State::WithGroup))
        .filter(ideas::group_id.eq(handovers::from_group.nullable()))
        .order(handovers::id.desc())
        .limit(MOST_BESIDE)
        .select(OFFER_COLUMNS)
        .load(conn)?;
    let mut seen = std::collections::BTreeSet::new();
    rows.retain(|row| seen.insert(row.idea));
    rows.reverse();
    Ok(rows)
}

/// Somebody who was asked to own an idea and has not answered.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::ideas::desk) struct UnansweredOwner {
    pub(in crate::ideas::desk) number: Option<String>,
    pub(in crate::ideas::desk) title: String,
    pub(in crate::ideas::desk) name: String,
    pub(in crate::ideas::desk) organisation: String,
    pub(in crate::ideas::desk) asked_at: Timestamp,
}

/// Who was asked before a moment, has not answered, and was the last to be asked, longest ago first.
/// The group has been told by then; the process group sees where it asks nobody else.
pub(in crate::ideas::desk) fn unanswered_owners(conn: &mut Conn, before: Timestamp) -> Result<Vec<UnansweredOwner>> {
    let newer = diesel::alias!(ownerships as newer);
    let asked_since = newer
        .filter(newer.field(ownerships::idea_id).eq(ownerships::idea_id))
        .filter(newer.field(ownerships::id).gt(ownerships::id));
    Ok(ownerships::table
        .inner_join(ideas::table.on(ideas::id.eq(ownerships::idea_id)))
        .inner_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(ownerships::state.eq_any([OwnershipState::Asked, OwnershipState::Replaced]))
        .filter(ownerships::answered_at.is_null())
        .filter(ownerships::asked_at.lt(before))
        .filter(diesel::dsl::not(diesel::dsl::exists(asked_since)))
        .filter(ideas::listed.eq(true))
        .filter(ideas::state.eq_any(DESK_STATES))
        .order((ownerships::asked_at, ownerships::id))
        .limit(MOST_BESIDE)
        .select((ideas::number, ideas::title, people::display_name, ownerships::organisation, ownerships::asked_at))
        .load(conn)?)
}

/// A decision in the list of a group.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::ideas::desk) struct DecidedRow {
    pub(in crate::ideas::desk) number: Option<String>,
    pub(in crate::ideas::desk) title: String,
    pub(in crate::ideas::desk) language: String,
    pub(in crate::ideas::desk) outcome: Outcome,
    pub(in crate::ideas::desk) decided_on: Date,
}

/// What a group has decided, newest first.
pub(in crate::ideas::desk) fn decided_by(conn: &mut Conn, group: GroupId) -> Result<Vec<DecidedRow>> {
    Ok(decisions::table
        .inner_join(ideas::table.on(ideas::id.eq(decisions::idea_id)))
        .filter(decisions::group_id.eq(group))
        .filter(ideas::listed.eq(true))
        .order(decisions::id.desc())
        .limit(MOST_DECISIONS)
        .select((ideas::number, ideas::title, ideas::language, decisions::outcome, decisions::decided_on))
        .load(conn)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_show_what_is_on_a_desk() {
        let on_desk = |state: &State| DESK_STATES.contains(state);

        assert!(State::ALL.iter().all(|state| on_desk(state) == state.is_with_group()));
    }
}
