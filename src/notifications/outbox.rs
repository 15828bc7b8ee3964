//! Mails into the outbox, each with the job that sends it and its place among the others.

use super::kind::MailKind;
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::kernel::token::token_hash;
use crate::kernel::{EmailAddress, EmailId};
use crate::mail::{NewEmail, store};
use crate::queue::{self, Job, Place};

/// Most mails written in one transaction; others who write wait no longer than for these.
pub(super) const BATCH: usize = 500;

/// Where a mail stands: first what somebody waits for, then own matters, then news, and to one reader the
/// oldest first. A code holds up nothing.
fn place(kind: &str, recipient: &EmailAddress) -> Place {
    let kind: Option<MailKind> = kind.parse().ok();
    let lane = kind.map_or(queue::Lane::Own, MailKind::lane);
    if kind.is_some_and(MailKind::is_code) {
        return Place::alone(lane);
    }
    // The list of jobs tells nobody's address.
    Place::behind(lane, format!("to:{}", token_hash(&recipient.folded())))
}

/// Adds the job that sends a mail of the outbox.
///
/// # Errors
/// Not found when there is no such mail.
pub fn add_send(tx: &mut Tx<'_>, email: EmailId) -> Result<()> {
    let mail = store::load(tx.conn, email)?.mail;
    queue::add(tx, Job::SendMail { email }, &place(&mail.kind, &mail.recipient))
}

/// Writes a mail and the job that sends it; none when it was there already.
pub(super) fn insert(tx: &mut Tx<'_>, mail: &NewEmail) -> Result<Option<EmailId>> {
    let Some(email) = store::insert(tx, mail)? else { return Ok(None) };
    queue::add(tx, Job::SendMail { email }, &place(&mail.kind, &mail.recipient))?;
    Ok(Some(email))
}

/// Writes mails that nobody chooses the pace of; those that are there already stay as they are.
pub(super) fn write(db: &Db, mails: &[NewEmail]) -> Result<()> {
    db.write(|tx| {
        for mail in mails {
            insert(tx, mail)?;
        }
        Ok(())
    })
}

/// As [`write`], but looks first: what is asked for every minute costs no write transaction.
pub(super) fn write_new(db: &Db, mails: &[NewEmail]) -> Result<()> {
    for batch in mails.chunks(BATCH) {
        let causes: Vec<&str> = batch.iter().map(|mail| mail.cause.as_str()).collect();
        let there = db.read(|conn| store::causes_there(conn, &causes))?;
        let new: Vec<NewEmail> = batch.iter().filter(|mail| !there.contains(&mail.cause)).cloned().collect();
        if !new.is_empty() {
            write(db, &new)?;
        }
    }
    Ok(())
}
