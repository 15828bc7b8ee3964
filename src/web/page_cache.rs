//! Pages that look alike to every visitor are rendered once and kept until something changes.
//!
//! Kept are only answers to visitors who show nothing of themselves: no sign-in, receipt, draft
//! or message. What differs between two such visitors is the token and keys of forms: they are
//! rendered as marks and put in as each answer leaves. A kept page counts only as long as nothing
//! was committed since it was rendered, by this process or, on PostgreSQL, by any other. Requests
//! that wait for the database's word on that share one question, which is always asked after they
//! came. Nothing is kept longer than [`LONGEST_SECONDS`], so
//! that a change made on the command line shows soon.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};

use super::cookies;
use crate::db::Db;
use crate::db::portable::snapshot;
use crate::kernel::Date;
use crate::kernel::token::random_token;
use crate::search::Search;
use crate::town::Town;

/// Seconds after which a page is rendered anew in any case.
const LONGEST_SECONDS: u64 = 5;
/// Most bytes that kept pages may take together.
const MOST_BYTES: usize = 32_000_000;

/// Routes whose page is the same for every visitor who shows nothing of himself.
const ROUTES: [&str; 8] =
    ["/", "/ideas", "/ideas/{number}", "/groups", "/groups/{slug}", "/about", "/privacy", "/accessibility"];

/// What stands in a kept page where a visitor's own goes. The marks follow from the key, so nobody
/// outside can write one into a text and have a reader's token put there.
#[derive(Debug, Clone)]
pub struct Marks {
    /// Where the form token goes.
    pub token: String,
    /// Where a fresh form key goes.
    pub key: String,
}

/// The kept pages of a process.
pub struct PageCache {
    marks: Marks,
    pages: Mutex<Kept>,
    others: Others,
}

/// What other processes have committed, asked for by many requests at once.
#[derive(Default)]
struct Others {
    /// Questions that have been begun.
    begun: AtomicU64,
    last: tokio::sync::Mutex<Answer>,
}

/// The last answer of the database, and the number of its question.
#[derive(Default)]
struct Answer {
    number: u64,
    snapshot: Arc<str>,
}

impl Others {
    /// What is committed now: the answer to a question that was begun after this call.
    async fn snapshot(&self, db: Db) -> Result<Arc<str>, crate::error::Error> {
        let begun_before = self.begun.load(Ordering::SeqCst);
        let mut last = self.last.lock().await;
        if last.number <= begun_before {
            let number = self.begun.fetch_add(1, Ordering::SeqCst) + 1;
            let snapshot = super::run(move || db.read(snapshot)).await?;
            *last = Answer { number, snapshot: snapshot.into() };
        }
        Ok(Arc::clone(&last.snapshot))
    }
}

#[derive(Default)]
struct Kept {
    version: Version,
    bytes: usize,
    by_key: HashMap<String, Page>,
}

#[derive(Clone)]
struct Page {
    body: Bytes,
    headers: HeaderMap,
    rendered: Instant,
}

/// What a kept page was rendered from: commits of this process, those of all, the index, the day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Version {
    commits: u64,
    index: u64,
    snapshot: Arc<str>,
    day: Option<Date>,
}

impl PageCache {
    /// An empty one.
    #[must_use]
    pub fn new(town: &Town) -> Self {
        let mark = |name| town.key.hash("page-mark", &[name]);
        Self {
            marks: Marks { token: mark("token"), key: mark("key") },
            pages: Mutex::default(),
            others: Others::default(),
        }
    }

    fn find(&self, key: &str, version: &Version) -> Option<Page> {
        let kept = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let page = kept.by_key.get(key).filter(|_| kept.version == *version)?;
        (page.rendered.elapsed() < Duration::from_secs(LONGEST_SECONDS)).then(|| page.clone())
    }

    fn keep(&self, key: String, version: Version, page: Page) {
        let mut kept = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.version != version || kept.bytes + page.body.len() > MOST_BYTES {
            *kept = Kept { version, ..Kept::default() };
        }
        kept.bytes += page.body.len();
        if let Some(old) = kept.by_key.insert(key, page) {
            kept.bytes = kept.bytes.saturating_sub(old.body.len());
        }
    }
}

/// Middleware: answers from the kept pages, and keeps what may be kept.
///
/// # Errors
/// Passes on what the inner service gives.
pub async fn keep_pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some((key, parts)) = keepable(&request) else {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    };
    // The version is read before the page, so a change meanwhile makes the page old, never wrong.
    let Parts { db, search, cache } = parts;
    let version = version(db, &search, &cache).await?;
    if let Some(page) = cache.find(&key, &version) {
        let response = personal(request.request(), &cache.marks, page);
        return Ok(request.into_response(response));
    }
    request.extensions_mut().insert(cache.marks.clone());
    let response = next.call(request).await?.map_into_boxed_body();
    if response.status() != StatusCode::OK {
        return Ok(response);
    }
    let (http, response) = response.into_parts();
    let (head, body) = response.into_parts();
    let body = to_bytes(body).await.map_err(|error| crate::error::Error::internal(error.to_string()))?;
    let page = Page { body, headers: head.headers().clone(), rendered: Instant::now() };
    cache.keep(key, version, page.clone());
    let response = personal(&http, &cache.marks, page);
    Ok(ServiceResponse::new(http, response))
}

/// What tells whether a kept page is still as it would be rendered.
struct Parts {
    db: Db,
    search: Data<Search>,
    cache: Data<PageCache>,
}

fn keepable(request: &ServiceRequest) -> Option<(String, Parts)> {
    let plain = matches!(*request.method(), Method::GET | Method::HEAD);
    let shows_itself = [cookies::SESSION, cookies::RECEIPT, cookies::DRAFT, cookies::FLASH]
        .iter()
        .any(|name| request.cookie(name).is_some());
    if !plain || shows_itself {
        return None;
    }
    if !request.extensions().get::<super::RoutePattern>().is_some_and(|route| ROUTES.contains(&route.0.as_str())) {
        return None;
    }
    let language = request.cookie(cookies::LANGUAGE).map(|cookie| cookie.value().to_owned());
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let locale = super::visit::locale(language.as_deref(), None, accepted.unwrap_or(""));
    let key = format!("{} {locale} {}", request.method(), request.uri());
    let db = Db::clone(request.app_data::<Data<Db>>()?);
    let search = request.app_data::<Data<Search>>()?.clone();
    let cache = request.app_data::<Data<PageCache>>()?.clone();
    Some((key, Parts { db, search, cache }))
}

async fn version(db: Db, search: &Search, cache: &PageCache) -> Result<Version, crate::error::Error> {
    // The index follows the database some moments behind, so both are part of it.
    let (commits, index, day) = (db.commits(), search.changes(), Some(db.clock().now().date()));
    if db.is_sqlite() {
        return Ok(Version { commits, index, snapshot: Arc::default(), day });
    }
    let snapshot = cache.others.snapshot(db).await?;
    Ok(Version { commits, index, snapshot, day })
}

/// The page with this visitor's form token and fresh form keys.
fn personal(http: &HttpRequest, marks: &Marks, page: Page) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    for (name, value) in page.headers {
        response.append_header((name, value));
    }
    let Some(town) = http.app_data::<Data<Town>>() else { return response.body(page.body) };
    let Ok(text) = std::str::from_utf8(&page.body) else { return response.body(page.body) };
    if !text.contains(&marks.token) && !text.contains(&marks.key) {
        return response.body(page.body);
    }
    let token = super::visit::form_token(http, town);
    let mut pieces = text.split(&marks.key);
    let mut whole = pieces.next().unwrap_or_default().replace(&marks.token, &token);
    for piece in pieces {
        whole.push_str(&random_token(&town.random));
        whole.push_str(&piece.replace(&marks.token, &token));
    }
    response.body(whole)
}
