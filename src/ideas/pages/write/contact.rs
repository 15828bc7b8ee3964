//! Fourth page: under which name, and how the answer reaches the author.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use super::{Step, begin, draft_of, save, steps};
use crate::db::Db;
use crate::error::{Error, FieldErrors};
use crate::ideas::draft::{self, Contact};
use crate::ideas::store::DraftRow;
use crate::kernel::reach::ReachWay;
use crate::kernel::text::DisplayName;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

/// Name and contact as typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct RawContact {
    author_name: String,
    /// `email`, `phone`, `letter` or `none`.
    contact: String,
    email: String,
    phone: String,
    address: String,
    young: String,
}

#[derive(Template)]
#[template(path = "ideas/write/contact.html")]
struct ContactPage {
    frame: Frame,
    errors: FormErrors,
    steps: Vec<Step>,
    raw: RawContact,
    /// The ways to be told, with their words.
    ways: Vec<(&'static str, String)>,
    /// Whose contact is known needs none to be asked for.
    signed_in: bool,
}

/// `GET /ideas/new/contact`
pub async fn ask_contact(visit: Visit, db: Data<Db>, request: HttpRequest) -> PageResult {
    let Some((_, draft)) = draft_of(&request, &db).await? else { return Ok(begin()) };
    let author_name =
        if draft.author_name.is_empty() { visit.name.clone().unwrap_or_default() } else { draft.author_name.clone() };
    let young = if draft.young { "yes" } else { "" }.to_owned();
    let raw = RawContact {
        contact: draft.contact_word().to_owned(),
        phone: draft.reached_by(ReachWay::Phone),
        address: draft.reached_by(ReachWay::Letter),
        author_name,
        email: draft.email,
        young,
    };
    contact_page(&visit, StatusCode::OK, raw, FormErrors::default())
}

/// `POST /ideas/new/contact`: keeps name and contact.
pub async fn save_contact(visit: Visit, db: Data<Db>, request: HttpRequest, form: Form<RawContact>) -> PageResult {
    let Some((token, _)) = draft_of(&request, &db).await? else { return Ok(begin()) };
    let raw = form.0;
    let mut errors = FieldErrors::default();
    let name = errors.text("author_name", DisplayName::parse(&raw.author_name));
    let typed = draft::RawContact { way: &raw.contact, email: &raw.email, phone: &raw.phone, address: &raw.address };
    let contact = draft::parse_contact(&typed, &mut errors);
    match errors.finish(name.zip(contact)) {
        Ok((name, contact)) => {
            let young = raw.young == "yes";
            let change = move |draft: &mut DraftRow| {
                name.as_str().clone_into(&mut draft.author_name);
                (draft.email, draft.reach) = match &contact {
                    Some(Contact::Email(email)) => (email.as_str().to_owned(), None),
                    Some(Contact::Reach(reach)) => (String::new(), Some(reach.clone())),
                    None => (String::new(), None),
                };
                draft.young = young;
            };
            save(&visit.town, &db, token, change, "/ideas/new/check").await
        }
        Err(Error::Invalid(errors)) => {
            contact_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, raw, visit.errors(&errors))
        }
        Err(error) => Err(error),
    }
}

fn contact_page(visit: &Visit, status: StatusCode, raw: RawContact, errors: FormErrors) -> PageResult {
    let page = ContactPage {
        frame: visit.frame(visit.texts.say("write-contact-question")),
        errors,
        steps: steps(visit.texts, 3),
        raw,
        ways: ["email", "phone", "letter", "none"]
            .map(|way| (way, visit.texts.say(&format!("write-contact-{way}")).into_owned()))
            .into(),
        signed_in: visit.actor.person().is_some(),
    };
    web::page(visit, status, &page)
}
