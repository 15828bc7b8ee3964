//! Naming an owner, and the owner's answer.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Ticket, optional, parse_day};
use crate::error::{Code, FieldErrors, Result};
use crate::kernel::text::{DisplayName, Label, Reason};
use crate::kernel::{Date, EmailAddress, PersonId};

/// Most days from today to a first step.
const MOST_DAYS_TO_FIRST_STEP: i32 = 730;

/// Who is asked to own the carrying out: somebody with a seat, or somebody by e-mail.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawOwner {
    /// Number of a person with a seat in the lead group, or empty.
    pub owner: String,
    /// Contact of somebody else, or empty.
    pub owner_email: String,
    /// Name of somebody else; not used when we know the contact already.
    pub owner_name: String,
    /// For which organisation; empty means the one that the seat speaks for.
    pub organisation: String,
    /// Day by which the first step is taken, as `2026-12-31`.
    pub first_step_on: String,
}

/// Somebody to be asked, whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOwner {
    /// Who.
    pub by: NewOwnerBy,
    /// For which organisation; none means the one that the seat speaks for.
    pub organisation: Option<Label>,
    /// Day by which the first step is taken.
    pub first_step_on: Date,
}

/// How somebody to be asked is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewOwnerBy {
    /// A person with a seat in the lead group.
    Seat(PersonId),
    /// Somebody else.
    Email {
        /// Contact.
        email: EmailAddress,
        /// Name, if we do not know the contact yet.
        name: DisplayName,
    },
}

impl RawOwner {
    pub(super) fn parse_into(&self, today: Date, errors: &mut FieldErrors) -> Option<NewOwner> {
        let by = self.parse_by(errors);
        let organisation = optional("organisation", &self.organisation, Label::parse, errors);
        let by_email = !self.owner_email.trim().is_empty();
        if by_email && organisation == Some(None) {
            errors.add("organisation", Code::FieldEmpty);
        }
        let first_step_on = parse_day("first_step_on", &self.first_step_on, today, MOST_DAYS_TO_FIRST_STEP, errors);
        Some(NewOwner { by: by?, organisation: organisation?, first_step_on: first_step_on? })
    }

    fn parse_by(&self, errors: &mut FieldErrors) -> Option<NewOwnerBy> {
        let (seat, email) = (self.owner.trim(), self.owner_email.trim());
        match (seat.is_empty(), email.is_empty()) {
            (true, true) => {
                errors.add("owner", Code::FieldNotChosen);
                None
            }
            (false, true) => {
                let person = seat.parse().ok();
                if person.is_none() {
                    errors.add("owner", Code::FieldUnknownChoice);
                }
                person.map(NewOwnerBy::Seat)
            }
            // An address is more work to write than a choice is to leave: it is what was meant.
            (_, false) => {
                let name = errors.text("owner_name", DisplayName::parse(&self.owner_name));
                let email = EmailAddress::parse(email);
                if email.is_none() {
                    errors.add("owner_email", Code::FieldNotEmail);
                }
                Some(NewOwnerBy::Email { email: email?, name: name? })
            }
        }
    }
}

/// Asking somebody, or somebody else, to own the carrying out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawAskOwner {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    #[serde(flatten)]
    /// Who is asked.
    pub owner: RawOwner,
}

impl RawAskOwner {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self, today: Date) -> Result<NewOwner> {
        let mut errors = FieldErrors::default();
        let owner = self.owner.parse_into(today, &mut errors);
        errors.finish(owner)
    }
}

/// The answer of the one who was asked.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawOwnershipAnswer {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// `yes`, `later` or `no`.
    pub answer: String,
    /// Day by which the first step is taken, for `later`.
    pub first_step_on: String,
    /// Why not, for `no`.
    pub reason: String,
}

/// An answer whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnershipAnswer {
    /// Yes, by the day that was asked for.
    Accept,
    /// Yes, but by a later day.
    AcceptLater(Date),
    /// No, because.
    Decline(Reason),
}

impl RawOwnershipAnswer {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self, today: Date) -> Result<OwnershipAnswer> {
        let mut errors = FieldErrors::default();
        let answer = match self.answer.as_str() {
            "yes" => Some(OwnershipAnswer::Accept),
            "later" => parse_day("first_step_on", &self.first_step_on, today, MOST_DAYS_TO_FIRST_STEP, &mut errors)
                .map(OwnershipAnswer::AcceptLater),
            "no" => errors.text("reason", Reason::parse(&self.reason)).map(OwnershipAnswer::Decline),
            "" => {
                errors.add("answer", Code::FieldNotChosen);
                None
            }
            _ => {
                errors.add("answer", Code::FieldUnknownChoice);
                None
            }
        };
        errors.finish(answer)
    }
}
