//! SQL of people and sessions.

use diesel::prelude::*;

use crate::db::schema::{people, seats, sessions};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::i18n::Locale;
use crate::kernel::{EmailAddress, PersonId, SessionId, Timestamp};
use crate::policy::Role;

/// A person as the rules need to know him or her.
#[derive(Debug, Clone, Queryable)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Name that others see.
    pub display_name: String,
    /// Role on the site.
    pub role: Role,
    /// Whether suspended.
    pub suspended: bool,
    /// Language for pages and mails.
    pub locale: Locale,
}

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
}

/// What is needed to make a person.
#[derive(Debug, Clone)]
pub struct NewPerson<'a> {
    /// Contact.
    pub email: &'a EmailAddress,
    /// Name that others see.
    pub display_name: &'a str,
    /// Organisation the person speaks for.
    pub organisation: Option<&'a str>,
    /// One line about the person, for the example town.
    pub about: Option<&'a str>,
    /// Language.
    pub locale: Locale,
    /// Role on the site.
    pub role: Role,
    /// Whether made by the example town.
    pub example: bool,
    /// Whether the contact is known to be right.
    pub confirmed: bool,
}

/// One person.
///
/// # Errors
/// Not found.
pub fn load(conn: &mut Conn, id: PersonId) -> Result<Person> {
    let columns = (people::id, people::display_name, people::role, people::suspended, people::locale);
    Ok(people::table.filter(people::id.eq(id)).select(columns).first(conn)?)
}

/// The person with this contact, if there is one.
pub fn find_by_email(conn: &mut Conn, email: &EmailAddress) -> Result<Option<Person>> {
    let columns = (people::id, people::display_name, people::role, people::suspended, people::locale);
    Ok(people::table.filter(people::email_folded.eq(email.folded())).select(columns).first(conn).optional()?)
}

/// Makes a person, or gives the one who has this contact already.
pub fn insert(tx: &mut Tx<'_>, new: &NewPerson<'_>) -> Result<PersonId> {
    let now = tx.now;
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(people::table)
            .values((
                people::email.eq(new.email.as_str()),
                people::email_folded.eq(new.email.folded()),
                people::display_name.eq(new.display_name),
                people::organisation.eq(new.organisation),
                people::about.eq(new.about),
                people::locale.eq(new.locale),
                people::role.eq(new.role),
                people::suspended.eq(false),
                people::news_wanted.eq(true),
                people::example.eq(new.example),
                people::created_at.eq(now),
                people::confirmed_at.eq(new.confirmed.then_some(now)),
            ))
            .returning(people::id)
            .get_result(conn)
    })?;
    match inserted {
        Some(id) => Ok(id),
        None => {
            Ok(people::table.filter(people::email_folded.eq(new.email.folded())).select(people::id).first(tx.conn)?)
        }
    }
}

/// Notes that the contact of a person is right.
pub fn confirm(tx: &mut Tx<'_>, id: PersonId) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(id)).filter(people::confirmed_at.is_null()))
        .set(people::confirmed_at.eq(Some(tx.now)))
        .execute(tx.conn)?;
    Ok(())
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
    let seated = diesel::dsl::exists(
        seats::table
            .filter(seats::person_id.eq(people::id))
            .filter(seats::starts_on.le(today))
            .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today))),
    );
    Ok(sessions::table
        .inner_join(people::table)
        .filter(sessions::id.eq(session))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .filter(people::suspended.eq(false))
        .select((people::id, people::display_name, people::role, people::locale, seated))
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

/// Ends every session of a person.
pub fn revoke_all_sessions(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    diesel::update(sessions::table.filter(sessions::person_id.eq(person)).filter(sessions::revoked_at.is_null()))
        .set(sessions::revoked_at.eq(Some(tx.now)))
        .execute(tx.conn)?;
    Ok(())
}
