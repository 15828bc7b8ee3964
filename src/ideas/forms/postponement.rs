//! A new day for something that is owed, with its reason.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Ticket, inquiry};
use crate::error::{FieldErrors, Result};
use crate::kernel::Date;
use crate::kernel::text::Reason;

/// Giving a new day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawPostponement {
    #[serde(flatten)]
    /// Version and key.
    pub ticket: Ticket,
    /// The new day, as `2026-12-31`.
    pub due_on: String,
    /// Why; everyone can read it, and the author gets it by mail.
    pub reason: String,
}

/// A new day whose every part is right. Whether it is late and near enough is for the life cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postponement {
    /// The new day.
    pub due_on: Date,
    /// Why; public.
    pub reason: Reason,
}

impl RawPostponement {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self) -> Result<Postponement> {
        let mut errors = FieldErrors::default();
        let due_on = inquiry::day(&self.due_on, &mut errors);
        let reason = errors.text("reason", Reason::parse(&self.reason));
        let value = (|| Some(Postponement { due_on: due_on?, reason: reason? }))();
        errors.finish(value)
    }
}
