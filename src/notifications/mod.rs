//! Who is told what, when and in which words. Learns of what has happened through events only,
//! and writes finished mails into the outbox.
//!
//! Not here: how a mail looks on the wire ([`crate::mail`]) and when a job is tried again
//! ([`crate::queue`]). Called by [`crate::workers`].

mod audience;
mod bundle;
mod bundles;
pub mod calls;
pub mod choose;
mod digest;
mod draft_warning;
mod facts;
mod fan_out;
mod kind;
mod letter;
mod news;
mod notices;
mod outbox;
pub mod pace;
pub mod pages;
mod queue_mail;
mod returned;
mod sample;
mod seats;
mod send;
mod spoken;
mod store;
#[cfg(test)]
mod tests;
mod texts;
mod token_mail;
pub mod unsubscribe;

pub use bundles::put_together as put_bundles_together;
pub use digest::gather as gather_news;
pub use draft_warning::{DRAFT_DAYS, warn_of_idle_drafts};
pub use fan_out::notify;
pub use kind::MailKind;
pub use notices::{mail_old_address, mail_session};
pub use outbox::add_send;
pub use queue_mail::remind_moderators;
pub use returned::{WITHHELD, read_returned, take_report};
pub use send::send;
pub use token_mail::mail_token;

use crate::error::Error;
use crate::kernel::Timestamp;

/// Why a job could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// In words for staff; never holds personal data.
    pub why: String,
    /// Whether trying again cannot help.
    pub forever: bool,
    /// Until when the job is put off without counting a try, because it is not its fault.
    pub until: Option<Timestamp>,
}

impl Trouble {
    /// Trying again may help.
    #[must_use]
    pub fn later(why: impl Into<String>) -> Self {
        Self { why: why.into(), forever: false, until: None }
    }

    /// It is not its fault, and it is tried from then on.
    #[must_use]
    pub fn put_off(until: Timestamp, why: impl Into<String>) -> Self {
        Self { why: why.into(), forever: false, until: Some(until) }
    }

    /// An event lacks what its mail has to say, so trying again cannot help.
    pub(crate) fn lacks(what: &str) -> Self {
        Self::forever(format!("the event has no {what}"))
    }

    /// Trying again cannot help.
    #[must_use]
    pub fn forever(why: impl Into<String>) -> Self {
        Self { why: why.into(), forever: true, until: None }
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
