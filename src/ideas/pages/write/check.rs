//! Last page before sending: everything once more, with links to change it.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use super::title::{find_similar, written};
use super::{Step, begin, draft_of, steps, token_of};
use crate::accounts::session::{self, Purpose, RECEIPT_DAYS};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::ideas::actions::{self, Receipt};
use crate::ideas::draft::{self, NewIdea, RawIdea};
use crate::ideas::pages::{area_word, languages};
use crate::ideas::similar::SimilarIdea;
use crate::ideas::store::DraftRow;
use crate::kernel::reach::{Reach, ReachWay};
use crate::markup::guard::{self, FindingKind};
use crate::markup::{self, SafeHtml};
use crate::search::Search;
use crate::town::WHOLE_AREA;
use crate::web::limits::Limits;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Peer, Visit, cookies};

/// Minutes after sending during which this browser shows the receipt again.
const RECEIPT_MINUTES: i64 = 60;

#[derive(Template)]
#[template(path = "ideas/write/check.html")]
struct CheckPage {
    frame: Frame,
    errors: FormErrors,
    steps: Vec<Step>,
    draft: DraftRow,
    body: SafeHtml,
    area: String,
    language: String,
    languages: Vec<(String, String)>,
    /// Ideas like the whole of it, most of which its title alone may not have found.
    alike: Vec<SimilarIdea>,
    /// Telephone numbers and addresses that the text names.
    found: Vec<String>,
    signed_in: bool,
    /// How the author is reached without e-mail; empty otherwise.
    reach: String,
}

/// What is chosen last: the language, and whether personal data in the text shall stay.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawSend {
    language: String,
    keep_personal_data: String,
}

/// `GET /ideas/new/check`
pub async fn check(visit: Visit, db: Data<Db>, search: Data<Search>, request: HttpRequest) -> PageResult {
    let Some((_, draft)) = draft_of(&request, &db).await? else { return Ok(begin()) };
    let alike = find_similar(&visit, &db, &search, written(&draft)).await?;
    check_page(&visit, StatusCode::OK, draft, alike, "", FormErrors::default())
}

/// `POST /ideas/new/send`: sends the idea. Sent twice it gives the first receipt.
pub async fn send(
    visit: Visit,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    request: HttpRequest,
    form: Form<RawSend>,
) -> PageResult {
    let Some((token, draft)) = draft_of(&request, &db).await? else { return sent_or_none(&visit, &db, &request).await };
    let raw = RawIdea {
        title: draft.title.clone(),
        body: draft.body.clone(),
        area: draft.area.clone(),
        author_name: draft.author_name.clone(),
        contact: draft.contact_word().to_owned(),
        email: draft.email.clone(),
        phone: draft.reached_by(ReachWay::Phone),
        address: draft.reached_by(ReachWay::Letter),
        young: if draft.young { "yes" } else { "" }.to_owned(),
        language: form.0.language.clone(),
        keep_personal_data: form.0.keep_personal_data,
        ..RawIdea::default()
    };
    match draft::parse(&raw, &visit.town) {
        Ok(new) => {
            if new.email().is_some() && visit.actor.person().is_none() {
                // A mail will go to an address that somebody typed.
                limits.sign_in(peer)?;
            }
            let receipt = submit(&visit, &db, token.clone(), new).await?;
            receipt_given(&visit, &db, token, &receipt)
        }
        Err(Error::Invalid(errors)) => {
            let errors = visit.errors(&errors);
            check_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, draft, Vec::new(), &form.0.language, errors)
        }
        Err(error) => Err(error),
    }
}

async fn submit(visit: &Visit, db: &Db, token: String, new: NewIdea) -> Result<Receipt> {
    let (db, town, actor, locale) = (db.clone(), visit.town.clone(), visit.actor, visit.texts.locale());
    web::run(move || actions::submit(&db, &town, &actor, &token, &new, locale)).await
}

/// The form was sent before: on to its receipt.
async fn sent_or_none(visit: &Visit, db: &Data<Db>, request: &HttpRequest) -> PageResult {
    let Some(token) = token_of(request) else { return Ok(begin()) };
    let (base, town, kept) = (db.clone(), visit.town.clone(), token.clone());
    let receipt = web::run(move || base.read(|conn| actions::receipt_of(conn, &town, &kept))).await?;
    receipt.map_or_else(|| Ok(begin()), |receipt| receipt_given(visit, db, token, &receipt))
}

/// On to the receipt, with the cookies that show it and open the idea in this browser.
fn receipt_given(visit: &Visit, db: &Db, token: String, receipt: &Receipt) -> PageResult {
    let now = db.clock().now();
    let until = now.plus_days(RECEIPT_DAYS);
    let shown = session::sign(&visit.town, Purpose::Receipt, receipt.id.get(), now, until)?;
    let mut response = web::see_other("/ideas/new/thanks");
    web::give_cookie(&mut response, &cookies::make(&visit.town, cookies::RECEIPT, shown, RECEIPT_DAYS))?;
    web::give_cookie(&mut response, &cookies::make_short(&visit.town, cookies::DRAFT, token, RECEIPT_MINUTES))?;
    Ok(response)
}

/// `language` as chosen, or empty when nothing was chosen yet.
fn check_page(
    visit: &Visit,
    status: StatusCode,
    draft: DraftRow,
    alike: Vec<SimilarIdea>,
    language: &str,
    errors: FormErrors,
) -> PageResult {
    let found = guard::find(&draft.title).into_iter().chain(guard::find(&draft.body));
    let found = found.filter(|finding| finding.kind != FindingKind::IdentityNumber);
    let page = CheckPage {
        frame: visit.frame(visit.texts.say("write-check-title")),
        errors,
        steps: steps(visit.texts, 4),
        language: if language.is_empty() {
            markup::language_of(&format!("{}. {}", draft.title, draft.body)).to_owned()
        } else {
            language.to_owned()
        },
        languages: languages(visit.texts),
        body: markup::render(&draft.body),
        area: area_word(visit.texts, if draft.area.is_empty() { WHOLE_AREA } else { &draft.area }),
        alike,
        found: found.map(|finding| finding.text).collect(),
        signed_in: visit.actor.person().is_some(),
        reach: draft.reach.as_ref().map(|reach| reach_words(visit, reach)).unwrap_or_default(),
        draft,
    };
    web::page(visit, status, &page)
}

/// How the author is reached without e-mail, in one line.
fn reach_words(visit: &Visit, reach: &Reach) -> String {
    let value = reach.as_str().lines().collect::<Vec<_>>().join(", ");
    visit.texts.say1(&format!("write-reach-{}", reach.way()), "value", value).into_owned()
}
