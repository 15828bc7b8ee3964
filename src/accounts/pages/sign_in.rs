//! Signing in and out, and confirming a contact.

use actix_web::cookie::Cookie;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::accounts::actions::{self, Arrival, Outcome, SignIn};
use crate::accounts::device;
use crate::accounts::return_to::ReturnTo;
use crate::accounts::session::{self, SESSION_DAYS};
use crate::accounts::tokens::{self, MailedToken, Purpose};
use crate::db::Db;
use crate::error::{Code, Error, FieldErrors};
use crate::kernel::EmailAddress;
use crate::web::limits::Limits;
use crate::web::{self, Form, FormErrors, Frame, Nothing, PageResult, Peer, Query, Visit, cookies};

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage<'a> {
    frame: Frame,
    errors: FormErrors,
    email: &'a str,
    to: &'a str,
}

#[derive(Template)]
#[template(path = "accounts/code.html")]
struct CodePage {
    frame: Frame,
    errors: FormErrors,
    email: String,
}

/// The page behind a mailed link: one button that does what the link is for.
#[derive(Template)]
#[template(path = "accounts/link.html")]
struct LinkPage<'a> {
    frame: Frame,
    lead: &'a str,
    action: String,
    button: &'a str,
    after: &'a str,
}

#[derive(Template)]
#[template(path = "accounts/link_expired.html")]
struct LinkExpiredPage<'a> {
    frame: Frame,
    lead: &'a str,
}

#[derive(Template)]
#[template(path = "accounts/suspended.html")]
struct SuspendedPage {
    frame: Frame,
    reason: Option<String>,
}

/// Where the visitor came from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct From {
    to: String,
}

/// `GET /sign-in`: asks for the address.
pub async fn ask(visit: Visit, from: Query<From>) -> PageResult {
    let to = ReturnTo::parse(&from.0.to);
    if visit.actor.person().is_some() {
        return Ok(web::see_other(to.path()));
    }
    sign_in_page(&visit, StatusCode::OK, &RawAddress { email: String::new(), to: from.0.to }, FormErrors::default())
}

/// The address as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawAddress {
    email: String,
    to: String,
}

/// `POST /sign-in`: sends a mail and goes on to the code. The answer is the same for every address.
pub async fn request_mail(
    visit: Visit,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    form: Form<RawAddress>,
) -> PageResult {
    let raw = form.0;
    let Some(email) = EmailAddress::parse(&raw.email) else {
        let errors = visit.errors(&FieldErrors::one("email", Code::FieldNotEmail));
        return sign_in_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &raw, errors);
    };
    limits.sign_in(peer)?;
    let (town, locale) = (visit.town.clone(), visit.texts.locale());
    let now = db.clock().now();
    let row = web::run(move || actions::request_mail(&db, &town, &email, locale)).await?;
    let minutes = Purpose::SignIn.minutes();
    let asked = session::sign(&visit.town, session::Purpose::MailedCode, row, now, now.plus_minutes(minutes))?;
    let to = ReturnTo::parse(&raw.to);
    let mut response = web::see_other("/sign-in/code");
    web::give_cookie(&mut response, &cookies::make_short(&visit.town, cookies::SIGN_IN, asked, minutes))?;
    web::give_cookie(&mut response, &cookies::make_short(&visit.town, cookies::RETURN_TO, to.cookie(), minutes))?;
    Ok(response)
}

fn sign_in_page(visit: &Visit, status: StatusCode, raw: &RawAddress, errors: FormErrors) -> PageResult {
    let frame = visit.frame(visit.texts.say("sign-in-title"));
    let to = ReturnTo::parse(&raw.to);
    web::page(visit, status, &SignInPage { frame, errors, email: &raw.email, to: to.path() })
}

/// `GET /sign-in/code`: asks for the code of the mail that this browser has asked for.
pub async fn ask_code(visit: Visit, db: Data<Db>, request: HttpRequest) -> PageResult {
    let Some(row) = asked_row(&visit, &db, &request) else { return Ok(web::see_other("/sign-in")) };
    code_page(&visit, &db, StatusCode::OK, row, None).await
}

/// The code as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawCode {
    code: String,
}

/// `POST /sign-in/code`: signs in, or tells that the code is wrong.
pub async fn use_code(
    visit: Visit,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    request: HttpRequest,
    form: Form<RawCode>,
) -> PageResult {
    let Some(row) = asked_row(&visit, &db, &request) else { return Ok(web::see_other("/sign-in")) };
    let wrong = |code| (StatusCode::UNPROCESSABLE_ENTITY, Some(code));
    let Some(code) = tokens::parse_code(&form.0.code) else {
        let (status, code) = wrong(Code::FieldWrongCode);
        return code_page(&visit, &db, status, row, code).await;
    };
    limits.sign_in(peer)?;
    let (town, arrival, base) = (visit.town.clone(), arrival(&visit, &request), db.clone());
    let outcome = web::run(move || actions::sign_in_by_code(&base, &town, &arrival, row, &code)).await?;
    match outcome {
        Outcome::WrongCode => {
            code_page(&visit, &db, StatusCode::UNPROCESSABLE_ENTITY, row, Some(Code::FieldWrongCode)).await
        }
        Outcome::Spent => code_page(&visit, &db, StatusCode::GONE, row, Some(Code::LinkExpired)).await,
        Outcome::Suspended(reason) => suspended_page(&visit, reason),
        Outcome::Done(done) => arrived(&visit, &request, &done),
    }
}

async fn code_page(visit: &Visit, db: &Data<Db>, status: StatusCode, row: i64, wrong: Option<Code>) -> PageResult {
    let db = db.clone();
    // A row that is pruned by now is too old for its code.
    let Ok(mailed) = web::run(move || db.read(|conn| tokens::load(conn, row))).await else {
        return Ok(web::see_other("/sign-in"));
    };
    let errors = wrong.map(|code| visit.errors(&FieldErrors::one("code", code))).unwrap_or_default();
    let frame = visit.frame(visit.texts.say("sign-in-code-title"));
    web::page(visit, status, &CodePage { frame, errors, email: mailed.email.as_str().to_owned() })
}

/// The mail that this browser has asked for, within its time.
fn asked_row(visit: &Visit, db: &Db, request: &HttpRequest) -> Option<i64> {
    let cookie = request.cookie(cookies::SIGN_IN)?;
    session::read(&visit.town, session::Purpose::MailedCode, cookie.value(), db.clock().now())
}

/// `GET /sign-in/link/{token}`: a page with a button. Programs that open every link in a mail
/// use nothing up.
pub async fn ask_link(visit: Visit, db: Data<Db>, link: Path<String>) -> PageResult {
    let link = link.into_inner();
    match find(&visit, &db, Purpose::SignIn, link.clone()).await {
        Ok(mailed) => {
            let texts = visit.texts;
            let page = LinkPage {
                frame: visit.frame(texts.say("sign-in-link-title")),
                lead: &texts.say1("sign-in-link-lead", "email", mailed.email.masked()),
                action: format!("/sign-in/link/{link}"),
                button: &texts.say("sign-in-do"),
                after: &texts.say("sign-in-link-after"),
            };
            web::page(&visit, StatusCode::OK, &page)
        }
        Err(error) => expired_or(&visit, error, "sign-in-link-expired"),
    }
}

/// `POST /sign-in/link/{token}`: signs in.
pub async fn use_link(
    visit: Visit,
    db: Data<Db>,
    request: HttpRequest,
    link: Path<String>,
    _form: Form<Nothing>,
) -> PageResult {
    let (town, arrival) = (visit.town.clone(), arrival(&visit, &request));
    match web::run(move || actions::sign_in_by_link(&db, &town, &arrival, &link)).await {
        Ok(Outcome::Suspended(reason)) => suspended_page(&visit, reason),
        Ok(outcome) => arrived(&visit, &request, &outcome.done()?),
        Err(error) => expired_or(&visit, error, "sign-in-link-expired"),
    }
}

/// `GET /confirm/{token}`: a page with a button.
pub async fn ask_confirm(visit: Visit, db: Data<Db>, link: Path<String>) -> PageResult {
    let link = link.into_inner();
    match find(&visit, &db, Purpose::ConfirmContact, link.clone()).await {
        Ok(mailed) => {
            let texts = visit.texts;
            let page = LinkPage {
                frame: visit.frame(texts.say("confirm-title")),
                lead: &texts.say1("confirm-lead", "email", mailed.email.masked()),
                action: format!("/confirm/{link}"),
                button: &texts.say("confirm-do"),
                after: &texts.say("confirm-after"),
            };
            web::page(&visit, StatusCode::OK, &page)
        }
        Err(error) => expired_or(&visit, error, "confirm-expired"),
    }
}

/// `POST /confirm/{token}`: notes that the contact is right.
pub async fn confirm(visit: Visit, db: Data<Db>, link: Path<String>, _form: Form<Nothing>) -> PageResult {
    let town = visit.town.clone();
    match web::run(move || actions::confirm_contact(&db, &town, &link)).await {
        Ok(()) => Ok(web::see_other_with(&visit, "/", "contact-confirmed")),
        Err(error) => expired_or(&visit, error, "confirm-expired"),
    }
}

async fn find(visit: &Visit, db: &Data<Db>, purpose: Purpose, link: String) -> Result<MailedToken, Error> {
    let (db, town) = (db.clone(), visit.town.clone());
    web::run(move || {
        let now = db.clock().now();
        db.read(|conn| tokens::find_link(conn, &town, purpose, &link, now))
    })
    .await
}

fn expired_or(visit: &Visit, error: Error, lead: &str) -> PageResult {
    if error.code() != Code::LinkExpired {
        return Err(error);
    }
    let frame = visit.frame(visit.texts.say("link-expired-title"));
    web::page(visit, StatusCode::GONE, &LinkExpiredPage { frame, lead: &visit.texts.say(lead) })
}

fn suspended_page(visit: &Visit, reason: Option<String>) -> PageResult {
    let frame = visit.frame(visit.texts.say("suspended-title"));
    web::page(visit, StatusCode::FORBIDDEN, &SuspendedPage { frame, reason })
}

/// `POST /sign-out`.
pub async fn sign_out(visit: Visit, db: Data<Db>, _form: Form<Nothing>) -> PageResult {
    let actor = visit.actor;
    web::run(move || actions::sign_out(&db, &actor)).await?;
    let mut response = web::see_other_with(&visit, "/", "signed-out");
    web::give_cookie(&mut response, &cookies::remove(&visit.town, cookies::SESSION))?;
    Ok(response)
}

/// The browser of a request.
pub(super) fn arrival(visit: &Visit, request: &HttpRequest) -> Arrival {
    let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    Arrival { actor: visit.actor, device: device::name(agent.unwrap_or("")), texts: visit.texts }
}

/// On to where the visitor wanted to go; somebody new first chooses a name when there is no hurry.
pub(super) fn arrived(visit: &Visit, request: &HttpRequest, done: &SignIn) -> PageResult {
    let to = ReturnTo::from_cookie(request.cookie(cookies::RETURN_TO).as_ref().map(Cookie::value));
    let path = if done.is_new && to.is_front() { "/account" } else { to.path() };
    let word = if done.is_new { "signed-in-first" } else { "signed-in" };
    let mut response: HttpResponse = web::see_other_with(visit, path, word);
    let town = &visit.town;
    for cookie in [
        cookies::make(town, cookies::SESSION, done.token.clone(), SESSION_DAYS),
        cookies::remove(town, cookies::SIGN_IN),
        cookies::remove(town, cookies::RETURN_TO),
    ] {
        web::give_cookie(&mut response, &cookie)?;
    }
    Ok(response)
}
