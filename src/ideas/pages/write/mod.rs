//! Writing an idea: one question a page, each answer saved as one goes. The draft is held by a
//! cookie of the browser; no account is needed.

mod check;
mod contact;
mod place;
mod thanks;
mod title;
mod why;

pub use check::{check, send};
pub use contact::{ask_contact, save_contact};
pub use place::{ask_place, save_place};
pub use thanks::thanks;
pub use title::{ask_title, save_title, show_similar};
pub use why::{ask_why, save_why};

use actix_web::{HttpRequest, HttpResponse};

use crate::db::Db;
use crate::error::Result;
use crate::i18n::Texts;
use crate::ideas::actions;
use crate::ideas::store::{self, DraftRow};
use crate::kernel::token::token_hash;
use crate::town::Town;
use crate::web::{self, cookies};

/// Days a draft is kept for its author.
const DRAFT_DAYS: i64 = 30;
/// Longest token that a cookie may bring, in bytes.
const TOKEN_LIMIT: usize = 100;

/// One of the five steps above every page of the form.
struct Step {
    words: String,
    is_done: bool,
    is_current: bool,
}

/// The steps, with the one at `current` marked, from 0.
fn steps(texts: Texts, current: usize) -> Vec<Step> {
    let words = ["write-step-title", "write-step-why", "write-step-place", "write-step-contact", "write-step-check"];
    let step = |(place, key): (usize, &&str)| Step {
        words: texts.say(key).into_owned(),
        is_done: place < current,
        is_current: place == current,
    };
    words.iter().enumerate().map(step).collect()
}

/// The token of the draft that the browser holds.
fn token_of(request: &HttpRequest) -> Option<String> {
    let cookie = request.cookie(cookies::DRAFT)?;
    Some(cookie.value().to_owned()).filter(|token| !token.is_empty() && token.len() <= TOKEN_LIMIT)
}

/// The draft that the browser holds, with its token.
async fn draft_of(request: &HttpRequest, db: &Db) -> Result<Option<(String, DraftRow)>> {
    let Some(token) = token_of(request) else { return Ok(None) };
    let db = db.clone();
    web::run(move || {
        let draft = db.read(|conn| store::draft_by_token(conn, &token_hash(&token)))?;
        Ok(draft.map(|draft| (token, draft)))
    })
    .await
}

/// Saves an answer and goes on to the next page; the cookie then lasts as long as the draft.
async fn save(
    town: &Town,
    db: &Db,
    token: String,
    change: impl Fn(&mut DraftRow) + Send + 'static,
    next: &str,
) -> Result<HttpResponse> {
    let (db, kept) = (db.clone(), token.clone());
    web::run(move || actions::save_draft(&db, &kept, change)).await?;
    let mut response = web::see_other(next);
    web::give_cookie(&mut response, &cookies::make(town, cookies::DRAFT, token, DRAFT_DAYS))?;
    Ok(response)
}

/// Where a visitor without a draft begins.
fn begin() -> HttpResponse {
    web::see_other("/ideas/new")
}
