//! Event → work that follows. Adding an event forces its author to say what follows from it.

#![warn(clippy::wildcard_enum_match_arm)]

use super::Event;
use crate::kernel::EventId;
use crate::queue::Job;

/// The jobs that an event asks for.
#[expect(clippy::too_many_lines, reason = "a table: each event has its own row")]
pub(super) fn jobs(id: EventId, event: &Event) -> Vec<Job> {
    match event {
        Event::Submitted { .. }
        | Event::Resubmitted { .. }
        | Event::Published { .. }
        | Event::Returned { .. }
        | Event::Refused { .. }
        | Event::Appealed { .. }
        | Event::ReturnLapsed { .. }
        | Event::CameToGroup { .. }
        | Event::ClosedUnsupported { .. }
        | Event::Asked { .. }
        | Event::AnswerCame { .. }
        | Event::AnswerMissing { .. }
        | Event::Forwarded { .. }
        | Event::CameBack { .. }
        | Event::ForwardingReturned { .. }
        | Event::HandOverOffered { .. }
        | Event::HandOverAccepted { .. }
        | Event::HandOverDeclined { .. }
        | Event::TakenForward { .. }
        | Event::OwnerAsked { .. }
        | Event::OwnerReminded { .. }
        | Event::ForwardingReminded { .. }
        | Event::OwnerAccepted { .. }
        | Event::OwnerChanged { .. }
        | Event::OwnerReleased { .. }
        | Event::OwnerDeclined { .. }
        | Event::OwnerLapsed { .. }
        | Event::BallotOpened { .. }
        | Event::BallotClosing { .. }
        | Event::BallotClosed { .. }
        | Event::BackToProposal { .. }
        | Event::Decided { .. }
        | Event::Started { .. }
        | Event::HelpAsked { .. }
        | Event::Completed { .. }
        | Event::Stopped { .. }
        | Event::Merged { .. }
        | Event::Withdrawn { .. }
        | Event::Corrected { .. }
        | Event::Reminded { .. }
        | Event::Late { .. }
        | Event::ClimbedToChair { .. }
        | Event::ClimbedToProcess { .. }
        | Event::LateAgain { .. }
        | Event::Postponed { .. }
        | Event::ClosesSoon { .. }
        | Event::Hidden { .. }
        | Event::ShownAgain { .. }
        | Event::CommentShown { .. }
        | Event::CommentHidden { .. }
        | Event::QuestionAnswered { .. }
        | Event::ReportDecided { .. }
        | Event::RoleGiven { .. }
        | Event::SuspensionChanged { .. }
        | Event::SeatReportSent { .. }
        | Event::SeatReportHidden { .. }
        | Event::SeatReportAnswered { .. }
        | Event::SeatReportDue { .. }
        | Event::SeatReportLate { .. } => vec![Job::Notify { event: id }],
        // These are read on the page; a mail about each would be noise. The digest of a later
        // version gathers some of them.
        Event::Imported { .. }
        | Event::Edited { .. }
        | Event::Added { .. }
        | Event::GoalReached { .. }
        | Event::Lifted { .. }
        | Event::ForwardingAccepted { .. }
        | Event::ProgressReported { .. }
        | Event::MergedHere { .. }
        | Event::Graded { .. }
        | Event::CommentWritten { .. }
        | Event::Reported { .. }
        | Event::GroupMade { .. }
        | Event::GroupChanged { .. }
        | Event::SeatGiven { .. }
        | Event::SeatEnded { .. } => Vec::new(),
    }
}

/// Whether an event takes words away that everyone could read.
pub(super) const fn withdraws(event: &Event) -> bool {
    matches!(
        event,
        Event::Edited { .. }
            | Event::Resubmitted { .. }
            | Event::Withdrawn { .. }
            | Event::Corrected { .. }
            | Event::Hidden { .. }
            | Event::CommentHidden { .. }
            | Event::ReportDecided { .. }
    )
}
