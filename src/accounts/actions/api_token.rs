//! A token with which a program of the person's may use the API.

use serde::Deserialize;

use crate::accounts::session::{self, API_TOKEN_DAYS};
use crate::accounts::{standing, store};
use crate::db::{Db, sent_forms};
use crate::error::{Code, Error, FieldErrors, Result};
use crate::kernel::text::Label;
use crate::kernel::{Actor, SessionId};
use crate::policy::{self, Action};
use crate::queue::{self, Job, Lane, Place};
use crate::town::Town;

/// Most tokens that a person may have at the same time.
pub const MOST_API_TOKENS: i64 = 20;

/// The form as it came in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RawApiToken {
    /// What it is for.
    pub label: String,
    /// Key of the form.
    pub form_key: String,
}

/// What is needed to make one.
#[derive(Debug, Clone)]
pub struct NewApiToken {
    label: Label,
    form_key: String,
}

impl RawApiToken {
    /// Reads the form.
    ///
    /// # Errors
    /// What is wrong with the label; a form without a key is none of ours.
    pub fn parse(&self) -> Result<NewApiToken> {
        if !(1..=sent_forms::FORM_KEY_LIMIT).contains(&self.form_key.len()) {
            return Err(Error::refused(Code::MalformedBody));
        }
        let mut errors = FieldErrors::default();
        let label = errors.text("label", Label::parse(&self.label));
        errors.finish(label.map(|label| NewApiToken { label, form_key: self.form_key.clone() }))
    }
}

/// Makes a token and gives it: it is shown once. The same form sent again gives the same token.
///
/// # Errors
/// [`Code::TooManyTokens`].
pub fn make_api_token(db: &Db, town: &Town, actor: &Actor, new: &NewApiToken) -> Result<String> {
    match make_once(db, town, actor, new) {
        // The same form came in meanwhile; the second try finds what the first one did.
        Err(Error::Conflict(_)) => make_once(db, town, actor, new),
        outcome => outcome,
    }
}

fn make_once(db: &Db, town: &Town, actor: &Actor, new: &NewApiToken) -> Result<String> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::AccountManage)?;
        let person = actor.person().ok_or(Error::SignInNeeded)?;
        // The same key in another form, or another person's, is another key.
        let form_key = format!("api-token {person} {}", new.form_key);
        let session = if let Some(earlier) = sent_forms::result_of(tx, &form_key)? {
            earlier.parse::<SessionId>().map_err(Error::corrupt)?
        } else {
            if store::count_api_tokens(tx, person)? >= MOST_API_TOKENS {
                return Err(Error::refused(Code::TooManyTokens));
            }
            let until = tx.now.plus_days(API_TOKEN_DAYS);
            let made = store::insert_session(tx, person, "api", new.label.as_str(), until)?;
            if !sent_forms::note(tx, &form_key, &made.to_string())? {
                return Err(Error::Conflict(Code::ChangedMeanwhile));
            }
            queue::add(tx, Job::MailSession { session: made }, &Place::alone(Lane::Awaited))?;
            made
        };
        // Times from the row, so that the same row always gives the same token.
        let (since, until) = store::session_times(tx.conn, person, session)?;
        session::sign(town, session::Purpose::Api, session.get(), since, until)
    })
}
