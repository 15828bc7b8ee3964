//! What a person can do with saved searches, one use case per file.

mod end;
mod save;
mod see;

pub use end::end;
pub use save::{RawSavedSearch, save};
pub use see::{RawSeen, see};

use crate::accounts::standing;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::kernel::{Actor, PersonId};
use crate::policy::{self, Action};

/// The signed-in person, who looks after what is his or her own.
///
/// # Errors
/// Sign-in needed.
pub fn demand(conn: &mut Conn, actor: &Actor) -> Result<PersonId> {
    policy::authorise(&standing::of(conn, actor)?, Action::AccountManage)?;
    actor.person().ok_or(Error::SignInNeeded)
}
