//! SQL that reads why an idea went the way it did.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{events, ideas};
use crate::error::{Error, Result};
use crate::ideas::lifecycle::State;
use crate::journal::Event;
use crate::kernel::{IdeaId, Timestamp};

/// A reason, and when it was given.
pub(super) type Reason = (IdeaId, Timestamp, String);

/// The reasons that were given with steps of these ideas, the oldest first.
pub(super) fn of_steps(conn: &mut Conn, ids: &[IdeaId]) -> Result<Vec<Reason>> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let happened: Vec<(Timestamp, String)> = events::table
        .filter(events::idea_id.eq_any(numbers))
        .filter(events::kind.eq_any(Event::WITH_REASON))
        .order(events::id)
        .select((events::at, events::data))
        .load(conn)?;
    let mut reasons = Vec::new();
    for (at, data) in happened {
        let event: Event = serde_json::from_str(&data).map_err(Error::corrupt)?;
        if let (Some(idea), Some(words)) = (event.idea(), event.reason()) {
            reasons.push((idea, at, words.to_owned()));
        }
    }
    Ok(reasons)
}

/// Why those among these ideas that were stopped or withdrawn were.
pub(super) fn of_ends(conn: &mut Conn, ids: &[IdeaId]) -> Result<Vec<Reason>> {
    let ended: Vec<(IdeaId, Timestamp, Option<String>)> = ideas::table
        .filter(ideas::id.eq_any(ids))
        .filter(ideas::state.eq_any([State::Stopped, State::Withdrawn]))
        .select((ideas::id, ideas::state_since, ideas::state_reason))
        .load(conn)?;
    Ok(ended.into_iter().filter_map(|(idea, at, words)| Some((idea, at, words?))).collect())
}
