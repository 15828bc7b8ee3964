//! A body is asked to vote on a proposal.

use super::SentForm;
use crate::ballots::FEWEST_ON_ROLL;
use crate::ballots::draft::NewBallot;
use crate::ballots::store::{self as ballots, NewRow};
use crate::db::{Conn, Db, Tx};
use crate::error::{Code, Error, Result};
use crate::groups::{self, Group, GroupKind};
use crate::ideas::lifecycle::{self, Command};
use crate::ideas::standing;
use crate::ideas::store::{self, Idea, Update};
use crate::journal::{self, Event};
use crate::kernel::{Actor, BallotId};
use crate::policy::Action;
use crate::town::Town;

/// Opens a secret ballot on the proposal with this number. The roll is frozen from the seats of
/// today. The same form sent again gives the first ballot.
///
/// # Errors
/// Not found, forbidden, not possible in the idea's state, a body that may not vote on it (field
/// `held_by`), [`Code::BallotTooSmall`], or a conflict when the idea changed meanwhile.
pub fn open_ballot(
    db: &Db,
    town: &Town,
    actor: &Actor,
    number: &str,
    new: &NewBallot,
    sent: &SentForm<'_>,
) -> Result<BallotId> {
    db.write(|tx| open(tx, town, actor, number, new, sent))
}

fn open(
    tx: &mut Tx<'_>,
    town: &Town,
    actor: &Actor,
    number: &str,
    new: &NewBallot,
    sent: &SentForm<'_>,
) -> Result<BallotId> {
    let idea = store::load_by_number(tx.conn, number)?;
    let today = tx.now.date();
    let standing = standing::of(tx.conn, actor, &idea, today)?;
    standing::authorise(&standing, Action::BallotOpen)?;
    if let Some(first) = sent.earlier(tx, "ballot", &idea)? {
        return Ok(BallotId::new(first));
    }
    let facts = store::facts(tx.conn, &idea, today)?;
    let change = lifecycle::decide(idea.state, Command::OpenBallot, &facts, &town.settings.clocks, today)?;
    let body = body_of(tx.conn, &idea, &new.held_by)?;
    let roll = groups::store::roll_on(tx.conn, &body, today)?;
    if roll.len() < FEWEST_ON_ROLL {
        return Err(Error::refused(Code::BallotTooSmall));
    }
    store::apply(tx, &idea, sent.version, &change, &Update::default())?;
    let ballot = ballots::insert(
        tx,
        &NewRow {
            idea: idea.id,
            group: body.id,
            question: new.question.as_str(),
            majority: new.majority,
            tie_rule: body.tie_rule,
            quorum: groups::roll::quorum(roll.len(), body.quorum_percent),
            roll: &roll,
            closes_at: new.closes_at,
        },
    )?;
    sent.note(tx, "ballot", &idea, ballot.get())?;
    journal::record(tx, actor, &[Event::BallotOpened { idea: idea.id, ballot }])?;
    Ok(ballot)
}

/// The body with this slug, if it may vote on the idea: the lead group or the youth council.
fn body_of(conn: &mut Conn, idea: &Idea, slug: &str) -> Result<Group> {
    let found = groups::store::find_by_slug(conn, slug)?;
    let fits = |group: &Group| idea.group_id == Some(group.id) || group.kind == GroupKind::YouthCouncil;
    found.filter(fits).ok_or_else(|| Error::field("held_by", Code::FieldUnknownChoice))
}
