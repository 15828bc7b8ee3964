//! `/ideas/{number}/appeal`: asking another moderator to look at a refusal.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::guarded;
use crate::db::Db;
use crate::error::Result;
use crate::ideas::actions::{self, At};
use crate::ideas::forms::RawAppeal;
use crate::ideas::lifecycle::{self, Command};
use crate::ideas::store::{self, Idea};
use crate::kernel::text::Reason;
use crate::policy::Action;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "ideas/own/appeal.html")]
struct AppealPage {
    frame: Frame,
    errors: FormErrors,
    path: String,
    title: String,
    version: i64,
    form_key: String,
    reason: String,
    limit: usize,
}

/// `GET /ideas/{number}/appeal`
pub async fn ask_appeal(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    appeal_page(&visit, &db, &path, StatusCode::OK, (RawAppeal::default(), FormErrors::default())).await
}

/// `POST /ideas/{number}/appeal`
pub async fn appeal(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawAppeal>) -> PageResult {
    let raw = form.0;
    let (base, town, actor) = (db.clone(), visit.town.clone(), visit.actor);
    let (number, sent) = (path.clone(), raw.clone());
    let outcome = web::run(move || {
        let at = At { number: &number, ticket: &sent.ticket };
        actions::appeal(&base, &town, &actor, &at, &sent.parse()?)
    });
    match outcome.await {
        Ok(_) => Ok(web::see_other_with(&visit, &format!("/ideas/{path}"), "idea-appealed")),
        Err(error) => {
            let errors = visit.again(error, &path)?;
            appeal_page(&visit, &db, &path, errors.status(), (raw, errors)).await
        }
    }
}

/// Demands that the refusal can be reviewed anew: once, and for a time.
async fn demand_still_possible(visit: &Visit, db: &Db, idea: &Idea) -> Result<()> {
    let (db, town, idea, today) = (db.clone(), visit.town.clone(), idea.clone(), visit.today);
    web::run(move || {
        let facts = db.read(|conn| store::facts(conn, &idea, today))?;
        lifecycle::decide(idea.state, Command::Appeal, &facts, &town.settings.clocks, today)?;
        Ok(())
    })
    .await
}

async fn appeal_page(
    visit: &Visit,
    db: &Db,
    number: &str,
    status: StatusCode,
    (raw, errors): (RawAppeal, FormErrors),
) -> PageResult {
    let idea = guarded(visit, db, number, Action::IdeaAppeal).await?;
    demand_still_possible(visit, db, &idea).await?;
    let page = AppealPage {
        frame: visit.frame(visit.texts.say("appeal-title")),
        path: idea.path(),
        version: errors.version(raw.ticket.version.0, idea.version),
        title: idea.title,
        form_key: visit.form_key(),
        reason: raw.reason,
        limit: Reason::LIMIT,
        errors,
    };
    web::page(visit, status, &page)
}
