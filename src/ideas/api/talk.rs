//! The discussion of an idea.

use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::accounts::extract::Caller;
use crate::comments::State;
use crate::comments::draft::{self, RawAnswer, RawComment};
use crate::comments::store::{self, Comment};
use crate::db::Db;
use crate::error::{Code, Error};
use crate::ideas::{actions, views};
use crate::kernel::{CommentId, Cursor};
use crate::web::{JsonBody, JsonResult, Query, created, json_ok, run};

/// A comment that keeps its place in the discussion.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommentJson {
    /// Which.
    pub id: i64,
    /// `for`, `against`, `question` or `addition`.
    pub kind: &'static str,
    /// `visible` or `hidden`.
    pub state: &'static str,
    /// Name of the author; none when it is hidden.
    pub author: Option<String>,
    /// The words, in Markdown; none when it is hidden.
    pub body: Option<String>,
    /// Language of the words.
    pub language: String,
    /// When it was written, in RFC 3339.
    pub written_at: String,
    /// Why it is hidden: a word for the ground.
    pub ground: Option<String>,
    /// The lead group's answer.
    pub answer: Option<AnswerJson>,
}

/// An official answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerJson {
    /// The words, in Markdown.
    pub body: String,
    /// Name of the group that answered.
    pub group: String,
    /// Seat of the one who wrote it: `chair`, `coordinator`, `secretary` or `member`.
    pub role: String,
    /// When, in RFC 3339.
    pub answered_at: String,
}

impl From<Comment> for CommentJson {
    fn from(comment: Comment) -> Self {
        let is_shown = comment.state == State::Visible;
        let answer = match (comment.answer, comment.answered_at) {
            (Some(body), Some(at)) if is_shown => Some(AnswerJson {
                body,
                group: comment.answered_for.unwrap_or_default(),
                role: comment.answered_role.unwrap_or_default(),
                answered_at: at.rfc3339(),
            }),
            _ => None,
        };
        Self {
            id: comment.id.get(),
            kind: comment.kind.as_str(),
            state: comment.state.as_str(),
            author: is_shown.then_some(comment.author_name),
            body: is_shown.then_some(comment.body),
            language: comment.language,
            written_at: comment.created_at.rfc3339(),
            ground: comment.ground,
            answer,
        }
    }
}

/// One page of a discussion.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommentListJson {
    /// The comments, in the order in which they were written.
    pub comments: Vec<CommentJson>,
    /// What `after` has to be for the next page; none on the last.
    pub next: Option<String>,
}

/// The place in a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Place {
    /// Where the page begins: `next` of the page before.
    after: Option<String>,
}

/// `GET /api/v1/ideas/{number}/comments`
pub async fn list(caller: Caller, db: Data<Db>, path: Path<String>, place: Query<Place>) -> JsonResult {
    let after = match &place.0.after {
        Some(text) => Some(Cursor::decode(text).ok_or(Error::refused(Code::UnknownPlace))?),
        None => None,
    };
    let today = db.clock().now().date();
    let page = run(move || {
        db.read(|conn| {
            let (idea, _) = views::guarded(conn, &caller.town, &caller.actor, &path, today)?;
            store::page_of_idea(conn, idea.id, after)
        })
    })
    .await?;
    json_ok(&CommentListJson {
        comments: page.items.into_iter().map(CommentJson::from).collect(),
        next: page.next.map(Cursor::encode),
    })
}

/// A comment that was written down.
#[derive(Debug, Serialize, ToSchema)]
pub struct WrittenJson {
    /// Which.
    pub id: i64,
    /// `visible`, or `waiting` when a moderator reads it first.
    pub state: &'static str,
}

/// `POST /api/v1/ideas/{number}/comments`
pub async fn comment(caller: Caller, db: Data<Db>, path: Path<String>, body: JsonBody<RawComment>) -> JsonResult {
    let new = draft::parse(&body.0)?;
    let address = format!("/api/v1/ideas/{path}/comments");
    let told = run(move || actions::comment(&db, &caller.town, &caller.actor, &path, &new, &body.0.form_key)).await?;
    created(&address, &WrittenJson { id: told.id.get(), state: told.state.as_str() })
}

/// `POST /api/v1/comments/{id}/answer`
pub async fn answer(caller: Caller, db: Data<Db>, id: Path<CommentId>, body: JsonBody<RawAnswer>) -> JsonResult {
    let (words, id) = (draft::parse_answer(&body.0)?, *id);
    let answered = run(move || {
        actions::answer_question(&db, &caller.actor, id, &words)?;
        db.read(|conn| store::load(conn, id))
    })
    .await?;
    json_ok(&CommentJson::from(answered))
}
