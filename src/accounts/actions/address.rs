//! Another address: the new one has to be confirmed, and the old one is told.
//!
//! On the page only: a key for the API is not to be able to take an account over.

use crate::accounts::tokens::{self, MailedToken, Purpose};
use crate::accounts::{standing, store};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::i18n::Locale;
use crate::kernel::{Actor, EmailAddress, PersonId};
use crate::policy::{self, Action};
use crate::queue::{self, Job, Lane, Place};
use crate::town::Town;

/// Mails a link to the new address. Whether somebody has it already is not told.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub fn ask_address(db: &Db, town: &Town, actor: &Actor, new: &EmailAddress, locale: Locale) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::AccountManage)?;
        let person = actor.person().ok_or(Error::SignInNeeded)?;
        let token = tokens::issue(tx, town, Purpose::ConfirmContact, new, None, locale)?;
        // An address that had many mails within the hour gives an older link, maybe that of an idea.
        if tokens::load(tx.conn, token)?.idea.is_none() { store::ask_address(tx, token, person) } else { Ok(()) }
    })
}

/// Gives the person the address that the link was mailed to.
///
/// # Errors
/// [`Code::LinkExpired`] when somebody else has it by now.
pub(super) fn change_address(tx: &mut Tx<'_>, town: &Town, person: PersonId, mailed: &MailedToken) -> Result<()> {
    let holder = store::find_by_email(tx.conn, &mailed.email)?;
    if holder.is_some_and(|holder| holder.id != person) {
        return Err(Error::refused(Code::LinkExpired));
    }
    if store::change_address(tx, mailed.id, person, &mailed.email)? {
        // Whoever reads the new address has the account from now on, and nobody else: somebody may have
        // written another's address, to look on later.
        store::revoke_all_sessions(tx, person)?;
        queue::add(tx, Job::MailOldAddress { change: mailed.id }, &Place::alone(Lane::Awaited))?;
    }
    store::forget_contacts_of(tx, person)?;
    store::forget_bounces(tx, &town.key, &mailed.email)
}
