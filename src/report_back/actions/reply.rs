//! Answering a report. Read by the holder of the seat and by those who lead the group, so that no adult
//! writes to a young person alone (domain 3.8).

use crate::accounts::standing;
use crate::db::{Db, sent_forms};
use crate::error::{Code, Error, Result};
use crate::journal::{self, Event};
use crate::kernel::text::CommentBody;
use crate::kernel::{Actor, SeatReplyId, SeatReportId};
use crate::policy::{self, Action};
use crate::report_back::store;
use crate::report_back::views::Reads;

/// Answers that one person can write in a day, on all reports.
pub const MOST_A_DAY: i64 = 10;

/// Writes an answer. The same form sent again writes nothing more.
///
/// # Errors
/// Not found; sign-in needed; [`Code::TooManyReplies`].
pub fn reply(
    db: &Db,
    actor: &Actor,
    (slug, report): (&str, SeatReportId),
    body: &CommentBody,
    form_key: &str,
) -> Result<()> {
    if form_key.len() > sent_forms::FORM_KEY_LIMIT {
        return Err(Error::refused(Code::MalformedBody));
    }
    db.write(|tx| {
        let report = store::report(tx.conn, slug, report)?;
        policy::authorise(&standing::of(tx.conn, actor)?, Action::SeatReply)?;
        let person = actor.person().ok_or(Error::SignInNeeded)?;
        if !form_key.is_empty()
            && !sent_forms::note(tx, &format!("reply {person} {} {form_key}", report.id), "written")?
        {
            return Ok(());
        }
        if store::replies_since(tx.conn, person, tx.now.plus_days(-1))? >= MOST_A_DAY {
            return Err(Error::refused(Code::TooManyReplies));
        }
        store::insert_reply(tx, report.id, person, body.as_str())?;
        let event = Event::SeatReportAnswered { group: report.group, seat: report.seat, report: report.id };
        journal::record(tx, actor, &[event])?;
        Ok(())
    })
}

/// Takes an answer away: one's own for good, another's out of sight of whom it was written to, by that one or by
/// those who lead the group and go on reading it.
///
/// # Errors
/// Not found, also for somebody else's that the actor may not read; sign-in needed.
pub fn delete_reply(db: &Db, actor: &Actor, (slug, report): (&str, SeatReportId), reply: SeatReplyId) -> Result<()> {
    db.write(|tx| {
        let report = store::report(tx.conn, slug, report)?;
        policy::authorise(&standing::of(tx.conn, actor)?, Action::SeatReply)?;
        let person = actor.person().ok_or(Error::SignInNeeded)?;
        if store::delete_reply(tx, report.id, reply, person)? {
            return Ok(());
        }
        let (today, place) = (tx.now.date(), store::place_by_id(tx.conn, report.seat)?);
        let reads = super::reads(tx.conn, actor, &place, today)?;
        let may_remove = reads.is_some_and(Reads::may_remove);
        if may_remove && store::remove_reply(tx, report.id, reply, person)? { Ok(()) } else { Err(Error::NotFound) }
    })
}
