//! When a report is owed, and who may write it (rule R-1). Pure.

use crate::groups::SeatRole;
use crate::kernel::Date;
use crate::town::Clocks;
use crate::word_enum;

word_enum! {
    /// What is done about the day by which a report is owed.
    pub enum Step {
        /// Whoever owes it is reminded before.
        Reminder = "reminder",
        /// The day has passed: those who lead the group are told too.
        Late = "late",
    }
}

/// Days before the day at which whoever owes the report is reminded.
const REMINDER_DAYS: i32 = 3;
/// Days after the end of a term during which what was not told can be told for the one who left.
pub const AFTER_TERM_DAYS: i32 = 60;

/// The days of a seat, from the first to the last if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Option<Date>,
}

impl Term {
    /// Whether a day lies in it.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|last| day <= last)
    }

    /// Whether it is over on a day.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        self.ends_on.is_some_and(|last| last < today)
    }
}

/// Whether somebody in this role speaks for others and so tells them. Coordinator and secretary serve the
/// group.
#[must_use]
pub const fn tells(role: SeatRole) -> bool {
    match role {
        SeatRole::Chair | SeatRole::Member => true,
        SeatRole::Coordinator | SeatRole::Secretary => false,
    }
}

/// The day by which the report is owed, given the day of the first decision not yet told of.
#[must_use]
pub fn owed_by(first_decided_on: Date, clocks: &Clocks) -> Date {
    clocks.days_after(first_decided_on, clocks.report_back_days)
}

/// The step to take today about a report owed by a day; those who decided within the reminder's time have
/// just heard.
#[must_use]
pub fn next(first_decided_on: Date, taken: &[Step], clocks: &Clocks, today: Date) -> Option<Step> {
    let owed_by = owed_by(first_decided_on, clocks);
    let reminded_on = owed_by.plus_days(-REMINDER_DAYS);
    if today > owed_by {
        return (!taken.contains(&Step::Late)).then_some(Step::Late);
    }
    (reminded_on <= today && first_decided_on < reminded_on && taken.is_empty()).then_some(Step::Reminder)
}

/// Somebody who wants to write the report of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writer {
    /// Whether the seat is his or hers.
    pub holds: bool,
    /// Whether he or she leads the group: as chair, coordinator or secretary.
    pub leads: bool,
}

/// Whether somebody may write it: the holder during the term; those who lead the group when it is late, or
/// nobody holds the seat any more (domain 3.3, C5).
#[must_use]
pub const fn may_write(writer: Writer, term_is_over: bool, is_late: bool) -> bool {
    (writer.holds && !term_is_over) || (writer.leads && (term_is_over || is_late))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_report_is_owed_fourteen_days_after_the_first_decision() {
        assert_eq!(owed_by(day("2026-12-03"), &Clocks::default()), day("2026-12-17"));
    }

    #[test]
    fn each_step_comes_once_and_in_its_time() {
        let clocks = Clocks::default();
        for (today, taken, expected) in [
            ("2026-12-13", &[][..], None),
            ("2026-12-14", &[], Some(Step::Reminder)),
            ("2026-12-15", &[Step::Reminder], None),
            ("2026-12-17", &[], Some(Step::Reminder)),
            ("2026-12-18", &[Step::Reminder], Some(Step::Late)),
            ("2027-02-01", &[], Some(Step::Late)),
            ("2027-02-01", &[Step::Late], None),
        ] {
            assert_eq!(next(day("2026-12-03"), taken, &clocks, day(today)), expected, "{today} {taken:?}");
        }
        let short = Clocks { report_back_days: 2, ..Clocks::default() };
        assert_eq!(next(day("2026-12-03"), &[], &short, day("2026-12-04")), None, "just decided");
    }

    #[test]
    fn the_holder_writes_and_who_leads_only_for_one_who_is_late_or_gone() {
        let (holder, lead) = (Writer { holds: true, leads: false }, Writer { holds: false, leads: true });
        let other = Writer { holds: false, leads: false };
        for (over, late, expected) in
            [(false, false, (true, false)), (false, true, (true, true)), (true, false, (false, true))]
        {
            assert_eq!((may_write(holder, over, late), may_write(lead, over, late)), expected, "{over} {late}");
            assert!(!may_write(other, over, late));
        }
    }

    #[test]
    fn a_term_has_its_first_and_last_day() {
        let term = Term { starts_on: day("2026-01-10"), ends_on: Some(day("2026-01-20")) };

        assert!(term.covers(day("2026-01-10")) && term.covers(day("2026-01-20")));
        assert!(!term.covers(day("2026-01-09")) && !term.covers(day("2026-01-21")));
        assert!(!term.is_over(day("2026-01-20")) && term.is_over(day("2026-01-21")));
    }
}
