//! What happens about a day by which somebody owes something: a reminder before it, the author told
//! when it has passed, then the chair, then the process group. Pure.
//!
//! An idea takes at most one step a day, and each step once for each day that was owed. After a
//! standstill, or when a town starts with ideas that are late already, the author is told first and
//! the next working day it goes straight to the highest step that is due: nobody gets a heap.

#![warn(clippy::wildcard_enum_match_arm)]

use super::clock::{Owed, Ower, owed};
use super::lifecycle::State;
use crate::kernel::Date;
use crate::town::Clocks;
use crate::word_enum;

word_enum! {
    /// A step about a day that is owed, in order.
    pub enum Step {
        /// Whoever owes it is reminded before.
        Reminder = "reminder",
        /// An owner is reminded on the day.
        Day = "day",
        /// The day has passed: the author is told, and whoever owes it.
        Late = "late",
        /// The chair of the lead group is told.
        Chair = "chair",
        /// The process group is told.
        Process = "process",
    }
}

/// A step that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub step: Step,
    /// When.
    pub on: Date,
}

/// What is known about an idea on a day.
#[derive(Debug, Clone, Copy)]
pub struct Rung<'a> {
    /// What is owed.
    pub owed: Owed,
    /// The day on which the idea came to its state.
    pub since: Date,
    /// Whether there is a chair who may read the idea.
    pub has_chair: bool,
    /// The steps that were taken about this day.
    pub taken: &'a [Taken],
}

/// Days before the day on which an author is reminded of what was returned (domain 4.1).
const AUTHOR_REMINDER_DAYS: i32 = 10;
/// The same for whoever sees an idea carried out, and days after it until it climbs (domain 2-A).
const OWNER_REMINDER_DAYS: i32 = 14;
const OWNER_CHAIR_DAYS: i32 = 7;
const OWNER_PROCESS_DAYS: i32 = 30;

/// The longest time before a day at which something happens about it.
#[must_use]
pub fn longest_reminder_days(clocks: &Clocks) -> i32 {
    OWNER_REMINDER_DAYS.max(clocks.reminder_days)
}

/// Whether the time of the reminder of a day is here already.
#[must_use]
pub fn reminder_has_come(state: State, due_on: Date, clocks: &Clocks, today: Date) -> bool {
    let first = owed(state, Some(due_on)).and_then(|owed| first_day(Step::Reminder, owed, true, clocks));
    first.is_some_and(|first| first <= today)
}

/// The first day of a step about something owed; none for a step that is not taken there.
#[must_use]
pub fn first_day(step: Step, owed: Owed, has_chair: bool, clocks: &Clocks) -> Option<Date> {
    match step {
        Step::Reminder => Some(owed.on.plus_days(-reminder_days(owed.by, clocks))),
        Step::Day => (owed.by == Ower::Owner).then_some(owed.on),
        // What the author or the asked owe runs out by itself.
        Step::Late | Step::Chair | Step::Process if matches!(owed.by, Ower::Author | Ower::Asked) => None,
        Step::Late => Some(owed.on.plus_days(1)),
        Step::Chair => has_chair.then(|| climbs_on(owed, clocks)),
        Step::Process if !has_chair => Some(climbs_on(owed, clocks)),
        Step::Process if owed.by == Ower::Owner => Some(clocks.days_after(owed.on, OWNER_PROCESS_DAYS)),
        Step::Process => Some(clocks.working_days_after(owed.on, clocks.process_working_days)),
    }
}

/// The working day on which something that is late first goes past whoever owes it.
#[must_use]
pub fn climbs_on(owed: Owed, clocks: &Clocks) -> Date {
    match owed.by {
        Ower::Owner => {
            let day = clocks.days_after(owed.on, OWNER_CHAIR_DAYS);
            clocks.working_days_after(day.plus_days(-1), 1)
        }
        Ower::Moderators | Ower::Author | Ower::Group | Ower::Asked => {
            clocks.working_days_after(owed.on, clocks.chair_working_days)
        }
    }
}

const fn reminder_days(by: Ower, clocks: &Clocks) -> i32 {
    match by {
        Ower::Moderators => 1,
        Ower::Author => AUTHOR_REMINDER_DAYS,
        Ower::Group | Ower::Asked => clocks.reminder_days,
        Ower::Owner => OWNER_REMINDER_DAYS,
    }
}

/// Days before the last day for support when the author hears of it, and hears of it again; with the
/// ninety days of domain 4.1 after 60 and after 80.
pub const LONGEST_CLOSING_REMINDER_DAYS: i32 = 30;
const LAST_CLOSING_REMINDER_DAYS: i32 = 10;

/// The step to take today about the last day for support of an idea that is open: the first time
/// [`Step::Reminder`], the last time [`Step::Day`].
#[must_use]
pub fn closing_step(closes_on: Date, published_on: Date, today: Date) -> Option<Step> {
    let left = closes_on.days_since(today);
    let came_before = |days: i32| published_on < closes_on.plus_days(-days);
    if left < 0 {
        None
    } else if left <= LAST_CLOSING_REMINDER_DAYS {
        came_before(LAST_CLOSING_REMINDER_DAYS).then_some(Step::Day)
    } else {
        let has_come = left <= LONGEST_CLOSING_REMINDER_DAYS && came_before(LONGEST_CLOSING_REMINDER_DAYS);
        has_come.then_some(Step::Reminder)
    }
}

/// Days between the times at which an author is told that it is late still.
pub const AGAIN_DAYS: i32 = 30;

/// How many days after the day the author is told again today: the last thirty days that are full, if they
/// were not told before and are later than the first time that the author was told. After a standstill
/// that is one time, not all that were missed.
#[must_use]
pub fn again(due_on: Date, taken: &[Taken], said: &[i32], today: Date) -> Option<i32> {
    let told_on = taken.iter().find(|taken| taken.step == Step::Late)?.on;
    let days = today.days_since(due_on) / AGAIN_DAYS * AGAIN_DAYS;
    let is_new = days > 0 && due_on.plus_days(days) > told_on && said.iter().all(|said| *said < days);
    is_new.then_some(days)
}

/// The step to take today, if there is one.
#[must_use]
pub fn next(rung: &Rung<'_>, clocks: &Clocks, today: Date) -> Option<Step> {
    if rung.taken.iter().any(|taken| taken.on >= today) {
        return None;
    }
    let was_taken = |step: Step| rung.taken.iter().any(|taken| taken.step >= step);
    let is_due = |step: Step| is_due(step, rung, clocks, today) && !was_taken(step);
    if is_due(Step::Late) {
        return Some(Step::Late);
    }
    Step::ALL.iter().rev().copied().find(|step| is_due(*step))
}

fn is_due(step: Step, rung: &Rung<'_>, clocks: &Clocks, today: Date) -> bool {
    let Some(first) = first_day(step, rung.owed, rung.has_chair, clocks) else { return false };
    let has_come = first <= today;
    match step {
        // Whoever was told of the day after the reminder's time has just been told.
        Step::Reminder | Step::Day => has_come && today <= rung.owed.on && rung.since < first,
        Step::Late => has_come,
        Step::Chair | Step::Process => has_come && clocks.is_working_day(today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// Every step that an idea takes when the timer runs once a day from the first day to the last.
    fn walk(by: Ower, due: &str, has_chair: bool, days: (&str, &str), clocks: &Clocks) -> Vec<(Step, String)> {
        let owed = Owed { by, on: day(due) };
        let mut taken: Vec<Taken> = Vec::new();
        let mut today = day(days.0);
        while today <= day(days.1) {
            for _ in 0..3 {
                let rung = Rung { owed, since: day("2026-01-01"), has_chair, taken: &taken };
                taken.extend(next(&rung, clocks, today).map(|step| Taken { step, on: today }));
            }
            today = today.plus_days(1);
        }
        taken.into_iter().map(|taken| (taken.step, taken.on.to_string())).collect()
    }

    fn steps(steps: &[(Step, &str)]) -> Vec<(Step, String)> {
        steps.iter().map(|(step, on)| (*step, (*on).to_owned())).collect()
    }

    const YEAR: (&str, &str) = ("2026-01-01", "2027-06-01");

    #[test]
    fn a_group_is_reminded_then_the_author_told_then_it_climbs() {
        // 2026-11-20 is a Friday.
        assert_eq!(
            walk(Ower::Group, "2026-11-20", true, YEAR, &Clocks::default()),
            steps(&[
                (Step::Reminder, "2026-11-13"),
                (Step::Late, "2026-11-21"),
                (Step::Chair, "2026-11-27"),
                (Step::Process, "2026-12-04"),
            ])
        );
    }

    #[test]
    fn without_a_chair_it_goes_straight_to_the_process_group() {
        assert_eq!(
            walk(Ower::Group, "2026-11-20", false, YEAR, &Clocks::default()),
            steps(&[(Step::Reminder, "2026-11-13"), (Step::Late, "2026-11-21"), (Step::Process, "2026-11-27")])
        );
    }

    #[test]
    fn an_owner_hears_fourteen_days_before_on_the_day_and_it_climbs_after_seven_and_thirty() {
        // The thirtieth day after is a Sunday.
        assert_eq!(
            walk(Ower::Owner, "2026-11-20", true, YEAR, &Clocks::default()),
            steps(&[
                (Step::Reminder, "2026-11-06"),
                (Step::Day, "2026-11-20"),
                (Step::Late, "2026-11-21"),
                (Step::Chair, "2026-11-27"),
                (Step::Process, "2026-12-21"),
            ])
        );
    }

    #[test]
    fn authors_and_the_asked_are_reminded_and_no_more() {
        let reminded = |by| walk(by, "2026-11-20", true, YEAR, &Clocks::default());

        assert_eq!(reminded(Ower::Author), steps(&[(Step::Reminder, "2026-11-10")]));
        assert_eq!(reminded(Ower::Asked), steps(&[(Step::Reminder, "2026-11-13")]));
    }

    #[test]
    fn after_a_standstill_the_author_hears_first_and_then_only_the_highest_step_is_taken() {
        // A Saturday, long after: the author is told at once, the rest waits for Monday.
        let after = ("2026-12-12", "2027-06-01");

        assert_eq!(
            walk(Ower::Group, "2026-11-20", true, after, &Clocks::default()),
            steps(&[(Step::Late, "2026-12-12"), (Step::Process, "2026-12-14")])
        );
    }

    #[test]
    fn nothing_climbs_on_holidays_or_in_the_summer_pause() {
        let clocks = Clocks { summer_pause: "07-01 to 07-31".parse().unwrap(), ..Clocks::default() };

        assert_eq!(
            walk(Ower::Group, "2026-06-26", true, YEAR, &clocks)[1..],
            steps(&[(Step::Late, "2026-06-27"), (Step::Chair, "2026-08-05"), (Step::Process, "2026-08-12")])
        );
        assert_eq!(
            walk(Ower::Group, "2026-12-18", true, YEAR, &Clocks::default())[1..],
            steps(&[(Step::Late, "2026-12-19"), (Step::Chair, "2026-12-29"), (Step::Process, "2027-01-08")])
        );
    }

    #[test]
    fn nobody_is_reminded_of_a_day_that_was_set_after_the_time_of_the_reminder() {
        let owed = Owed { by: Ower::Asked, on: day("2026-11-20") };
        let on = |since: &str, today: &str| {
            let rung = Rung { owed, since: day(since), has_chair: true, taken: &[] };
            next(&rung, &Clocks::default(), day(today))
        };

        assert_eq!(on("2026-11-12", "2026-11-13"), Some(Step::Reminder));
        assert_eq!(on("2026-11-13", "2026-11-14"), None);
    }

    #[test]
    fn the_author_of_an_open_idea_hears_after_sixty_and_after_eighty_days() {
        let (published, closes) = (day("2026-01-01"), day("2026-04-01"));
        let on = |days: i32| closing_step(closes, published, published.plus_days(days));

        assert_eq!(
            [59, 60, 79, 80, 90, 91].map(on),
            [None, Some(Step::Reminder), Some(Step::Reminder), Some(Step::Day), Some(Step::Day), None]
        );
        let short = |days: i32| closing_step(published.plus_days(20), published, published.plus_days(days));
        assert_eq!([0, 9, 10, 20].map(short), [None, None, Some(Step::Day), Some(Step::Day)]);
    }

    #[test]
    fn while_it_is_late_the_author_hears_every_thirty_days_and_of_missed_times_once() {
        let due = day("2026-11-20");
        let walk = |told_after: i32, days: &[i32]| {
            let taken = [Taken { step: Step::Late, on: due.plus_days(told_after) }];
            let mut said = Vec::new();
            for after in days {
                for _ in 0..2 {
                    said.extend(again(due, &taken, &said, due.plus_days(*after)));
                }
            }
            said
        };

        assert_eq!(walk(1, &[1, 29, 30, 31, 59, 60, 90, 400]), [30, 60, 90, 390]);
        assert_eq!(walk(45, &[45, 46, 59, 60]), [60], "told late the first time");
        assert_eq!(walk(30, &[30, 31]), [0; 0]);
        assert_eq!(walk(1, &[95, 60, 119]), [90], "a clock that was turned back repeats nothing");
        assert_eq!(again(due, &[], &[], due.plus_days(60)), None, "who was not told is told that it is late");
    }

    #[test]
    fn a_clock_that_was_turned_back_repeats_nothing() {
        let taken = [Taken { step: Step::Late, on: day("2026-11-21") }];
        let owed = Owed { by: Ower::Group, on: day("2026-11-20") };
        let rung = Rung { owed, since: day("2026-01-01"), has_chair: true, taken: &taken };

        for today in ["2026-11-13", "2026-11-20", "2026-11-21", "2026-11-26"] {
            assert_eq!(next(&rung, &Clocks::default(), day(today)), None, "{today}");
        }
    }
}
