//! One use case per file: may? → load → store → record.

mod change;
mod create;

pub use change::change_group;
pub use create::create_group;

use crate::accounts::standing;
use crate::db::Conn;
use crate::error::Result;
use crate::kernel::Actor;
use crate::policy::{self, Action};

/// Demands that the actor may make groups and say what they are.
///
/// # Errors
/// What the permission table says to the actor.
pub fn demand(conn: &mut Conn, actor: &Actor) -> Result<()> {
    policy::authorise(&standing::of(conn, actor)?, Action::GroupManage)
}
