//! Changing one's address: asks for the new one, and mails a link there.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::accounts::{actions, standing};
use crate::db::Db;
use crate::error::{Code, FieldErrors};
use crate::kernel::EmailAddress;
use crate::policy::{self, Action};
use crate::web::limits::Limits;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Peer, Visit};

#[derive(Template)]
#[template(path = "accounts/address.html")]
struct AddressPage {
    frame: Frame,
    errors: FormErrors,
    email: String,
}

/// The new address as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawNewAddress {
    email: String,
}

/// `GET /account/address`.
pub async fn ask_address(visit: Visit, db: Data<Db>) -> PageResult {
    let actor = visit.actor;
    web::run(move || db.read(|conn| policy::authorise(&standing::of(conn, &actor)?, Action::AccountManage))).await?;
    page(&visit, StatusCode::OK, String::new(), FormErrors::default())
}

/// `POST /account/address`: the answer is the same for every address.
pub async fn send_address(
    visit: Visit,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    form: Form<RawNewAddress>,
) -> PageResult {
    let Some(email) = EmailAddress::parse(&form.0.email) else {
        let errors = visit.errors(&FieldErrors::one("email", Code::FieldNotEmail));
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form.0.email, errors);
    };
    limits.sign_in(peer)?;
    let (town, actor, locale) = (visit.town.clone(), visit.actor, visit.texts.locale());
    web::run(move || actions::ask_address(&db, &town, &actor, &email, locale)).await?;
    Ok(web::see_other_with(&visit, "/account", "address-asked"))
}

fn page(visit: &Visit, status: StatusCode, email: String, errors: FormErrors) -> PageResult {
    let frame = visit.frame(visit.texts.say("address-title"));
    web::page(visit, status, &AddressPage { frame, errors, email })
}
