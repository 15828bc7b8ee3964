//! Every route of the program in one list: method, path, what it lets somebody do, handler.

use actix_web::web::ServiceConfig;

use crate::groups;
use crate::discover::{feeds, guide};
use crate::ideas;
use crate::policy::Action;
use crate::web::{self, RouteInfo};

/// Declares the routes once: as data for tests and documents, and for the server.
macro_rules! routes {
    ($($method:ident $path:literal $action:ident $handler:path;)*) => {
        /// The routes as data.
        pub const ROUTES: &[RouteInfo] = &[
            $(RouteInfo { method: stringify!($method), path: $path, action: Action::$action }),*
        ];

        /// Mounts the routes.
        pub fn configure(service: &mut ServiceConfig) {
            $(service.route($path, method!($method).to($handler));)*
        }
    };
}

macro_rules! method {
    (GET) => {
        web::get()
    };
    (POST) => {
        actix_web::web::post()
    };
    (PUT) => {
        actix_web::web::put()
    };
    (DELETE) => {
        actix_web::web::delete()
    };
}

routes! {
    // Files and machinery.
    GET "/static/{hash}/{name}" PublicRead web::assets::serve;

    // Explaining, languages, feeds.
    GET "/about" PublicRead guide::about;
    GET "/privacy" PublicRead guide::privacy;
    GET "/accessibility" PublicRead guide::accessibility;
    GET "/language/{code}" PublicRead guide::choose_language;
    GET "/feeds/ideas.atom" PublicRead feeds::ideas;
    GET "/feeds/decisions.atom" PublicRead feeds::decisions;

    // Groups.
    GET "/groups" PublicRead groups::pages::list;
    GET "/api/v1/groups" PublicRead groups::api::list;
    GET "/api/v1/groups/{slug}" PublicRead groups::api::show;
    // Ideas.
    GET "/ideas/{number}" PublicRead ideas::pages::show;
}
