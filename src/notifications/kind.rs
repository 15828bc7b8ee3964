//! The kinds of mail. One text each; the word stands in the outbox.

use crate::queue::Lane;
use crate::word_enum;

word_enum! {
    /// What a mail tells its reader.
    pub enum MailKind {
        /// To the author: we have your idea.
        Receipt = "receipt",
        /// To the author: we have your changed idea.
        Resubmitted = "resubmitted",
        /// To the author: everyone can read it.
        Published = "published",
        /// To the author: something has to be changed first.
        Returned = "returned",
        /// To the author: it is not published, why, and how to appeal.
        Refused = "refused",
        /// To the author: another moderator reads it.
        Appealed = "appealed",
        /// To the author: nothing was changed in time, so it is closed.
        Lapsed = "lapsed",
        /// To the author: a moderator has hidden it.
        Hidden = "hidden",
        /// To the author: it is shown again.
        ShownAgain = "shown_again",
        /// To the author: a group has it and answers by a day.
        WithGroup = "with_group",
        /// To the author: too few supported it in time.
        Closed = "closed",
        /// To the author: the group has asked somebody.
        AuthorAsked = "author_asked",
        /// To the author: no answer came, the group decides without.
        AuthorUnanswered = "author_unanswered",
        /// To the author: the asked has answered.
        AuthorAnswered = "author_answered",
        /// To the author: the ballot gave no answer.
        BackToProposal = "back_to_proposal",
        /// To the author: somebody else carries it out.
        NewOwner = "new_owner",
        /// To the author: a body outside has it.
        Forwarded = "forwarded",
        /// To the author: another group has it now.
        GroupChanged = "group_changed",
        /// To the author: the group wants to make it happen.
        TakenForward = "taken_forward",
        /// To the author: the decision.
        Decision = "decision",
        /// To the author: the work has begun.
        Started = "started",
        /// To the author: it is done.
        Done = "done",
        /// To the author: the work was stopped.
        Stopped = "stopped",
        /// To the author: it lives on in another idea.
        Merged = "merged",
        /// To the author of the other idea: one was joined into it.
        Joined = "joined",
        /// To the author: the process group put something right.
        Corrected = "corrected",

        /// To the author: a returned idea is closed soon.
        ReturnedReminder = "returned_reminder",
        /// To the author: the day has passed, and what happens now.
        Late = "late",
        /// To the author: it is late still, for how long, and who has it now.
        LateAgain = "late_again",
        /// To the author: a new day, and why.
        Postponed = "postponed",

        /// To a follower, as the mails to the author.
        NewsWithGroup = "news_with_group",
        /// To a follower.
        NewsForwarded = "news_forwarded",
        /// To a follower.
        NewsTakenForward = "news_taken_forward",
        /// To a follower, and to everyone who could vote on it.
        NewsDecision = "news_decision",
        /// To a follower.
        NewsStarted = "news_started",
        /// To a follower.
        NewsDone = "news_done",
        /// To a follower.
        NewsStopped = "news_stopped",
        /// To a follower.
        NewsMerged = "news_merged",
        /// To a follower.
        NewsWithdrawn = "news_withdrawn",

        /// To a follower.
        NewsPostponed = "news_postponed",
        /// To a follower.
        NewsNewOwner = "news_new_owner",

        /// To moderators, at most once a day: something waits to be read.
        Queue = "queue",
        /// To the moderator who refused: somebody else reads it again.
        AppealOfYours = "appeal_of_yours",
        /// To a group's coordinator: an idea in the group's field is open.
        GroupPublished = "group_published",
        /// To those who lead a group: it is yours, an answer is owed.
        GroupTask = "group_task",
        /// To those who lead a group: a short answer is owed.
        GroupClosed = "group_closed",
        /// To those who lead a group: the asked has answered.
        GroupAnswered = "group_answered",
        /// To those who lead a group: the asked has not answered.
        GroupUnanswered = "group_unanswered",
        /// To those who lead a group: whoever carried it out says that it is done.
        GroupDone = "group_done",
        /// To those who led the idea: the process group has given it to another group.
        GroupRelieved = "group_relieved",
        /// To those who lead a group: it came back from outside.
        GroupCameBack = "group_came_back",
        /// To those who lead the receiving group: do you take it over?
        HandOverOffered = "hand_over_offered",
        /// To those who lead the giving group: it is taken over.
        HandOverAccepted = "hand_over_accepted",
        /// To those who lead the giving group: it stays with you.
        HandOverDeclined = "hand_over_declined",
        /// To those who lead a group: the owner said yes.
        OwnerAccepted = "owner_accepted",
        /// To those who lead a group: the owner said no.
        OwnerDeclined = "owner_declined",
        /// To those who lead a group: the one who was asked has not answered.
        OwnerSilent = "owner_silent",
        /// To those who lead a group: the ballot is counted.
        BallotClosed = "ballot_closed",

        /// To the author: the time for support ends soon.
        ClosesSoon = "closes_soon",
        /// To the author: the body outside has not taken the idea on.
        ForwardingReturned = "forwarding_returned",
        /// To those who lead a group: the same.
        GroupForwardingReturned = "group_forwarding_returned",
        /// To the process group: the same.
        ProcessForwardingReturned = "process_forwarding_returned",
        /// To the body outside: an idea is handed on to it.
        ForwardedToYou = "forwarded_to_you",
        /// To the same: the time to say whether it takes the idea on is up soon.
        ForwardingReminded = "forwarding_reminded",
        /// To those who lead a group: whoever carries it out needs help.
        HelpAsked = "help_asked",
        /// To whoever carries it out: it is late still, and who knows it now.
        StillLate = "still_late",

        /// To whoever owes the next step: the day comes.
        Reminder = "reminder",
        /// To whoever owes the next step: the day has passed.
        LateOwed = "late_owed",
        /// To the chair of the lead group: it is late.
        ClimbedChair = "climbed_chair",
        /// To the process group: it is late.
        ClimbedProcess = "climbed_process",

        /// To the one who is asked to own the carrying out.
        OwnerAsked = "owner_asked",
        /// To whoever was asked, or had accepted: there is nothing to do any more.
        OwnerReleased = "owner_released",
        /// To the same: the time to answer is up soon.
        OwnerReminded = "owner_reminded",
        /// To the one who is asked a question.
        Asked = "asked",
        /// To everyone on the roll: a ballot is open.
        Ballot = "ballot",
        /// To whoever follows a seat: what was decided.
        ReportBack = "report_back",
        /// To whoever owes that: the day comes.
        ReportDue = "report_due",
        /// To the same: the day has passed.
        ReportLate = "report_late",
        /// To those who lead the group: which seats have not told.
        ReportsLate = "reports_late",
        /// To whoever wrote such a report: its words are not shown.
        ToldHidden = "told_hidden",

        /// To the one who asked on the page: the group has answered.
        QuestionAnswered = "question_answered",
        /// To the one who wrote it: the comment is not shown.
        CommentHidden = "comment_hidden",
        /// To the one who reported: what was decided.
        ReportDecided = "report_decided",

        /// Code and link for signing in.
        SignIn = "sign_in",
        /// Link that confirms a contact.
        ConfirmContact = "confirm_contact",
        /// Link that confirms a support.
        ConfirmSupport = "confirm_support",
        /// To the writer of a draft: it will be removed.
        DraftWarning = "draft_warning",

        /// To whoever has the account: a sign-in on a device that was not used before.
        NewSignIn = "new_sign_in",
        /// To whoever has the account: a key for the API was made.
        KeyMade = "key_made",
        /// To the old address: the account has another one now.
        AddressChanged = "address_changed",
        /// To whoever has the account: another role.
        RoleChanged = "role_changed",
        /// To whoever has the account: it is suspended.
        Suspended = "suspended",
        /// To whoever has the account: it is no longer suspended.
        Reinstated = "reinstated",

        /// To the author: others have written about the idea.
        NewComment = "new_comment",
        /// To those on the roll who have not voted: the ballot closes in a day.
        BallotClosing = "ballot_closing",
        /// What has gathered for a reader.
        Bundle = "bundle",
    }
}

impl MailKind {
    /// Whether it tells of the reader's account, and cannot be turned off.
    pub(super) const fn is_notice(self) -> bool {
        matches!(
            self,
            Self::NewSignIn
                | Self::KeyMade
                | Self::AddressChanged
                | Self::RoleChanged
                | Self::Suspended
                | Self::Reinstated
        )
    }

    /// Whether it is about the report of a seat.
    pub(super) const fn is_of_a_seat(self) -> bool {
        matches!(self, Self::ReportBack | Self::ReportDue | Self::ReportLate | Self::ReportsLate | Self::ToldHidden)
    }

    /// Whether it goes to people who may read of the idea only while everyone may.
    pub(super) const fn needs_listed(self) -> bool {
        matches!(
            self,
            Self::Joined
                | Self::NewsWithGroup
                | Self::NewsForwarded
                | Self::NewsTakenForward
                | Self::NewsDecision
                | Self::NewsStarted
                | Self::NewsDone
                | Self::NewsStopped
                | Self::NewsMerged
                | Self::NewsWithdrawn
                | Self::NewsPostponed
                | Self::NewsNewOwner
                | Self::GroupDone
                | Self::GroupRelieved
                | Self::OwnerReleased
                | Self::GroupPublished
                | Self::GroupTask
                | Self::GroupClosed
                | Self::GroupAnswered
                | Self::GroupUnanswered
                | Self::GroupCameBack
                | Self::HandOverOffered
                | Self::HandOverAccepted
                | Self::HandOverDeclined
                | Self::OwnerAccepted
                | Self::OwnerDeclined
                | Self::OwnerSilent
                | Self::BallotClosed
                | Self::GroupForwardingReturned
                | Self::ForwardedToYou
                | Self::ForwardingReminded
                | Self::HelpAsked
                | Self::StillLate
                | Self::Reminder
                | Self::LateOwed
                | Self::ClimbedChair
                | Self::OwnerAsked
                | Self::OwnerReminded
                | Self::Asked
                | Self::Ballot
                | Self::BallotClosing
                | Self::NewComment
                | Self::QuestionAnswered
                | Self::ConfirmSupport
        )
    }

    /// Whether it speaks of a day by which something is owed, and says nothing any more when that is another.
    pub(super) const fn speaks_of_a_day(self) -> bool {
        matches!(
            self,
            Self::Reminder
                | Self::ReturnedReminder
                | Self::ClosesSoon
                | Self::Late
                | Self::LateAgain
                | Self::LateOwed
                | Self::StillLate
                | Self::ClimbedChair
                | Self::ClimbedProcess
                | Self::Postponed
                | Self::NewsPostponed
        )
    }

    /// Whether it carries a code or link for what the reader does at this moment, and is about nothing else.
    pub(super) const fn is_code(self) -> bool {
        matches!(self, Self::SignIn | Self::ConfirmContact | Self::ConfirmSupport)
    }

    /// Whether it comes at any hour: because the reader waits for it with the page open (the receipt carries
    /// the link that confirms a contact), or because it tells of something that was just done with the
    /// account, and a stranger who did it must not gain the night.
    pub(super) const fn is_awaited(self) -> bool {
        self.is_code() || matches!(self, Self::Receipt | Self::NewSignIn | Self::KeyMade | Self::AddressChanged)
    }

    /// Whether it never goes into a bundle: an answer has to be readable by itself, and what waits for
    /// moderators is told once a day as it is.
    pub(super) const fn stands_alone(self) -> bool {
        matches!(self, Self::Receipt | Self::Decision | Self::Queue)
    }

    /// Whether a full day holds it back although it is the reader's own matter: it asks for nothing within days,
    /// and a moderator who publishes fifty ideas in an evening would mean fifty mails to one coordinator, a group
    /// that sleeps as many to everyone in the process group.
    pub(super) const fn can_wait_for_the_bundle(self) -> bool {
        matches!(self, Self::GroupPublished | Self::GroupClosed | Self::ClimbedProcess)
    }

    /// What goes first.
    pub(super) const fn lane(self) -> Lane {
        if self.is_awaited() {
            return Lane::Awaited;
        }
        match self {
            Self::NewsWithGroup
            | Self::NewsForwarded
            | Self::NewsTakenForward
            | Self::NewsDecision
            | Self::NewsStarted
            | Self::NewsDone
            | Self::NewsStopped
            | Self::NewsMerged
            | Self::NewsWithdrawn
            | Self::NewsPostponed
            | Self::NewsNewOwner
            | Self::NewComment
            | Self::ReportBack
            | Self::Bundle => Lane::News,
            _ => Lane::Own,
        }
    }
}
