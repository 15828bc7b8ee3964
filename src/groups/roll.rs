//! Who may vote in a body on a day. Pure.

use std::collections::BTreeSet;

use super::{GroupKind, SeatRole};
use crate::kernel::{Date, PersonId};

/// A seat as far as the roll is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatTerm {
    /// Who holds it.
    pub person: PersonId,
    /// What the person does in the group.
    pub role: SeatRole,
    /// First day.
    pub starts_on: Date,
    /// Last day, if the term has one.
    pub ends_on: Option<Date>,
}

impl SeatTerm {
    /// Whether the seat is held on this day; the first and the last day count.
    #[must_use]
    pub fn is_held_on(&self, day: Date) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|last| last >= day)
    }
}

/// The people who may vote on a day, each once however many seats they hold, in order of their
/// ids. In the youth council the coordinator is a grown-up who supports the young and has no vote
/// (domain 2.7).
#[must_use]
pub fn roll(kind: GroupKind, seats: &[SeatTerm], day: Date) -> Vec<PersonId> {
    let votes = |role| match kind {
        GroupKind::YouthCouncil => role != SeatRole::Coordinator,
        GroupKind::Steering | GroupKind::Process => true,
    };
    let entitled: BTreeSet<PersonId> =
        seats.iter().filter(|seat| seat.is_held_on(day) && votes(seat.role)).map(|seat| seat.person).collect();
    entitled.into_iter().collect()
}

/// How many of a roll must vote before a ballot counts: the given part of it, rounded up, and at
/// least one.
#[must_use]
pub fn quorum(roll_size: usize, percent: i32) -> i32 {
    let roll_size = i64::try_from(roll_size).unwrap_or(i64::MAX / 100);
    let needed = (roll_size * i64::from(percent.clamp(1, 100)) + 99) / 100;
    i32::try_from(needed.max(1)).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn seat(person: i64, role: SeatRole, from: &str, to: Option<&str>) -> SeatTerm {
        SeatTerm { person: PersonId::new(person), role, starts_on: day(from), ends_on: to.map(day) }
    }

    fn ids(people: &[PersonId]) -> Vec<i64> {
        people.iter().map(|person| person.get()).collect()
    }

    #[test]
    fn the_first_and_the_last_day_of_a_term_count() {
        let seats = [seat(1, SeatRole::Member, "2026-01-01", Some("2026-12-31"))];

        for (text, there) in [("2025-12-31", 0), ("2026-01-01", 1), ("2026-12-31", 1), ("2027-01-01", 0)] {
            assert_eq!(roll(GroupKind::Steering, &seats, day(text)).len(), there, "{text}");
        }
    }

    #[test]
    fn a_person_with_two_seats_votes_once() {
        let seats = [
            seat(2, SeatRole::Chair, "2026-01-01", None),
            seat(1, SeatRole::Member, "2026-01-01", None),
            seat(2, SeatRole::Member, "2026-06-01", None),
        ];

        assert_eq!(ids(&roll(GroupKind::Steering, &seats, day("2026-07-01"))), [1, 2]);
    }

    #[test]
    fn the_grown_up_of_the_youth_council_has_no_vote() {
        let seats = [
            seat(1, SeatRole::Coordinator, "2026-01-01", None),
            seat(2, SeatRole::Chair, "2026-01-01", None),
            seat(3, SeatRole::Secretary, "2026-01-01", None),
        ];

        assert_eq!(ids(&roll(GroupKind::YouthCouncil, &seats, day("2026-07-01"))), [2, 3]);
        assert_eq!(ids(&roll(GroupKind::Steering, &seats, day("2026-07-01"))), [1, 2, 3]);
    }

    #[test]
    fn a_quorum_is_rounded_up_and_never_nobody() {
        assert_eq!(quorum(9, 50), 5);
        assert_eq!(quorum(10, 50), 5);
        assert_eq!(quorum(0, 50), 1);
        assert_eq!(quorum(3, 100), 3);
        assert_eq!(quorum(3, 1), 1);
    }
}
