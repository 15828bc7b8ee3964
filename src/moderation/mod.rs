//! What moderators do: read what comes in, hide what should not be shown, decide on reports and
//! appeals. One queue holds everything that waits for them.
//!
//! Not here: what follows for an idea ([`crate::ideas::actions`]), who may be a moderator
//! ([`crate::admin`]), what the author is told ([`crate::notifications`]). The rules are in
//! [`deadline`], [`flags`], [`report`] and [`verdict`].

pub mod actions;
pub mod api;
pub mod deadline;
pub mod flags;
pub mod pages;
pub mod report;
mod standing;
pub mod store;
pub mod verdict;
pub mod views;

#[cfg(test)]
mod tests;
