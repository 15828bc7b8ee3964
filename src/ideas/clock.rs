//! Who owes the next step of an idea, and by which day. Pure, and the one answer: pages, lists,
//! the API, the steps after a missed day and the mails about them all ask here.
//!
//! `late` is never stored. The day itself is still in time; late is the day after.

#![warn(clippy::wildcard_enum_match_arm)]

use super::lifecycle::State;
use crate::kernel::Date;
use crate::policy::{self, Action, Standing};
use crate::word_enum;

word_enum! {
    /// Whoever has the ball.
    pub enum Ower {
        /// The moderators: reading what came in.
        Moderators = "moderators",
        /// The author: changing what was returned.
        Author = "author",
        /// The lead group: an answer.
        Group = "group",
        /// Somebody who was asked, or a body outside.
        Asked = "asked",
        /// Whoever has promised to see it carried out.
        Owner = "owner",
    }
}

/// A next step that somebody owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// Who.
    pub by: Ower,
    /// The last day in time.
    pub on: Date,
}

/// Whether somebody who stands so can give a new day for what this one owes.
#[must_use]
pub fn may_put_off(standing: &Standing, by: Ower) -> bool {
    match by {
        Ower::Moderators => policy::allows(standing, Action::IdeaScreen),
        Ower::Group => standing.lead,
        Ower::Owner => standing.lead || standing.owner,
        Ower::Author | Ower::Asked => false,
    }
}

/// The states in which somebody can be late: the step does not come by itself when the day has
/// passed, as it does where the author or somebody asked has not answered.
pub const CAN_BE_LATE: [State; 8] = [
    State::Screening,
    State::Closed,
    State::WithGroup,
    State::Proposal,
    State::Ballot,
    State::Accepted,
    State::PartlyAccepted,
    State::UnderWay,
];

/// Who owes the next step in a state.
#[must_use]
pub const fn ower(state: State) -> Option<Ower> {
    match state {
        State::Screening => Some(Ower::Moderators),
        State::Returned => Some(Ower::Author),
        State::Closed | State::WithGroup | State::Proposal | State::Ballot => Some(Ower::Group),
        State::AwaitingAnswer | State::Forwarded => Some(Ower::Asked),
        State::Accepted | State::PartlyAccepted | State::UnderWay => Some(Ower::Owner),
        State::Draft
        | State::Refused
        | State::Open
        | State::Declined
        | State::Done
        | State::Stopped
        | State::Merged
        | State::Withdrawn => None,
    }
}

/// What is owed about an idea. A ballot that is held has no such day: its closing time comes by itself.
#[must_use]
pub fn owed(state: State, due_on: Option<Date>) -> Option<Owed> {
    Some(Owed { by: ower(state)?, on: due_on? })
}

impl Owed {
    /// Whether it should have been done before today.
    #[must_use]
    pub fn is_late(self, today: Date) -> bool {
        self.on < today
    }
}

/// The day that was missed, if one was.
#[must_use]
pub fn missed(state: State, due_on: Option<Date>, today: Date) -> Option<Date> {
    owed(state, due_on).filter(|owed| owed.is_late(today)).map(|owed| owed.on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn each_state_has_somebody_who_owes_or_nobody_has_to() {
        let owers: Vec<(State, &str)> =
            State::ALL.iter().map(|state| (*state, ower(*state).map_or("–", Ower::as_str))).collect();

        assert_eq!(
            owers,
            [
                (State::Draft, "–"),
                (State::Screening, "moderators"),
                (State::Returned, "author"),
                (State::Refused, "–"),
                (State::Open, "–"),
                (State::Closed, "group"),
                (State::WithGroup, "group"),
                (State::AwaitingAnswer, "asked"),
                (State::Forwarded, "asked"),
                (State::Proposal, "group"),
                (State::Ballot, "group"),
                (State::Accepted, "owner"),
                (State::PartlyAccepted, "owner"),
                (State::Declined, "–"),
                (State::UnderWay, "owner"),
                (State::Done, "–"),
                (State::Stopped, "–"),
                (State::Merged, "–"),
                (State::Withdrawn, "–"),
            ]
        );
    }

    #[test]
    fn the_day_itself_is_in_time_and_the_next_is_late() {
        let due = Some(day("2026-11-20"));

        assert_eq!(missed(State::WithGroup, due, day("2026-11-20")), None);
        assert_eq!(missed(State::WithGroup, due, day("2026-11-21")), due);
        assert_eq!(missed(State::Open, due, day("2026-11-21")), None, "nobody owes anything");
        assert_eq!(missed(State::Ballot, None, day("2026-11-21")), None, "while it is held");
    }

    #[test]
    fn who_can_be_late_owes_something_and_the_others_run_out_by_themselves() {
        for state in State::ALL {
            let runs_out = matches!(ower(*state), Some(Ower::Author | Ower::Asked));
            assert_eq!(CAN_BE_LATE.contains(state), ower(*state).is_some() && !runs_out, "{state}");
        }
    }
}
