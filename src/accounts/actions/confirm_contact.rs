//! Confirming the contact that was left with an idea: from then on the person is its author.

use crate::accounts::store::{self, NewPerson};
use crate::accounts::tokens::{self, Purpose};
use crate::db::Db;
use crate::error::Result;
use crate::i18n::Texts;
use crate::policy::{self, Action, Role, Standing};
use crate::town::Town;

/// Uses up the link of a mail. It signs nobody in.
///
/// # Errors
/// [`crate::error::Code::LinkExpired`].
pub fn confirm_contact(db: &Db, town: &Town, link: &str) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, Action::SignIn)?;
        let mailed = tokens::redeem_link(tx, town, Purpose::ConfirmContact, link)?;
        if let Some(person) = store::address_change(tx.conn, mailed.id)? {
            return super::address::change_address(tx, town, person, &mailed);
        }
        let name = Texts::in_locale(mailed.locale).say("account-default-name");
        let person = match store::find_by_email(tx.conn, &mailed.email)? {
            Some(person) => person.id,
            None => store::insert(
                tx,
                &NewPerson {
                    email: &mailed.email,
                    display_name: &name,
                    organisation: None,
                    about: None,
                    locale: mailed.locale,
                    role: Role::Resident,
                    example: false,
                    confirmed: true,
                },
            )?,
        };
        store::confirm(tx, person)?;
        store::forget_bounces(tx, &town.key, &mailed.email)?;
        match mailed.idea {
            Some(idea) => store::give_authorship(tx, idea, person),
            None => Ok(()),
        }
    })
}
