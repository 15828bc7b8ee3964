//! People who have left a contact, their sign-ins and what is stored about them.
//!
//! A person is who reads the mails of an address: [`tokens`] proves it, [`session`] remembers it.
//! Every request reads role and suspension from the row, so a change acts at once.
//!
//! Not here: seats in groups ([`crate::groups`]), what a role may do ([`crate::policy`]), giving
//! roles ([`crate::admin`]).

pub mod actions;
pub mod api;
pub mod device;
pub mod extract;
pub mod last_admin;
pub mod own_data;
pub mod pages;
pub mod reach;
pub mod return_to;
pub mod session;
pub mod standing;
pub mod store;
pub mod tokens;
pub mod views;

#[cfg(test)]
mod tests;
