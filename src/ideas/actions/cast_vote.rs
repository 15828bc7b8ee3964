//! A member of a body votes.

use crate::ballots::Choice;
use crate::ballots::store::{self as ballots, Cast};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::State;
use crate::ideas::{standing, store};
use crate::kernel::{Actor, BallotId};
use crate::policy::Action;

/// Casts the vote of the signed-in person. It cannot be changed, because nothing says which it
/// was. No event is recorded: it would have a moment, and the moments of votes and counts are
/// what a secret ballot must not leave behind.
///
/// # Errors
/// Not found, sign-in needed, forbidden for those who are not on the roll, [`Code::BallotClosed`],
/// or [`Code::AlreadyVoted`]: the first vote stands.
pub fn cast_vote(db: &Db, actor: &Actor, id: BallotId, choice: Choice) -> Result<()> {
    db.write(|tx| {
        let ballot = ballots::load(tx.conn, id)?;
        let idea = store::load(tx.conn, ballot.idea)?;
        let standing = standing::of(tx.conn, actor, &idea, tx.now.date())?;
        standing::authorise(&standing, Action::BallotVote)?;
        let voter = actor.person().ok_or(Error::SignInNeeded)?;
        // An author who takes the idea back ends the ballot with it.
        if idea.state != State::Ballot {
            return Err(Error::refused(Code::BallotClosed));
        }
        match ballots::cast(tx, id, voter, choice)? {
            Cast::Counted => Ok(()),
            Cast::Closed => Err(Error::refused(Code::BallotClosed)),
            Cast::VotedBefore => Err(Error::refused(Code::AlreadyVoted)),
            // On the roll of another ballot of the same idea.
            Cast::NotOnRoll => Err(Error::Forbidden),
        }
    })?;
    // The vote stands whether or not this succeeds.
    if let Err(error) = db.fold_log() {
        tracing::warn!(%error, "the log that holds a vote could not be emptied");
    }
    Ok(())
}
