//! Everything that can be done about an idea at a desk, and whether it can be done now. Pure.

use super::Situation;
use crate::ideas::clock::{self, Ower};
use crate::ideas::lifecycle::{CommandKind, Facts, State, decide};
use crate::ideas::store::ownerships::OwnershipState;
use crate::kernel::{Actor, Date};
use crate::policy::{self, Action};
use crate::town::Clocks;
use crate::word_enum;

word_enum! {
    /// Something done about an idea, in the order in which a page offers them. The word stands in
    /// the keys of texts.
    pub enum MoveKind {
        /// The asked says whether he or she owns the carrying out.
        AnswerOwnership = "answer-ownership",
        /// The body outside says whether it takes the idea on.
        AnswerForwarding = "answer-forwarding",
        /// The asked, or the body outside, answers.
        AnswerInquiry = "answer-inquiry",
        /// The other group says whether it takes the idea over.
        AnswerHandOver = "answer-handover",
        /// Take it up before its goal.
        Lift = "lift",
        /// Take it forward.
        TakeForward = "proposal",
        /// Ask somebody.
        Ask = "inquiry",
        /// Hand it on to a body outside.
        Forward = "forwarding",
        /// Hand it over to another group.
        HandOver = "handover",
        /// Join it into another idea.
        Merge = "merge",
        /// Write down the decision.
        Decide = "decision",
        /// Ask somebody to own it.
        AskOwner = "ownership",
        /// Begin.
        Start = "start",
        /// Tell how it goes.
        Report = "progress",
        /// Finish.
        Complete = "completion",
        /// Ask the group for help.
        AskHelp = "help",
        /// Give a new day.
        Postpone = "postponement",
        /// Stop.
        Stop = "stop",
        /// Put right.
        Correct = "correction",
    }
}

impl MoveKind {
    /// The right that it needs.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::AnswerOwnership => Action::OwnershipAnswer,
            Self::AnswerInquiry | Self::AnswerForwarding => Action::InquiryAnswer,
            Self::AnswerHandOver => Action::HandOverAnswer,
            Self::Lift => Action::IdeaLift,
            Self::TakeForward | Self::Ask | Self::Forward | Self::HandOver | Self::AskOwner => Action::IdeaTriage,
            Self::Merge => Action::IdeaMerge,
            Self::Decide => Action::IdeaDecide,
            Self::Start | Self::Report | Self::Complete => Action::ProgressReport,
            Self::AskHelp => Action::HelpAsk,
            Self::Postpone => Action::IdeaPostpone,
            Self::Stop => Action::IdeaStop,
            Self::Correct => Action::IdeaCorrect,
        }
    }

    /// What it asks of the life cycle; nothing where the state stays.
    const fn commands(self) -> &'static [CommandKind] {
        match self {
            Self::AnswerOwnership | Self::AskOwner | Self::AskHelp => &[],
            Self::AnswerForwarding => &[CommandKind::ComeBack],
            Self::AnswerInquiry => &[CommandKind::EndAsking, CommandKind::ComeBack],
            Self::AnswerHandOver | Self::HandOver => &[CommandKind::ChangeGroup],
            Self::Lift => &[CommandKind::Lift],
            Self::TakeForward => &[CommandKind::TakeForward],
            Self::Ask => &[CommandKind::Ask],
            Self::Forward => &[CommandKind::Forward],
            Self::Merge => &[CommandKind::Merge],
            Self::Decide => &[CommandKind::DecideYes, CommandKind::DecideNo],
            Self::Start => &[CommandKind::Start],
            Self::Report => &[CommandKind::Report],
            Self::Complete => &[CommandKind::Complete],
            Self::Postpone => &[CommandKind::Postpone],
            Self::Stop => &[CommandKind::Stop],
            Self::Correct => &[CommandKind::Reopen, CommandKind::ChangeGroup],
        }
    }

    /// Whether the page of the idea, and not its desk, is where one goes on from it.
    #[must_use]
    pub const fn ends_at_the_idea(self) -> bool {
        matches!(
            self,
            Self::AnswerOwnership
                | Self::AnswerForwarding
                | Self::AnswerInquiry
                | Self::Merge
                | Self::Decide
                | Self::Complete
                | Self::Stop
        )
    }

    /// Whether whoever carries an idea out does it on the page with the three answers.
    #[must_use]
    pub const fn is_of_the_owner(self) -> bool {
        matches!(self, Self::Start | Self::Report | Self::Complete | Self::AskHelp | Self::Postpone)
    }

    /// Whether it is one of the five ways on from a group's first look (domain 3.10).
    #[must_use]
    pub const fn is_triage(self) -> bool {
        matches!(self, Self::TakeForward | Self::Ask | Self::Forward | Self::HandOver | Self::Merge | Self::Decide)
    }

    /// Whether it cannot be undone by the one who does it.
    #[must_use]
    pub const fn is_grave(self) -> bool {
        matches!(self, Self::Merge | Self::Stop)
    }
}

/// What `actor` can do about an idea now.
#[must_use]
pub(super) fn possible(situation: &Situation, actor: &Actor, clocks: &Clocks, today: Date) -> Vec<MoveKind> {
    let may = |kind: &MoveKind| {
        policy::allows(&situation.standing, kind.action()) && can(*kind, situation, actor, clocks, today)
    };
    MoveKind::ALL.iter().copied().filter(may).collect()
}

fn can(kind: MoveKind, situation: &Situation, actor: &Actor, clocks: &Clocks, today: Date) -> bool {
    let state = situation.idea.state;
    let offered = situation.offer.is_some();
    let follows = kind.commands().iter().any(|command| is_allowed(*command, situation, clocks, today));
    match kind {
        MoveKind::AnswerOwnership => {
            let owner = situation.owner.as_ref();
            owner.is_some_and(|owner| owner.state == OwnershipState::Asked && Some(owner.person) == actor.person())
        }
        MoveKind::AnswerInquiry | MoveKind::AnswerForwarding => {
            let mine = |asked: Option<_>| asked.is_some() && asked == actor.person();
            let taken_on = kind == MoveKind::AnswerForwarding;
            let waiting = situation.inquiry.as_ref().filter(|waiting| !(taken_on && waiting.accepted_at.is_some()));
            follows && waiting.is_some_and(|waiting| situation.standing.lead || mine(waiting.asked_person))
        }
        MoveKind::AskHelp => {
            situation.owner_has_accepted()
                && situation.owner.as_ref().map(|owner| owner.person) == actor.person()
                && clock::ower(state) == Some(Ower::Owner)
        }
        MoveKind::AnswerHandOver => follows && offered,
        MoveKind::HandOver => follows && !offered,
        MoveKind::AskOwner => state.takes_owner() && !offered,
        MoveKind::Postpone => {
            follows && clock::ower(state).is_some_and(|by| clock::may_put_off(&situation.standing, by))
        }
        // An ended idea is reopened; one that a group has can only go to another group.
        MoveKind::Correct => follows && (state == State::WithGroup || !state.is_with_group() || state == State::Closed),
        MoveKind::Lift
        | MoveKind::TakeForward
        | MoveKind::Ask
        | MoveKind::Forward
        | MoveKind::Merge
        | MoveKind::Decide
        | MoveKind::Start
        | MoveKind::Report
        | MoveKind::Complete
        | MoveKind::Stop => follows,
    }
}

/// Whether the life cycle allows a command as the idea stands.
fn is_allowed(command: CommandKind, situation: &Situation, clocks: &Clocks, today: Date) -> bool {
    let facts = Facts {
        hand_over_pending: situation.offer.is_some(),
        owner_accepted: situation.owner_has_accepted(),
        ballot: situation.ballot,
        ..Facts::most_favourable()
    };
    decide(situation.idea.state, command.example_on(today), &facts, clocks, today).is_ok()
}
