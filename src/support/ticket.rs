//! The address at which somebody without a sign-in sees the support just confirmed, and can take
//! it back. It names the supporter by the keyed hash and is signed; nothing about it is stored.

use super::supporter_key;
use crate::kernel::token::same;
use crate::kernel::{IdeaId, PersonId, Timestamp};
use crate::town::Town;

/// Hours for which a ticket works. Later, the person signs in with the same address.
pub const TICKET_HOURS: i64 = 24;

/// A ticket that is ours and not too old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// The idea.
    pub idea: IdeaId,
    /// The name under which the person supports it.
    pub supporter: String,
}

/// A ticket for a person who has just supported an idea.
#[must_use]
pub fn issue(town: &Town, idea: IdeaId, person: PersonId, now: Timestamp) -> String {
    let until = now.plus_minutes(TICKET_HOURS * 60).seconds();
    let supporter = supporter_key(town, idea, person);
    let proof = proof(town, &idea.to_string(), &until.to_string(), &supporter);
    format!("{idea}.{until}.{supporter}.{proof}")
}

/// Reads a ticket; nothing for one that is too old, changed or made up.
#[must_use]
pub fn read(town: &Town, text: &str, now: Timestamp) -> Option<Ticket> {
    let mut parts = text.split('.');
    let (idea, until, supporter, given) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_ours = parts.next().is_none() && same(&proof(town, idea, until, supporter), given);
    if !is_ours || until.parse::<i64>().ok()? <= now.seconds() {
        return None;
    }
    Some(Ticket { idea: idea.parse().ok()?, supporter: supporter.to_owned() })
}

fn proof(town: &Town, idea: &str, until: &str, supporter: &str) -> String {
    town.key.hash("support-ticket", &[idea, until, supporter])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Random;
    use crate::kernel::token::Key;
    use crate::town::Settings;

    #[test]
    fn a_ticket_opens_its_own_support_for_a_day_and_nothing_else() {
        let town = Town { settings: Settings::default(), key: Key::new(vec![7; 32]), random: Random::System };
        let other = Town { key: Key::new(vec![8; 32]), ..town.clone() };
        let now = Timestamp::from_microseconds(1_795_348_805_000_000);
        let (idea, person) = (IdeaId::new(4), PersonId::new(9));

        let text = issue(&town, idea, person, now);

        let expected = Ticket { idea, supporter: supporter_key(&town, idea, person) };
        assert_eq!(read(&town, &text, now), Some(expected));
        assert_eq!(read(&town, &text, now.plus_minutes(TICKET_HOURS * 60)), None);
        assert_eq!(read(&other, &text, now), None);
        assert_eq!(read(&town, &text.replacen('4', "5", 1), now), None);
        assert_eq!(read(&town, &format!("{text}.1"), now), None);
        for text in ["", "....", "a.b.c.d", "proof.12"] {
            assert_eq!(read(&town, text, now), None, "{text}");
        }
    }
}
