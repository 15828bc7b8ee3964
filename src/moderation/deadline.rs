//! By when a moderator has looked at what waits, and how much of that time is gone. Pure.

use crate::comments;
use crate::kernel::{Date, Timestamp};
use crate::word_enum;

/// Hours within which a report of what may be a crime is looked at, on working days (domain 2.5).
const URGENT_HOURS: i64 = 4;
/// When a working day begins, for what comes in when nobody works.
const DAY_BEGINS_HOUR: i64 = 8;
/// Part of the time after which it is short.
const SHORT_FROM_PERCENT: i64 = 80;

word_enum! {
    /// How much time is left.
    pub enum TimeLeft {
        /// Enough.
        Enough = "enough",
        /// 80 % of the time is gone.
        Short = "short",
        /// It should have been done.
        Late = "late",
    }
}

/// The end of a day by which something has to be done.
#[must_use]
pub fn end_of(day: Date) -> Timestamp {
    day.plus_days(1).start()
}

/// When a comment that was written at a moment, or an ordinary report, has been looked at.
#[must_use]
pub fn of_comment(written: Timestamp) -> Timestamp {
    comments::deadline::read_by(written)
}

/// When a report that came at a moment has been decided.
#[must_use]
pub fn of_report(came: Timestamp, urgent: bool) -> Timestamp {
    if !urgent {
        return of_comment(came);
    }
    let due = came.plus_minutes(URGENT_HOURS * 60);
    if came.date().is_working_day() && due.date().is_working_day() {
        return due;
    }
    let next = due.date().plus_days(-1).plus_working_days(1);
    next.start().plus_minutes((DAY_BEGINS_HOUR + URGENT_HOURS) * 60)
}

/// How much of the time between a moment and its deadline is left.
#[must_use]
pub fn time_left(began: Timestamp, deadline: Timestamp, now: Timestamp) -> TimeLeft {
    if now >= deadline {
        return TimeLeft::Late;
    }
    let all = (deadline.microseconds() - began.microseconds()).max(1);
    let gone = now.microseconds() - began.microseconds();
    if gone / SHORT_FROM_PERCENT >= all / 100 { TimeLeft::Short } else { TimeLeft::Enough }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str, hour: i64) -> Timestamp {
        Date::parse(day).unwrap().start().plus_minutes(hour * 60)
    }

    #[test]
    fn a_comment_is_read_within_two_working_days() {
        // 2026-11-20 is a Friday.
        assert_eq!(of_comment(at("2026-11-20", 10)), at("2026-11-25", 0));
        assert_eq!(of_comment(at("2026-11-23", 10)), at("2026-11-26", 0));
    }

    #[test]
    fn an_urgent_report_is_decided_within_four_hours_on_working_days() {
        assert_eq!(of_report(at("2026-11-20", 10), true), at("2026-11-20", 14));
        assert_eq!(of_report(at("2026-11-20", 22), true), at("2026-11-23", 12));
        assert_eq!(of_report(at("2026-11-21", 10), true), at("2026-11-23", 12));
        assert_eq!(of_report(at("2026-11-22", 23), true), at("2026-11-23", 12));
        assert_eq!(of_report(at("2026-11-20", 10), false), at("2026-11-25", 0));
        assert_eq!(of_report(at("2026-12-24", 10), true), at("2026-12-28", 12), "nobody works at Christmas");
        assert_eq!(of_report(at("2026-12-23", 22), true), at("2026-12-28", 12));
    }

    #[test]
    fn time_is_short_when_80_percent_are_gone() {
        let (began, deadline) = (at("2026-11-23", 0), at("2026-11-23", 10));

        assert_eq!(time_left(began, deadline, at("2026-11-23", 7)), TimeLeft::Enough);
        assert_eq!(time_left(began, deadline, at("2026-11-23", 8)), TimeLeft::Short);
        assert_eq!(time_left(began, deadline, at("2026-11-23", 10)), TimeLeft::Late);
        assert_eq!(time_left(deadline, began, at("2026-11-23", 10)), TimeLeft::Late);
    }
}
