//! When each step of an idea's story happened, in days before today.

use super::content::Idea;
use crate::ideas::lifecycle::State;

/// Days before today.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    pub(super) submitted: i64,
    pub(super) published: i64,
    pub(super) with_group: i64,
    pub(super) taken_forward: i64,
    pub(super) decided: i64,
    pub(super) started: i64,
    pub(super) ended: i64,
}

/// The days of an idea.
pub(super) fn of(idea: &Idea) -> Calendar {
    let submitted = idea.submitted_days_ago;
    let published = submitted - idea.screening_days;
    let started = idea.forward.as_ref().map_or(0, |forward| i64::from(-forward.first_date_in_days).max(0));
    let decided = match idea.state {
        State::UnderWay | State::Done | State::Stopped => started + 7,
        State::Accepted | State::PartlyAccepted => 5,
        State::Declined => (submitted / 6).max(2),
        _ => 0,
    };
    let with_group = match idea.state {
        State::WithGroup => (published / 3).min(10),
        State::AwaitingAnswer | State::Forwarded => 12,
        State::Proposal | State::Ballot => idea.days_with_group.unwrap_or(20),
        _ => decided + idea.days_with_group.unwrap_or(30),
    };
    let with_group = with_group.clamp(0, (published - 2).max(0));
    let last_note = idea.progress.iter().map(|note| note.days_ago).min();
    Calendar {
        submitted,
        published,
        with_group,
        taken_forward: i64::midpoint(with_group, decided),
        decided,
        started,
        ended: last_note.map_or(started / 2, |note| (note - 2).max(0)),
    }
}

impl Calendar {
    /// The nearest day at or before `wished` on which people could still discuss the idea: before
    /// the decision, or while it is carried out.
    pub(super) fn talking(&self, idea: &Idea, wished: i64) -> i64 {
        let latest_before_decision = match idea.state {
            State::Ballot => 4,
            State::Closed | State::Merged | State::Withdrawn => self.with_group.max(3),
            _ if idea.state.is_decided() => self.decided + 1,
            _ => 0,
        };
        let while_carried_out = wished < self.started && wished > self.ended && idea.state.is_decided();
        if while_carried_out { wished } else { wished.clamp(latest_before_decision, self.published) }
    }
}
