//! Settings of the search.

use serde::{Deserialize, Serialize};

/// Least memory for writing, in megabytes; the index library needs this much.
pub const LEAST_MEGABYTES: u32 = 16;
/// Most memory for writing, in megabytes.
pub const MOST_MEGABYTES: u32 = 2_000;

/// Settings of the search.
#[derive(Debug, Clone, Serialize, Deserialize, documented::DocumentedFields)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Memory for collecting changes before they are written, in megabytes, [`LEAST_MEGABYTES`] to
    /// [`MOST_MEGABYTES`]; used while there is something to write, twice over during a rebuild.
    pub memory_megabytes: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self { memory_megabytes: 32 }
    }
}

impl Config {
    /// The memory for writing in bytes, kept within its limits.
    pub(super) fn memory(&self) -> usize {
        let megabytes = self.memory_megabytes.clamp(LEAST_MEGABYTES, MOST_MEGABYTES);
        usize::try_from(megabytes).map_or(usize::MAX, |megabytes| megabytes.saturating_mul(1_000_000))
    }
}
