//! Comments that wait or were shown.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::{ChoiceJson, choice};
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::kernel::CommentId;
use crate::moderation::verdict::{self, Choice, HIDING_GROUNDS, RawVerdict};
use crate::moderation::views::{self, CommentCase};
use crate::moderation::{actions, flags};
use crate::web::{JsonBody, JsonResult, json_ok, run};

/// A comment as a moderator reads it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommentCaseJson {
    /// Which.
    pub id: i64,
    /// Public number of the idea.
    pub number: String,
    /// `for`, `against`, `question` or `addition`.
    pub kind: &'static str,
    /// `waiting`, `visible`, `hidden` or `refused`.
    pub state: &'static str,
    /// The words, in Markdown.
    pub body: String,
    /// Language of the words.
    pub language: String,
    /// When it was written, in RFC 3339.
    pub written_at: String,
    /// Signs to look at.
    pub flags: Vec<&'static str>,
    /// What can be done now, and on which grounds.
    pub choices: Vec<ChoiceJson>,
}

/// `GET /api/v1/moderation/comments/{id}`
pub async fn show(caller: Caller, db: Data<Db>, id: Path<CommentId>) -> JsonResult {
    let (today, id) = (db.clock().now().date(), id.into_inner());
    let case = run(move || db.read(|conn| views::comment(conn, &caller.actor, id, today))).await?;
    json_ok(&CommentCaseJson::from(case))
}

/// `POST /api/v1/moderation/comments/{id}`
pub async fn decide(caller: Caller, db: Data<Db>, id: Path<CommentId>, body: JsonBody<RawVerdict>) -> JsonResult {
    let (today, id) = (db.clock().now().date(), id.into_inner());
    let case = run(move || {
        let raw = body.0;
        actions::screen_comment(&db, &caller.actor, id, &raw.sent(), &verdict::of_comment(&raw)?)?;
        db.read(|conn| views::comment(conn, &caller.actor, id, today))
    });
    json_ok(&CommentCaseJson::from(case.await?))
}

impl From<CommentCase> for CommentCaseJson {
    fn from(CommentCase { comment, idea, .. }: CommentCase) -> Self {
        let found = flags::of_comment(&comment.body, &comment.language);
        let choices = verdict::offers(comment.state).iter().map(|way| match way {
            Choice::Show => choice(*way, &[]),
            _ => choice(*way, &HIDING_GROUNDS),
        });
        Self {
            id: comment.id.get(),
            number: idea.number().to_owned(),
            kind: comment.kind.as_str(),
            state: comment.state.as_str(),
            written_at: comment.created_at.rfc3339(),
            flags: found.into_iter().map(flags::Flag::as_str).collect(),
            choices: choices.collect(),
            body: comment.body,
            language: comment.language,
        }
    }
}
