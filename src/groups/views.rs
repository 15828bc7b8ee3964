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

/// Every group, by kind and then name.
pub fn list(conn: &mut Conn, today: Date) -> Result<Vec<ListedGroup>> {
    let mut all: Vec<Group> = groups::table.select(COLUMNS).load(conn)?;
    all.sort_by(|left, right| (left.kind, &left.name).cmp(&(right.kind, &right.name)));
    let held: Vec<(GroupId, SeatRole, String)> = seats::table
        .inner_join(people::table)
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
        .order(seats::id)
        .select((seats::group_id, seats::role, people::display_name))
        .load(conn)?;
    let listed = all.into_iter().map(|group| {
        let mine = || held.iter().filter(|(id, _, _)| *id == group.id);
        let holder = |wanted| mine().find(|(_, role, _)| *role == wanted).map(|(_, _, name)| name.clone());
        ListedGroup {
            seats: mine().count(),
            chair: holder(SeatRole::Chair),
            coordinator: holder(SeatRole::Coordinator),
            group,
        }
    });
    Ok(listed.collect())
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
