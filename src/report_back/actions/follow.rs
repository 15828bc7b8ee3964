//! Hearing from whoever speaks for somebody in a group, and ending it.

use crate::accounts::standing;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::kernel::{Actor, PersonId, SeatId};
use crate::policy::{self, Action};
use crate::report_back::store::{self, Place};

/// Lets the signed-in person hear from this seat. A second time changes nothing.
///
/// # Errors
/// Not found, or sign-in needed.
pub fn follow(db: &Db, actor: &Actor, (slug, seat): (&str, SeatId)) -> Result<()> {
    db.write(|tx| {
        let (place, person) = followable(tx, actor, slug, seat)?;
        store::follow(tx, &place, person)
    })
}

/// Ends it.
///
/// # Errors
/// As [`follow`].
pub fn end_follow(db: &Db, actor: &Actor, (slug, seat): (&str, SeatId)) -> Result<()> {
    db.write(|tx| {
        let (place, person) = followable(tx, actor, slug, seat)?;
        store::end_follow(tx, &place, person)
    })
}

fn followable(tx: &mut Tx<'_>, actor: &Actor, slug: &str, seat: SeatId) -> Result<(Place, PersonId)> {
    let (_, place) = store::place(tx.conn, slug, seat)?;
    policy::authorise(&standing::of(tx.conn, actor)?, Action::SeatFollow)?;
    let person = actor.person().ok_or(Error::SignInNeeded)?;
    Ok((place, person))
}
