//! Everything that anyone can do. Each route declares one; each action asks for one.

use crate::word_enum;

word_enum! {
    /// Something that somebody can do.
    pub enum Action {
        /// Read a public page, list, feed or figure.
        PublicRead = "public-read",
        /// Ask for a sign-in mail and use its code or link.
        SignIn = "sign-in",
        /// Sign out; read and change what is stored about oneself; make API tokens.
        AccountManage = "account-manage",
        /// Sign in as a person of the example town (only with the example town on loopback).
        ExampleSignIn = "example-sign-in",
        /// Read the mails in the development folder (only there).
        ExampleMailRead = "example-mail-read",

        /// Write an idea and send it.
        IdeaCreate = "idea-create",
        /// Open an idea by its receipt code.
        ReceiptOpen = "receipt-open",
        /// Read an idea that is not public.
        IdeaReadPrivate = "idea-read-private",
        /// Change the text of an idea, add to it, send it again.
        IdeaEdit = "idea-edit",
        /// Take an idea back.
        IdeaWithdraw = "idea-withdraw",
        /// Ask for a second opinion on a refusal.
        IdeaAppeal = "idea-appeal",
        /// Say what one thinks of the answer to one's idea, and of what came of it.
        IdeaGrade = "idea-grade",
        /// Do the same by the link in a mail.
        GradeByLink = "grade-by-link",

        /// Support an idea, or take the support back.
        IdeaSupport = "idea-support",
        /// Ask for a mail by which support is confirmed.
        SupportRequest = "support-request",
        /// Follow an idea, or stop.
        IdeaFollow = "idea-follow",
        /// Hear from whoever speaks for somebody in a group, or stop.
        SeatFollow = "seat-follow",
        /// Answer what such a person told.
        SeatReply = "seat-reply",
        /// Say something about an idea.
        CommentAdd = "comment-add",
        /// Answer a question in the name of the lead group.
        CommentAnswer = "comment-answer",
        /// Report something that should not be shown.
        ReportMake = "report-make",
        /// Stop mails by the link in them.
        MailStop = "mail-stop",
        /// Hand over a mail that came back, with the secret of the settings.
        MailReturn = "mail-return",

        /// Read the moderators' queue.
        QueueRead = "queue-read",
        /// Publish, return or refuse an idea.
        IdeaScreen = "idea-screen",
        /// Show or refuse a comment.
        CommentScreen = "comment-screen",
        /// Hide something that is shown, or show it again; decide on a report.
        ContentHide = "content-hide",
        /// See whom to call or write to who has no e-mail, and say that it is done.
        CallManage = "call-manage",

        /// Read the desk of an idea: what everyone who has something to do about it can do now.
        GroupDeskRead = "group-desk-read",
        /// Tell those for whom a seat speaks what the group decided, and read what they answer.
        SeatReport = "seat-report",
        /// Take an idea up before it has reached its goal.
        IdeaLift = "idea-lift",
        /// Take forward, ask somebody, hand on, say no, name an owner.
        IdeaTriage = "idea-triage",
        /// Give a new day for what is owed, with a public reason.
        IdeaPostpone = "idea-postpone",
        /// Answer a group that wants to hand an idea over.
        HandOverAnswer = "hand-over-answer",
        /// Join two ideas.
        IdeaMerge = "idea-merge",
        /// Answer a question that the group asked.
        InquiryAnswer = "inquiry-answer",
        /// Write down the decision.
        IdeaDecide = "idea-decide",
        /// Open a secret ballot.
        BallotOpen = "ballot-open",
        /// Vote in a secret ballot.
        BallotVote = "ballot-vote",

        /// Accept or decline to own the carrying out.
        OwnershipAnswer = "ownership-answer",
        /// Begin, report on and finish the carrying out.
        ProgressReport = "progress-report",
        /// Ask the group for help with the carrying out.
        HelpAsk = "help-ask",
        /// Stop the carrying out.
        IdeaStop = "idea-stop",
        /// Put something right that went wrong, with a public reason.
        IdeaCorrect = "idea-correct",

        /// Read what is late, disputed or without an owner.
        ProcessDeskRead = "process-desk-read",
        /// Give roles and seats, suspend.
        PeopleManage = "people-manage",
        /// Make groups and say what they are.
        GroupManage = "group-manage",
        /// See the queue of jobs and mails, and revive what died.
        MachineryManage = "machinery-manage",
    }
}
