//! Atom feeds of what is public: new ideas, and decisions.

use actix_web::HttpRequest;
use actix_web::web::Data;
use atom_syndication::{Content, Entry, Feed, Link, Person, Text};

use super::views::{self, FeedRow};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::kernel::Timestamp;
use crate::kernel::token::token_hash;
use crate::markup;
use crate::town::Town;
use crate::web::{self, PageResult, Visit};

/// Newest entries in a feed.
const ENTRIES: i64 = 30;
/// Most characters of a text in a feed.
const EXCERPT: usize = 400;

/// `GET /feeds/ideas.atom`
pub async fn ideas(request: HttpRequest, visit: Visit, db: Data<Db>) -> PageResult {
    let rows = web::run(move || db.read(|conn| views::newest_ideas(conn, ENTRIES))).await?;
    answer(&request, &visit, "/feeds/ideas.atom", "feed-published", &rows)
}

/// `GET /feeds/decisions.atom`
pub async fn decisions(request: HttpRequest, visit: Visit, db: Data<Db>) -> PageResult {
    let rows = web::run(move || db.read(|conn| views::newest_decisions(conn, ENTRIES))).await?;
    answer(&request, &visit, "/feeds/decisions.atom", "feed-decisions", &rows)
}

fn answer(request: &HttpRequest, visit: &Visit, path: &str, title: &str, rows: &[FeedRow]) -> PageResult {
    let title = format!("{} – {}", visit.texts.say(title), visit.town.settings.service_name);
    let xml = feed(&visit.town, path, &title, rows)?.to_string();
    let tag = token_hash(&xml);
    web::not_modified_or(request, &tag, || Ok(web::text("application/atom+xml; charset=utf-8", xml)))
}

fn feed(town: &Town, path: &str, title: &str, rows: &[FeedRow]) -> Result<Feed> {
    let newest = rows.iter().map(|row| row.at).max().unwrap_or(Timestamp::from_microseconds(0));
    let own = Link { href: town.url(path), rel: "self".to_owned(), ..Link::default() };
    Ok(Feed {
        title: Text::plain(title),
        id: town.url(path),
        updated: moment(newest)?,
        links: vec![own],
        entries: rows.iter().map(|row| entry(town, row)).collect::<Result<_>>()?,
        ..Feed::default()
    })
}

fn entry(town: &Town, row: &FeedRow) -> Result<Entry> {
    let address = town.url(&format!("/ideas/{}", row.number));
    let text = Content {
        value: Some(markup::excerpt(&row.text, EXCERPT)),
        content_type: Some("text".to_owned()),
        lang: Some(row.language.clone()),
        ..Content::default()
    };
    Ok(Entry {
        title: Text::plain(row.title.clone()),
        id: format!("{address}#{}", row.at.microseconds()),
        updated: moment(row.at)?,
        published: Some(moment(row.at)?),
        authors: vec![Person { name: row.author.clone(), ..Person::default() }],
        links: vec![Link { href: address, ..Link::default() }],
        content: Some(text),
        ..Entry::default()
    })
}

fn moment(at: Timestamp) -> Result<atom_syndication::FixedDateTime> {
    at.rfc3339().parse().map_err(|error| Error::internal(format!("{error}")))
}
