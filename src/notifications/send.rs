//! One mail from the outbox to the mail server.

use super::fan_out::Still;
use super::kind::MailKind;
use super::{Trouble, bundles, fan_out, pace, returned, seats};
use crate::accounts::tokens::Purpose;
use crate::db::Db;
use crate::error::Result;
use crate::kernel::EmailId;
use crate::mail::{Admission, EmailState, Fault, Mailer, OutboundMail, SendError, Sent, store};
use crate::town::Town;

/// How often the note that a mail is sent is tried at once.
const NOTE_TRIES: usize = 3;

/// Sends a mail that still waits and notes that it is sent. Done twice it sends once, but for two cases:
/// the process dies between the server's answer and the note, or the connection breaks between the last
/// byte and the answer. Then the same Message-ID may go out again and the reader's program shows one mail;
/// `medskapa_mail_possible_doubles_total` counts both. `was_begun` says that somebody had the job before.
///
/// # Errors
/// [`Trouble`] in the words of the server; the worker decides when to try again.
pub fn send(db: &Db, town: &Town, mailer: &Mailer, id: EmailId, was_begun: bool) -> std::result::Result<(), Trouble> {
    let mut stored = db.read(|conn| store::load(conn, id))?;
    if stored.state != EmailState::Queued {
        return Ok(());
    }
    let now = db.clock().now();
    let kind: Option<MailKind> = stored.mail.kind.parse().ok();
    if !kind.is_some_and(MailKind::is_awaited)
        && let Some(until) = pace::quiet_until(now, mailer.quiet_hours())
    {
        return Err(Trouble::put_off(until, "no mail goes out at this hour"));
    }
    if kind == Some(MailKind::SignIn) && now > stored.mail.created_at.plus_minutes(Purpose::SignIn.minutes()) {
        return Err(Trouble::forever("its code is not valid any more"));
    }
    if let Some(number) = &stored.mail.thread {
        // It may have been hidden, or the words in it, while the mail waited for its turn or for the server.
        match db.read(|conn| fan_out::still(conn, &stored.mail, number))? {
            Still::True => {}
            Still::Gone => return Err(Trouble::forever("what it tells of is no longer shown")),
            // What was owed has come, or is owed on another day: the reader hears of that instead.
            Still::Outdated => return Ok(db.write(|tx| store::remove_queued(tx, id))?),
        }
    }
    if !db.read(|conn| returned::may_reach(conn, mailer, &stored.mail))? {
        // No failure: it is told on the page of those who are not reached.
        db.write(|tx| store::mark_dead(tx, id, returned::WITHHELD))?;
        return Ok(());
    }
    match still_right(db, town, kind, &stored.mail)? {
        Right::AsItIs => {}
        Right::WrittenAnew => stored = db.read(|conn| store::load(conn, id))?,
        Right::NothingLeft => return Ok(()),
    }
    if let Admission::Wait(until) = mailer.brake().admit(now) {
        return Err(Trouble::put_off(until, "the mail server cannot be reached"));
    }
    if was_begun {
        may_be_double("taken_over");
    }
    // Outside any transaction: a slow server must not hold the database.
    let sent = outcome(db, mailer, id, mailer.send(&stored.mail))?;
    note(db, id, &sent)?;
    Ok(())
}

/// What became of the words of a mail that is to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Right {
    AsItIs,
    WrittenAnew,
    NothingLeft,
}

/// Leaves out of a mail that tells of several ideas what may no longer be told. Where nothing is left, the
/// mail goes away.
fn still_right(
    db: &Db,
    town: &Town,
    kind: Option<MailKind>,
    mail: &OutboundMail,
) -> std::result::Result<Right, Trouble> {
    let anew = match kind {
        Some(MailKind::Bundle) if bundles::may_tell_of_what_is_gone(db, mail)? => {
            bundles::written_anew(db, town, mail)?
        }
        Some(MailKind::ReportBack) => seats::written_anew(db, town, mail)?,
        _ => return Ok(Right::AsItIs),
    };
    match anew {
        None => {
            db.write(|tx| store::remove_queued(tx, mail.id))?;
            Ok(Right::NothingLeft)
        }
        Some(anew) if anew.text == mail.text && anew.html == mail.html => Ok(Right::AsItIs),
        Some(anew) => {
            db.write(|tx| store::rewrite_queued(tx, mail.id, &anew))?;
            Ok(Right::WrittenAnew)
        }
    }
}

/// What an answer, or none, means for this mail and for the others.
fn outcome(
    db: &Db,
    mailer: &Mailer,
    id: EmailId,
    answer: std::result::Result<Sent, SendError>,
) -> std::result::Result<Sent, Trouble> {
    let now = db.clock().now();
    let error = match answer {
        Ok(sent) => {
            mailer.brake().answered(now);
            return Ok(sent);
        }
        Err(error) => error,
    };
    Err(match error {
        SendError::Later(why) => {
            mailer.brake().answered(now);
            Trouble::later(why)
        }
        SendError::Never(why) => {
            mailer.brake().answered(now);
            Trouble::forever(why)
        }
        SendError::NoReader(why) => {
            mailer.brake().answered(now);
            match returned::refused(db, mailer, id, &why) {
                Ok(()) => Trouble::forever(why),
                Err(error) => error.into(),
            }
        }
        SendError::Down { why, may_have_arrived } => {
            if may_have_arrived {
                may_be_double("no_answer");
            }
            match mailer.brake().failed(now) {
                Fault::OfTheMail => Trouble::later(why),
                Fault::OfTheServer(until) => Trouble::put_off(until, why),
            }
        }
    })
}

/// The server has it; a note that cannot be written would send it again.
fn note(db: &Db, id: EmailId, sent: &Sent) -> Result<()> {
    let mut outcome = Ok(false);
    for _ in 0..NOTE_TRIES {
        outcome = db.write(|tx| store::mark_sent(tx, id, &sent.server_said));
        if outcome.is_ok() {
            return Ok(());
        }
    }
    may_be_double("not_noted");
    outcome.map(drop)
}

fn may_be_double(why: &'static str) {
    metrics::counter!("medskapa_mail_possible_doubles_total", "why" => why).increment(1);
}
