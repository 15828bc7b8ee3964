//! The edge that pages and the API share: reading requests, rendering answers, protection.
//!
//! Knows no feature. Handlers of features use it; it calls none of them.

pub mod assets;
pub mod cookies;
mod errors;
mod form;
mod form_errors;
mod guard;
mod headers;
mod json;
mod layout;
pub mod limits;
mod log;
mod mount;
mod names;
mod page_cache;
mod query;
mod raw_body;
mod respond;
mod run;
mod visit;

pub use errors::{ErrorJson, FieldJson, PageResult, ToldJson, render_errors, unrouted};
pub use form::{Form, Nothing, token_for};
pub use form_errors::{FormErrors, Obstacle};
pub use guard::{Peer, ProxyList};
pub use headers::security_headers;
pub use json::{JsonBody, JsonResult, created, json_ok};
pub use layout::Frame;
pub use log::count_and_log;
pub use mount::{Edge, RequestId, RouteInfo, RoutePattern, get};
pub use names::name_visitors;
pub use page_cache::{Marks, PageCache, keep_pages};
pub use query::Query;
pub use raw_body::RawBody;
pub use respond::{attachment, give_cookie, not_modified_or, page, see_other, see_other_with, text};
pub use run::run;
pub use visit::{Visit, form_token, locale};

use serde::{Deserialize, Serialize};

/// Settings of the HTTP server.
#[derive(Debug, Clone, Serialize, Deserialize, documented::DocumentedFields)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Address and port to listen on, as `127.0.0.1:8080`. Port 0 takes a free one, which is printed.
    pub listen: String,
    /// Threads that read requests, 1 to 64.
    pub workers: usize,
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// Addresses that may read `/metrics`, beside the machine itself.
    pub metrics_readers: Vec<std::net::IpAddr>,
    /// Most bytes in the body of a request, 1 000 to 10 000 000.
    pub body_bytes: usize,
    /// Most requests from one address in a minute, 1 to 1 000 000.
    pub requests_per_minute: u32,
    /// Most changes from one address in a minute, 1 to 1 000 000.
    pub changes_per_minute: u32,
    /// Most sign-in mails and codes from one address in an hour, 1 to 1 000 000.
    pub sign_ins_per_hour: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".to_owned(),
            workers: 2,
            trusted_proxies: Vec::new(),
            metrics_readers: Vec::new(),
            body_bytes: 64_000,
            requests_per_minute: 600,
            changes_per_minute: 60,
            sign_ins_per_hour: 20,
        }
    }
}
