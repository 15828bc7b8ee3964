//! `/receipt`: opening one's idea with number and code.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::accounts::session::{self, Purpose, RECEIPT_DAYS};
use crate::db::Db;
use crate::error::Error;
use crate::ideas::actions;
use crate::web::limits::Limits;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Peer, Visit, cookies};

/// Number and code as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawReceipt {
    number: String,
    code: String,
}

#[derive(Template)]
#[template(path = "ideas/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    errors: FormErrors,
    raw: RawReceipt,
}

/// `GET /receipt`
pub async fn ask_receipt(visit: Visit) -> PageResult {
    receipt_page(&visit, StatusCode::OK, RawReceipt::default(), FormErrors::default())
}

/// `POST /receipt`: shows the idea, or says that number and code do not belong together.
pub async fn open_receipt(
    visit: Visit,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    form: Form<RawReceipt>,
) -> PageResult {
    limits.sign_in(peer)?;
    let raw = form.0;
    let now = db.clock().now();
    let (town, number, code) = (visit.town.clone(), raw.number.clone(), raw.code.clone());
    match web::run(move || actions::open_receipt(&db, &town, &number, &code)).await {
        Ok(idea) => {
            let until = now.plus_days(RECEIPT_DAYS);
            let shown = session::sign(&visit.town, Purpose::Receipt, idea.get(), now, until)?;
            let mut response = web::see_other(&format!("/ideas/{}", raw.number.trim()));
            web::give_cookie(&mut response, &cookies::make(&visit.town, cookies::RECEIPT, shown, RECEIPT_DAYS))?;
            Ok(response)
        }
        Err(Error::Invalid(errors)) => {
            receipt_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, raw, visit.errors(&errors))
        }
        Err(error) => Err(error),
    }
}

fn receipt_page(visit: &Visit, status: StatusCode, raw: RawReceipt, errors: FormErrors) -> PageResult {
    let frame = visit.frame(visit.texts.say("receipt-title"));
    web::page(visit, status, &ReceiptPage { frame, errors, raw })
}
