//! SQL of sign-ins: browsers and tokens for the API.

use diesel::prelude::*;

use crate::accounts::reach::Mark;
use crate::db::schema::{contacts, people, seats, sessions, steering_groups};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::i18n::Locale;
use crate::kernel::{PersonId, SessionId, Timestamp};
use crate::policy::Role;

/// A person who holds a valid session, and whether he or she holds a seat anywhere.
#[derive(Debug, Clone, Queryable)]
pub struct SignedIn {
    /// Who.
    pub id: PersonId,
    /// Name that others see.
    pub display_name: String,
    /// Role on the site.
    pub role: Role,
    /// Language for pages and mails.
    pub locale: Locale,
    /// Whether the person holds a seat in any group.
    pub seated: bool,
    /// Whether one of them is in a process group.
    pub process_seat: bool,
    /// What the person's address gets less mail for.
    pub marked: Option<Mark>,
}

/// A sign-in or key as its owner is told of it.
#[derive(Debug, Clone, Queryable)]
pub struct ToldSession {
    /// Whose.
    pub person: PersonId,
    /// `browser` or `api`.
    pub kind: String,
    /// Name of the browser, or of the key.
    pub label: String,
    /// Since when.
    pub created_at: Timestamp,
}

/// A sign-in or key; none when it is forgotten.
pub fn told_session(conn: &mut Conn, session: SessionId) -> Result<Option<ToldSession>> {
    let columns = (sessions::person_id, sessions::kind, sessions::label, sessions::created_at);
    Ok(sessions::table.find(session).select(columns).first(conn).optional()?)
}

/// Whether somebody signs in with a browser by another name than all those before.
pub fn is_new_device(tx: &mut Tx<'_>, person: PersonId, label: &str) -> Result<bool> {
    let mine = || sessions::table.filter(sessions::person_id.eq(person)).filter(sessions::kind.eq("browser"));
    let before: i64 = mine().count().get_result(tx.conn)?;
    let same: i64 = mine().filter(sessions::label.eq(label)).count().get_result(tx.conn)?;
    Ok(before > 0 && same == 0)
}

/// Begins a session.
pub fn insert_session(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: &str,
    label: &str,
    until: Timestamp,
) -> Result<SessionId> {
    Ok(diesel::insert_into(sessions::table)
        .values((
            sessions::person_id.eq(person),
            sessions::kind.eq(kind),
            sessions::label.eq(label),
            sessions::created_at.eq(tx.now),
            sessions::expires_at.eq(until),
        ))
        .returning(sessions::id)
        .get_result(tx.conn)?)
}

/// The person behind a session that is still valid. Nobody when the session has ended or the
/// person is suspended: both act at once.
pub fn signed_in(conn: &mut Conn, session: SessionId, now: Timestamp) -> Result<Option<SignedIn>> {
    let today = now.date();
    let held = || {
        seats::table
            .inner_join(steering_groups::table)
            .filter(seats::person_id.eq(people::id))
            .filter(seats::starts_on.le(today))
            .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
    };
    let seated = diesel::dsl::exists(held());
    let process_seat = diesel::dsl::exists(held().filter(steering_groups::kind.eq("process")));
    // In the same statement: the notice stands on every page.
    let marked = contacts::table
        .filter(contacts::person_id.eq(people::id.nullable()))
        .filter(contacts::marked.is_not_null())
        .select(contacts::marked)
        .single_value();
    Ok(sessions::table
        .inner_join(people::table)
        .filter(sessions::id.eq(session))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .filter(people::suspended.eq(false))
        .select((people::id, people::display_name, people::role, people::locale, seated, process_seat, marked))
        .first(conn)
        .optional()?)
}

/// Ends a session of a person.
pub fn revoke_session(tx: &mut Tx<'_>, person: PersonId, session: SessionId) -> Result<usize> {
    let mine = sessions::table.filter(sessions::id.eq(session)).filter(sessions::person_id.eq(person));
    Ok(diesel::update(mine.filter(sessions::revoked_at.is_null()))
        .set(sessions::revoked_at.eq(Some(tx.now)))
        .execute(tx.conn)?)
}

/// Ends every other sign-in of a person in a browser; tokens for the API stay.
pub fn revoke_other_sessions(tx: &mut Tx<'_>, person: PersonId, kept: SessionId) -> Result<()> {
    let others = sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::id.ne(kept))
        .filter(sessions::kind.eq("browser"))
        .filter(sessions::revoked_at.is_null());
    diesel::update(others).set(sessions::revoked_at.eq(Some(tx.now))).execute(tx.conn)?;
    Ok(())
}

/// How many tokens for the API a person has that still work.
pub fn count_api_tokens(tx: &mut Tx<'_>, person: PersonId) -> Result<i64> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::kind.eq("api"))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(tx.now))
        .count()
        .get_result(tx.conn)?)
}

/// From when to when a session of a person lasts.
///
/// # Errors
/// Not found, also for another person's.
pub fn session_times(conn: &mut Conn, person: PersonId, session: SessionId) -> Result<(Timestamp, Timestamp)> {
    let mine = sessions::table.filter(sessions::id.eq(session)).filter(sessions::person_id.eq(person));
    Ok(mine.select((sessions::created_at, sessions::expires_at)).first(conn)?)
}

/// Forgets sign-ins that ran out or were ended before a moment.
pub fn prune_sessions(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    let over = sessions::table.filter(sessions::expires_at.lt(before).or(sessions::revoked_at.lt(before)));
    Ok(diesel::delete(over).execute(tx.conn)?)
}

/// Ends every session of a person.
pub fn revoke_all_sessions(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    diesel::update(sessions::table.filter(sessions::person_id.eq(person)).filter(sessions::revoked_at.is_null()))
        .set(sessions::revoked_at.eq(Some(tx.now)))
        .execute(tx.conn)?;
    Ok(())
}
