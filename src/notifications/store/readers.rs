//! SQL of readers: name, address and language of people who are told.

use diesel::prelude::*;

use super::super::facts::Reader;
use crate::db::Conn;
use crate::db::schema::{ballot_rolls, follows, people as table, seat_follows, seats, steering_groups};
use crate::error::Result;
use crate::groups::GroupKind;
use crate::i18n::{Locale, Wording};
use crate::kernel::{BallotId, Date, EmailAddress, GroupId, IdeaId, PersonId};
use crate::policy::Role;
use crate::report_back::views::ReportPage;

/// What a reader is made of.
pub(super) type Columns = (PersonId, String, Locale, bool);

pub(super) const COLUMNS: (table::id, table::email, table::locale, table::simple_swedish) =
    (table::id, table::email, table::locale, table::simple_swedish);

/// Somebody of these columns; none where the stored address is none.
pub(super) fn reader((person, email, locale, simple_swedish): Columns) -> Option<Reader> {
    let wording = Wording::of(locale, simple_swedish);
    EmailAddress::parse(&email).map(|email| Reader { person: Some(person), email, wording })
}

/// A stored address that is none is passed over: one bad row must not keep a mail from the others.
fn readers(rows: Vec<Columns>) -> Vec<Reader> {
    rows.into_iter().filter_map(reader).collect()
}

/// These people; suspended ones only if `with_suspended`, those who have left never.
pub(in super::super) fn people(conn: &mut Conn, ids: &[PersonId], with_suspended: bool) -> Result<Vec<Reader>> {
    let known = table::table.filter(table::id.eq_any(ids)).filter(table::left_at.is_null());
    let mut query = known.order(table::id).select(COLUMNS).into_boxed();
    if !with_suspended {
        query = query.filter(table::suspended.eq(false));
    }
    Ok(readers(query.load(conn)?))
}

/// The reader behind an address that belongs to no author; in the language of whoever has it.
pub(in super::super) fn contact_reader(conn: &mut Conn, email: &EmailAddress, fallback: Locale) -> Result<Reader> {
    let known = crate::accounts::store::find_by_email(conn, email)?;
    let wording = known.map_or_else(|| fallback.into(), |person| person.wording());
    Ok(Reader { person: None, email: email.clone(), wording })
}

/// The wording of what is written to an address about the visit of just now: the language of that
/// visit, in its easy form if whoever has the address has asked for it.
pub(in super::super) fn wording_of(conn: &mut Conn, email: &EmailAddress, visited: Locale) -> Result<Wording> {
    let known = crate::accounts::store::find_by_email(conn, email)?;
    Ok(Wording::of(visited, known.is_some_and(|person| person.simple_swedish)))
}

/// Chairs, coordinators and secretaries of a group on a day.
pub(in super::super) fn leads(conn: &mut Conn, group: GroupId, today: Date) -> Result<Vec<Reader>> {
    seated(conn, group, today, &["chair", "coordinator", "secretary"])
}

/// The coordinators of a group on a day; its chairs where there is none.
pub(in super::super) fn coordinators(conn: &mut Conn, group: GroupId, today: Date) -> Result<Vec<Reader>> {
    let found = seated(conn, group, today, &["coordinator"])?;
    if found.is_empty() { seated(conn, group, today, &["chair"]) } else { Ok(found) }
}

/// The chairs of a group on a day.
pub(in super::super) fn chairs(conn: &mut Conn, group: GroupId, today: Date) -> Result<Vec<Reader>> {
    seated(conn, group, today, &["chair"])
}

/// Who watches over all groups: the seats of the process group, and people with that role; each once.
pub(in super::super) fn process_group(conn: &mut Conn, today: Date) -> Result<Vec<Reader>> {
    let seated = seats::table
        .inner_join(steering_groups::table)
        .filter(steering_groups::kind.eq(GroupKind::Process))
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
        .select(seats::person_id);
    let rows = table::table
        .filter(table::role.eq(Role::Process).or(table::id.eq_any(seated)))
        .filter(table::suspended.eq(false))
        .filter(table::left_at.is_null())
        .order(table::id)
        .select(COLUMNS)
        .load(conn)?;
    Ok(readers(rows))
}

fn seated(conn: &mut Conn, group: GroupId, today: Date, roles: &[&str]) -> Result<Vec<Reader>> {
    let rows = seats::table
        .inner_join(table::table)
        .filter(seats::group_id.eq(group))
        .filter(seats::role.eq_any(roles))
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
        .filter(table::suspended.eq(false))
        .order(table::id)
        .select(COLUMNS)
        .distinct()
        .load(conn)?;
    Ok(readers(rows))
}

/// The next followers of any of these ideas, by id.
pub(in super::super) fn followers(
    conn: &mut Conn,
    ideas: &[IdeaId],
    after: PersonId,
    most: i64,
) -> Result<(Vec<Reader>, Option<PersonId>)> {
    let rows: Vec<Columns> = follows::table
        .inner_join(table::table.on(table::id.eq(follows::person_id)))
        .filter(follows::idea_id.eq_any(ideas))
        .filter(follows::person_id.gt(after))
        .filter(table::suspended.eq(false))
        .order(table::id)
        .limit(most)
        .select(COLUMNS)
        .distinct()
        .load(conn)?;
    let last = rows.last().map(|(id, ..)| *id);
    Ok((readers(rows), last))
}

/// The next followers of what the sender of a report speaks for, by id.
pub(in super::super) fn seat_followers(
    conn: &mut Conn,
    report: &ReportPage,
    after: PersonId,
    most: i64,
) -> Result<(Vec<Reader>, Option<PersonId>)> {
    let rows: Vec<Columns> = seat_follows::table
        .inner_join(table::table.on(table::id.eq(seat_follows::person_id)))
        .filter(seat_follows::group_id.eq(report.group.id))
        .filter(seat_follows::represents.eq(&report.represents))
        .filter(seat_follows::person_id.gt(after))
        .filter(table::suspended.eq(false))
        .order(table::id)
        .limit(most)
        .select(COLUMNS)
        .load(conn)?;
    let last = rows.last().map(|(id, ..)| *id);
    Ok((readers(rows), last))
}

/// Everyone on the roll of a ballot who has not voted.
pub(in super::super) fn reminded_electors(conn: &mut Conn, ballot: BallotId) -> Result<Vec<Reader>> {
    let rows = ballot_rolls::table
        .inner_join(table::table.on(table::id.eq(ballot_rolls::person_id)))
        .filter(ballot_rolls::ballot_id.eq(ballot))
        .filter(ballot_rolls::has_voted.eq(false))
        .filter(table::suspended.eq(false))
        .order(table::id)
        .select(COLUMNS)
        .load(conn)?;
    Ok(readers(rows))
}

/// Everyone on the roll of a ballot.
pub(in super::super) fn electorate(conn: &mut Conn, ballot: BallotId) -> Result<Vec<Reader>> {
    let rows = ballot_rolls::table
        .inner_join(table::table.on(table::id.eq(ballot_rolls::person_id)))
        .filter(ballot_rolls::ballot_id.eq(ballot))
        .filter(table::suspended.eq(false))
        .order(table::id)
        .select(COLUMNS)
        .load(conn)?;
    Ok(readers(rows))
}

/// Everyone who reads what comes in.
pub(in super::super) fn moderators(conn: &mut Conn) -> Result<Vec<Reader>> {
    let rows = table::table
        .filter(table::role.eq(Role::Moderator))
        .filter(table::suspended.eq(false))
        .order(table::id)
        .select(COLUMNS)
        .load(conn)?;
    Ok(readers(rows))
}
