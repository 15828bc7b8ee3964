//! How long something took, again and again.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::Outcome;

/// Microseconds, in the order in which they were measured.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Times(Vec<u64>);

impl Times {
    /// Does something with each of the things in turn, over and over, for so many seconds, after a
    /// quarter of that time which does not count.
    pub(crate) fn of<T>(seconds: f64, things: &[T], mut work: impl FnMut(&T) -> Outcome<()>) -> Outcome<Self> {
        let mut times = Self::default();
        let begun = Instant::now();
        for thing in things.iter().cycle() {
            let from = Instant::now();
            work(thing)?;
            let all = begun.elapsed().as_secs_f64();
            if all > seconds / 4.0 {
                times.push(from.elapsed());
            }
            if all > seconds * 1.25 {
                break;
            }
        }
        Ok(times)
    }

    pub(crate) fn push(&mut self, time: Duration) {
        self.0.push(u64::try_from(time.as_micros()).unwrap_or(u64::MAX));
    }

    /// The time that so large a share did not exceed, in milliseconds.
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "far below 2^53")]
    pub(crate) fn share(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(place).copied().unwrap_or_default() as f64 / 1000.0
    }

    /// Answers a second, one after the other.
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "far below 2^53")]
    pub(crate) fn a_second(&self) -> f64 {
        let sum: u64 = self.0.iter().sum();
        self.0.len() as f64 / (sum.max(1) as f64 / 1_000_000.0)
    }
}
