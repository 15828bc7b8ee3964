//! Ballots whose time is up are counted.

use crate::ballots::method::majority::{self, Outcome};
use crate::ballots::{BallotResult, store as ballots};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::ideas::lifecycle::{self, Command, State};
use crate::ideas::store::{self, Update};
use crate::journal::{self, Event};
use crate::kernel::token::random_token;
use crate::kernel::{Actor, BallotId};
use crate::town::Town;

/// Closes every ballot whose time is up; gives how many. Called by the clock, as often as it
/// likes: a closed ballot stays as it is. One that cannot be counted keeps no other from its turn.
///
/// # Errors
/// The first failure, after every ballot has had its turn.
pub fn close_ballots(db: &Db, town: &Town) -> Result<usize> {
    let now = db.clock().now();
    let due = db.read(|conn| ballots::due(conn, now))?;
    let mut closed = 0;
    let mut first = Ok(());
    for id in due {
        match db.write(|tx| close(tx, town, id)) {
            Ok(true) => closed += 1,
            Ok(false) => {}
            Err(error) => {
                tracing::error!(ballot = %id, %error, "a ballot could not be closed");
                first = first.and(Err(error));
            }
        }
    }
    first.map(|()| closed)
}

fn close(tx: &mut Tx<'_>, town: &Town, id: BallotId) -> Result<bool> {
    if !ballots::hold(tx, id)? {
        return Ok(false);
    }
    let ballot = ballots::load(tx.conn, id)?;
    let idea = store::load(tx.conn, ballot.idea)?;
    if idea.state != State::Ballot {
        ballots::discard_counts(tx, id)?;
        ballots::close(tx, id, BallotResult::Cancelled, None)?;
        return Ok(true);
    }
    let counts = ballots::count(tx, id)?;
    let (result, seed) = match majority::outcome(counts, ballot.rules()?) {
        Outcome::Settled(result) => (result, None),
        Outcome::LotNeeded => {
            let seed = random_token(&town.random);
            (majority::draw_lot(&seed), Some(seed))
        }
    };
    ballots::close(tx, id, result, seed.as_deref())?;
    // From now on somebody owes the decision that follows, and has a day.
    let today = tx.now.date();
    let facts = store::facts(tx.conn, &idea, today)?;
    let change = lifecycle::decide(idea.state, Command::CountBallot, &facts, &town.settings.clocks, today)?;
    store::apply(tx, &idea, idea.version, &change, &Update::default())?;
    journal::record(
        tx,
        &Actor::System,
        &[Event::BallotClosed { idea: idea.id, ballot: id, result: result.to_string() }],
    )?;
    Ok(true)
}
