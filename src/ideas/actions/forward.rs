//! The group hands an idea on to a body outside that decides about such things.

use super::ask::{asked_person, decide_by_day};
use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::forms::Forwarding;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::Update;
use crate::ideas::store::inquiries::{self, InquiryKind, NewInquiry};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::kernel::text::Label;
use crate::policy::Action;
use crate::town::Town;

/// Hands an idea on.
///
/// # Errors
/// Who may not, the wrong state, an old version, a waiting hand-over, or a day that has passed or
/// is too far away.
pub fn forward(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, forwarding: &Forwarding) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "forward", |tx| {
            let opened = open(tx, actor, at, Action::IdeaTriage)?;
            let change = decide_by_day(&opened, town, Command::Forward(forwarding.due_on))?;
            let email = forwarding.receiver_email.as_ref();
            let asked_person = asked_person(tx, email, &forwarding.receiver, "receiver")?;
            let new = NewInquiry {
                kind: InquiryKind::Forwarding,
                asked_name: forwarding.receiver.as_str(),
                asked_person,
                question: forwarding.reason.as_str(),
                diary_number: forwarding.diary_number.as_ref().map(Label::as_str),
                due_on: forwarding.due_on,
                owed_on: opened.idea.due_on,
            };
            let inquiry = inquiries::insert(tx, opened.idea.id, &new)?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            journal::record(tx, actor, &[Event::Forwarded { idea: opened.idea.id, inquiry }])?;
            Ok(moved)
        })
    })
}
