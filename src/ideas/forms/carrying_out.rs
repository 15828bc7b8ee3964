//! Beginning, telling, finishing, stopping – and putting right what went wrong.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Ticket;
use crate::error::{Code, FieldErrors, Result};
use crate::kernel::text::{Label, Line, Reason};

/// Beginning the carrying out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawStart {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// What happens first; may be left out.
    pub note: String,
}

impl RawStart {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Option<Reason>> {
        let mut errors = FieldErrors::default();
        let note = super::optional("note", &self.note, Reason::parse, &mut errors);
        errors.finish(note)
    }
}

/// Telling how it goes.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawProgress {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// How it goes.
    pub note: String,
}

impl RawProgress {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(&self) -> Result<Reason> {
        let mut errors = FieldErrors::default();
        let note = errors.text("note", Reason::parse(&self.note));
        errors.finish(note)
    }
}

/// Asking the group for help.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawHelp {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// What is needed.
    pub need: String,
}

impl RawHelp {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(&self) -> Result<Reason> {
        let mut errors = FieldErrors::default();
        let need = errors.text("need", Reason::parse(&self.need));
        errors.finish(need)
    }
}

/// Saying that it is carried out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawCompletion {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// What came of it, in one sentence.
    pub result: String,
    /// A figure, as `8 unga vuxna fick arbete`.
    pub measure: String,
    /// `yes` when nothing was measured.
    pub not_measured: String,
}

/// A completion whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What came of it.
    pub result: Line,
    /// A figure; none when nothing was measured.
    pub measure: Option<Label>,
}

impl RawCompletion {
    /// Reads it: a figure, or the word that there is none.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Completion> {
        let mut errors = FieldErrors::default();
        let result = errors.text("result", Line::parse(&self.result));
        let measure = match (self.measure.trim().is_empty(), self.not_measured == "yes") {
            (true, true) => Some(None),
            (true, false) => {
                errors.add("measure", Code::FieldEmpty);
                None
            }
            (false, _) => errors.text("measure", Label::parse(&self.measure)).map(Some),
        };
        let value = (|| Some(Completion { result: result?, measure: measure? }))();
        errors.finish(value)
    }
}

/// Stopping the carrying out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawStop {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Why.
    pub reason: String,
}

impl RawStop {
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

/// Putting something right: back to a group, or to another group.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawCorrection {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// Slug of the group that shall have it; empty keeps the one it has.
    pub group: String,
    /// Why; everyone can read it.
    pub reason: String,
}

/// A correction whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Slug of the group that shall have it.
    pub group: Option<String>,
    /// Why; public.
    pub reason: Reason,
}

impl RawCorrection {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Correction> {
        let mut errors = FieldErrors::default();
        let group = Some(self.group.trim()).filter(|slug| !slug.is_empty()).map(str::to_owned);
        let reason = errors.text("reason", Reason::parse(&self.reason));
        errors.finish(reason.map(|reason| Correction { group, reason }))
    }
}
