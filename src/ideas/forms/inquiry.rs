//! Asking somebody named, handing on to a body outside, and what they answer.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Ticket, optional};
use crate::error::{Code, FieldErrors, Result};
use crate::ideas::draft::parse_email;
use crate::kernel::text::{Label, Reason};
use crate::kernel::{Date, EmailAddress};

/// A question to somebody named.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawQuestion {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Who is asked: a person, a role or a body.
    pub asked_name: String,
    /// Contact of the asked, or empty when the group asks in its own way.
    pub asked_email: String,
    /// The question.
    pub question: String,
    /// Last day for the answer, as `2026-12-31`.
    pub due_on: String,
}

/// A question whose every part is right. Whether the day is near enough is for the life cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Who is asked.
    pub asked_name: Label,
    /// Contact of the asked.
    pub asked_email: Option<EmailAddress>,
    /// What is asked; public.
    pub words: Reason,
    /// Last day for the answer.
    pub due_on: Date,
}

impl RawQuestion {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Question> {
        let mut errors = FieldErrors::default();
        let asked_name = errors.text("asked_name", Label::parse(&self.asked_name));
        let asked_email = email("asked_email", &self.asked_email, &mut errors);
        let question = errors.text("question", Reason::parse(&self.question));
        let due_on = day(&self.due_on, &mut errors);
        let value = (|| {
            Some(Question { asked_name: asked_name?, asked_email: asked_email?, words: question?, due_on: due_on? })
        })();
        errors.finish(value)
    }
}

/// Handing on to a body outside.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawForwarding {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Name of the body.
    pub receiver: String,
    /// Contact there, or empty.
    pub receiver_email: String,
    /// Why, and what the group itself thinks.
    pub reason: String,
    /// Number of the matter there, or empty.
    pub diary_number: String,
    /// Last day for the answer, as `2026-12-31`.
    pub due_on: String,
}

/// A handing on whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarding {
    /// Name of the body.
    pub receiver: Label,
    /// Contact there.
    pub receiver_email: Option<EmailAddress>,
    /// Why, and what the group itself thinks; public.
    pub reason: Reason,
    /// Number of the matter there.
    pub diary_number: Option<Label>,
    /// Last day for the answer.
    pub due_on: Date,
}

impl RawForwarding {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Forwarding> {
        let mut errors = FieldErrors::default();
        let receiver = errors.text("receiver", Label::parse(&self.receiver));
        let receiver_email = email("receiver_email", &self.receiver_email, &mut errors);
        let reason = errors.text("reason", Reason::parse(&self.reason));
        let diary_number = optional("diary_number", &self.diary_number, Label::parse, &mut errors);
        let due_on = day(&self.due_on, &mut errors);
        let value = (|| {
            Some(Forwarding {
                receiver: receiver?,
                receiver_email: receiver_email?,
                reason: reason?,
                diary_number: diary_number?,
                due_on: due_on?,
            })
        })();
        errors.finish(value)
    }
}

/// What was answered: by the asked, or written down by the group.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawInquiryAnswer {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// The answer.
    pub answer: String,
}

impl RawInquiryAnswer {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Reason> {
        let mut errors = FieldErrors::default();
        let answer = errors.text("answer", Reason::parse(&self.answer));
        errors.finish(answer)
    }
}

/// Whether a body outside takes on what is handed on to it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawForwardingAnswer {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// `yes` or `no`.
    pub answer: String,
    /// Number of the matter there, or empty; for `yes`.
    pub diary_number: String,
    /// Why not, for `no`.
    pub reason: String,
}

/// An answer whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForwardingAnswer {
    /// It takes the idea on.
    Accept {
        /// Number of the matter there.
        diary_number: Option<Label>,
    },
    /// It is not the right one.
    Decline {
        /// Why; public.
        reason: Reason,
    },
}

impl RawForwardingAnswer {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<ForwardingAnswer> {
        let mut errors = FieldErrors::default();
        let answer = match self.answer.as_str() {
            "yes" => optional("diary_number", &self.diary_number, Label::parse, &mut errors)
                .map(|diary_number| ForwardingAnswer::Accept { diary_number }),
            "no" => {
                errors.text("reason", Reason::parse(&self.reason)).map(|reason| ForwardingAnswer::Decline { reason })
            }
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

pub(super) fn day(raw: &str, errors: &mut FieldErrors) -> Option<Date> {
    let day = Date::parse(raw.trim());
    if day.is_none() {
        errors.add("due_on", if raw.trim().is_empty() { Code::FieldEmpty } else { Code::FieldNotDate });
    }
    day
}

#[expect(clippy::option_option, reason = "the outer says whether it is right, the inner whether it was left")]
fn email(field: &'static str, raw: &str, errors: &mut FieldErrors) -> Option<Option<EmailAddress>> {
    let parsed = parse_email(raw, &mut FieldErrors::default());
    if parsed.is_none() {
        errors.add(field, Code::FieldNotEmail);
    }
    parsed
}
