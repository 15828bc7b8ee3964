//! `/results`: what became of the ideas, year by year, and the tables as CSV.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::figures::{StepFigures, YearFigures};
use super::group_tables::{self, ShownGrade, ShownGroup};
use super::views::{self, KeptYear, NotDone};
use super::{csv, kept_years};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::i18n::Texts;
use crate::ideas::pages::{ground_word, state_word, tag_class};
use crate::town::Clocks;
use crate::web::{self, Frame, PageResult, Query, Visit};

/// Ideas in the list of what did not become real.
const NOT_DONE: i64 = 20;
/// The same in the table for download.
const NOT_DONE_IN_CSV: i64 = 1_000;

#[derive(Template)]
#[template(path = "reports/results.html")]
struct ResultsPage {
    frame: Frame,
    year: i32,
    other_years: Vec<i32>,
    computed: String,
    received: i64,
    funnel: Vec<Stage>,
    outcomes: String,
    steps: Vec<ShownStep>,
    kept: Vec<ShownGroup>,
    graded: Vec<ShownGrade>,
    refused: Vec<(String, i64)>,
    years: Vec<(i32, Vec<i64>)>,
    columns: Vec<String>,
    not_done: Vec<ShownNotDone>,
}

/// One stage of the way.
struct Stage {
    words: String,
    count: i64,
}

/// How long a step took, in words.
struct ShownStep {
    words: String,
    median: String,
    promise: String,
    in_time: String,
}

struct ShownNotDone {
    number: String,
    title: String,
    language: String,
    state: String,
    tag_class: &'static str,
    reason: String,
    day: String,
}

/// Which year is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Chosen {
    year: Option<String>,
}

/// `GET /results`
pub async fn results(visit: Visit, db: Data<Db>, chosen: Query<Chosen>) -> PageResult {
    let town = visit.town.clone();
    let (years, not_done) =
        web::run(move || Ok((kept_years(&db, &town)?, db.read(|conn| views::not_done(conn, NOT_DONE))?))).await?;
    let shown = match &chosen.0.year {
        Some(word) => {
            let known = years.iter().find(|kept| kept.year.to_string() == *word);
            known.ok_or_else(|| Error::unknown_filter("year", word, years.iter().map(|kept| kept.year.to_string())))?
        }
        None => years.first().ok_or_else(|| Error::internal("no figures after computing them"))?,
    };
    web::page(&visit, StatusCode::OK, &page(&visit, shown, &years, not_done))
}

fn page(visit: &Visit, shown: &KeptYear, years: &[KeptYear], not_done: Vec<NotDone>) -> ResultsPage {
    let (texts, figures) = (visit.texts, &shown.figures);
    let stage_word = |name: &str| texts.say(&format!("stage-{name}")).into_owned();
    let funnel = figures.funnel().into_iter();
    let funnel: Vec<Stage> = funnel.map(|(name, count)| Stage { words: stage_word(name), count }).collect();
    let refused = figures.refused.iter().map(|(ground, count)| (ground_word(texts, ground), *count));
    let clocks = &visit.town.settings.clocks;
    ResultsPage {
        frame: visit.frame(texts.say("results-title")),
        year: shown.year,
        other_years: years.iter().map(|kept| kept.year).filter(|year| *year != shown.year).collect(),
        computed: texts.moment(shown.computed_at),
        received: figures.received.max(1),
        outcomes: texts
            .say3(
                "results-outcomes",
                "yes",
                figures.decided_yes,
                "partly",
                figures.decided_partly,
                "no",
                figures.decided_no,
            )
            .into_owned(),
        steps: figures.steps.iter().map(|step| shown_step(texts, step, clocks)).collect(),
        kept: group_tables::kept(texts, &figures.groups, clocks),
        graded: group_tables::graded(texts, &figures.groups),
        refused: refused.collect(),
        columns: funnel.iter().map(|stage| stage.words.clone()).collect(),
        funnel,
        years: years.iter().map(|kept| (kept.year, counts(&kept.figures))).collect(),
        not_done: not_done.into_iter().map(|idea| shown_not_done(visit, idea)).collect(),
    }
}

fn counts(figures: &YearFigures) -> Vec<i64> {
    figures.funnel().into_iter().map(|(_, count)| count).collect()
}

fn shown_step(texts: Texts, step: &StepFigures, clocks: &Clocks) -> ShownStep {
    let days = |days: Option<i32>| match days {
        Some(days) => texts.say1("results-days", "count", days).into_owned(),
        None => texts.say("results-none").into_owned(),
    };
    let in_time = match step.in_time {
        Some(in_time) if step.due() > 0 => {
            texts.say2("results-in-time", "count", in_time, "all", step.due()).into_owned()
        }
        Some(_) | None => texts.say("results-none").into_owned(),
    };
    ShownStep {
        words: texts.say(&format!("step-{}", step.step)).into_owned(),
        median: days(step.median_days),
        promise: days(step.step.promised_days(clocks)),
        in_time,
    }
}

fn shown_not_done(visit: &Visit, idea: NotDone) -> ShownNotDone {
    ShownNotDone {
        state: state_word(visit.texts, idea.state),
        tag_class: tag_class(idea.state),
        day: visit.texts.date_near(idea.at.date(), visit.today),
        number: idea.number,
        title: idea.title,
        language: idea.language,
        reason: idea.reason,
    }
}

/// `GET /results/{table}.csv`: `years`, `steps`, `groups`, `grades`, `refused` or `not-done`; all years in
/// one table.
pub async fn download(visit: Visit, db: Data<Db>, table: Path<String>) -> PageResult {
    let (town, name) = (visit.town.clone(), table.into_inner());
    let file = format!("{name}.csv");
    let body = web::run(move || {
        let years = kept_years(&db, &town)?;
        match name.as_str() {
            "years" => years_table(&years),
            "steps" => steps_table(&years, &town.settings.clocks),
            "refused" => refused_table(&years),
            "groups" => group_tables::kept_table(&years, &town.settings.clocks),
            "grades" => group_tables::graded_table(&years),
            "not-done" => not_done_table(&db.read(|conn| views::not_done(conn, NOT_DONE_IN_CSV))?),
            _ => Err(Error::NotFound),
        }
    })
    .await?;
    Ok(web::attachment("text/csv; charset=utf-8", &file, body))
}

fn years_table(years: &[KeptYear]) -> Result<Vec<u8>> {
    let columns = [
        "year",
        "received",
        "published",
        "with_group",
        "decided_yes",
        "decided_partly",
        "decided_no",
        "started",
        "done",
    ];
    let rows = years.iter().map(|KeptYear { year, figures: f, .. }| {
        let counts = [
            i64::from(*year),
            f.received,
            f.published,
            f.with_group,
            f.decided_yes,
            f.decided_partly,
            f.decided_no,
            f.started,
            f.done,
        ];
        counts.iter().map(ToString::to_string).collect()
    });
    csv::table(&columns, &rows.collect::<Vec<_>>())
}

fn steps_table(years: &[KeptYear], clocks: &Clocks) -> Result<Vec<u8>> {
    let columns = ["year", "step", "ideas", "median_days", "promised_days", "in_time", "still_late"];
    let rows = years.iter().flat_map(|kept| kept.figures.steps.iter().map(move |step| (kept.year, step)));
    let words = |number: Option<String>| number.unwrap_or_default();
    let rows = rows.map(|(year, step)| {
        vec![
            year.to_string(),
            step.step.to_string(),
            step.count.to_string(),
            words(step.median_days.map(|days| days.to_string())),
            words(step.step.promised_days(clocks).map(|days| days.to_string())),
            words(step.in_time.map(|count| count.to_string())),
            step.still_late.to_string(),
        ]
    });
    csv::table(&columns, &rows.collect::<Vec<_>>())
}

fn refused_table(years: &[KeptYear]) -> Result<Vec<u8>> {
    let rows = years.iter().flat_map(|kept| {
        let year = kept.year.to_string();
        kept.figures.refused.iter().map(move |(ground, count)| vec![year.clone(), ground.clone(), count.to_string()])
    });
    csv::table(&["year", "ground", "ideas"], &rows.collect::<Vec<_>>())
}

fn not_done_table(ideas: &[NotDone]) -> Result<Vec<u8>> {
    let rows = ideas.iter().map(|idea| {
        vec![
            idea.number.clone(),
            idea.title.clone(),
            idea.state.to_string(),
            idea.at.date().to_string(),
            idea.reason.clone(),
        ]
    });
    csv::table(&["number", "title", "state", "day", "reason"], &rows.collect::<Vec<_>>())
}
