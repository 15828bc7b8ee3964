//! Supporting an idea, and taking the support back.

use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::ideas::actions::goal_reached;
use crate::ideas::lifecycle::State;
use crate::ideas::standing;
use crate::ideas::store::{self, Idea};
use crate::journal;
use crate::kernel::{Actor, Date, PersonId};
use crate::policy::Action;
use crate::support::{self, supporter_key};
use crate::town::Town;

/// How an idea stands after somebody supported it or took the support back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupportTold {
    /// Whether the asker supports it now.
    pub supports: bool,
    /// People who support it.
    pub count: i64,
    /// People needed before the lead group must answer.
    pub goal: i64,
}

/// Supports the idea with this number, in the name of the signed-in person. Once is enough: a
/// second time changes nothing. No event tells of it, because an event has a moment.
///
/// # Errors
/// Not found, sign-in needed, or [`Code::SupportClosed`].
pub fn support(db: &Db, town: &Town, actor: &Actor, number: &str) -> Result<SupportTold> {
    db.write(|tx| {
        let (idea, person) = supportable(tx, actor, number)?;
        sign(tx, town, &idea, person)
    })
}

/// Takes the support of the signed-in person back. Nothing changes when there was none.
///
/// # Errors
/// As [`support`].
pub fn retract_support(db: &Db, town: &Town, actor: &Actor, number: &str) -> Result<SupportTold> {
    db.write(|tx| {
        let (idea, person) = supportable(tx, actor, number)?;
        retract_supporter(tx, &idea, &supporter_key(town, idea.id, person))
    })
}

fn supportable(tx: &mut Tx<'_>, actor: &Actor, number: &str) -> Result<(Idea, PersonId)> {
    let idea = store::load_by_number(tx.conn, number)?;
    let standing = standing::of(tx.conn, actor, &idea, tx.now.date())?;
    standing::authorise(&standing, Action::IdeaSupport)?;
    let person = actor.person().ok_or(Error::SignInNeeded)?;
    demand_open(&idea, tx.now.date())?;
    Ok((idea, person))
}

/// Demands that the idea can be supported on this day.
///
/// # Errors
/// [`Code::SupportClosed`].
pub(super) fn demand_open(idea: &Idea, today: Date) -> Result<()> {
    if takes_support(idea, today) { Ok(()) } else { Err(Error::refused(Code::SupportClosed)) }
}

/// Whether an idea can be supported on this day; pages show the button by this.
#[must_use]
pub fn takes_support(idea: &Idea, today: Date) -> bool {
    idea.state == State::Open && !idea.hidden && idea.closes_on.is_some_and(|last| today <= last)
}

/// Adds the support of a person and counts it; the one that reaches the goal brings the idea to
/// its group in the same transaction.
pub(super) fn sign(tx: &mut Tx<'_>, town: &Town, idea: &Idea, person: PersonId) -> Result<SupportTold> {
    if !support::store::add(tx, idea.id, &supporter_key(town, idea.id, person))? {
        // Read again: on PostgreSQL the first of two at once may have been counted since.
        let count = store::load(tx.conn, idea.id)?.support_count;
        return Ok(SupportTold { supports: true, count, goal: idea.support_goal });
    }
    let count = count_in_open_idea(tx, idea, 1)?;
    if count >= idea.support_goal {
        goal_reached(tx, town, idea.id)?;
    }
    Ok(SupportTold { supports: true, count, goal: idea.support_goal })
}

/// Takes the support of this supporter away, and counts.
pub(super) fn retract_supporter(tx: &mut Tx<'_>, idea: &Idea, supporter: &str) -> Result<SupportTold> {
    let mut count = idea.support_count;
    if support::store::remove(tx, idea.id, supporter)? {
        count = count_in_open_idea(tx, idea, -1)?;
    }
    Ok(SupportTold { supports: false, count, goal: idea.support_goal })
}

/// Counts only while the idea is open: on PostgreSQL somebody else's support may have reached the
/// goal since it was loaded.
fn count_in_open_idea(tx: &mut Tx<'_>, idea: &Idea, step: i64) -> Result<i64> {
    let count = store::count_supports_while_open(tx, idea.id, step)?;
    let count = count.ok_or(Error::refused(Code::SupportClosed))?;
    journal::search_changed(tx, idea.id, false)?;
    Ok(count)
}
