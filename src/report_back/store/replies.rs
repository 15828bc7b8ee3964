//! SQL of answers to reports.

use diesel::prelude::*;

use crate::db::schema::seat_replies;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::kernel::{PersonId, SeatReplyId, SeatReportId, Timestamp};

/// Writes an answer to a report.
pub fn insert_reply(tx: &mut Tx<'_>, report: SeatReportId, person: PersonId, body: &str) -> Result<SeatReplyId> {
    Ok(diesel::insert_into(seat_replies::table)
        .values((
            seat_replies::report_id.eq(report),
            seat_replies::person_id.eq(person),
            seat_replies::body.eq(body),
            seat_replies::written_at.eq(tx.now),
        ))
        .returning(seat_replies::id)
        .get_result(tx.conn)?)
}

/// Answers of a person since a moment, on all reports.
pub fn replies_since(conn: &mut Conn, person: PersonId, since: Timestamp) -> Result<i64> {
    let own = seat_replies::table.filter(seat_replies::person_id.eq(person));
    Ok(own.filter(seat_replies::written_at.ge(since)).count().get_result(conn)?)
}

/// Takes an own answer away; false when it is not there or not his or hers.
pub fn delete_reply(tx: &mut Tx<'_>, report: SeatReportId, reply: SeatReplyId, person: PersonId) -> Result<bool> {
    let this = seat_replies::table
        .filter(seat_replies::id.eq(reply))
        .filter(seat_replies::report_id.eq(report))
        .filter(seat_replies::person_id.eq(person));
    Ok(diesel::delete(this).execute(tx.conn)? > 0)
}

/// Takes somebody's answer out of sight of whom it was written to; it is kept for those who lead the group.
/// False when it is not there or was taken away before.
pub fn remove_reply(tx: &mut Tx<'_>, report: SeatReportId, reply: SeatReplyId, by: PersonId) -> Result<bool> {
    let this = seat_replies::table
        .filter(seat_replies::id.eq(reply))
        .filter(seat_replies::report_id.eq(report))
        .filter(seat_replies::removed_at.is_null());
    let removed = (seat_replies::removed_at.eq(Some(tx.now)), seat_replies::removed_by.eq(Some(by)));
    Ok(diesel::update(this).set(removed).execute(tx.conn)? > 0)
}
