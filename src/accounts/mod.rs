//! People who have left a contact, their sign-ins and what is stored about them.
//!
//! Not here: seats in groups ([`crate::groups`]), what a role may do ([`crate::policy`]).

pub mod extract;
pub mod session;
pub mod store;
