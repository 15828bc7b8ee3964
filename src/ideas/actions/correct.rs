//! The process group puts something right: an ended idea goes back to a group, or one that is
//! disputed goes to the group that shall have it. Everyone can read why.

use super::ask_owner::relieve;
use super::step::{At, Moved, Opened, due_number, once, open};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::groups;
use crate::ideas::forms::Correction;
use crate::ideas::lifecycle::{Command, State};
use crate::ideas::store::Update;
use crate::ideas::store::handovers::{self, HandOverState};
use crate::journal::{self, Event};
use crate::kernel::{Actor, GroupId};
use crate::policy::Action;
use crate::town::Town;

/// Corrects.
///
/// # Errors
/// Who may not, the wrong state, an old version, or a group that leads no ideas or has the idea
/// already.
pub fn correct(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, correction: &Correction) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "correct", |tx| {
            let opened = open(tx, actor, at, Action::IdeaCorrect)?;
            let (idea, from) = (opened.idea.id, opened.idea.state);
            // An idea that a group has already can only go to another one.
            let command = if from == State::WithGroup { Command::ChangeGroup } else { Command::Reopen };
            let change = opened.decide(town, command)?;
            let group = receiving_group(tx, &opened, correction)?;
            settle_offer(tx, &opened, group)?;
            let relieved = relieve(tx, idea, None)?;
            let moved = opened.apply(tx, &change, &Update { group: Some(group), ..Update::default() })?;
            let reason = correction.reason.as_str().to_owned();
            // Only a group that still had the idea has lost something.
            let left = opened.idea.group_id.filter(|left| from == State::WithGroup && *left != group);
            let (was, becomes) = (from.to_string(), change.next.to_string());
            let corrected = Event::Corrected { idea, from: was, to: becomes, reason, left };
            let came = Event::CameToGroup { idea, group, due_on: due_number(&change, opened.today) };
            journal::record(tx, actor, &[vec![corrected, came], relieved].concat())?;
            Ok(moved)
        })
    })
}

fn receiving_group(tx: &mut Tx<'_>, opened: &Opened, correction: &Correction) -> Result<GroupId> {
    let own = opened.group()?;
    let moves = opened.idea.state == State::WithGroup;
    let Some(slug) = &correction.group else {
        return if moves { Err(Error::field("group", Code::FieldNotChosen)) } else { Ok(own) };
    };
    let group = groups::store::find_by_slug(tx.conn, slug)?;
    let group = group.filter(|group| group.kind.leads_ideas() && !(moves && group.id == own));
    group.map(|group| group.id).ok_or_else(|| Error::field("group", Code::FieldUnknownChoice))
}

/// An offer that waits is settled by the correction.
fn settle_offer(tx: &mut Tx<'_>, opened: &Opened, group: GroupId) -> Result<()> {
    let Some(offer) = handovers::waiting(tx.conn, opened.idea.id)? else { return Ok(()) };
    let state = if offer.to == group { HandOverState::Accepted } else { HandOverState::Declined };
    handovers::answer(tx, offer.id, state, None)
}
