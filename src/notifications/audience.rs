//! Who is told of an event, and what about it (domain 4.2). Pure: a table, no people.

#![warn(clippy::wildcard_enum_match_arm)]

use super::kind::MailKind;
use super::pace::Channel;
use crate::journal::Event;

/// What somebody is to the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// Wrote the idea.
    Author,
    /// Wrote the idea that another was joined into.
    OtherAuthor,
    /// Follows the idea.
    Follower,
    /// Wrote the idea that others write about.
    Commented,
    /// Chair, coordinator or secretary of the lead group.
    Lead,
    /// Coordinator of the lead group; the chair where there is none.
    Coordinator,
    /// Leads the group that offers the idea to another, or had it before the process group moved it.
    Giver,
    /// Leads the group that the idea is offered to.
    Receiver,
    /// Is asked to own the carrying out.
    Owner,
    /// Is asked a question.
    Asked,
    /// Stands on the roll of the ballot.
    Elector,
    /// Stands on the roll of the ballot and has not voted.
    LateElector,
    /// Reads what comes in.
    Moderator,
    /// Owes the next step: leads the group, was asked, or carries it out.
    Ower,
    /// Chair of the lead group.
    Chair,
    /// Sits in the process group, or has that role.
    Process,
    /// Refused the idea the first time.
    FirstModerator,
    /// Wrote the comment.
    CommentAuthor,
    /// Reported something.
    Reporter,
}

impl Part {
    /// Whether somebody in this part may read of an idea that is not shown to everyone. All
    /// others are told nothing while it is hidden or not published.
    pub(super) const fn reads_unlisted(self) -> bool {
        matches!(
            self,
            Self::Author
                | Self::Moderator
                | Self::FirstModerator
                | Self::CommentAuthor
                | Self::Reporter
                // Told the number and nothing of the idea: an answer is owed also while it is hidden.
                | Self::Process
        )
    }

    /// Whether the one who did it is told nevertheless: as a receipt, or because the mail is a
    /// ballot paper's envelope.
    pub(super) const fn tells_the_doer(self) -> bool {
        matches!(self, Self::Author | Self::Elector)
    }

    /// Which choice of the reader it falls under.
    pub(super) const fn channel(self) -> Channel {
        match self {
            Self::Follower => Channel::Followed,
            Self::Elector | Self::LateElector => Channel::Ballots,
            Self::Commented => Channel::Comments,
            Self::Author
            | Self::OtherAuthor
            | Self::Lead
            | Self::Coordinator
            | Self::Giver
            | Self::Receiver
            | Self::Owner
            | Self::Asked
            | Self::Moderator
            | Self::Ower
            | Self::Chair
            | Self::Process
            | Self::FirstModerator
            | Self::CommentAuthor
            | Self::Reporter => Channel::Own,
        }
    }

    /// Whether the reader can stop such mails with one press.
    pub(super) fn can_stop(self) -> bool {
        self.channel().can_stop()
    }

    /// Whether suspended people in this part are told too: what happens to one's own words.
    pub(super) const fn tells_the_suspended(self) -> bool {
        matches!(self, Self::Author | Self::OtherAuthor | Self::CommentAuthor)
    }
}

/// Parts and kinds of mail; who stands in several parts gets the mail of the first.
pub(super) type Audience = &'static [(Part, MailKind)];

/// Who is told of an event.
#[expect(clippy::too_many_lines, reason = "a table: each event has its own row")]
pub(super) const fn audience(event: &Event) -> Audience {
    use MailKind as K;
    use Part as P;
    match event {
        Event::Submitted { .. } => &[(P::Author, K::Receipt), (P::Moderator, K::Queue)],
        Event::Resubmitted { .. } => &[(P::Author, K::Resubmitted), (P::Moderator, K::Queue)],
        Event::Published { .. } => &[(P::Author, K::Published), (P::Coordinator, K::GroupPublished)],
        Event::Returned { .. } => &[(P::Author, K::Returned)],
        Event::Refused { .. } => &[(P::Author, K::Refused)],
        Event::Appealed { .. } => {
            &[(P::Author, K::Appealed), (P::FirstModerator, K::AppealOfYours), (P::Moderator, K::Queue)]
        }
        Event::ReturnLapsed { .. } => &[(P::Author, K::Lapsed)],
        Event::CameToGroup { .. } => {
            &[(P::Author, K::WithGroup), (P::Lead, K::GroupTask), (P::Follower, K::NewsWithGroup)]
        }
        Event::ClosedUnsupported { .. } => &[(P::Author, K::Closed), (P::Coordinator, K::GroupClosed)],
        Event::Asked { .. } => &[(P::Asked, K::Asked), (P::Author, K::AuthorAsked)],
        Event::AnswerCame { .. } => &[(P::Author, K::AuthorAnswered), (P::Lead, K::GroupAnswered)],
        Event::AnswerMissing { .. } => &[(P::Author, K::AuthorUnanswered), (P::Lead, K::GroupUnanswered)],
        Event::Forwarded { .. } => {
            &[(P::Asked, K::ForwardedToYou), (P::Author, K::Forwarded), (P::Follower, K::NewsForwarded)]
        }
        Event::CameBack { .. } => &[(P::Author, K::AuthorAnswered), (P::Lead, K::GroupCameBack)],
        Event::ForwardingReturned { .. } => &[
            (P::Author, K::ForwardingReturned),
            (P::Lead, K::GroupForwardingReturned),
            (P::Process, K::ProcessForwardingReturned),
        ],
        Event::HelpAsked { .. } => &[(P::Lead, K::HelpAsked)],
        Event::ClosesSoon { .. } => &[(P::Author, K::ClosesSoon)],
        Event::HandOverOffered { .. } => &[(P::Receiver, K::HandOverOffered)],
        Event::HandOverAccepted { .. } => &[(P::Author, K::GroupChanged), (P::Giver, K::HandOverAccepted)],
        Event::HandOverDeclined { .. } => &[(P::Giver, K::HandOverDeclined)],
        Event::TakenForward { .. } => &[(P::Author, K::TakenForward), (P::Follower, K::NewsTakenForward)],
        Event::OwnerAsked { .. } => &[(P::Owner, K::OwnerAsked)],
        Event::OwnerReminded { .. } => &[(P::Owner, K::OwnerReminded)],
        Event::ForwardingReminded { .. } => &[(P::Asked, K::ForwardingReminded)],
        Event::OwnerAccepted { .. } => &[(P::Lead, K::OwnerAccepted)],
        Event::OwnerChanged { .. } => {
            &[(P::Author, K::NewOwner), (P::Lead, K::OwnerAccepted), (P::Follower, K::NewsNewOwner)]
        }
        Event::OwnerReleased { .. } => &[(P::Owner, K::OwnerReleased)],
        Event::OwnerDeclined { .. } => &[(P::Lead, K::OwnerDeclined)],
        Event::OwnerLapsed { .. } => &[(P::Lead, K::OwnerSilent)],
        Event::BallotOpened { .. } => &[(P::Elector, K::Ballot)],
        Event::BallotClosing { .. } => &[(P::LateElector, K::BallotClosing)],
        Event::BallotClosed { .. } => &[(P::Lead, K::BallotClosed)],
        Event::BackToProposal { .. } => &[(P::Author, K::BackToProposal)],
        Event::Decided { .. } => {
            &[(P::Author, K::Decision), (P::Elector, K::NewsDecision), (P::Follower, K::NewsDecision)]
        }
        Event::Started { .. } => &[(P::Author, K::Started), (P::Follower, K::NewsStarted)],
        Event::Completed { .. } => &[(P::Author, K::Done), (P::Lead, K::GroupDone), (P::Follower, K::NewsDone)],
        Event::Stopped { .. } => &[(P::Author, K::Stopped), (P::Follower, K::NewsStopped)],
        Event::Merged { .. } => &[(P::Author, K::Merged), (P::OtherAuthor, K::Joined), (P::Follower, K::NewsMerged)],
        Event::Withdrawn { .. } => &[(P::Follower, K::NewsWithdrawn)],
        Event::Corrected { .. } => &[(P::Author, K::Corrected), (P::Giver, K::GroupRelieved)],
        Event::Reminded { .. } => &[(P::Author, K::ReturnedReminder), (P::Moderator, K::Queue), (P::Ower, K::Reminder)],
        Event::Late { .. } => &[(P::Author, K::Late), (P::Moderator, K::Queue), (P::Ower, K::LateOwed)],
        Event::ClimbedToChair { .. } => &[(P::Chair, K::ClimbedChair), (P::Ower, K::StillLate)],
        Event::ClimbedToProcess { .. } => &[(P::Process, K::ClimbedProcess), (P::Ower, K::StillLate)],
        // The first time the process group has just been told, or is told on the same day.
        Event::LateAgain { days: ..60, .. } => &[(P::Author, K::LateAgain)],
        Event::LateAgain { .. } => {
            &[(P::Author, K::LateAgain), (P::Ower, K::LateOwed), (P::Process, K::ClimbedProcess)]
        }
        Event::Postponed { .. } => &[(P::Author, K::Postponed), (P::Follower, K::NewsPostponed)],
        Event::Hidden { .. } => &[(P::Author, K::Hidden)],
        Event::ShownAgain { .. } => &[(P::Author, K::ShownAgain)],
        Event::CommentShown { .. } => &[(P::Commented, K::NewComment)],
        Event::CommentHidden { .. } => &[(P::CommentAuthor, K::CommentHidden)],
        Event::QuestionAnswered { .. } => &[(P::CommentAuthor, K::QuestionAnswered)],
        Event::ReportDecided { .. } => &[(P::Reporter, K::ReportDecided)],
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
        | Event::RoleGiven { .. }
        | Event::SuspensionChanged { .. }
        | Event::GroupMade { .. }
        | Event::GroupChanged { .. }
        | Event::SeatGiven { .. }
        | Event::SeatEnded { .. }
        | Event::SeatReportSent { .. }
        | Event::SeatReportHidden { .. }
        | Event::SeatReportAnswered { .. }
        | Event::SeatReportDue { .. }
        | Event::SeatReportLate { .. } => &[],
    }
}
