//! The durable list of work to do: added in the transaction of the change that asks for it,
//! claimed by workers for a time, finished or tried again later.
//!
//! Not here: what a job does; that is [`crate::workers`]. Actions add jobs through
//! [`crate::journal`]; only workers claim.

mod job;
mod store;
mod views;

pub use job::{Job, LEASE_MINUTES, Lane, MOST_ATTEMPTS, Place, retry_after};
pub use store::{
    Claimed, Counts, JobRow, add, claim, claim_but, counts, fail, finish, job, list, put_off, revive, revive_same,
};
pub use views::{Sending, sendings};
