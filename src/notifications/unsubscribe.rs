//! Stopping mails by the address in one. It is signed for one person and the channels that the mail told
//! of, asks for no sign-in, and does nothing but stop (RFC 8058: one POST without cookies is enough).

use super::pace::{Channel, Pace};
use super::store;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::i18n::Texts;
use crate::kernel::PersonId;
use crate::kernel::token::same;
use crate::policy::{self, Action, Standing};
use crate::town::Town;

/// What an address stops, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Whose mails.
    pub person: PersonId,
    /// Mails of these channels.
    pub channels: Vec<Channel>,
}

/// The absolute address that stops mails of some channels to a person.
#[must_use]
pub fn address(town: &Town, person: PersonId, channels: &[Channel]) -> String {
    town.url(&format!("/mail/stop/{}", token(town, person, channels)))
}

/// Words and address with which a mail ends a channel.
pub(super) fn link(t: Texts, channel: Channel, address: &str) -> (String, String) {
    (t.say(&format!("mail-unsubscribe-{channel}")).into_owned(), address.to_owned())
}

fn token(town: &Town, person: PersonId, channels: &[Channel]) -> String {
    let number = person.to_string();
    let scope: Vec<&str> = channels.iter().map(|channel| channel.as_str()).collect();
    let scope = scope.join("+");
    // Ends in a digit, so that no mail program takes its last character for punctuation.
    format!("{}.{scope}.{number}", town.key.hash("mail-stop-channels", &[&scope, &number]))
}

/// As mails carried it before one could choose: it stops news about followed ideas.
fn old_token(town: &Town, person: PersonId) -> String {
    let number = person.to_string();
    format!("{}.{number}", town.key.hash("mail-stop", &[&number]))
}

/// What a token stops.
///
/// # Errors
/// Not found for a token that is not ours.
pub fn read(town: &Town, given: &str) -> Result<Stop> {
    let (rest, number) = given.rsplit_once('.').ok_or(Error::NotFound)?;
    let person = number.parse::<PersonId>().ok().ok_or(Error::NotFound)?;
    let Some((_, scope)) = rest.rsplit_once('.') else {
        let is_ours = same(&old_token(town, person), given);
        return if is_ours { Ok(Stop { person, channels: vec![Channel::Followed] }) } else { Err(Error::NotFound) };
    };
    let channels: Vec<Channel> = scope.split('+').filter_map(|word| word.parse().ok()).collect();
    let is_ours = same(&token(town, person, &channels), given) && channels.iter().all(|channel| channel.can_stop());
    if is_ours { Ok(Stop { person, channels }) } else { Err(Error::NotFound) }
}

/// Stops the mails. Doing it twice changes nothing.
///
/// # Errors
/// Not found for a token that is not ours.
pub fn stop(db: &Db, town: &Town, given: &str) -> Result<Stop> {
    policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, Action::MailStop)?;
    let stop = read(town, given)?;
    db.write(|tx| {
        store::take_turn(tx)?;
        for channel in &stop.channels {
            store::choose(tx, stop.person, *channel, Pace::Never)?;
        }
        Ok(())
    })?;
    Ok(stop)
}
