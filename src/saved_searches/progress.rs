//! How far the list of changes has been looked at.
//!
//! On PostgreSQL a lower number can become visible after a higher one, because numbers are given
//! out before the commit. So the gaps behind the position are remembered and looked at again until
//! the position is far beyond them: a number whose transaction was rolled back never comes. Stored
//! in the database, they let each change be done once by whichever process comes first.

use std::collections::BTreeSet;

/// Farthest behind the position that a change is still waited for.
const OVERLAP: i64 = 500;

/// A position in the list of changes, and the numbers before it that were not there yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) position: i64,
    pub(super) missing: BTreeSet<i64>,
}

impl Progress {
    /// As it is stored. What is no number is no change.
    pub(super) fn read(position: i64, missing: &str) -> Self {
        Self { position, missing: missing.split(' ').filter_map(|number| number.parse().ok()).collect() }
    }

    /// The missing numbers as they are stored.
    pub(super) fn missing_text(&self) -> String {
        self.missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    /// How far it is when these changes have been looked at.
    pub(super) fn after(&self, seen: &BTreeSet<i64>) -> Self {
        let position = seen.last().map_or(self.position, |last| self.position.max(*last));
        let from = (position - OVERLAP).max(0);
        let gaps = (self.position.max(from) + 1..=position).chain(self.missing.iter().copied());
        Self { position, missing: gaps.filter(|number| *number > from && !seen.contains(number)).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(position: i64, missing: &[i64]) -> Progress {
        Progress { position, missing: missing.iter().copied().collect() }
    }

    fn after(from: &Progress, seen: &[i64]) -> Progress {
        from.after(&seen.iter().copied().collect())
    }

    #[test]
    fn a_gap_is_waited_for_until_it_is_filled_or_far_behind() {
        let begun = after(&progress(10, &[]), &[11, 13, 16]);
        assert_eq!(begun, progress(16, &[12, 14, 15]));

        let late = after(&begun, &[14, 17]);
        assert_eq!(late, progress(17, &[12, 15]));

        assert_eq!(after(&late, &[15]), progress(17, &[12]), "without anything newer");
        assert_eq!(after(&late, &[17 + OVERLAP]).missing.first(), Some(&18), "12 never came");
        assert_eq!(after(&late, &[]), late);
    }

    #[test]
    fn a_long_way_leaves_no_long_list() {
        let far = after(&progress(0, &[]), &[1_000_000]);

        assert!(i64::try_from(far.missing.len()).unwrap() < OVERLAP);
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        for known in [progress(0, &[]), progress(7, &[3, 5])] {
            assert_eq!(Progress::read(known.position, &known.missing_text()), known);
        }
    }
}
