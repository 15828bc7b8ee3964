//! Third page: where. May be passed over.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use super::{Step, begin, draft_of, save, steps};
use crate::db::Db;
use crate::error::{Error, FieldErrors};
use crate::ideas::draft;
use crate::ideas::pages::area_word;
use crate::ideas::store::DraftRow;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

/// The part of the area as chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawPlace {
    area: String,
}

#[derive(Template)]
#[template(path = "ideas/write/place.html")]
struct PlacePage {
    frame: Frame,
    errors: FormErrors,
    steps: Vec<Step>,
    area: String,
    areas: Vec<(String, String)>,
}

/// `GET /ideas/new/where`
pub async fn ask_place(visit: Visit, db: Data<Db>, request: HttpRequest) -> PageResult {
    let Some((_, draft)) = draft_of(&request, &db).await? else { return Ok(begin()) };
    place_page(&visit, StatusCode::OK, draft.area, FormErrors::default())
}

/// `POST /ideas/new/where`: keeps the place.
pub async fn save_place(visit: Visit, db: Data<Db>, request: HttpRequest, form: Form<RawPlace>) -> PageResult {
    let Some((token, _)) = draft_of(&request, &db).await? else { return Ok(begin()) };
    let mut errors = FieldErrors::default();
    let parsed = draft::parse_area(&form.0.area, &visit.town, &mut errors);
    match errors.finish(parsed) {
        Ok(area) => {
            let change = move |draft: &mut DraftRow| draft.area.clone_from(&area);
            save(&visit.town, &db, token, change, "/ideas/new/contact").await
        }
        Err(Error::Invalid(errors)) => {
            place_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form.0.area, visit.errors(&errors))
        }
        Err(error) => Err(error),
    }
}

fn place_page(visit: &Visit, status: StatusCode, area: String, errors: FormErrors) -> PageResult {
    let areas = visit.town.settings.areas.iter();
    let page = PlacePage {
        frame: visit.frame(visit.texts.say("write-place-question")),
        errors,
        steps: steps(visit.texts, 2),
        area,
        areas: areas.map(|word| (word.clone(), area_word(visit.texts, word))).collect(),
    };
    web::page(visit, status, &page)
}
