//! Sending a draft: it gets its number and receipt code and goes to the moderators.

use crate::accounts;
use crate::accounts::tokens::{self, Purpose};
use crate::db::{Db, Tx, sent_forms};
use crate::error::{Code, Error, Result};
use crate::i18n::Locale;
use crate::ideas::draft::NewIdea;
use crate::ideas::lifecycle::{self, Command};
use crate::ideas::store::{self, DraftRow, Sending, Update};
use crate::ideas::{receipt, standing};
use crate::journal::{self, Event};
use crate::kernel::token::token_hash;
use crate::kernel::{Actor, Date, IdeaId, PersonId};
use crate::policy::{self, Action, Role, Standing};
use crate::town::Town;

/// What the author gets to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The idea.
    pub id: IdeaId,
    /// Public number of the idea.
    pub number: String,
    /// Code that opens its status together with the number.
    pub code: String,
    /// Day by which a moderator has read it; none when that has been done.
    pub read_by: Option<Date>,
}

/// Sends the draft behind `token`. The same form sent again, also at the same time, gives the
/// same receipt.
///
/// # Errors
/// Not found when there is no such draft.
pub fn submit(db: &Db, town: &Town, actor: &Actor, token: &str, new: &NewIdea, locale: Locale) -> Result<Receipt> {
    repeat_if_sent_meanwhile(|| {
        db.write(|tx| {
            if let Some(receipt) = receipt_of(tx.conn, town, token)? {
                return Ok(receipt);
            }
            let Some(draft) = store::draft_by_token(tx.conn, &token_hash(token))? else {
                // On PostgreSQL it may have been sent since its receipt was looked for.
                return receipt_of(tx.conn, town, token)?.ok_or(Error::NotFound);
            };
            let id = draft.id.ok_or(Error::NotFound)?;
            let number = claim(tx, token)?;
            send(tx, town, actor, new, &Envelope { id, token, number, locale })
        })
    })
}

/// Makes and sends an idea that comes whole, as through the API. `token` names the sending: the
/// same one again gives the same receipt.
pub fn create(db: &Db, town: &Town, actor: &Actor, token: &str, new: &NewIdea, locale: Locale) -> Result<Receipt> {
    repeat_if_sent_meanwhile(|| {
        db.write(|tx| {
            if let Some(receipt) = receipt_of(tx.conn, town, token)? {
                return Ok(receipt);
            }
            policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, Action::IdeaCreate)?;
            let number = claim(tx, token)?;
            let id = store::insert_draft(tx, town, &token_hash(token), actor.person())?;
            send(tx, town, actor, new, &Envelope { id, token, number, locale })
        })
    })
}

/// The receipt of what was sent under a token, if something was.
pub fn receipt_of(conn: &mut crate::db::Conn, town: &Town, token: &str) -> Result<Option<Receipt>> {
    let Some(number) = sent_forms::find(conn, token)? else { return Ok(None) };
    let idea = store::load_by_number(conn, &number)?;
    let read_by = idea.due_on.filter(|_| idea.state == lifecycle::State::Screening);
    Ok(Some(Receipt { id: idea.id, number, code: receipt_code(town, token), read_by }))
}

/// Somebody else may have sent the same form between our reading and our writing; then the second
/// try finds what the first one made.
fn repeat_if_sent_meanwhile(work: impl Fn() -> Result<Receipt>) -> Result<Receipt> {
    match work() {
        Err(Error::Conflict(_)) => work(),
        outcome => outcome,
    }
}

/// Takes the next number for a token; only one sending of the same form gets through.
fn claim(tx: &mut Tx<'_>, token: &str) -> Result<String> {
    let number = store::next_number(tx)?;
    if sent_forms::note(tx, token, &number)? { Ok(number) } else { Err(Error::Conflict(Code::ChangedMeanwhile)) }
}

/// What is known of a sending beside its text.
struct Envelope<'a> {
    id: IdeaId,
    token: &'a str,
    number: String,
    locale: Locale,
}

fn send(tx: &mut Tx<'_>, town: &Town, actor: &Actor, new: &NewIdea, envelope: &Envelope<'_>) -> Result<Receipt> {
    let (id, number, today) = (envelope.id, envelope.number.as_str(), tx.now.date());
    write_texts(tx, id, new)?;
    let idea = store::load(tx.conn, id)?;
    let mut standing = standing::of(tx.conn, actor, &idea, today)?;
    // Holding the draft's token is what makes somebody its author.
    (standing.author, standing.sees_subject) = (true, true);
    policy::authorise(&standing, Action::IdeaEdit)?;

    let facts = store::facts(tx.conn, &idea, today)?;
    let change = lifecycle::decide(idea.state, Command::Submit, &facts, &town.settings.clocks, today)?;
    let author = author_of(tx, actor, new, envelope.locale)?;
    let code = receipt_code(town, envelope.token);
    let receipt_hash = receipt::hash(town, &code);
    store::mark_sent(tx, id, &Sending { number, receipt_hash: &receipt_hash, author, today })?;
    store::apply(tx, &idea, idea.version, &change, &Update { area: Some(&new.area), ..Update::default() })?;
    store::insert_revision(tx, &idea, 1, "text", author)?;
    store::set_contact(tx, id, new.email())?;
    // Whoever is signed in is reached by the address of the account.
    store::contacts::set(tx, id, new.reach().filter(|_| author.is_none()))?;
    store::delete_draft(tx, id)?;
    if let (None, Some(email)) = (actor.person(), new.email()) {
        tokens::issue(tx, town, Purpose::ConfirmContact, email, Some(id), envelope.locale)?;
    }
    journal::record(tx, actor, &[Event::Submitted { idea: id }])?;
    Ok(Receipt { id, number: number.to_owned(), code, read_by: change.due_on })
}

/// Writes the cleaned words over what was typed.
fn write_texts(tx: &mut Tx<'_>, id: IdeaId, new: &NewIdea) -> Result<()> {
    let (title, body) = (new.title.as_str(), new.body.as_str());
    let draft = DraftRow {
        title: title.to_owned(),
        body: body.to_owned(),
        area: new.area.clone(),
        author_name: new.author_name.as_str().to_owned(),
        young: new.young,
        reach: new.reach().cloned(),
        ..DraftRow::default()
    };
    store::save_draft(tx, id, &draft, new.language)
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
    let Some(email) = new.email() else { return Ok(None) };
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
