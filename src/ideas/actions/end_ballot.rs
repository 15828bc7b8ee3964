//! A ballot gave no answer: the group works on the proposal again.

use crate::ballots;
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::{self, Command};
use crate::ideas::standing;
use crate::ideas::store::{self, Idea, Update};
use crate::journal::{self, Event};
use crate::kernel::{Actor, BallotId};
use crate::policy::Action;
use crate::town::Town;

/// Takes the idea of a closed ballot back to its proposal; gives the idea as it was. A ballot
/// that said yes or no cannot be put aside so.
///
/// # Errors
/// Not found, forbidden, [`Code::BallotOpen`], [`Code::BallotDiffers`], [`Code::NotNow`] when a
/// newer ballot has taken its place, or a conflict when the idea changed meanwhile.
pub fn end_ballot(db: &Db, town: &Town, actor: &Actor, id: BallotId, version: i64) -> Result<Idea> {
    db.write(|tx| {
        let today = tx.now.date();
        let ballot = ballots::store::load(tx.conn, id)?;
        let idea = store::load(tx.conn, ballot.idea)?;
        let standing = standing::of(tx.conn, actor, &idea, today)?;
        standing::authorise(&standing, Action::IdeaDecide)?;
        if ballots::views::of_idea(tx.conn, idea.id)?.first() != Some(&id) {
            return Err(Error::Conflict(Code::NotNow));
        }
        let facts = store::facts(tx.conn, &idea, today)?;
        let change = lifecycle::decide(idea.state, Command::EndBallot, &facts, &town.settings.clocks, today)?;
        store::apply(tx, &idea, version, &change, &Update::default())?;
        journal::record(tx, actor, &[Event::BackToProposal { idea: idea.id, ballot: id }])?;
        Ok(idea)
    })
}
