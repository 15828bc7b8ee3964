//! Enough people support an idea: it goes to its lead group, which then owes an answer.

use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ideas::lifecycle::{self, Command};
use crate::ideas::store::{self, Update};
use crate::journal::{self, Event};
use crate::kernel::{Actor, IdeaId};
use crate::town::Town;

/// Brings an idea that has reached its goal to its lead group. Called in the transaction of the
/// support that reached it.
///
/// # Errors
/// When the idea is not open or has not reached its goal.
pub(crate) fn goal_reached(tx: &mut Tx<'_>, town: &Town, idea: IdeaId) -> Result<()> {
    let today = tx.now.date();
    let idea = store::load(tx.conn, idea)?;
    let facts = store::facts(tx.conn, &idea, today)?;
    let change = lifecycle::decide(idea.state, Command::ReachGoal, &facts, &town.settings.clocks, today)?;
    store::apply(tx, &idea, idea.version, &change, &Update::default())?;
    let group = idea.group_id.ok_or_else(|| Error::corrupt("an open idea without a group"))?;
    let due_on = change.due_on.unwrap_or(today).number();
    let events = [
        Event::GoalReached { idea: idea.id, supports: idea.support_count },
        Event::CameToGroup { idea: idea.id, group, due_on },
    ];
    journal::record(tx, &Actor::System, &events)?;
    Ok(())
}
