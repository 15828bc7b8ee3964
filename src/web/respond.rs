//! Answers: pages, redirects after a form, plain texts and files.

use actix_web::cookie::Cookie;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{PageResult, Visit, cookies};
use crate::error::Error;

/// A page from its template.
///
/// # Errors
/// When the template fails, which is a mistake of ours.
pub fn page(visit: &Visit, status: StatusCode, template: &impl Template) -> PageResult {
    let body = template.render().map_err(Error::internal)?;
    let mut response = HttpResponse::build(status);
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, visit.texts.locale().as_str()))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"));
    if visit.flash.is_some() {
        response.cookie(cookies::remove(&visit.town, cookies::FLASH));
    }
    Ok(response.body(body))
}

/// After a form: go on to another page (which a reload may then show again).
#[must_use]
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}

/// As [`see_other`], with a message (`flash-WORD`) on the next page.
#[must_use]
pub fn see_other_with(visit: &Visit, path: &str, word: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .cookie(cookies::make(&visit.town, cookies::FLASH, word.to_owned(), 1))
        .finish()
}

/// Adds a cookie to an answer.
///
/// # Errors
/// When no header can carry it, which is a mistake of ours.
pub fn give_cookie(response: &mut HttpResponse, cookie: &Cookie<'_>) -> Result<(), Error> {
    response.add_cookie(cookie).map_err(Error::internal)
}

/// A text of a kind, as a feed or a figure.
#[must_use]
pub fn text(kind: &'static str, body: String) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CONTENT_TYPE, kind)).body(body)
}

/// A file to save. `name` is one of ours: letters, digits, dots and hyphens.
#[must_use]
pub fn attachment(kind: &'static str, name: &str, body: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(body)
}

/// 304 when the asker has this version already, else what `make` gives with the version's tag.
///
/// # Errors
/// What `make` gives.
pub fn not_modified_or(request: &HttpRequest, tag: &str, make: impl FnOnce() -> PageResult) -> PageResult {
    let quoted = format!("\"{tag}\"");
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut response = if known == Some(quoted.as_str()) { HttpResponse::NotModified().finish() } else { make()? };
    let value = header::HeaderValue::from_str(&quoted).map_err(Error::internal)?;
    response.headers_mut().insert(header::ETAG, value);
    Ok(response)
}
