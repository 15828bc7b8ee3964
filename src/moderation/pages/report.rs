//! `/moderation/reports/{id}`: what was reported, by how many, and what can be done.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::Chosen;
use super::ground_form::{self, GroundForm};
use super::queue::{Time, time};
use crate::comments::State;
use crate::db::Db;
use crate::i18n::{Locale, Texts};
use crate::ideas::pages::ground_word;
use crate::kernel::text::Reason;
use crate::markup::{self, SafeHtml};
use crate::moderation::actions::decide_report;
use crate::moderation::store::Report;
use crate::moderation::verdict::{self, Choice, HIDING_GROUNDS, RawVerdict};
use crate::moderation::views::{self, ReportCase};
use crate::web::{self, Form, FormErrors, Frame, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "moderation/report.html")]
struct ReportPage {
    frame: Frame,
    errors: FormErrors,
    id: i64,
    version: i64,
    form_key: String,
    idea_path: String,
    idea_title: String,
    idea_language: String,
    /// What was reported: who wrote it, its language and words.
    author: String,
    language: String,
    body: SafeHtml,
    is_comment: bool,
    /// Whether it can be read by everyone now.
    is_shown: bool,
    time: Option<Time>,
    reports: Vec<ShownReport>,
    is_open: bool,
    words: String,
    limit: usize,
    /// Whether a ground for hiding is chosen already.
    is_hiding: bool,
    hide_form: Option<GroundForm>,
    /// Words for a form that is not there any more.
    kept: String,
}

struct ShownReport {
    kind: String,
    meta: String,
    reason: String,
    /// What was decided, and in which words.
    decided: Option<(String, String)>,
}

/// `GET /moderation/reports/{id}`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<i64>, chosen: Query<Chosen>) -> PageResult {
    let raw = RawVerdict::from(chosen.0);
    page(&visit, &db, path.into_inner(), (StatusCode::OK, &raw, FormErrors::default())).await
}

/// `POST /moderation/reports/{id}`
pub async fn decide(visit: Visit, db: Data<Db>, path: Path<i64>, form: Form<RawVerdict>) -> PageResult {
    let (id, raw) = (path.into_inner(), form.0);
    let (actor, sent, to) = (visit.actor, raw.clone(), db.clone());
    let outcome = web::run(move || {
        let verdict = verdict::of_report(&sent)?;
        decide_report(&to, &actor, id, &sent.sent(), &verdict)
    });
    match outcome.await {
        Ok(()) => Ok(web::see_other_with(&visit, "/moderation", &format!("report-{}", raw.choice))),
        Err(error) => {
            let errors = visit.again(error, "")?;
            page(&visit, &db, id, (errors.status(), &raw, errors)).await
        }
    }
}

async fn page(
    visit: &Visit,
    db: &Data<Db>,
    id: i64,
    (status, raw, errors): (StatusCode, &RawVerdict, FormErrors),
) -> PageResult {
    let (actor, today, now, db) = (visit.actor, visit.today, db.clock().now(), db.clone());
    let case = web::run(move || db.read(|conn| views::report(conn, &actor, id, today))).await?;
    let (texts, report) = (visit.texts, &case.report);
    let (author, language, body) = match &case.comment {
        Some(comment) => (&comment.author_name, &comment.language, &comment.body),
        None => (&case.idea.author_name, &case.idea.language, &case.idea.body),
    };
    let locale = language.parse().unwrap_or(Locale::Swedish);
    let (is_open, is_shown) = (report.decided_at.is_none(), is_shown(&case));
    let urgent = report.kind.is_urgent();
    let hide_form =
        (is_open && case.can_be_hidden()).then(|| ground_form::form(texts, Choice::Hide, &HIDING_GROUNDS, raw, locale));
    let page = ReportPage {
        frame: visit.frame(texts.say("moderation-report-title")),
        version: if raw.version == 0 { case.idea.version } else { errors.version(raw.version, case.idea.version) },
        errors: errors.leading_to(case.idea.path()),
        id,
        form_key: visit.form_key(),
        idea_path: case.idea.path(),
        idea_title: case.idea.title.clone(),
        idea_language: case.idea.language.clone(),
        author: author.clone(),
        language: language.clone(),
        body: markup::render(body),
        is_comment: case.comment.is_some(),
        is_shown,
        time: is_open.then(|| time(texts, (report.at, report.due_at), urgent, now)),
        reports: case.all.iter().map(|report| shown(texts, report)).collect(),
        is_open,
        words: if raw.choice == Choice::Keep.as_str() { raw.words.clone() } else { String::new() },
        limit: Reason::LIMIT,
        kept: if is_open { String::new() } else { raw.words.clone() },
        is_hiding: hide_form.as_ref().is_some_and(|form| form.chosen.is_some()),
        hide_form,
    };
    web::page(visit, status, &page)
}

fn is_shown(case: &ReportCase) -> bool {
    case.idea.is_listed() && case.comment.as_ref().is_none_or(|comment| comment.state == State::Visible)
}

fn shown(texts: Texts, report: &Report) -> ShownReport {
    let who = if report.reporter.is_some() { "moderation-report-by-person" } else { "moderation-report-by-visitor" };
    let decided = report.outcome.map(|outcome| {
        let said = texts.say(&format!("moderation-report-{outcome}")).into_owned();
        let ground = report.ground.map(|ground| format!(" – {}", ground_word(texts, ground.as_str())));
        (format!("{said}{}", ground.unwrap_or_default()), report.words.clone().unwrap_or_default())
    });
    ShownReport {
        kind: texts.say(&format!("report-kind-{}", report.kind)).into_owned(),
        meta: format!("{} · {}", texts.say(who), texts.moment(report.at)),
        reason: report.reason.clone(),
        decided,
    }
}
