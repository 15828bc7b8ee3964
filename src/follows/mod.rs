//! Following: who has asked to hear about an idea. How many do is nobody's business and is shown
//! nowhere.
//!
//! Not here: what a follower is told and when ([`crate::notifications`]), and whether mails are
//! wanted at all (a setting of the person).

pub mod store;
