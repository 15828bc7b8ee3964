//! A simulated year: a town whose residents write, support and follow as those of a real platform
//! did, whose groups are diligent, slow or asleep, whose mail server is away for two days and
//! which is on holiday in July.
//!
//! Everything happens through the same actions as in a real town, on a database of its own and
//! with a clock that is turned from act to act. What came of it is counted from outside: from the
//! mails that were delivered and the state of the ideas day by day. The same seed gives the same
//! year. Called by [`crate::cli`].

mod agenda;
mod cast;
mod chance;
mod ledger;
mod outcome;
mod owners;
mod profile;
mod residents;
mod staff;
#[cfg(test)]
mod tests;
mod views;
mod year;

pub use outcome::{Outcome, Spread};

use std::path::Path;

use crate::app::StartError;
use crate::kernel::Date;

/// What is simulated.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Ideas that are written, 1 to 10 000.
    pub ideas: usize,
    /// Days, 30 to 730.
    pub days: i32,
    /// Where chance begins.
    pub seed: u64,
    /// The first day.
    pub begins: Date,
    /// Days after the first at which the mail server goes away.
    pub down_after: i32,
    /// Days for which it is away.
    pub down_days: i32,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            ideas: profile::PROPOSALS,
            days: 365,
            seed: 1,
            begins: Date::first_of(2026),
            down_after: 100,
            down_days: 2,
        }
    }
}

/// Lets the days pass, in a database in an empty folder.
///
/// # Errors
/// When the folder or the database cannot be used, or the program fails; what it refuses by a rule
/// is counted instead.
pub fn run(plan: &Plan, folder: &Path) -> Result<Outcome, StartError> {
    let mut year = year::Year::begin(plan, folder)?;
    year.pass()?;
    Ok(year.end()?)
}
