//! Stopping news by the address in a mail. It is signed for one person and one purpose, asks for
//! no sign-in, and does nothing but stop (RFC 8058: one POST without cookies is enough).

use super::store;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::kernel::PersonId;
use crate::kernel::token::same;
use crate::policy::{self, Action, Standing};
use crate::town::Town;

/// The absolute address that stops news to a person.
#[must_use]
pub fn address(town: &Town, person: PersonId) -> String {
    town.url(&format!("/mail/stop/{}", token(town, person)))
}

fn token(town: &Town, person: PersonId) -> String {
    let number = person.to_string();
    // Ends in a digit, so that no mail program takes its last character for punctuation.
    format!("{}.{number}", town.key.hash("mail-stop", &[&number]))
}

/// Whose news a token stops.
///
/// # Errors
/// Not found for a token that is not ours.
pub fn person_of(town: &Town, given: &str) -> Result<PersonId> {
    let (_, number) = given.rsplit_once('.').ok_or(Error::NotFound)?;
    let person = number.parse::<PersonId>().ok().ok_or(Error::NotFound)?;
    if same(&token(town, person), given) { Ok(person) } else { Err(Error::NotFound) }
}

/// Stops the news. Doing it twice changes nothing.
///
/// # Errors
/// Not found for a token that is not ours.
pub fn stop(db: &Db, town: &Town, given: &str) -> Result<()> {
    policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, Action::MailStop)?;
    let person = person_of(town, given)?;
    db.write(|tx| store::stop_news(tx, person))
}
