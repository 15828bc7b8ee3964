//! A day before a ballot closes, those who have not voted are reminded.

use crate::ballots::{reminder, store as ballots};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::ideas::store;
use crate::journal::{self, Event};
use crate::kernel::{Actor, BallotId};

/// Notes, for every ballot whose time it is, that it closes; gives how many. Called by the clock, as often
/// as it likes: each ballot has one reminder, by its key.
///
/// # Errors
/// When the database fails.
pub fn remind_voters(db: &Db) -> Result<usize> {
    let now = db.clock().now();
    let soon = db.read(|conn| ballots::closing_before(conn, reminder::horizon(now)))?;
    let mut reminded = 0;
    for id in soon {
        reminded += usize::from(db.write(|tx| remind(tx, id))?);
    }
    Ok(reminded)
}

fn remind(tx: &mut Tx<'_>, id: BallotId) -> Result<bool> {
    let ballot = ballots::load(tx.conn, id)?;
    if !reminder::is_due(ballot.opened_at, ballot.closes_at, tx.now) || ballot.result.is_some() {
        return Ok(false);
    }
    let idea = store::load(tx.conn, ballot.idea)?;
    if idea.state != State::Ballot || !ballots::note_reminder(tx, id)? {
        return Ok(false);
    }
    journal::record(tx, &Actor::System, &[Event::BallotClosing { idea: idea.id, ballot: id }])?;
    Ok(true)
}
