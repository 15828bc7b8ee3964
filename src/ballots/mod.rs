//! Secret ballots of a body: the people on the roll say yes, no or neither to one question.
//!
//! Who has voted and how the votes fell are kept apart with nothing in common but the ballot
//! (`docs/adr/0005-secret-ballots.md`). Nobody learns a count before the close, staff neither.
//! A ballot is not support ([`crate::support`]): only a body holds one, and its result binds.
//!
//! Not here: who may open one and what follows from the result (`ideas::actions`), who sits on a
//! roll ([`crate::groups::roll`]).

pub mod draft;
pub mod method;
pub mod reminder;
pub mod store;
pub mod views;

use crate::word_enum;

/// Fewest people on a roll. With two, whoever voted knows how the other one did.
pub const FEWEST_ON_ROLL: usize = 3;
/// Fewest days from the opening to the day of the close.
pub const FEWEST_DAYS: i32 = 3;
/// Most days from the opening to the day of the close.
pub const MOST_DAYS: i32 = 21;
/// The hour of the close in Swedish time.
pub const CLOSING_HOUR: i8 = 20;

word_enum! {
    /// What somebody votes.
    pub enum Choice {
        /// For the question.
        Yes = "yes",
        /// Against it.
        No = "no",
        /// Neither; counts as having voted.
        Abstain = "abstain",
    }
}

word_enum! {
    /// How many of those who say yes or no must say yes.
    pub enum Majority {
        /// More yes than no.
        Simple = "simple",
        /// At least two thirds yes.
        TwoThirds = "two_thirds",
    }
}

word_enum! {
    /// What a closed ballot came to.
    pub enum BallotResult {
        /// Yes; it binds the decision.
        Yes = "yes",
        /// No; it binds the decision.
        No = "no",
        /// As many yes as no, and no lot was to be drawn.
        Tie = "tie",
        /// Too few voted.
        NoQuorum = "no_quorum",
        /// The idea was taken back meanwhile; the votes were thrown away uncounted.
        Cancelled = "cancelled",
    }
}

impl BallotResult {
    /// Whether the group must decide as the ballot said.
    #[must_use]
    pub const fn binds(self) -> bool {
        matches!(self, Self::Yes | Self::No)
    }
}
