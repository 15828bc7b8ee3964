//! The states of an idea (domain section 4.1).

use crate::word_enum;

word_enum! {
    /// Where an idea is on its way. "Late" and "hidden" are not states.
    pub enum State {
        /// The author is writing.
        Draft = "draft",
        /// A moderator reads it.
        Screening = "screening",
        /// The author has to change something first.
        Returned = "returned",
        /// It is not published; a ground is given and an appeal is open.
        Refused = "refused",
        /// Everyone can support and discuss it.
        Open = "open",
        /// The time ran out below the goal; a short answer is owed.
        Closed = "closed",
        /// The lead group owes a first answer.
        WithGroup = "with_group",
        /// Somebody named has been asked.
        AwaitingAnswer = "awaiting_answer",
        /// A body outside has it.
        Forwarded = "forwarded",
        /// The group wants it and works it out.
        Proposal = "proposal",
        /// A secret ballot is held.
        Ballot = "ballot",
        /// Decided: yes.
        Accepted = "accepted",
        /// Decided: yes to a part.
        PartlyAccepted = "partly_accepted",
        /// Decided: no, with reasons.
        Declined = "declined",
        /// It is being carried out.
        UnderWay = "under_way",
        /// It is carried out.
        Done = "done",
        /// The carrying out was stopped.
        Stopped = "stopped",
        /// It lives on in another idea.
        Merged = "merged",
        /// The author took it back.
        Withdrawn = "withdrawn",
    }
}

impl State {
    /// Whether everyone may read an idea in this state.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft | Self::Screening | Self::Returned | Self::Refused)
    }

    /// Whether nothing more is owed.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Declined | Self::Done | Self::Stopped | Self::Merged | Self::Withdrawn)
    }

    /// Whether the lead group has it on its desk: everything between reaching the group and a
    /// decision that nobody has to act on any more.
    #[must_use]
    pub const fn is_with_group(self) -> bool {
        matches!(
            self,
            Self::WithGroup
                | Self::AwaitingAnswer
                | Self::Forwarded
                | Self::Proposal
                | Self::Ballot
                | Self::Closed
                | Self::Accepted
                | Self::PartlyAccepted
                | Self::UnderWay
        )
    }

    /// Whether people may still discuss it.
    #[must_use]
    pub const fn takes_comments(self) -> bool {
        matches!(
            self,
            Self::Open | Self::WithGroup | Self::AwaitingAnswer | Self::Forwarded | Self::Proposal | Self::UnderWay
        )
    }

    /// Whether somebody can be asked to own the carrying out: from the group's first look until
    /// it is carried out.
    #[must_use]
    pub const fn takes_owner(self) -> bool {
        matches!(
            self,
            Self::WithGroup
                | Self::AwaitingAnswer
                | Self::Forwarded
                | Self::Proposal
                | Self::Ballot
                | Self::Accepted
                | Self::PartlyAccepted
                | Self::UnderWay
        )
    }

    /// Whether another idea can be joined into one in this state: everyone may read it, and
    /// somebody still has something to do about it.
    #[must_use]
    pub const fn takes_others(self) -> bool {
        self.is_public() && !self.is_final()
    }

    /// Whether a yes was said, and somebody has promised to see it carried out.
    #[must_use]
    pub const fn is_promised(self) -> bool {
        matches!(self, Self::Accepted | Self::PartlyAccepted | Self::UnderWay)
    }

    /// Whether a decision has been taken.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        matches!(
            self,
            Self::Accepted | Self::PartlyAccepted | Self::Declined | Self::UnderWay | Self::Done | Self::Stopped
        )
    }
}

word_enum! {
    /// Why an idea is returned or refused (domain 2.5).
    pub enum Ground {
        /// Not something that this area or municipality can decide or influence.
        NotOurs = "R1",
        /// About a single person's case.
        SingleCase = "R2",
        /// Other people's personal data.
        PersonalData = "R3",
        /// Against the law.
        AgainstLaw = "R4",
        /// Insulting, hateful or discriminating.
        Insulting = "R5",
        /// Several ideas in one.
        SeveralIdeas = "R6",
        /// The same idea exists or was decided in the last 12 months.
        Exists = "R7",
        /// A fault or a complaint; handed on.
        FaultReport = "R8",
        /// Advertising.
        Advertising = "R9",
        /// Cannot be understood; help is offered.
        Unclear = "R10",
        /// A formal process on the same matter is under way.
        FormalProcess = "R11",
    }
}

impl Ground {
    /// Whether an idea may be refused on this ground without having been returned first
    /// (domain 4.2: R4, R5 and R3 at once, the others after a return that did not help).
    #[must_use]
    pub const fn refuses_at_once(self) -> bool {
        matches!(self, Self::PersonalData | Self::AgainstLaw | Self::Insulting)
    }
}

word_enum! {
    /// What a group answers.
    pub enum Outcome {
        /// Yes.
        Yes = "yes",
        /// Yes to a part.
        Partly = "partly",
        /// No.
        No = "no",
    }
}
