//! `/account/saved-searches`: what somebody watches, and what has come.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::actions::{self, RawSavedSearch, RawSeen};
use super::views::{self, HitRow, SavedRow};
use crate::db::Db;
use crate::discover::chosen::chosen_words;
use crate::discover::views::{GroupName, group_names};
use crate::error::{Error, Result};
use crate::ideas::desk::my_page::Continued;
use crate::ideas::list_query::RawListQuery;
use crate::kernel::{Cursor, Page, SavedSearchId};
use crate::search::Search;
use crate::web::{self, Form, Frame, Nothing, PageResult, Query, Visit};

/// Where the searches of a person are.
const PATH: &str = "/account/saved-searches";
/// News of all searches together that are read for the overview.
const MOST_NEWS: i64 = 120;
/// News of one search that the overview shows.
const MOST_SHOWN: usize = 5;

#[derive(Template)]
#[template(path = "saved_searches/list.html")]
struct ListPage {
    frame: Frame,
    searches: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "saved_searches/show.html")]
struct ShowPage {
    frame: Frame,
    search: Shown,
    first: Option<String>,
    next: Option<String>,
}

/// A saved search on a page.
struct Shown {
    path: String,
    /// What is looked for; empty when only choices count.
    text: String,
    /// The choices in words.
    choices: String,
    /// All of it in one line, for listeners and titles.
    name: String,
    since: String,
    /// How much is new, in words.
    news: String,
    has_news: bool,
    /// The list of everything that fits, new or not.
    list: String,
    hits: Vec<Hit>,
    /// Up to where the reader has looked who sees this.
    until: String,
}

struct Hit {
    path: String,
    title: String,
    language: String,
    found_on: String,
    is_new: bool,
}

/// `GET /account/saved-searches`
pub async fn list(visit: Visit, db: Data<Db>) -> PageResult {
    let actor = visit.actor;
    let (searches, news, newest, groups) = web::run(move || {
        db.read(|conn| {
            let person = actions::demand(conn, &actor)?;
            let newest = views::newest(conn, person, MOST_NEWS)?;
            Ok((views::own(conn, person)?, views::news(conn, person)?, newest, group_names(conn)?))
        })
    })
    .await?;
    let shown = searches.iter().map(|row| {
        let own: Vec<&HitRow> = newest.iter().filter(|hit| hit.saved == row.id).collect();
        let hits = own.iter().take(MOST_SHOWN).copied();
        shown(&visit, &groups, row, hits, news.get(&row.id).copied().unwrap_or_default())
    });
    let page = ListPage { searches: shown.collect::<Result<_>>()?, frame: visit.frame(visit.texts.say("saved-title")) };
    web::page(&visit, StatusCode::OK, &page)
}

/// `GET /account/saved-searches/{id}`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<String>, query: Query<Continued>) -> PageResult {
    let (actor, id, after) = (visit.actor, id_of(&path)?, query.0.cursor()?);
    let (row, page, news, groups) = web::run(move || {
        db.read(|conn| {
            let person = actions::demand(conn, &actor)?;
            let row = views::one(conn, person, id)?;
            let news = views::news(conn, person)?.get(&id).copied().unwrap_or_default();
            Ok((row, views::hits(conn, person, id, after)?, news, group_names(conn)?))
        })
    })
    .await?;
    let Page { items, next } = page;
    let search = shown(&visit, &groups, &row, items.iter(), news)?;
    let page = ShowPage {
        frame: visit.frame(visit.texts.say1("saved-one-title", "search", &search.name)),
        first: after.map(|_| search.path.clone()),
        next: next.map(|next| format!("{}?after={}", search.path, Cursor::encode(next))),
        search,
    };
    web::page(&visit, StatusCode::OK, &page)
}

fn shown<'a>(
    visit: &Visit,
    groups: &[GroupName],
    row: &SavedRow,
    hits: impl Iterator<Item = &'a HitRow>,
    news: i64,
) -> Result<Shown> {
    let texts = visit.texts;
    let raw: RawListQuery = serde_html_form::from_str(&row.query).map_err(Error::corrupt)?;
    let choices = chosen_words(texts, groups, &raw).join(" · ");
    let quoted = Some(&raw.q).filter(|text| !text.is_empty()).map(|text| texts.say1("saved-text", "text", text));
    let name: Vec<String> = quoted
        .map(std::borrow::Cow::into_owned)
        .into_iter()
        .chain(Some(choices.clone()).filter(|choices| !choices.is_empty()))
        .collect();
    let hits: Vec<&HitRow> = hits.collect();
    Ok(Shown {
        path: format!("{PATH}/{}", row.id),
        list: list_of(&raw, &row.query),
        name: name.join(" · "),
        text: raw.q,
        choices,
        since: texts.say1("saved-since", "day", texts.date_with_year(row.saved_at.date())).into_owned(),
        news: texts.say1("saved-news", "count", news).into_owned(),
        has_news: news > 0,
        until: hits.first().map(|hit| hit.id.to_string()).unwrap_or_default(),
        hits: hits.into_iter().map(|hit| hit_line(visit, row, hit)).collect(),
    })
}

/// The list of everything that fits a question: with words it is a search.
pub(super) fn list_of(raw: &RawListQuery, query: &str) -> String {
    let path = if raw.q.is_empty() { "/ideas" } else { "/search" };
    format!("{path}?{query}")
}

fn hit_line(visit: &Visit, row: &SavedRow, hit: &HitRow) -> Hit {
    let found_on = hit.found_at.map(|at| visit.texts.date_with_year(at.date()));
    Hit {
        path: format!("/ideas/{}", hit.number.as_deref().unwrap_or_default()),
        title: hit.title.clone(),
        language: hit.language.clone(),
        found_on: found_on.map(|day| visit.texts.say1("saved-found-on", "day", day).into_owned()).unwrap_or_default(),
        is_new: hit.id > row.seen_until,
    }
}

pub(super) fn id_of(path: &str) -> Result<SavedSearchId> {
    path.parse().or(Err(Error::NotFound))
}

/// `POST /account/saved-searches`
pub async fn save(visit: Visit, db: Data<Db>, search: Data<Search>, form: Form<RawSavedSearch>) -> PageResult {
    let (town, actor, raw) = (visit.town.clone(), visit.actor, form.0);
    web::run(move || actions::save(&db, &search, &town, &actor, &raw)).await?;
    Ok(web::see_other_with(&visit, PATH, "search-saved"))
}

/// `POST /account/saved-searches/{id}/seen`
pub async fn see(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawSeen>) -> PageResult {
    let (actor, id, raw) = (visit.actor, id_of(&path)?, form.0);
    web::run(move || actions::see(&db, &actor, id, &raw)).await?;
    Ok(web::see_other_with(&visit, PATH, "search-seen"))
}

/// `POST /account/saved-searches/{id}/end`
pub async fn end(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let (actor, id) = (visit.actor, id_of(&path)?);
    web::run(move || actions::end(&db, &actor, id)).await?;
    Ok(web::see_other_with(&visit, PATH, "search-ended"))
}
