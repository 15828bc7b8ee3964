//! "Ring eller skriv brev": what an author who has left no e-mail is told by somebody of the staff.
//!
//! A row is written where a mail about the own idea would have been, with the plain words to read out or
//! print; it is unique for idea and event. It waits until somebody says that it is done. The row holds no
//! number and no address: they stand beside the idea and are read from there.

use super::Trouble;
use super::facts::Facts;
use super::kind::MailKind;
use super::letter::Pen;
use super::spoken::Spoken;
use super::store::{self, CallRow, NewCall};
use super::texts;
use crate::accounts::standing;
use crate::db::{Conn, Db, Tx};
use crate::error::{Code, Error, Result};
use crate::i18n::{Locale, Texts};
use crate::ideas;
use crate::kernel::{Actor, CallId, Cursor, Date, EventId, Page, Timestamp};
use crate::policy::{self, Action};
use crate::town::Town;
use crate::word_enum;

word_enum! {
    /// What became of something to tell.
    pub enum CallState {
        /// Somebody has to call or write.
        Waiting = "waiting",
        /// A text message is under way.
        Sending = "sending",
        /// Somebody has called or written.
        Done = "done",
        /// The text message went out.
        Sent = "sent",
    }
}

impl MailKind {
    /// Whether it only confirms what the author has just done, and sees on the page.
    const fn is_receipt(self) -> bool {
        matches!(self, Self::Receipt | Self::Resubmitted | Self::Appealed)
    }
}

/// Writes down what the author of an idea is told by telephone or letter, if that is how he or she is reached.
pub(super) fn note(
    db: &Db,
    town: &Town,
    (id, kind): (EventId, MailKind),
    facts: &Facts,
    today: Date,
) -> std::result::Result<(), Trouble> {
    if kind.is_receipt() || facts.idea.author_id.is_some() || facts.contact.is_some() {
        return Ok(());
    }
    if db.read(|conn| ideas::store::contacts::of(conn, facts.idea.id))?.is_none() {
        return Ok(());
    }
    let locale = facts.idea.language.parse().unwrap_or(Locale::Swedish);
    let pen = Pen { t: Texts::in_locale(locale), town, facts, today };
    let draft = texts::compose(kind, &pen)?;
    let told = Spoken::of(&draft, &pen);
    db.write(|tx| {
        let call = NewCall {
            idea: facts.idea.id,
            cause: &format!("event:{id}"),
            kind: kind.as_str(),
            state: CallState::Waiting,
            subject: &told.subject,
            body: &told.body,
            brief: &told.brief,
        };
        store::insert_call(tx, &call).map(drop)
    })?;
    Ok(())
}

/// What waits for somebody, the oldest first.
pub(super) fn waiting(conn: &mut Conn, actor: &Actor, after: Option<Cursor>) -> Result<Page<CallRow>> {
    demand(conn, actor)?;
    store::waiting_calls(conn, after)
}

/// One thing to tell.
pub(super) fn load(conn: &mut Conn, actor: &Actor, id: CallId) -> Result<CallRow> {
    demand(conn, actor)?;
    store::call(conn, id)
}

/// How many wait, where staff look anyway.
///
/// # Errors
/// When the database fails.
pub fn count(conn: &mut Conn) -> Result<i64> {
    store::count_waiting(conn)
}

/// Says that it is done.
pub(super) fn end(db: &Db, actor: &Actor, id: CallId) -> Result<()> {
    db.write(|tx| {
        demand(tx.conn, actor)?;
        let by = actor.person().ok_or(Error::SignInNeeded)?;
        store::call(tx.conn, id)?;
        if store::end_call(tx, id, by)? { Ok(()) } else { Err(Error::Conflict(Code::ChangedMeanwhile)) }
    })
}

/// Forgets what was told before a moment.
///
/// # Errors
/// When the database fails.
pub fn prune(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    store::prune_calls(tx, before)
}

fn demand(conn: &mut Conn, actor: &Actor) -> Result<()> {
    policy::authorise(&standing::of(conn, actor)?, Action::CallManage)
}
