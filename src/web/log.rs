//! Every request is counted, limited and logged: method, route, status, time – no address, no
//! query string, no body.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};
use tracing::Instrument as _;

use super::guard::check_address;
use super::limits::Limits;
use super::{ProxyList, RequestId, RoutePattern};
use crate::kernel::token::random_token;
use crate::town::Town;

/// Middleware: limits, counts and logs.
///
/// # Errors
/// [`crate::error::Error::TooMany`] when the peer asks too often; else what the inner service gives.
pub async fn count_and_log(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<actix_web::body::BoxBody>, actix_web::Error> {
    let begun = std::time::Instant::now();
    let id = new_id(&request);
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let route = request.match_pattern().unwrap_or_else(|| "(none)".to_owned());
    request.extensions_mut().insert(RoutePattern(route.clone()));
    let span = tracing::info_span!("request", id = %id);
    let outcome = match limit(&request, &method).and_then(|()| check_address(&request)) {
        Ok(()) => next.call(request).instrument(span.clone()).await.map(ServiceResponse::map_into_boxed_body),
        Err(error) => Ok(super::errors::answer(&request, &error)),
    };
    let mut response = outcome?;
    let status = response.status().as_u16();
    let seconds = begun.elapsed().as_secs_f64();
    span.in_scope(|| tracing::info!(method = %method, route = %route, status, milliseconds = seconds * 1000.0));
    let labels = [("route", route), ("method", method.to_string()), ("status", status.to_string())];
    metrics::counter!("medskapa_requests_total", &labels).increment(1);
    metrics::histogram!("medskapa_request_seconds", &labels).record(seconds);
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    Ok(response)
}

fn new_id(request: &ServiceRequest) -> String {
    let town = request.app_data::<web::Data<Town>>();
    town.map(|town| random_token(&town.random).chars().take(12).collect()).unwrap_or_default()
}

fn limit(request: &ServiceRequest, method: &Method) -> crate::error::Result<()> {
    let (Some(limits), Some(proxies)) =
        (request.app_data::<web::Data<Limits>>(), request.app_data::<web::Data<ProxyList>>())
    else {
        return Ok(());
    };
    let peer = proxies.peer(request);
    request.extensions_mut().insert(peer);
    // Whoever watches the process shares an address with the proxy; a 429 would look like its end.
    if request.path() == "/healthz" {
        return Ok(());
    }
    limits.request(peer)?;
    if *method == Method::GET || *method == Method::HEAD { Ok(()) } else { limits.change(peer) }
}
