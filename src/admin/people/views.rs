//! What the pages about people show.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::people;
use crate::error::Result;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{Cursor, EmailAddress, Page, PersonId, Timestamp};
use crate::policy::Role;

/// A line of the list of people.
#[derive(Debug, Clone)]
pub struct PersonLine {
    /// Who.
    pub id: PersonId,
    /// Name that others see.
    pub display_name: String,
    /// Contact, hinted at only.
    pub email: String,
    /// Organisation the person speaks for.
    pub organisation: Option<String>,
    /// Whether suspended.
    pub suspended: bool,
}

type LineColumns = (PersonId, String, String, Option<String>, bool);

/// The people with a role, in the order in which they came. Those who have left are left out.
pub fn people_with(conn: &mut Conn, role: Role, after: Option<Cursor>) -> Result<Page<PersonLine>> {
    let from = after.map_or(0, |cursor| cursor.id);
    let rows: Vec<LineColumns> = people::table
        .filter(people::role.eq(role))
        .filter(people::id.gt(from))
        .filter(people::left_at.is_null())
        .order(people::id)
        .limit(PAGE_SIZE + 1)
        .select((people::id, people::display_name, people::email, people::organisation, people::suspended))
        .load(conn)?;
    let lines = rows.into_iter().map(|(id, display_name, email, organisation, suspended)| PersonLine {
        id,
        display_name,
        email: masked(&email),
        organisation,
        suspended,
    });
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Ok(Page::cut(lines.collect(), size, |line: &PersonLine| Cursor { sort: line.id.get(), id: line.id.get() }))
}

/// A person as an administrator sees him or her.
#[derive(Debug, Clone)]
pub struct PersonView {
    /// Who.
    pub id: PersonId,
    /// Name that others see.
    pub display_name: String,
    /// Contact, hinted at only.
    pub email: String,
    /// Organisation the person speaks for.
    pub organisation: Option<String>,
    /// Role on the site.
    pub role: Role,
    /// Whether suspended.
    pub suspended: bool,
    /// Why.
    pub suspension_reason: Option<String>,
    /// Since when.
    pub created_at: Timestamp,
    /// When the contact was known to be right.
    pub confirmed_at: Option<Timestamp>,
    /// When the person left.
    pub left_at: Option<Timestamp>,
}

/// One person.
///
/// # Errors
/// Not found.
pub fn person(conn: &mut Conn, id: PersonId) -> Result<PersonView> {
    let row: PersonRow = people::table
        .filter(people::id.eq(id))
        .select((
            people::display_name,
            people::email,
            people::organisation,
            people::role,
            people::suspended,
            people::suspension_reason,
            people::created_at,
            people::confirmed_at,
            people::left_at,
        ))
        .first(conn)?;
    Ok(PersonView {
        id,
        display_name: row.display_name,
        email: masked(&row.email),
        organisation: row.organisation,
        role: row.role,
        suspended: row.suspended,
        suspension_reason: row.suspension_reason,
        created_at: row.created_at,
        confirmed_at: row.confirmed_at,
        left_at: row.left_at,
    })
}

#[derive(Queryable)]
struct PersonRow {
    display_name: String,
    email: String,
    organisation: Option<String>,
    role: Role,
    suspended: bool,
    suspension_reason: Option<String>,
    created_at: Timestamp,
    confirmed_at: Option<Timestamp>,
    left_at: Option<Timestamp>,
}

/// A line of the list on the command line, whose reader may see addresses.
#[derive(Debug, Clone, Queryable)]
pub struct FullLine {
    /// Who.
    pub id: PersonId,
    /// Contact.
    pub email: String,
    /// Name that others see.
    pub display_name: String,
    /// Role on the site.
    pub role: Role,
    /// Whether suspended.
    pub suspended: bool,
}

/// People after an id in the order in which they came, of one role or of all, at most `most`.
pub fn full_list(conn: &mut Conn, role: Option<Role>, after: PersonId, most: i64) -> Result<Vec<FullLine>> {
    let mut query = people::table
        .filter(people::id.gt(after))
        .filter(people::left_at.is_null())
        .order(people::id)
        .limit(most)
        .select((people::id, people::email, people::display_name, people::role, people::suspended))
        .into_boxed();
    if let Some(role) = role {
        query = query.filter(people::role.eq(role));
    }
    Ok(query.load(conn)?)
}

fn masked(email: &str) -> String {
    EmailAddress::parse(email).map_or_else(|| "…".to_owned(), |email| email.masked())
}
