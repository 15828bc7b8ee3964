//! SQL of the event table and of the list that search follows.

use diesel::prelude::*;

use super::Event;
use crate::db::schema::{events, search_changes};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::kernel::{Actor, EventId, IdeaId, PersonId, Timestamp};

/// An event as it is read back.
#[derive(Debug, Clone)]
pub struct EventRow {
    /// Which.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// Who, if a person did it.
    pub person: Option<PersonId>,
    /// Whether everyone may read it.
    pub public: bool,
    /// What.
    pub event: Event,
}

/// A subject that the search index has to look at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct ChangeRow {
    /// Position in the list.
    pub id: i64,
    /// The idea.
    pub idea: IdeaId,
    /// When it changed.
    pub at: Timestamp,
    /// Whether words that everyone could read were taken away.
    pub withdraws: bool,
}

/// Changes behind a position that may become visible after it: on PostgreSQL numbers are given out
/// before the commit, so a lower one can come after a higher one.
pub const OVERLAP: i64 = 500;

type Columns = (EventId, Timestamp, Option<PersonId>, bool, String);

fn row((id, at, person, public, data): Columns) -> Result<EventRow> {
    Ok(EventRow { id, at, person, public, event: serde_json::from_str(&data).map_err(Error::corrupt)? })
}

pub(super) fn append(tx: &mut Tx<'_>, actor: &Actor, event: &Event) -> Result<EventId> {
    let by_kind = match actor {
        Actor::Person { .. } => "person",
        Actor::Visitor { .. } => "visitor",
        Actor::System => "system",
    };
    Ok(diesel::insert_into(events::table)
        .values((
            events::at.eq(tx.now),
            events::kind.eq(event.kind()),
            events::by_kind.eq(by_kind),
            events::by_person.eq(actor.person()),
            events::idea_id.eq(event.idea()),
            events::group_id.eq(event.group()),
            events::public.eq(event.is_public()),
            events::data.eq(serde_json::to_string(event).map_err(Error::internal)?),
        ))
        .returning(events::id)
        .get_result(tx.conn)?)
}

/// Notes that search has to look at an idea again. `withdraws`: words that everyone could read were
/// taken away, so that nothing may be answered from before.
pub fn search_changed(tx: &mut Tx<'_>, idea: IdeaId, withdraws: bool) -> Result<()> {
    diesel::insert_into(search_changes::table)
        .values((
            search_changes::idea_id.eq(idea.get()),
            search_changes::at.eq(tx.now),
            search_changes::withdraws.eq(withdraws),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The changes that took words away and that whoever follows up to `position` may not have seen.
pub fn withdrawals_near(conn: &mut Conn, position: i64) -> Result<Vec<i64>> {
    // Named as it stands in the index, which holds these few alone.
    Ok(search_changes::table
        .filter(search_changes::withdraws)
        .filter(search_changes::id.gt(position - OVERLAP))
        .select(search_changes::id)
        .load(conn)?)
}

/// One event.
///
/// # Errors
/// [`Error::NotFound`].
pub fn event(conn: &mut Conn, id: EventId) -> Result<EventRow> {
    let columns: Columns = events::table
        .filter(events::id.eq(id))
        .select((events::id, events::at, events::by_person, events::public, events::data))
        .first(conn)?;
    row(columns)
}

/// The newest events of an idea, oldest first, at most `most`; only public ones unless `all`.
pub fn of_idea(conn: &mut Conn, idea: IdeaId, all: bool, most: i64) -> Result<Vec<EventRow>> {
    let mut query = events::table
        .filter(events::idea_id.eq(idea))
        .select((events::id, events::at, events::by_person, events::public, events::data))
        .order(events::id.desc())
        .limit(most)
        .into_boxed();
    if !all {
        query = query.filter(events::public.eq(true));
    }
    let mut columns: Vec<Columns> = query.load(conn)?;
    columns.reverse();
    columns.into_iter().map(row).collect()
}

/// The changes after a position, oldest first.
pub fn changes_after(conn: &mut Conn, position: i64, most: i64) -> Result<Vec<ChangeRow>> {
    Ok(search_changes::table
        .filter(search_changes::id.gt(position))
        .order(search_changes::id)
        .limit(most)
        .select((search_changes::id, search_changes::idea_id, search_changes::at, search_changes::withdraws))
        .load(conn)?)
}

/// Those of these changes that are there, oldest first.
pub fn changes_among(conn: &mut Conn, ids: &[i64]) -> Result<Vec<ChangeRow>> {
    Ok(search_changes::table
        .filter(search_changes::id.eq_any(ids))
        .order(search_changes::id)
        .select((search_changes::id, search_changes::idea_id, search_changes::at, search_changes::withdraws))
        .load(conn)?)
}

/// The newest position in the list, 0 when it is empty.
pub fn last_change(conn: &mut Conn) -> Result<i64> {
    Ok(search_changes::table.select(diesel::dsl::max(search_changes::id)).first::<Option<i64>>(conn)?.unwrap_or(0))
}

/// The oldest position that is still in the list.
pub fn oldest_change(conn: &mut Conn) -> Result<Option<i64>> {
    Ok(search_changes::table.select(diesel::dsl::min(search_changes::id)).first::<Option<i64>>(conn)?)
}

/// Forgets changes before a moment and up to `position`, but keeps the newest, so that positions
/// never start anew.
pub fn prune_changes(tx: &mut Tx<'_>, before: Timestamp, position: i64) -> Result<()> {
    let newest = last_change(tx.conn)?;
    let last = position.min(newest - 1);
    diesel::delete(search_changes::table.filter(search_changes::at.lt(before)).filter(search_changes::id.le(last)))
        .execute(tx.conn)?;
    Ok(())
}
