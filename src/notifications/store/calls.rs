//! SQL of what is told by telephone or letter.

use diesel::prelude::*;

use crate::db::schema::{calls, idea_contacts, ideas, people};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::reach::ReachWay;
use crate::kernel::{CallId, Cursor, IdeaId, Page, PersonId, Timestamp};
use crate::notifications::calls::CallState;

/// A new thing to tell.
pub(in super::super) struct NewCall<'a> {
    pub(in super::super) idea: IdeaId,
    /// The same cause is told once.
    pub(in super::super) cause: &'a str,
    pub(in super::super) kind: &'a str,
    pub(in super::super) state: CallState,
    pub(in super::super) subject: &'a str,
    pub(in super::super) body: &'a str,
    pub(in super::super) brief: &'a str,
}

/// Something to tell, with whom and where.
#[derive(Clone, Queryable)]
pub(in super::super) struct CallRow {
    pub(in super::super) id: CallId,
    pub(in super::super) kind: String,
    pub(in super::super) state: CallState,
    pub(in super::super) subject: String,
    pub(in super::super) body: String,
    pub(in super::super) created_at: Timestamp,
    pub(in super::super) done_at: Option<Timestamp>,
    /// Name of whoever called or wrote.
    pub(in super::super) done_by: Option<String>,
    pub(in super::super) number: Option<String>,
    /// Name that stands with the idea.
    pub(in super::super) name: String,
    pub(in super::super) way: ReachWay,
    pub(in super::super) value: String,
}

/// Writes it down, unless it is there.
pub(in super::super) fn insert_call(tx: &mut Tx<'_>, call: &NewCall<'_>) -> Result<Option<CallId>> {
    let now = tx.now;
    portable::insert_new(tx, |conn| {
        diesel::insert_into(calls::table)
            .values((
                calls::idea_id.eq(call.idea),
                calls::cause.eq(call.cause),
                calls::kind.eq(call.kind),
                calls::state.eq(call.state),
                calls::subject.eq(call.subject),
                calls::body.eq(call.body),
                calls::brief.eq(call.brief),
                calls::created_at.eq(now),
            ))
            .returning(calls::id)
            .get_result(conn)
    })
}

/// What waits for somebody, the oldest first.
pub(in super::super) fn waiting_calls(conn: &mut Conn, after: Option<Cursor>) -> Result<Page<CallRow>> {
    let mut query = whole().filter(calls::state.eq(CallState::Waiting)).into_boxed();
    if let Some(cursor) = after {
        query = query.filter(calls::id.gt(CallId::new(cursor.id)));
    }
    let rows: Vec<CallRow> = query.order(calls::id).limit(PAGE_SIZE + 1).load(conn)?;
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Ok(Page::cut(rows, size, |row| Cursor { sort: 0, id: row.id.get() }))
}

/// One of them, whatever became of it.
pub(in super::super) fn call(conn: &mut Conn, id: CallId) -> Result<CallRow> {
    Ok(whole().filter(calls::id.eq(id)).first(conn)?)
}

/// Marks what waits as told by a person; false when it does not wait any more.
pub(in super::super) fn end_call(tx: &mut Tx<'_>, id: CallId, by: PersonId) -> Result<bool> {
    let waiting = calls::table.filter(calls::id.eq(id)).filter(calls::state.eq(CallState::Waiting));
    let ended = diesel::update(waiting)
        .set((calls::state.eq(CallState::Done), calls::done_at.eq(Some(tx.now)), calls::done_by.eq(Some(by))))
        .execute(tx.conn)?;
    Ok(ended > 0)
}

/// The words of a text message that is under way, and the number; none when it is not, or nobody is there.
pub(in super::super) fn text_to_send(conn: &mut Conn, id: CallId) -> Result<Option<(String, String)>> {
    Ok(calls::table
        .inner_join(idea_contacts::table.on(idea_contacts::idea_id.eq(calls::idea_id)))
        .filter(calls::id.eq(id))
        .filter(calls::state.eq(CallState::Sending))
        .select((calls::brief, idea_contacts::value))
        .first(conn)
        .optional()?)
}

/// Notes that a text message went out.
pub(in super::super) fn mark_text_sent(tx: &mut Tx<'_>, id: CallId) -> Result<()> {
    let sending = calls::table.filter(calls::id.eq(id)).filter(calls::state.eq(CallState::Sending));
    diesel::update(sending)
        .set((calls::state.eq(CallState::Sent), calls::done_at.eq(Some(tx.now))))
        .execute(tx.conn)?;
    Ok(())
}

/// Lets what was to be a text message wait for somebody.
pub(in super::super) fn let_wait(tx: &mut Tx<'_>, id: CallId) -> Result<()> {
    let sending = calls::table.filter(calls::id.eq(id)).filter(calls::state.eq(CallState::Sending));
    diesel::update(sending).set(calls::state.eq(CallState::Waiting)).execute(tx.conn)?;
    Ok(())
}

/// How many wait for somebody.
pub(in super::super) fn count_waiting(conn: &mut Conn) -> Result<i64> {
    Ok(calls::table.filter(calls::state.eq(CallState::Waiting)).count().get_result(conn)?)
}

/// Forgets what was told before a moment.
pub(in super::super) fn prune_calls(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    Ok(diesel::delete(calls::table.filter(calls::done_at.lt(before))).execute(tx.conn)?)
}

/// Every call with its idea, contact and whoever did it.
#[diesel::dsl::auto_type(no_type_alias)]
fn whole() -> _ {
    calls::table
        .inner_join(ideas::table.on(ideas::id.eq(calls::idea_id)))
        .inner_join(idea_contacts::table.on(idea_contacts::idea_id.eq(calls::idea_id)))
        .left_join(people::table.on(people::id.nullable().eq(calls::done_by)))
        .select((
            calls::id,
            calls::kind,
            calls::state,
            calls::subject,
            calls::body,
            calls::created_at,
            calls::done_at,
            people::display_name.nullable(),
            ideas::number,
            ideas::author_name,
            idea_contacts::way,
            idea_contacts::value,
        ))
}
