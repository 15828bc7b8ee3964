//! What a mail about an event can speak of: plain data, loaded before anything is composed.

use super::audience::Part;
use super::kind::MailKind;
use crate::i18n::{Locale, Wording};
use crate::ideas::clock::Ower;
use crate::ideas::ladder::Step;
use crate::ideas::lifecycle::{Ground, Outcome};
use crate::ideas::store::Idea;
use crate::kernel::{BallotId, Date, EmailAddress, GroupId, IdeaId, PersonId, Timestamp};

/// Somebody who gets a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reader {
    /// Who; none for a contact that belongs to nobody yet.
    pub(super) person: Option<PersonId>,
    /// Where it goes.
    pub(super) email: EmailAddress,
    /// In which wording he or she is written to.
    pub(super) wording: Wording,
}

/// An event and everything that a mail about it can say.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    /// When it happened.
    pub(super) at: Timestamp,
    /// Who did it, if a person did.
    pub(super) doer: Option<PersonId>,
    /// The idea as it is now.
    pub(super) idea: Idea,
    /// Its title when the event happened.
    pub(super) title: String,
    /// Contact that the author left and that belongs to nobody yet.
    pub(super) contact: Option<EmailAddress>,
    /// The group that the event speaks of, else the lead group.
    pub(super) group: Option<Group>,
    /// What else the event speaks of.
    pub(super) detail: Detail,
    /// Address that confirms the author's contact, when that is still open.
    pub(super) confirm: Option<String>,
}

/// A group, as a mail names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) id: GroupId,
    pub(super) name: String,
}

/// What an event speaks of beside its idea.
#[derive(Debug, Clone)]
pub(super) enum Detail {
    None,
    /// Return, refusal or hiding.
    Judged {
        ground: Option<Ground>,
        words: Option<String>,
        /// Whether the author has had it reviewed anew, so that it is final.
        is_final: bool,
    },
    /// An appeal, and who refused first.
    Appeal {
        first_moderator: PersonId,
    },
    /// What waits for moderators.
    Queue(Queue),
    /// The day by which the group answers.
    Due(Date),
    Inquiry(Inquiry),
    HandOver(HandOver),
    Ownership(Ownership),
    /// Who is asked to own it, and by when the answer is needed.
    OwnerReminded {
        owner: Ownership,
        until: Date,
    },
    /// What was handed on, and by when the body outside says whether it takes it on.
    ForwardingReminded {
        inquiry: Inquiry,
        until: Date,
    },
    Decision(Box<Decision>),
    Ballot(Ballot),
    Comment(Comment),
    Report {
        reporter: Option<PersonId>,
        /// Where somebody who was not signed in wants the answer.
        contact: Option<EmailAddress>,
        /// Language in which that somebody reads.
        locale: Locale,
        hidden: bool,
        ground: Option<Ground>,
        /// What the moderator wrote to whoever reported it, when it stays.
        words: Option<String>,
    },
    /// The idea that this one was joined into.
    Other(Other),
    /// Reason in the words of whoever did it.
    Reason(String),
    Clock(Clock),
    /// What whoever carries it out needs.
    Help {
        owner: Ownership,
        need: String,
    },
    /// Who carries it out instead, the day that was owed, and the day that is promised now.
    NewOwner {
        owner: Ownership,
        from: Date,
        to: Date,
    },
    /// What the process group put right, and the group that had the idea.
    Corrected {
        reason: String,
        left: Option<Group>,
    },
    /// A new day, and why.
    Postponed {
        from: Date,
        to: Date,
        reason: String,
    },
    Result {
        result: Option<String>,
        measure: Option<String>,
    },
}

/// What waits for moderators.
#[derive(Debug, Clone, Copy)]
pub(super) struct Queue {
    /// Ideas.
    pub(super) waiting: i64,
    pub(super) first_due: Option<Date>,
    /// Ideas, comments and reports together, and when the oldest of them came.
    pub(super) all: i64,
    pub(super) oldest: Option<Timestamp>,
}

/// A day by which somebody owes the next step.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    pub(super) by: Ower,
    pub(super) due_on: Date,
    /// Whether the day is still the one that is owed; what has come meanwhile is nobody told of.
    pub(super) holds: bool,
    /// Whoever was asked, or carries it out.
    pub(super) person: Option<PersonId>,
    /// Whoever carries it out, where that one owes it.
    pub(super) owner: Option<Ownership>,
    /// The last step that was taken about it, where it is late still.
    pub(super) with: Option<Step>,
    /// What waits for moderators, where they owe it.
    pub(super) queue: Option<Queue>,
    /// The counted ballot that gave no answer, where that is what the group has to go on from.
    pub(super) unanswered_ballot: Option<BallotId>,
}

impl Clock {
    /// Whether somebody in a part is told of it: moderators of what they owe, the author of what was
    /// returned, and of every day that has passed.
    pub(super) fn concerns(&self, part: Part, kind: MailKind) -> bool {
        match (part, kind) {
            (Part::Author, MailKind::ReturnedReminder) => self.by == Ower::Author,
            (Part::Moderator, _) => self.by == Ower::Moderators,
            // A group hears of it as its chair; whoever carries it out alone hears each time.
            (Part::Ower, MailKind::StillLate) => self.by == Ower::Owner,
            (Part::Ower, _) => matches!(self.by, Ower::Group | Ower::Asked | Ower::Owner),
            _ => true,
        }
    }
}

/// A question to somebody, or a handing on to a body outside.
#[derive(Debug, Clone)]
pub(super) struct Inquiry {
    pub(super) asked_name: String,
    pub(super) asked_person: Option<PersonId>,
    pub(super) question: String,
    pub(super) diary_number: Option<String>,
    pub(super) due_on: Date,
    pub(super) answer: Option<String>,
}

/// An idea offered by one group to another.
#[derive(Debug, Clone)]
pub(super) struct HandOver {
    pub(super) from: Group,
    pub(super) to: Group,
    pub(super) reason: String,
    pub(super) answer_reason: Option<String>,
    /// The day by which the new group answers.
    pub(super) due_on: Option<Date>,
}

/// Somebody's promise, or the question for one.
#[derive(Debug, Clone)]
pub(super) struct Ownership {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) organisation: String,
    pub(super) first_step_on: Date,
    pub(super) reason: Option<String>,
}

/// A decision with everything that it says; readable alone.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    pub(super) outcome: Outcome,
    pub(super) is_recommendation: bool,
    pub(super) what: String,
    pub(super) reasons: String,
    pub(super) would_change: Option<String>,
    pub(super) instead: Option<String>,
    pub(super) conditions: Option<String>,
    pub(super) children: Option<String>,
    pub(super) dissent: Option<String>,
    pub(super) owner: Option<Ownership>,
    pub(super) first_step_on: Option<Date>,
    pub(super) ballot: Option<Ballot>,
}

/// A ballot; the counts are there only when it is closed.
#[derive(Debug, Clone)]
pub(super) struct Ballot {
    pub(super) id: BallotId,
    pub(super) question: String,
    pub(super) closes_at: Timestamp,
    pub(super) result: Option<String>,
    /// Yes, no, abstain.
    pub(super) counts: Option<[i64; 3]>,
}

/// A contribution to the discussion.
#[derive(Debug, Clone)]
pub(super) struct Comment {
    pub(super) author: PersonId,
    pub(super) body: String,
    pub(super) is_visible: bool,
    pub(super) ground: Option<Ground>,
    pub(super) reason: Option<String>,
    pub(super) answer: Option<String>,
    pub(super) answered_for: Option<String>,
}

/// Another idea.
#[derive(Debug, Clone)]
pub(super) struct Other {
    pub(super) id: IdeaId,
    pub(super) author: Option<PersonId>,
    pub(super) number: String,
    /// None when it is hidden.
    pub(super) title: Option<String>,
    pub(super) reason: Option<String>,
}
