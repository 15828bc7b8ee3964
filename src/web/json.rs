//! JSON bodies and answers of the API.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::form::read_body;
use crate::error::{Code, Error, Result};

/// What a handler of the API gives.
pub type JsonResult = Result<HttpResponse>;

/// A JSON body of the expected shape, of bounded size.
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for JsonBody<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            if !request.content_type().eq_ignore_ascii_case("application/json") {
                return Err(Error::refused(Code::MalformedBody));
            }
            let body = read_body(&request, &mut payload).await?;
            if holds_nul(&body) {
                return Err(Error::refused(Code::MalformedBody));
            }
            serde_json::from_slice(&body).map(Self).map_err(|_quotes_the_sender| Error::refused(Code::MalformedBody))
        })
    }
}

/// Whether a string in the body holds a NUL character, which PostgreSQL cannot store. In JSON it
/// can only be written as an escape.
fn holds_nul(body: &[u8]) -> bool {
    let mut escaped = false;
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        if escaped && after.starts_with(b"0000") && *first == b'u' {
            return true;
        }
        escaped = *first == b'\\' && !escaped;
        rest = after;
    }
    false
}

/// 200 with a body.
///
/// # Errors
/// When the body cannot be written, which is a mistake of ours.
pub fn json_ok(body: &impl Serialize) -> JsonResult {
    let body = serde_json::to_string(body).map_err(Error::internal)?;
    Ok(HttpResponse::Ok().content_type("application/json").body(body))
}

/// 201 with the address of what was made.
///
/// # Errors
/// When the body cannot be written, which is a mistake of ours.
pub fn created(location: &str, body: &impl Serialize) -> JsonResult {
    let body = serde_json::to_string(body).map_err(Error::internal)?;
    Ok(HttpResponse::Created().insert_header((header::LOCATION, location)).content_type("application/json").body(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nul_is_found_and_words_about_it_are_not() {
        assert!(holds_nul(br#"{"a":"x\u0000"}"#));
        assert!(holds_nul(br#"{"a":"\\\u0000"}"#));
        assert!(!holds_nul(br#"{"a":"\\u0000"}"#));
    }
}
