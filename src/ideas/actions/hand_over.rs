//! Handing an idea over to another group, which must accept it.

use super::ask_owner::relieve;
use super::step::{At, Moved, due_number, once, open};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::groups;
use crate::ideas::forms::{HandOver, HandOverAnswer};
use crate::ideas::lifecycle::Command;
use crate::ideas::store::Update;
use crate::ideas::store::handovers::{self, HandOverState};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::policy::Action;
use crate::town::Town;

/// Offers an idea to another group. Until it answers, the idea stays and nothing else happens.
///
/// # Errors
/// Who may not, the wrong state, an old version, an offer that waits, a group that leads no ideas,
/// or one in which nobody could answer ([`Code::NobodyToAsk`]).
pub fn offer_hand_over(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, offer: &HandOver) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "offer", |tx| {
            let opened = open(tx, actor, at, Action::IdeaTriage)?;
            // The state after the answer is not taken yet; that it could be is the question here.
            opened.decide(town, Command::ChangeGroup)?;
            opened.demand_no_offer()?;
            let from = opened.group()?;
            let to = groups::store::find_by_slug(tx.conn, &offer.group)?;
            let to = to.filter(|to| to.id != from && to.kind.leads_ideas());
            let to = to.ok_or_else(|| Error::field("group", Code::FieldUnknownChoice))?;
            if !groups::store::has_lead(tx.conn, to.id, opened.today)? {
                return Err(Error::refused(Code::NobodyToAsk));
            }
            handovers::offer(tx, opened.idea.id, from, to.id, offer.reason.as_str())?;
            let moved = opened.touch(tx)?;
            journal::record(tx, actor, &[Event::HandOverOffered { idea: opened.idea.id, from, to: to.id }])?;
            Ok(moved)
        })
    })
}

/// Answers for the group that was asked: it takes the idea over with a new date, or says why not.
///
/// # Errors
/// Who may not, no offer that waits, or an old version.
pub fn answer_hand_over(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, answer: &HandOverAnswer) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "answer offer", |tx| {
            let opened = open(tx, actor, at, Action::HandOverAnswer)?;
            let idea = opened.idea.id;
            let offer = handovers::waiting(tx.conn, idea)?.ok_or(Error::Conflict(Code::NotNow))?;
            let (from, to) = (offer.from, offer.to);
            // Asked also for a no: the idea may have been taken back meanwhile.
            let change = opened.decide(town, Command::ChangeGroup)?;
            let mut relieved = Vec::new();
            let (moved, event) = match answer {
                HandOverAnswer::Accept => {
                    handovers::answer(tx, offer.id, HandOverState::Accepted, None)?;
                    // Whoever was asked to own it was named by the group that gives it away.
                    relieved = relieve(tx, idea, None)?;
                    let moved = opened.apply(tx, &change, &Update { group: Some(to), ..Update::default() })?;
                    (moved, Event::HandOverAccepted { idea, from, to, due_on: due_number(&change, opened.today) })
                }
                HandOverAnswer::Decline(reason) => {
                    handovers::answer(tx, offer.id, HandOverState::Declined, Some(reason.as_str()))?;
                    (opened.touch(tx)?, Event::HandOverDeclined { idea, from, to })
                }
            };
            journal::record(tx, actor, &[vec![event], relieved].concat())?;
            Ok(moved)
        })
    })
}
