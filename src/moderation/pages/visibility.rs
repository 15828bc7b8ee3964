//! `/moderation/ideas/{number}/visibility`: hiding an idea, and showing it again.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::Chosen;
use super::ground_form::{self, GroundForm};
use crate::db::Db;
use crate::i18n::Locale;
use crate::ideas::pages::{ground_word, state_word};
use crate::markup::{self, SafeHtml};
use crate::moderation::actions::change_visibility;
use crate::moderation::verdict::{self, Choice, HIDING_GROUNDS, RawVerdict};
use crate::moderation::views;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "moderation/visibility.html")]
struct VisibilityPage {
    frame: Frame,
    errors: FormErrors,
    number: String,
    version: i64,
    form_key: String,
    title: String,
    language: String,
    body: SafeHtml,
    meta: String,
    /// When and why it was hidden; none when it is shown.
    hidden: Option<Vec<String>>,
    hide_form: Option<GroundForm>,
}

/// `GET /moderation/ideas/{number}/visibility`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<String>, chosen: Query<Chosen>) -> PageResult {
    let raw = RawVerdict::from(chosen.0);
    page(&visit, &db, path.into_inner(), (StatusCode::OK, &raw, FormErrors::default())).await
}

/// `POST /moderation/ideas/{number}/visibility`
pub async fn decide(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawVerdict>) -> PageResult {
    let (number, raw) = (path.into_inner(), form.0);
    let (actor, sent, this, to) = (visit.actor, raw.clone(), number.clone(), db.clone());
    let outcome = web::run(move || {
        let visibility = verdict::of_visibility(&sent)?;
        change_visibility(&to, &actor, &this, &sent.sent(), &visibility)
    });
    match outcome.await {
        Ok(_) => {
            let back = format!("/moderation/ideas/{number}/visibility");
            Ok(web::see_other_with(&visit, &back, &format!("idea-{}", raw.choice)))
        }
        Err(error) => {
            let errors = visit.again(error, &number)?;
            page(&visit, &db, number, (errors.status(), &raw, errors)).await
        }
    }
}

async fn page(
    visit: &Visit,
    db: &Data<Db>,
    number: String,
    (status, raw, errors): (StatusCode, &RawVerdict, FormErrors),
) -> PageResult {
    let (actor, today, db) = (visit.actor, visit.today, db.clone());
    let case = web::run(move || db.read(|conn| views::visibility(conn, &actor, &number, today))).await?;
    let (texts, idea) = (visit.texts, &case.idea);
    let locale = case.locale.or_else(|| idea.language.parse().ok()).unwrap_or(Locale::Swedish);
    let hidden = case.hiding.map(|hiding| {
        let when = texts.say1("moderation-hidden-at", "moment", texts.moment(hiding.at)).into_owned();
        let ground = hiding.ground.map(|ground| ground_word(texts, &ground));
        std::iter::once(when).chain(ground).chain(hiding.words).collect()
    });
    let page = VisibilityPage {
        frame: visit.frame(texts.say("moderation-visibility-title")),
        number: idea.number().to_owned(),
        version: errors.version(raw.version, idea.version),
        errors,
        form_key: visit.form_key(),
        title: idea.title.clone(),
        language: idea.language.clone(),
        body: markup::render(&idea.body),
        meta: format!("{} · {}", idea.number(), state_word(texts, idea.state)),
        hide_form: idea.is_listed().then(|| ground_form::form(texts, Choice::Hide, &HIDING_GROUNDS, raw, locale)),
        hidden: hidden.or_else(|| idea.hidden.then(Vec::new)),
    };
    web::page(visit, status, &page)
}
