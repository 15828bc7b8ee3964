//! What an actor is on the whole site, without a subject: for accounts and administration.

use super::store;
use crate::db::Conn;
use crate::error::Result;
use crate::kernel::Actor;
use crate::policy::Standing;

/// What the actor is, read from the row now: another role or a suspension acts at once.
pub fn of(conn: &mut Conn, actor: &Actor) -> Result<Standing> {
    let person = actor.person().map(|id| store::load(conn, id)).transpose()?;
    Ok(Standing {
        role: person.as_ref().map(|person| person.role),
        suspended: person.is_some_and(|person| person.suspended),
        sees_subject: true,
        system: *actor == Actor::System,
        ..Standing::default()
    })
}
