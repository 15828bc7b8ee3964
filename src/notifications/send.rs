//! One mail from the outbox to the mail server.

use super::{Trouble, fan_out, returned};
use crate::db::Db;
use crate::kernel::EmailId;
use crate::mail::{EmailState, Mailer, SendError, store};

/// Sends a mail that still waits and notes that it is sent. Done twice it sends once, unless the
/// process dies between the server's answer and the note: then the same Message-ID goes out again
/// and the reader's program shows one mail.
///
/// # Errors
/// [`Trouble`] in the words of the server; the worker decides when to try again.
pub fn send(db: &Db, mailer: &Mailer, id: EmailId) -> Result<(), Trouble> {
    let stored = db.read(|conn| store::load(conn, id))?;
    if stored.state != EmailState::Queued {
        return Ok(());
    }
    if let Some(number) = &stored.mail.thread {
        // It may have been hidden while the mail waited for its turn or for the server.
        let may_go = db.read(|conn| fan_out::may_still_go(conn, &stored.mail.kind, number))?;
        if !may_go {
            return Err(Trouble::forever("its idea is no longer shown"));
        }
    }
    if !db.read(|conn| returned::may_reach(conn, mailer, &stored.mail))? {
        // No failure: it is told on the page of those who are not reached.
        db.write(|tx| store::mark_dead(tx, id, returned::WITHHELD))?;
        return Ok(());
    }
    // Outside any transaction: a slow server must not hold the database.
    let sent = mailer.send(&stored.mail).map_err(|error| match error {
        SendError::Later(why) => Trouble::later(why),
        SendError::Never(why) => Trouble::forever(why),
        SendError::NoReader(why) => match returned::refused(db, mailer, id, &why) {
            Ok(()) => Trouble::forever(why),
            Err(error) => error.into(),
        },
    })?;
    db.write(|tx| store::mark_sent(tx, id, &sent.server_said))?;
    Ok(())
}
