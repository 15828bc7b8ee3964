//! SQL of ballots. What a vote changes is in [`cast`] and nowhere else: one flag and two counts.

use diesel::prelude::*;

use super::method::majority::{Counts, Rules};
use super::{BallotResult, Choice, Majority};
use crate::db::schema::{ballot_counts, ballot_reminders, ballot_rolls, ballots};
use crate::db::{Conn, Tx, portable};
use crate::error::{Error, Result};
use crate::groups::TieRule;
use crate::kernel::{BallotId, GroupId, IdeaId, PersonId, Timestamp};

const OPEN: &str = "open";
const CLOSED: &str = "closed";
/// Ballots closed in one turn of the clock; the rest have the next.
const CLOSED_AT_A_TIME: i64 = 100;

/// A ballot as its rules need to know it. How many have voted is left out on purpose.
#[derive(Debug, Clone, Queryable)]
pub struct Ballot {
    /// Which.
    pub id: BallotId,
    /// The idea that it is about.
    pub idea: IdeaId,
    /// The body that votes.
    pub group: GroupId,
    /// The question.
    pub question: String,
    /// How many must say yes.
    pub majority: Majority,
    /// What happens with a tie.
    pub tie_rule: TieRule,
    /// How many of the roll must vote.
    pub quorum: i32,
    /// How many stand on the roll.
    pub roll_size: i32,
    /// What it came to; none while it is open.
    pub result: Option<BallotResult>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it closes, or closed.
    pub closes_at: Timestamp,
}

type Columns = (
    ballots::id,
    ballots::idea_id,
    ballots::group_id,
    ballots::question,
    ballots::majority,
    ballots::tie_rule,
    ballots::quorum,
    ballots::roll_size,
    ballots::result,
    ballots::opened_at,
    ballots::closes_at,
);

const COLUMNS: Columns = (
    ballots::id,
    ballots::idea_id,
    ballots::group_id,
    ballots::question,
    ballots::majority,
    ballots::tie_rule,
    ballots::quorum,
    ballots::roll_size,
    ballots::result,
    ballots::opened_at,
    ballots::closes_at,
);

impl Ballot {
    /// By what it is judged.
    ///
    /// # Errors
    /// When the row says something impossible.
    pub fn rules(&self) -> Result<Rules> {
        let quorum = u32::try_from(self.quorum).map_err(Error::corrupt)?;
        Ok(Rules { majority: self.majority, tie_rule: self.tie_rule, quorum })
    }
}

/// What is needed to open a ballot.
#[derive(Debug, Clone)]
pub struct NewRow<'a> {
    /// The idea that it is about.
    pub idea: IdeaId,
    /// The body that votes.
    pub group: GroupId,
    /// The question.
    pub question: &'a str,
    /// How many must say yes.
    pub majority: Majority,
    /// What happens with a tie.
    pub tie_rule: TieRule,
    /// How many of the roll must vote.
    pub quorum: i32,
    /// Who may vote, each once.
    pub roll: &'a [PersonId],
    /// When it closes.
    pub closes_at: Timestamp,
}

/// Opens a ballot: its roll is frozen from now on, and all counts are zero.
pub fn insert(tx: &mut Tx<'_>, new: &NewRow<'_>) -> Result<BallotId> {
    let id: BallotId = diesel::insert_into(ballots::table)
        .values((
            ballots::idea_id.eq(new.idea),
            ballots::group_id.eq(new.group),
            ballots::question.eq(new.question),
            ballots::majority.eq(new.majority),
            ballots::tie_rule.eq(new.tie_rule),
            ballots::quorum.eq(new.quorum),
            ballots::roll_size.eq(i32::try_from(new.roll.len()).map_err(Error::internal)?),
            ballots::voted.eq(0),
            ballots::state.eq(OPEN),
            ballots::opened_at.eq(tx.now),
            ballots::closes_at.eq(new.closes_at),
        ))
        .returning(ballots::id)
        .get_result(tx.conn)?;
    for person in new.roll {
        diesel::insert_into(ballot_rolls::table)
            .values((
                ballot_rolls::ballot_id.eq(id),
                ballot_rolls::person_id.eq(*person),
                ballot_rolls::has_voted.eq(false),
            ))
            .execute(tx.conn)?;
    }
    for choice in Choice::ALL {
        diesel::insert_into(ballot_counts::table)
            .values((
                ballot_counts::ballot_id.eq(id),
                ballot_counts::choice.eq(*choice),
                ballot_counts::count.eq(0_i64),
            ))
            .execute(tx.conn)?;
    }
    Ok(id)
}

/// The ballot with this id.
///
/// # Errors
/// Not found.
pub fn load(conn: &mut Conn, id: BallotId) -> Result<Ballot> {
    Ok(ballots::table.filter(ballots::id.eq(id)).select(COLUMNS).first(conn)?)
}

/// What became of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cast {
    /// It counts.
    Counted,
    /// The ballot is closed.
    Closed,
    /// The person is not on the roll.
    NotOnRoll,
    /// The person has voted before; the first vote stands.
    VotedBefore,
}

/// Casts a vote. The caller gives up the transaction on anything but [`Cast::Counted`].
///
/// The flag and the counts are turned in one transaction, and nothing else is written: no row for
/// the vote, no moment, no event. The ballot's own row comes first, so that votes and the close
/// take turns; `WHERE has_voted = false` decides which of many equal votes counts.
pub fn cast(tx: &mut Tx<'_>, id: BallotId, person: PersonId, choice: Choice) -> Result<Cast> {
    let open = ballots::table
        .filter(ballots::id.eq(id))
        .filter(ballots::state.eq(OPEN))
        .filter(ballots::closes_at.gt(tx.now))
        // A full ballot can take nobody in; without this its check would speak before the roll does.
        .filter(ballots::voted.lt(ballots::roll_size));
    let counted = diesel::update(open).set(ballots::voted.eq(ballots::voted + 1)).execute(tx.conn)?;
    let own = ballot_rolls::table.filter(ballot_rolls::ballot_id.eq(id)).filter(ballot_rolls::person_id.eq(person));
    if counted == 0 {
        let still_open = load(tx.conn, id)?;
        let is_closed = still_open.result.is_some() || still_open.closes_at <= tx.now;
        return Ok(if is_closed {
            Cast::Closed
        } else {
            refusal(own.select(ballot_rolls::has_voted).first(tx.conn).optional()?)
        });
    }
    let turned = diesel::update(own.filter(ballot_rolls::has_voted.eq(false)))
        .set(ballot_rolls::has_voted.eq(true))
        .execute(tx.conn)?;
    if turned == 0 {
        return Ok(refusal(own.select(ballot_rolls::has_voted).first(tx.conn).optional()?));
    }
    // Every count is written, most of them as they were: PostgreSQL stamps each row with the
    // transaction that wrote it last, and the voter's row has the same stamp.
    for each in Choice::ALL {
        let this = ballot_counts::table.filter(ballot_counts::ballot_id.eq(id)).filter(ballot_counts::choice.eq(each));
        let more = i64::from(*each == choice);
        let written =
            diesel::update(this).set(ballot_counts::count.eq(ballot_counts::count + more)).execute(tx.conn)?;
        if written == 0 {
            return Err(Error::corrupt("a ballot without its counts"));
        }
    }
    Ok(Cast::Counted)
}

const fn refusal(has_voted: Option<bool>) -> Cast {
    match has_voted {
        None => Cast::NotOnRoll,
        Some(_) => Cast::VotedBefore,
    }
}

/// The open ballots whose time is up, the oldest first.
pub fn due(conn: &mut Conn, now: Timestamp) -> Result<Vec<BallotId>> {
    Ok(ballots::table
        .filter(ballots::state.eq(OPEN))
        .filter(ballots::closes_at.le(now))
        .order((ballots::closes_at, ballots::id))
        .limit(CLOSED_AT_A_TIME)
        .select(ballots::id)
        .load(conn)?)
}

/// The open ballots that close before a moment and whose voters have not been reminded, the first to close
/// in front.
pub fn closing_before(conn: &mut Conn, before: Timestamp) -> Result<Vec<BallotId>> {
    let reminded = ballot_reminders::table.filter(ballot_reminders::ballot_id.eq(ballots::id));
    Ok(ballots::table
        .filter(ballots::state.eq(OPEN))
        .filter(ballots::closes_at.le(before))
        .filter(diesel::dsl::not(diesel::dsl::exists(reminded)))
        .order((ballots::closes_at, ballots::id))
        .limit(CLOSED_AT_A_TIME)
        .select(ballots::id)
        .load(conn)?)
}

/// Notes that the voters of a ballot are reminded; `false` when they were before.
pub fn note_reminder(tx: &mut Tx<'_>, id: BallotId) -> Result<bool> {
    let now = tx.now;
    let noted = portable::insert_new(tx, |conn| {
        diesel::insert_into(ballot_reminders::table)
            .values((ballot_reminders::ballot_id.eq(id), ballot_reminders::at.eq(now)))
            .execute(conn)
    })?;
    Ok(noted.is_some())
}

/// Takes an open ballot whose time is up in hand, so that no other process closes it and no vote
/// is under way while it is counted; `false` when somebody else has closed it.
pub fn hold(tx: &mut Tx<'_>, id: BallotId) -> Result<bool> {
    let due =
        ballots::table.filter(ballots::id.eq(id)).filter(ballots::state.eq(OPEN)).filter(ballots::closes_at.le(tx.now));
    Ok(diesel::update(due).set(ballots::voted.eq(ballots::voted)).execute(tx.conn)? > 0)
}

/// How the votes fell. Only the close asks.
///
/// # Errors
/// [`Error::Corrupt`] when the counts, the flags and the number of voters do not add up: such a
/// ballot has no result.
pub fn count(tx: &mut Tx<'_>, id: BallotId) -> Result<Counts> {
    let counts = super::views::counts(tx.conn, id)?;
    let voted: i32 = ballots::table.filter(ballots::id.eq(id)).select(ballots::voted).first(tx.conn)?;
    let flags: i64 = ballot_rolls::table
        .filter(ballot_rolls::ballot_id.eq(id))
        .filter(ballot_rolls::has_voted.eq(true))
        .count()
        .get_result(tx.conn)?;
    if u64::try_from(voted) == Ok(counts.voted()) && i64::from(voted) == flags {
        return Ok(counts);
    }
    Err(Error::corrupt("a ballot whose votes and voters do not add up"))
}

/// Closes a ballot that is in hand.
pub fn close(tx: &mut Tx<'_>, id: BallotId, result: BallotResult, lot_seed: Option<&str>) -> Result<()> {
    diesel::update(ballots::table.filter(ballots::id.eq(id)))
        .set((
            ballots::state.eq(CLOSED),
            ballots::result.eq(Some(result)),
            ballots::lot_seed.eq(lot_seed),
            ballots::closed_at.eq(Some(tx.now)),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Throws the counts of a cancelled ballot away: nobody shall ever know them.
pub fn discard_counts(tx: &mut Tx<'_>, id: BallotId) -> Result<()> {
    diesel::delete(ballot_counts::table.filter(ballot_counts::ballot_id.eq(id))).execute(tx.conn)?;
    Ok(())
}
