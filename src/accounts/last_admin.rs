//! There is always an administrator who can act.

use super::store::{self, Person};
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::policy::Role;

/// Demands that somebody else can administrate when this person no longer does.
///
/// # Errors
/// [`Code::LastAdmin`].
pub fn demand_another(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    let acts = person.role == Role::Admin && !person.suspended;
    if acts && store::hold_admins(tx)? <= 1 {
        return Err(Error::refused(Code::LastAdmin));
    }
    Ok(())
}
