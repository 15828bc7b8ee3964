//! A body as it came, for what is neither form nor JSON.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::form::read_up_to;
use crate::error::{Error, Result};

/// Most bytes that are taken.
const LIMIT: usize = 256 * 1024;

/// The bytes of a request. Only for routes that prove by other means who sends it.
pub struct RawBody(pub Vec<u8>);

impl FromRequest for RawBody {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mut payload = payload.take();
        Box::pin(async move { read_up_to(&mut payload, LIMIT).await.map(Self) })
    }
}
