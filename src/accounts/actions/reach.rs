//! What comes back is noted with the address it was sent to; its reader says when it is right.

use crate::accounts::{reach, standing, store};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::kernel::token::Key;
use crate::kernel::{Actor, EmailId};
use crate::mail;
use crate::mail::dsn::Verdict;
use crate::policy::{self, Action};

/// Notes that a mail came back. Each mail counts once, however often it is told; `false` when nothing
/// followed, also for a mail that is forgotten by now.
///
/// # Errors
/// When the database fails.
pub fn mail_came_back(db: &Db, key: &Key, mail: EmailId, verdict: Verdict, said: &str) -> Result<bool> {
    if verdict == Verdict::Soft {
        return Ok(false);
    }
    db.write(|tx| {
        let Some(address) = mail::store::recipient(tx.conn, mail)? else { return Ok(false) };
        if !store::count_once(tx, mail, verdict)? {
            return Ok(false);
        }
        let (id, before) = store::hold(tx, key, &address)?;
        let Some(contact) = reach::after(before, verdict, tx.now) else { return Ok(false) };
        store::save_contact(tx, id, &contact, said, &address)?;
        Ok(true)
    })
}

/// The person says that the address is right: everything is mailed there again.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub fn address_is_right(db: &Db, actor: &Actor) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::AccountManage)?;
        store::forget_contacts_of(tx, actor.person().ok_or(Error::SignInNeeded)?)?;
        Ok(())
    })
}
