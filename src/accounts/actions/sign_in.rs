//! Signing in: by the code or the link in a mail, or by choosing a person of the example town.

use crate::accounts::session::{self, SESSION_DAYS};
use crate::accounts::store::{self, NewPerson, Person};
use crate::accounts::tokens::{self, CodeCheck, MailedToken, Purpose};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::i18n::{Locale, Texts};
use crate::kernel::{Actor, EmailAddress, PersonId, SessionId};
use crate::policy::{self, Action, Role, Standing};
use crate::queue::{self, Job, Lane, Place};
use crate::town::Town;

/// The browser that signs in.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Who it was before: a sign-in that it had is ended.
    pub actor: Actor,
    /// Name under which the person finds it in the list of sign-ins.
    pub device: String,
    /// The visitor's language: that of somebody new.
    pub texts: Texts,
}

/// A sign-in that has begun.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Who.
    pub person: PersonId,
    /// Signed token for the cookie.
    pub token: String,
    /// The sign-in.
    pub session: SessionId,
    /// Whether the person was made by this.
    pub is_new: bool,
}

/// What came of trying to sign in. A wrong code and a suspension are no errors: what was counted
/// and used up has to be kept.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Signed in.
    Done(SignIn),
    /// The code was wrong; it can be tried again.
    WrongCode,
    /// The code is used, too old, or was tried too often.
    Spent,
    /// The person is suspended, with the reason if one is known.
    Suspended(Option<String>),
}

/// Asks for a mail with code and link; gives its row. Whether the address is known is not even
/// looked up, so neither answer nor time can tell.
pub fn request_mail(db: &Db, town: &Town, email: &EmailAddress, locale: Locale) -> Result<i64> {
    db.write(|tx| {
        authorise(Action::SignIn)?;
        tokens::issue(tx, town, Purpose::SignIn, email, None, locale)
    })
}

/// Signs in with the code of a mail.
pub fn sign_in_by_code(db: &Db, town: &Town, arrival: &Arrival, row: i64, code: &str) -> Result<Outcome> {
    db.write(|tx| {
        authorise(Action::SignIn)?;
        match tokens::redeem_code(tx, town, row, code)? {
            CodeCheck::Right(mailed) => welcome(tx, town, arrival, &mailed),
            CodeCheck::Wrong => Ok(Outcome::WrongCode),
            CodeCheck::Spent => Ok(Outcome::Spent),
        }
    })
}

/// Signs in with the link of a mail.
///
/// # Errors
/// [`Code::LinkExpired`].
pub fn sign_in_by_link(db: &Db, town: &Town, arrival: &Arrival, link: &str) -> Result<Outcome> {
    db.write(|tx| {
        authorise(Action::SignIn)?;
        let mailed = tokens::redeem_link(tx, town, Purpose::SignIn, link)?;
        welcome(tx, town, arrival, &mailed)
    })
}

/// Signs in as a person of the example town. The caller knows that this is one.
///
/// # Errors
/// Not found for anybody who is not of the example town.
pub fn sign_in_as_example(db: &Db, town: &Town, arrival: &Arrival, person: PersonId) -> Result<Outcome> {
    db.write(|tx| {
        authorise(Action::ExampleSignIn)?;
        let person = store::load_example(tx.conn, person)?;
        begin(tx, town, arrival, person.id, false).map(Outcome::Done)
    })
}

fn authorise(action: Action) -> Result<()> {
    policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, action)
}

fn welcome(tx: &mut Tx<'_>, town: &Town, arrival: &Arrival, mailed: &MailedToken) -> Result<Outcome> {
    let known = store::find_by_email(tx.conn, &mailed.email)?;
    let is_new = known.is_none();
    let person = match known {
        Some(person) => person,
        None => make_resident(tx, arrival, &mailed.email)?,
    };
    store::confirm(tx, person.id)?;
    // The mail with the code has arrived.
    store::forget_bounces(tx, &town.key, &mailed.email)?;
    if person.suspended {
        return Ok(Outcome::Suspended(store::suspension_reason(tx.conn, person.id)?));
    }
    let is_new_device = store::is_new_device(tx, person.id, &arrival.device)?;
    let begun = begin(tx, town, arrival, person.id, is_new)?;
    if is_new_device {
        queue::add(tx, Job::MailSession { session: begun.session }, &Place::alone(Lane::Awaited))?;
    }
    Ok(Outcome::Done(begun))
}

/// The name says nothing about the address: the person chooses one later.
fn make_resident(tx: &mut Tx<'_>, arrival: &Arrival, email: &EmailAddress) -> Result<Person> {
    let name = arrival.texts.say("account-default-name");
    let new = NewPerson {
        email,
        display_name: &name,
        organisation: None,
        about: None,
        locale: arrival.texts.locale(),
        role: Role::Resident,
        example: false,
        confirmed: true,
    };
    let id = store::insert(tx, &new)?;
    store::load(tx.conn, id)
}

fn begin(tx: &mut Tx<'_>, town: &Town, arrival: &Arrival, person: PersonId, is_new: bool) -> Result<SignIn> {
    if let Actor::Person { id, session, .. } = arrival.actor {
        store::revoke_session(tx, id, session)?;
    }
    let until = tx.now.plus_days(SESSION_DAYS);
    let session = store::insert_session(tx, person, "browser", &arrival.device, until)?;
    let token = session::sign(town, session::Purpose::Session, session.get(), tx.now, until)?;
    Ok(SignIn { person, token, session, is_new })
}

impl Outcome {
    /// The error that an edge tells when it has no page of its own for this.
    ///
    /// # Errors
    /// For everything but [`Outcome::Done`].
    pub fn done(self) -> Result<SignIn> {
        match self {
            Self::Done(done) => Ok(done),
            Self::WrongCode => Err(Error::field("code", Code::FieldWrongCode)),
            Self::Spent => Err(Error::refused(Code::LinkExpired)),
            Self::Suspended(_) => Err(Error::Forbidden),
        }
    }
}
