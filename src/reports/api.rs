//! What became of the ideas, as JSON.

use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use super::figures::StepFigures;
use super::groups::{self, GroupFigures};
use super::kept_years;
use super::views::{self, KeptYear, NotDone};
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::town::Clocks;
use crate::web::{JsonResult, json_ok, run};

/// Ideas in the list of what did not become real.
const NOT_DONE: i64 = 100;

/// What became of the ideas.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResultsJson {
    /// Every year in which an idea arrived, the newest first.
    pub years: Vec<YearJson>,
    /// The ideas that were declined or stopped last, the newest first, at most 100.
    pub not_done: Vec<NotDoneJson>,
}

/// What became of the ideas that arrived in one year.
#[derive(Debug, Serialize, ToSchema)]
pub struct YearJson {
    /// The year.
    pub year: i32,
    /// When this was computed, in RFC 3339.
    pub computed_at: String,
    /// Ideas that arrived.
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
    pub steps: Vec<StepJson>,
    /// Not published, by ground, the most frequent first.
    pub refused: Vec<RefusedJson>,
    /// What each group promised and kept in this year, and what authors said; the moderators first.
    pub groups: Vec<GroupResultsJson>,
}

/// What one group promised and kept in a year.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupResultsJson {
    /// Its name; none for the moderators.
    pub group: Option<String>,
    /// Step by step.
    pub promises: Vec<KeptJson>,
    /// What authors said, question by question.
    pub grades: Vec<GradesJson>,
}

/// How a group kept one kind of promise.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptJson {
    /// The state of an idea in which it is owed.
    pub step: &'static str,
    /// Promises whose day came, or that were kept before it.
    pub due: i64,
    /// Of them, kept by the day that was promised first.
    pub in_time: i64,
    /// Of them, not kept yet.
    pub still_late: i64,
    /// Days that half of what was kept took at most.
    pub median_days: Option<i32>,
    /// Most days that the town promises, where that is a setting in days.
    pub promised_days: Option<i32>,
}

/// What authors answered to a question.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradesJson {
    /// `result` (did it become what you meant), `clear` (can you understand the answer) or `heard` (were you
    /// listened to).
    pub question: &'static str,
    /// Yes.
    pub yes: i64,
    /// In part.
    pub partly: i64,
    /// No.
    pub no: i64,
}

/// How long one step took.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepJson {
    /// `read`, `support`, `answer`, `start` or `carry_out`.
    pub step: &'static str,
    /// Ideas that have taken it.
    pub ideas: i64,
    /// Days that half of them took at most; none when no idea has taken it.
    pub median_days: Option<i32>,
    /// Most days that were promised; none where nothing was promised.
    pub promised_days: Option<i32>,
    /// How many took no longer than that.
    pub in_time: Option<i64>,
    /// How many wait for it still although the promised day has passed.
    pub still_late: i64,
}

/// How many were not published on a ground.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefusedJson {
    /// Word for the ground.
    pub ground: String,
    /// Ideas.
    pub ideas: i64,
}

/// An idea that did not become real.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotDoneJson {
    /// Public number.
    pub number: String,
    /// What should have happened.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// `declined` or `stopped`.
    pub state: &'static str,
    /// Day on which that was said.
    pub on: String,
    /// Why.
    pub reason: String,
}

impl YearJson {
    fn new(kept: KeptYear, clocks: &Clocks) -> Self {
        let figures = kept.figures;
        Self {
            year: kept.year,
            computed_at: kept.computed_at.rfc3339(),
            received: figures.received,
            published: figures.published,
            with_group: figures.with_group,
            decided_yes: figures.decided_yes,
            decided_partly: figures.decided_partly,
            decided_no: figures.decided_no,
            started: figures.started,
            done: figures.done,
            steps: figures.steps.iter().map(|step| StepJson::new(step, clocks)).collect(),
            refused: figures.refused.into_iter().map(|(ground, ideas)| RefusedJson { ground, ideas }).collect(),
            groups: figures.groups.into_iter().map(|group| GroupResultsJson::new(group, clocks)).collect(),
        }
    }
}

impl GroupResultsJson {
    fn new(figures: GroupFigures, clocks: &Clocks) -> Self {
        let kept = figures.steps.iter().map(|kept| KeptJson {
            step: kept.step.as_str(),
            due: kept.due,
            in_time: kept.in_time,
            still_late: kept.still_late,
            median_days: kept.median_days,
            promised_days: groups::promised_days(kept.step, clocks),
        });
        let grades = figures.grades.iter().map(|grades| GradesJson {
            question: grades.question.as_str(),
            yes: grades.yes,
            partly: grades.partly,
            no: grades.no,
        });
        Self { promises: kept.collect(), grades: grades.collect(), group: figures.group.map(|_| figures.name) }
    }
}

impl StepJson {
    fn new(figures: &StepFigures, clocks: &Clocks) -> Self {
        Self {
            step: figures.step.as_str(),
            ideas: figures.count,
            median_days: figures.median_days,
            promised_days: figures.step.promised_days(clocks),
            in_time: figures.in_time,
            still_late: figures.still_late,
        }
    }
}

impl From<NotDone> for NotDoneJson {
    fn from(idea: NotDone) -> Self {
        Self {
            number: idea.number,
            title: idea.title,
            language: idea.language,
            state: idea.state.as_str(),
            on: idea.at.date().to_string(),
            reason: idea.reason,
        }
    }
}

/// `GET /api/v1/results`
pub async fn results(caller: Caller, db: Data<Db>) -> JsonResult {
    let town = caller.town.clone();
    let (years, not_done) = run(move || {
        let years = kept_years(&db, &caller.town)?;
        Ok((years, db.read(|conn| views::not_done(conn, NOT_DONE))?))
    })
    .await?;
    let clocks = &town.settings.clocks;
    json_ok(&ResultsJson {
        years: years.into_iter().map(|kept| YearJson::new(kept, clocks)).collect(),
        not_done: not_done.into_iter().map(NotDoneJson::from).collect(),
    })
}
