//! SQL of changing one's address.

use diesel::prelude::*;

use crate::db::portable::insert_new;
use crate::db::schema::{address_changes, people};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::kernel::{EmailAddress, PersonId, Timestamp};

/// Notes whose address the mailed link changes. The same link asked for again stays the first one's.
pub(in crate::accounts) fn ask_address(tx: &mut Tx<'_>, token: i64, person: PersonId) -> Result<()> {
    let row = (
        address_changes::token_id.eq(token),
        address_changes::person_id.eq(person),
        address_changes::asked_at.eq(tx.now),
    );
    insert_new(tx, |conn| diesel::insert_into(address_changes::table).values(row).execute(conn))?;
    Ok(())
}

/// Whose address a mailed link changes.
pub(in crate::accounts) fn address_change(conn: &mut Conn, token: i64) -> Result<Option<PersonId>> {
    let mine = address_changes::table.find(token);
    Ok(mine.select(address_changes::person_id).first(conn).optional()?)
}

/// Gives a person another address, and keeps the old one until its reader is told; `false` when the person
/// has left or has this address already.
pub(in crate::accounts) fn change_address(
    tx: &mut Tx<'_>,
    token: i64,
    person: PersonId,
    new: &EmailAddress,
) -> Result<bool> {
    let here = people::table.filter(people::id.eq(person)).filter(people::left_at.is_null());
    let old: Option<String> = here.select(people::email).first(tx.conn).optional()?;
    let Some(old) = old.filter(|old| old != new.as_str()) else { return Ok(false) };
    diesel::update(people::table.find(person))
        .set((
            people::email.eq(new.as_str()),
            people::email_folded.eq(new.folded()),
            people::confirmed_at.eq(Some(tx.now)),
        ))
        .execute(tx.conn)?;
    diesel::update(address_changes::table.find(token))
        .set(address_changes::old_email.eq(Some(old)))
        .execute(tx.conn)?;
    Ok(true)
}

/// Whose address was changed, and the old one; none when its reader has been told.
pub fn old_address(conn: &mut Conn, token: i64) -> Result<Option<(PersonId, EmailAddress)>> {
    let row: Option<(PersonId, Option<String>)> = address_changes::table
        .find(token)
        .select((address_changes::person_id, address_changes::old_email))
        .first(conn)
        .optional()?;
    Ok(row.and_then(|(person, old)| Some((person, EmailAddress::parse(&old?)?))))
}

/// Forgets an old address: its reader has been told.
pub fn forget_old_address(tx: &mut Tx<'_>, token: i64) -> Result<()> {
    diesel::delete(address_changes::table.find(token)).execute(tx.conn)?;
    Ok(())
}

/// Forgets which addresses a person wanted or had.
pub(in crate::accounts) fn forget_addresses_of(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    diesel::delete(address_changes::table.filter(address_changes::person_id.eq(person))).execute(tx.conn)?;
    Ok(())
}

/// Forgets changes that nobody confirmed.
pub fn prune_addresses(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(address_changes::table.filter(address_changes::asked_at.lt(before))).execute(tx.conn)?;
    Ok(())
}
