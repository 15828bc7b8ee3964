//! SQL of promised days: each begins and ends with a move of its idea ([`super::apply`]).

use diesel::prelude::*;

use super::inquiries;
use crate::db::Tx;
use crate::db::schema::promises;
use crate::error::Result;
use crate::ideas::promise::{End, Held, turn};
use crate::kernel::{Date, IdeaId};

/// The open promise of an idea: row, first day, promised day, and since when it stands still.
type Open = (i64, Date, Date, Option<Date>);

/// Writes what a move does to promises.
pub(super) fn follow(tx: &mut Tx<'_>, idea: IdeaId, before: Held, after: Held, renewed: bool) -> Result<()> {
    let today = tx.now.date();
    let (end, begins) = turn(before, after, renewed);
    if end != End::Stays {
        let open: Option<Open> = promises::table
            .filter(promises::idea_id.eq(idea))
            .filter(promises::kept_on.is_null())
            .order(promises::id.desc())
            .select((promises::id, promises::began_on, promises::promised_on, promises::paused_on))
            .first(tx.conn)
            .optional()?;
        if let Some(open) = open {
            let moved_by = if end == End::GoesOn { moved_by(tx, idea, after)? } else { None };
            finish(tx, open, end, moved_by)?;
        }
    }
    if let (true, Some(promised_on)) = (begins, after.due_on) {
        diesel::insert_into(promises::table)
            .values((
                promises::idea_id.eq(idea),
                promises::step.eq(after.state),
                promises::group_id.eq(after.group),
                promises::began_on.eq(today),
                promises::promised_on.eq(promised_on),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Days by which the day that is owed has moved while somebody else had the ball.
fn moved_by(tx: &mut Tx<'_>, idea: IdeaId, after: Held) -> Result<Option<i32>> {
    let owed_on = inquiries::last_owed_on(tx.conn, idea)?;
    Ok(owed_on.zip(after.due_on).map(|(owed_on, due_on)| due_on.days_since(owed_on)))
}

fn finish(tx: &mut Tx<'_>, open: Open, end: End, moved_by: Option<i32>) -> Result<()> {
    let (id, began_on, promised_on, paused_on) = open;
    let this = promises::table.filter(promises::id.eq(id));
    let today = tx.now.date();
    match end {
        End::Stays => {}
        // A day that was missed stays missed, whoever has the idea now.
        End::Dropped if paused_on.unwrap_or(today) > promised_on => {
            diesel::update(this).set(promises::kept_on.eq(Some(today))).execute(tx.conn)?;
        }
        End::Dropped => {
            diesel::delete(this).execute(tx.conn)?;
        }
        End::Paused => {
            diesel::update(this).set(promises::paused_on.eq(Some(today))).execute(tx.conn)?;
        }
        End::Kept | End::GoesOn => {
            // What somebody else took is nobody's delay here.
            let stood_still = paused_on.map_or(0, |since| today.days_since(since));
            // The page and the results say the same day, also when a summer pause lies in between.
            let later = moved_by.unwrap_or(stood_still);
            diesel::update(this)
                .set((
                    promises::began_on.eq(began_on.plus_days(stood_still)),
                    promises::promised_on.eq(promised_on.plus_days(later)),
                    promises::paused_on.eq(None::<Date>),
                    promises::kept_on.eq((end == End::Kept).then_some(today)),
                ))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}
