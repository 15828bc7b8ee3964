//! Second page: why, and for whom it gets better.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use super::{Step, begin, draft_of, save, steps};
use crate::db::Db;
use crate::error::{Error, FieldErrors};
use crate::ideas::draft::{self, RawIdea};
use crate::ideas::store::DraftRow;
use crate::kernel::text::Body;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

/// The text as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawWhy {
    body: String,
}

#[derive(Template)]
#[template(path = "ideas/write/why.html")]
struct WhyPage {
    frame: Frame,
    errors: FormErrors,
    steps: Vec<Step>,
    body: String,
    limit: usize,
}

/// `GET /ideas/new/why`
pub async fn ask_why(visit: Visit, db: Data<Db>, request: HttpRequest) -> PageResult {
    let Some((_, draft)) = draft_of(&request, &db).await? else { return Ok(begin()) };
    why_page(&visit, StatusCode::OK, draft.body, FormErrors::default())
}

/// `POST /ideas/new/why`: keeps the text.
pub async fn save_why(visit: Visit, db: Data<Db>, request: HttpRequest, form: Form<RawWhy>) -> PageResult {
    let Some((token, _)) = draft_of(&request, &db).await? else { return Ok(begin()) };
    let typed = RawIdea { body: form.0.body, keep_personal_data: "yes".to_owned(), ..RawIdea::default() };
    let mut errors = FieldErrors::default();
    let parsed = draft::parse_body(&typed, &mut errors);
    match errors.finish(parsed) {
        Ok(body) => {
            let change = move |draft: &mut DraftRow| body.as_str().clone_into(&mut draft.body);
            save(&visit.town, &db, token, change, "/ideas/new/where").await
        }
        Err(Error::Invalid(errors)) => {
            why_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed.body, visit.errors(&errors))
        }
        Err(error) => Err(error),
    }
}

fn why_page(visit: &Visit, status: StatusCode, body: String, errors: FormErrors) -> PageResult {
    let frame = visit.frame(visit.texts.say("write-why-question"));
    let page = WhyPage { frame, errors, steps: steps(visit.texts, 1), body, limit: Body::LIMIT };
    web::page(visit, status, &page)
}
