//! The machinery: what waits, what died, and bringing it back to life.
//!
//! Not here: doing the work ([`crate::workers`]).

pub mod pages;
mod revive;
pub mod unreached;

pub use revive::{revive_job, revive_job_row, revive_mail};
