//! "Ring eller skriv brev": what an author who has left no e-mail is told by somebody of the staff.
//!
//! A row is written where a mail about the own idea would have been, with the plain words to read out or
//! print; it is unique for idea and event. It waits until somebody says that it is done. Where text messages
//! go out ([`crate::sms`]), a telephone gets one instead of a call. The row holds no
//! number and no address: they stand beside the idea and are read from there.

use super::Trouble;
use super::facts::Facts;
use super::fan_out::Run;
use super::kind::MailKind;
use super::letter::Pen;
use super::spoken::{OwnIdea, Spoken};
use super::store::{self, CallRow, NewCall};
use super::{pace, texts};
use crate::accounts::standing;
use crate::db::{Conn, Db, Tx};
use crate::error::{Code, Error, Result};
use crate::i18n::{Locale, Texts};
use crate::ideas;
use crate::kernel::reach::{PhoneNumber, ReachWay};
use crate::kernel::{Actor, CallId, Cursor, IdeaId, Page, Timestamp};
use crate::mail::QuietHours;
use crate::policy::{self, Action};
use crate::queue::{self, Job, Lane, Place};
use crate::sms::{Message, SendError, Texter};
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

/// Writes down what the author of an idea is told by telephone or letter, if that is how he or she is reached;
/// where text messages go out, a telephone gets one.
pub(super) fn note(run: &Run<'_>, texts_go: bool, kind: MailKind, idea: IdeaId) -> std::result::Result<(), Trouble> {
    let facts = run.facts;
    if kind.is_receipt() {
        return Ok(());
    }
    let Some(reach) = run.db.read(|conn| ideas::store::contacts::of(conn, idea))? else { return Ok(()) };
    let locale = facts.idea.language.parse().unwrap_or(Locale::Swedish);
    let pen = Pen { t: Texts::in_locale(locale), town: run.town, facts, today: run.today };
    let told = Spoken::of(&texts::compose(kind, &pen)?, &pen, OwnIdea::of(facts, idea));
    let is_text = texts_go && reach.way() == ReachWay::Phone;
    run.db.write(|tx| {
        let call = NewCall {
            idea,
            cause: &format!("event:{}", run.id),
            kind: kind.as_str(),
            state: if is_text { CallState::Sending } else { CallState::Waiting },
            subject: &told.subject,
            body: &told.body,
            brief: &told.brief,
        };
        match store::insert_call(tx, &call)? {
            Some(call) if is_text => queue::add(tx, Job::SendSms { call }, &line_of(facts)),
            Some(_) | None => Ok(()),
        }
    })?;
    Ok(())
}

/// Text messages about an idea go out in the order in which things happened.
fn line_of(facts: &Facts) -> Place {
    Place::behind(Lane::Own, format!("sms:{}", facts.idea.id))
}

/// Sends a text message that is under way. What the provider refuses for good goes to the list of the staff.
/// Done twice it sends once, but where the provider took it and the note of it could not be written; then
/// the message goes out again with the same key.
///
/// # Errors
/// [`Trouble`] in the words of the provider; the worker decides when to try again.
pub fn send_text(db: &Db, texter: &Texter, quiet: Option<QuietHours>, id: CallId) -> std::result::Result<(), Trouble> {
    // It goes with its contact, when the author leaves or has an address.
    let Some((brief, to)) = db.read(|conn| store::text_to_send(conn, id))? else { return Ok(()) };
    if let Some(until) = pace::quiet_until(db.clock().now(), quiet) {
        return Err(Trouble::put_off(until, "no text message goes out at this hour"));
    }
    let Some(to) = PhoneNumber::parse(&to) else { return Ok(db.write(|tx| give_to_staff(tx, id))?) };
    // Outside any transaction: a slow provider must not hold the database.
    match texter.send(&Message { key: format!("call-{id}"), to, text: brief }) {
        Ok(()) => Ok(db.write(|tx| store::mark_text_sent(tx, id))?),
        Err(SendError::Later(why)) => Err(Trouble::later(why)),
        Err(SendError::Never(why)) => {
            tracing::warn!(call = %id, %why, "a text message was refused, somebody calls instead");
            Ok(db.write(|tx| give_to_staff(tx, id))?)
        }
    }
}

/// Puts what could not be sent on the list of the staff.
///
/// # Errors
/// When the database fails.
pub fn give_to_staff(tx: &mut Tx<'_>, id: CallId) -> Result<()> {
    store::let_wait(tx, id)
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
