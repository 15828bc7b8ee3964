//! `/ideas/{number}/withdrawal`: taking an idea back, with one line.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::{demand, guarded};
use crate::db::Db;
use crate::ideas::actions::{self, At};
use crate::ideas::forms::RawWithdrawal;
use crate::ideas::lifecycle::CommandKind;
use crate::policy::Action;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "ideas/own/withdrawal.html")]
struct WithdrawalPage {
    frame: Frame,
    errors: FormErrors,
    path: String,
    title: String,
    version: i64,
    form_key: String,
    reason: String,
}

/// `GET /ideas/{number}/withdrawal`: asks once more.
pub async fn ask_withdrawal(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    withdrawal_page(&visit, &db, &path, StatusCode::OK, (RawWithdrawal::default(), FormErrors::default())).await
}

/// `POST /ideas/{number}/withdrawal`
pub async fn withdraw(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawWithdrawal>) -> PageResult {
    let raw = form.0;
    let (base, town, actor) = (db.clone(), visit.town.clone(), visit.actor);
    let (number, sent) = (path.clone(), raw.clone());
    let outcome = web::run(move || {
        let at = At { number: &number, ticket: &sent.ticket };
        actions::withdraw(&base, &town, &actor, &at, &sent.parse()?)
    });
    match outcome.await {
        Ok(_) => Ok(web::see_other_with(&visit, &format!("/ideas/{path}"), "idea-withdrawn")),
        Err(error) => {
            let errors = visit.again(error, &path)?;
            withdrawal_page(&visit, &db, &path, errors.status(), (raw, errors)).await
        }
    }
}

async fn withdrawal_page(
    visit: &Visit,
    db: &Db,
    number: &str,
    status: StatusCode,
    (raw, errors): (RawWithdrawal, FormErrors),
) -> PageResult {
    let idea = guarded(visit, db, number, Action::IdeaWithdraw).await?;
    demand(&idea, CommandKind::Withdraw)?;
    let page = WithdrawalPage {
        frame: visit.frame(visit.texts.say("withdrawal-title")),
        path: idea.path(),
        version: errors.version(raw.ticket.version.0, idea.version),
        title: idea.title,
        form_key: visit.form_key(),
        reason: raw.reason,
        errors,
    };
    web::page(visit, status, &page)
}
