//! From points to how often the choice falls on a group.
//!
//! The points of all groups that can answer are turned into chances that add up to one: a group's
//! chance grows with e to the power of its points, and a little is kept for surprises. The weights were
//! fitted on one half of the judged texts and tried on the other, which has other topics; `make relevance` fits them anew, says whether they are
//! still the best, and writes how often the chances held into `docs/relevance.md`.

use super::Confidence;
use super::fit::Evidence;

/// From this chance on a group is suggested: below it the choice falls on another one more often
/// than not.
const ENOUGH: f64 = 0.5;
/// From this chance on a suggestion is called sure.
const SURE_FROM: f64 = 0.8;
/// No more is ever said: so few texts were judged that 95 times of 100 cannot be told from always.
pub const MOST_SAID: f64 = 0.95;

/// How much each kind of evidence counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// Points for each whole likeness: for one idea that shares everything, or two that share half.
    pub points_by_likeness: f64,
    /// Points for each word whose published ideas all lie with the group.
    pub points_by_habit: f64,
    /// So many points more make the odds of a group e times as high.
    pub points_by_e: f64,
    /// Part of the texts in which the choice falls on any group, whatever the points say.
    pub surprises: f64,
}

impl Weights {
    /// What `cargo bench --bench relevance -- --only-routing` found to fit the half for fitting.
    pub const MEASURED: Self =
        Self { points_by_likeness: 30.0, points_by_habit: 8.0, points_by_e: 6.0, surprises: 0.05 };

    fn points(&self, evidence: &Evidence) -> f64 {
        f64::from(evidence.points) + self.points_by_likeness * evidence.likeness + self.points_by_habit * evidence.habit
    }
}

/// The chance of each group, in the same order; together they are one.
#[must_use]
pub fn chances(evidence: &[Evidence], weights: &Weights) -> Vec<f64> {
    let points: Vec<f64> = evidence.iter().map(|one| weights.points(one) / weights.points_by_e).collect();
    let most = points.iter().copied().fold(0.0, f64::max);
    // Counted from the most, so that no power is too large for the number.
    let powers: Vec<f64> = points.iter().map(|points| (points - most).exp()).collect();
    let all: f64 = powers.iter().sum();
    let by_surprise = powers.iter().map(|_| 1.0).sum::<f64>().recip() * weights.surprises;
    powers.into_iter().map(|power| power / all * (1.0 - weights.surprises) + by_surprise).collect()
}

/// How often the choice falls on a group, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Chance(pub(super) f64);

impl Chance {
    /// Whether the group may be suggested.
    pub(super) fn is_enough(self) -> bool {
        self.0 >= ENOUGH
    }

    /// In whole percent, rounded down.
    pub(super) fn percent(self) -> u8 {
        let hundredths = self.0.min(MOST_SAID) * 100.0;
        // A hair is forgiven, so that 0.95 gives 95.
        (0..=100).rev().find(|percent| f64::from(*percent) <= hundredths + 1e-9).unwrap_or_default()
    }

    pub(super) fn word(self) -> Confidence {
        if self.0 >= SURE_FROM {
            Confidence::Sure
        } else if self.is_enough() {
            Confidence::Likely
        } else {
            Confidence::Possible
        }
    }
}
