//! By when a moderator has read what somebody says about an idea. Pure.

use crate::kernel::{Date, Timestamp};

/// Working days within which a comment is read (domain 3.4).
pub const WORKING_DAYS: i32 = 2;

/// The end of the last day for reading a comment that was written at a moment.
#[must_use]
pub fn read_by(written: Timestamp) -> Timestamp {
    last_day(written).plus_days(1).start()
}

/// The last day for reading a comment that was written at a moment.
#[must_use]
pub fn last_day(written: Timestamp) -> Date {
    written.date().plus_working_days(WORKING_DAYS)
}

/// What was written before this moment should have been read before today.
#[must_use]
pub fn late_before(today: Date) -> Timestamp {
    let mut day = today;
    while day.plus_working_days(WORKING_DAYS) >= today {
        day = day.plus_days(-1);
    }
    day.plus_days(1).start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_late_is_what_should_have_been_read_before_today() {
        let first = Date::parse("2026-11-01").unwrap();
        for days in 0..80 {
            let today = first.plus_days(days);
            let before = late_before(today);

            assert!(last_day(before.plus_minutes(-1)) < today, "{today}");
            assert!(last_day(before) >= today, "{today}");
        }
    }
}
