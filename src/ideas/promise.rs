//! What becomes of a promised day when an idea moves. Pure; the results count these promises.
//!
//! The day that was set first is the promise: whoever gives a new day with a reason is honest, and
//! has not kept the first one. While somebody who was asked has the ball the clock stands still.

#![warn(clippy::wildcard_enum_match_arm)]

use super::clock::CAN_BE_LATE;
use super::lifecycle::State;
use crate::kernel::{Date, GroupId};

/// What of an idea a promise depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Where it is.
    pub state: State,
    /// By when the next step is owed.
    pub due_on: Option<Date>,
    /// Who has it.
    pub group: Option<GroupId>,
}

/// What becomes of the promise that was open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It stays as it is.
    Stays,
    /// The step was taken.
    Kept,
    /// Nobody owes it any more: the author took the idea back, or another group has it. A day that had passed by then
    /// stays missed.
    Dropped,
    /// Its clock stands still from now on.
    Paused,
    /// Its clock goes on.
    GoesOn,
}

/// What a move does to promises: to the open one, and whether a new one begins.
#[must_use]
pub fn turn(before: Held, after: Held, renewed: bool) -> (End, bool) {
    let end = end(before, after, renewed);
    let owed = CAN_BE_LATE.contains(&after.state) && after.due_on.is_some();
    let new = after.state != before.state || before.due_on.is_none() || end != End::Stays;
    (end, owed && new && end != End::GoesOn)
}

fn end(before: Held, after: Held, renewed: bool) -> End {
    let owed = CAN_BE_LATE.contains(&before.state) && before.due_on.is_some();
    let waits = |state| matches!(state, State::AwaitingAnswer | State::Forwarded);
    match (before.state, after.state) {
        (_, State::Withdrawn) => End::Dropped,
        (from, to) if waits(from) && waits(to) => End::Stays,
        (from, State::WithGroup) if waits(from) => End::GoesOn,
        (from, _) if waits(from) => End::Kept,
        _ if !owed => End::Stays,
        (_, to) if waits(to) => End::Paused,
        (from, to) if from != to || renewed => End::Kept,
        // Counted anew from the day on which the other group took it over.
        _ if before.group.is_some() && before.group != after.group => End::Dropped,
        _ => End::Stays,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(state: State, due: &str, group: i64) -> Held {
        Held { state, due_on: Date::parse(due), group: Some(GroupId::new(group)) }
    }

    #[test]
    fn each_move_ends_or_begins_what_it_should() {
        use State as S;
        let (early, late) = ("2026-12-01", "2027-02-01");
        for (before, after, renewed, expected) in [
            (held(S::Draft, "", 1), held(S::Screening, early, 1), false, (End::Stays, true)),
            (held(S::Screening, early, 1), held(S::Open, "", 1), false, (End::Kept, false)),
            (held(S::Screening, early, 1), held(S::Withdrawn, "", 1), false, (End::Dropped, false)),
            (held(S::Open, "", 1), held(S::WithGroup, early, 1), false, (End::Stays, true)),
            (held(S::WithGroup, early, 1), held(S::Proposal, late, 1), false, (End::Kept, true)),
            (held(S::WithGroup, early, 1), held(S::AwaitingAnswer, late, 1), false, (End::Paused, false)),
            (held(S::AwaitingAnswer, early, 1), held(S::WithGroup, late, 1), false, (End::GoesOn, false)),
            (held(S::Forwarded, early, 1), held(S::Declined, "", 1), false, (End::Kept, false)),
            (held(S::Forwarded, early, 1), held(S::Accepted, late, 1), false, (End::Kept, true)),
            (held(S::WithGroup, early, 1), held(S::WithGroup, late, 1), false, (End::Stays, false)),
            (held(S::WithGroup, early, 1), held(S::WithGroup, late, 2), false, (End::Dropped, true)),
            (held(S::Proposal, early, 1), held(S::Ballot, "", 1), false, (End::Kept, false)),
            (held(S::Ballot, "", 1), held(S::Ballot, late, 1), false, (End::Stays, true)),
            (held(S::Ballot, early, 1), held(S::Declined, "", 1), false, (End::Kept, false)),
            (held(S::UnderWay, early, 1), held(S::UnderWay, late, 1), true, (End::Kept, true)),
            (held(S::UnderWay, early, 1), held(S::UnderWay, late, 1), false, (End::Stays, false)),
            (held(S::Declined, "", 1), held(S::WithGroup, late, 1), false, (End::Stays, true)),
        ] {
            assert_eq!(turn(before, after, renewed), expected, "{before:?} {after:?} {renewed}");
        }
    }
}
