//! Before the day by which a report is owed its writer is reminded; after it those who lead the group are
//! told too, and the page says that it was not sent.

use crate::db::{Db, Tx};
use crate::error::Result;
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, SeatId};
use crate::report_back::rule::{self, Step};
use crate::report_back::store;
use crate::town::Town;

/// Takes every step whose time has come; gives how many. Called by the clock, as often as it likes: each
/// step is taken once for what is owed.
///
/// # Errors
/// When the database fails.
pub fn remind(db: &Db, town: &Town) -> Result<usize> {
    let today = db.clock().now().date();
    let due: Vec<SeatId> = db.read(|conn| {
        let owing = store::first_untold(conn, store::Whose::All, today)?;
        let seats: Vec<SeatId> = owing.keys().copied().collect();
        let taken = store::steps(conn, &seats)?;
        let is_due = |(seat, first): (&SeatId, &(i64, Date))| next(*seat, *first, &taken, town, today).is_some();
        Ok(owing.iter().filter(|owed| is_due(*owed)).map(|(seat, _)| *seat).collect())
    })?;
    let mut taken = 0;
    for seat in due {
        taken += usize::from(db.write(|tx| take(tx, town, seat))?);
    }
    Ok(taken)
}

/// The step to take today about what a seat owes since a decision and its day.
fn next(
    seat: SeatId,
    (first, day): (i64, Date),
    taken: &[(SeatId, i64, Step)],
    town: &Town,
    today: Date,
) -> Option<Step> {
    let own = taken.iter().filter(|(of, since, _)| (*of, *since) == (seat, first));
    let own: Vec<Step> = own.map(|(_, _, step)| *step).collect();
    rule::next(day, &own, &town.settings.clocks, today)
}

fn take(tx: &mut Tx<'_>, town: &Town, seat: SeatId) -> Result<bool> {
    let (today, clocks) = (tx.now.date(), &town.settings.clocks);
    let place = store::place_by_id(tx.conn, seat)?;
    let owing = store::first_untold(tx.conn, store::Whose::Seat(seat), today)?;
    let Some((first, day)) = owing.get(&seat).copied() else { return Ok(false) };
    let taken = store::steps(tx.conn, &[seat])?;
    let Some(step) = next(seat, (first, day), &taken, town, today) else { return Ok(false) };
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
