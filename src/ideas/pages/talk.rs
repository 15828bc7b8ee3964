//! Saying something about an idea, and the lead group's answers to questions.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::show::{Refilled, show_again};
use crate::comments::State;
use crate::comments::draft::{self, RawAnswer, RawComment};
use crate::comments::store::Comment;
use crate::db::Db;
use crate::error::Error;
use crate::ideas::actions;
use crate::ideas::store::Idea;
use crate::kernel::CommentId;
use crate::kernel::text::CommentBody;
use crate::markup::{self, SafeHtml};
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

/// `POST /ideas/{number}/comments`
pub async fn comment(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawComment>) -> PageResult {
    let raw = form.0;
    let new = match draft::parse(&raw) {
        Ok(new) => new,
        Err(Error::Invalid(errors)) => {
            let errors = visit.errors(&errors);
            let refilled = Refilled { errors, kind: raw.kind, body: raw.body, ..Refilled::default() };
            return show_again(visit, db, path.into_inner(), refilled).await;
        }
        Err(error) => return Err(error),
    };
    let (town, actor, number) = (visit.town.clone(), visit.actor, path.clone());
    let (key, base) = (raw.form_key, db.clone());
    let told = match web::run(move || actions::comment(&base, &town, &actor, &number, &new, &key)).await {
        Ok(told) => told,
        Err(error) => {
            let errors = visit.again(error, &path)?;
            let refilled = Refilled { errors, kind: raw.kind, body: raw.body, ..Refilled::default() };
            return show_again(visit, db, path.into_inner(), refilled).await;
        }
    };
    let word = if told.state == State::Visible { "comment-shown" } else { "comment-waits" };
    Ok(web::see_other_with(&visit, &format!("/ideas/{path}"), word))
}

#[derive(Template)]
#[template(path = "talk/answer.html")]
struct AnswerPage {
    frame: Frame,
    errors: FormErrors,
    action: String,
    back: String,
    title: String,
    asker: String,
    day: String,
    datetime: String,
    question: SafeHtml,
    language: String,
    body: String,
    limit: usize,
}

/// `GET /comments/{id}/answer`: the question with a form under it.
pub async fn ask_answer(visit: Visit, db: Data<Db>, id: Path<CommentId>) -> PageResult {
    answer_page(&visit, &db, *id, StatusCode::OK, (FormErrors::default(), String::new())).await
}

/// `POST /comments/{id}/answer`
pub async fn answer(visit: Visit, db: Data<Db>, id: Path<CommentId>, form: Form<RawAnswer>) -> PageResult {
    let (raw, id) = (form.0, *id);
    let body = match draft::parse_answer(&raw) {
        Ok(body) => body,
        Err(error) => return answer_again(&visit, &db, id, raw.body, error).await,
    };
    let (actor, base) = (visit.actor, db.clone());
    match web::run(move || actions::answer_question(&base, &actor, id, &body)).await {
        Ok(idea) => Ok(web::see_other_with(&visit, &idea.path(), "question-answered")),
        Err(error) => answer_again(&visit, &db, id, raw.body, error).await,
    }
}

async fn answer_again(visit: &Visit, db: &Data<Db>, id: CommentId, body: String, error: Error) -> PageResult {
    let errors = visit.again(error, "")?;
    answer_page(visit, db, id, errors.status(), (errors, body)).await
}

async fn answer_page(
    visit: &Visit,
    db: &Data<Db>,
    id: CommentId,
    status: StatusCode,
    (errors, body): (FormErrors, String),
) -> PageResult {
    let (db, actor, today) = (db.clone(), visit.actor, visit.today);
    let (question, idea): (Comment, Idea) =
        web::run(move || db.read(|conn| actions::answerable(conn, &actor, id, today))).await?;
    let day = question.created_at.date();
    let page = AnswerPage {
        frame: visit.frame(visit.texts.say("answer-title")),
        errors: errors.leading_to(idea.path()),
        action: format!("/comments/{id}/answer"),
        back: idea.path(),
        title: idea.title,
        asker: question.author_name,
        day: visit.texts.date_near(day, today),
        datetime: day.to_string(),
        question: markup::render(&question.body),
        language: question.language,
        body,
        limit: CommentBody::LIMIT,
    };
    web::page(visit, status, &page)
}
