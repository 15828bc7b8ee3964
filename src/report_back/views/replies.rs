//! SQL that reads answers to reports.

use diesel::prelude::*;

use super::MOST_REPLIES;
use crate::db::Conn;
use crate::db::schema::{people, seat_replies, seat_reports};
use crate::error::Result;
use crate::kernel::{PersonId, SeatId, SeatReplyId, SeatReportId, Timestamp};

/// An answer to a report.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Reply {
    /// Which.
    pub id: SeatReplyId,
    /// Who wrote it.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The words.
    pub body: String,
    /// When.
    pub written_at: Timestamp,
    /// When it was taken out of sight of the holder, if it was.
    pub removed_at: Option<Timestamp>,
}

/// Whose answers somebody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// All, also those that were taken away: whoever leads the group.
    All,
    /// All that were not: the holder.
    Shown,
    /// One's own.
    Own(PersonId),
}

impl Reads {
    /// Whether it is all that others wrote, so that it can be taken out of sight.
    #[must_use]
    pub const fn may_remove(self) -> bool {
        matches!(self, Self::All | Self::Shown)
    }
}

/// What was answered since a seat told last: to its last report, and later than that to one before.
pub fn new_replies(conn: &mut Conn, seat: SeatId, last: (SeatReportId, Timestamp)) -> Result<Vec<Reply>> {
    let mut newest: Vec<Reply> = seat_replies::table
        .inner_join(people::table.on(people::id.eq(seat_replies::person_id)))
        .inner_join(seat_reports::table.on(seat_reports::id.eq(seat_replies::report_id)))
        .filter(seat_reports::seat_id.eq(seat))
        .filter(seat_replies::report_id.eq(last.0).or(seat_replies::written_at.ge(last.1)))
        .filter(seat_replies::removed_at.is_null())
        .order(seat_replies::id.desc())
        .limit(MOST_REPLIES)
        .select((
            seat_replies::id,
            seat_replies::person_id,
            people::display_name,
            seat_replies::body,
            seat_replies::written_at,
            seat_replies::removed_at,
        ))
        .load(conn)?;
    newest.reverse();
    Ok(newest)
}

/// The newest answers to a report that somebody reads, oldest first.
pub fn replies(conn: &mut Conn, report: SeatReportId, reads: Reads) -> Result<Vec<Reply>> {
    let mut query = seat_replies::table
        .inner_join(people::table.on(people::id.eq(seat_replies::person_id)))
        .filter(seat_replies::report_id.eq(report))
        .order(seat_replies::id.desc())
        .limit(MOST_REPLIES)
        .select((
            seat_replies::id,
            seat_replies::person_id,
            people::display_name,
            seat_replies::body,
            seat_replies::written_at,
            seat_replies::removed_at,
        ))
        .into_boxed();
    query = match reads {
        Reads::All => query,
        Reads::Shown => query.filter(seat_replies::removed_at.is_null()),
        Reads::Own(person) => query.filter(seat_replies::person_id.eq(person)),
    };
    let mut newest: Vec<Reply> = query.load(conn)?;
    newest.reverse();
    Ok(newest)
}
