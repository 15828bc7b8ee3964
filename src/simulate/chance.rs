//! Chance from a seed, in the ranges that the simulation draws from.

use crate::error::{Error, Result};
use crate::kernel::Random;

/// Draws.
pub(super) struct Chance(Random);

impl Chance {
    pub(super) fn from_seed(seed: u64) -> Self {
        Self(Random::seeded(seed))
    }

    /// A place from 0 up to but not including `limit`.
    pub(super) fn below(&self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        usize::try_from(self.0.below(limit)).unwrap_or_default()
    }

    /// One of several, each as likely.
    ///
    /// # Errors
    /// When there are none.
    pub(super) fn one_of<'several, T>(&self, several: &'several [T]) -> Result<&'several T> {
        several.get(self.below(several.len())).ok_or_else(|| Error::internal("chosen from nothing"))
    }

    /// Whether something happens that happens so many times in a hundred.
    pub(super) fn percent(&self, times: u64) -> bool {
        self.0.below(100) < times
    }

    /// A number of days, both ends counted.
    pub(super) fn days(&self, least: i32, most: i32) -> i32 {
        let span = u64::try_from(most - least + 1).unwrap_or(1);
        least + i32::try_from(self.0.below(span)).unwrap_or_default()
    }

    /// Minutes, from 0 up to but not including `limit`.
    pub(super) fn minutes(&self, limit: i64) -> i64 {
        i64::try_from(self.0.below(u64::try_from(limit).unwrap_or_default())).unwrap_or_default()
    }

    /// A number from 0 to 999.
    pub(super) fn per_mille(&self) -> u64 {
        self.0.below(1000)
    }
}
