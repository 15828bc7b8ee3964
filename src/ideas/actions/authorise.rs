//! Whether somebody may take a step at all, asked before a form is read, so that whoever may not
//! is told that and nothing else.

use crate::db::Db;
use crate::error::Result;
use crate::ideas::{standing, store};
use crate::kernel::Actor;
use crate::policy::Action;

/// Demands that the actor sees the idea with this number and may do this with it. The step itself
/// asks again, in its own transaction.
///
/// # Errors
/// Not found, sign-in needed, or forbidden.
pub fn authorise(db: &Db, actor: &Actor, number: &str, action: Action) -> Result<()> {
    let today = db.clock().now().date();
    db.read(|conn| {
        let idea = store::load_by_number(conn, number)?;
        let standing = standing::of(conn, actor, &idea, today)?;
        standing::authorise(&standing, action)
    })
}
