//! What every page knows of the request: who asks, in which language, with which form token.

use std::sync::Arc;

use actix_web::{HttpMessage, HttpRequest};

use super::cookies;
use super::page_cache::Marks;
use crate::error::Error;
use crate::i18n::{Locale, Texts};
use crate::kernel::token::random_token;
use crate::kernel::{Actor, Date, PersonId};
use crate::policy::Role;
use crate::town::Town;

/// One visit of one page. Made from the request by [`crate::accounts`], which knows sessions.
#[derive(Clone)]
pub struct Visit {
    /// Who asks.
    pub actor: Actor,
    /// Display name of a signed-in person.
    pub name: Option<String>,
    /// Role of a signed-in person.
    pub role: Option<Role>,
    /// Whether a signed-in person holds a seat in any group.
    pub seated: bool,
    /// Whether one of the visitor's seats is in a process group.
    pub process_seat: bool,
    /// Why a signed-in person gets less mail than others, one word.
    pub marked: Option<&'static str>,
    /// Texts in the visitor's language.
    pub texts: Texts,
    /// Today in Sweden.
    pub today: Date,
    /// Token that every form of this visitor carries.
    pub form_token: String,
    /// Set while a page is rendered that may be kept for every visitor.
    pub marks: Option<Marks>,
    /// Path of the page, for the language links.
    pub path: String,
    /// Word of a message to show once, left by the page before.
    pub flash: Option<String>,
    /// Whether this is the example town.
    pub example: bool,
    /// The town.
    pub town: Arc<Town>,
}

impl Visit {
    /// The signed-in person.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`] for a visitor.
    pub fn person(&self) -> Result<PersonId, Error> {
        self.actor.person().ok_or(Error::SignInNeeded)
    }

    /// A key for one form, so that sending it twice does the thing once.
    #[must_use]
    pub fn form_key(&self) -> String {
        match &self.marks {
            Some(marks) => marks.key.clone(),
            None => random_token(&self.town.random),
        }
    }
}

/// A name for a browser that had none; [`name_visitors`](super::name_visitors) sets it as a cookie.
#[derive(Debug, Clone)]
pub(super) struct NewVisitor(pub(super) String);

/// The form token of the browser that asks. A browser without a name gets one.
#[must_use]
pub fn form_token(request: &HttpRequest, town: &Town) -> String {
    let known = request.cookie(cookies::VISITOR).map(|cookie| cookie.value().to_owned());
    let visitor = known.filter(|name| name.len() == 43).unwrap_or_else(|| {
        let fresh = random_token(&town.random);
        request.extensions_mut().insert(NewVisitor(fresh.clone()));
        fresh
    });
    super::token_for(town, &visitor)
}

/// The language of a page: the one chosen, else the person's own, else what the browser asks for.
#[must_use]
pub fn locale(chosen: Option<&str>, own: Option<Locale>, accepted: &str) -> Locale {
    chosen.and_then(|word| word.parse().ok()).or(own).unwrap_or_else(|| Locale::negotiate(accepted))
}
