//! Before the day by which a report is owed its writer is reminded; after it those who lead the group are
//! told too, and the page says that it was not sent.

use crate::db::{Conn, Db, Tx};
use crate::error::Result;
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, SeatId};
use crate::report_back::rule::{self, Step};
use crate::report_back::store::{self, Place};
use crate::town::Town;

/// Takes every step whose time has come; gives how many. Called by the clock, as often as it likes: each
/// step is taken once for what is owed.
///
/// # Errors
/// When the database fails.
pub fn remind(db: &Db, town: &Town) -> Result<usize> {
    let today = db.clock().now().date();
    let due: Vec<SeatId> = db.read(|conn| {
        let mut due = Vec::new();
        for (seat, first) in store::owing(conn, today)? {
            let place = store::place_by_id(conn, seat)?;
            due.extend(next(conn, town, &place, first, today)?.map(|_| seat));
        }
        Ok(due)
    })?;
    let mut taken = 0;
    for seat in due {
        taken += usize::from(db.write(|tx| take(tx, town, seat))?);
    }
    Ok(taken)
}

fn next(conn: &mut Conn, town: &Town, place: &Place, first: i64, today: Date) -> Result<Option<Step>> {
    let taken = store::steps(conn, place, first)?;
    let day = store::decided_on(conn, first)?;
    Ok(rule::next(day, &taken, &town.settings.clocks, today))
}

fn take(tx: &mut Tx<'_>, town: &Town, seat: SeatId) -> Result<bool> {
    let (today, clocks) = (tx.now.date(), &town.settings.clocks);
    let place = store::place_by_id(tx.conn, seat)?;
    let Some((first, day)) = store::untold(tx.conn, &place, 1)?.first().copied() else { return Ok(false) };
    let Some(step) = next(tx.conn, town, &place, first, today)? else { return Ok(false) };
    if !store::take_step(tx, &place, first, step)? {
        return Ok(false);
    }
    let (group, due_on) = (place.group, rule::owed_by(day, clocks).number());
    let event = match step {
        Step::Reminder => Event::SeatReportDue { group, seat, due_on },
        Step::Late => Event::SeatReportLate { group, seat, due_on },
    };
    journal::record(tx, &Actor::System, &[event])?;
    Ok(true)
}
