//! Ending sign-ins: this one, one of the list, or all others. It acts at the next request.

use crate::accounts::{standing, store};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::kernel::{Actor, PersonId, SessionId};
use crate::policy::{self, Action};

/// Ends the sign-in in use.
pub fn sign_out(db: &Db, actor: &Actor) -> Result<()> {
    db.write(|tx| {
        let (person, session) = signed_in(tx, actor)?;
        store::revoke_session(tx, person, session).map(drop)
    })
}

/// Ends a sign-in or an API token of the person. One that has ended stays so.
///
/// # Errors
/// Not found, also for another person's.
pub fn end_session(db: &Db, actor: &Actor, session: SessionId) -> Result<()> {
    db.write(|tx| {
        let (person, _) = signed_in(tx, actor)?;
        store::session_times(tx.conn, person, session)?;
        store::revoke_session(tx, person, session).map(drop)
    })
}

/// Ends every sign-in but the one in use; API tokens stay.
pub fn end_other_sessions(db: &Db, actor: &Actor) -> Result<()> {
    db.write(|tx| {
        let (person, session) = signed_in(tx, actor)?;
        store::revoke_other_sessions(tx, person, session)
    })
}

fn signed_in(tx: &mut Tx<'_>, actor: &Actor) -> Result<(PersonId, SessionId)> {
    policy::authorise(&standing::of(tx.conn, actor)?, Action::AccountManage)?;
    match actor {
        Actor::Person { id, session, .. } => Ok((*id, *session)),
        Actor::Visitor { .. } | Actor::System => Err(Error::SignInNeeded),
    }
}
