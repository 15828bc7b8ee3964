//! A refusal that was appealed is judged by somebody else than the one who refused, and once.

use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::ideas::store::{self, Idea};
use crate::kernel::Actor;

/// Whether the idea is read because of an appeal; the actor may then judge it.
///
/// # Errors
/// [`Code::SameModerator`] when the actor took the decision that was appealed.
pub(super) fn is_appeal(tx: &mut Tx<'_>, actor: &Actor, idea: &Idea) -> Result<bool> {
    let Some(first) = store::first_moderator_of_open_appeal(tx.conn, idea.id)? else { return Ok(false) };
    if actor.person() == Some(first) {
        return Err(Error::refused(Code::SameModerator));
    }
    Ok(true)
}

/// Ends the appeal: the actor has published the idea or refused it for good.
pub(super) fn close(tx: &mut Tx<'_>, actor: &Actor, idea: &Idea) -> Result<()> {
    store::close_appeal(tx, idea.id, actor.person())
}
