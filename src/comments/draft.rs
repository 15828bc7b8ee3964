//! What somebody wants to say, from raw form to typed comment. Used by pages and API alike.

use serde::Deserialize;
use utoipa::ToSchema;

use super::Kind;
use crate::error::{FieldErrors, Result};
use crate::kernel::text::CommentBody;
use crate::markup::guard;

/// A comment as it came in. Missing fields are empty.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawComment {
    /// `for`, `against`, `question` or `addition`.
    pub kind: String,
    /// The words, in Markdown.
    pub body: String,
    /// `yes` when personal data found in the text shall stay.
    pub keep_personal_data: String,
    /// Key of the form, so that sending it twice says it once; may be empty.
    pub form_key: String,
}

/// A comment whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment {
    /// What it wants.
    pub kind: Kind,
    /// The words.
    pub body: CommentBody,
}

/// The answer to a question as it came in. Missing fields are empty.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawAnswer {
    /// The words, in Markdown.
    pub body: String,
    /// `yes` when personal data found in the text shall stay.
    pub keep_personal_data: String,
}

/// Reads a comment.
///
/// # Errors
/// Everything that is wrong, field by field.
pub fn parse(raw: &RawComment) -> Result<NewComment> {
    let mut errors = FieldErrors::default();
    let kind = errors.choice("kind", &raw.kind);
    let body = parse_body(&raw.body, &raw.keep_personal_data, &mut errors);
    let value = (|| Some(NewComment { kind: kind?, body: body? }))();
    errors.finish(value)
}

/// Reads an answer.
///
/// # Errors
/// What is wrong with its words.
pub fn parse_answer(raw: &RawAnswer) -> Result<CommentBody> {
    let mut errors = FieldErrors::default();
    let body = parse_body(&raw.body, &raw.keep_personal_data, &mut errors);
    errors.finish(body)
}

fn parse_body(raw: &str, keep_personal_data: &str, errors: &mut FieldErrors) -> Option<CommentBody> {
    let body = errors.text("body", CommentBody::parse(raw))?;
    guard::lets_pass("body", body.as_str(), keep_personal_data == "yes", errors).then_some(body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Code, Error};

    fn raw(kind: &str, body: &str, keep: &str) -> RawComment {
        RawComment {
            kind: kind.to_owned(),
            body: body.to_owned(),
            keep_personal_data: keep.to_owned(),
            form_key: String::new(),
        }
    }

    fn faults(raw: &RawComment) -> Vec<(&'static str, Code)> {
        match parse(raw) {
            Err(Error::Invalid(errors)) => errors.all().iter().map(|error| (error.field, error.code)).collect(),
            Err(other) => panic!("{other}"),
            Ok(_) => Vec::new(),
        }
    }

    #[test]
    fn every_kind_is_read() {
        for kind in Kind::ALL {
            let comment = parse(&raw(kind.as_str(), "Vem har\r\nnyckeln? ", "")).unwrap();
            assert_eq!((comment.kind, comment.body.as_str()), (*kind, "Vem har\nnyckeln?"));
        }
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        assert_eq!(faults(&raw("", " ", "")), vec![("kind", Code::FieldNotChosen), ("body", Code::FieldEmpty)]);
        assert_eq!(
            faults(&raw("shout", &"å".repeat(1001), "")),
            vec![("kind", Code::FieldUnknownChoice), ("body", Code::FieldTooLong)]
        );
        assert_eq!(faults(&raw("for", &"å".repeat(1000), "")), Vec::new());
    }

    #[test]
    fn personal_data_is_told_once_and_an_identity_number_never_passes() {
        let telephone = "Ring mig på 070-123 45 67 så hjälper jag till";
        let identity = "Fråga 19811218-9876, hon vet";

        assert_eq!(faults(&raw("for", telephone, "")), vec![("body", Code::FieldPersonalData)]);
        assert_eq!(faults(&raw("for", telephone, "yes")), Vec::new());
        assert_eq!(faults(&raw("for", identity, "yes")), vec![("body", Code::FieldIdentityNumber)]);
    }
}
