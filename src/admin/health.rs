//! `/healthz` and `/readyz`, for whoever starts and watches the process. They say nothing that a
//! stranger could use.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Data;

use super::Vitals;
use crate::db::Db;
use crate::search::Search;
use crate::web;

/// `GET /healthz`: the process answers.
pub async fn alive() -> HttpResponse {
    plain(HttpResponse::Ok(), "alive\n".to_owned())
}

/// `GET /readyz`: everything is there to serve visitors, or what is not (503).
pub async fn ready(db: Data<Db>, search: Data<Search>, vitals: Data<Vitals>) -> HttpResponse {
    // Asking the database blocks when it is in trouble, which is the very thing to be found out.
    let is_migrated = web::run(move || db.is_migrated()).await.unwrap_or(false);
    let parts = [
        ("database", is_migrated),
        ("search index", search.position().is_some()),
        ("background threads", vitals.all_run()),
    ];
    let missing: Vec<&str> = parts.iter().filter(|(_, is_ready)| !is_ready).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        plain(HttpResponse::Ok(), "ready\n".to_owned())
    } else {
        plain(HttpResponse::ServiceUnavailable(), format!("not ready: {}\n", missing.join(", ")))
    }
}

fn plain(mut response: actix_web::HttpResponseBuilder, body: String) -> HttpResponse {
    response.content_type("text/plain; charset=utf-8").insert_header((header::CACHE_CONTROL, "no-store")).body(body)
}
