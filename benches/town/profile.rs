//! The distributions that the generator draws from (`profile.toml`).

use std::collections::BTreeMap;

use rand::Rng;
use serde::Deserialize;

use crate::Outcome;

/// Points at which a quantile function is summed up to fit its tail.
const GRID: u32 = 100_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    supports: Vec<(f64, f64)>,
    supports_mean: f64,
    supports_gini: f64,
    comments: Vec<(f64, f64)>,
    comments_mean: f64,
    comments_gini: f64,
    title_chars: Vec<(f64, f64)>,
    body_chars: Vec<(f64, f64)>,
    comment_chars: Vec<(f64, f64)>,
    agree_disagree_pass: [f64; 3],
    per_month: Vec<(f64, f64)>,
    months: u32,
    by_hour: Vec<f64>,
    share_with_a_place: f64,
    themes: BTreeMap<String, f64>,
    outcomes: Outcomes,
}

/// How many of 1,208 proposals came to what.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outcomes {
    pub(crate) gathering: f64,
    pub(crate) waiting_for_a_decision: f64,
    pub(crate) too_few_supports: f64,
    pub(crate) no: f64,
    pub(crate) partly: f64,
    pub(crate) planned_for_later: f64,
    pub(crate) against_the_rules: f64,
    pub(crate) yes: f64,
    pub(crate) already_done: f64,
    pub(crate) withdrawn: f64,
}

/// How people use such a service.
pub(crate) struct Profile {
    pub(crate) supports: Quantiles,
    pub(crate) comments: Quantiles,
    pub(crate) title_chars: Quantiles,
    pub(crate) body_chars: Quantiles,
    pub(crate) comment_chars: Quantiles,
    pub(crate) agree_disagree_pass: Shares,
    pub(crate) per_month: Quantiles,
    pub(crate) months: u32,
    pub(crate) by_hour: Shares,
    pub(crate) share_with_a_place: f64,
    pub(crate) themes: Vec<String>,
    pub(crate) by_theme: Shares,
    pub(crate) outcomes: Outcomes,
    /// What the distributions must come to: mean and Gini coefficient of supports and comments.
    pub(crate) wanted: [(f64, f64); 2],
}

impl Profile {
    pub(crate) fn read() -> Outcome<Self> {
        let raw: Raw = toml::from_str(include_str!("profile.toml"))?;
        let (themes, by_theme): (Vec<String>, Vec<f64>) = raw.themes.into_iter().unzip();
        Ok(Self {
            supports: Quantiles::with_mean(raw.supports, raw.supports_mean),
            comments: Quantiles::with_mean(raw.comments, raw.comments_mean),
            title_chars: Quantiles::new(raw.title_chars),
            body_chars: Quantiles::new(raw.body_chars),
            comment_chars: Quantiles::new(raw.comment_chars),
            agree_disagree_pass: Shares::new(&raw.agree_disagree_pass),
            per_month: Quantiles::new(raw.per_month),
            months: raw.months,
            by_hour: Shares::new(&raw.by_hour),
            share_with_a_place: raw.share_with_a_place,
            themes,
            by_theme: Shares::new(&by_theme),
            outcomes: raw.outcomes,
            wanted: [(raw.supports_mean, raw.supports_gini), (raw.comments_mean, raw.comments_gini)],
        })
    }
}

/// A quantile function of whole numbers, known at some points.
pub(crate) struct Quantiles {
    points: Vec<(f64, f64)>,
    /// How steeply the last stretch rises: 1 is a straight line.
    tail: f64,
}

impl Quantiles {
    fn new(points: Vec<(f64, f64)>) -> Self {
        Self { points, tail: 1.0 }
    }

    /// Bends the last stretch so that the mean is what it was in the data. A straight line from the
    /// 99th percentile to the greatest value would put far too much into the tail.
    fn with_mean(points: Vec<(f64, f64)>, mean: f64) -> Self {
        let straight = Self::new(points);
        let Some([(from, low), (to, high)]) = straight.points.last_chunk().copied() else { return straight };
        let body: f64 = (0..GRID)
            .map(|step| (f64::from(step) + 0.5) / f64::from(GRID))
            .take_while(|share| *share < from)
            .map(|share| straight.at(share).floor())
            .sum::<f64>()
            / f64::from(GRID);
        // Whole numbers are made by cutting off, which takes half a unit from the mean.
        let tail_mean = ((mean - body) / (to - from) + 0.5).clamp(low + 1.0, high);
        let tail = ((high - low) / (tail_mean - low) - 1.0).max(1.0);
        Self { tail, ..straight }
    }

    /// The value at a share from 0 to 1.
    fn at(&self, share: f64) -> f64 {
        let last = self.points.len().saturating_sub(2);
        for (place, pair) in self.points.windows(2).enumerate() {
            let [(from, low), (to, high)] = pair else { continue };
            if share < *to || place == last {
                let along = ((share - from) / (to - from)).clamp(0.0, 1.0);
                let along = if place == last { along.powf(self.tail) } else { along };
                return low + (high - low) * along;
            }
        }
        0.0
    }

    /// Draws a whole number from the part of the distribution between two shares.
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "the points are small numbers")]
    pub(crate) fn draw_between(&self, chance: &mut impl Rng, from: f64, to: f64) -> i64 {
        self.at(chance.random_range(from..to)).floor() as i64
    }

    /// Draws a whole number.
    pub(crate) fn draw(&self, chance: &mut impl Rng) -> i64 {
        self.draw_between(chance, 0.0, 1.0)
    }
}

/// A choice between places, each with its weight.
pub(crate) struct Shares {
    cumulative: Vec<f64>,
}

impl Shares {
    pub(crate) fn new(weights: &[f64]) -> Self {
        let cumulative = weights
            .iter()
            .scan(0.0, |sum, weight| {
                *sum += weight;
                Some(*sum)
            })
            .collect();
        Self { cumulative }
    }

    /// Draws a place, from 0.
    pub(crate) fn draw(&self, chance: &mut impl Rng) -> usize {
        let all = self.cumulative.last().copied().unwrap_or(1.0);
        let point = chance.random_range(0.0..all);
        self.cumulative.partition_point(|sum| *sum <= point).min(self.cumulative.len().saturating_sub(1))
    }
}

/// Mean and Gini coefficient of whole numbers.
#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "sums far below 2^53")]
pub(crate) fn mean_and_gini(mut values: Vec<i64>) -> (f64, f64) {
    values.sort_unstable();
    let (count, sum) = (values.len() as f64, values.iter().sum::<i64>() as f64);
    let weighted: f64 = values.iter().enumerate().map(|(place, value)| (place as f64 + 1.0) * *value as f64).sum();
    (sum / count, (2.0 * weighted) / (count * sum) - (count + 1.0) / count)
}
