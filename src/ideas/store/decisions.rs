//! SQL of decisions.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::Tx;
use crate::db::schema::{ballots, decisions, idea_notes};
use crate::error::Result;
use crate::ideas::decision::{Answer, Decision};
use crate::kernel::text::Reason;
use crate::kernel::{BallotId, Date, GroupId, IdeaId, OwnershipId};

/// What a decision stands on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds {
    /// The group that decided.
    pub group: GroupId,
    /// The owner who has accepted, and the first date; none for a no.
    pub owner: Option<(OwnershipId, Date)>,
    /// The ballot that it follows, if one was held.
    pub ballot: Option<BallotId>,
}

/// Writes a decision down. The table itself demands that a yes has an owner of this idea who has
/// accepted.
pub fn insert(tx: &mut Tx<'_>, idea: IdeaId, decision: &Decision, grounds: &Grounds) -> Result<i64> {
    let (mut conditions, mut would_change, mut instead) = (None, None, None);
    match &decision.answer {
        Answer::Yes { .. } => {}
        Answer::Partly { conditions: limits, .. } => conditions = Some(limits.as_str()),
        Answer::No { would_change: change, instead: other } => {
            (would_change, instead) = (Some(change.as_str()), Some(other.as_str()));
        }
    }
    Ok(diesel::insert_into(decisions::table)
        .values((
            (
                decisions::idea_id.eq(idea),
                decisions::group_id.eq(grounds.group),
                decisions::outcome.eq(decision.answer.outcome()),
                decisions::kind.eq(decision.kind),
                decisions::what.eq(decision.answer.what()),
                decisions::reasons.eq(decision.reasons.as_str()),
                decisions::conditions.eq(conditions),
                decisions::would_change.eq(would_change),
                decisions::instead.eq(instead),
            ),
            (
                decisions::children.eq(decision.children.as_ref().map(Reason::as_str)),
                decisions::dissent.eq(decision.dissent.as_ref().map(Reason::as_str)),
                decisions::ownership_id.eq(grounds.owner.map(|(owner, _)| owner.get())),
                decisions::owner_accepted.eq(grounds.owner.is_some()),
                decisions::first_step_on.eq(grounds.owner.map(|(_, day)| day)),
                decisions::ballot_id.eq(grounds.ballot.map(BallotId::get)),
                decisions::decided_on.eq(tx.now.date()),
                decisions::decided_at.eq(tx.now),
            ),
        ))
        .returning(decisions::id)
        .get_result(tx.conn)?)
}

/// The newest ballot about an idea.
pub fn newest_ballot(conn: &mut Conn, idea: IdeaId) -> Result<Option<BallotId>> {
    let newest = ballots::table.filter(ballots::idea_id.eq(idea)).order(ballots::id.desc()).select(ballots::id);
    Ok(newest.first(conn).optional()?)
}

/// Whether the author of an idea is a child.
pub fn has_young_author(conn: &mut Conn, idea: IdeaId) -> Result<bool> {
    let young = idea_notes::table.filter(idea_notes::idea_id.eq(idea)).select(idea_notes::young_author);
    Ok(young.first(conn).optional()?.unwrap_or(false))
}
