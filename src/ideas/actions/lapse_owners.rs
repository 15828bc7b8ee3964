//! Somebody was asked to see an idea carried out and has not answered, or has left: the group is told, and
//! asks somebody else (domain 3.3, C3).

use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::ideas::lifecycle::Change;
use crate::ideas::store::ownerships::{self, OwnershipState};
use crate::ideas::store::{self, Update};
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, IdeaId, OwnershipId, Timestamp};
use crate::town::Town;

/// Most that are relieved in one call; the others are found again by the next.
const MOST: i64 = 200;

/// Relieves everyone whose time to answer has passed, or who has left; gives how many. One that fails keeps no other
/// from its turn.
///
/// # Errors
/// The first failure, after each has had its turn.
pub fn lapse_owners(db: &Db, town: &Town) -> Result<usize> {
    let before = asked_before(town, db.clock().now().date());
    let silent = db.read(|conn| {
        let mut all = ownerships::unanswered(conn, before, MOST)?;
        all.extend(ownerships::left(conn, MOST)?);
        Ok(all)
    })?;
    let mut lapsed = 0;
    let mut first = Ok(());
    for idea in silent {
        match db.write(|tx| lapse(tx, town, idea)) {
            Ok(true) => lapsed += 1,
            // Answered meanwhile, or somebody else was asked.
            Ok(false) | Err(Error::Conflict(_)) => {}
            Err(error) => first = first.and(Err(error)),
        }
    }
    first.map(|()| lapsed)
}

/// Who was asked before this moment may have had as many whole days as there are; fewer when a summer pause
/// lay in between.
fn asked_before(town: &Town, today: Date) -> Timestamp {
    today.plus_days(-town.settings.clocks.owner_answer_days).start()
}

fn last_day(tx: &mut Tx<'_>, town: &Town, asked: OwnershipId) -> Result<Date> {
    let clocks = &town.settings.clocks;
    Ok(clocks.days_after(ownerships::asked_at(tx.conn, asked)?.date(), clocks.owner_answer_days))
}

fn lapse(tx: &mut Tx<'_>, town: &Town, id: IdeaId) -> Result<bool> {
    let idea = store::load(tx.conn, id)?;
    let before = asked_before(town, tx.now.date());
    let silent = ownerships::waiting(tx.conn, id, before)?.filter(|asked| asked.state == OwnershipState::Asked);
    let silent = match silent {
        Some(asked) if tx.now.date() <= last_day(tx, town, asked.id)? => None,
        silent => silent,
    };
    let gone = if ownerships::has_left(tx.conn, id)? { ownerships::live(tx.conn, id)? } else { None };
    let Some(asked) = silent.or(gone).filter(|_| idea.state.takes_owner()) else { return Ok(false) };
    ownerships::release(tx, id)?;
    let same = Change { next: idea.state, due_on: idea.due_on };
    store::apply(tx, &idea, idea.version, &same, &Update::default())?;
    journal::record(tx, &Actor::System, &[Event::OwnerLapsed { idea: id, ownership: asked.id }])?;
    Ok(true)
}
