//! SQL that makes groups and seats, and loads them for a decision.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::draft::Terms;
use super::roll::{self, SeatTerm};
use super::{GroupKind, SeatRole, TieRule};
use crate::db::schema::{decisions, people, seats, steering_groups as groups};
use crate::db::{Conn, Tx, portable};
use crate::error::{Code, Error, Result};
use crate::kernel::text::Line;
use crate::kernel::{Date, GroupId, PersonId, SeatId};

pub(super) type Columns = (
    groups::id,
    groups::version,
    groups::slug,
    groups::name,
    groups::kind,
    groups::theme,
    groups::mandate,
    groups::builds_on,
    groups::meets,
    groups::tie_rule,
    groups::quorum_percent,
    groups::open_ideas,
);

pub(crate) const COLUMNS: Columns = (
    groups::id,
    groups::version,
    groups::slug,
    groups::name,
    groups::kind,
    groups::theme,
    groups::mandate,
    groups::builds_on,
    groups::meets,
    groups::tie_rule,
    groups::quorum_percent,
    groups::open_ideas,
);

/// A group as its rules and pages need to know it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Group {
    /// Which.
    pub id: GroupId,
    /// Changes so far, for whoever changes it; what comes to its desk does not count.
    pub version: i64,
    /// Its word in addresses.
    pub slug: String,
    /// Name that everyone sees.
    pub name: String,
    /// What kind of body it is.
    pub kind: GroupKind,
    /// The theme whose ideas it answers for, if it has one.
    pub theme: Option<String>,
    /// What it may decide by itself and what it can only propose.
    pub mandate: String,
    /// The network that it grew out of.
    pub builds_on: String,
    /// When and where it meets.
    pub meets: String,
    /// What it does with a tie.
    pub tie_rule: TieRule,
    /// Part of the roll that must vote before a ballot counts, 1 to 100 per cent.
    pub quorum_percent: i32,
    /// Ideas on its desk now; kept by every change of an idea.
    pub open_ideas: i64,
}

impl Group {
    /// The address of its page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/groups/{}", self.slug)
    }
}

/// What is needed to make a group.
#[derive(Debug, Clone)]
pub struct NewGroup<'a> {
    /// Its word in addresses: small letters, digits and hyphens; unique.
    pub slug: &'a str,
    /// Name that everyone sees.
    pub name: &'a str,
    /// What kind of body it is.
    pub kind: GroupKind,
    /// The theme whose ideas it answers for.
    pub theme: Option<&'a str>,
    /// What it may decide by itself and what it can only propose.
    pub mandate: &'a str,
    /// The network that it grew out of.
    pub builds_on: &'a str,
    /// When and where it meets.
    pub meets: &'a str,
    /// What it does with a tie.
    pub tie_rule: TieRule,
    /// Part of the roll that must vote, 1 to 100 per cent.
    pub quorum_percent: i32,
}

/// A seat to be given.
#[derive(Debug, Clone)]
pub struct NewSeat<'a> {
    /// In which group.
    pub group: GroupId,
    /// To whom.
    pub person: PersonId,
    /// What the person does there.
    pub role: SeatRole,
    /// For whom the person speaks.
    pub represents: &'a str,
    /// First day.
    pub starts_on: Date,
    /// Last day, if the term has one.
    pub ends_on: Option<Date>,
}

/// A seat and who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Seat {
    /// Which.
    pub id: SeatId,
    /// Who holds it.
    pub person: PersonId,
    /// The holder's name that others see.
    pub name: String,
    /// What the holder does in the group.
    pub role: SeatRole,
    /// For whom the holder speaks.
    pub represents: String,
    /// First day.
    pub starts_on: Date,
    /// Last day, if the term has one.
    pub ends_on: Option<Date>,
}

/// Makes a group with nothing on its desk.
///
/// # Errors
/// [`Code::FieldTaken`] at `slug` when another group has it.
pub fn insert(tx: &mut Tx<'_>, new: &NewGroup<'_>) -> Result<GroupId> {
    let now = tx.now;
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(groups::table)
            .values((
                groups::version.eq(1_i64),
                groups::slug.eq(new.slug),
                groups::name.eq(new.name),
                groups::kind.eq(new.kind),
                groups::theme.eq(new.theme),
                groups::mandate.eq(new.mandate),
                groups::builds_on.eq(new.builds_on),
                groups::meets.eq(new.meets),
                groups::tie_rule.eq(new.tie_rule),
                groups::quorum_percent.eq(new.quorum_percent),
                groups::open_ideas.eq(0_i64),
                groups::created_at.eq(now),
            ))
            .returning(groups::id)
            .get_result(conn)
    })?;
    inserted.ok_or_else(|| Error::field("slug", Code::FieldTaken))
}

/// Changes what a group is; `false` when it has another version by now.
pub fn change(tx: &mut Tx<'_>, id: GroupId, version: i64, terms: &Terms) -> Result<bool> {
    let this = groups::table.filter(groups::id.eq(id)).filter(groups::version.eq(version));
    let changed = diesel::update(this)
        .set((
            groups::version.eq(groups::version + 1),
            groups::name.eq(terms.name.as_str()),
            groups::theme.eq(terms.theme.as_deref()),
            groups::mandate.eq(terms.mandate.as_str()),
            groups::builds_on.eq(terms.builds_on.as_str()),
            groups::meets.eq(terms.meets.as_ref().map_or("", Line::as_str)),
            groups::tie_rule.eq(terms.tie_rule),
            groups::quorum_percent.eq(terms.quorum_percent),
        ))
        .execute(tx.conn)?;
    Ok(changed > 0)
}

/// Whether there is a group that can answer for an idea.
pub fn has_any_to_lead(conn: &mut Conn) -> Result<bool> {
    let leading = groups::table.filter(groups::kind.ne(GroupKind::Process));
    Ok(diesel::select(exists(leading)).get_result(conn)?)
}

/// Gives a seat. `None` says that the person already has one in this group from that day.
pub fn insert_seat(tx: &mut Tx<'_>, new: &NewSeat<'_>) -> Result<Option<SeatId>> {
    // What was decided before is for whoever sat there before to tell of.
    let before = decisions::table.filter(decisions::group_id.eq(new.group));
    let decided: Option<i64> = before.select(diesel::dsl::max(decisions::id)).first(tx.conn)?;
    portable::insert_new(tx, |conn| {
        diesel::insert_into(seats::table)
            .values((
                seats::group_id.eq(new.group),
                seats::person_id.eq(new.person),
                seats::role.eq(new.role),
                seats::tells_after.eq(decided.unwrap_or(0)),
                seats::represents.eq(new.represents),
                seats::starts_on.eq(new.starts_on),
                seats::ends_on.eq(new.ends_on),
            ))
            .returning(seats::id)
            .get_result(conn)
    })
}

/// Sets the last day of a seat of this group; `false` when there is no such seat.
pub fn end_seat(tx: &mut Tx<'_>, group: GroupId, seat: SeatId, last_day: Date) -> Result<bool> {
    let this = seats::table.filter(seats::id.eq(seat)).filter(seats::group_id.eq(group));
    Ok(diesel::update(this).set(seats::ends_on.eq(Some(last_day))).execute(tx.conn)? > 0)
}

/// The group with this id.
///
/// # Errors
/// Not found.
pub fn load(conn: &mut Conn, id: GroupId) -> Result<Group> {
    Ok(groups::table.filter(groups::id.eq(id)).select(COLUMNS).first(conn)?)
}

/// The group with this slug.
///
/// # Errors
/// Not found.
pub fn load_by_slug(conn: &mut Conn, slug: &str) -> Result<Group> {
    find_by_slug(conn, slug)?.ok_or(Error::NotFound)
}

/// The group with this slug, if there is one.
pub fn find_by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Group>> {
    Ok(groups::table.filter(groups::slug.eq(slug)).select(COLUMNS).first(conn).optional()?)
}

/// The steering group that answers for a theme: the oldest, if several do.
pub fn find_by_theme(conn: &mut Conn, theme: &str) -> Result<Option<Group>> {
    Ok(groups::table
        .filter(groups::theme.eq(theme))
        .filter(groups::kind.eq(GroupKind::Steering))
        .order(groups::id)
        .select(COLUMNS)
        .first(conn)
        .optional()?)
}

/// The seats of a group that are held on a day, leading roles first, then by name.
pub fn seats_on(conn: &mut Conn, group: GroupId, day: Date) -> Result<Vec<Seat>> {
    let columns = (
        seats::id,
        seats::person_id,
        people::display_name,
        seats::role,
        seats::represents,
        seats::starts_on,
        seats::ends_on,
    );
    let mut held: Vec<Seat> = seats::table
        .inner_join(people::table)
        .filter(seats::group_id.eq(group))
        .filter(seats::starts_on.le(day))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(day)))
        .select(columns)
        .load(conn)?;
    held.sort_by_key(|seat| (seat.role, seat.name.to_lowercase()));
    Ok(held)
}

/// The groups in which a person holds a seat on a day, with the role there; in order of name.
pub fn groups_of(conn: &mut Conn, person: PersonId, day: Date) -> Result<Vec<(Group, SeatRole)>> {
    let held: Vec<(Group, SeatRole)> = seats::table
        .inner_join(groups::table)
        .filter(seats::person_id.eq(person))
        .filter(seats::starts_on.le(day))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(day)))
        .select((COLUMNS, seats::role))
        .load(conn)?;
    Ok(weightiest(held))
}

/// Each group once, in order of name, with the weightiest role of several.
pub fn weightiest(mut held: Vec<(Group, SeatRole)>) -> Vec<(Group, SeatRole)> {
    held.sort_by(|(left, role), (right, other)| (&left.name, left.id, role).cmp(&(&right.name, right.id, other)));
    held.dedup_by(|(later, _), (earlier, _)| later.id == earlier.id);
    held
}

/// Whether anyone acts for a group on a day.
pub fn has_lead(conn: &mut Conn, group: GroupId, day: Date) -> Result<bool> {
    let leading = seats::table
        .filter(seats::group_id.eq(group))
        .filter(seats::role.eq_any(SeatRole::LEADING))
        .filter(seats::starts_on.le(day))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(day)));
    Ok(diesel::select(exists(leading)).get_result(conn)?)
}

/// The people who may vote in a group on a day (see [`roll::roll`]).
pub fn roll_on(conn: &mut Conn, group: &Group, day: Date) -> Result<Vec<PersonId>> {
    let rows: Vec<(PersonId, SeatRole, Date, Option<Date>)> = seats::table
        .filter(seats::group_id.eq(group.id))
        .select((seats::person_id, seats::role, seats::starts_on, seats::ends_on))
        .load(conn)?;
    let terms: Vec<SeatTerm> = rows
        .into_iter()
        .map(|(person, role, starts_on, ends_on)| SeatTerm { person, role, starts_on, ends_on })
        .collect();
    Ok(roll::roll(group.kind, &terms, day))
}

/// Whether somebody sits in a process group on a day.
pub fn is_in_process_group(conn: &mut Conn, person: PersonId, day: Date) -> Result<bool> {
    let held = seats::table
        .inner_join(groups::table)
        .filter(groups::kind.eq(GroupKind::Process))
        .filter(seats::person_id.eq(person))
        .filter(seats::starts_on.le(day))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(day)));
    Ok(diesel::select(exists(held)).get_result(conn)?)
}
