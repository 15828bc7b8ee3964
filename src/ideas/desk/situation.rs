//! An idea as a desk needs to know it.

use super::views::{AuthorSays, Help, NamedSeat, Offer, Owner, Waiting};
use crate::groups::GroupKind;
use crate::ideas::lifecycle::BallotFact;
use crate::ideas::store::Idea;
use crate::ideas::store::ownerships::OwnershipState;
use crate::kernel::{BallotId, GroupId};
use crate::policy::Standing;

/// An idea, what its reader is to it, and what waits about it.
#[derive(Debug, Clone)]
pub struct Situation {
    /// The idea.
    pub idea: Idea,
    /// What the reader is to it.
    pub standing: Standing,
    /// Comments that are shown.
    pub comments: i64,
    /// Whether its author is a child.
    pub young_author: bool,
    /// Who was asked last to own it, unless relieved since.
    pub owner: Option<Owner>,
    /// The question, or the handing on, that waits.
    pub inquiry: Option<Waiting>,
    /// What whoever carries it out needs, and has asked the group for.
    pub help: Option<Help>,
    /// What the author says of the answer, or of what came of it.
    pub graded: Option<AuthorSays>,
    /// The offer to another group that waits.
    pub offer: Option<Offer>,
    /// What the last ballot said.
    pub ballot: BallotFact,
    /// The ballot that is held or was held last, while the idea waits for one.
    pub newest_ballot: Option<BallotId>,
    /// Every group.
    pub groups: Vec<NamedGroup>,
    /// Who sits in the lead group today.
    pub seats: Vec<NamedSeat>,
}

/// A group by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedGroup {
    /// Which.
    pub id: GroupId,
    /// Its word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// What kind of body it is.
    pub kind: GroupKind,
}

impl Situation {
    /// Whether somebody has promised to see it carried out.
    #[must_use]
    pub fn owner_has_accepted(&self) -> bool {
        self.owner.as_ref().is_some_and(|owner| owner.state == OwnershipState::Accepted)
    }

    /// The name of a group.
    #[must_use]
    pub fn group_name(&self, id: Option<GroupId>) -> &str {
        let found = self.groups.iter().find(|group| Some(group.id) == id);
        found.map_or("", |group| group.name.as_str())
    }

    /// The groups that an idea can go to from its own.
    pub fn other_groups(&self) -> impl Iterator<Item = &NamedGroup> {
        self.groups.iter().filter(|group| group.kind.leads_ideas() && Some(group.id) != self.idea.group_id)
    }
}
