//! Giving somebody another role. It acts at the person's next request.

use crate::accounts::store::{self, NewPerson};
use crate::accounts::{last_admin, standing};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::i18n::Locale;
use crate::journal::{self, Event};
use crate::kernel::{Actor, EmailAddress, PersonId};
use crate::policy::{self, Action, Role};

/// Gives a person another role than `was`, the one that the administrator saw.
///
/// # Errors
/// [`Code::LastAdmin`]; a conflict when the role is another by now.
pub fn give_role(db: &Db, actor: &Actor, person: PersonId, was: Role, role: Role) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::PeopleManage)?;
        change(tx, actor, person, was, role)
    })
}

/// Makes the person with this contact an administrator; somebody new gets this name. For the
/// command line, where whoever may start the program vouches for the contact.
pub fn make_admin(db: &Db, actor: &Actor, email: &EmailAddress, name: &str) -> Result<PersonId> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::PeopleManage)?;
        let new = NewPerson {
            email,
            display_name: name,
            organisation: None,
            about: None,
            locale: Locale::default(),
            role: Role::Resident,
            example: false,
            confirmed: true,
        };
        let id = store::insert(tx, &new)?;
        store::confirm(tx, id)?;
        let was = store::load(tx.conn, id)?.role;
        change(tx, actor, id, was, Role::Admin)?;
        Ok(id)
    })
}

fn change(tx: &mut Tx<'_>, actor: &Actor, id: PersonId, was: Role, role: Role) -> Result<()> {
    let person = store::load(tx.conn, id)?;
    if was == role && person.role == role {
        return Ok(());
    }
    if role != Role::Admin {
        last_admin::demand_another(tx, &person)?;
    }
    if !store::set_role(tx, id, was, role)? {
        return Err(Error::Conflict(Code::ChangedMeanwhile));
    }
    journal::record(tx, actor, &[Event::RoleGiven { person: id, role: role.to_string() }])?;
    Ok(())
}
