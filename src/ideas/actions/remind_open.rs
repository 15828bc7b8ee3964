//! While an idea can be supported its author hears twice how it goes, and when the time ends
//! (domain 4.1). A part of the look at all days that is taken once a day ([`super::climb`]).

use crate::db::{Conn, Db, Tx};
use crate::error::Result;
use crate::ideas::ladder::{self, Step};
use crate::ideas::lifecycle::State;
use crate::ideas::store::{self, Idea, clock_steps};
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, IdeaId};

/// Ideas looked at in one go.
const BATCH: i64 = 200;

/// Tells the authors whose turn it is; gives how many.
///
/// # Errors
/// When the database cannot be used, or the first failure, after every idea has had its turn.
pub(super) fn remind_open(db: &Db) -> Result<usize> {
    let (mut told, mut first, mut after) = (0, Ok(()), IdeaId::new(0));
    loop {
        let today = db.clock().now().date();
        let until = today.plus_days(ladder::LONGEST_CLOSING_REMINDER_DAYS);
        let (due, last) = db.read(|conn| {
            let ideas = clock_steps::closing(conn, until, after, BATCH)?;
            let last = ideas.last().map(|idea| idea.id);
            Ok((due(conn, ideas, today)?, last))
        })?;
        let Some(last) = last else { break };
        after = last;
        for (idea, _) in due {
            match db.write(|tx| remind(tx, idea.id)) {
                Ok(true) => told += 1,
                // Somebody was faster, or the idea has moved on.
                Ok(false) => {}
                Err(error) => first = first.and(Err(error)),
            }
        }
    }
    first.map(|()| told)
}

/// The ideas among these whose authors are told today, each with the step that this is.
fn due(conn: &mut Conn, ideas: Vec<Idea>, today: Date) -> Result<Vec<(Idea, Step)>> {
    let ids: Vec<IdeaId> = ideas.iter().map(|idea| idea.id).collect();
    let taken = clock_steps::of(conn, &ids)?;
    let step = |idea: Idea| {
        let (closes_on, published_at) = (idea.closes_on?, idea.published_at?);
        // Noted about the day on which it closes; an idea that is open has no other.
        let about = Idea { due_on: Some(closes_on), ..idea };
        let step = ladder::closing_step(closes_on, published_at.date(), today)?;
        let is_new = clock_steps::about(&taken, &about).iter().all(|taken| taken.step < step);
        (about.state == State::Open && is_new).then_some((about, step))
    };
    Ok(ideas.into_iter().filter_map(step).collect())
}

fn remind(tx: &mut Tx<'_>, id: IdeaId) -> Result<bool> {
    let idea = store::load(tx.conn, id)?;
    let today = tx.now.date();
    let Some((about, step)) = due(tx.conn, vec![idea], today)?.pop() else { return Ok(false) };
    if !clock_steps::take(tx, &about, step)? {
        return Ok(false);
    }
    let closes_on = about.due_on.unwrap_or(today).number();
    journal::record(tx, &Actor::System, &[Event::ClosesSoon { idea: id, closes_on }])?;
    Ok(true)
}
