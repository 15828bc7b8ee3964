//! Supporting an idea without signing in: a mail proves that the contact is somebody's own.

use super::support::{SupportTold, demand_open, retract_supporter, sign};
use crate::accounts::store::NewPerson;
use crate::accounts::tokens::{self, MailedToken, Purpose};
use crate::db::{Conn, Db, Tx, sent_forms};
use crate::error::{Code, Error, Result};
use crate::i18n::{Locale, Texts};
use crate::ideas::standing;
use crate::ideas::store::{self, Idea};
use crate::kernel::{Actor, EmailAddress, PersonId, SessionId, Timestamp};
use crate::policy::{Action, Role};
use crate::support::ticket::{self, Ticket};
use crate::town::Town;
use crate::{accounts, follows, support};

/// Asks for the mail by which a support is confirmed. Nobody learns whether the address is known
/// or supports the idea already.
///
/// # Errors
/// Not found, or [`Code::SupportClosed`].
pub fn request_support(
    db: &Db,
    town: &Town,
    actor: &Actor,
    number: &str,
    email: &EmailAddress,
    locale: Locale,
) -> Result<()> {
    db.write(|tx| {
        let idea = store::load_by_number(tx.conn, number)?;
        let today = tx.now.date();
        let standing = standing::of(tx.conn, actor, &idea, today)?;
        standing::authorise(&standing, Action::SupportRequest)?;
        demand_open(&idea, today)?;
        tokens::issue(tx, town, Purpose::Support, email, Some(idea.id), locale)?;
        Ok(())
    })
}

/// What a link in a mail leads to, before its button is pressed.
///
/// # Errors
/// [`Code::LinkExpired`], or not found when the idea can no longer be seen.
pub fn find_support_link(conn: &mut Conn, town: &Town, link: &str, now: Timestamp) -> Result<Idea> {
    let mailed = tokens::find_link(conn, town, Purpose::Support, link, now)?;
    let idea = store::load(conn, mailed.idea.ok_or_else(|| Error::corrupt("a support of no idea"))?)?;
    if idea.is_listed() { Ok(idea) } else { Err(Error::NotFound) }
}

/// What confirming gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmed {
    /// The support counts; the ticket opens the page on which it can be taken back.
    Now {
        /// The ticket.
        ticket: String,
    },
    /// The same button was pressed before; the idea has this number.
    Before {
        /// Public number of the idea.
        number: String,
    },
}

/// Confirms a support by the link of a mail. Somebody new becomes a person with a confirmed
/// contact. The link's row is deleted, because it ties an address to an idea.
///
/// # Errors
/// [`Code::LinkExpired`], [`Code::SupportClosed`], not found, or forbidden for suspended people.
pub fn confirm_support(db: &Db, town: &Town, link: &str, wants_news: bool) -> Result<Confirmed> {
    db.write(|tx| confirm(tx, town, link, wants_news))
}

fn confirm(tx: &mut Tx<'_>, town: &Town, link: &str, wants_news: bool) -> Result<Confirmed> {
    let key = format!("support {link}");
    if let Some(number) = sent_forms::claim(tx, &key)? {
        return Ok(Confirmed::Before { number });
    }
    let mailed = tokens::redeem_link(tx, town, Purpose::Support, link)?;
    tokens::forget(tx, &mailed)?;
    let idea = store::load(tx.conn, mailed.idea.ok_or_else(|| Error::corrupt("a support of no idea"))?)?;
    let person = person_behind(tx, &mailed)?;
    // The mail has shown who it is, so the table is asked for this person and not for a visitor.
    let actor = Actor::Person { id: person, session: SessionId::new(0), receipt: None };
    let today = tx.now.date();
    let standing = standing::of(tx.conn, &actor, &idea, today)?;
    standing::authorise(&standing, Action::IdeaSupport)?;
    demand_open(&idea, today)?;
    sign(tx, town, &idea, person)?;
    if wants_news {
        follows::store::follow(tx, idea.id, person)?;
    }
    sent_forms::settle(tx, &key, idea.number())?;
    Ok(Confirmed::Now { ticket: ticket::issue(town, idea.id, person, tx.now) })
}

fn person_behind(tx: &mut Tx<'_>, mailed: &MailedToken) -> Result<PersonId> {
    let person = if let Some(person) = accounts::store::find_by_email(tx.conn, &mailed.email)? {
        person.id
    } else {
        // The name says nothing about the address; the person may choose one some day.
        let name = Texts::in_locale(mailed.locale).say("account-default-name");
        let new = NewPerson {
            email: &mailed.email,
            display_name: &name,
            organisation: None,
            about: None,
            locale: mailed.locale,
            role: Role::Resident,
            example: false,
            confirmed: true,
        };
        accounts::store::insert(tx, &new)?
    };
    accounts::store::confirm(tx, person)?;
    Ok(person)
}

/// The idea of a ticket, and whether its holder supports it now.
///
/// # Errors
/// [`Code::LinkExpired`] for what is no ticket or too old, or not found when the idea can no longer
/// be seen.
pub fn find_ticket(conn: &mut Conn, town: &Town, text: &str, now: Timestamp) -> Result<(Idea, bool)> {
    let (ticket, idea) = opened(conn, town, text, now)?;
    let supports = support::store::has(conn, idea.id, &ticket.supporter)?;
    Ok((idea, supports))
}

/// Takes the support of a ticket back. Nothing changes when there is none.
///
/// # Errors
/// As [`find_ticket`], or [`Code::SupportClosed`].
pub fn retract_by_ticket(db: &Db, town: &Town, text: &str) -> Result<SupportTold> {
    db.write(|tx| {
        let now = tx.now;
        let (ticket, idea) = opened(tx.conn, town, text, now)?;
        demand_open(&idea, now.date())?;
        retract_supporter(tx, &idea, &ticket.supporter)
    })
}

fn opened(conn: &mut Conn, town: &Town, text: &str, now: Timestamp) -> Result<(Ticket, Idea)> {
    let ticket = ticket::read(town, text, now).ok_or(Error::refused(Code::LinkExpired))?;
    let idea = store::load(conn, ticket.idea)?;
    if idea.is_listed() { Ok((ticket, idea)) } else { Err(Error::NotFound) }
}
