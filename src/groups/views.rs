//! SQL that reads groups for pages and for the moderators.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::routing::GroupProfile;
use super::store::{self, COLUMNS, Seat};
use super::{Group, SeatRole};
use crate::db::Conn;
use crate::db::schema::{people, seats, steering_groups as groups};
use crate::error::Result;
use crate::kernel::{Date, GroupId};

/// A group in the list.
#[derive(Debug, Clone)]
pub struct ListedGroup {
    /// The group.
    pub group: Group,
    /// Seats that are held today.
    pub seats: usize,
    /// Name of the chair, if there is one.
    pub chair: Option<String>,
    /// Name of the coordinator, if there is one.
    pub coordinator: Option<String>,
}

/// Every group, by kind and then name. One statement.
pub fn list(conn: &mut Conn, today: Date) -> Result<Vec<ListedGroup>> {
    let held = seats::group_id
        .eq(groups::id)
        .and(seats::starts_on.le(today))
        .and(seats::ends_on.is_null().or(seats::ends_on.ge(today)));
    let rows: Vec<(Group, Option<(SeatRole, String)>)> = groups::table
        .left_join(seats::table.on(held))
        .left_join(people::table.on(people::id.eq(seats::person_id)))
        .order((groups::id, seats::id))
        .select((COLUMNS, (seats::role, people::display_name).nullable()))
        .load(conn)?;
    let mut all: Vec<ListedGroup> = Vec::new();
    for (group, seat) in rows {
        if all.last().is_none_or(|last| last.group.id != group.id) {
            all.push(ListedGroup { group, seats: 0, chair: None, coordinator: None });
        }
        if let (Some(listed), Some((role, name))) = (all.last_mut(), seat) {
            listed.seats += 1;
            match role {
                SeatRole::Chair => listed.chair.get_or_insert(name),
                SeatRole::Coordinator => listed.coordinator.get_or_insert(name),
                SeatRole::Secretary | SeatRole::Member => continue,
            };
        }
    }
    all.sort_by(|left, right| (left.group.kind, &left.group.name).cmp(&(right.group.kind, &right.group.name)));
    Ok(all)
}

/// A group and who sits in it on a day.
#[derive(Debug, Clone)]
pub struct GroupWithSeats {
    /// The group.
    pub group: Group,
    /// The seats that are held, leading roles first.
    pub seats: Vec<Seat>,
}

/// The group with this slug and its seats on a day.
///
/// # Errors
/// Not found.
pub fn with_seats(conn: &mut Conn, slug: &str, day: Date) -> Result<GroupWithSeats> {
    let group = store::load_by_slug(conn, slug)?;
    let seats = store::seats_on(conn, group.id, day)?;
    Ok(GroupWithSeats { group, seats })
}

/// What is known of every group on a day when one is sought for an idea
/// ([`super::routing::advise`]). Seats whose end is set already are left out. Two statements.
pub fn profiles(conn: &mut Conn, today: Date) -> Result<Vec<GroupProfile>> {
    let any = seats::table.filter(seats::group_id.eq(groups::id));
    let held = any.filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)));
    let all: Vec<(Group, bool, bool)> =
        groups::table.order(groups::id).select((COLUMNS, exists(any), exists(held))).load(conn)?;
    let spoken_for: Vec<(GroupId, String)> = seats::table
        .filter(seats::ends_on.is_null())
        .order(seats::id)
        .select((seats::group_id, seats::represents))
        .load(conn)?;
    let profile = |(group, had_seats, has_seats): (Group, bool, bool)| GroupProfile {
        represents: spoken_for.iter().filter(|(id, _)| *id == group.id).map(|(_, text)| text.clone()).collect(),
        id: group.id,
        slug: group.slug,
        name: group.name,
        kind: group.kind,
        theme: group.theme,
        mandate: group.mandate,
        builds_on: group.builds_on,
        open_ideas: group.open_ideas,
        // A new group waits for its people; one that all have left is over.
        closed: had_seats && !has_seats,
    };
    Ok(all.into_iter().map(profile).collect())
}
