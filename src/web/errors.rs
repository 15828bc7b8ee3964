//! Errors become answers here: a page in the visitor's language, or the API's envelope.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError, web};
use askama::Template;
use serde::Serialize;
use utoipa::ToSchema;

use super::cookies;
use crate::error::{Code, Error};
use crate::i18n::{Locale, Texts};
use crate::town::Town;

/// What a page handler gives.
pub type PageResult = Result<HttpResponse, Error>;

/// What the renderer needs to know of an error after it has become a response.
#[derive(Clone)]
struct Told {
    code: Code,
    args: crate::error::Args,
    fields: Vec<crate::error::FieldError>,
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        let (args, fields) = match self {
            Self::Refused { args, .. } => (args.clone(), Vec::new()),
            Self::Invalid(errors) => (Vec::new(), errors.all().to_vec()),
            Self::TooMany { retry_after } => {
                response.headers_mut().insert(header::RETRY_AFTER, (*retry_after).into());
                (vec![("seconds", retry_after.to_string())], Vec::new())
            }
            Self::Unavailable(cause) => {
                tracing::warn!(%cause, "unavailable");
                response.headers_mut().insert(header::RETRY_AFTER, 5.into());
                (Vec::new(), Vec::new())
            }
            Self::Corrupt(cause) => {
                tracing::error!(%cause, "corrupt data");
                (Vec::new(), Vec::new())
            }
            Self::Internal(cause) => {
                tracing::error!(%cause, "internal error");
                (Vec::new(), Vec::new())
            }
            Self::NotFound | Self::Forbidden | Self::SignInNeeded | Self::Conflict(_) => (Vec::new(), Vec::new()),
        };
        response.extensions_mut().insert(Told { code: self.code(), args, fields });
        response
    }
}

#[derive(Template)]
#[template(path = "web/error.html")]
struct ErrorPage<'a> {
    t: Texts,
    title: &'a str,
    message: String,
    request_id: &'a str,
    sign_in: bool,
    return_to: String,
    /// The idea that the refused form was about.
    idea: Option<String>,
    /// The list that was asked for something that it does not know, without any choice.
    list: Option<&'a str>,
    service_name: &'a str,
    language: &'a str,
    direction: &'a str,
    style: String,
}

/// Middleware: gives errors their body.
///
/// # Errors
/// Passes on what the inner service gives.
pub async fn render_errors(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    // The request must not be cloned before it is routed: actix then panics.
    let response = next.call(request).await?.map_into_boxed_body();
    Ok(with_body(response))
}

/// The answer to a request that is refused before it reaches a handler.
pub(super) fn answer(request: &ServiceRequest, error: &Error) -> ServiceResponse<BoxBody> {
    with_body(ServiceResponse::new(request.request().clone(), error.error_response()))
}

fn with_body(response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let told = response.response().extensions().get::<Told>().cloned();
    let told = match (told, response.status()) {
        (Some(told), _) => told,
        // What actix itself refuses: an unreadable path, a method that does not exist.
        (None, status) if status.is_client_error() && has_no_body(&response) => bare(status),
        (None, _) => return response,
    };
    let http = response.request().clone();
    let id = request_id(&http);
    let body =
        if http.path().starts_with("/api/") { envelope(&http, &told, &id) } else { error_page(&http, &told, &id) };
    let Ok((body, kind)) = body else { return response };
    let (request, response) = response.into_parts();
    let mut response = response.set_body(BoxBody::new(body));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    ServiceResponse::new(request, response)
}

fn has_no_body(response: &ServiceResponse<BoxBody>) -> bool {
    matches!(response.response().body().size(), actix_web::body::BodySize::None | actix_web::body::BodySize::Sized(0))
        || !response.headers().contains_key(header::CONTENT_TYPE)
        || response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/plain; charset=utf-8")
}

fn bare(status: StatusCode) -> Told {
    let code = match status {
        StatusCode::NOT_FOUND => Code::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Code::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Code::BodyTooLarge,
        _ => Code::MalformedBody,
    };
    Told { code, args: Vec::new(), fields: Vec::new() }
}

/// The id of a request, set by the logging middleware; empty where there is none.
pub(super) fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<super::mount::RequestId>().map(|id| id.0.clone()).unwrap_or_default()
}

fn texts(request: &HttpRequest) -> Texts {
    if let Some(known) = request.extensions().get::<Locale>() {
        return Texts::in_locale(*known);
    }
    let chosen = request.cookie(cookies::LANGUAGE).and_then(|cookie| cookie.value().parse::<Locale>().ok());
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    Texts::in_locale(chosen.unwrap_or_else(|| Locale::negotiate(accepted)))
}

type Rendered = Result<(String, &'static str), Error>;

/// What the API answers when something goes wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErrorJson {
    /// What went wrong.
    pub error: ToldJson,
}

/// What went wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldJson {
    /// A stable name for it.
    pub code: &'static str,
    /// The same in words.
    pub message: String,
    /// What to name when telling us of it, as in the header `X-Request-Id`; empty with `not-found`,
    /// as what is hidden and what is missing are answered alike to the byte.
    pub request_id: String,
    /// What is wrong with which field.
    pub fields: Vec<FieldJson>,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldJson {
    /// Name of the field.
    pub field: &'static str,
    /// A stable name for what is wrong.
    pub code: &'static str,
    /// The same in words.
    pub message: String,
}

fn envelope(request: &HttpRequest, told: &Told, id: &str) -> Rendered {
    let texts = texts(request);
    let field = |wrong: &crate::error::FieldError| FieldJson {
        field: wrong.field,
        code: wrong.code.as_str(),
        message: texts.error(wrong.code, &wrong.args).into_owned(),
    };
    let body = ErrorJson {
        error: ToldJson {
            code: told.code.as_str(),
            message: texts.error(told.code, &told.args).into_owned(),
            request_id: if told.code == Code::NotFound { String::new() } else { id.to_owned() },
            fields: told.fields.iter().map(field).collect(),
        },
    };
    Ok((serde_json::to_string(&body).map_err(Error::internal)?, "application/json"))
}

fn error_page(request: &HttpRequest, told: &Told, id: &str) -> Rendered {
    let texts = texts(request);
    let town = request.app_data::<web::Data<Town>>();
    let locale = texts.locale();
    let title = texts.say("error-page-title");
    let page = ErrorPage {
        t: texts,
        title: &title,
        message: texts.error(told.code, &told.args).into_owned(),
        // Hidden, foreign and missing must look the same, so what differs from one request to
        // the next is left out where the visitor did nothing wrong.
        request_id: if told.code.status() >= 500 { id } else { "" },
        sign_in: told.code == Code::SignInNeeded,
        return_to: return_path(request),
        idea: idea_path(request).filter(|_| told.code.status() == Code::ChangedMeanwhile.status()),
        list: matches!(told.code, Code::UnknownFilter | Code::UnknownParameter | Code::UnknownPlace)
            .then(|| request.path()),
        service_name: town.map_or("Medskapa", |town| town.settings.service_name.as_str()),
        language: locale.as_str(),
        direction: locale.direction(),
        style: super::assets::path_of("main.css"),
    };
    Ok((page.render().map_err(Error::internal)?, "text/html; charset=utf-8"))
}

/// The page of the idea that the address is about. Only for answers to somebody who may see it.
fn idea_path(request: &HttpRequest) -> Option<String> {
    let about_one = request.match_pattern().is_some_and(|pattern| pattern.contains("/ideas/{number}"));
    let number = request.match_info().get("number").filter(|_| about_one)?;
    let plain = number.chars().all(|sign| sign.is_ascii_digit() || sign == '-');
    plain.then(|| format!("/ideas/{number}"))
}

/// The page to come back to after signing in: this one, or the one whose form was sent.
fn return_path(request: &HttpRequest) -> String {
    let whole = |path: &str, query: &str| if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    if *request.method() == Method::GET {
        return whole(request.path(), request.query_string());
    }
    let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let from = text(header::REFERER).and_then(|address| address.split_once("://")).map(|(_, rest)| rest);
    let path = from.zip(text(header::HOST)).and_then(|(from, host)| from.strip_prefix(host));
    path.filter(|path| path.starts_with('/')).unwrap_or("/").to_owned()
}

/// The answer to a request that no route takes: the methods that its address has, if it has any.
///
/// # Errors
/// Not found where there is nothing at all.
pub fn unrouted(methods: &[&'static str]) -> PageResult {
    if methods.is_empty() {
        return Err(Error::NotFound);
    }
    let mut response = Error::refused(Code::MethodNotAllowed).error_response();
    let value = header::HeaderValue::from_str(&methods.join(", ")).map_err(Error::internal)?;
    response.headers_mut().insert(header::ALLOW, value);
    Ok(response)
}
