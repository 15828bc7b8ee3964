//! What a job is and when a failed one is tried again. Pure.

use serde::{Deserialize, Serialize};

use crate::kernel::{CallId, EmailId, EventId, SessionId, Timestamp};

/// A worker that has claimed a job must finish within this time, in minutes, or another may take it.
/// Longer than the longest conversation with a mail server (a test in `workers` holds them together):
/// else a second one would begin while the first still talks, and the mail come twice.
pub const LEASE_MINUTES: i64 = 5;

/// After this many failures a job is dead until somebody revives it: three days of trying, so that a
/// mail server that is down over a weekend loses nothing.
pub const MOST_ATTEMPTS: i32 = 21;

/// What goes first. Within a lane the oldest does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Somebody waits for it with the page open: codes, links, receipts; or it warns of what was just done
    /// with an account. Nothing holds it back.
    Awaited,
    /// Own matters and tasks.
    Own,
    /// News.
    News,
}

impl Lane {
    /// All of them, the first in front.
    pub const ALL: [Self; 3] = [Self::Awaited, Self::Own, Self::News];

    /// As it is stored.
    #[must_use]
    pub const fn number(self) -> i32 {
        match self {
            Self::Awaited => 0,
            Self::Own => 1,
            Self::News => 2,
        }
    }
}

/// Where a job stands among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What goes first.
    pub lane: Lane,
    /// Jobs of one line are done one after the other, the oldest first, and one that waits for another
    /// try holds back those behind it; only [`Lane::Awaited`] is not held back. None stands alone.
    pub line: Option<String>,
}

impl Place {
    /// In a lane, and in no line.
    #[must_use]
    pub const fn alone(lane: Lane) -> Self {
        Self { lane, line: None }
    }

    /// In a lane and a line.
    #[must_use]
    pub const fn behind(lane: Lane, others: String) -> Self {
        Self { lane, line: Some(others) }
    }
}

/// A piece of work. Stored as JSON; add fields only with `#[serde(default)]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Job {
    /// Tell everyone whom an event concerns.
    Notify {
        /// The event.
        event: EventId,
    },
    /// Write the mail that carries a link or code.
    MailToken {
        /// Row of `mailed_tokens`.
        token: i64,
    },
    /// Tell somebody of a sign-in on a new device, or of a new key.
    MailSession {
        /// The sign-in or key.
        session: SessionId,
    },
    /// Tell the reader of an old address that it was changed.
    MailOldAddress {
        /// Row of `address_changes`.
        change: i64,
    },
    /// Hand a mail to the mail server.
    SendMail {
        /// The mail.
        email: EmailId,
    },
    /// Hand a text message to its provider.
    SendSms {
        /// What it tells.
        call: CallId,
    },
}

impl Job {
    /// The word for [`Job::SendMail`].
    pub const SEND_MAIL: &'static str = "send_mail";

    /// The word for this kind in the table and in figures.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Notify { .. } => "notify",
            Self::MailToken { .. } => "mail_token",
            Self::MailSession { .. } => "mail_session",
            Self::MailOldAddress { .. } => "mail_old_address",
            Self::SendMail { .. } => Self::SEND_MAIL,
            Self::SendSms { .. } => "send_sms",
        }
    }
}

/// When a job that has failed `attempts` times is tried again: after 1, 2, 4 … minutes, at most
/// six hours.
#[must_use]
pub fn retry_after(now: Timestamp, attempts: i32) -> Timestamp {
    let doublings = u32::try_from(attempts.clamp(1, 10) - 1).unwrap_or(0);
    now.plus_minutes((1_i64 << doublings).min(360))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_up_to_six_hours() {
        let now = Timestamp::from_microseconds(0);

        assert_eq!(retry_after(now, 1), now.plus_minutes(1));
        assert_eq!(retry_after(now, 4), now.plus_minutes(8));
        assert_eq!(retry_after(now, 50), now.plus_minutes(360));
    }

    #[test]
    fn a_job_is_tried_for_three_days_and_not_for_four() {
        let begun = Timestamp::from_microseconds(0);
        let last_try = (1..MOST_ATTEMPTS).fold(begun, retry_after);

        assert!(last_try > begun.plus_days(3) && last_try < begun.plus_days(4), "{last_try:?}");
    }
}
