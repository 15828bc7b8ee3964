//! Leaving for good: a page that says what happens, and the button.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::accounts::views::{self, Duties};
use crate::accounts::{actions, standing};
use crate::db::Db;
use crate::error::{Code, Error, FieldErrors};
use crate::policy::{self, Action};
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit, cookies};

#[derive(Template)]
#[template(path = "accounts/leave.html")]
struct LeavePage {
    frame: Frame,
    errors: FormErrors,
    duties: Duties,
}

/// `GET /account/leave`.
pub async fn ask_leave(visit: Visit, db: Data<Db>) -> PageResult {
    page(&visit, db, StatusCode::OK, FormErrors::default()).await
}

/// The box that has to be ticked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawLeave {
    sure: String,
}

/// `POST /account/leave`.
pub async fn leave(visit: Visit, db: Data<Db>, form: Form<RawLeave>) -> PageResult {
    if form.0.sure != "yes" {
        let errors = visit.errors(&FieldErrors::one("sure", Code::FieldNotChosen));
        return page(&visit, db, StatusCode::UNPROCESSABLE_ENTITY, errors).await;
    }
    let actor = visit.actor;
    web::run(move || actions::leave(&db, &actor)).await?;
    let mut response = web::see_other_with(&visit, "/", "left");
    web::give_cookie(&mut response, &cookies::remove(&visit.town, cookies::SESSION))?;
    Ok(response)
}

async fn page(visit: &Visit, db: Data<Db>, status: StatusCode, errors: FormErrors) -> PageResult {
    let (actor, today) = (visit.actor, visit.today);
    let duties = web::run(move || {
        db.read(|conn| {
            policy::authorise(&standing::of(conn, &actor)?, Action::AccountManage)?;
            views::duties(conn, actor.person().ok_or(Error::SignInNeeded)?, today)
        })
    })
    .await?;
    let frame = visit.frame(visit.texts.say("leave-title"));
    web::page(visit, status, &LeavePage { frame, errors, duties })
}
