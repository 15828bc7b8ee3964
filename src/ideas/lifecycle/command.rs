//! What can be asked of an idea, and the facts that the answer depends on.

use super::state::{Ground, Outcome};
use crate::kernel::Date;
use crate::word_enum;

/// Something asked of an idea. A command carries what the new state cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// The author sends it, for the first time or again.
    Submit,
    /// A moderator publishes it; theme and lead group are set.
    Publish,
    /// A moderator sends it back.
    Return(Ground),
    /// A moderator refuses it.
    Refuse(Ground),
    /// The author asks another moderator.
    Appeal,
    /// The author did not come back in time.
    LapseReturn,
    /// Enough people support it.
    ReachGoal,
    /// Somebody with a seat takes it up before that.
    Lift,
    /// The time for support has run out.
    RunOut,
    /// It is joined into another idea.
    Merge,
    /// The group wants to make it happen.
    TakeForward,
    /// The group asks somebody; the answer is due on a day.
    Ask(Date),
    /// The asked has answered, or the time is up.
    EndAsking,
    /// The group hands it on to a body outside, which answers by a day.
    Forward(Date),
    /// It comes back from the body outside.
    ComeBack,
    /// Another group has taken it over.
    ChangeGroup,
    /// A secret ballot is opened.
    OpenBallot,
    /// The ballot is counted: whoever leads the group writes down what follows.
    CountBallot,
    /// The ballot is counted and gives no answer: back to the proposal.
    EndBallot,
    /// The group decides.
    Decide(Outcome),
    /// The owner begins.
    Start,
    /// The owner tells how it goes.
    Report,
    /// The owner says that it is carried out.
    Complete,
    /// The group stops the carrying out.
    Stop,
    /// Whoever owes the next step gives a new day for it.
    Postpone(Date),
    /// The author takes it back.
    Withdraw,
    /// The process group sends it back to its lead group.
    Reopen,
}

word_enum! {
    /// A command without what it carries.
    pub enum CommandKind {
        /// See [`Command::Submit`].
        Submit = "submit",
        /// See [`Command::Publish`].
        Publish = "publish",
        /// See [`Command::Return`].
        Return = "return",
        /// See [`Command::Refuse`].
        Refuse = "refuse",
        /// See [`Command::Appeal`].
        Appeal = "appeal",
        /// See [`Command::LapseReturn`].
        LapseReturn = "lapse_return",
        /// See [`Command::ReachGoal`].
        ReachGoal = "reach_goal",
        /// See [`Command::Lift`].
        Lift = "lift",
        /// See [`Command::RunOut`].
        RunOut = "run_out",
        /// See [`Command::Merge`].
        Merge = "merge",
        /// See [`Command::TakeForward`].
        TakeForward = "take_forward",
        /// See [`Command::Ask`].
        Ask = "ask",
        /// See [`Command::EndAsking`].
        EndAsking = "end_asking",
        /// See [`Command::Forward`].
        Forward = "forward",
        /// See [`Command::ComeBack`].
        ComeBack = "come_back",
        /// See [`Command::ChangeGroup`].
        ChangeGroup = "change_group",
        /// See [`Command::OpenBallot`].
        OpenBallot = "open_ballot",
        /// See [`Command::CountBallot`].
        CountBallot = "count_ballot",
        /// See [`Command::EndBallot`].
        EndBallot = "end_ballot",
        /// A decision that says yes, whole or in part.
        DecideYes = "decide_yes",
        /// A decision that says no.
        DecideNo = "decide_no",
        /// See [`Command::Start`].
        Start = "start",
        /// See [`Command::Report`].
        Report = "report",
        /// See [`Command::Complete`].
        Complete = "complete",
        /// See [`Command::Stop`].
        Stop = "stop",
        /// See [`Command::Postpone`].
        Postpone = "postpone",
        /// See [`Command::Withdraw`].
        Withdraw = "withdraw",
        /// See [`Command::Reopen`].
        Reopen = "reopen",
    }
}

impl CommandKind {
    /// A command of this kind, with something harmless to carry on this day.
    #[must_use]
    pub fn example_on(self, today: Date) -> Command {
        // Tomorrow is within every limit that a town can set.
        let later = today.plus_days(1);
        match self {
            Self::Submit => Command::Submit,
            Self::Publish => Command::Publish,
            Self::Return => Command::Return(Ground::Unclear),
            Self::Refuse => Command::Refuse(Ground::AgainstLaw),
            Self::Appeal => Command::Appeal,
            Self::LapseReturn => Command::LapseReturn,
            Self::ReachGoal => Command::ReachGoal,
            Self::Lift => Command::Lift,
            Self::RunOut => Command::RunOut,
            Self::Merge => Command::Merge,
            Self::TakeForward => Command::TakeForward,
            Self::Ask => Command::Ask(later),
            Self::EndAsking => Command::EndAsking,
            Self::Forward => Command::Forward(later),
            Self::ComeBack => Command::ComeBack,
            Self::ChangeGroup => Command::ChangeGroup,
            Self::OpenBallot => Command::OpenBallot,
            Self::CountBallot => Command::CountBallot,
            Self::EndBallot => Command::EndBallot,
            Self::DecideYes => Command::Decide(Outcome::Yes),
            Self::DecideNo => Command::Decide(Outcome::No),
            Self::Start => Command::Start,
            Self::Report => Command::Report,
            Self::Complete => Command::Complete,
            Self::Stop => Command::Stop,
            Self::Postpone => Command::Postpone(later),
            Self::Withdraw => Command::Withdraw,
            Self::Reopen => Command::Reopen,
        }
    }
}

/// What is known about the idea when a command comes, loaded before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// People who support it.
    pub supports: i64,
    /// People needed before the group must answer.
    pub goal: i64,
    /// Whether the time for support has run out.
    pub time_is_up: bool,
    /// The day by which the next step is owed.
    pub due_on: Option<Date>,
    /// What the group owed when it asked somebody, or handed the idea on. Not known of what was asked before
    /// this was kept.
    pub stopped: Option<StoppedClock>,
    /// Whether it has been returned once before.
    pub returned_before: bool,
    /// Whether a refusal has been appealed before.
    pub appealed_before: bool,
    /// Days since the refusal.
    pub days_since_refusal: i32,
    /// Whether the text changed since it was returned.
    pub changed_since_return: bool,
    /// Whether a hand-over to another group waits for an answer.
    pub hand_over_pending: bool,
    /// Whether an owner has accepted, with a first date that has not been taken back.
    pub owner_accepted: bool,
    /// The day by which that owner takes the first step.
    pub first_step_on: Option<Date>,
    /// What the last closed ballot said: yes, no, or nothing that binds.
    pub ballot: BallotFact,
}

/// The clock of a group while somebody else has the ball.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoppedClock {
    /// The day by which the group owed its answer.
    pub owed_on: Date,
    /// The day on which it gave the ball away.
    pub since: Date,
    /// Whether it had not done so before with this idea.
    pub is_first: bool,
}

/// What is known about the ballot of an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BallotFact {
    /// None was held.
    #[default]
    None,
    /// One is open.
    Open,
    /// It said yes.
    Yes,
    /// It said no.
    No,
    /// It was a tie, and the body's rule leaves a tie to the chair: yes, no or back to the proposal.
    TieForChair,
    /// It said nothing: no quorum, or a tie that leaves the question open.
    Nothing,
}

impl Facts {
    /// Facts under which nothing stands in the way of any command; see [`super::offers`].
    #[must_use]
    pub const fn most_favourable() -> Self {
        Self {
            supports: 1_000,
            goal: 10,
            time_is_up: true,
            due_on: None,
            stopped: None,
            returned_before: true,
            appealed_before: false,
            days_since_refusal: 0,
            changed_since_return: true,
            hand_over_pending: false,
            owner_accepted: true,
            first_step_on: None,
            ballot: BallotFact::None,
        }
    }
}
