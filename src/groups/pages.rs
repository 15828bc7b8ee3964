//! The list of groups. The page of one group shows ideas too and is in [`crate::ideas::desk`].

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::views::{self, ListedGroup};
use crate::db::Db;
use crate::web::{self, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "groups/list.html")]
struct ListPage {
    frame: Frame,
    groups: Vec<ListedGroup>,
}

/// `GET /groups`
pub async fn list(visit: Visit, db: Data<Db>) -> PageResult {
    let today = visit.today;
    let groups = web::run(move || db.read(|conn| views::list(conn, today))).await?;
    let frame = visit.frame(visit.texts.say("groups-title"));
    web::page(&visit, StatusCode::OK, &ListPage { frame, groups })
}
