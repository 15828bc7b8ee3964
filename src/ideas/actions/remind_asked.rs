//! Whoever was asked to own an idea, and a body that one was handed on to, hears once more before the
//! time to answer is up: then the idea goes to somebody else.

use crate::db::{Db, Tx};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::ideas::store;
use crate::ideas::store::inquiries::{self, InquiryKind};
use crate::ideas::store::ownerships::{self, OwnershipState};
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, IdeaId};
use crate::town::{Clocks, Town};

/// Most of each sort that are reminded in one call; the others are found again by the next.
const MOST: i64 = 200;
/// Days before the last day on which one asked to own an idea is reminded; seven are given (domain 3.3, C3).
const OWNER_DAYS: i32 = 2;
/// The same for a body outside; fourteen are given (domain 4.1).
const BODY_DAYS: i32 = 4;

/// Reminds everyone whose time to answer is up soon; gives how many. Called by the clock as often as it
/// likes: each is reminded once.
///
/// # Errors
/// When the database fails.
pub fn remind_asked(db: &Db, town: &Town) -> Result<usize> {
    let clocks = &town.settings.clocks;
    let today = db.clock().now().date();
    let asked_by = |given: i32, before: i32| today.plus_days(1 + before - given).start();
    let (owners, bodies) = db.read(|conn| {
        let owners = ownerships::not_reminded(conn, asked_by(clocks.owner_answer_days, OWNER_DAYS), MOST)?;
        let bodies = inquiries::not_reminded(conn, asked_by(clocks.forwarding_accept_days, BODY_DAYS), MOST)?;
        Ok((owners, bodies))
    })?;
    let mut reminded = 0;
    for idea in owners {
        reminded += usize::from(db.write(|tx| remind_owner(tx, clocks, idea))?);
    }
    for idea in bodies {
        reminded += usize::from(db.write(|tx| remind_body(tx, clocks, idea))?);
    }
    Ok(reminded)
}

/// Whether today is a day to remind of a last day. Who was asked on such a day has just been told.
fn is_time(asked_on: Date, until: Date, before: i32, today: Date) -> bool {
    let first = until.plus_days(-before);
    asked_on < first && first <= today && today <= until
}

fn remind_owner(tx: &mut Tx<'_>, clocks: &Clocks, id: IdeaId) -> Result<bool> {
    let idea = store::load(tx.conn, id)?;
    let Some(asked) = ownerships::live(tx.conn, id)? else { return Ok(false) };
    let asked_on = ownerships::asked_at(tx.conn, asked.id)?.date();
    let until = clocks.days_after(asked_on, clocks.owner_answer_days);
    let waits = asked.state == OwnershipState::Asked && idea.state.takes_owner();
    if !waits || !is_time(asked_on, until, OWNER_DAYS, tx.now.date()) || !ownerships::note_reminder(tx, asked.id)? {
        return Ok(false);
    }
    let event = Event::OwnerReminded { idea: id, ownership: asked.id, until: until.number() };
    journal::record(tx, &Actor::System, &[event])?;
    Ok(true)
}

fn remind_body(tx: &mut Tx<'_>, clocks: &Clocks, id: IdeaId) -> Result<bool> {
    let idea = store::load(tx.conn, id)?;
    let waiting = inquiries::waiting(tx.conn, id)?;
    let waiting = waiting.filter(|inquiry| inquiry.kind == InquiryKind::Forwarding && inquiry.accepted_at.is_none());
    let Some(inquiry) = waiting.filter(|_| idea.state == State::Forwarded) else { return Ok(false) };
    let asked_on = inquiry.asked_at.date();
    let until = clocks.days_after(asked_on, clocks.forwarding_accept_days);
    if !is_time(asked_on, until, BODY_DAYS, tx.now.date()) || !inquiries::note_reminder(tx, inquiry.id)? {
        return Ok(false);
    }
    let event = Event::ForwardingReminded { idea: id, inquiry: inquiry.id, until: until.number() };
    journal::record(tx, &Actor::System, &[event])?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_to_remind_is_before_the_last_day_and_not_when_one_was_just_asked() {
        let day = |text: &str| Date::parse(text).unwrap();
        for (asked, today, expected) in [
            ("2026-11-01", "2026-11-05", false),
            ("2026-11-01", "2026-11-06", true),
            ("2026-11-01", "2026-11-08", true),
            ("2026-11-01", "2026-11-09", false),
            ("2026-11-06", "2026-11-07", false),
        ] {
            assert_eq!(is_time(day(asked), day("2026-11-08"), 2, day(today)), expected, "{asked} {today}");
        }
    }
}
