//! `/api/v1/saved-searches`

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::actions::{self, RawSavedSearch, RawSeen};
use super::pages::{id_of, list_of};
use super::views::{self, HitRow, SavedRow};
use crate::accounts::extract::Caller;
use crate::db::{Conn, Db};
use crate::error::{Error, Result};
use crate::ideas::desk::my_page::Continued;
use crate::ideas::list_query::RawListQuery;
use crate::kernel::{Cursor, PersonId, SavedSearchId, SearchHitId, Timestamp};
use crate::search::Search;
use crate::web::{JsonBody, JsonResult, Query, created, json_ok, run};

/// A person's saved searches.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedSearchListJson {
    /// The searches, the newest first.
    pub saved_searches: Vec<SavedSearchJson>,
}

/// A saved search.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedSearchJson {
    /// Which.
    pub id: i64,
    /// What is asked for, as in the address of a list.
    pub query: String,
    /// The path of the page with everything that fits, new or not.
    pub path: String,
    /// When it was saved, in RFC 3339.
    pub saved_at: String,
    /// How many hits are not marked as seen.
    pub news: i64,
}

impl SavedSearchJson {
    fn new(row: SavedRow, news: i64) -> Result<Self> {
        let raw: RawListQuery = serde_html_form::from_str(&row.query).map_err(Error::corrupt)?;
        let path = list_of(&raw, &row.query);
        Ok(Self { id: row.id.get(), path, query: row.query, saved_at: row.saved_at.rfc3339(), news })
    }
}

/// One page of what a saved search found since it was saved.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchHitListJson {
    /// The ideas, the latest found first, at most 20.
    pub hits: Vec<SearchHitJson>,
    /// What `until` has to be to mark this page, and what was found before it, as seen.
    pub newest: Option<String>,
    /// Where the list goes on: `?after=`.
    pub next: Option<String>,
}

/// An idea that a saved search found.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchHitJson {
    /// Public number.
    pub number: String,
    /// What shall happen.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// When it changed so that it fits, in RFC 3339.
    pub found_at: Option<String>,
    /// Whether it is not marked as seen.
    pub is_new: bool,
}

impl SearchHitJson {
    fn new(row: HitRow, seen_until: SearchHitId) -> Self {
        Self {
            is_new: row.id > seen_until,
            number: row.number.unwrap_or_default(),
            title: row.title,
            language: row.language,
            found_at: row.found_at.map(Timestamp::rfc3339),
        }
    }
}

/// What became of a saved search that was ended.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchEndedJson {
    /// Whether it has ended.
    pub ended: bool,
}

/// `GET /api/v1/saved-searches`
pub async fn list(caller: Caller, db: Data<Db>) -> JsonResult {
    let (rows, news) = run(move || {
        db.read(|conn| {
            let person = actions::demand(conn, &caller.actor)?;
            Ok((views::own(conn, person)?, views::news(conn, person)?))
        })
    })
    .await?;
    let searches = rows.into_iter().map(|row| {
        let own = news.get(&row.id).copied().unwrap_or_default();
        SavedSearchJson::new(row, own)
    });
    json_ok(&SavedSearchListJson { saved_searches: searches.collect::<Result<_>>()? })
}

fn load(conn: &mut Conn, person: PersonId, id: SavedSearchId) -> Result<SavedSearchJson> {
    let row = views::one(conn, person, id)?;
    let news = views::news(conn, person)?.get(&id).copied().unwrap_or_default();
    SavedSearchJson::new(row, news)
}

/// `POST /api/v1/saved-searches`
pub async fn save(caller: Caller, db: Data<Db>, search: Data<Search>, body: JsonBody<RawSavedSearch>) -> JsonResult {
    let shape = run(move || {
        let id = actions::save(&db, &search, &caller.town, &caller.actor, &body.0)?;
        db.read(|conn| {
            let person = actions::demand(conn, &caller.actor)?;
            load(conn, person, id)
        })
    })
    .await?;
    created(&format!("/api/v1/saved-searches/{}/hits", shape.id), &shape)
}

/// `GET /api/v1/saved-searches/{id}/hits`
pub async fn hits(caller: Caller, db: Data<Db>, path: Path<String>, query: Query<Continued>) -> JsonResult {
    let (id, after) = (id_of(&path)?, query.0.cursor()?);
    let (row, page) = run(move || {
        db.read(|conn| {
            let person = actions::demand(conn, &caller.actor)?;
            let row = views::one(conn, person, id)?;
            Ok((row, views::hits(conn, person, id, after)?))
        })
    })
    .await?;
    json_ok(&SearchHitListJson {
        newest: page.items.first().map(|hit| hit.id.to_string()),
        next: page.next.map(Cursor::encode),
        hits: page.items.into_iter().map(|hit| SearchHitJson::new(hit, row.seen_until)).collect(),
    })
}

/// `POST /api/v1/saved-searches/{id}/seen`
pub async fn see(caller: Caller, db: Data<Db>, path: Path<String>, body: JsonBody<RawSeen>) -> JsonResult {
    let id = id_of(&path)?;
    let shape = run(move || {
        actions::see(&db, &caller.actor, id, &body.0)?;
        db.read(|conn| {
            let person = actions::demand(conn, &caller.actor)?;
            load(conn, person, id)
        })
    })
    .await?;
    json_ok(&shape)
}

/// `DELETE /api/v1/saved-searches/{id}`
pub async fn end(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let id = id_of(&path)?;
    run(move || actions::end(&db, &caller.actor, id)).await?;
    json_ok(&SearchEndedJson { ended: true })
}
