//! When those who have not voted are reminded. Pure.

use crate::kernel::Timestamp;

/// Minutes before the close.
const BEFORE_MINUTES: i64 = 24 * 60;
/// A ballot that is open for less than this has no reminder: it would come on the heels of its opening.
const LEAST_OPEN_MINUTES: i64 = 48 * 60;

/// Ballots that close before this may have a reminder due.
#[must_use]
pub const fn horizon(now: Timestamp) -> Timestamp {
    now.plus_minutes(BEFORE_MINUTES)
}

/// Whether it is time to remind.
#[must_use]
pub fn is_due(opened_at: Timestamp, closes_at: Timestamp, now: Timestamp) -> bool {
    let is_long = opened_at.plus_minutes(LEAST_OPEN_MINUTES) <= closes_at;
    is_long && closes_at <= horizon(now) && now < closes_at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_before_the_close_and_not_after_it() {
        let opened = Timestamp::from_microseconds(0);
        let closes = opened.plus_days(7);

        assert!(!is_due(opened, closes, closes.plus_minutes(-24 * 60 - 1)));
        assert!(is_due(opened, closes, closes.plus_minutes(-24 * 60)));
        assert!(is_due(opened, closes, closes.plus_minutes(-1)));
        assert!(!is_due(opened, closes, closes));
    }

    #[test]
    fn a_short_ballot_has_none() {
        let opened = Timestamp::from_microseconds(0);

        assert!(!is_due(opened, opened.plus_minutes(47 * 60), opened.plus_minutes(30 * 60)));
        assert!(is_due(opened, opened.plus_minutes(48 * 60), opened.plus_minutes(30 * 60)));
    }
}
