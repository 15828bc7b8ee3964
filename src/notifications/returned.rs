//! Mails that came back: what is told of them goes to [`crate::accounts`], which remembers it with the
//! address.
//!
//! Three ways: the server refuses the reader while it is talked to; a report lies in the folder into which
//! the mail server puts what comes back (Maildir); the mail server hands a report over by HTTP.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::MailKind;
use super::store::news_in;
use crate::accounts::{actions, reach, store};
use crate::db::{Conn, Db};
use crate::error::{Error, Result};
use crate::kernel::EmailId;
use crate::mail::dsn::{self, REPORT_LIMIT};
use crate::mail::{Mailer, OutboundMail};

/// What stands where others have the server's answer, at a mail that was not sent because of its address.
pub const WITHHELD: &str = "withheld";
/// Most reports that are read in one round of the timer.
const MOST_REPORTS: usize = 200;

/// Whether a mail may go to its reader's address; what was asked for just now always may.
pub(super) fn may_reach(conn: &mut Conn, mailer: &Mailer, mail: &OutboundMail) -> Result<bool> {
    let Some(mark) = store::mark_of(conn, mailer.key(), &mail.recipient)? else { return Ok(true) };
    let is_asked_for = mail.kind.parse().is_ok_and(|kind: MailKind| kind.is_code());
    // News can be stopped with one press; a bundle may tell of something beside them that is owed.
    let is_owed = news_in(conn, mail.id)?.iter().any(|row| row.channel.outlives_a_complaint());
    Ok(reach::may_go(Some(mark), is_asked_for, mail.unsubscribe.is_some() && !is_owed))
}

/// Notes that a server has refused the reader of a mail.
pub(super) fn refused(db: &Db, mailer: &Mailer, mail: EmailId, said: &str) -> Result<()> {
    actions::mail_came_back(db, mailer.key(), mail, dsn::of_answer(said), said)?;
    Ok(())
}

/// Notes what a report says; `false` when it is none of ours, or was noted before.
///
/// # Errors
/// When the database fails.
pub fn take_report(db: &Db, mailer: &Mailer, raw: &[u8]) -> Result<bool> {
    let Some(report) = dsn::read(raw, mailer.key()) else { return Ok(false) };
    actions::mail_came_back(db, mailer.key(), report.mail, report.verdict, &report.said)
}

/// Reads what lies in the folder. Each report is moved to `cur` once it is noted; a crash in between has it
/// read again, which changes nothing.
///
/// # Errors
/// The first failure, after every report has had its turn.
pub fn read_returned(db: &Db, mailer: &Mailer) -> Result<()> {
    let Some(folder) = mailer.returned_folder() else { return Ok(()) };
    let mut first = Ok(());
    for file in waiting(&folder.join("new"))? {
        let outcome = read_start(&file).and_then(|raw| take_report(db, mailer, &raw)).and_then(|counted| {
            tracing::info!(counted, "a mail came back");
            put_away(folder, &file)
        });
        if first.is_ok() {
            first = outcome;
        }
    }
    first
}

/// The files, by name: a Maildir's names begin with the moment.
fn waiting(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(unusable)?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(std::result::Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files.truncate(MOST_REPORTS);
    Ok(files)
}

fn read_start(file: &Path) -> Result<Vec<u8>> {
    let mut raw = Vec::new();
    let most = u64::try_from(REPORT_LIMIT).unwrap_or(u64::MAX);
    fs::File::open(file).and_then(|file| file.take(most).read_to_end(&mut raw)).map_err(unusable)?;
    Ok(raw)
}

/// `:2,S` says "seen" to every program that knows Maildir.
fn put_away(folder: &Path, file: &Path) -> Result<()> {
    let Some(name) = file.file_name() else { return Ok(()) };
    let mut seen = name.to_owned();
    seen.push(":2,S");
    fs::rename(file, folder.join("cur").join(seen)).map_err(unusable)
}

fn unusable(error: std::io::Error) -> Error {
    Error::Unavailable(error.into())
}
