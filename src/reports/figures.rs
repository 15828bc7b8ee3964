//! The figures of one year. Pure.

use serde::{Deserialize, Serialize};

use super::groups::GroupFigures;
use crate::kernel::Date;
use crate::town::Clocks;
use crate::word_enum;

word_enum! {
    /// A stretch of the way of an idea.
    pub enum Step {
        /// From arrival to publication.
        Read = "read",
        /// From publication to the group.
        Support = "support",
        /// From the group to the decision.
        Answer = "answer",
        /// From a yes to the beginning.
        Start = "start",
        /// From the beginning to the end.
        CarryOut = "carry_out",
    }
}

impl Step {
    /// Most days that this step is promised to take in weeks without holidays, if something is promised.
    #[must_use]
    pub const fn promised_days(self, clocks: &Clocks) -> Option<i32> {
        match self {
            // Five working days are a week.
            Self::Read => Some(clocks.screening_working_days + (clocks.screening_working_days + 4) / 5 * 2),
            Self::Support => Some(clocks.support_days),
            Self::Answer => Some(clocks.first_answer_days + clocks.proposal_days),
            Self::Start => Some(clocks.start_days),
            Self::CarryOut => None,
        }
    }

    /// The last day that was promised for a step that began on a day, with holidays and the summer
    /// pause, if something was promised.
    #[must_use]
    pub fn promised_by(self, began: Date, clocks: &Clocks) -> Option<Date> {
        match self {
            Self::Read => Some(clocks.working_days_after(began, clocks.screening_working_days)),
            // Residents support in summer too.
            Self::Support => Some(began.plus_days(clocks.support_days)),
            Self::Answer => Some(clocks.days_after(began, clocks.first_answer_days + clocks.proposal_days)),
            Self::Start => Some(clocks.days_after(began, clocks.start_days)),
            Self::CarryOut => None,
        }
    }
}

/// How many ideas took a step from one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Took {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Ideas.
    pub ideas: i64,
}

impl Took {
    /// Days that it took; what is out of order took none.
    fn days(self) -> i32 {
        self.to.days_since(self.from).max(0)
    }
}

/// How many ideas wait for a step since a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// The day on which the step began.
    pub since: Date,
    /// Ideas.
    pub ideas: i64,
}

/// What became of the ideas that arrived in one year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct YearFigures {
    /// Arrived.
    pub received: i64,
    /// Published.
    pub published: i64,
    /// Came to a group.
    pub with_group: i64,
    /// Decided: yes.
    pub decided_yes: i64,
    /// Decided: yes in part.
    pub decided_partly: i64,
    /// Decided: no.
    pub decided_no: i64,
    /// Begun.
    pub started: i64,
    /// Carried out.
    pub done: i64,
    /// How long each step took.
    pub steps: Vec<StepFigures>,
    /// Not published, by ground: word and number, the most frequent first.
    pub refused: Vec<(String, i64)>,
    /// What each group promised and kept in this year, and what authors said; the moderators first.
    pub groups: Vec<GroupFigures>,
}

/// How long one step took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepFigures {
    /// Which.
    pub step: Step,
    /// Ideas that have taken it.
    pub count: i64,
    /// Days that half of them took at most; none when no idea has taken it.
    pub median_days: Option<i32>,
    /// How many took no longer than promised; none where nothing was promised.
    pub in_time: Option<i64>,
    /// How many wait for it still although the promised day has passed; they are not in time either.
    #[serde(default)]
    pub still_late: i64,
}

impl StepFigures {
    /// Whatever should have been done by now, kept or not.
    #[must_use]
    pub const fn due(&self) -> i64 {
        self.count + self.still_late
    }
}

impl YearFigures {
    /// Decided, whatever the answer.
    #[must_use]
    pub const fn decided(&self) -> i64 {
        self.decided_yes + self.decided_partly + self.decided_no
    }

    /// Name and number of each stage of the way, in order.
    #[must_use]
    pub fn funnel(&self) -> [(&'static str, i64); 6] {
        [
            ("received", self.received),
            ("published", self.published),
            ("with_group", self.with_group),
            ("decided", self.decided()),
            ("started", self.started),
            ("done", self.done),
        ]
    }
}

/// The figures of a step from how many ideas took it when.
#[must_use]
pub fn step_figures(step: Step, mut took: Vec<Took>, waits: &[Waits], today: Date, clocks: &Clocks) -> StepFigures {
    took.sort_unstable_by_key(|took| took.days());
    let count = took.iter().map(|took| took.ideas).sum();
    let in_time = |took: &&Took| step.promised_by(took.from, clocks).is_some_and(|last| took.to <= last);
    let promised = step.promised_days(clocks).is_some();
    let is_late = |waits: &&Waits| step.promised_by(waits.since, clocks).is_some_and(|last| last < today);
    StepFigures {
        step,
        count,
        median_days: median(&took, count),
        in_time: promised.then(|| took.iter().filter(in_time).map(|took| took.ideas).sum()),
        still_late: waits.iter().filter(is_late).map(|waits| waits.ideas).sum(),
    }
}

/// The smallest number of days within which at least half of them were.
fn median(sorted: &[Took], count: i64) -> Option<i32> {
    let mut passed = 0;
    let half = |took: &&Took| {
        passed += took.ideas;
        passed * 2 >= count
    };
    sorted.iter().find(half).map(|took| took.days())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures_of(step: Step, took: Vec<Took>, clocks: &Clocks) -> StepFigures {
        step_figures(step, took, &[], Date::parse("2026-12-31").unwrap(), clocks)
    }

    /// Each so many ideas that took so many days from a Monday without holidays near it.
    fn took(days: &[(i32, i64)]) -> Vec<Took> {
        let from = Date::parse("2026-01-12").unwrap();
        days.iter().map(|(days, ideas)| Took { from, to: from.plus_days(*days), ideas: *ideas }).collect()
    }

    #[test]
    fn half_of_the_ideas_took_the_median_at_most() {
        let of = |days: &[(i32, i64)]| figures_of(Step::Read, took(days), &Clocks::default()).median_days;

        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(3, 1)]), Some(3));
        assert_eq!(of(&[(9, 1), (1, 1), (2, 1)]), Some(2));
        assert_eq!(of(&[(1, 1), (5, 1)]), Some(1));
        assert_eq!(of(&[(1, 2), (30, 3)]), Some(30));
    }

    #[test]
    fn in_time_is_what_took_no_longer_than_promised() {
        let clocks = Clocks { start_days: 14, ..Clocks::default() };

        let figures = figures_of(Step::Start, took(&[(14, 2), (15, 1), (0, 4)]), &clocks);

        assert_eq!((figures.count, figures.in_time), (7, Some(6)));
        assert_eq!(figures_of(Step::CarryOut, took(&[(1, 1)]), &clocks).in_time, None);
    }

    #[test]
    fn what_waits_past_its_day_is_not_in_time() {
        let clocks = Clocks { start_days: 14, ..Clocks::default() };
        let day = |text: &str| Date::parse(text).unwrap();
        let waits = [Waits { since: day("2026-01-12"), ideas: 3 }, Waits { since: day("2026-01-13"), ideas: 5 }];

        let figures = step_figures(Step::Start, took(&[(14, 2)]), &waits, day("2026-01-27"), &clocks);

        assert_eq!((figures.in_time, figures.still_late, figures.due()), (Some(2), 3, 5));
    }

    #[test]
    fn working_days_are_promised_with_their_weekends() {
        let promised = |days| Step::Read.promised_days(&Clocks { screening_working_days: days, ..Clocks::default() });

        assert_eq!(promised(5), Some(7));
        assert_eq!(promised(1), Some(3));
        assert_eq!(promised(10), Some(14));
    }

    #[test]
    fn what_was_promised_depends_on_holidays_and_the_summer_pause() {
        let day = |text: &str| Date::parse(text).unwrap();
        let clocks = Clocks { summer_pause: "07-01 to 07-31".parse().unwrap(), ..Clocks::default() };
        let read = |from: &str, to: &str| {
            let took = vec![Took { from: day(from), to: day(to), ideas: 1 }];
            figures_of(Step::Read, took, &clocks).in_time
        };

        assert_eq!(read("2026-01-12", "2026-01-19"), Some(1));
        assert_eq!(read("2026-01-12", "2026-01-20"), Some(0));
        assert_eq!(read("2026-12-21", "2026-12-30"), Some(1), "Christmas lies between");
        assert_eq!(Step::Start.promised_by(day("2026-06-30"), &clocks), Some(day("2026-08-14")));
        assert_eq!(Step::Support.promised_by(day("2026-06-30"), &clocks), Some(day("2026-09-28")));
    }
}
