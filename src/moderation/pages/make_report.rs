//! `/ideas/{number}/reports`: anyone reports an idea or a comment.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::db::Db;
use crate::error::{Error, Result};
use crate::kernel::CommentId;
use crate::kernel::text::Reason;
use crate::markup;
use crate::moderation::actions::{self, Reporter};
use crate::moderation::report::{self, RawReport, ReportKind};
use crate::moderation::views;
use crate::web::limits::Limits;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Peer, Query, Visit};

/// Characters of what is reported that the form shows.
const EXCERPT_LIMIT: usize = 240;

#[derive(Template)]
#[template(path = "moderation/make_report.html")]
struct MakeReportPage<'a> {
    frame: Frame,
    errors: FormErrors,
    form_key: String,
    path: String,
    title: String,
    /// The beginning of the comment, when it is about one.
    excerpt: Option<String>,
    language: String,
    kinds: Vec<(String, String)>,
    raw: &'a RawReport,
    limit: usize,
    signed_in: bool,
}

/// Which comment, if it is not about the idea itself.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct About {
    comment: String,
}

/// `GET /ideas/{number}/reports`
pub async fn ask(visit: Visit, db: Data<Db>, path: Path<String>, about: Query<About>) -> PageResult {
    let raw = RawReport { comment: about.0.comment, ..RawReport::default() };
    page(&visit, &db, path.into_inner(), (StatusCode::OK, &raw, FormErrors::default())).await
}

/// `POST /ideas/{number}/reports`
pub async fn make(
    visit: Visit,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    path: Path<String>,
    form: Form<RawReport>,
) -> PageResult {
    let (number, raw) = (path.into_inner(), form.0);
    if !raw.email.trim().is_empty() {
        // A mail will go to an address that somebody typed.
        limits.sign_in(peer)?;
    }
    let locale = visit.texts.locale();
    let (actor, browser, town) = (visit.actor, visit.form_token.clone(), visit.town.clone());
    let (sent, this, to) = (raw.clone(), number.clone(), db.clone());
    let outcome = web::run(move || {
        let new = report::parse(&sent)?;
        let reporter = Reporter { actor: &actor, browser: &browser, locale };
        actions::make_report(&to, &town, &reporter, &this, &sent.form_key, &new)
    });
    match outcome.await {
        Ok(_) => Ok(web::see_other_with(&visit, &format!("/ideas/{number}"), "report-received")),
        Err(Error::Invalid(errors)) => {
            let again = (StatusCode::UNPROCESSABLE_ENTITY, &raw, visit.errors(&errors));
            page(&visit, &db, number, again).await
        }
        Err(error) => Err(error),
    }
}

async fn page(
    visit: &Visit,
    db: &Data<Db>,
    number: String,
    (status, raw, errors): (StatusCode, &RawReport, FormErrors),
) -> PageResult {
    let (actor, today, comment, db) = (visit.actor, visit.today, comment_of(raw)?, db.clone());
    let reported = web::run(move || db.read(|conn| views::reported(conn, &actor, &number, comment, today))).await?;
    let texts = visit.texts;
    let kind = |kind: &ReportKind| (kind.to_string(), texts.say(&format!("report-kind-{kind}")).into_owned());
    let page = MakeReportPage {
        frame: visit.frame(texts.say("report-title")),
        errors,
        form_key: visit.form_key(),
        path: reported.idea.path(),
        title: reported.idea.title.clone(),
        excerpt: reported.comment.as_ref().map(|comment| markup::excerpt(&comment.body, EXCERPT_LIMIT)),
        language: reported.comment.map_or(reported.idea.language, |comment| comment.language),
        kinds: ReportKind::ALL.iter().map(kind).collect(),
        raw,
        limit: Reason::LIMIT,
        signed_in: visit.actor.person().is_some(),
    };
    web::page(visit, status, &page)
}

/// The comment that the form is about; what is no number is no comment.
fn comment_of(raw: &RawReport) -> Result<Option<CommentId>> {
    match raw.comment.trim() {
        "" => Ok(None),
        number => number.parse().map_or(Err(Error::NotFound), |id| Ok(Some(id))),
    }
}
