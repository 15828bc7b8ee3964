//! The vocabulary of what can have happened: past tense, ids and words only – no names, no
//! addresses, no texts, so that a person can be forgotten without touching the history.

mod kinds;

use serde::{Deserialize, Serialize};

use crate::kernel::{BallotId, CommentId, GroupId, IdeaId, InquiryId, OwnershipId, PersonId, SeatId, SeatReportId};

/// Something that has happened, with the ids that a reader needs to look up the rest. Stored as JSON; add fields only with `#[serde(default)]`.
#[expect(missing_docs, reason = "the fields are the ids that the variant speaks of")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Event {
    /// The author sent an idea for the first time.
    Submitted { idea: IdeaId },
    /// It was brought in from another system and published at once.
    Imported { idea: IdeaId },
    /// The author sent a returned idea again.
    Resubmitted { idea: IdeaId },
    /// A moderator published it; `group` answers for it.
    Published { idea: IdeaId, group: GroupId },
    /// A moderator sent it back with a ground.
    Returned { idea: IdeaId, ground: String },
    /// A moderator refused it with a ground.
    Refused { idea: IdeaId, ground: String },
    /// The author asked another moderator to judge a refusal.
    Appealed { idea: IdeaId },
    /// The author did not come back within the time after a return.
    ReturnLapsed { idea: IdeaId },
    /// The text was changed.
    Edited { idea: IdeaId, revision: i32 },
    /// The author added to the text.
    Added { idea: IdeaId, revision: i32 },
    /// Enough people support it.
    GoalReached { idea: IdeaId, supports: i64 },
    /// Somebody with a seat took it up before that.
    Lifted { idea: IdeaId, group: Option<GroupId>, reason: String },
    /// It came to the lead group, which owes an answer.
    CameToGroup { idea: IdeaId, group: GroupId, due_on: i32 },
    /// The time for support ran out.
    ClosedUnsupported { idea: IdeaId },
    /// The group asked somebody named.
    Asked { idea: IdeaId, inquiry: InquiryId },
    /// The asked answered.
    AnswerCame { idea: IdeaId, inquiry: InquiryId },
    /// The asked did not answer in time.
    AnswerMissing { idea: IdeaId, inquiry: InquiryId },
    /// The group handed it on to a body outside.
    Forwarded { idea: IdeaId, inquiry: InquiryId },
    /// It came back from the body outside.
    CameBack { idea: IdeaId, inquiry: InquiryId },
    /// The body outside has taken it on, and answers by its day.
    ForwardingAccepted { idea: IdeaId, inquiry: InquiryId },
    /// A body outside was reminded to say whether it takes the idea on, by this day.
    ForwardingReminded { idea: IdeaId, inquiry: InquiryId, until: i32 },
    /// The body outside did not take it on, or did not say so in time.
    ForwardingReturned { idea: IdeaId, inquiry: InquiryId },
    /// The group offered it to another group.
    HandOverOffered { idea: IdeaId, from: GroupId, to: GroupId },
    /// The other group took it over.
    HandOverAccepted { idea: IdeaId, from: GroupId, to: GroupId, due_on: i32 },
    /// The other group did not want it.
    HandOverDeclined { idea: IdeaId, from: GroupId, to: GroupId },
    /// The group wants to make it happen and works on a proposal.
    TakenForward { idea: IdeaId, reason: String },
    /// Somebody was asked to own the carrying out.
    OwnerAsked { idea: IdeaId, ownership: OwnershipId },
    /// Whoever is asked to own it was reminded to answer, by this day.
    OwnerReminded { idea: IdeaId, ownership: OwnershipId, until: i32 },
    /// The owner accepted.
    OwnerAccepted { idea: IdeaId, ownership: OwnershipId },
    /// After a yes somebody else accepted: the day that was owed, and the day that is promised now.
    OwnerChanged { idea: IdeaId, ownership: OwnershipId, from: i32, to: i32 },
    /// Whoever was asked, or had accepted, need not see to it any more.
    OwnerReleased { idea: IdeaId, ownership: OwnershipId },
    /// The asked declined, with a reason.
    OwnerDeclined { idea: IdeaId, ownership: OwnershipId },
    /// The asked did not answer in time; the group asks somebody else.
    OwnerLapsed { idea: IdeaId, ownership: OwnershipId },
    /// A secret ballot was opened.
    BallotOpened { idea: IdeaId, ballot: BallotId },
    /// It closes in a day, and not all have voted.
    BallotClosing { idea: IdeaId, ballot: BallotId },
    /// It was closed and counted.
    BallotClosed { idea: IdeaId, ballot: BallotId, result: String },
    /// The ballot gave no answer; the group works on the proposal again.
    BackToProposal { idea: IdeaId, ballot: BallotId },
    /// The group decided.
    Decided { idea: IdeaId, decision: i64, outcome: String },
    /// The owner began.
    Started { idea: IdeaId },
    /// The owner asked the group for help.
    HelpAsked { idea: IdeaId, request: i64 },
    /// The owner told how it goes.
    ProgressReported { idea: IdeaId, note: i64 },
    /// It is carried out.
    Completed { idea: IdeaId },
    /// The group stopped it.
    Stopped { idea: IdeaId },
    /// It was joined into another idea.
    Merged { idea: IdeaId, into: IdeaId },
    /// Another idea was joined into this one.
    MergedHere { idea: IdeaId, from: IdeaId },
    /// The author took it back.
    Withdrawn { idea: IdeaId },
    /// The process group put something right.
    Corrected { idea: IdeaId, from: String, to: String, reason: String, left: Option<GroupId> },
    /// Whoever owes the next step was reminded of its day; `by` says what that one is to the idea.
    Reminded { idea: IdeaId, by: String, due_on: i32 },
    /// The day passed without the step.
    Late { idea: IdeaId, by: String, due_on: i32 },
    /// The chair of the lead group was told that it is late.
    ClimbedToChair { idea: IdeaId, by: String, due_on: i32 },
    /// The process group was told that it is late.
    ClimbedToProcess { idea: IdeaId, by: String, due_on: i32 },
    /// It is late still, so many days after the day; `with` is the last step that was taken about it.
    LateAgain { idea: IdeaId, by: String, due_on: i32, days: i32, with: String },
    /// Whoever owes the next step gave a new day for it.
    Postponed { idea: IdeaId, from: i32, to: i32, reason: String },
    /// The author was told that the time for support ends soon.
    ClosesSoon { idea: IdeaId, closes_on: i32 },
    /// The author has said what he or she thinks of the answer, or of what came of it.
    Graded { idea: IdeaId },
    /// A moderator hid it.
    Hidden { idea: IdeaId, ground: String },
    /// A moderator showed it again.
    ShownAgain { idea: IdeaId },
    /// Somebody wrote a comment that waits for a moderator.
    CommentWritten { idea: IdeaId, comment: CommentId },
    /// A comment is shown.
    CommentShown { idea: IdeaId, comment: CommentId },
    /// A moderator did not show a comment, or hid it.
    CommentHidden { idea: IdeaId, comment: CommentId, ground: String },
    /// The group answered a question.
    QuestionAnswered { idea: IdeaId, comment: CommentId },
    /// Somebody reported something that is shown.
    Reported { idea: IdeaId, report: i64 },
    /// A moderator decided on a report.
    ReportDecided { idea: IdeaId, report: i64, outcome: String },
    /// An administrator gave a person another role.
    RoleGiven { person: PersonId, role: String },
    /// An administrator suspended a person, or ended it.
    SuspensionChanged { person: PersonId, suspended: bool },
    /// An administrator made a group.
    GroupMade { group: GroupId },
    /// An administrator changed what a group is.
    GroupChanged { group: GroupId },
    /// Somebody took a seat.
    SeatGiven { group: GroupId, person: PersonId, role: String },
    /// Somebody left a seat.
    SeatEnded { group: GroupId, person: PersonId },
    /// Whoever sits there told those for whom he or she speaks what was decided.
    SeatReportSent { group: GroupId, seat: SeatId, report: SeatReportId },
    /// A moderator hid the words of such a report, or showed them again.
    SeatReportHidden { group: GroupId, report: SeatReportId, hidden: bool },
    /// Somebody answered such a report.
    SeatReportAnswered { group: GroupId, seat: SeatId, report: SeatReportId },
    /// The day comes by which that is owed.
    SeatReportDue { group: GroupId, seat: SeatId, due_on: i32 },
    /// That day has passed.
    SeatReportLate { group: GroupId, seat: SeatId, due_on: i32 },
}

impl Event {
    /// The idea that it is about.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a table: each event has its own row")]
    pub const fn idea(&self) -> Option<IdeaId> {
        match self {
            Self::Submitted { idea, .. }
            | Self::Imported { idea, .. }
            | Self::Resubmitted { idea, .. }
            | Self::Published { idea, .. }
            | Self::Returned { idea, .. }
            | Self::Refused { idea, .. }
            | Self::Appealed { idea, .. }
            | Self::ReturnLapsed { idea, .. }
            | Self::Edited { idea, .. }
            | Self::Added { idea, .. }
            | Self::GoalReached { idea, .. }
            | Self::Lifted { idea, .. }
            | Self::CameToGroup { idea, .. }
            | Self::ClosedUnsupported { idea, .. }
            | Self::Asked { idea, .. }
            | Self::AnswerCame { idea, .. }
            | Self::AnswerMissing { idea, .. }
            | Self::Forwarded { idea, .. }
            | Self::CameBack { idea, .. }
            | Self::ForwardingReminded { idea, .. }
            | Self::ForwardingAccepted { idea, .. }
            | Self::ForwardingReturned { idea, .. }
            | Self::HandOverOffered { idea, .. }
            | Self::HandOverAccepted { idea, .. }
            | Self::HandOverDeclined { idea, .. }
            | Self::TakenForward { idea, .. }
            | Self::OwnerAsked { idea, .. }
            | Self::OwnerReminded { idea, .. }
            | Self::OwnerAccepted { idea, .. }
            | Self::OwnerChanged { idea, .. }
            | Self::OwnerReleased { idea, .. }
            | Self::OwnerDeclined { idea, .. }
            | Self::OwnerLapsed { idea, .. }
            | Self::BallotOpened { idea, .. }
            | Self::BallotClosing { idea, .. }
            | Self::BallotClosed { idea, .. }
            | Self::BackToProposal { idea, .. }
            | Self::Decided { idea, .. }
            | Self::Started { idea, .. }
            | Self::HelpAsked { idea, .. }
            | Self::ProgressReported { idea, .. }
            | Self::Completed { idea, .. }
            | Self::Stopped { idea, .. }
            | Self::Merged { idea, .. }
            | Self::MergedHere { idea, .. }
            | Self::Withdrawn { idea, .. }
            | Self::Corrected { idea, .. }
            | Self::Reminded { idea, .. }
            | Self::Late { idea, .. }
            | Self::ClimbedToChair { idea, .. }
            | Self::ClimbedToProcess { idea, .. }
            | Self::LateAgain { idea, .. }
            | Self::Postponed { idea, .. }
            | Self::ClosesSoon { idea, .. }
            | Self::Graded { idea, .. }
            | Self::Hidden { idea, .. }
            | Self::ShownAgain { idea, .. }
            | Self::CommentWritten { idea, .. }
            | Self::CommentShown { idea, .. }
            | Self::CommentHidden { idea, .. }
            | Self::QuestionAnswered { idea, .. }
            | Self::Reported { idea, .. }
            | Self::ReportDecided { idea, .. } => Some(*idea),
            Self::RoleGiven { .. }
            | Self::SuspensionChanged { .. }
            | Self::GroupMade { .. }
            | Self::GroupChanged { .. }
            | Self::SeatGiven { .. }
            | Self::SeatEnded { .. }
            | Self::SeatReportSent { .. }
            | Self::SeatReportHidden { .. }
            | Self::SeatReportAnswered { .. }
            | Self::SeatReportDue { .. }
            | Self::SeatReportLate { .. } => None,
        }
    }

    /// The group that it is about, beside the idea.
    #[must_use]
    pub const fn group(&self) -> Option<GroupId> {
        match self {
            Self::Published { group, .. }
            | Self::CameToGroup { group, .. }
            | Self::GroupMade { group, .. }
            | Self::GroupChanged { group, .. }
            | Self::SeatGiven { group, .. }
            | Self::SeatEnded { group, .. }
            | Self::SeatReportSent { group, .. }
            | Self::SeatReportHidden { group, .. }
            | Self::SeatReportAnswered { group, .. }
            | Self::SeatReportDue { group, .. }
            | Self::SeatReportLate { group, .. } => Some(*group),
            Self::HandOverAccepted { to, .. } => Some(*to),
            _ => None,
        }
    }

    /// Whether everyone may read of it in the history of a public idea.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        !matches!(
            self,
            Self::Submitted { .. }
                | Self::Resubmitted { .. }
                | Self::Returned { .. }
                | Self::Refused { .. }
                | Self::Appealed { .. }
                | Self::ReturnLapsed { .. }
                | Self::OwnerDeclined { .. }
                | Self::HelpAsked { .. }
                | Self::Reminded { .. }
                | Self::OwnerReminded { .. }
                | Self::ForwardingReminded { .. }
                | Self::ClosesSoon { .. }
                | Self::Graded { .. }
                | Self::BallotClosing { .. }
                | Self::Hidden { .. }
                | Self::CommentWritten { .. }
                | Self::CommentShown { .. }
                | Self::CommentHidden { .. }
                | Self::Reported { .. }
                | Self::ReportDecided { .. }
                | Self::RoleGiven { .. }
                | Self::SuspensionChanged { .. }
        )
    }
}
