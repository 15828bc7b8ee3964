//! The life cycle of an idea: one pure function over states and commands (domain section 4).
//!
//! [`decide`] says what follows from a command, or why it cannot be. It knows no database, no
//! clock and no person: *who* may give a command is in [`crate::policy`]. The table that the
//! function spans is printed to `docs/generated/lifecycle.md`.

#![warn(clippy::wildcard_enum_match_arm)]

mod command;
mod print;
mod rules;
mod state;
#[cfg(test)]
mod tests;

pub use command::{BallotFact, Command, CommandKind, Facts, StoppedClock};
pub use print::markdown;
pub use state::{Ground, Outcome, State};

use crate::error::{Code, Error};
use crate::kernel::Date;
use crate::town::Clocks;

/// What follows from a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The state after it.
    pub next: State,
    /// The day by which whoever has the ball owes the next step; none where nobody owes one.
    pub due_on: Option<Date>,
}

/// Why a command cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not in this state.
    NotNow,
    /// A rule says no.
    Rule(Code),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotNow => Self::Conflict(Code::NotNow),
            Refusal::Rule(code) => Self::refused(code),
        }
    }
}

/// What follows when `command` is given to an idea in `state` on the day `today`.
///
/// # Errors
/// The refusal, when the command is not possible in this state or a rule forbids it.
pub fn decide(state: State, command: Command, facts: &Facts, clocks: &Clocks, today: Date) -> Result<Change, Refusal> {
    let case = rules::Case { state, command, facts, clocks, today };
    match state {
        State::Draft => case.in_draft(),
        State::Screening => case.in_screening(),
        State::Returned => case.in_returned(),
        State::Refused => case.in_refused(),
        State::Open => case.in_open(),
        State::Closed => case.in_closed(),
        State::WithGroup => case.in_with_group(),
        State::AwaitingAnswer => case.in_awaiting_answer(),
        State::Forwarded => case.in_forwarded(),
        State::Proposal => case.in_proposal(),
        State::Ballot => case.in_ballot(),
        State::Accepted | State::PartlyAccepted => case.in_accepted(),
        State::UnderWay => case.in_under_way(),
        State::Declined | State::Stopped => case.in_ended(),
        State::Done | State::Merged | State::Withdrawn => Err(Refusal::NotNow),
    }
}

/// The kinds of command that [`decide`] could allow in a state, whatever the facts; pages show
/// buttons from this.
#[must_use]
pub fn offers(state: State) -> Vec<CommandKind> {
    let today = Date::from_civil(jiff::civil::Date::constant(2026, 1, 1));
    CommandKind::ALL
        .iter()
        .copied()
        .filter(|kind| {
            let command = kind.example_on(today);
            let outcome = decide(state, command, &Facts::most_favourable(), &Clocks::default(), today);
            outcome.is_ok()
        })
        .collect()
}
