//! SQL that reads ballots for pages and the API.

use diesel::prelude::*;

use super::method::majority::Counts;
use super::store::Ballot;
use super::{BallotResult, Choice};
use crate::db::Conn;
use crate::db::schema::{ballot_counts, ballot_rolls, ballots, steering_groups};
use crate::error::{Error, Result};
use crate::kernel::{BallotId, IdeaId, PersonId};

/// A ballot as everyone may read it.
#[derive(Debug, Clone)]
pub struct BallotView {
    /// Question, rules and result.
    pub ballot: Ballot,
    /// Slug of the body that votes.
    pub group_slug: String,
    /// Name of the body that votes.
    pub group_name: String,
    /// How it went; none while it is open, and none of a cancelled one.
    pub closed: Option<ClosedView>,
    /// Whether the viewer has voted; none when he or she is not on the roll.
    pub has_voted: Option<bool>,
}

/// How a closed ballot went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedView {
    /// What it came to.
    pub result: BallotResult,
    /// How the votes fell.
    pub counts: Counts,
    /// The seed of the lot, when one was drawn.
    pub lot_seed: Option<String>,
}

/// The ballot with this id, for this viewer: two statements while it is open, three afterwards.
///
/// # Errors
/// Not found.
pub fn view(conn: &mut Conn, id: BallotId, viewer: Option<PersonId>) -> Result<BallotView> {
    let ballot = super::store::load(conn, id)?;
    let own = ballot_rolls::table
        .filter(ballot_rolls::ballot_id.eq(id))
        .filter(ballot_rolls::person_id.eq(viewer.unwrap_or(PersonId::new(0))))
        .select(ballot_rolls::has_voted)
        .single_value();
    let (group_slug, group_name, lot_seed, has_voted): (String, String, Option<String>, Option<bool>) = ballots::table
        .inner_join(steering_groups::table.on(steering_groups::id.eq(ballots::group_id)))
        .filter(ballots::id.eq(id))
        .select((steering_groups::slug, steering_groups::name, ballots::lot_seed, own))
        .first(conn)?;
    let closed = match ballot.result {
        None | Some(BallotResult::Cancelled) => None,
        Some(result) => Some(ClosedView { result, counts: counts(conn, id)?, lot_seed }),
    };
    Ok(BallotView { ballot, group_slug, group_name, closed, has_voted })
}

pub(super) fn counts(conn: &mut Conn, id: BallotId) -> Result<Counts> {
    let rows: Vec<(Choice, i64)> = ballot_counts::table
        .filter(ballot_counts::ballot_id.eq(id))
        .select((ballot_counts::choice, ballot_counts::count))
        .load(conn)?;
    let mut counts = Counts::default();
    for (choice, count) in rows {
        let count = u32::try_from(count).map_err(Error::corrupt)?;
        match choice {
            Choice::Yes => counts.yes = count,
            Choice::No => counts.no = count,
            Choice::Abstain => counts.abstain = count,
        }
    }
    Ok(counts)
}

/// The ballots of an idea, the newest first, at most 20.
pub fn of_idea(conn: &mut Conn, idea: IdeaId) -> Result<Vec<BallotId>> {
    Ok(ballots::table
        .filter(ballots::idea_id.eq(idea))
        .order(ballots::id.desc())
        .limit(20)
        .select(ballots::id)
        .load(conn)?)
}
