//! SQL that looks at the simulated town from outside.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{emails, events, ideas, jobs};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::kernel::{Date, GroupId, IdeaId, Timestamp};

/// An idea on a day.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Seen {
    pub(super) id: IdeaId,
    pub(super) number: Option<String>,
    pub(super) state: State,
    pub(super) since: Timestamp,
    pub(super) due_on: Option<Date>,
    pub(super) group: Option<GroupId>,
    pub(super) published_at: Option<Timestamp>,
}

/// Every idea that was sent, by id.
pub(super) fn ideas_now(conn: &mut Conn) -> Result<Vec<Seen>> {
    Ok(ideas::table
        .filter(ideas::number.is_not_null())
        .order(ideas::id)
        .select((
            ideas::id,
            ideas::number,
            ideas::state,
            ideas::state_since,
            ideas::due_on,
            ideas::group_id,
            ideas::published_at,
        ))
        .load(conn)?)
}

/// When which ideas climbed past whoever owed them something.
pub(super) fn climbs(conn: &mut Conn) -> Result<Vec<(Option<IdeaId>, Timestamp)>> {
    Ok(events::table
        .filter(events::kind.eq_any(["climbed_to_chair", "climbed_to_process"]))
        .order(events::id)
        .select((events::idea_id, events::at))
        .load(conn)?)
}

/// Mails and jobs that were given up, and mails that still wait.
pub(super) fn left_behind(conn: &mut Conn) -> Result<(i64, i64)> {
    let dead_mails: i64 = emails::table.filter(emails::state.eq("dead")).count().get_result(conn)?;
    let dead_jobs: i64 =
        jobs::table.filter(jobs::state.eq("dead")).filter(jobs::kind.ne("send_mail")).count().get_result(conn)?;
    let waiting = emails::table.filter(emails::state.eq("queued")).count().get_result(conn)?;
    Ok((dead_mails + dead_jobs, waiting))
}
