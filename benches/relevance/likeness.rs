//! Similar ideas, measured on paraphrases.

use std::path::Path;
use std::time::Instant;

use medskapa::search::Draft;

use crate::Outcome;
use crate::collection::{Part, cell, ideas, rows};
use crate::engines::ours;
use crate::score::number;

/// Ideas that are shown beside a draft.
const SHOWN: usize = 3;
/// Ideas that are asked for.
const ASKED: usize = 10;

/// How paraphrases were found.
#[derive(Debug, Default)]
pub(crate) struct Likeness {
    /// Drafts that say what an idea of the collection says.
    pub(crate) paraphrases: usize,
    /// Share of right ones among the first three that were shown.
    pub(crate) precision: f64,
    /// Share of the right ones among the first ten.
    pub(crate) recall: f64,
    /// Drafts of which at least one right idea stood among the first three.
    pub(crate) found: usize,
    /// Drafts of something new.
    pub(crate) new: usize,
    /// Those of them beside which something was shown all the same.
    pub(crate) new_with_hits: usize,
    /// Milliseconds for one draft, the slowest.
    pub(crate) slowest_ms: f64,
}

pub(crate) fn measure(folder: &Path, part: Part) -> Outcome<Likeness> {
    let search = ours(&folder.join("likeness"), &ideas()?)?;
    let mut sums = Likeness::default();
    let (mut shown_right, mut shown_all) = (0, 0);
    for row in rows(include_str!("data/paraphrases.tsv")) {
        if cell(&row, 1)? != part.word() {
            continue;
        }
        let (title, body) = (cell(&row, 2)?, cell(&row, 3)?);
        let wanted: Vec<i64> =
            row.get(4).into_iter().flat_map(|ids| ids.split(',')).filter_map(|id| id.trim().parse().ok()).collect();
        let begun = Instant::now();
        let found = search.similar(&Draft { title, body, language: "sv", exclude: None }, ASKED)?;
        sums.slowest_ms = sums.slowest_ms.max(begun.elapsed().as_secs_f64() * 1000.0);
        let ids: Vec<i64> = found.iter().map(|like| like.id).collect();
        if wanted.is_empty() {
            sums.new += 1;
            sums.new_with_hits += usize::from(!ids.is_empty());
            continue;
        }
        let right = |most: usize| ids.iter().take(most).filter(|id| wanted.contains(id)).count();
        sums.paraphrases += 1;
        sums.found += usize::from(right(SHOWN) > 0);
        sums.recall += number(right(ASKED)) / number(wanted.len());
        shown_right += right(SHOWN);
        shown_all += ids.len().min(SHOWN).min(wanted.len().max(1));
    }
    sums.recall /= number(sums.paraphrases.max(1));
    sums.precision = number(shown_right) / number(shown_all.max(1));
    Ok(sums)
}
