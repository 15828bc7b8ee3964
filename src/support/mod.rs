//! Support: how many people stand behind an idea, without knowing who.
//!
//! A support is a keyed hash of idea and person. The key is kept outside the database, so the rows
//! alone tell nobody who supports what, and the same person supporting two ideas leaves two hashes
//! with nothing in common. No moment is stored. Support is not a ballot ([`crate::ballots`]): it
//! decides nothing, anyone may give it, and it can be taken back.
//!
//! Not here: whether an idea can be supported just now, and its stored count (that is
//! `ideas::actions`). Called by actions, which have asked the policy first.

pub mod store;
pub mod ticket;

use crate::kernel::{IdeaId, PersonId};
use crate::town::Town;

/// The name under which a person supports an idea: 43 characters that lead back to nobody
/// without the town's key.
#[must_use]
pub fn supporter_key(town: &Town, idea: IdeaId, person: PersonId) -> String {
    town.key.hash("support", &[&idea.to_string(), &person.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Random;
    use crate::kernel::token::Key;
    use crate::town::Settings;

    fn town(key: u8) -> Town {
        Town { settings: Settings::default(), key: Key::new(vec![key; 32]), random: Random::System }
    }

    #[test]
    fn a_person_has_another_name_for_every_idea_and_under_every_key() {
        let (idea, person) = (IdeaId::new(1), PersonId::new(23));

        let name = supporter_key(&town(1), idea, person);

        assert_eq!(name, supporter_key(&town(1), idea, person));
        assert_ne!(name, supporter_key(&town(1), IdeaId::new(2), person));
        assert_ne!(name, supporter_key(&town(1), IdeaId::new(12), PersonId::new(3)));
        assert_ne!(name, supporter_key(&town(2), idea, person));
    }
}
