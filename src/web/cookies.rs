//! The cookies: who visits, in which language, with which draft. All are HttpOnly, same-site and,
//! when the service is reached by https, secure.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::town::Town;

/// Random name of a browser, to which form tokens are bound.
pub const VISITOR: &str = "visitor";
/// Signed token of a sign-in.
pub const SESSION: &str = "session";
/// Token of the draft being written.
pub const DRAFT: &str = "draft";
/// Signed token of an idea whose receipt code was shown.
pub const RECEIPT: &str = "receipt";
/// Chosen language.
pub const LANGUAGE: &str = "language";
/// Signed token of the mail whose code is being asked for.
pub const SIGN_IN: &str = "sign_in";
/// Where to go on after signing in.
pub const RETURN_TO: &str = "return_to";
/// Word of a message for the next page.
pub const FLASH: &str = "flash";

/// A cookie for this service that lasts so many days.
#[must_use]
pub fn make(town: &Town, name: &'static str, value: String, days: i64) -> Cookie<'static> {
    lasting(town, name, value, Duration::days(days))
}

/// A cookie for this service that lasts so many minutes.
#[must_use]
pub fn make_short(town: &Town, name: &'static str, value: String, minutes: i64) -> Cookie<'static> {
    lasting(town, name, value, Duration::minutes(minutes))
}

fn lasting(town: &Town, name: &'static str, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(town.settings.base_url.starts_with("https:"))
        .max_age(age)
        .finish()
}

/// A cookie that takes one away.
#[must_use]
pub fn remove(town: &Town, name: &'static str) -> Cookie<'static> {
    make(town, name, String::new(), 0)
}
