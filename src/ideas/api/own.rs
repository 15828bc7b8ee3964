//! What authors do with an idea of their own, and the versions of its text.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::error::Result;
use crate::ideas::actions::{self, At, GradePaper, Moved};
use crate::ideas::desk::api::MovedJson;
use crate::ideas::forms::{RawAddition, RawAppeal, RawGrade, RawRewrite, RawWithdrawal};
use crate::ideas::grade::Question;
use crate::ideas::pages::addition_label;
use crate::ideas::views::{self, Version};
use crate::policy::{self, Action};
use crate::web::{JsonBody, JsonResult, json_ok, run};

/// The versions of a text.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionListJson {
    /// The newest that the caller may read, oldest first, at most 30.
    pub versions: Vec<VersionJson>,
}

/// One version of a text.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionJson {
    /// Number, from 1.
    pub number: i32,
    /// `text` when it was written anew, `addition` when something was added.
    pub kind: String,
    /// What shall happen.
    pub title: String,
    /// Why; the whole text, in Markdown.
    pub body: String,
    /// When it was written, in RFC 3339.
    pub written_at: String,
}

impl From<Version> for VersionJson {
    fn from(version: Version) -> Self {
        Self {
            number: version.number,
            kind: version.kind,
            title: version.title,
            body: version.body,
            written_at: version.created_at.rfc3339(),
        }
    }
}

/// `GET /api/v1/ideas/{number}/versions`
pub async fn versions(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let today = db.clock().now().date();
    let versions = run(move || {
        db.read(|conn| {
            let (idea, viewer) = views::guarded(conn, &caller.town, &caller.actor, &path, today)?;
            views::versions(conn, &idea, policy::allows(&viewer.standing, Action::IdeaReadPrivate))
        })
    })
    .await?;
    json_ok(&VersionListJson { versions: versions.into_iter().map(VersionJson::from).collect() })
}

/// `PUT /api/v1/ideas/{number}`: the text written anew.
pub async fn rewrite(caller: Caller, db: Data<Db>, path: Path<String>, body: JsonBody<RawRewrite>) -> JsonResult {
    change(caller, db, path, Action::IdeaEdit, move |caller, db, number| {
        let at = At { number, ticket: &body.0.ticket };
        actions::rewrite(db, &caller.town, &caller.actor, &at, &body.0.parse(&caller.town)?)
    })
    .await
}

/// `POST /api/v1/ideas/{number}/additions`: something added to a text that others support.
pub async fn add(caller: Caller, db: Data<Db>, path: Path<String>, body: JsonBody<RawAddition>) -> JsonResult {
    let label = addition_label(caller.texts, db.clock().now().date());
    change(caller, db, path, Action::IdeaEdit, move |caller, db, number| {
        let at = At { number, ticket: &body.0.ticket };
        actions::add_to_text(db, &caller.town, &caller.actor, &at, &body.0.parse()?, &label)
    })
    .await
}

/// `POST /api/v1/ideas/{number}/withdrawal`
pub async fn withdraw(caller: Caller, db: Data<Db>, path: Path<String>, body: JsonBody<RawWithdrawal>) -> JsonResult {
    change(caller, db, path, Action::IdeaWithdraw, move |caller, db, number| {
        let at = At { number, ticket: &body.0.ticket };
        actions::withdraw(db, &caller.town, &caller.actor, &at, &body.0.parse()?)
    })
    .await
}

/// `POST /api/v1/ideas/{number}/appeal`
pub async fn appeal(caller: Caller, db: Data<Db>, path: Path<String>, body: JsonBody<RawAppeal>) -> JsonResult {
    change(caller, db, path, Action::IdeaAppeal, move |caller, db, number| {
        let at = At { number, ticket: &body.0.ticket };
        actions::appeal(db, &caller.town, &caller.actor, &at, &body.0.parse()?)
    })
    .await
}

/// What an author is asked about the answer to an idea, and has said.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradeJson {
    /// What is asked; nothing before there is an answer.
    pub questions: Vec<GradedJson>,
    /// In the author's own words; the lead group and the process group read them.
    pub words: Option<String>,
    /// Whether it can be answered, or changed, still.
    pub is_open: bool,
}

/// A question, and what was answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradedJson {
    /// `result`, `clear` or `heard`; the name of the field that answers it.
    pub question: &'static str,
    /// `yes`, `partly` or `no`; none when nothing was answered.
    pub grade: Option<&'static str>,
}

impl From<GradePaper> for GradeJson {
    fn from(paper: GradePaper) -> Self {
        let grade = |question: &Question| {
            paper.given.iter().find(|given| given.question == *question).map(|given| given.grade.as_str())
        };
        let asked = |question: &Question| GradedJson { question: question.as_str(), grade: grade(question) };
        Self {
            questions: paper.questions.iter().map(asked).collect(),
            words: paper.given.iter().find_map(|given| given.words.clone()),
            is_open: paper.is_open,
        }
    }
}

/// `GET /api/v1/ideas/{number}/grade`
pub async fn ask_grade(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let today = db.clock().now().date();
    let paper = run(move || db.read(|conn| actions::grade_paper(conn, &caller.actor, &path, today))).await?;
    json_ok(&GradeJson::from(paper))
}

/// `POST /api/v1/ideas/{number}/grade`
pub async fn grade(caller: Caller, db: Data<Db>, path: Path<String>, body: JsonBody<RawGrade>) -> JsonResult {
    let today = db.clock().now().date();
    let paper = run(move || {
        actions::grade(&db, &caller.actor, &path, &body.0)?;
        db.read(|conn| actions::grade_paper(conn, &caller.actor, &path, today))
    })
    .await?;
    json_ok(&GradeJson::from(paper))
}

/// First whether the caller may at all, then the words and the action.
async fn change(
    caller: Caller,
    db: Data<Db>,
    path: Path<String>,
    action: Action,
    work: impl FnOnce(&Caller, &Db, &str) -> Result<Moved> + Send + 'static,
) -> JsonResult {
    let number = path.into_inner();
    let told = run(move || {
        actions::authorise(&db, &caller.actor, &number, action)?;
        let moved = work(&caller, &db, &number)?;
        Ok(MovedJson::new(number, moved))
    })
    .await?;
    json_ok(&told)
}
