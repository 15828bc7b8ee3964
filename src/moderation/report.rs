//! What somebody reports, from raw form to typed report (domain 2.5: the parts that the Digital
//! Services Act, article 16, asks for). Used by pages and API alike.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::error::{Code, FieldErrors, Result};
use crate::kernel::text::Reason;
use crate::kernel::{CommentId, EmailAddress};
use crate::word_enum;

word_enum! {
    /// What is wrong with the thing.
    pub enum ReportKind {
        /// Threatens, calls for crime, or shows abuse or violence.
        Threat = "threat",
        /// Agitates against a group.
        Hate = "hate",
        /// Tells what nobody but the person has a right to tell.
        Privacy = "privacy",
        /// Is somebody else's work.
        Copyright = "copyright",
        /// Insults somebody.
        Insulting = "insulting",
        /// Advertising, or something else that does not belong here.
        Other = "other",
    }
}

impl ReportKind {
    /// Whether the law may demand that the thing is removed (lag 1998:112): then it is looked at
    /// before everything else.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::Threat | Self::Hate | Self::Privacy | Self::Copyright)
    }
}

word_enum! {
    /// What a moderator decides on a report.
    pub enum ReportOutcome {
        /// It stays.
        Kept = "kept",
        /// It is hidden.
        Hidden = "hidden",
    }
}

/// A report as it came in. Missing fields are empty.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawReport {
    /// Number of the comment, or empty for the idea itself.
    pub comment: String,
    /// What is wrong: `threat`, `hate`, `privacy`, `copyright`, `insulting` or `other`.
    pub kind: String,
    /// Why, in own words.
    pub reason: String,
    /// Where the decision shall be sent, or empty.
    pub email: String,
    /// `yes` when the reporter believes that all this is true.
    pub good_faith: String,
    /// Key of the form, so that sending it twice reports once; may be empty.
    pub form_key: String,
}

/// A report whose every part is right.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// The comment, when it is not about the idea itself.
    pub comment: Option<CommentId>,
    /// What is wrong.
    pub kind: ReportKind,
    /// Why.
    pub reason: Reason,
    /// Where the decision is sent.
    pub email: Option<EmailAddress>,
}

/// Reads a report.
///
/// # Errors
/// Everything that is wrong, field by field.
pub fn parse(raw: &RawReport) -> Result<NewReport> {
    let mut errors = FieldErrors::default();
    let comment = match raw.comment.trim() {
        "" => Some(None),
        number => errors.choice("comment", number).map(Some),
    };
    let kind = errors.choice("kind", &raw.kind);
    let reason = errors.text("reason", Reason::parse(&raw.reason));
    let email = crate::ideas::draft::parse_email(&raw.email, &mut errors);
    if raw.good_faith != "yes" {
        errors.add("good_faith", Code::FieldNotChosen);
    }
    let value = (|| Some(NewReport { comment: comment?, kind: kind?, reason: reason?, email: email? }))();
    errors.finish(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn a_report_without_good_faith_is_sent_back() {
        let raw = RawReport { kind: "hate".to_owned(), reason: "Det hetsar.".to_owned(), ..RawReport::default() };

        let Err(Error::Invalid(errors)) = parse(&raw) else { panic!("accepted") };

        assert_eq!(errors.all().len(), 1);
        assert_eq!(errors.of("good_faith").map(|error| error.code), Some(Code::FieldNotChosen));
    }

    #[test]
    fn a_contact_may_be_left_out() {
        let raw = RawReport {
            comment: " 7 ".to_owned(),
            kind: "other".to_owned(),
            reason: "Det är reklam.".to_owned(),
            good_faith: "yes".to_owned(),
            ..RawReport::default()
        };

        let report = parse(&raw).unwrap();

        assert_eq!(report.comment, Some(CommentId::new(7)));
        assert!(report.email.is_none() && !report.kind.is_urgent());
    }
}
