//! What authors write about an idea of their own: a new text, an addition, taking it back, asking
//! for a new review.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Ticket;
use crate::error::{FieldErrors, Result};
use crate::ideas::draft::{self, RawIdea};
use crate::kernel::text::{Body, CommentBody, Line, Reason, Title};
use crate::markup::guard;
use crate::town::Town;

/// The text written anew.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawRewrite {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// What shall happen.
    pub title: String,
    /// Why; Markdown.
    pub body: String,
    /// Where; empty for the whole area.
    pub area: String,
    /// Code of the language that the text is in; empty to let the text tell.
    pub language: String,
    /// `yes` when personal data found in the text shall stay.
    pub keep_personal_data: String,
}

/// A new text whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// What shall happen.
    pub title: Title,
    /// Why.
    pub body: Body,
    /// Where.
    pub area: String,
    /// The language that the text is in.
    pub language: &'static str,
}

impl RawRewrite {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self, town: &Town) -> Result<Rewrite> {
        let raw = RawIdea {
            title: self.title.clone(),
            body: self.body.clone(),
            keep_personal_data: self.keep_personal_data.clone(),
            ..RawIdea::default()
        };
        let mut errors = FieldErrors::default();
        let title = draft::parse_title(&raw, &mut errors);
        let body = draft::parse_body(&raw, &mut errors);
        let area = draft::parse_area(&self.area, town, &mut errors);
        let language = draft::parse_language(&self.language, &self.title, &self.body, &mut errors);
        let value = (|| Some(Rewrite { title: title?, body: body?, area: area?, language: language? }))();
        errors.finish(value)
    }
}

/// Something added to the text.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawAddition {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// What is added; Markdown.
    pub addition: String,
    /// `yes` when personal data found in the text shall stay.
    pub keep_personal_data: String,
}

impl RawAddition {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(&self) -> Result<CommentBody> {
        let mut errors = FieldErrors::default();
        let addition = errors.text("addition", CommentBody::parse(&self.addition)).filter(|addition| {
            guard::lets_pass("addition", addition.as_str(), self.keep_personal_data == "yes", &mut errors)
        });
        errors.finish(addition)
    }
}

/// Taking an idea back.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawWithdrawal {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Why, in one line that everyone can read.
    pub reason: String,
}

impl RawWithdrawal {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(&self) -> Result<Line> {
        let mut errors = FieldErrors::default();
        let reason = errors.text("reason", Line::parse(&self.reason));
        errors.finish(reason)
    }
}

/// Asking for a new review of a refusal.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawAppeal {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Why the refusal is wrong.
    pub reason: String,
}

impl RawAppeal {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(&self) -> Result<Reason> {
        let mut errors = FieldErrors::default();
        let reason = errors.text("reason", Reason::parse(&self.reason));
        errors.finish(reason)
    }
}
