//! How long something took, again and again.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::Outcome;

/// Fewer are no measurement, however long each takes.
const LEAST: usize = 20;

/// How long each took, how many came back empty, and how often the disk was waited for.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Times {
    /// Microseconds, in the order in which they were measured.
    each: Vec<u64>,
    /// How many found nothing.
    empty: usize,
    /// How often this process had to wait for a page of a mapped file to come from the disk (major faults).
    pub(crate) from_disk: u64,
}

impl Times {
    /// Does something with each of the things in turn, over and over, for so many seconds and as often as makes
    /// a measurement, after a quarter of that time which does not count. What is done tells how many rows it
    /// found.
    pub(crate) fn of<T>(seconds: f64, things: &[T], mut work: impl FnMut(&T) -> Outcome<usize>) -> Outcome<Self> {
        let mut times = Self::default();
        let mut before = None;
        let begun = Instant::now();
        for thing in things.iter().cycle() {
            if before.is_none() && begun.elapsed().as_secs_f64() > seconds / 4.0 {
                before = Some(major_faults()?);
            }
            let from = Instant::now();
            let found = work(thing)?;
            let all = begun.elapsed().as_secs_f64();
            if before.is_some() {
                times.push(from.elapsed());
                times.empty += usize::from(found == 0);
            }
            if all > seconds * 1.25 && times.count() >= LEAST {
                break;
            }
        }
        times.from_disk = major_faults()? - before.unwrap_or_default();
        Ok(times)
    }

    pub(crate) fn push(&mut self, time: Duration) {
        self.each.push(u64::try_from(time.as_micros()).unwrap_or(u64::MAX));
    }

    /// How many were measured.
    pub(crate) fn count(&self) -> usize {
        self.each.len()
    }

    /// The share that found nothing, in percent.
    pub(crate) fn empty(&self) -> usize {
        self.empty * 100 / self.count().max(1)
    }

    /// The time that so large a share did not exceed, in milliseconds.
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "far below 2^53")]
    pub(crate) fn share(&self, percent: usize) -> f64 {
        let mut sorted = self.each.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(place).copied().unwrap_or_default() as f64 / 1000.0
    }

    /// Answers a second, one after the other.
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "far below 2^53")]
    pub(crate) fn a_second(&self) -> f64 {
        let sum: u64 = self.each.iter().sum();
        self.each.len() as f64 / (sum.max(1) as f64 / 1_000_000.0)
    }
}

/// The major faults of this process so far (proc(5), the twelfth word of `stat`).
fn major_faults() -> Outcome<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let (_, behind_the_name) = stat.rsplit_once(')').ok_or("the kernel does not say")?;
    Ok(behind_the_name.split_whitespace().nth(9).ok_or("the kernel does not say")?.parse()?)
}
