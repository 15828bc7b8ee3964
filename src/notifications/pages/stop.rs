//! Stopping news: the page with the button, and the POST of the button or of a mail program.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::super::pace::Channel;
use super::super::unsubscribe;
use crate::db::Db;
use crate::web::{self, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "notifications/stop.html")]
struct StopPage {
    frame: Frame,
    action: String,
    is_done: bool,
    /// What is stopped, a line each.
    what: Vec<String>,
}

/// `GET /mail/stop/{token}`: mail programs open links to look for dangers, so this changes nothing.
pub async fn ask(visit: Visit, path: Path<String>) -> PageResult {
    let stop = unsubscribe::read(&visit.town, &path)?;
    page(&visit, false, &stop)
}

/// `POST /mail/stop/{token}`: takes no form token, because mail programs send this by themselves
/// (RFC 8058) without ever having seen the page. The signed token in the address is the proof.
pub async fn stop(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let town = visit.town.clone();
    let stop = web::run(move || unsubscribe::stop(&db, &town, &path)).await?;
    page(&visit, true, &stop)
}

fn page(visit: &Visit, is_done: bool, stop: &unsubscribe::Stop) -> PageResult {
    let title = if is_done { visit.texts.say("mail-stopped-title") } else { visit.texts.say("mail-stop-title") };
    let words = |channel: &Channel| visit.texts.say(&format!("mails-channel-{channel}")).into_owned();
    let what = stop.channels.iter().map(words).collect();
    let template = StopPage { frame: visit.frame(title), action: visit.path.clone(), is_done, what };
    web::page(visit, StatusCode::OK, &template)
}
