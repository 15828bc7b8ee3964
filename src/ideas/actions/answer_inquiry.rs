//! An answer from somebody who was asked, or from the body outside that the idea was handed on to:
//! the idea comes back to its group.

use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::Command;
use crate::ideas::store::Update;
use crate::ideas::store::inquiries::{self, InquiryKind};
use crate::journal::{self, Event};
use crate::kernel::text::Reason;
use crate::kernel::{Actor, InquiryId};
use crate::policy::Action;
use crate::town::Town;

/// Writes the answer down. The asked answer for themselves; the lead group writes down what it
/// heard in another way.
///
/// # Errors
/// Who was not asked, another inquiry than the one that waits, or an old version.
pub fn answer_inquiry(
    db: &Db,
    town: &Town,
    actor: &Actor,
    at: &At<'_>,
    inquiry: InquiryId,
    answer: &Reason,
) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "answer inquiry", |tx| {
            let opened = open(tx, actor, at, Action::InquiryAnswer)?;
            let waiting = inquiries::waiting(tx.conn, opened.idea.id)?.filter(|waiting| waiting.id == inquiry);
            let waiting = waiting.ok_or(Error::Conflict(Code::NotNow))?;
            if !opened.standing.lead && waiting.asked_person != actor.person() {
                return Err(Error::Forbidden);
            }
            let idea = opened.idea.id;
            let (command, event) = match waiting.kind {
                InquiryKind::Question => (Command::EndAsking, Event::AnswerCame { idea, inquiry }),
                InquiryKind::Forwarding => (Command::ComeBack, Event::CameBack { idea, inquiry }),
            };
            let change = opened.decide(town, command)?;
            inquiries::end(tx, inquiry, Some(answer.as_str()))?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            journal::record(tx, actor, &[event])?;
            Ok(moved)
        })
    })
}
