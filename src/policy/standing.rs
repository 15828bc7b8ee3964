//! What an actor is to a subject, as plain facts that were loaded before.

use crate::word_enum;

word_enum! {
    /// What a person does on the whole site.
    pub enum Role {
        /// Anyone who has left a contact.
        Resident = "resident",
        /// Reads what comes in before it is shown.
        Moderator = "moderator",
        /// Sits in the process group that watches over everything late or disputed.
        Process = "process",
        /// Gives roles and seats and looks after the machinery.
        Admin = "admin",
    }
}

/// What the asker is to the subject. The default is a visitor who may not see it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The role of a signed-in person; none for a visitor.
    pub role: Option<Role>,
    /// Suspended people stand as visitors.
    pub suspended: bool,
    /// Whether the asker may see the subject at all.
    pub sees_subject: bool,
    /// Wrote the idea (signed in as its author, or showed its receipt code), or the comment.
    pub author: bool,
    /// Has been asked to own, or owns, the carrying out.
    pub owner: bool,
    /// Has been asked a question about the idea that waits for an answer.
    pub asked: bool,
    /// Holds a seat in any group.
    pub seated: bool,
    /// Holds a seat in a process group: the same as the role of that name.
    pub process_seat: bool,
    /// Holds a seat in the lead group.
    pub member: bool,
    /// Is chair, coordinator or secretary of the lead group.
    pub lead: bool,
    /// Is chair, coordinator or secretary of the group that the idea is offered to.
    pub receiver: bool,
    /// Stands on the roll of the idea's ballot.
    pub voter: bool,
    /// The program itself.
    pub system: bool,
}

word_enum! {
    /// One column of the permission table.
    pub enum Relation {
        /// Everyone, signed in or not.
        Anyone = "anyone",
        /// Signed in with a confirmed contact.
        Resident = "resident",
        /// Author of the subject.
        Author = "author",
        /// Asked to own, or owner of, the carrying out.
        Owner = "owner",
        /// Asked a question that waits for an answer.
        Asked = "asked",
        /// Seated in any group.
        Seated = "seated",
        /// Seated in the lead group.
        Member = "member",
        /// Chair, coordinator or secretary of the lead group.
        Lead = "lead",
        /// The same in the group that the idea is offered to.
        Receiver = "receiver",
        /// On the roll of the ballot.
        Voter = "voter",
        /// Site role moderator.
        Moderator = "moderator",
        /// Site role process group, or seated in one.
        Process = "process",
        /// Site role administrator.
        Admin = "admin",
        /// The program.
        System = "system",
    }
}

impl Standing {
    /// Whether the asker is signed in and not suspended.
    #[must_use]
    pub const fn signed_in(&self) -> bool {
        self.role.is_some() && !self.suspended
    }

    /// Whether the asker stands in this relation to the subject.
    #[must_use]
    pub fn has(&self, relation: Relation) -> bool {
        let signed_in = self.signed_in();
        match relation {
            Relation::Anyone => true,
            Relation::Resident => signed_in,
            // A receipt code makes somebody the author without signing in.
            Relation::Author => self.author && !self.suspended,
            Relation::Owner => self.owner && signed_in,
            Relation::Asked => self.asked && signed_in,
            Relation::Seated => self.seated && signed_in,
            Relation::Member => self.member && signed_in,
            Relation::Lead => self.lead && signed_in,
            Relation::Receiver => self.receiver && signed_in,
            Relation::Voter => self.voter && signed_in,
            Relation::Moderator => signed_in && self.role == Some(Role::Moderator),
            Relation::Process => signed_in && (self.role == Some(Role::Process) || self.process_seat),
            Relation::Admin => signed_in && self.role == Some(Role::Admin),
            Relation::System => self.system,
        }
    }
}
