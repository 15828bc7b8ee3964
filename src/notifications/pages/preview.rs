//! What each kind of mail looks like, in every language, for staff. Written from made-up facts.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path};
use askama::Template;

use super::super::kind::MailKind;
use super::super::letter::Finished;
use super::super::sample;
use super::example::MAIL_POLICY;
use crate::accounts::standing;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::i18n::{Texts, Wording};
use crate::policy::{self, Action};
use crate::web::{self, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "notifications/previews.html")]
struct PreviewsPage {
    frame: Frame,
    kinds: Vec<(MailKind, String)>,
    languages: Vec<(&'static str, String)>,
}

/// `GET /admin/mails/preview`: every kind, with its languages.
pub async fn list_previews(visit: Visit, db: Data<Db>) -> PageResult {
    demand(&visit, db).await?;
    let template = PreviewsPage {
        frame: visit.frame(visit.texts.say("preview-title")),
        kinds: MailKind::ALL.iter().map(|kind| (*kind, name_of(&visit, *kind))).collect(),
        languages: Wording::ALL.iter().map(|wording| (wording.as_str(), name_of_wording(*wording))).collect(),
    };
    web::page(&visit, StatusCode::OK, &template)
}

#[derive(Template)]
#[template(path = "notifications/preview.html")]
struct PreviewPage {
    frame: Frame,
    kind: MailKind,
    language: &'static str,
    subject: String,
    text: String,
}

/// `GET /admin/mails/preview/{kind}/{locale}`: the text part.
pub async fn preview(visit: Visit, db: Data<Db>, path: Path<(String, String)>) -> PageResult {
    demand(&visit, db).await?;
    let (kind, wording) = parse(&path)?;
    let mail = compose(&visit, kind, wording)?;
    let template = PreviewPage {
        frame: visit.frame(name_of(&visit, kind)),
        kind,
        language: wording.as_str(),
        subject: mail.subject,
        text: mail.text,
    };
    web::page(&visit, StatusCode::OK, &template)
}

/// `GET /admin/mails/preview/{kind}/{locale}/html`: the HTML part as a mail program would show it.
pub async fn preview_html(visit: Visit, db: Data<Db>, path: Path<(String, String)>) -> PageResult {
    demand(&visit, db).await?;
    let (kind, wording) = parse(&path)?;
    let mail = compose(&visit, kind, wording)?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, MAIL_POLICY))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(mail.html))
}

async fn demand(visit: &Visit, db: Data<Db>) -> Result<()> {
    let actor = visit.actor;
    let may = move || db.read(|conn| policy::authorise(&standing::of(conn, &actor)?, Action::MachineryManage));
    web::run(may).await
}

fn parse((kind, wording): &(String, String)) -> Result<(MailKind, Wording)> {
    let unknown = || Error::NotFound;
    Ok((kind.parse().ok().ok_or_else(unknown)?, wording.parse().ok().ok_or_else(unknown)?))
}

fn compose(visit: &Visit, kind: MailKind, wording: Wording) -> Result<Finished> {
    sample::mail(kind, wording, &visit.town).map_err(|trouble| Error::internal(trouble.why))
}

fn name_of(visit: &Visit, kind: MailKind) -> String {
    visit.texts.say(&format!("mail-kind-{kind}")).into_owned()
}

/// What the wording calls itself.
fn name_of_wording(wording: Wording) -> String {
    let t = Texts::in_locale(wording.locale());
    match wording {
        Wording::SimpleSwedish => t.say("mails-ease-simple").into_owned(),
        Wording::Swedish | Wording::English => t.say("language-own-name").into_owned(),
    }
}
