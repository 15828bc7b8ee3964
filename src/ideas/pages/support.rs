//! Supporting and following an idea: with a sign-in by one button, without one by a mail.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::show::{Refilled, show_again};
use crate::db::Db;
use crate::error::{Code, Error, FieldErrors};
use crate::ideas::actions::{self, Confirmed};
use crate::ideas::store::Idea;
use crate::kernel::EmailAddress;
use crate::web::limits::Limits;
use crate::web::{self, Form, Frame, Nothing, PageResult, Peer, Visit};

/// `POST /ideas/{number}/support`
pub async fn give(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let (town, actor, number) = (visit.town.clone(), visit.actor, path.clone());
    web::run(move || actions::support(&db, &town, &actor, &number)).await?;
    Ok(to_idea(&visit, &path, "support-given"))
}

/// `POST /ideas/{number}/support/end`
pub async fn take_back(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let (town, actor, number) = (visit.town.clone(), visit.actor, path.clone());
    web::run(move || actions::retract_support(&db, &town, &actor, &number)).await?;
    Ok(to_idea(&visit, &path, "support-taken-back"))
}

/// `POST /ideas/{number}/follow`
pub async fn follow(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let (actor, number) = (visit.actor, path.clone());
    web::run(move || actions::follow(&db, &actor, &number)).await?;
    Ok(to_idea(&visit, &path, "followed"))
}

/// `POST /ideas/{number}/follow/end`
pub async fn end_follow(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let (actor, number) = (visit.actor, path.clone());
    web::run(move || actions::end_follow(&db, &actor, &number)).await?;
    Ok(to_idea(&visit, &path, "follow-ended"))
}

fn to_idea(visit: &Visit, number: &str, word: &str) -> HttpResponse {
    web::see_other_with(visit, &format!("/ideas/{number}"), word)
}

/// The address as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawAddress {
    email: String,
}

/// `POST /ideas/{number}/support/request`: mails a link. The answer is the same for every address.
pub async fn request_mail(
    visit: Visit,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    path: Path<String>,
    form: Form<RawAddress>,
) -> PageResult {
    let Some(email) = EmailAddress::parse(&form.0.email) else {
        let errors = visit.errors(&FieldErrors::one("email", Code::FieldNotEmail));
        let refilled = Refilled { errors, email: form.0.email, ..Refilled::default() };
        return show_again(visit, db, path.into_inner(), refilled).await;
    };
    limits.sign_in(peer)?;
    let (town, actor, number, locale) = (visit.town.clone(), visit.actor, path.clone(), visit.texts.locale());
    web::run(move || actions::request_support(&db, &town, &actor, &number, &email, locale)).await?;
    Ok(to_idea(&visit, &path, "support-mailed"))
}

#[derive(Template)]
#[template(path = "talk/support_confirm.html")]
struct ConfirmPage {
    frame: Frame,
    action: String,
    title: String,
    language: String,
}

#[derive(Template)]
#[template(path = "talk/support_confirmed.html")]
struct ConfirmedPage {
    frame: Frame,
    action: String,
    path: String,
    title: String,
    language: String,
    supports: bool,
    standing: String,
    may_take_back: bool,
}

#[derive(Template)]
#[template(path = "talk/support_expired.html")]
struct ExpiredPage {
    frame: Frame,
}

/// What an address under `/support/` opens.
enum Opened {
    /// The link of a mail, its button not pressed yet.
    Link(Idea),
    /// The page after it, and whether the support stands.
    Ticket(Idea, bool),
}

/// `GET /support/{token}`: a page with a button. Opening it changes nothing, so programs that open
/// every link in a mail give no support.
pub async fn ask(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let (town, token) = (visit.town.clone(), path.clone());
    let opened = web::run(move || {
        let now = db.clock().now();
        db.read(|conn| match actions::find_ticket(conn, &town, &token, now) {
            Ok((idea, supports)) => Ok(Opened::Ticket(idea, supports)),
            Err(error) if error.code() == Code::LinkExpired => {
                actions::find_support_link(conn, &town, &token, now).map(Opened::Link)
            }
            Err(error) => Err(error),
        })
    })
    .await;
    let action = format!("/support/{path}");
    match opened {
        Ok(Opened::Link(idea)) => {
            let frame = visit.frame(visit.texts.say("support-confirm-title"));
            let page = ConfirmPage { frame, action, title: idea.title, language: idea.language };
            web::page(&visit, StatusCode::OK, &page)
        }
        Ok(Opened::Ticket(idea, supports)) => {
            web::page(&visit, StatusCode::OK, &confirmed_page(&visit, action, &idea, supports))
        }
        Err(error) => expired_or(&visit, error),
    }
}

fn confirmed_page(visit: &Visit, action: String, idea: &Idea, supports: bool) -> ConfirmedPage {
    let title = if supports { "support-confirmed-title" } else { "support-ended-title" };
    let standing =
        visit.texts.say2("support-confirmed-standing", "count", idea.support_count, "goal", idea.support_goal);
    ConfirmedPage {
        frame: visit.frame(visit.texts.say(title)),
        action,
        path: idea.path(),
        title: idea.title.clone(),
        language: idea.language.clone(),
        supports,
        standing: standing.into_owned(),
        may_take_back: supports && actions::takes_support(idea, visit.today),
    }
}

/// What was pressed on the page behind a link or ticket.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawConfirmation {
    /// `yes` when the person wants to hear what happens.
    follow: String,
    /// `yes` when the support is to be taken back.
    end: String,
}

/// `POST /support/{token}`: confirms the support, or takes it back.
pub async fn confirm(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawConfirmation>) -> PageResult {
    let (town, token) = (visit.town.clone(), path.into_inner());
    if form.0.end == "yes" {
        let ticket = token.clone();
        return match web::run(move || actions::retract_by_ticket(&db, &town, &ticket)).await {
            Ok(_) => Ok(web::see_other(&format!("/support/{token}"))),
            Err(error) => expired_or(&visit, error),
        };
    }
    let wants_news = form.0.follow == "yes";
    match web::run(move || actions::confirm_support(&db, &town, &token, wants_news)).await {
        Ok(Confirmed::Now { ticket }) => Ok(web::see_other(&format!("/support/{ticket}"))),
        Ok(Confirmed::Before { number }) => Ok(to_idea(&visit, &number, "support-given")),
        Err(error) => expired_or(&visit, error),
    }
}

fn expired_or(visit: &Visit, error: Error) -> PageResult {
    if error.code() != Code::LinkExpired {
        return Err(error);
    }
    let frame = visit.frame(visit.texts.say("support-expired-title"));
    web::page(visit, StatusCode::GONE, &ExpiredPage { frame })
}
