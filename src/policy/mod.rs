//! Who may do what. One table ([`table`]), printed to `docs/generated/permissions.md`.
//!
//! Not here: *when* something may be done; that is the life cycle of an idea. An action asks
//! both, first this. Pure: no database, no clock.

#![warn(clippy::wildcard_enum_match_arm)]

mod action;
mod standing;
mod table;

pub use action::Action;
pub use standing::{Relation, Role, Standing};
pub use table::{Verdict, markdown, verdict};

use crate::error::{Code, Error, Result};

/// Whether somebody who stands so may do this.
#[must_use]
pub fn allows(standing: &Standing, action: Action) -> bool {
    let mut allowed = false;
    for relation in Relation::ALL {
        if standing.has(*relation) {
            match verdict(action, *relation) {
                Verdict::Never => return false,
                Verdict::Yes => allowed = true,
                Verdict::No => {}
            }
        }
    }
    allowed
}

/// Demands that somebody who stands so may do this.
///
/// # Errors
/// [`Error::NotFound`] when the asker may not even see the subject, [`Error::SignInNeeded`] when
/// signing in could help, [`Code::OwnMatter`] when only the asker's own part in the matter forbids
/// it, [`Error::Forbidden`] otherwise.
pub fn authorise(standing: &Standing, action: Action) -> Result<()> {
    if allows(standing, action) {
        return Ok(());
    }
    if !standing.sees_subject {
        return Err(Error::NotFound);
    }
    if would_be_allowed(standing, action) {
        return Err(Error::refused(Code::OwnMatter));
    }
    if standing.signed_in() { Err(Error::Forbidden) } else { Err(Error::SignInNeeded) }
}

/// Whether the asker has the right and only loses it by what he or she also is.
fn would_be_allowed(standing: &Standing, action: Action) -> bool {
    Relation::ALL.iter().any(|relation| standing.has(*relation) && verdict(action, *relation) == Verdict::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_never_beats_every_yes() {
        let moderator_and_author =
            Standing { role: Some(Role::Moderator), author: true, sees_subject: true, ..Standing::default() };

        assert!(!allows(&moderator_and_author, Action::IdeaScreen));
    }

    #[test]
    fn a_moderator_is_told_that_it_is_an_own_matter() {
        let moderator_and_author =
            Standing { role: Some(Role::Moderator), author: true, sees_subject: true, ..Standing::default() };
        let author = Standing { role: Some(Role::Resident), ..moderator_and_author };

        let as_moderator = authorise(&moderator_and_author, Action::IdeaScreen);
        let as_resident = authorise(&author, Action::IdeaScreen);

        assert!(matches!(as_moderator, Err(Error::Refused { code: Code::OwnMatter, .. })));
        assert!(matches!(as_resident, Err(Error::Forbidden)));
    }

    #[test]
    fn a_visitor_who_may_not_see_finds_nothing() {
        let outcome = authorise(&Standing::default(), Action::IdeaEdit);

        assert!(matches!(outcome, Err(Error::NotFound)));
    }

    #[test]
    fn a_suspended_person_stands_as_a_visitor() {
        let suspended =
            Standing { role: Some(Role::Admin), suspended: true, sees_subject: true, ..Standing::default() };

        assert!(!allows(&suspended, Action::PeopleManage));
        assert!(allows(&suspended, Action::PublicRead));
    }
}
