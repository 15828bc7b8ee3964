//! Mail as a tool: a finished text goes out, and one row per mail remembers what became of it.
//!
//! Not here: who gets which mail, when, and in what words (`notifications` knows), and
//! when to try again (the queue knows). This module knows no feature and writes no log line.
//! Called by: the worker that sends, the fan-out that writes rows, the staff's delivery page.
//! The only place that imports `lettre`.

mod backend;
mod brake;
mod compose;
pub mod config;
mod dkim;
pub mod dsn;
pub mod frame;
mod header;
mod smtp;
pub mod store;
#[cfg(test)]
mod tests;
mod verp;

pub use backend::{Mailer, SentMail};
pub use brake::{Admission, Brake, Fault};
pub use config::{Backend, Config, Encryption, LONGEST_TIMEOUT_SECONDS, QuietHours};
pub use frame::{Letter, Paragraph};
pub use store::NewEmail;
pub use verp::mail_named_in;

use crate::kernel::{EmailAddress, EmailId, Timestamp};

crate::word_enum! {
    /// What became of a mail.
    pub enum EmailState {
        /// Waiting to be sent, or to be tried again.
        Queued = "queued",
        /// A server has taken it over.
        Sent = "sent",
        /// Refused for good, or tried too often; staff can revive it.
        Dead = "dead",
    }
}

/// A finished mail to one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboundMail {
    /// The row of the outbox; with `created_at` it gives the stable Message-ID.
    pub id: EmailId,
    /// What kind of mail it is, one word; shown to staff only.
    pub kind: String,
    /// Who gets it.
    pub recipient: EmailAddress,
    /// The reader's name for the `To` line. Rows of the outbox keep none.
    pub recipient_name: Option<String>,
    /// The subject as the reader sees it; line breaks and invisible characters are dropped.
    pub subject: String,
    /// The complete text part.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// Language of both parts, as `sv` or `en`.
    pub locale: String,
    /// Mails with the same word are shown as one conversation; the number of an idea.
    pub thread: Option<String>,
    /// Where one POST without a sign-in ends this kind of mail (RFC 8058); http(s).
    pub unsubscribe: Option<String>,
    /// When the row was written; the `Date` of the mail.
    pub created_at: Timestamp,
}

/// The receiver's side has taken over the mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What the server answered, without the address; at most [`smtp::ANSWER_LIMIT`] characters.
    pub server_said: String,
}

/// Why a mail did not go out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Trying again may help: the server has answered this mail with 4xx.
    #[error("not now: {0}")]
    Later(String),
    /// No mail gets through: no connection, time ran out, or an answer that concerns our settings and
    /// not this reader.
    #[error("no mail server: {why}")]
    Down {
        /// In words for staff.
        why: String,
        /// Whether the whole mail was under way, so that the server may have it: the next try may be a double.
        may_have_arrived: bool,
    },
    /// Trying again will not help: the server refuses this reader or this mail for good.
    #[error("refused: {0}")]
    Never(String),
    /// As [`SendError::Never`], and what the server refuses is this reader's address.
    #[error("refused: {0}")]
    NoReader(String),
}
