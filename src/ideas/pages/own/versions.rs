//! `/ideas/{number}/versions`: every version that everyone may read, each compared with the one
//! before it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::db::Db;
use crate::ideas::views::{self, Version};
use crate::ideas::word_diff::{Kept, Run, word_diff};
use crate::policy::{self, Action};
use crate::web::{self, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "ideas/own/versions.html")]
struct VersionsPage {
    frame: Frame,
    path: String,
    title: String,
    language: String,
    /// Newest first.
    versions: Vec<Shown>,
}

/// A version and what is new in it.
struct Shown {
    heading: String,
    datetime: String,
    day: String,
    title: Vec<ShownRun>,
    body: Vec<ShownRun>,
    is_first: bool,
}

/// A run of words with the same fate.
struct ShownRun {
    words: String,
    is_added: bool,
    is_removed: bool,
}

/// `GET /ideas/{number}/versions`
pub async fn versions(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let (town, actor, today) = (visit.town.clone(), visit.actor, visit.today);
    let (idea, versions) = web::run(move || {
        db.read(|conn| {
            let (idea, viewer) = views::guarded(conn, &town, &actor, &path, today)?;
            let all = policy::allows(&viewer.standing, Action::IdeaReadPrivate);
            let versions = views::versions(conn, &idea, all)?;
            Ok((idea, versions))
        })
    })
    .await?;
    let page = VersionsPage {
        frame: visit.frame(visit.texts.say("versions-title")),
        path: idea.path(),
        title: idea.title,
        language: idea.language,
        versions: compared(&visit, &versions),
    };
    web::page(&visit, StatusCode::OK, &page)
}

fn compared(visit: &Visit, versions: &[Version]) -> Vec<Shown> {
    let texts = visit.texts;
    let before = std::iter::once(None).chain(versions.iter().map(Some));
    let shown = versions.iter().zip(before).map(|(version, before)| {
        let day = version.created_at.date();
        let key = if version.kind == "addition" { "version-addition" } else { "version-text" };
        let (title, body) = before.map_or((version.title.as_str(), version.body.as_str()), |before| {
            (before.title.as_str(), before.body.as_str())
        });
        Shown {
            heading: texts.say1(key, "number", version.number).into_owned(),
            datetime: day.to_string(),
            day: texts.moment(version.created_at),
            title: runs(word_diff(title, &version.title)),
            body: runs(word_diff(body, &version.body)),
            is_first: before.is_none(),
        }
    });
    let mut shown: Vec<Shown> = shown.collect();
    shown.reverse();
    shown
}

fn runs(runs: Vec<Run>) -> Vec<ShownRun> {
    let shown = runs.into_iter().map(|run| ShownRun {
        is_added: run.kept == Kept::Added,
        is_removed: run.kept == Kept::Removed,
        words: run.words,
    });
    shown.collect()
}
