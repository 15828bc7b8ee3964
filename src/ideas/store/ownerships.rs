//! SQL of ownerships: who was asked to see an idea carried out, and who has promised it.

use diesel::prelude::*;

use crate::db::schema::{ideas, ownerships, people};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::kernel::{Date, IdeaId, OwnershipId, PersonId, Timestamp};
use crate::word_enum;

word_enum! {
    /// What became of asking somebody.
    pub enum OwnershipState {
        /// Waits for an answer.
        Asked = "asked",
        /// Has promised.
        Accepted = "accepted",
        /// Has said no.
        Declined = "declined",
        /// Somebody else was asked, or there is nothing to carry out any more.
        Replaced = "replaced",
    }
}

/// Somebody's ownership of an idea.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Ownership {
    /// Which.
    pub id: OwnershipId,
    /// Who.
    pub person: PersonId,
    /// The person's name that others see.
    pub name: String,
    /// For which organisation.
    pub organisation: String,
    /// Day by which the first step is taken.
    pub first_step_on: Date,
    /// What became of it.
    pub state: OwnershipState,
}

/// Somebody to be asked.
#[derive(Debug, Clone)]
pub struct NewOwnership<'a> {
    /// Who.
    pub person: PersonId,
    /// For which organisation.
    pub organisation: &'a str,
    /// Day by which the first step is taken.
    pub first_step_on: Date,
}

const LIVE: [OwnershipState; 2] = [OwnershipState::Asked, OwnershipState::Accepted];

/// Asks somebody, after whoever was asked or had accepted before is relieved.
pub fn ask(tx: &mut Tx<'_>, idea: IdeaId, new: &NewOwnership<'_>) -> Result<OwnershipId> {
    Ok(diesel::insert_into(ownerships::table)
        .values((
            ownerships::idea_id.eq(idea),
            ownerships::person_id.eq(new.person),
            ownerships::organisation.eq(new.organisation),
            ownerships::first_step_on.eq(new.first_step_on),
            ownerships::state.eq(OwnershipState::Asked),
            ownerships::asked_at.eq(tx.now),
            ownerships::has_accepted.eq(false),
        ))
        .returning(ownerships::id)
        .get_result(tx.conn)?)
}

/// Relieves whoever was asked or had accepted.
pub fn release(tx: &mut Tx<'_>, idea: IdeaId) -> Result<()> {
    let live = ownerships::table.filter(ownerships::idea_id.eq(idea)).filter(ownerships::state.eq_any(LIVE));
    diesel::update(live).set(ownerships::state.eq(OwnershipState::Replaced)).execute(tx.conn)?;
    Ok(())
}

/// The one who was asked or has accepted, if there is one.
pub fn live(conn: &mut Conn, idea: IdeaId) -> Result<Option<Ownership>> {
    Ok(ownerships::table
        .inner_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(ownerships::idea_id.eq(idea))
        .filter(ownerships::state.eq_any(LIVE))
        .order(ownerships::id.desc())
        .select((
            ownerships::id,
            ownerships::person_id,
            people::display_name,
            ownerships::organisation,
            ownerships::first_step_on,
            ownerships::state,
        ))
        .first(conn)
        .optional()?)
}

/// Ideas that somebody was asked to own before a moment and has not answered, longest ago first.
pub fn unanswered(conn: &mut Conn, before: Timestamp, most: i64) -> Result<Vec<IdeaId>> {
    let open: Vec<State> = State::ALL.iter().copied().filter(|state| state.takes_owner()).collect();
    Ok(ownerships::table
        .inner_join(ideas::table.on(ideas::id.eq(ownerships::idea_id)))
        .filter(ownerships::state.eq(OwnershipState::Asked))
        .filter(ownerships::asked_at.lt(before))
        .filter(ideas::state.eq_any(open))
        .order((ownerships::asked_at, ownerships::id))
        .limit(most)
        .select(ownerships::idea_id)
        .load(conn)?)
}

/// Ideas that somebody was asked to own, or has promised to, who has left since.
pub fn left(conn: &mut Conn, most: i64) -> Result<Vec<IdeaId>> {
    let open: Vec<State> = State::ALL.iter().copied().filter(|state| state.takes_owner()).collect();
    Ok(ownerships::table
        .inner_join(ideas::table.on(ideas::id.eq(ownerships::idea_id)))
        .inner_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(ownerships::state.eq_any(LIVE))
        .filter(people::left_at.is_not_null())
        .filter(ideas::state.eq_any(open))
        .order(ownerships::id)
        .limit(most)
        .select(ownerships::idea_id)
        .load(conn)?)
}

/// Whether whoever was asked to own an idea, or has promised to, has left since.
pub fn has_left(conn: &mut Conn, idea: IdeaId) -> Result<bool> {
    let gone = ownerships::table
        .inner_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(ownerships::idea_id.eq(idea))
        .filter(ownerships::state.eq_any(LIVE))
        .filter(people::left_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(gone)).get_result(conn)?)
}

/// Ideas that somebody was asked to own before a moment and has neither answered nor been reminded of.
pub fn not_reminded(conn: &mut Conn, before: Timestamp, most: i64) -> Result<Vec<IdeaId>> {
    let open: Vec<State> = State::ALL.iter().copied().filter(|state| state.takes_owner()).collect();
    Ok(ownerships::table
        .inner_join(ideas::table.on(ideas::id.eq(ownerships::idea_id)))
        .filter(ownerships::state.eq(OwnershipState::Asked))
        .filter(ownerships::reminded_at.is_null())
        .filter(ownerships::asked_at.lt(before))
        .filter(ideas::state.eq_any(open))
        // Whose time is up comes last: who does not answer is relieved by another step.
        .order((ownerships::asked_at.desc(), ownerships::id))
        .limit(most)
        .select(ownerships::idea_id)
        .load(conn)?)
}

/// When somebody was asked.
///
/// # Errors
/// Not found.
pub fn asked_at(conn: &mut Conn, id: OwnershipId) -> Result<Timestamp> {
    Ok(ownerships::table.filter(ownerships::id.eq(id)).select(ownerships::asked_at).first(conn)?)
}

/// Notes that whoever was asked is reminded now; false when that was done before.
pub fn note_reminder(tx: &mut Tx<'_>, id: OwnershipId) -> Result<bool> {
    let this = ownerships::table.filter(ownerships::id.eq(id)).filter(ownerships::reminded_at.is_null());
    Ok(diesel::update(this).set(ownerships::reminded_at.eq(Some(tx.now))).execute(tx.conn)? > 0)
}

/// The one who was asked, or has accepted, if that was before a moment.
pub fn waiting(conn: &mut Conn, idea: IdeaId, before: Timestamp) -> Result<Option<Ownership>> {
    let asked_before = ownerships::table.filter(ownerships::idea_id.eq(idea)).filter(ownerships::asked_at.lt(before));
    let ids: Vec<OwnershipId> = asked_before.select(ownerships::id).load(conn)?;
    Ok(live(conn, idea)?.filter(|owner| ids.contains(&owner.id)))
}

/// Notes that the asked has promised, by this day.
pub fn accept(tx: &mut Tx<'_>, id: OwnershipId, first_step_on: Date) -> Result<()> {
    diesel::update(ownerships::table.filter(ownerships::id.eq(id)))
        .set((
            ownerships::state.eq(OwnershipState::Accepted),
            ownerships::has_accepted.eq(true),
            ownerships::first_step_on.eq(first_step_on),
            ownerships::answered_at.eq(Some(tx.now)),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes that the asked has said no, and why.
pub fn decline(tx: &mut Tx<'_>, id: OwnershipId, reason: &str) -> Result<()> {
    diesel::update(ownerships::table.filter(ownerships::id.eq(id)))
        .set((
            ownerships::state.eq(OwnershipState::Declined),
            ownerships::answered_at.eq(Some(tx.now)),
            ownerships::reason.eq(Some(reason)),
        ))
        .execute(tx.conn)?;
    Ok(())
}
