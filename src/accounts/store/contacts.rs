//! SQL of addresses that could not be reached.

use diesel::prelude::*;

use crate::accounts::reach::{Contact, Mark};
use crate::db::portable::insert_new;
use crate::db::schema::{contacts, people, returned_mails};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::kernel::token::Key;
use crate::kernel::{Cursor, EmailAddress, EmailId, Page, PersonId, Timestamp, page::PAGE_SIZE};
use crate::mail::dsn::Verdict;

/// The hash under which an address is known here.
fn hash(key: &Key, address: &EmailAddress) -> String {
    key.hash("contact", &[&address.folded()])
}

/// What an address gets less for.
pub fn mark_of(conn: &mut Conn, key: &Key, address: &EmailAddress) -> Result<Option<Mark>> {
    let own = contacts::table.filter(contacts::address_hash.eq(hash(key, address)));
    Ok(own.select(contacts::marked).first(conn).optional()?.flatten())
}

/// Notes that a mail has been counted; `false` when it was before.
pub fn count_once(tx: &mut Tx<'_>, mail: EmailId, verdict: Verdict) -> Result<bool> {
    let now = tx.now;
    let row =
        (returned_mails::email_id.eq(mail), returned_mails::verdict.eq(verdict), returned_mails::returned_at.eq(now));
    let new = insert_new(tx, |conn| diesel::insert_into(returned_mails::table).values(row).execute(conn))?;
    Ok(new.is_some())
}

/// What is known of an address, held until the end of the transaction.
pub fn hold(tx: &mut Tx<'_>, key: &Key, address: &EmailAddress) -> Result<(i64, Option<Contact>)> {
    let (hash, now) = (hash(key, address), tx.now);
    let new = (
        contacts::address_hash.eq(&hash),
        contacts::hint.eq(address.masked()),
        contacts::hard.eq(0),
        contacts::last_at.eq(now),
        contacts::said.eq(""),
    );
    let fresh = insert_new(tx, |conn| {
        diesel::insert_into(contacts::table).values(new).returning(contacts::id).get_result::<i64>(conn)
    })?;
    if let Some(id) = fresh {
        return Ok((id, None));
    }
    let own = || contacts::table.filter(contacts::address_hash.eq(&hash));
    diesel::update(own()).set(contacts::address_hash.eq(&hash)).execute(tx.conn)?;
    let columns = (contacts::id, contacts::hard, contacts::last_at, contacts::marked, contacts::marked_at);
    let (id, hard, last_at, mark, since): (_, _, _, Option<Mark>, Option<Timestamp>) =
        own().select(columns).first(tx.conn)?;
    Ok((id, Some(Contact { hard, last_at, marked: mark.zip(since) })))
}

/// Writes what is known of an address, and whose it is now.
pub fn save_contact(tx: &mut Tx<'_>, id: i64, contact: &Contact, said: &str, address: &EmailAddress) -> Result<()> {
    let owner: Option<PersonId> =
        people::table.filter(people::email_folded.eq(address.folded())).select(people::id).first(tx.conn).optional()?;
    diesel::update(contacts::table.find(id))
        .set((
            contacts::person_id.eq(owner),
            contacts::hard.eq(contact.hard),
            contacts::last_at.eq(contact.last_at),
            contacts::said.eq(said),
            contacts::marked.eq(contact.marked.map(|(mark, _)| mark)),
            contacts::marked_at.eq(contact.marked.map(|(_, since)| since)),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Forgets what came back from an address: its reader has just shown that mail arrives.
pub fn forget_bounces(tx: &mut Tx<'_>, key: &Key, address: &EmailAddress) -> Result<()> {
    let own = contacts::table.filter(contacts::address_hash.eq(hash(key, address)));
    let bounced = own.filter(contacts::marked.is_null().or(contacts::marked.eq(Mark::Bounced)));
    diesel::delete(bounced).execute(tx.conn)?;
    Ok(())
}

/// Forgets everything about the addresses of a person.
pub fn forget_contacts_of(tx: &mut Tx<'_>, person: PersonId) -> Result<usize> {
    Ok(diesel::delete(contacts::table.filter(contacts::person_id.eq(person))).execute(tx.conn)?)
}

/// Forgets what is not marked and older than one moment, what is marked and belongs to nobody and is older
/// than another, and which mails were counted.
pub fn prune_contacts(tx: &mut Tx<'_>, bounces_before: Timestamp, all_before: Timestamp) -> Result<()> {
    let old = contacts::table
        .filter(contacts::last_at.lt(bounces_before))
        .filter(contacts::marked.is_null().or(contacts::person_id.is_null().and(contacts::last_at.lt(all_before))));
    diesel::delete(old).execute(tx.conn)?;
    diesel::delete(returned_mails::table.filter(returned_mails::returned_at.lt(bounces_before))).execute(tx.conn)?;
    Ok(())
}

/// An address that is not reached, for staff.
#[derive(Debug, Clone, Queryable)]
pub struct UnreachedRow {
    /// The row.
    pub id: i64,
    /// The address, hinted at only.
    pub hint: String,
    /// Whose it is.
    pub person: Option<PersonId>,
    /// How many mails came back.
    pub hard: i32,
    /// Why it is marked.
    pub mark: Option<Mark>,
    /// Since when.
    pub since: Option<Timestamp>,
    /// What the server said last.
    pub said: String,
}

/// One page of the addresses that are not reached, the newest first.
pub fn unreached(conn: &mut Conn, after: Option<Cursor>) -> Result<Page<UnreachedRow>> {
    let from = after.map_or(i64::MAX, |cursor| cursor.id);
    let rows = contacts::table
        .filter(contacts::marked.is_not_null())
        .filter(contacts::id.lt(from))
        .order(contacts::id.desc())
        .limit(PAGE_SIZE + 1)
        .select((
            contacts::id,
            contacts::hint,
            contacts::person_id,
            contacts::hard,
            contacts::marked,
            contacts::marked_at,
            contacts::said,
        ))
        .load(conn)?;
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Ok(Page::cut(rows, size, |row: &UnreachedRow| Cursor { sort: row.id, id: row.id }))
}
