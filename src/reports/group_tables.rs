//! What each group promised and kept, and what authors say of it, as tables.

use super::csv;
use super::groups::{self, GroupFigures};
use super::views::KeptYear;
use crate::error::Result;
use crate::i18n::Texts;
use crate::ideas::lifecycle::State;
use crate::town::Clocks;

/// What a group promised and kept, in words.
pub(super) struct ShownGroup {
    pub(super) name: String,
    pub(super) steps: Vec<ShownKept>,
}

/// How one kind of promise was kept, in words.
pub(super) struct ShownKept {
    pub(super) step: String,
    pub(super) in_time: String,
    pub(super) still_late: i64,
    pub(super) median: String,
    pub(super) promise: String,
}

/// What authors answered to a question about a group.
pub(super) struct ShownGrade {
    pub(super) group: String,
    pub(super) question: String,
    pub(super) yes: i64,
    pub(super) partly: i64,
    pub(super) no: i64,
}

/// The groups that have promised something, with one row for each step.
pub(super) fn kept(texts: Texts, groups: &[GroupFigures], clocks: &Clocks) -> Vec<ShownGroup> {
    let with_promises = groups.iter().filter(|group| !group.steps.is_empty());
    let shown = with_promises.map(|group| ShownGroup { name: name(texts, group), steps: steps(texts, group, clocks) });
    shown.collect()
}

fn steps(texts: Texts, group: &GroupFigures, clocks: &Clocks) -> Vec<ShownKept> {
    let days = |days: Option<i32>| match days {
        Some(days) => texts.say1("results-days", "count", days).into_owned(),
        None => texts.say("results-none").into_owned(),
    };
    let promise = |step: State| match step {
        State::Screening => texts.say1("results-working-days", "count", clocks.screening_working_days).into_owned(),
        step => days(groups::promised_days(step, clocks)),
    };
    let shown = group.steps.iter().map(|step| ShownKept {
        step: texts.say(&format!("promise-{}", step.step)).into_owned(),
        in_time: in_time(texts, step.in_time, step.due),
        still_late: step.still_late,
        median: days(step.median_days),
        promise: promise(step.step),
    });
    shown.collect()
}

/// So many of so many, with the share where there are enough for one.
fn in_time(texts: Texts, in_time: i64, due: i64) -> String {
    let count = texts.say2("results-in-time", "count", in_time, "all", due);
    match groups::percent(in_time, due) {
        Some(percent) => texts.say2("results-share", "count", count, "percent", percent).into_owned(),
        None => count.into_owned(),
    }
}

/// One row for each group and question.
pub(super) fn graded(texts: Texts, groups: &[GroupFigures]) -> Vec<ShownGrade> {
    let rows = groups.iter().flat_map(|group| group.grades.iter().map(move |grades| (group, grades)));
    rows.map(|(group, grades)| ShownGrade {
        group: name(texts, group),
        question: texts.say(&format!("grade-ask-{}", grades.question)).into_owned(),
        yes: grades.yes,
        partly: grades.partly,
        no: grades.no,
    })
    .collect()
}

fn name(texts: Texts, group: &GroupFigures) -> String {
    if group.group.is_none() { texts.say("results-moderators").into_owned() } else { group.name.clone() }
}

pub(super) fn kept_table(years: &[KeptYear], clocks: &Clocks) -> Result<Vec<u8>> {
    let columns = ["year", "group", "step", "due", "in_time", "still_late", "median_days", "promised_days"];
    let words = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    let groups = years.iter().flat_map(|kept| kept.figures.groups.iter().map(move |group| (kept.year, group)));
    let rows = groups.flat_map(|(year, group)| {
        group.steps.iter().map(move |step| {
            vec![
                year.to_string(),
                group.name.clone(),
                step.step.to_string(),
                step.due.to_string(),
                step.in_time.to_string(),
                step.still_late.to_string(),
                words(step.median_days),
                words(groups::promised_days(step.step, clocks)),
            ]
        })
    });
    csv::table(&columns, &rows.collect::<Vec<_>>())
}

pub(super) fn graded_table(years: &[KeptYear]) -> Result<Vec<u8>> {
    let groups = years.iter().flat_map(|kept| kept.figures.groups.iter().map(move |group| (kept.year, group)));
    let rows = groups.flat_map(|(year, group)| {
        group.grades.iter().map(move |grades| {
            let counts = [grades.yes, grades.partly, grades.no].map(|count| count.to_string());
            let head = [year.to_string(), group.name.clone(), grades.question.to_string()];
            head.into_iter().chain(counts).collect()
        })
    });
    csv::table(&["year", "group", "question", "yes", "partly", "no"], &rows.collect::<Vec<_>>())
}
