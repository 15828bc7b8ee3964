//! Links and codes that prove who reads the mails of an address.
//!
//! Both are *derived*: keyed hashes of the row's number and a random nonce. The table alone opens
//! nothing, and the worker that writes the mail computes them again. A link or code works once,
//! for one purpose, for a limited time; a code besides only for [`MOST_TRIES`] tries.
//!
//! Used by: signing in and confirming a contact here, confirming support in [`crate::support`],
//! the mail itself in [`crate::notifications`].

use super::store;
use crate::db::{Conn, Tx};
use crate::error::{Code, Error, Result};
use crate::i18n::Locale;
use crate::kernel::token::{random_token, same};
use crate::kernel::{EmailAddress, IdeaId, Timestamp};
use crate::queue::{self, Job, Lane, Place};
use crate::town::Town;

/// Wrong codes after which a code is worth nothing; its link still works.
pub const MOST_TRIES: i32 = 5;
/// Most mails of one purpose to one address in an hour.
pub const MAILS_PER_HOUR: i64 = 5;
/// Digits of a code.
pub const CODE_DIGITS: usize = 6;

crate::word_enum! {
    /// What a link or code is good for.
    pub enum Purpose {
        /// Signing in; the only purpose with a code.
        SignIn = "sign_in",
        /// Confirming the contact that was left with an idea.
        ConfirmContact = "confirm_contact",
        /// Confirming that somebody supports an idea.
        Support = "support",
    }
}

impl Purpose {
    /// Minutes for which a link or code of this purpose works.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        match self {
            Self::SignIn => 15,
            // Read when somebody next reads mails; all it does is to confirm.
            Self::ConfirmContact | Self::Support => 7 * 24 * 60,
        }
    }
}

/// A link or code that was mailed, or is about to be.
#[derive(Debug, Clone)]
pub struct MailedToken {
    /// The row.
    pub id: i64,
    /// What it is good for.
    pub purpose: Purpose,
    /// Where it was mailed to.
    pub email: EmailAddress,
    /// Language of the one who asked for it.
    pub locale: Locale,
    /// The idea that it concerns.
    pub idea: Option<IdeaId>,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub expires_at: Timestamp,
    /// How many wrong codes were tried.
    pub attempts: i32,
    /// When it was used.
    pub used_at: Option<Timestamp>,
    /// The chance in it.
    pub(super) nonce: String,
}

impl MailedToken {
    /// Whether its link still works.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && self.expires_at > now
    }
}

/// Makes a link (and code) for an address and the job that mails it; gives the row.
///
/// An address that had [`MAILS_PER_HOUR`] mails of this purpose within an hour gets no further
/// one: the row of its newest mail is given again, so that whoever asks sees no difference.
pub fn issue(
    tx: &mut Tx<'_>,
    town: &Town,
    purpose: Purpose,
    email: &EmailAddress,
    idea: Option<IdeaId>,
    locale: Locale,
) -> Result<i64> {
    let hour_ago = tx.now.plus_minutes(-60);
    if let Some(newest) = store::newest_when_full(tx, purpose, email, hour_ago, MAILS_PER_HOUR)? {
        return Ok(newest);
    }
    let nonce = random_token(&town.random);
    let new = store::NewToken { purpose, nonce: &nonce, email, idea, locale };
    let id = store::insert_token(tx, &new)?;
    queue::add(tx, Job::MailToken { token: id }, &Place::alone(Lane::Awaited))?;
    Ok(id)
}

/// A row, for the worker that writes the mail.
///
/// # Errors
/// Not found.
pub fn load(conn: &mut Conn, id: i64) -> Result<MailedToken> {
    store::token(conn, id)?.ok_or(Error::NotFound)
}

/// What stands at the end of the mailed address. It ends with a digit, so that no mail program
/// takes its last character for punctuation.
#[must_use]
pub fn link_token(town: &Town, row: &MailedToken) -> String {
    let proof = town.key.hash("mailed-link", &[row.purpose.as_str(), &row.id.to_string(), &row.nonce]);
    format!("{proof}.{}", row.id)
}

/// A token as it might be, for showing what its mail looks like. It is of no row, so it opens nothing.
#[must_use]
pub fn sample(purpose: Purpose, locale: Locale, now: Timestamp) -> MailedToken {
    let minutes = purpose.minutes();
    MailedToken {
        id: 0,
        purpose,
        email: EmailAddress::sample(),
        locale,
        idea: None,
        created_at: now,
        expires_at: now.plus_minutes(minutes),
        attempts: 0,
        used_at: None,
        nonce: String::new(),
    }
}

/// The code that stands in the mail: [`CODE_DIGITS`] digits.
#[must_use]
pub fn code(town: &Town, row: &MailedToken) -> String {
    let number = town.key.number("mailed-code", &[row.purpose.as_str(), &row.id.to_string(), &row.nonce]);
    format!("{:06}", number % 1_000_000)
}

/// The code as typed, without the spaces and hyphens that people put in; none when it is not
/// [`CODE_DIGITS`] digits.
#[must_use]
pub fn parse_code(raw: &str) -> Option<String> {
    let digits: String = raw.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    (digits.len() == CODE_DIGITS && digits.chars().all(|c| c.is_ascii_digit())).then_some(digits)
}

/// What a link opens, without using it up: for the page with the button.
///
/// # Errors
/// [`Code::LinkExpired`], the same for a link that is used, too old, of another purpose or made up.
pub fn find_link(conn: &mut Conn, town: &Town, purpose: Purpose, link: &str, now: Timestamp) -> Result<MailedToken> {
    let expired = || Error::refused(Code::LinkExpired);
    let id = link.rsplit_once('.').and_then(|(_, id)| id.parse().ok()).ok_or_else(expired)?;
    let row = store::token(conn, id)?.ok_or_else(expired)?;
    let fits = row.purpose == purpose && row.is_live(now) && same(&link_token(town, &row), link);
    if fits { Ok(row) } else { Err(expired()) }
}

/// Uses a link up. Of many at the same time one succeeds.
///
/// # Errors
/// As [`find_link`].
pub fn redeem_link(tx: &mut Tx<'_>, town: &Town, purpose: Purpose, link: &str) -> Result<MailedToken> {
    let now = tx.now;
    let row = find_link(tx.conn, town, purpose, link, now)?;
    if store::use_up(tx, row.id)? { Ok(row) } else { Err(Error::refused(Code::LinkExpired)) }
}

/// Forgets a link that was used, where even that it was used would tell too much: the row of a
/// support ties an address to an idea.
pub fn forget(tx: &mut Tx<'_>, row: &MailedToken) -> Result<()> {
    store::delete_token(tx, row.id)
}

/// What became of a code that was typed.
#[derive(Debug, Clone)]
pub enum CodeCheck {
    /// It was right and is used up now.
    Right(MailedToken),
    /// It was wrong. The try is counted, so the transaction has to be committed.
    Wrong,
    /// It is used, too old, or was tried too often.
    Spent,
}

/// Tries the code of a row.
///
/// A wrong code is no error here: an error would take the counting of the try back.
pub fn redeem_code(tx: &mut Tx<'_>, town: &Town, id: i64, typed: &str) -> Result<CodeCheck> {
    // Counted before comparing, so that tries at the same time cannot exceed the limit.
    let Some(row) = store::count_try(tx, id, MOST_TRIES)? else { return Ok(CodeCheck::Spent) };
    if row.purpose != Purpose::SignIn {
        return Ok(CodeCheck::Spent);
    }
    if !same(&code(town, &row), typed) {
        return Ok(if row.attempts >= MOST_TRIES { CodeCheck::Spent } else { CodeCheck::Wrong });
    }
    Ok(if store::use_up(tx, row.id)? { CodeCheck::Right(row) } else { CodeCheck::Spent })
}

/// Forgets links and codes that ran out before a moment.
pub fn prune(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    store::delete_tokens(tx, before)
}
