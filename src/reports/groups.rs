//! What each group promised and kept, and what authors say of it. Pure.
//!
//! A promise is a day by which a group, or whoever it has named, owed a step of an idea. What was due
//! counts: what is late still is not in time, and what has time left is not counted yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ideas::grade::{Grade, Question};
use crate::ideas::lifecycle::State;
use crate::kernel::{Date, GroupId};
use crate::town::Clocks;

/// Below so many a share says more about chance than about the group, and none is shown.
pub const LEAST_FOR_A_SHARE: i64 = 5;

/// What one group promised and kept in a year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupFigures {
    /// Which; none for the moderators.
    pub group: Option<i64>,
    /// Its name.
    pub name: String,
    /// Step by step, in the order of the way of an idea.
    pub steps: Vec<KeptFigures>,
    /// What authors said, question by question.
    pub grades: Vec<GradeFigures>,
}

/// How one step was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFigures {
    /// The state in which it is owed.
    pub step: State,
    /// Promises whose day came, or that were kept before it.
    pub due: i64,
    /// Of them, kept by the day that was promised first.
    pub in_time: i64,
    /// Of them, not kept yet.
    pub still_late: i64,
    /// Days that half of what was kept took at most.
    pub median_days: Option<i32>,
}

/// What authors answered to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradeFigures {
    /// To what.
    pub question: Question,
    /// Yes.
    pub yes: i64,
    /// In part.
    pub partly: i64,
    /// No.
    pub no: i64,
}

/// So many promises with the same days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promises {
    /// Whose; none for the moderators.
    pub group: Option<GroupId>,
    /// The state in which it is owed.
    pub step: State,
    /// When it began.
    pub began_on: Date,
    /// The day that was promised first.
    pub promised_on: Date,
    /// When it was kept.
    pub kept_on: Option<Date>,
    /// How many.
    pub count: i64,
}

/// So many answers of authors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grades {
    /// About which group.
    pub group: Option<GroupId>,
    /// To what.
    pub question: Question,
    /// What.
    pub grade: Grade,
    /// How many.
    pub count: i64,
}

impl Promises {
    /// The day on which it was kept, or should have been: what it counts by. None while it has time left.
    fn counts_on(&self, today: Date) -> Option<Date> {
        match self.kept_on {
            Some(kept) => Some(kept.min(self.promised_on)),
            None => (self.promised_on < today).then_some(self.promised_on),
        }
    }
}

/// The share in percent, where there are enough for one.
#[must_use]
pub fn percent(part: i64, all: i64) -> Option<i64> {
    (all >= LEAST_FOR_A_SHARE).then(|| (part * 100 + all / 2) / all)
}

/// Most days that the town promises for a step, if that is a setting.
#[must_use]
pub const fn promised_days(step: State, clocks: &Clocks) -> Option<i32> {
    match step {
        State::Closed => Some(clocks.closed_answer_days),
        State::WithGroup => Some(clocks.first_answer_days),
        State::Proposal => Some(clocks.proposal_days),
        State::Ballot => Some(clocks.confirm_days),
        State::UnderWay => Some(clocks.note_days),
        // In working days, or by the day that the owner has promised.
        _ => None,
    }
}

/// The figures of every group for one year.
#[must_use]
pub fn of_year(
    year: i16,
    promises: &[Promises],
    grades: &[Grades],
    names: &[(GroupId, String)],
    today: Date,
) -> Vec<GroupFigures> {
    let mut kept: BTreeMap<(Option<i64>, State), Vec<&Promises>> = BTreeMap::new();
    for promise in promises.iter().filter(|promise| promise.counts_on(today).is_some_and(|day| day.year() == year)) {
        kept.entry((promise.group.map(GroupId::get), one_of_both(promise.step))).or_default().push(promise);
    }
    let mut said: BTreeMap<(Option<i64>, Question), [i64; 3]> = BTreeMap::new();
    for grade in grades {
        let [yes, partly, no] = said.entry((grade.group.map(GroupId::get), grade.question)).or_default();
        match grade.grade {
            Grade::Yes => *yes += grade.count,
            Grade::Partly => *partly += grade.count,
            Grade::No => *no += grade.count,
        }
    }
    let known = names.iter().map(|(id, name)| (Some(id.get()), name.clone()));
    let everyone = std::iter::once((None, String::new())).chain(known);
    let figures = everyone.map(|(group, name)| GroupFigures {
        group,
        name,
        steps: kept
            .iter()
            .filter(|((whose, _), _)| *whose == group)
            .map(|((_, step), rows)| step_of(*step, rows))
            .collect(),
        grades: said
            .iter()
            .filter(|((about, _), _)| *about == group)
            .map(|((_, question), [yes, partly, no])| GradeFigures {
                question: *question,
                yes: *yes,
                partly: *partly,
                no: *no,
            })
            .collect(),
    });
    figures.filter(|figures| !figures.steps.is_empty() || !figures.grades.is_empty()).collect()
}

/// The first step after a yes is one step, whether to everything or to a part.
const fn one_of_both(step: State) -> State {
    if matches!(step, State::PartlyAccepted) { State::Accepted } else { step }
}

fn step_of(step: State, rows: &[&Promises]) -> KeptFigures {
    let sum = |is: &dyn Fn(&Promises) -> bool| rows.iter().filter(|row| is(row)).map(|row| row.count).sum::<i64>();
    let mut took: Vec<(i32, i64)> =
        rows.iter().filter_map(|row| Some((row.kept_on?.days_since(row.began_on).max(0), row.count))).collect();
    took.sort_unstable();
    let all: i64 = took.iter().map(|(_, count)| count).sum();
    let mut passed = 0;
    let half = took.iter().find(|(_, count)| {
        passed += count;
        passed * 2 >= all
    });
    KeptFigures {
        step,
        due: sum(&|_| true),
        in_time: sum(&|row| row.kept_on.is_some_and(|kept| kept <= row.promised_on)),
        still_late: sum(&|row| row.kept_on.is_none()),
        median_days: half.map(|(days, _)| *days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn promise(step: State, began: &str, promised: &str, kept: &str, count: i64) -> Promises {
        let group = (step != State::Screening).then(|| GroupId::new(1));
        Promises { group, step, began_on: day(began), promised_on: day(promised), kept_on: Date::parse(kept), count }
    }

    fn figures(promises: &[Promises], grades: &[Grades]) -> Vec<GroupFigures> {
        let names = [(GroupId::new(1), "Trygghet".to_owned()), (GroupId::new(2), "Fritid".to_owned())];
        of_year(2026, promises, grades, &names, day("2026-11-22"))
    }

    #[test]
    fn what_is_late_still_is_not_in_time_and_what_has_time_left_is_not_counted() {
        let all = figures(
            &[
                promise(State::WithGroup, "2026-01-01", "2026-02-15", "2026-01-21", 2),
                promise(State::WithGroup, "2026-01-01", "2026-02-15", "2026-02-15", 1),
                promise(State::WithGroup, "2026-01-01", "2026-02-15", "2026-04-01", 1),
                promise(State::WithGroup, "2026-08-01", "2026-09-15", "", 3),
                promise(State::WithGroup, "2026-11-01", "2026-11-22", "", 9),
            ],
            &[],
        );

        let [group] = all.as_slice() else { panic!("one group has promised something: {all:?}") };
        assert_eq!(group.name, "Trygghet");
        let expected = KeptFigures { step: State::WithGroup, due: 7, in_time: 3, still_late: 3, median_days: Some(20) };
        assert_eq!(group.steps, [expected]);
    }

    #[test]
    fn a_promise_counts_in_the_year_in_which_it_was_kept_or_should_have_been() {
        let years = |promised: &str, kept: &str| {
            let promises = [promise(State::Proposal, "2025-10-01", promised, kept, 1)];
            figures(&promises, &[]).len()
        };

        assert_eq!(years("2025-12-31", "2026-02-01"), 0, "was to be kept the year before");
        assert_eq!(years("2026-01-02", "2025-12-30"), 0, "was kept the year before");
        assert_eq!(years("2027-02-01", "2026-11-01"), 1, "was kept early");
        assert_eq!(years("2026-02-01", "2027-01-01"), 1);
    }

    #[test]
    fn moderators_come_first_and_both_kinds_of_yes_are_one_step() {
        let all = figures(
            &[
                promise(State::PartlyAccepted, "2026-01-01", "2026-02-15", "2026-01-21", 1),
                promise(State::Accepted, "2026-01-01", "2026-02-15", "2026-01-21", 1),
                promise(State::Screening, "2026-01-01", "2026-01-09", "2026-01-05", 4),
            ],
            &[],
        );

        let told: Vec<(&str, State, i64)> =
            all.iter().map(|group| (group.name.as_str(), group.steps[0].step, group.steps[0].due)).collect();
        assert_eq!(told, [("", State::Screening, 4), ("Trygghet", State::Accepted, 2)]);
    }

    #[test]
    fn grades_are_counted_by_question() {
        let said = |grade, count| Grades { group: Some(GroupId::new(2)), question: Question::Result, grade, count };

        let all = figures(&[], &[said(Grade::Yes, 3), said(Grade::No, 1)]);

        assert_eq!(all[0].grades, [GradeFigures { question: Question::Result, yes: 3, partly: 0, no: 1 }]);
    }

    #[test]
    fn a_share_of_few_is_not_told() {
        assert_eq!(percent(2, 4), None);
        assert_eq!(percent(2, 5), Some(40));
        assert_eq!(percent(2, 3_000), Some(0));
        assert_eq!(percent(5, 6), Some(83));
    }
}
