//! First page: what shall happen. Then, when there are ideas like it, a choice.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use super::{Step, begin, draft_of, save, steps};
use crate::db::Db;
use crate::error::{Error, FieldErrors};
use crate::ideas::actions;
use crate::ideas::draft::{self, RawIdea};
use crate::ideas::similar::{self, SimilarIdea, Written};
use crate::ideas::store::DraftRow;
use crate::kernel::text::Title;
use crate::kernel::token::random_token;
use crate::search::Search;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Query, Visit};

/// The title, and the place when a link or poster has filled it in.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawTitle {
    title: String,
    area: String,
}

#[derive(Template)]
#[template(path = "ideas/write/title.html")]
struct TitlePage {
    frame: Frame,
    errors: FormErrors,
    steps: Vec<Step>,
    title: String,
    area: String,
    limit: usize,
}

#[derive(Template)]
#[template(path = "ideas/write/similar.html")]
struct SimilarPage {
    frame: Frame,
    steps: Vec<Step>,
    title: String,
    ideas: Vec<SimilarIdea>,
}

/// `GET /ideas/new`: begins, or goes on with the draft of this browser. Title and area may stand
/// in the address.
pub async fn ask_title(visit: Visit, db: Data<Db>, request: HttpRequest, given: Query<RawTitle>) -> PageResult {
    let draft = draft_of(&request, &db).await?.map(|(_, draft)| draft).unwrap_or_default();
    let RawTitle { title, area } = given.0;
    let title = if title.is_empty() { draft.title } else { title };
    let area = if visit.town.has_area(&area) { area } else { String::new() };
    title_page(&visit, StatusCode::OK, RawTitle { title, area }, FormErrors::default())
}

/// `POST /ideas/new`: keeps the title.
pub async fn save_title(
    visit: Visit,
    db: Data<Db>,
    search: Data<Search>,
    request: HttpRequest,
    form: Form<RawTitle>,
) -> PageResult {
    let raw = form.0;
    let mut errors = FieldErrors::default();
    let typed = RawIdea { title: raw.title.clone(), keep_personal_data: "yes".to_owned(), ..RawIdea::default() };
    let parsed = draft::parse_title(&typed, &mut errors);
    let title = match errors.finish(parsed) {
        Ok(title) => title,
        Err(Error::Invalid(errors)) => {
            let errors = visit.errors(&errors);
            return title_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, raw, errors);
        }
        Err(error) => return Err(error),
    };
    let (token, draft) = match draft_of(&request, &db).await? {
        Some(begun) => begun,
        None => (begin_draft(&visit, &db).await?, DraftRow::default()),
    };
    let area = visit.town.has_area(&raw.area).then_some(raw.area);
    let changed =
        Written { title: title.as_str().to_owned(), body: draft.body, area: area.clone().unwrap_or(draft.area) };
    let alike = find_similar(&visit, &db, &search, changed).await?;
    let next = if alike.is_empty() { "/ideas/new/why" } else { "/ideas/new/similar" };
    let change = move |draft: &mut DraftRow| {
        title.as_str().clone_into(&mut draft.title);
        if let Some(area) = &area {
            draft.area.clone_from(area);
        }
    };
    save(&visit.town, &db, token, change, next).await
}

async fn begin_draft(visit: &Visit, db: &Db) -> crate::error::Result<String> {
    let (db, town, actor) = (db.clone(), visit.town.clone(), visit.actor);
    web::run(move || {
        let token = random_token(&town.random);
        actions::begin_draft(&db, &town, &actor, &token)?;
        Ok(token)
    })
    .await
}

/// `GET /ideas/new/similar`: ideas like this one, to support instead, or to go on.
pub async fn show_similar(visit: Visit, db: Data<Db>, search: Data<Search>, request: HttpRequest) -> PageResult {
    let Some((_, draft)) = draft_of(&request, &db).await? else { return Ok(begin()) };
    let ideas = find_similar(&visit, &db, &search, written(&draft)).await?;
    if ideas.is_empty() {
        return Ok(web::see_other("/ideas/new/why"));
    }
    let frame = visit.frame(visit.texts.say("similar-title"));
    let page = SimilarPage { frame, steps: steps(visit.texts, 0), title: draft.title, ideas };
    web::page(&visit, StatusCode::OK, &page)
}

pub(super) async fn find_similar(
    visit: &Visit,
    db: &Db,
    search: &Search,
    written: Written,
) -> crate::error::Result<Vec<SimilarIdea>> {
    let (db, search, texts) = (db.clone(), search.clone(), visit.texts);
    web::run(move || similar::like_written(&db, &search, texts, &written)).await
}

/// What a draft says by now.
pub(super) fn written(draft: &DraftRow) -> Written {
    Written { title: draft.title.clone(), body: draft.body.clone(), area: draft.area.clone() }
}

fn title_page(visit: &Visit, status: StatusCode, raw: RawTitle, errors: FormErrors) -> PageResult {
    let page = TitlePage {
        frame: visit.frame(visit.texts.say("write-title-question")),
        errors,
        steps: steps(visit.texts, 0),
        title: raw.title,
        area: raw.area,
        limit: Title::LIMIT,
    };
    web::page(visit, status, &page)
}
