//! Who acts. Plain data; what the actor may do is decided in [`crate::policy`].

use super::{IdeaId, PersonId, SessionId};

/// The one on whose behalf a request or a job runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who has not signed in. `receipt` is the idea whose receipt code the visitor
    /// has shown: it makes the visitor the author of that idea and of nothing else.
    Visitor {
        /// The idea whose receipt code was shown.
        receipt: Option<IdeaId>,
    },
    /// A signed-in person.
    Person {
        /// Who it is.
        id: PersonId,
        /// The sign-in in use.
        session: SessionId,
        /// The idea whose receipt code was shown in the same browser.
        receipt: Option<IdeaId>,
    },
    /// The program itself: clocks, thresholds, imports.
    System,
}

impl Actor {
    /// A visitor who has shown nothing.
    pub const VISITOR: Self = Self::Visitor { receipt: None };

    /// The signed-in person, if there is one.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { id, .. } => Some(*id),
            Self::Visitor { .. } | Self::System => None,
        }
    }

    /// The idea whose receipt code was shown.
    #[must_use]
    pub const fn receipt(&self) -> Option<IdeaId> {
        match self {
            Self::Person { receipt, .. } | Self::Visitor { receipt } => *receipt,
            Self::System => None,
        }
    }
}
