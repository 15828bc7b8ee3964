//! What a resident writes, from raw form to typed draft. Used by pages and API alike.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::error::{Code, FieldErrors, Result};
use crate::kernel::EmailAddress;
use crate::kernel::reach::{PhoneNumber, PostalAddress, Reach};
use crate::kernel::text::{Body, DisplayName, Title};
use crate::markup::{self, guard};
use crate::town::{Town, WHOLE_AREA};

/// The four questions as they came in. Missing fields are empty.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawIdea {
    /// What shall happen.
    pub title: String,
    /// Why, and for whom it gets better; Markdown.
    pub body: String,
    /// Where; empty for the whole area.
    pub area: String,
    /// Code of the language that the text is in; empty to let the text tell.
    pub language: String,
    /// Name that others see.
    pub author_name: String,
    /// How somebody without an account hears of it: `email`, `phone`, `letter` or `none`; empty for the
    /// one of the three that is given. Only what is chosen is kept.
    pub contact: String,
    /// Address of somebody without an account, or empty.
    pub email: String,
    /// Telephone number, Swedish or with its country.
    pub phone: String,
    /// Postal address, line by line, at most 300 characters.
    pub address: String,
    /// `yes` when the author is under 18.
    pub young: String,
    /// `yes` when personal data found in the text shall stay.
    pub keep_personal_data: String,
    /// A key made for this one sending: sending it twice gives the first receipt. May be left out;
    /// without an account it has at least 22 characters, made by chance.
    pub form_key: String,
}

// Neither name nor contact may come into a log.
impl std::fmt::Debug for RawIdea {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RawIdea").field("title", &self.title).finish_non_exhaustive()
    }
}

/// How the author hears of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// By e-mail, once the address is confirmed.
    Email(EmailAddress),
    /// By somebody who calls or writes.
    Reach(Reach),
}

impl NewIdea {
    /// The address that was left.
    #[must_use]
    pub fn email(&self) -> Option<&EmailAddress> {
        match &self.contact {
            Some(Contact::Email(email)) => Some(email),
            Some(Contact::Reach(_)) | None => None,
        }
    }

    /// Where the author is reached without e-mail.
    #[must_use]
    pub fn reach(&self) -> Option<&Reach> {
        match &self.contact {
            Some(Contact::Reach(reach)) => Some(reach),
            Some(Contact::Email(_)) | None => None,
        }
    }
}

/// An idea whose every part is right.
#[derive(Debug, Clone)]
pub struct NewIdea {
    /// What shall happen.
    pub title: Title,
    /// Why.
    pub body: Body,
    /// Where.
    pub area: String,
    /// The language that the text is in.
    pub language: &'static str,
    /// Name that others see.
    pub author_name: DisplayName,
    /// Contact, if one was left.
    pub contact: Option<Contact>,
    /// Whether the author is under 18 and so protected further (domain 3.8).
    pub young: bool,
}

/// Reads a whole idea.
///
/// # Errors
/// Everything that is wrong, field by field.
pub fn parse(raw: &RawIdea, town: &Town) -> Result<NewIdea> {
    let mut errors = FieldErrors::default();
    let title = parse_title(raw, &mut errors);
    let body = parse_body(raw, &mut errors);
    let area = parse_area(&raw.area, town, &mut errors);
    let language = parse_language(&raw.language, &raw.title, &raw.body, &mut errors);
    let author_name = errors.text("author_name", DisplayName::parse(&raw.author_name));
    let contact = parse_contact(&RawContact::of(raw), &mut errors);
    let young = raw.young == "yes";
    let value = (|| {
        let (title, body, area, language) = (title?, body?, area?, language?);
        Some(NewIdea { title, body, area, language, author_name: author_name?, contact: contact?, young })
    })();
    errors.finish(value)
}

/// Reads the title; personal data in it is told with its words.
pub fn parse_title(raw: &RawIdea, errors: &mut FieldErrors) -> Option<Title> {
    let title = errors.text("title", Title::parse(&raw.title))?;
    guard::lets_pass("title", title.as_str(), raw.keep_personal_data == "yes", errors).then_some(title)
}

/// Reads the text; personal data in it is told with its words.
pub fn parse_body(raw: &RawIdea, errors: &mut FieldErrors) -> Option<Body> {
    let body = errors.text("body", Body::parse(&raw.body))?;
    guard::lets_pass("body", body.as_str(), raw.keep_personal_data == "yes", errors).then_some(body)
}

/// Reads a part of the area; empty means all of it.
pub fn parse_area(raw: &str, town: &Town, errors: &mut FieldErrors) -> Option<String> {
    let word = if raw.is_empty() { WHOLE_AREA } else { raw };
    if town.has_area(word) {
        return Some(word.to_owned());
    }
    errors.add("area", Code::FieldUnknownChoice);
    None
}

/// Reads the language of a text; empty means the one that it seems to be written in.
pub fn parse_language(raw: &str, title: &str, body: &str, errors: &mut FieldErrors) -> Option<&'static str> {
    if raw.is_empty() {
        return Some(markup::language_of(&format!("{title}. {body}")));
    }
    let known = markup::LANGUAGES.iter().find(|code| **code == raw).copied();
    if known.is_none() {
        errors.add("language", Code::FieldUnknownChoice);
    }
    known
}

/// How the author wants to be told, as it came in.
#[derive(Clone, Copy)]
pub struct RawContact<'a> {
    /// `email`, `phone`, `letter`, `none` or empty.
    pub way: &'a str,
    /// Address.
    pub email: &'a str,
    /// Number.
    pub phone: &'a str,
    /// Postal address.
    pub address: &'a str,
}

impl<'a> RawContact<'a> {
    fn of(raw: &'a RawIdea) -> Self {
        Self { way: &raw.contact, email: &raw.email, phone: &raw.phone, address: &raw.address }
    }
}

/// Reads how the author wants to be told; what was not chosen is not looked at.
#[expect(clippy::option_option, reason = "the outer says whether it is right, the inner whether one was left")]
pub fn parse_contact(raw: &RawContact<'_>, errors: &mut FieldErrors) -> Option<Option<Contact>> {
    let missing = |errors: &mut FieldErrors, field| {
        errors.add(field, Code::FieldEmpty);
        None
    };
    let written = [("email", raw.email), ("phone", raw.phone), ("letter", raw.address)];
    let mut written = written.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(way, _)| *way);
    // Who has written one thing and chosen nothing wants that one.
    let way = match (raw.way, written.next(), written.next()) {
        ("", None, _) => "none",
        ("", Some(only), None) => only,
        (way, _, _) => way,
    };
    match way {
        "" => {
            errors.add("contact", Code::FieldNotChosen);
            None
        }
        "none" => Some(None),
        "email" if raw.email.trim().is_empty() => missing(errors, "email"),
        "email" => parse_email(raw.email, errors).map(|email| email.map(Contact::Email)),
        "phone" if raw.phone.trim().is_empty() => missing(errors, "phone"),
        "phone" => {
            let number = PhoneNumber::parse(raw.phone);
            if number.is_none() {
                errors.add("phone", Code::FieldNotPhone);
            }
            number.map(|number| Some(Contact::Reach(Reach::Phone(number))))
        }
        "letter" => {
            let address = errors.text("address", PostalAddress::parse(raw.address));
            address.map(|address| Some(Contact::Reach(Reach::Letter(address))))
        }
        _ => {
            errors.add("contact", Code::FieldUnknownChoice);
            None
        }
    }
}

/// Reads a contact that may be left out.
#[expect(clippy::option_option, reason = "the outer says whether it is right, the inner whether it was left")]
pub fn parse_email(raw: &str, errors: &mut FieldErrors) -> Option<Option<EmailAddress>> {
    if raw.trim().is_empty() {
        return Some(None);
    }
    let email = EmailAddress::parse(raw);
    if email.is_none() {
        errors.add("email", Code::FieldNotEmail);
    }
    email.map(Some)
}

/// Whether a text holds a Swedish identity number with a right check digit; such a text is never taken.
#[must_use]
pub fn holds_identity_number(text: &str) -> bool {
    guard::find(text).iter().any(|finding| finding.kind == guard::FindingKind::IdentityNumber)
}
