//! SQL of hand-overs between groups.

use diesel::prelude::*;

use crate::db::schema::handovers;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::kernel::{GroupId, IdeaId, Timestamp};
use crate::word_enum;

word_enum! {
    /// What became of an offer.
    pub enum HandOverState {
        /// Waits for an answer.
        Offered = "offered",
        /// The other group has the idea.
        Accepted = "accepted",
        /// The idea stayed where it was.
        Declined = "declined",
    }
}

/// An offer that waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Offer {
    /// Row of the table.
    pub id: i64,
    /// The group that has the idea.
    pub from: GroupId,
    /// The group that is asked to take it.
    pub to: GroupId,
    /// When it was made.
    pub offered_at: Timestamp,
}

/// Offers an idea to another group.
pub fn offer(tx: &mut Tx<'_>, idea: IdeaId, from: GroupId, to: GroupId, reason: &str) -> Result<()> {
    diesel::insert_into(handovers::table)
        .values((
            handovers::idea_id.eq(idea),
            handovers::from_group.eq(from),
            handovers::to_group.eq(to),
            handovers::reason.eq(reason),
            handovers::state.eq(HandOverState::Offered),
            handovers::offered_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The offer of an idea that waits for an answer, if there is one.
pub fn waiting(conn: &mut Conn, idea: IdeaId) -> Result<Option<Offer>> {
    Ok(handovers::table
        .filter(handovers::idea_id.eq(idea))
        .filter(handovers::state.eq(HandOverState::Offered))
        .order(handovers::id.desc())
        .select((handovers::id, handovers::from_group, handovers::to_group, handovers::offered_at))
        .first(conn)
        .optional()?)
}

/// Ends an offer; without a reason when it was accepted or nobody answered in time.
pub fn answer(tx: &mut Tx<'_>, id: i64, state: HandOverState, reason: Option<&str>) -> Result<()> {
    diesel::update(handovers::table.filter(handovers::id.eq(id)))
        .set((handovers::state.eq(state), handovers::answered_at.eq(Some(tx.now)), handovers::answer_reason.eq(reason)))
        .execute(tx.conn)?;
    Ok(())
}

/// Ideas with an offer made before a moment that nobody has answered, oldest first.
pub fn unanswered_before(conn: &mut Conn, moment: Timestamp, most: i64) -> Result<Vec<IdeaId>> {
    Ok(handovers::table
        .filter(handovers::state.eq(HandOverState::Offered))
        .filter(handovers::offered_at.lt(moment))
        .order(handovers::id)
        .limit(most)
        .select(handovers::idea_id)
        .load(conn)?)
}
