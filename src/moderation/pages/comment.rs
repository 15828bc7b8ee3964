//! `/moderation/comments/{id}`: one comment, and what can be done with it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::Chosen;
use super::ground_form::{self, GroundForm};
use super::idea::flag_words;
use super::queue::{Time, time};
use crate::comments::State;
use crate::db::Db;
use crate::ideas::pages::ground_word;
use crate::kernel::CommentId;
use crate::markup::{self, SafeHtml};
use crate::moderation::actions::screen_comment;
use crate::moderation::verdict::{self, Choice, HIDING_GROUNDS, RawVerdict};
use crate::moderation::{deadline, flags, views};
use crate::web::{self, Form, FormErrors, Frame, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "moderation/comment.html")]
struct CommentPage {
    frame: Frame,
    errors: FormErrors,
    id: CommentId,
    form_key: String,
    idea_path: String,
    idea_title: String,
    idea_language: String,
    author: String,
    kind: String,
    came: String,
    language: String,
    body: SafeHtml,
    time: Option<Time>,
    flags: Vec<String>,
    state: String,
    /// Ground and words, when it is not shown.
    reason: Option<(String, String)>,
    may_show: bool,
    ground_form: Option<GroundForm>,
    /// Words for a form that is not there any more.
    kept: String,
}

/// `GET /moderation/comments/{id}`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<CommentId>, chosen: Query<Chosen>) -> PageResult {
    let raw = RawVerdict::from(chosen.0);
    page(&visit, &db, path.into_inner(), (StatusCode::OK, &raw, FormErrors::default())).await
}

/// `POST /moderation/comments/{id}`
pub async fn decide(visit: Visit, db: Data<Db>, path: Path<CommentId>, form: Form<RawVerdict>) -> PageResult {
    let (id, raw) = (path.into_inner(), form.0);
    let (actor, sent, to) = (visit.actor, raw.clone(), db.clone());
    let outcome = web::run(move || {
        let verdict = verdict::of_comment(&sent)?;
        screen_comment(&to, &actor, id, &sent.sent(), &verdict)
    });
    match outcome.await {
        Ok(()) => Ok(web::see_other_with(&visit, "/moderation", &format!("comment-{}", raw.choice))),
        Err(error) => {
            let errors = visit.again(error, "")?;
            page(&visit, &db, id, (errors.status(), &raw, errors)).await
        }
    }
}

async fn page(
    visit: &Visit,
    db: &Data<Db>,
    id: CommentId,
    (status, raw, errors): (StatusCode, &RawVerdict, FormErrors),
) -> PageResult {
    let (actor, today, now, db) = (visit.actor, visit.today, db.clock().now(), db.clone());
    let case = web::run(move || db.read(|conn| views::comment(conn, &actor, id, today))).await?;
    let (texts, comment) = (visit.texts, &case.comment);
    let ways = verdict::offers(comment.state);
    let not_shown = ways.iter().find(|choice| matches!(choice, Choice::Refuse | Choice::Hide));
    let ground_form = not_shown.map(|choice| ground_form::form(texts, *choice, &HIDING_GROUNDS, raw, case.locale));
    let is_chosen = ground_form.as_ref().is_some_and(|form| form.chosen.is_some());
    let frame_of_time = (comment.created_at, deadline::of_comment(comment.created_at));
    let reason = comment.ground.as_deref().zip(comment.reason.clone());
    let page = CommentPage {
        frame: visit.frame(texts.say("moderation-comment-title")),
        errors: errors.leading_to(case.idea.path()),
        id,
        form_key: visit.form_key(),
        idea_path: case.idea.path(),
        idea_title: case.idea.title.clone(),
        idea_language: case.idea.language.clone(),
        author: comment.author_name.clone(),
        kind: texts.say(&format!("comment-kind-{}", comment.kind)).into_owned(),
        came: texts.moment(comment.created_at),
        language: comment.language.clone(),
        body: markup::render(&comment.body),
        time: (comment.state == State::Waiting).then(|| time(texts, frame_of_time, false, now)),
        flags: flag_words(texts, &flags::of_comment(&comment.body, &comment.language)),
        state: texts.say(&format!("moderation-comment-{}", comment.state)).into_owned(),
        reason: reason.map(|(ground, words)| (ground_word(texts, ground), words)),
        // Once a ground is chosen, only its form stands on the page.
        may_show: ways.contains(&Choice::Show) && !is_chosen,
        kept: if is_chosen { String::new() } else { raw.words.clone() },
        ground_form,
    };
    web::page(visit, status, &page)
}
