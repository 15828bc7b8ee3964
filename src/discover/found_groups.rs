//! The groups that a search asks for, and `GET /api/v1/search`, which tells them beside the ideas.

use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use super::views::{self, GroupName};
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::ideas::api::ideas::IdeaListJson;
use crate::ideas::find::{self, Found};
use crate::ideas::list_query::{ListQuery, RawListQuery};
use crate::search::{Asked, Search};
use crate::web::{JsonResult, Query, json_ok, run};

/// Groups that are named above what was found.
const MOST_GROUPS: usize = 3;

/// What a search found, by kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchJson {
    /// The groups whose name, mandate or ground says the words, at most three; on the first page only.
    pub groups: Vec<FoundGroupJson>,
    /// The ideas, with where in them the words stand.
    #[serde(flatten)]
    pub ideas: IdeaListJson,
}

/// A group that was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundGroupJson {
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The path of its page.
    pub path: String,
}

/// The groups that a text asks for, at the head of what was found, and whether there are more. Where none is
/// asked for, those that are by what was `meant`.
pub(super) fn named_groups<'g>(
    query: &ListQuery,
    meant: Option<&str>,
    groups: &'g [GroupName],
) -> (Vec<&'g GroupName>, bool) {
    let (Some(text), None) = (&query.text, query.cursor) else { return (Vec::new(), false) };
    let by = |words: &str| {
        let mut asked = Asked::new(words);
        let said =
            |group: &&GroupName| asked.is_said_in(&format!("{}. {}. {}", group.name, group.mandate, group.builds_on));
        groups.iter().filter(said).collect::<Vec<_>>()
    };
    let mut named = by(text.as_str());
    if let (true, Some(meant)) = (named.is_empty(), meant) {
        named = by(meant);
    }
    let has_more = named.len() > MOST_GROUPS;
    named.truncate(MOST_GROUPS);
    (named, has_more)
}

/// The page of a group.
pub(super) fn path_of(group: &GroupName) -> String {
    format!("/groups/{}", group.slug)
}

/// `GET /api/v1/search`: without words and choices nothing is found.
pub async fn search(caller: Caller, db: Data<Db>, search: Data<Search>, raw: Query<RawListQuery>) -> JsonResult {
    let query = ListQuery::parse(&raw.0, &caller.town)?;
    let today = db.clock().now().date();
    let answer = run(move || {
        if !query.asks() {
            find::check(&db, &query)?;
            return Ok(SearchJson { groups: Vec::new(), ideas: IdeaListJson::from(Found::nothing()) });
        }
        let groups = db.read(views::group_names)?;
        let found = find::find(&db, &search, &query, today)?;
        let (named, _) = named_groups(&query, found.meant.as_deref(), &groups);
        let named = named.into_iter().map(|group| FoundGroupJson {
            slug: group.slug.clone(),
            name: group.name.clone(),
            path: path_of(group),
        });
        Ok(SearchJson { groups: named.collect(), ideas: IdeaListJson::from(found) })
    });
    json_ok(&answer.await?)
}
