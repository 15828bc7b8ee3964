//! What is going to happen, in the order of its moments.

use std::collections::BTreeMap;

use crate::ideas::lifecycle::State;
use crate::kernel::{BallotId, IdeaId, PersonId, Timestamp};

/// Something that somebody does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// Somebody writes an idea.
    Write,
    /// Somebody supports an idea, and perhaps follows it.
    Support { idea: IdeaId, by: PersonId, follows: bool },
    /// A member votes.
    Vote { ballot: BallotId, by: PersonId },
    /// Something about an idea, if it still is in this state then.
    Do { deed: Deed, idea: IdeaId, state: State },
}

/// Something about an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// A moderator reads it.
    Screen,
    /// The author changes what was returned.
    Rewrite,
    /// The author asks for another look.
    Appeal,
    /// The group says no, with reasons, to what too few supported.
    ShortAnswer,
    /// The group gives its first answer.
    FirstAnswer,
    /// The group writes down what somebody asked has answered.
    WriteAnswer,
    /// Whoever was asked to see it carried out answers.
    AnswerOwnership,
    /// The group ends a proposal: a ballot, a decision, or somebody else to carry it out.
    EndProposal,
    /// The group writes down what follows from a ballot.
    ConfirmBallot,
    /// The owner begins.
    Begin,
    /// The owner tells how it goes, or ends it.
    CarryOn,
    /// Whoever is late gives a new day.
    PutOff,
}

/// What is going to happen. Acts of the same moment keep the order in which they were entered.
#[derive(Default)]
pub(super) struct Agenda {
    acts: BTreeMap<(Timestamp, u64), Act>,
    entered: u64,
}

impl Agenda {
    pub(super) fn enter(&mut self, at: Timestamp, act: Act) {
        self.entered += 1;
        self.acts.insert((at, self.entered), act);
    }

    /// The next act up to and including a moment.
    pub(super) fn next_until(&mut self, moment: Timestamp) -> Option<(Timestamp, Act)> {
        let entry = self.acts.first_entry().filter(|entry| entry.key().0 <= moment)?;
        let at = entry.key().0;
        Some((at, entry.remove()))
    }
}
