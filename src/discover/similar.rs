//! `GET /similar.json?text=`: ideas like what is being typed, for the script of the page.

use actix_web::web::Data;
use serde::{Deserialize, Serialize};

use crate::db::Db;
use crate::ideas::similar::{self, SimilarIdea, Written};
use crate::kernel::text::SearchText;
use crate::search::Search;
use crate::web::{self, JsonResult, Query, Visit};

/// What is being typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Typed {
    text: String,
}

#[derive(Serialize)]
struct Answer {
    ideas: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    number: String,
    title: String,
    language: String,
    url: String,
    reason: String,
}

impl From<SimilarIdea> for Row {
    fn from(idea: SimilarIdea) -> Self {
        let number = idea.card.number.unwrap_or_default();
        Self {
            url: format!("/ideas/{number}"),
            number,
            title: idea.card.title,
            language: idea.card.language,
            reason: idea.reason,
        }
    }
}

/// Ideas like the text; none when there is nothing to compare or it is too long.
pub async fn similar(visit: Visit, db: Data<Db>, search: Data<Search>, typed: Query<Typed>) -> JsonResult {
    let Ok(text) = SearchText::parse(&typed.0.text) else { return web::json_ok(&Answer { ideas: Vec::new() }) };
    let written = Written { title: text.as_str().to_owned(), ..Written::default() };
    let ideas = web::run(move || similar::like_written(&db, &search, visit.texts, &written)).await?;
    web::json_ok(&Answer { ideas: ideas.into_iter().map(Row::from).collect() })
}
