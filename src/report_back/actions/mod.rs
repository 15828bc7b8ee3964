//! One use case per file: load → may? → what follows? → store → record.

mod follow;
mod remind;
mod reply;
mod send;

pub use follow::{end_follow, follow};
pub use remind::remind;
pub use reply::{MOST_A_DAY, delete_reply, reply};
pub use send::send;

use super::rule::{self, Writer};
use super::store::{self, Place};
use super::views::{Reads, Situation};
use crate::accounts;
use crate::db::Conn;
use crate::error::{Code, Error, Result};
use crate::groups::{SeatRole, store as groups};
use crate::kernel::{Actor, Date, SeatId};
use crate::policy::{self, Action, Standing};

/// What the actor is to the reports of a seat on a day: its holder is their author.
///
/// # Errors
/// When the database fails.
pub fn standing(conn: &mut Conn, actor: &Actor, place: &Place, today: Date) -> Result<Standing> {
    let standing = accounts::standing::of(conn, actor)?;
    let Some(person) = actor.person() else { return Ok(standing) };
    let seats = groups::seats_on(conn, place.group, today)?;
    let own: Vec<SeatRole> = seats.iter().filter(|seat| seat.person == person).map(|seat| seat.role).collect();
    let leads = own.iter().any(|role| SeatRole::LEADING.contains(role));
    let holds = place.person == person && !place.term().is_over(today);
    Ok(Standing { author: holds, seated: !own.is_empty(), member: !own.is_empty(), lead: leads, ..standing })
}

/// Demands that the actor is one who may write the report of this seat at some time, and gives the seat.
///
/// # Errors
/// Not found; as [`policy::authorise`].
pub fn demand(conn: &mut Conn, actor: &Actor, (slug, seat): (&str, SeatId), today: Date) -> Result<Place> {
    let (_, place) = store::place(conn, slug, seat)?;
    policy::authorise(&standing(conn, actor, &place, today)?, Action::SeatReport)?;
    Ok(place)
}

/// Demands that the actor may write the report of a seat now.
///
/// # Errors
/// As [`policy::authorise`]; [`Code::NotNow`] to those who lead the group while its holder has time.
pub fn demand_writer(conn: &mut Conn, actor: &Actor, place: &Place, situation: &Situation, today: Date) -> Result<()> {
    let standing = standing(conn, actor, place, today)?;
    policy::authorise(&standing, Action::SeatReport)?;
    let writer = Writer { holds: standing.author, leads: standing.lead };
    if rule::may_write(writer, place.term().is_over(today), situation.is_late) {
        Ok(())
    } else {
        Err(Error::refused(Code::NotNow))
    }
}

/// What the actor reads of what was answered to a seat: its holder and those who lead the group all, anybody
/// else what is his or her own; none for a visitor.
///
/// # Errors
/// When the database fails.
pub fn reads(conn: &mut Conn, actor: &Actor, place: &Place, today: Date) -> Result<Option<Reads>> {
    let Some(person) = actor.person() else { return Ok(None) };
    let standing = standing(conn, actor, place, today)?;
    Ok(Some(match policy::allows(&standing, Action::SeatReport) {
        true if standing.lead => Reads::All,
        true => Reads::Shown,
        false => Reads::Own(person),
    }))
}
