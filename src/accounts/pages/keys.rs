//! Making a key for the API; it is shown once.

use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use askama::Template;

use crate::accounts::actions::{self, RawApiToken};
use crate::accounts::standing;
use crate::db::Db;
use crate::error::Error;
use crate::policy::{self, Action};
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "accounts/new_key.html")]
struct NewKeyPage {
    frame: Frame,
    errors: FormErrors,
    raw: RawApiToken,
}

#[derive(Template)]
#[template(path = "accounts/key.html")]
struct KeyPage {
    frame: Frame,
    token: String,
}

/// `GET /account/tokens`: asks what the key is for.
pub async fn ask_key(visit: Visit, db: Data<Db>) -> PageResult {
    let actor = visit.actor;
    web::run(move || db.read(|conn| policy::authorise(&standing::of(conn, &actor)?, Action::AccountManage))).await?;
    let raw = RawApiToken { form_key: visit.form_key(), ..RawApiToken::default() };
    new_key_page(&visit, StatusCode::OK, raw, FormErrors::default())
}

/// `POST /account/tokens`: makes it and shows it. The same form sent again shows the same key.
pub async fn make_key(visit: Visit, db: Data<Db>, form: Form<RawApiToken>) -> PageResult {
    let new = match form.0.parse() {
        Ok(new) => new,
        Err(Error::Invalid(errors)) => {
            let errors = visit.errors(&errors);
            return new_key_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form.0, errors);
        }
        Err(error) => return Err(error),
    };
    let (actor, town) = (visit.actor, visit.town.clone());
    let token = web::run(move || actions::make_api_token(&db, &town, &actor, &new)).await?;
    let frame = visit.frame(visit.texts.say("account-key-made-title"));
    let mut response = web::page(&visit, StatusCode::CREATED, &KeyPage { frame, token })?;
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(response)
}

fn new_key_page(visit: &Visit, status: StatusCode, raw: RawApiToken, errors: FormErrors) -> PageResult {
    let frame = visit.frame(visit.texts.say("account-key-new-title"));
    web::page(visit, status, &NewKeyPage { frame, errors, raw })
}
