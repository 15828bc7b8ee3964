//! The pages that explain: how it works, personal data, accessibility; and choosing a language.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::error::Error;
use crate::i18n::{Locale, Texts};
use crate::town::Settings;
use crate::web::{self, Frame, PageResult, Query, Visit, cookies};

#[derive(Template)]
#[template(path = "guide/about.html")]
struct AboutPage<'a> {
    frame: Frame,
    t: Texts,
    settings: &'a Settings,
}

/// `GET /about`
pub async fn about(visit: Visit) -> PageResult {
    let frame = visit.frame(visit.texts.say("guide-about-title"));
    web::page(&visit, StatusCode::OK, &AboutPage { frame, t: visit.texts, settings: &visit.town.settings })
}

#[derive(Template)]
#[template(path = "guide/privacy.html")]
struct PrivacyPage<'a> {
    frame: Frame,
    t: Texts,
    settings: &'a Settings,
}

/// `GET /privacy`
pub async fn privacy(visit: Visit) -> PageResult {
    let frame = visit.frame(visit.texts.say("guide-privacy-title"));
    web::page(&visit, StatusCode::OK, &PrivacyPage { frame, t: visit.texts, settings: &visit.town.settings })
}

#[derive(Template)]
#[template(path = "guide/accessibility.html")]
struct AccessibilityPage<'a> {
    frame: Frame,
    t: Texts,
    settings: &'a Settings,
}

/// `GET /accessibility`
pub async fn accessibility(visit: Visit) -> PageResult {
    let frame = visit.frame(visit.texts.say("guide-accessibility-title"));
    web::page(&visit, StatusCode::OK, &AccessibilityPage { frame, t: visit.texts, settings: &visit.town.settings })
}

/// Where to go after a language was chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReturnTo {
    to: String,
}

/// `GET /language/{code}`: keeps the choice in a cookie and shows the page again.
pub async fn choose_language(visit: Visit, code: Path<String>, query: Query<ReturnTo>) -> PageResult {
    let locale: Locale = code.parse().map_err(|_unknown| Error::NotFound)?;
    let cookie = cookies::make(&visit.town, cookies::LANGUAGE, locale.as_str().to_owned(), 365);
    let mut response: HttpResponse = web::see_other(local_path(&query.0.to));
    response.add_cookie(&cookie).map_err(Error::internal)?;
    Ok(response)
}

/// The path itself when it leads to a page of ours, else the front page: no link may use us to
/// send somebody elsewhere.
fn local_path(path: &str) -> &str {
    let local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.chars().all(|c| c.is_ascii_graphic());
    if local { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_a_path_of_ours_is_gone_back_to() {
        assert_eq!(local_path("/ideas?theme=fritid"), "/ideas?theme=fritid");
        for elsewhere in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", "a"] {
            assert_eq!(local_path(elsewhere), "/", "{elsewhere:?}");
        }
    }
}
