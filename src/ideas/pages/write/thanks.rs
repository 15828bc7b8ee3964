//! After sending: number, day, receipt code.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::{begin, token_of};
use crate::db::Db;
use crate::ideas::actions;
use crate::web::{self, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "ideas/write/thanks.html")]
struct ThanksPage {
    frame: Frame,
    number: String,
    /// The code with spaces, as it is read aloud.
    code: String,
    /// Day by which a moderator has read it; empty when that has been done.
    read_by: String,
}

/// `GET /ideas/new/thanks`: the receipt of what this browser has just sent.
pub async fn thanks(visit: Visit, db: Data<Db>, request: HttpRequest) -> PageResult {
    let Some(token) = token_of(&request) else { return Ok(begin()) };
    let town = visit.town.clone();
    let receipt = web::run(move || db.read(|conn| actions::receipt_of(conn, &town, &token))).await?;
    let Some(receipt) = receipt else { return Ok(begin()) };
    let page = ThanksPage {
        frame: visit.frame(visit.texts.say("thanks-title")),
        number: receipt.number,
        code: receipt.code.replace('-', " "),
        read_by: receipt.read_by.map(|day| visit.texts.date(day)).unwrap_or_default(),
    };
    web::page(&visit, StatusCode::OK, &page)
}
