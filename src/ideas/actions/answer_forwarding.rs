//! A body outside takes on what was handed on to it, or says that it is not the right one (R-2 of
//! domain 1.6: handing on needs the receiver's yes).

use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::forms::ForwardingAnswer;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::Update;
use crate::ideas::store::inquiries::{self, InquiryKind};
use crate::journal::{self, Event};
use crate::kernel::text::Label;
use crate::kernel::{Actor, InquiryId};
use crate::policy::Action;
use crate::town::Town;

/// Writes down what the receiver says. The receiver says so itself, or the lead group writes what it heard.
///
/// # Errors
/// Who was not asked, another inquiry than the one that waits, one that is answered, or an old version.
pub fn answer_forwarding(
    db: &Db,
    town: &Town,
    actor: &Actor,
    at: &At<'_>,
    inquiry: InquiryId,
    answer: &ForwardingAnswer,
) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "answer forwarding", |tx| {
            let opened = open(tx, actor, at, Action::InquiryAnswer)?;
            let waiting = inquiries::waiting(tx.conn, opened.idea.id)?;
            let open = |waiting: &inquiries::Inquiry| {
                waiting.id == inquiry && waiting.kind == InquiryKind::Forwarding && waiting.accepted_at.is_none()
            };
            let waiting = waiting.filter(open).ok_or(Error::Conflict(Code::NotNow))?;
            if !opened.standing.lead && waiting.asked_person != actor.person() {
                return Err(Error::Forbidden);
            }
            let idea = opened.idea.id;
            let (moved, event) = match answer {
                ForwardingAnswer::Accept { diary_number } => {
                    inquiries::accept(tx, inquiry, diary_number.as_ref().map(Label::as_str))?;
                    (opened.touch(tx)?, Event::ForwardingAccepted { idea, inquiry })
                }
                ForwardingAnswer::Decline { reason } => {
                    let change = opened.decide(town, Command::ComeBack)?;
                    inquiries::end(tx, inquiry, Some(reason.as_str()))?;
                    (opened.apply(tx, &change, &Update::default())?, Event::ForwardingReturned { idea, inquiry })
                }
            };
            journal::record(tx, actor, &[event])?;
            Ok(moved)
        })
    })
}
