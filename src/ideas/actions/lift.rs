//! Somebody with a seat takes an idea up before it has reached its goal, or after its time ran out.

use super::step::{At, Moved, due_number, once, open};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::groups;
use crate::ideas::forms::Lift;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::{Idea, Update};
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, GroupId};
use crate::policy::Action;
use crate::town::Town;

/// Brings an open or closed idea to its lead group.
///
/// # Errors
/// Who may not, the wrong state, an old version, or a body in which the actor has no seat.
pub fn lift(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, lift: &Lift) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "lift", |tx| {
            let opened = open(tx, actor, at, Action::IdeaLift)?;
            let change = opened.decide(town, Command::Lift)?;
            let by = lifting_body(tx, actor, &opened.idea, lift, opened.today)?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            let (idea, due_on) = (opened.idea.id, due_number(&change, opened.today));
            let lifted = Event::Lifted { idea, group: by, reason: lift.reason.as_str().to_owned() };
            let came = Event::CameToGroup { idea, group: opened.group()?, due_on };
            journal::record(tx, actor, &[lifted, came])?;
            Ok(moved)
        })
    })
}

/// The body in whose name the idea is lifted: the chosen one, else the lead group, else the first.
/// Somebody of the process group may hold no seat at all.
fn lifting_body(tx: &mut Tx<'_>, actor: &Actor, idea: &Idea, lift: &Lift, today: Date) -> Result<Option<GroupId>> {
    let Some(person) = actor.person() else { return Ok(None) };
    let mine = groups::store::groups_of(tx.conn, person, today)?;
    let ids = || mine.iter().map(|(group, _)| group.id);
    match &lift.group {
        Some(slug) => {
            let chosen = mine.iter().find(|(group, _)| group.slug == *slug).map(|(group, _)| group.id);
            chosen.map(Some).ok_or_else(|| Error::field("group", Code::FieldUnknownChoice))
        }
        None => Ok(ids().find(|group| idea.group_id == Some(*group)).or_else(|| ids().next())),
    }
}
