//! What is written in the forms.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::error::{Code, Error, FieldErrors, Result};
use crate::kernel::text::{Body, CommentBody};

/// A report as it came in. Missing fields are empty.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawSeatReport {
    /// The holder's own words above the decisions; Markdown, 10 to 4,000 characters.
    pub words: String,
    /// The number of the last decision that was shown with the form: what was decided later is told of next time.
    pub to: String,
}

/// A report whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSeatReport {
    /// The words.
    pub words: Body,
    /// The last decision told of.
    pub to: i64,
}

/// An answer as it came in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawSeatReply {
    /// The words, 2 to 1,000 characters.
    pub body: String,
    /// Key of the form, so that sending it twice says it once; may be empty.
    pub form_key: String,
}

impl RawSeatReport {
    /// Reads the form.
    ///
    /// # Errors
    /// What is wrong with the words; a form without the number is none of ours.
    pub fn parse(&self) -> Result<NewSeatReport> {
        let to = self.to.parse().map_err(|_not_a_number| Error::refused(Code::MalformedBody))?;
        let mut errors = FieldErrors::default();
        let words = errors.text("words", Body::parse(&self.words));
        errors.finish(words.map(|words| NewSeatReport { words, to }))
    }
}

impl RawSeatReply {
    /// Reads the form.
    ///
    /// # Errors
    /// What is wrong with the words.
    pub fn parse(&self) -> Result<CommentBody> {
        let mut errors = FieldErrors::default();
        let body = errors.text("body", CommentBody::parse(&self.body));
        errors.finish(body)
    }
}
