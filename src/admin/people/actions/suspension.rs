//! Suspending somebody, with a reason that he or she is told, and ending it. Both act at the
//! person's next request.

use crate::accounts::{last_admin, standing, store};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::journal::{self, Event};
use crate::kernel::text::Reason;
use crate::kernel::{Actor, PersonId};
use crate::policy::{self, Action};

/// Suspends a person.
///
/// # Errors
/// [`Code::OwnMatter`], [`Code::LastAdmin`]; a conflict when the person is suspended already.
pub fn suspend(db: &Db, actor: &Actor, person: PersonId, reason: &Reason) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::PeopleManage)?;
        let row = store::load(tx.conn, person)?;
        if actor.person() == Some(person) {
            return Err(Error::refused(Code::OwnMatter));
        }
        last_admin::demand_another(tx, &row)?;
        change(tx, actor, person, Some(reason.as_str()))
    })
}

/// Ends a suspension.
///
/// # Errors
/// A conflict when the person is not suspended.
pub fn end_suspension(db: &Db, actor: &Actor, person: PersonId) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::PeopleManage)?;
        store::load(tx.conn, person)?;
        change(tx, actor, person, None)
    })
}

fn change(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, reason: Option<&str>) -> Result<()> {
    if !store::set_suspension(tx, person, reason)? {
        return Err(Error::Conflict(Code::ChangedMeanwhile));
    }
    let suspended = reason.is_some();
    journal::record(tx, actor, &[Event::SuspensionChanged { person, suspended }])?;
    Ok(())
}
