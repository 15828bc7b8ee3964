//! The group asks somebody named, with a date.

use super::ask_owner::person_behind;
use super::step::{At, Moved, Opened, once, open};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, FieldErrors, Result};
use crate::ideas::forms::Question;
use crate::ideas::lifecycle::{Change, Command};
use crate::ideas::store::Update;
use crate::ideas::store::inquiries::{self, InquiryKind, NewInquiry};
use crate::journal::{self, Event};
use crate::kernel::text::{DisplayName, Label};
use crate::kernel::{Actor, EmailAddress, PersonId};
use crate::policy::Action;
use crate::town::Town;

/// Asks, and waits for the answer.
///
/// # Errors
/// Who may not, the wrong state, an old version, a waiting hand-over, or a day that has passed or
/// is too far away.
pub fn ask(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, question: &Question) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "ask", |tx| {
            let opened = open(tx, actor, at, Action::IdeaTriage)?;
            let change = decide_by_day(&opened, town, Command::Ask(question.due_on))?;
            let asked_person = asked_person(tx, question.asked_email.as_ref(), &question.asked_name, "asked_name")?;
            let new = NewInquiry {
                kind: InquiryKind::Question,
                asked_name: question.asked_name.as_str(),
                asked_person,
                question: question.words.as_str(),
                diary_number: None,
                due_on: question.due_on,
                owed_on: opened.idea.due_on,
            };
            let inquiry = inquiries::insert(tx, opened.idea.id, &new)?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            journal::record(tx, actor, &[Event::Asked { idea: opened.idea.id, inquiry }])?;
            Ok(moved)
        })
    })
}

/// As [`Opened::decide`]; what is wrong with the day is told at its field.
pub(super) fn decide_by_day(opened: &Opened, town: &Town, command: Command) -> Result<Change> {
    opened.decide(town, command).map_err(|error| match error.code() {
        code @ (Code::FieldDatePassed | Code::FieldDateNotLater | Code::FieldDateTooFar) => {
            Error::field("due_on", code)
        }
        _ => error,
    })
}

/// Whoever has the contact of the asked, if one was given.
pub(super) fn asked_person(
    tx: &mut Tx<'_>,
    email: Option<&EmailAddress>,
    name: &Label,
    field: &'static str,
) -> Result<Option<PersonId>> {
    let Some(email) = email else { return Ok(None) };
    // The name of a body may be longer than the name of a person.
    let short: String = name.as_str().chars().take(DisplayName::LIMIT).collect();
    let mut errors = FieldErrors::default();
    let name = errors.text(field, DisplayName::parse(&short));
    person_behind(tx, email, &errors.finish(name)?).map(Some)
}
