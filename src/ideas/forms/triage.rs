//! Lifting, taking forward, handing over and joining.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{NewOwner, RawOwner, Ticket};
use crate::error::{Code, FieldErrors, Result};
use crate::ideas::number::is_number;
use crate::kernel::Date;
use crate::kernel::text::{Reason, clean_line};

/// Taking an idea up before it has reached its goal.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawLift {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Slug of the body that lifts; empty for the only one, or the lead group.
    pub group: String,
    /// Why.
    pub reason: String,
}

/// A lift whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// Slug of the body that lifts.
    pub group: Option<String>,
    /// Why; public.
    pub reason: Reason,
}

impl RawLift {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Lift> {
        let mut errors = FieldErrors::default();
        let reason = errors.text("reason", Reason::parse(&self.reason));
        let group = Some(self.group.trim()).filter(|slug| !slug.is_empty()).map(str::to_owned);
        errors.finish(reason.map(|reason| Lift { group, reason }))
    }
}

/// Taking an idea forward: the group wants it and somebody named is asked to own it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawTakeForward {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Why.
    pub reason: String,
    #[serde(flatten)]
    /// Who is asked to own the carrying out.
    pub owner: RawOwner,
}

/// A taking forward whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeForward {
    /// Why; public.
    pub reason: Reason,
    /// Who is asked to own the carrying out, and from when.
    pub owner: NewOwner,
}

impl RawTakeForward {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self, today: Date) -> Result<TakeForward> {
        let mut errors = FieldErrors::default();
        let reason = errors.text("reason", Reason::parse(&self.reason));
        let owner = self.owner.parse_into(today, &mut errors);
        let value = (|| Some(TakeForward { reason: reason?, owner: owner? }))();
        errors.finish(value)
    }
}

/// Offering an idea to another group.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawHandOver {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Slug of the other group.
    pub group: String,
    /// Why it fits there better.
    pub reason: String,
}

/// An offer whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Slug of the other group.
    pub group: String,
    /// Why; public.
    pub reason: Reason,
}

impl RawHandOver {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<HandOver> {
        let mut errors = FieldErrors::default();
        let group = self.group.trim().to_owned();
        if group.is_empty() {
            errors.add("group", Code::FieldNotChosen);
        }
        let reason = errors.text("reason", Reason::parse(&self.reason));
        errors.finish(reason.map(|reason| HandOver { group, reason }))
    }
}

/// The other group's answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawHandOverAnswer {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// `yes` or `no`.
    pub answer: String,
    /// Why not; needed for a no.
    pub reason: String,
}

/// An answer whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandOverAnswer {
    /// The group takes the idea over.
    Accept,
    /// It does not, and says why.
    Decline(Reason),
}

impl RawHandOverAnswer {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<HandOverAnswer> {
        let mut errors = FieldErrors::default();
        let answer = match self.answer.as_str() {
            "yes" => Some(HandOverAnswer::Accept),
            "no" => errors.text("reason", Reason::parse(&self.reason)).map(HandOverAnswer::Decline),
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

/// Joining an idea into another.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawMerge {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Public number of the idea that leads on.
    pub into: String,
    /// Why.
    pub reason: String,
}

/// A joining whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Public number of the idea that leads on.
    pub into: String,
    /// Why; public.
    pub reason: Reason,
}

impl RawMerge {
    /// Reads it. The number may also come as the address of the idea's page.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Merge> {
        let mut errors = FieldErrors::default();
        let into = clean_line(&self.into);
        let into = into.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
        if into.is_empty() {
            errors.add("into", Code::FieldEmpty);
        } else if !is_number(&into) {
            errors.add("into", Code::FieldNotIdea);
        }
        let reason = errors.text("reason", Reason::parse(&self.reason));
        errors.finish(reason.map(|reason| Merge { into, reason }))
    }
}
