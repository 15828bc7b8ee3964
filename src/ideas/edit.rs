//! What an author may still do to the text of an idea. Pure.

use super::lifecycle::State;
use super::store::Idea;
use crate::town::Settings;

/// How the text may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditKind {
    /// Written anew.
    Rewrite,
    /// Written anew and sent to the moderators again.
    SendAgain,
    /// Added to; what others have supported stays as it was.
    Add,
}

/// How the text may be changed just now; none when not at all. People support what they have
/// read, so from a number of supports on (the town's setting) the text only grows.
#[must_use]
pub const fn kind(idea: &Idea, settings: &Settings) -> Option<EditKind> {
    match idea.state {
        State::Draft | State::Screening => Some(EditKind::Rewrite),
        State::Returned => Some(EditKind::SendAgain),
        State::Open if idea.support_count < settings.rewrite_until_supports => Some(EditKind::Rewrite),
        State::Open | State::Closed | State::WithGroup | State::AwaitingAnswer | State::Forwarded | State::Proposal => {
            Some(EditKind::Add)
        }
        // A text that is voted on, or that was decided, is locked.
        State::Ballot
        | State::Accepted
        | State::PartlyAccepted
        | State::Declined
        | State::UnderWay
        | State::Done
        | State::Stopped
        | State::Merged
        | State::Withdrawn
        | State::Refused => None,
    }
}
