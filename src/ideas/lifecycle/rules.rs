//! What follows from a command in each state: one small function per state.

#![expect(clippy::wildcard_enum_match_arm, reason = "what a state does not name is refused in it")]

use super::command::{BallotFact, Command, Facts};
use super::state::{Outcome, State};
use super::{Change, Refusal};
use crate::error::Code;
use crate::kernel::Date;
use crate::town::Clocks;

type Answer = Result<Change, Refusal>;

/// Another group has been offered the idea and has not answered.
const PENDING: Refusal = Refusal::Rule(Code::HandOverPending);

/// Most days from today to a new day (a group that needs longer gives another one then, and says why).
pub(super) const MOST_DAYS_PUT_OFF: i32 = 90;

/// Least days that a group has to go on when an answer has come, or was not given in time; the first time.
const LEAST_DAYS_AFTER_ANSWER: i32 = 7;

pub(super) struct Case<'a> {
    pub(super) state: State,
    pub(super) command: Command,
    pub(super) facts: &'a Facts,
    pub(super) clocks: &'a Clocks,
    pub(super) today: Date,
}

impl Case<'_> {
    pub(super) fn in_draft(&self) -> Answer {
        match self.command {
            Command::Submit => self.to_screening(),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_screening(&self) -> Answer {
        match self.command {
            Command::Publish => to(State::Open, None),
            Command::Return(_) => to(State::Returned, Some(self.in_days(self.clocks.returned_days))),
            Command::Refuse(ground) if ground.refuses_at_once() || self.facts.returned_before => {
                to(State::Refused, None)
            }
            Command::Postpone(day) => self.put_off(day),
            Command::Withdraw => to(State::Withdrawn, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_returned(&self) -> Answer {
        match self.command {
            Command::Submit if self.facts.changed_since_return => self.to_screening(),
            Command::Submit => Err(Refusal::Rule(Code::NothingChanged)),
            Command::LapseReturn if self.facts.time_is_up => to(State::Withdrawn, None),
            Command::Withdraw => to(State::Withdrawn, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_refused(&self) -> Answer {
        match self.command {
            Command::Appeal if self.facts.appealed_before => Err(Refusal::Rule(Code::AlreadyAppealed)),
            Command::Appeal if self.facts.days_since_refusal > self.clocks.appeal_days => {
                Err(Refusal::Rule(Code::AppealTooLate))
            }
            Command::Appeal => self.to_screening(),
            Command::Withdraw => to(State::Withdrawn, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_open(&self) -> Answer {
        match self.command {
            Command::ReachGoal if self.facts.supports >= self.facts.goal => self.to_group(),
            Command::Lift => self.to_group(),
            Command::RunOut if self.facts.time_is_up => {
                to(State::Closed, Some(self.in_days(self.clocks.closed_answer_days)))
            }
            Command::Merge => to(State::Merged, None),
            Command::Withdraw => to(State::Withdrawn, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_closed(&self) -> Answer {
        match self.command {
            Command::Lift | Command::Reopen => self.to_group(),
            Command::Postpone(day) => self.put_off(day),
            // The short answer that is owed: a no with reasons (domain 2.1).
            Command::Decide(Outcome::No) => to(State::Declined, None),
            Command::Merge => to(State::Merged, None),
            Command::Withdraw => to(State::Withdrawn, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_with_group(&self) -> Answer {
        match self.command {
            Command::ChangeGroup => self.to_group(),
            Command::Withdraw => to(State::Withdrawn, None),
            // Whoever waits for another group owes the answer still, and can say when it comes.
            Command::Postpone(day) => self.put_off(day),
            _ if self.facts.hand_over_pending => Err(PENDING),
            Command::TakeForward => self.to_proposal(),
            Command::Ask(by) => self.asking(by, self.clocks.asking_days, State::AwaitingAnswer),
            Command::Forward(by) => self.asking(by, self.clocks.forwarding_days, State::Forwarded),
            Command::Merge => to(State::Merged, None),
            Command::Decide(outcome) => self.decided(outcome),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_awaiting_answer(&self) -> Answer {
        match self.command {
            Command::EndAsking => self.back_to_group(),
            Command::Withdraw => to(State::Withdrawn, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_forwarded(&self) -> Answer {
        match self.command {
            Command::ComeBack => self.back_to_group(),
            Command::Withdraw => to(State::Withdrawn, None),
            // What the body outside decided is written down by the group that handed it on.
            Command::Decide(outcome) => self.decided(outcome),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_proposal(&self) -> Answer {
        match self.command {
            Command::OpenBallot => to(State::Ballot, None),
            Command::Postpone(day) => self.put_off(day),
            Command::Decide(outcome) => self.decided(outcome),
            Command::Withdraw => to(State::Withdrawn, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_ballot(&self) -> Answer {
        match (self.command, self.facts.ballot) {
            (Command::Decide(_) | Command::EndBallot | Command::Postpone(_), BallotFact::Open) => {
                Err(Refusal::Rule(Code::BallotOpen))
            }
            (Command::Decide(Outcome::Yes | Outcome::Partly), BallotFact::No)
            | (Command::Decide(Outcome::No), BallotFact::Yes)
            | (Command::Decide(_), BallotFact::Nothing)
            | (Command::EndBallot, BallotFact::Yes | BallotFact::No) => Err(Refusal::Rule(Code::BallotDiffers)),
            (Command::Decide(outcome), _) => self.decided(outcome),
            (Command::EndBallot, _) => self.to_proposal(),
            (Command::CountBallot, _) => to(State::Ballot, Some(self.in_days(self.clocks.confirm_days))),
            // While it is held the closing time is what counts, and that stands.
            (Command::Postpone(day), fact) if fact != BallotFact::None => self.put_off(day),
            (Command::Withdraw, _) => to(State::Withdrawn, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_accepted(&self) -> Answer {
        match self.command {
            Command::Start if self.facts.owner_accepted => self.to_under_way(),
            Command::Postpone(day) => self.put_off(day),
            Command::Start => Err(Refusal::Rule(Code::OwnerNotAccepted)),
            Command::Stop => to(State::Stopped, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_under_way(&self) -> Answer {
        match self.command {
            Command::Report => self.to_under_way(),
            Command::Postpone(day) => self.put_off(day),
            Command::Complete => to(State::Done, None),
            Command::Stop => to(State::Stopped, None),
            _ => Err(Refusal::NotNow),
        }
    }

    pub(super) fn in_ended(&self) -> Answer {
        match self.command {
            Command::Reopen => self.to_group(),
            _ => Err(Refusal::NotNow),
        }
    }

    /// R-2 of domain 1.6: a yes has an owner who has accepted and a first date; a no has reasons
    /// (which the command's form demands).
    fn decided(&self, outcome: Outcome) -> Answer {
        if self.facts.hand_over_pending {
            return Err(PENDING);
        }
        match outcome {
            Outcome::No => to(State::Declined, None),
            Outcome::Yes | Outcome::Partly if !self.facts.owner_accepted => Err(Refusal::Rule(Code::OwnerNotAccepted)),
            Outcome::Yes => to(State::Accepted, Some(self.first_step())),
            Outcome::Partly => to(State::PartlyAccepted, Some(self.first_step())),
        }
    }

    /// The day that the owner has promised is the day that is owed.
    fn first_step(&self) -> Date {
        self.facts.first_step_on.unwrap_or_else(|| self.in_days(self.clocks.start_days))
    }

    fn asking(&self, by: Date, most_days: i32, next: State) -> Answer {
        if by <= self.today {
            return Err(Refusal::Rule(Code::FieldDatePassed));
        }
        if by > self.in_days(most_days) {
            return Err(Refusal::Rule(Code::FieldDateTooFar));
        }
        to(next, Some(by))
    }

    /// A new day for what is owed: later than the old one, and not for ever.
    fn put_off(&self, day: Date) -> Answer {
        if day <= self.today {
            return Err(Refusal::Rule(Code::FieldDatePassed));
        }
        if self.facts.due_on.is_some_and(|due| day <= due) {
            return Err(Refusal::Rule(Code::FieldDateNotLater));
        }
        if day > self.today.plus_days(MOST_DAYS_PUT_OFF) {
            return Err(Refusal::Rule(Code::FieldDateTooFar));
        }
        to(self.state, Some(day))
    }

    fn to_screening(&self) -> Answer {
        to(State::Screening, Some(self.clocks.working_days_after(self.today, self.clocks.screening_working_days)))
    }

    fn to_group(&self) -> Answer {
        to(State::WithGroup, Some(self.in_days(self.clocks.first_answer_days)))
    }

    /// The group's clock stood still while somebody else had the ball, and goes on with what was left:
    /// else a group could ask for ever and never be late. The first time it has a few days to read the answer.
    /// Who was late already gains nothing by asking: the old day stands, and with it the steps about it.
    fn back_to_group(&self) -> Answer {
        let due_on = match self.facts.stopped {
            None => self.in_days(self.clocks.first_answer_days),
            Some(clock) if clock.owed_on < clock.since => clock.owed_on,
            Some(clock) => {
                let least = if clock.is_first { LEAST_DAYS_AFTER_ANSWER } else { 0 };
                self.in_days(self.clocks.days_between(clock.since, clock.owed_on).max(least))
            }
        };
        to(State::WithGroup, Some(due_on))
    }

    fn to_proposal(&self) -> Answer {
        to(State::Proposal, Some(self.in_days(self.clocks.proposal_days)))
    }

    fn to_under_way(&self) -> Answer {
        to(State::UnderWay, Some(self.in_days(self.clocks.note_days)))
    }

    fn in_days(&self, days: i32) -> Date {
        self.clocks.days_after(self.today, days)
    }
}

#[expect(clippy::unnecessary_wraps, reason = "every rule ends in an answer, and so reads the same")]
const fn to(next: State, due_on: Option<Date>) -> Answer {
    Ok(Change { next, due_on })
}
