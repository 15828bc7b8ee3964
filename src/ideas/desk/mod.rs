//! The desks: what a group has before it, what one person has to answer, what is late – and for
//! each idea one page with everything that its reader can do about it now.
//!
//! A move is a form, an address and an action; [`moves`] is the list of them, [`form`] how they
//! look, [`take`] the one road from a form or the API to an action. Not here: what a move does
//! (`ideas::actions`) and the page that everyone reads (`ideas::pages`).

pub mod api;
mod fields;
mod form;
pub mod group_page;
pub mod idea_page;
mod moves;
pub mod my_page;
pub mod owner_page;
pub mod process_page;
mod situation;
pub mod take;
#[cfg(test)]
mod tests;
mod views;

pub use moves::MoveKind;
pub use situation::Situation;
