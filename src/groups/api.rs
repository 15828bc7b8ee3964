//! Groups as JSON.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::actions;
use super::draft::RawGroup;
use super::store::Seat;
use super::views::{self, ListedGroup};
use super::{Group, views::GroupWithSeats};
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::web::{JsonBody, JsonResult, created, json_ok, run};

/// A group.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupJson {
    /// Its word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// `steering`, `youth_council` or `process`.
    pub kind: &'static str,
    /// The theme whose ideas it answers for.
    pub theme: Option<String>,
    /// What it may decide by itself and what it can only propose.
    pub mandate: String,
    /// The network that it grew out of.
    pub builds_on: String,
    /// When and where it meets.
    pub meets: String,
    /// What it does with a tie: `chair`, `lot` or `no_decision`.
    pub tie_rule: &'static str,
    /// Part of the roll that must vote before a ballot counts, in per cent.
    pub quorum_percent: i32,
    /// Ideas on its desk now.
    pub open_ideas: i64,
    /// Who sits in it today; left out in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<Vec<SeatJson>>,
}

/// A seat that is held today.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatJson {
    /// Its number.
    pub id: i64,
    /// Name of the holder.
    pub name: String,
    /// `chair`, `coordinator`, `secretary` or `member`.
    pub role: &'static str,
    /// For whom the holder speaks.
    pub represents: String,
    /// First day, as `2026-01-31`.
    pub starts_on: String,
    /// Last day, if the term has one.
    pub ends_on: Option<String>,
}

/// A list of groups.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupListJson {
    /// The groups, by kind and then name.
    pub groups: Vec<GroupJson>,
}

impl From<Group> for GroupJson {
    fn from(group: Group) -> Self {
        Self {
            slug: group.slug,
            name: group.name,
            kind: group.kind.as_str(),
            theme: group.theme,
            mandate: group.mandate,
            builds_on: group.builds_on,
            meets: group.meets,
            tie_rule: group.tie_rule.as_str(),
            quorum_percent: group.quorum_percent,
            open_ideas: group.open_ideas,
            seats: None,
        }
    }
}

impl From<ListedGroup> for GroupJson {
    fn from(listed: ListedGroup) -> Self {
        Self::from(listed.group)
    }
}

impl From<GroupWithSeats> for GroupJson {
    fn from(found: GroupWithSeats) -> Self {
        let seats = found.seats.into_iter().map(SeatJson::from).collect();
        Self { seats: Some(seats), ..Self::from(found.group) }
    }
}

impl From<Seat> for SeatJson {
    fn from(seat: Seat) -> Self {
        Self {
            id: seat.id.get(),
            name: seat.name,
            role: seat.role.as_str(),
            represents: seat.represents,
            starts_on: seat.starts_on.to_string(),
            ends_on: seat.ends_on.map(|day| day.to_string()),
        }
    }
}

/// `GET /api/v1/groups`
pub async fn list(_caller: Caller, db: Data<Db>) -> JsonResult {
    let today = db.clock().now().date();
    let groups = run(move || db.read(|conn| views::list(conn, today))).await?;
    json_ok(&GroupListJson { groups: groups.into_iter().map(GroupJson::from).collect() })
}

/// `POST /api/v1/groups`
pub async fn create(caller: Caller, db: Data<Db>, body: JsonBody<RawGroup>) -> JsonResult {
    let Caller { actor, town, .. } = caller;
    let group = run(move || {
        // Who may not do this is told so, whatever the body holds.
        db.read(|conn| actions::demand(conn, &actor))?;
        actions::create_group(&db, &actor, &body.0.parse(&town.settings.themes)?)
    })
    .await?;
    created(&format!("/api/v1{}", group.path()), &GroupJson::from(group))
}

/// `GET /api/v1/groups/{slug}`
pub async fn show(_caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let (slug, today) = (path.into_inner(), db.clock().now().date());
    let found = run(move || db.read(|conn| views::with_seats(conn, &slug, today))).await?;
    json_ok(&GroupJson::from(found))
}
