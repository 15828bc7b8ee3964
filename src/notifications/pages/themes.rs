//! `/themes/{theme}`: what following a theme means, and the button.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::choose;
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::ideas::pages::theme_word;
use crate::web::{self, Form, Frame, JsonResult, Nothing, PageResult, Visit, json_ok};

#[derive(Template)]
#[template(path = "notifications/theme.html")]
struct ThemePage {
    frame: Frame,
    theme: String,
    name: String,
    is_followed: bool,
}

/// `GET /themes/{theme}`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let (town, actor, theme) = (visit.town.clone(), visit.actor, path.into_inner());
    let (is_followed, theme) = web::run(move || {
        let follows = db.read(|conn| choose::follows_theme(conn, &town, &actor, &theme))?;
        Ok((follows, theme))
    })
    .await?;
    let name = theme_word(visit.texts, &theme);
    let frame = visit.frame(visit.texts.say1("theme-title", "theme", &name));
    web::page(&visit, StatusCode::OK, &ThemePage { frame, theme, name, is_followed })
}

/// `POST /themes/{theme}/follow`
pub async fn follow(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let (town, actor, theme) = (visit.town.clone(), visit.actor, path.clone());
    web::run(move || choose::follow_theme(&db, &town, &actor, &theme)).await?;
    Ok(web::see_other_with(&visit, &format!("/themes/{path}"), "theme-followed"))
}

/// `POST /themes/{theme}/follow/end`
pub async fn end_follow(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let (town, actor, theme) = (visit.town.clone(), visit.actor, path.clone());
    web::run(move || choose::end_theme(&db, &town, &actor, &theme)).await?;
    Ok(web::see_other_with(&visit, &format!("/themes/{path}"), "theme-ended"))
}

/// Whether the caller follows a theme.
#[derive(Debug, Serialize, ToSchema)]
pub struct ThemeFollowJson {
    /// Whether the caller follows it.
    pub follows: bool,
}

/// `POST /api/v1/themes/{theme}/follow`
pub async fn api_follow(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    web::run(move || choose::follow_theme(&db, &caller.town, &caller.actor, &path)).await?;
    json_ok(&ThemeFollowJson { follows: true })
}

/// `DELETE /api/v1/themes/{theme}/follow`
pub async fn api_end_follow(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    web::run(move || choose::end_theme(&db, &caller.town, &caller.actor, &path)).await?;
    json_ok(&ThemeFollowJson { follows: false })
}
