//! Gives a browser its random name, to which form tokens are bound.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};

use super::cookies;
use super::visit::NewVisitor;
use crate::town::Town;

/// Middleware: gives a browser that has none its cookie with a random name.
///
/// # Errors
/// Passes on what the inner service gives.
pub async fn name_visitors(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let mut response = next.call(request).await?;
    let http = response.request().clone();
    let fresh = http.extensions().get::<NewVisitor>().cloned();
    if let (Some(NewVisitor(name)), Some(town)) = (fresh, http.app_data::<web::Data<Town>>()) {
        let cookie = cookies::make(town, cookies::VISITOR, name, 30);
        response.response_mut().add_cookie(&cookie)?;
    }
    Ok(response)
}
