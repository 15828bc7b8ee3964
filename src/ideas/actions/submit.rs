//! Sending a draft: it gets its number and receipt code and goes to the moderators.

use crate::accounts;
use crate::accounts::tokens::{self, Purpose};
use crate::db::{Db, Tx, sent_forms};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ideas::draft::NewIdea;
use crate::ideas::lifecycle::{self, Command};
use crate::ideas::store::{self, Idea, Sending, Update};
use crate::ideas::{receipt, standing};
use crate::journal::{self, Event};
use crate::kernel::token::token_hash;
use crate::kernel::{Actor, Date, PersonId};
use crate::policy::{self, Action, Role};
use crate::town::Town;

/// What the author gets to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Public number of the idea.
    pub number: String,
    /// Code that opens its status together with the number.
    pub code: String,
    /// Day by which a moderator has read it.
    pub read_by: Option<Date>,
}

/// Sends the draft behind `token`. The same form sent again gives the same receipt.
///
/// # Errors
/// Not found when there is no such draft.
pub fn submit(db: &Db, town: &Town, actor: &Actor, token: &str, new: &NewIdea, locale: Locale) -> Result<Receipt> {
    let code = receipt_code(town, token);
    db.write(|tx| {
        if let Some(number) = sent_forms::result_of(tx, token)? {
            return Ok(Receipt { number, code: code.clone(), read_by: None });
        }
        let draft = store::draft_by_token(tx.conn, &token_hash(token))?.ok_or(Error::NotFound)?;
        let idea = store::load(tx.conn, draft.id.ok_or(Error::NotFound)?)?;
        let mut standing = standing::of(tx.conn, actor, &idea, tx.now.date())?;
        // Holding the draft's token is what makes somebody its author.
        (standing.author, standing.sees_subject) = (true, true);
        policy::authorise(&standing, Action::IdeaEdit)?;

        let author = author_of(tx, actor, new, locale)?;
        let number = store::next_number(tx)?;
        let facts = store::facts(tx.conn, &idea, tx.now.date())?;
        let change = lifecycle::decide(idea.state, &Command::Submit, &facts, &town.settings.clocks, tx.now.date())?;
        let today = tx.now.date();
        let receipt_hash = receipt::hash(town, &code);
        let sending = Sending { number: &number, receipt_hash: &receipt_hash, author, today };
        store::mark_sent(tx, idea.id, &sending)?;
        let update = Update { area: Some(&new.area), ..Update::default() };
        store::apply(tx, &idea, idea.version, &change, &update)?;
        let text = Idea { title: new.title.as_str().to_owned(), body: new.body.as_str().to_owned(), ..idea.clone() };
        store::insert_revision(tx, &text, 1, "text", author)?;
        store::set_contact(tx, idea.id, new.email.as_ref())?;
        store::delete_draft(tx, idea.id)?;
        if !sent_forms::note(tx, token, &number)? {
            return Err(Error::Conflict(crate::error::Code::ChangedMeanwhile));
        }
        if let (None, Some(email)) = (actor.person(), &new.email) {
            tokens::issue(tx, town, Purpose::ConfirmContact, email, Some(idea.id), locale)?;
        }
        journal::record(tx, actor, &[Event::Submitted { idea: idea.id }])?;
        Ok(Receipt { number, code: code.clone(), read_by: change.due_on })
    })
}

/// The code follows from the draft's token, so that sending twice shows the same code, and
/// nothing but its hash is stored.
fn receipt_code(town: &Town, token: &str) -> String {
    let seed = town.key.hash("receipt-code", &[token]);
    let number = seed.bytes().fold(0_u64, |number, byte| number.wrapping_mul(131).wrapping_add(u64::from(byte)));
    receipt::draw(&crate::kernel::Random::seeded(number))
}

/// The signed-in person, or whoever has the contact that was left. A contact that belongs to
/// somebody is not taken as proof: the idea gets its author when the contact is confirmed.
fn author_of(tx: &mut Tx<'_>, actor: &Actor, new: &NewIdea, locale: Locale) -> Result<Option<PersonId>> {
    if let Some(person) = actor.person() {
        return Ok(Some(person));
    }
    let Some(email) = &new.email else { return Ok(None) };
    if accounts::store::find_by_email(tx.conn, email)?.is_some() {
        return Ok(None);
    }
    let person = accounts::store::NewPerson {
        email,
        display_name: new.author_name.as_str(),
        organisation: None,
        about: None,
        locale,
        role: Role::Resident,
        example: false,
        confirmed: false,
    };
    accounts::store::insert(tx, &person).map(Some)
}
