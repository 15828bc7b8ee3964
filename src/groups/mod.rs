//! The bodies that answer: steering groups, the youth council and the process group, with the
//! people who hold their seats.
//!
//! Not here: what a group has before it ([`crate::ideas`] knows ideas), giving and ending seats
//! by hand and the forms for groups ([`crate::admin`]), ballots ([`crate::ballots`]). Anyone below may ask who sits where
//! ([`store`]), who may vote on a day ([`roll`]) and which group fits an idea ([`routing`]).

pub mod actions;
pub mod api;
pub mod draft;
pub mod group_words;
pub mod pages;
pub mod roll;
pub mod routing;
pub mod seats;
pub mod store;
pub mod views;

pub use store::Group;

use crate::word_enum;

word_enum! {
    /// What kind of body a group is.
    pub enum GroupKind {
        /// Answers for the ideas of a theme.
        Steering = "steering",
        /// Young people's own body; may lift ideas, be asked, and lead.
        YouthCouncil = "youth_council",
        /// Watches over what is late, disputed or without an owner; leads no idea.
        Process = "process",
    }
}

impl GroupKind {
    /// Whether a group of this kind can answer for an idea.
    #[must_use]
    pub const fn leads_ideas(self) -> bool {
        matches!(self, Self::Steering | Self::YouthCouncil)
    }

    /// What a ballot of such a body does with a tie unless the group says otherwise
    /// (domain 2.2): the chair decides, but young people discuss again.
    #[must_use]
    pub const fn usual_tie_rule(self) -> TieRule {
        match self {
            Self::Steering | Self::Process => TieRule::Chair,
            Self::YouthCouncil => TieRule::NoDecision,
        }
    }
}

word_enum! {
    /// What somebody does in a group.
    pub enum SeatRole {
        /// Leads the meetings and speaks for the group.
        Chair = "chair",
        /// Keeps the group's matters together between the meetings.
        Coordinator = "coordinator",
        /// Writes down what the group decides.
        Secretary = "secretary",
        /// Takes part.
        Member = "member",
    }
}

impl SeatRole {
    /// The roles that act for the group: they triage, answer and write down decisions.
    pub const LEADING: [Self; 3] = [Self::Chair, Self::Coordinator, Self::Secretary];

    /// Whether somebody in this role acts for the group.
    #[must_use]
    pub const fn leads(self) -> bool {
        matches!(self, Self::Chair | Self::Coordinator | Self::Secretary)
    }
}

word_enum! {
    /// What a body does when as many say yes as no.
    pub enum TieRule {
        /// The chair's vote decides.
        Chair = "chair",
        /// A lot is drawn.
        Lot = "lot",
        /// Nothing is decided; the body discusses again.
        NoDecision = "no_decision",
    }
}
