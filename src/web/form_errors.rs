//! A form that is shown again: what is wrong with its fields, or what stands in the way of the
//! whole, in the visitor's language.

use actix_web::http::StatusCode;

use super::Visit;
use crate::error::{Code, Error, FieldErrors};
use crate::i18n::Texts;

/// What is wrong with a form, in words: field and message, in the order of the form; or the one
/// thing that stands in its way although every field is right.
#[derive(Debug, Clone, Default)]
pub struct FormErrors {
    fields: Vec<(&'static str, String)>,
    obstacle: Option<Obstacle>,
    asks_to_keep: bool,
}

/// Why a form was not taken although its fields are right. Its words stay in it, so that sending
/// it again is a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// Why.
    pub message: String,
    /// Path of the idea that the form is about.
    pub path: String,
}

impl FormErrors {
    /// What is wrong, in the language of the texts.
    #[must_use]
    pub fn in_words(texts: Texts, errors: &FieldErrors) -> Self {
        let said = errors.all().iter();
        let fields = said.map(|error| (error.field, texts.error(error.code, &error.args).into_owned())).collect();
        let asks_to_keep = errors.all().iter().any(|error| error.code == Code::FieldPersonalData);
        Self { fields, obstacle: None, asks_to_keep }
    }

    /// The message for a field, if something is wrong with it.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, message)| message.as_str())
    }

    /// Field and message of everything that is wrong.
    #[must_use]
    pub fn all(&self) -> &[(&'static str, String)] {
        &self.fields
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.obstacle.is_none()
    }

    /// Whether personal data was found that may stay when its writer says so: only then is there
    /// a box for it.
    #[must_use]
    pub const fn asks_to_keep(&self) -> bool {
        self.asks_to_keep
    }

    /// What stands in the way of the whole form.
    #[must_use]
    pub const fn obstacle(&self) -> Option<&Obstacle> {
        self.obstacle.as_ref()
    }

    /// The same, where the idea that the form is about became known later.
    #[must_use]
    pub fn leading_to(mut self, path: String) -> Self {
        if let Some(obstacle) = &mut self.obstacle {
            obstacle.path = path;
        }
        self
    }

    /// The status of the page that shows the form again: 409 when something stands in its way,
    /// else 422.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        if self.obstacle.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
    }

    /// The version for the form shown now. Whoever mends a field has still seen only the version
    /// that was `sent`; whoever was told what stands in the way has been shown the one of `now`.
    #[must_use]
    pub const fn version(&self, sent: i64, now: i64) -> i64 {
        if self.fields.is_empty() { now } else { sent }
    }
}

impl Visit {
    /// What is wrong with a form, in the visitor's language.
    #[must_use]
    pub fn errors(&self, errors: &FieldErrors) -> FormErrors {
        FormErrors::in_words(self.texts, errors)
    }

    /// The one road back to a form about an idea, with its words: wrong fields, somebody who was
    /// faster, or a rule that says no for now. `number` is the public number of the idea.
    ///
    /// # Errors
    /// Everything that sending the form again could not mend.
    pub fn again(&self, error: Error, number: &str) -> Result<FormErrors, Error> {
        let (code, args) = match error {
            Error::Invalid(errors) => return Ok(self.errors(&errors)),
            Error::Conflict(code) => (code, Vec::new()),
            Error::Refused { code, args } if code.status() == Code::ChangedMeanwhile.status() => (code, args),
            other => return Err(other),
        };
        let message = self.texts.error(code, &args).into_owned();
        let obstacle = Some(Obstacle { message, path: format!("/ideas/{number}") });
        Ok(FormErrors { obstacle, ..FormErrors::default() })
    }
}
