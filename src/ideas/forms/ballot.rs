//! Opening a ballot on a proposal.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Ticket;
use crate::ballots::draft::RawBallot;

/// A ballot to be opened, and the form it stands in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawOpening {
    /// The ballot.
    #[serde(flatten)]
    pub ballot: RawBallot,
    /// The form.
    #[serde(flatten)]
    pub ticket: Ticket,
}
