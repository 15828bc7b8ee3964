//! While an idea stays late its author hears so again every thirty days, for how long it has been and
//! who has it now. A part of the look at all days that is taken once a day ([`super::climb`]).

use crate::db::{Conn, Db, Tx};
use crate::error::Result;
use crate::ideas::clock::{self, Owed};
use crate::ideas::ladder::{self, Step};
use crate::ideas::store::{self, Idea, clock_steps, late_again};
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, IdeaId};

/// Ideas looked at in one go.
const BATCH: i64 = 200;

/// An idea that is late still, and what there is to say of it.
struct Again {
    idea: Idea,
    owed: Owed,
    /// Which time this is, as days after the day.
    mark: i32,
    /// The last step that was taken about the day.
    with: Step,
}

/// Tells the authors whose turn it is; gives how many.
///
/// # Errors
/// When the database cannot be used, or the first failure, after every idea has had its turn.
pub(super) fn tell_again(db: &Db) -> Result<usize> {
    let (mut told, mut first, mut after) = (0, Ok(()), IdeaId::new(0));
    loop {
        let today = db.clock().now().date();
        let until = today.plus_days(-ladder::AGAIN_DAYS);
        let (due, last) = db.read(|conn| {
            let ideas = late_again::candidates(conn, &clock::CAN_BE_LATE, until, after, BATCH)?;
            let last = ideas.last().map(|idea| idea.id);
            Ok((due(conn, ideas, today)?, last))
        })?;
        let Some(last) = last else { break };
        after = last;
        for again in due {
            match db.write(|tx| tell(tx, again.idea.id)) {
                Ok(true) => told += 1,
                // Somebody was faster, or the idea has moved on.
                Ok(false) => {}
                Err(error) => first = first.and(Err(error)),
            }
        }
    }
    first.map(|()| told)
}

fn due(conn: &mut Conn, ideas: Vec<Idea>, today: Date) -> Result<Vec<Again>> {
    let ids: Vec<IdeaId> = ideas.iter().map(|idea| idea.id).collect();
    let steps = clock_steps::of(conn, &ids)?;
    let said = late_again::of(conn, &ids)?;
    let again = |idea: Idea| {
        let owed = clock::owed(idea.state, idea.due_on).filter(|_| !idea.hidden)?;
        let taken = clock_steps::about(&steps, &idea);
        let mark = ladder::again(owed.on, &taken, &late_again::about(&said, &idea), today)?;
        let with = taken.iter().map(|taken| taken.step).max()?;
        Some(Again { idea, owed, mark, with })
    };
    Ok(ideas.into_iter().filter_map(again).collect())
}

fn tell(tx: &mut Tx<'_>, id: IdeaId) -> Result<bool> {
    let idea = store::load(tx.conn, id)?;
    let today = tx.now.date();
    let Some(again) = due(tx.conn, vec![idea], today)?.pop() else { return Ok(false) };
    if !late_again::note(tx, &again.idea, again.owed.on, again.mark)? {
        return Ok(false);
    }
    let event = Event::LateAgain {
        idea: id,
        by: again.owed.by.as_str().to_owned(),
        due_on: again.owed.on.number(),
        days: today.days_since(again.owed.on),
        with: again.with.as_str().to_owned(),
    };
    journal::record(tx, &Actor::System, &[event])?;
    Ok(true)
}
