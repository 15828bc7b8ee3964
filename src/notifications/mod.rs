//! Who is told what, when and in which words. Learns of what has happened through events only,
//! and writes finished mails into the outbox.
//!
//! Not here: how a mail looks on the wire ([`crate::mail`]) and when a job is tried again
//! ([`crate::queue`]). Called by [`crate::workers`].

mod audience;
mod draft_warning;
mod facts;
mod fan_out;
mod kind;
mod letter;
mod notices;
pub mod pages;
mod queue_mail;
mod returned;
mod sample;
mod send;
mod store;
#[cfg(test)]
mod tests;
mod texts;
mod token_mail;
pub mod unsubscribe;

pub use draft_warning::{DRAFT_DAYS, warn_of_idle_drafts};
pub use fan_out::notify;
pub use kind::MailKind;
pub use notices::{mail_old_address, mail_session};
pub use queue_mail::remind_moderators;
pub use returned::{WITHHELD, read_returned, take_report};
pub use send::send;
pub use token_mail::mail_token;

use crate::error::Error;

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

    /// An event lacks what its mail has to say, so trying again cannot help.
    pub(crate) fn lacks(what: &str) -> Self {
        Self::forever(format!("the event has no {what}"))
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
            Error::Forbidden
            | Error::SignInNeeded
            | Error::Invalid(_)
            | Error::Refused { .. }
            | Error::Conflict(_)
            | Error::TooMany { .. }
            | Error::Internal(_) => Self::later(error.code().to_string()),
        }
    }
}
