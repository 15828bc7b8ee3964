//! Leaving for good: name and contact go, ideas and decisions stay.

use crate::accounts::store::{self, Taken};
use crate::accounts::{last_admin, standing};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::i18n::{Locale, Texts};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::mail;
use crate::policy::{self, Action};

/// Takes everything away that says who the person is, and ends sign-ins, tokens and seats.
///
/// # Errors
/// [`crate::error::Code::LastAdmin`].
pub fn leave(db: &Db, actor: &Actor) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::AccountManage)?;
        let id = actor.person().ok_or(Error::SignInNeeded)?;
        let person = store::load(tx.conn, id)?;
        last_admin::demand_another(tx, &person)?;

        // What remains is read by the whole town, so it is in the town's language.
        let name = Texts::in_locale(Locale::default()).say("account-removed-name");
        // `.invalid` never belongs to anybody (RFC 2606).
        let contact = format!("removed-{id}@removed.invalid");
        mail::store::forget_reader(tx, id, &contact)?;
        for idea in store::take_ideas(tx, id, &name)? {
            journal::search_changed(tx, idea, true)?;
        }
        let groups = store::forget(tx, id, &Taken { name: &name, contact: &contact })?;
        let ended: Vec<Event> = groups.into_iter().map(|group| Event::SeatEnded { group, person: id }).collect();
        journal::record(tx, actor, &ended)?;
        Ok(())
    })
}
