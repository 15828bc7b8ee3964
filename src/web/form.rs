//! Forms, read strictly: UTF-8, of bounded size, with the form token.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Config;
use super::cookies;
use crate::error::{Code, Error, Result};
use crate::kernel::token::same;
use crate::town::Town;

/// A form that was sent by a page of ours: its token fits the browser it was shown in.
///
/// The handler gets raw strings; they become typed values in the feature's `parse`.
pub struct Form<T>(pub T);

/// A form of which only the button matters.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    form_token: String,
}

/// The form token of a browser: bound to its cookie by the town's key.
#[must_use]
pub fn token_for(town: &Town, visitor: &str) -> String {
    town.key.hash("form", &[visitor])
}

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let content_type = request.content_type().to_ascii_lowercase();
            if content_type != "application/x-www-form-urlencoded" {
                return Err(Error::refused(Code::MalformedBody));
            }
            let body = read_body(&request, &mut payload).await?;
            let body = decode(&body)?;
            check_origin(&request)?;
            let token: Token = parse(&body)?;
            check_token(&request, &token.form_token)?;
            parse(&body).map(Self)
        })
    }
}

/// Reads a body up to the limit of the settings.
pub(super) async fn read_body(request: &HttpRequest, payload: &mut Payload) -> Result<Vec<u8>> {
    let limit = request.app_data::<web::Data<Config>>().map_or(64_000, |config| config.body_bytes);
    read_up_to(payload, limit).await
}

/// Reads a body up to a limit.
pub(super) async fn read_up_to(payload: &mut Payload, limit: usize) -> Result<Vec<u8>> {
    use futures_core::Stream as _;
    let mut body = Vec::new();
    while let Some(chunk) = std::future::poll_fn(|context| Pin::new(&mut *payload).poll_next(context)).await {
        let chunk = chunk.map_err(|_cut_off| Error::refused(Code::MalformedBody))?;
        if body.len() + chunk.len() > limit {
            return Err(Error::refused(Code::BodyTooLarge));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Undoes the percent encoding only to check that the words are UTF-8 and hold no NUL (which
/// PostgreSQL cannot store); a broken body is told as such instead of being stored with
/// replacement characters.
fn decode(body: &[u8]) -> Result<String> {
    let text = std::str::from_utf8(body).map_err(|_not_utf8| Error::refused(Code::MalformedBody))?;
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
    if decoded.is_ok_and(|decoded| !decoded.contains('\0')) {
        return Ok(text.to_owned());
    }
    Err(Error::refused(Code::MalformedBody))
}

fn parse<T: DeserializeOwned>(body: &str) -> Result<T> {
    serde_urlencoded::from_str(body).map_err(|_quotes_the_sender| Error::refused(Code::MalformedBody))
}

/// Browsers that say where a request comes from must say: from here.
fn check_origin(request: &HttpRequest) -> Result<()> {
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if matches!(site, Some("cross-site" | "same-site")) {
        return Err(Error::refused(Code::FormExpired));
    }
    let origin = request.headers().get(header::ORIGIN).and_then(|value| value.to_str().ok());
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or("");
    match origin.and_then(|origin| origin.split_once("://")) {
        Some((_, from)) if from != host => Err(Error::refused(Code::FormExpired)),
        Some(_) | None => Ok(()),
    }
}

fn check_token(request: &HttpRequest, token: &str) -> Result<()> {
    let expired = || Error::refused(Code::FormExpired);
    let town = request.app_data::<web::Data<Town>>().ok_or_else(|| Error::internal("no town"))?;
    let visitor = request.cookie(cookies::VISITOR).ok_or_else(expired)?;
    if same(&token_for(town, visitor.value()), token) { Ok(()) } else { Err(expired()) }
}
