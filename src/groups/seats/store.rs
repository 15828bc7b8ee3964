//! SQL of seats given and ended by hand.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::{people, seats};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::groups::store::Seat;
use crate::kernel::{Date, GroupId, PersonId, SeatId};

type Columns = (
    seats::id,
    seats::person_id,
    people::display_name,
    seats::role,
    seats::represents,
    seats::starts_on,
    seats::ends_on,
);

const COLUMNS: Columns = (
    seats::id,
    seats::person_id,
    people::display_name,
    seats::role,
    seats::represents,
    seats::starts_on,
    seats::ends_on,
);

/// The seats of a group that are held on a day or later, leading roles first, then by name.
pub fn seats_from(conn: &mut Conn, group: GroupId, day: Date) -> Result<Vec<Seat>> {
    let mut held: Vec<Seat> = seats::table
        .inner_join(people::table)
        .filter(seats::group_id.eq(group))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(day)))
        .select(COLUMNS)
        .load(conn)?;
    held.sort_by_key(|seat| (seat.role, seat.name.to_lowercase()));
    Ok(held)
}

/// A seat of this group.
///
/// # Errors
/// Not found, also for a seat of another group.
pub fn load_seat(conn: &mut Conn, group: GroupId, seat: SeatId) -> Result<Seat> {
    let this = seats::table.inner_join(people::table).filter(seats::id.eq(seat)).filter(seats::group_id.eq(group));
    Ok(this.select(COLUMNS).first(conn)?)
}

/// Whether a person holds a seat in a group on any of these days; without a last day: ever after.
pub fn is_seated_between(
    conn: &mut Conn,
    group: GroupId,
    person: PersonId,
    first: Date,
    last: Option<Date>,
) -> Result<bool> {
    let held = seats::table
        .filter(seats::group_id.eq(group))
        .filter(seats::person_id.eq(person))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(first)));
    let found = match last {
        Some(last) => diesel::select(exists(held.filter(seats::starts_on.le(last)))).get_result(conn)?,
        None => diesel::select(exists(held)).get_result(conn)?,
    };
    Ok(found)
}

/// Takes back a seat that nobody has sat on for a whole day.
pub fn take_back(tx: &mut Tx<'_>, seat: SeatId) -> Result<()> {
    diesel::delete(seats::table.filter(seats::id.eq(seat))).execute(tx.conn)?;
    Ok(())
}
