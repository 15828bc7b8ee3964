//! The mails of the example town, so that a newcomer reads them without a mail program. Only
//! where mail stays on the machine; everywhere else these pages do not exist.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::kernel::{Cursor, EmailId};
use crate::mail::Mailer;
use crate::mail::store::{self as outbox, StoredEmail};
use crate::policy::{self, Action, Standing};
use crate::web::{self, Frame, PageResult, Query, Visit};

/// What a mail may do in the browser: show its own styles, nothing else.
pub(super) const MAIL_POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

#[derive(Template)]
#[template(path = "notifications/example_mails.html")]
struct MailsPage {
    frame: Frame,
    mails: Vec<MailLine>,
    next: Option<String>,
}

struct MailLine {
    id: EmailId,
    subject: String,
    recipient: String,
    state: String,
    written: String,
}

/// Where in the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlaceQuery {
    after: Option<String>,
}

/// `GET /example/mails`.
pub async fn list(visit: Visit, db: Data<Db>, mailer: Data<Mailer>, query: Query<PlaceQuery>) -> PageResult {
    demand(&visit, &mailer)?;
    let unknown = || Error::refused(Code::UnknownPlace);
    let after = query.0.after.as_deref().map(|text| Cursor::decode(text).ok_or_else(unknown)).transpose()?;
    let page = web::run(move || db.read(|conn| outbox::subjects(conn, after))).await?;
    let line = |row: outbox::SubjectRow| MailLine {
        id: row.id,
        subject: row.subject,
        recipient: row.recipient,
        state: visit.texts.say(&format!("machinery-mail-{}", row.state)).into_owned(),
        written: visit.texts.moment(row.created_at),
    };
    let template = MailsPage {
        frame: visit.frame(visit.texts.say("example-mails-title")),
        mails: page.items.into_iter().map(line).collect(),
        next: page.next.map(Cursor::encode),
    };
    web::page(&visit, StatusCode::OK, &template)
}

#[derive(Template)]
#[template(path = "notifications/example_mail.html")]
struct MailPage {
    frame: Frame,
    id: EmailId,
    recipient: String,
    language: String,
    written: String,
    lines: Vec<Line>,
}

/// A line of the text part; our own addresses can be followed.
enum Line {
    Text(String),
    Link(String),
}

/// `GET /example/mails/{id}`: the text part.
pub async fn show(visit: Visit, db: Data<Db>, mailer: Data<Mailer>, path: Path<String>) -> PageResult {
    let stored = load(&visit, db, &mailer, &path).await?;
    let mail = stored.mail;
    let base = format!("{}/", visit.town.settings.base_url);
    let line = |line: &str| match line.strip_prefix(&base) {
        // A path of this very server, whatever address the settings give it.
        Some(path) => Line::Link(format!("/{path}")),
        None => Line::Text(line.to_owned()),
    };
    let template = MailPage {
        id: mail.id,
        recipient: mail.recipient.as_str().to_owned(),
        language: mail.locale.clone(),
        written: visit.texts.moment(mail.created_at),
        lines: mail.text.lines().map(line).collect(),
        frame: visit.frame(mail.subject),
    };
    web::page(&visit, StatusCode::OK, &template)
}

/// `GET /example/mails/{id}/html`: the HTML part as a mail program would show it.
pub async fn show_html(visit: Visit, db: Data<Db>, mailer: Data<Mailer>, path: Path<String>) -> PageResult {
    let stored = load(&visit, db, &mailer, &path).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, MAIL_POLICY))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(stored.mail.html))
}

async fn load(visit: &Visit, db: Data<Db>, mailer: &Mailer, id: &str) -> Result<StoredEmail> {
    demand(visit, mailer)?;
    let id = id.parse::<EmailId>().ok().ok_or(Error::NotFound)?;
    web::run(move || db.read(|conn| outbox::load(conn, id))).await
}

/// Only in the example town, and only where no mail goes out.
fn demand(visit: &Visit, mailer: &Mailer) -> Result<()> {
    if !visit.example || mailer.goes_out() {
        return Err(Error::NotFound);
    }
    policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, Action::ExampleMailRead)
}
