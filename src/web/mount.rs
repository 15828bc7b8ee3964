//! Routes as data: method, path, action and the edge they belong to.

use actix_web::guard;

use crate::policy::Action;

/// A name for one request, in the log and on error pages.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// The path of the route that a request meets, with its parts in braces; `(none)` when there is none.
/// Finding it means trying the routes one after the other, so it is found once.
#[derive(Debug, Clone)]
pub struct RoutePattern(pub String);

/// Which edge a route belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A page.
    Page,
    /// The JSON API.
    Api,
}

/// One route. The action is a declaration for tests and documents; the check itself is in the
/// action, which knows the object.
#[derive(Debug, Clone, Copy)]
pub struct RouteInfo {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// The path with its parts in braces.
    pub path: &'static str,
    /// What it lets somebody do.
    pub action: Action,
}

impl RouteInfo {
    /// Which edge it belongs to.
    #[must_use]
    pub fn edge(&self) -> Edge {
        if self.path.starts_with("/api/") { Edge::Api } else { Edge::Page }
    }
}

/// A route for GET and HEAD.
#[must_use]
pub fn get() -> actix_web::Route {
    actix_web::web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}
