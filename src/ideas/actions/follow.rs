//! Following an idea, and ending it.

use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::follows;
use crate::ideas::{standing, store};
use crate::kernel::{Actor, IdeaId, PersonId};
use crate::policy::Action;

/// Lets the signed-in person hear about the idea with this number. A second time changes nothing.
///
/// # Errors
/// Not found, or sign-in needed.
pub fn follow(db: &Db, actor: &Actor, number: &str) -> Result<()> {
    db.write(|tx| {
        let (idea, person) = followable(tx, actor, number)?;
        follows::store::follow(tx, idea, person)?;
        Ok(())
    })
}

/// Ends it. Nothing changes when the person did not follow.
///
/// # Errors
/// As [`follow`].
pub fn end_follow(db: &Db, actor: &Actor, number: &str) -> Result<()> {
    db.write(|tx| {
        let (idea, person) = followable(tx, actor, number)?;
        follows::store::end(tx, idea, person)?;
        Ok(())
    })
}

fn followable(tx: &mut Tx<'_>, actor: &Actor, number: &str) -> Result<(IdeaId, PersonId)> {
    let idea = store::load_by_number(tx.conn, number)?;
    let standing = standing::of(tx.conn, actor, &idea, tx.now.date())?;
    standing::authorise(&standing, Action::IdeaFollow)?;
    let person = actor.person().ok_or(Error::SignInNeeded)?;
    Ok((idea.id, person))
}
