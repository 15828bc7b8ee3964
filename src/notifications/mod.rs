//! Who is told what, when and in which words. Learns of what has happened through events only,
//! and writes finished mails into the outbox.
//!
//! Not here: how a mail looks on the wire ([`crate::mail`]) and when a job is tried again
//! ([`crate::queue`]). Called by [`crate::workers`].

mod send;

pub use send::send;

use crate::db::Db;
use crate::error::Error;
use crate::kernel::EventId;
use crate::town::Town;

/// Why a job could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// In words for staff; never holds personal data.
    pub why: String,
    /// Whether trying again cannot help.
    pub forever: bool,
}

impl Trouble {
    /// Trying again may help.
    #[must_use]
    pub fn later(why: impl Into<String>) -> Self {
        Self { why: why.into(), forever: false }
    }

    /// Trying again cannot help.
    #[must_use]
    pub fn forever(why: impl Into<String>) -> Self {
        Self { why: why.into(), forever: true }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::forever("what the job speaks of is gone"),
            Error::Corrupt(_) => Self::forever("a row cannot be read"),
            Error::Unavailable(_) => Self::later("the database cannot be used"),
            // The cause may quote what somebody wrote, so only its kind is kept.
            other => Self::later(other.code().to_string()),
        }
    }
}

/// Tells everyone whom an event concerns.
pub fn notify(_db: &Db, _town: &Town, _event: EventId) -> Result<(), Trouble> {
    Err(Trouble::later("nobody composes this mail yet"))
}

/// Writes the mail that carries a link or code.
pub fn mail_token(_db: &Db, _town: &Town, _token: i64) -> Result<(), Trouble> {
    Err(Trouble::later("nobody composes this mail yet"))
}
