//! Anyone reports an idea or a comment that should not be shown. One reporter counts once for as
//! long as the report is open.

use crate::db::Db;
use crate::error::Result;
use crate::i18n::Locale;
use crate::ideas::actions::SentForm;
use crate::ideas::store::Idea;
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::moderation::deadline;
use crate::moderation::report::NewReport;
use crate::moderation::store::{self, NewRow};
use crate::moderation::views;
use crate::town::Town;

/// Who reports.
#[derive(Debug, Clone, Copy)]
pub struct Reporter<'a> {
    /// The signed-in person, or a visitor.
    pub actor: &'a Actor,
    /// What tells one visitor from another, as the form token does; empty for callers of the API,
    /// who count as one when they neither sign in nor leave a contact.
    pub browser: &'a str,
    /// Language in which the reporter reads.
    pub locale: Locale,
}

/// Reports the idea with this number or one of its comments; gives the report's id.
///
/// # Errors
/// As [`views::reported`].
pub fn make_report(
    db: &Db,
    town: &Town,
    reporter: &Reporter<'_>,
    number: &str,
    form_key: &str,
    new: &NewReport,
) -> Result<i64> {
    let sent = SentForm { version: 0, key: form_key };
    db.write(|tx| {
        let idea = views::reported(tx.conn, reporter.actor, number, new.comment, tx.now.date())?.idea;
        if let Some(known) = sent.earlier(tx, "report", &idea)? {
            return Ok(known);
        }
        let open_key = open_key(town, reporter, &idea, new);
        let row = NewRow {
            idea: idea.id,
            comment: new.comment,
            kind: new.kind,
            reason: new.reason.as_str(),
            reporter: reporter.actor.person(),
            locale: reporter.locale,
            email: new.email.as_ref().map(crate::kernel::EmailAddress::as_str),
            open_key: &open_key,
            due_at: deadline::of_report(tx.now, new.kind.is_urgent()),
        };
        let report = match store::insert(tx, &row)? {
            Some(report) => {
                journal::record(tx, reporter.actor, &[Event::Reported { idea: idea.id, report }])?;
                report
            }
            None => store::open_with_key(tx.conn, &open_key)?,
        };
        sent.note(tx, "report", &idea, report)?;
        Ok(report)
    })
}

fn open_key(town: &Town, reporter: &Reporter<'_>, idea: &Idea, new: &NewReport) -> String {
    let subject = match new.comment {
        Some(comment) => format!("comment {comment}"),
        None => format!("idea {}", idea.id),
    };
    let who = match (reporter.actor.person(), &new.email) {
        (Some(person), _) => format!("person {person}"),
        (None, Some(email)) => format!("email {}", email.folded()),
        (None, None) => format!("browser {}", reporter.browser),
    };
    town.key.hash("report", &[&subject, &who])
}
