//! `/ideas/{number}/edit`: writing the text anew, or adding to it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::guarded;
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::actions::{self, At, Moved};
use crate::ideas::edit::{self, EditKind};
use crate::ideas::forms::{RawAddition, RawRewrite, Ticket};
use crate::ideas::pages::{addition_label, area_word, languages};
use crate::ideas::store::Idea;
use crate::kernel::text::{Body, CommentBody, Title};
use crate::markup::{self, SafeHtml};
use crate::policy::Action;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

/// The form as sent: a new text, or an addition.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RawEdit {
    #[serde(flatten)]
    ticket: Ticket,
    title: String,
    body: String,
    area: String,
    language: String,
    addition: String,
    keep_personal_data: String,
}

#[derive(Template)]
#[template(path = "ideas/own/edit.html")]
struct EditPage {
    frame: Frame,
    errors: FormErrors,
    path: String,
    heading: String,
    lead: String,
    button: String,
    only_adds: bool,
    /// Whether nothing can be written any more, and what was written for it.
    is_locked: bool,
    kept: String,
    raw: RawEdit,
    version: i64,
    form_key: String,
    areas: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    /// Title and text as they stand, above an addition and for whoever has only seen older ones.
    title_now: String,
    language: String,
    text: SafeHtml,
    limits: (usize, usize),
}

/// `GET /ideas/{number}/edit`
pub async fn ask_edit(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let idea = guarded(&visit, &db, &path, Action::IdeaEdit).await?;
    let raw = RawEdit {
        title: idea.title.clone(),
        body: idea.body.clone(),
        area: idea.area.clone(),
        language: idea.language.clone(),
        ..RawEdit::default()
    };
    edit_page(&visit, StatusCode::OK, &idea, raw, FormErrors::default())
}

/// `POST /ideas/{number}/edit`
pub async fn edit(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawEdit>) -> PageResult {
    let raw = form.0;
    let error = match store(&visit, &db, &path, raw.clone()).await {
        Ok(_) => return Ok(web::see_other_with(&visit, &format!("/ideas/{path}"), "idea-changed")),
        // Others supported it meanwhile: the words written are offered as an addition.
        Err(Error::Refused { code: Code::EditingClosed, .. }) => Error::field("addition", Code::EditingClosed),
        Err(Error::Refused { code: Code::NothingChanged, .. }) => Error::field("body", Code::NothingChanged),
        Err(error) => error,
    };
    let errors = visit.again(error, &path)?;
    let idea = guarded(&visit, &db, &path, Action::IdeaEdit).await?;
    edit_page(&visit, errors.status(), &idea, raw, errors)
}

async fn store(visit: &Visit, db: &Db, number: &str, raw: RawEdit) -> Result<Moved> {
    let label = addition_label(visit.texts, visit.today);
    let (db, town, actor, number) = (db.clone(), visit.town.clone(), visit.actor, number.to_owned());
    web::run(move || {
        let RawEdit { ticket, title, body, area, language, addition, keep_personal_data } = raw;
        let at = At { number: &number, ticket: &ticket };
        if title.is_empty() && body.is_empty() {
            let addition = RawAddition { addition, keep_personal_data, ..RawAddition::default() }.parse()?;
            return actions::add_to_text(&db, &town, &actor, &at, &addition, &label);
        }
        let new = RawRewrite { title, body, area, language, keep_personal_data, ..RawRewrite::default() };
        let new = new.parse(&town)?;
        actions::rewrite(&db, &town, &actor, &at, &new)
    })
    .await
}

fn edit_page(visit: &Visit, status: StatusCode, idea: &Idea, raw: RawEdit, errors: FormErrors) -> PageResult {
    let kind = edit::kind(idea, &visit.town.settings);
    let word = match kind {
        Some(EditKind::Rewrite) => "rewrite",
        Some(EditKind::SendAgain) => "send-again",
        Some(EditKind::Add) => "add",
        // The text was locked while somebody wrote: what was written is shown to be kept.
        None if errors.obstacle().is_some() => "locked",
        None => return Err(Error::Conflict(Code::NotNow)),
    };
    let only_adds = kind == Some(EditKind::Add);
    let addition = if only_adds && raw.addition.is_empty() && !errors.is_empty() { &raw.body } else { &raw.addition };
    let raw = RawEdit { addition: addition.clone(), ..raw };
    let words = |part: &str| visit.texts.say(&format!("edit-{word}-{part}")).into_owned();
    let areas = visit.town.settings.areas.iter();
    let page = EditPage {
        frame: visit.frame(words("title")),
        path: idea.path(),
        heading: words("title"),
        lead: words("lead"),
        button: if kind.is_some() { words("button") } else { String::new() },
        is_locked: kind.is_none(),
        kept: [&raw.title, &raw.body, &raw.addition].map(String::as_str).join("\n\n").trim().to_owned(),
        only_adds,
        version: errors.version(raw.ticket.version.0, idea.version),
        form_key: visit.form_key(),
        areas: areas.map(|area| (area.clone(), area_word(visit.texts, area))).collect(),
        languages: languages(visit.texts),
        title_now: idea.title.clone(),
        language: idea.language.clone(),
        text: markup::render(&idea.body),
        limits: (Title::LIMIT, if only_adds { CommentBody::LIMIT } else { Body::LIMIT }),
        errors,
        raw,
    };
    web::page(visit, status, &page)
}
