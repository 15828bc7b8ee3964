//! What people say about an idea: for, against, a question or an addition. No reply ladders; a
//! question can get one official answer from the lead group.
//!
//! A comment is never deleted: a moderator hides it, and its place stays. Not here: whether an idea
//! takes comments just now and how many are shown (`ideas::actions`), and what moderators decide
//! ([`crate::moderation`]). Whoever shows or hides a comment also keeps the idea's stored count,
//! in the same transaction.

pub mod deadline;
pub mod draft;
pub mod store;

use crate::word_enum;

word_enum! {
    /// What a comment wants.
    pub enum Kind {
        /// Speaks for the idea.
        For = "for",
        /// Speaks against it.
        Against = "against",
        /// Asks; the lead group can answer.
        Question = "question",
        /// Adds something.
        Addition = "addition",
    }
}

word_enum! {
    /// Whether a comment can be read.
    pub enum State {
        /// A moderator has to read it first.
        Waiting = "waiting",
        /// Everyone can read it.
        Visible = "visible",
        /// It was shown and a moderator hid it; its place stays.
        Hidden = "hidden",
        /// A moderator read it and did not show it.
        Refused = "refused",
    }
}
