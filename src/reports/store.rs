//! SQL that counts milestones and keeps what was counted.

use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use super::figures::{Step, Took, Waits, YearFigures, step_figures};
use super::groups::{Grades, Promises};
use crate::db::schema::{grades as g, idea_milestones as m, ideas, promises as p, results, steering_groups};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::ideas::grade::{Grade, Question};
use crate::ideas::lifecycle::{Outcome, State};
use crate::kernel::{Date, GroupId, Timestamp};
use crate::town::Clocks;

/// The first year in which an idea arrived.
pub fn first_year(conn: &mut Conn) -> Result<Option<i16>> {
    let first: Option<Date> = m::table.select(diesel::dsl::min(m::received_on)).first(conn)?;
    Ok(first.map(Date::year))
}

/// Counts what became of the ideas that arrived in a year.
pub fn count_year(conn: &mut Conn, year: i16, today: Date, clocks: &Clocks) -> Result<YearFigures> {
    let mut figures = stages(conn, year)?;
    count_outcomes(conn, year, &mut figures)?;
    figures.refused = refused(conn, year)?;
    for step in Step::ALL {
        let (took, waits) = (taken(conn, year, *step)?, waiting(conn, year, *step)?);
        figures.steps.push(step_figures(*step, took, &waits, today, clocks));
    }
    Ok(figures)
}

/// First and last day of a year.
fn days(year: i16) -> (Date, Date) {
    let day = |month, day| {
        jiff::civil::Date::new(year, month, day).map_or(Date::from_civil(jiff::civil::Date::ZERO), Date::from_civil)
    };
    (day(1, 1), day(12, 31))
}

fn stages(conn: &mut Conn, year: i16) -> Result<YearFigures> {
    let (first, last) = days(year);
    let (received, published, with_group, started, done): (i64, i64, i64, i64, i64) = m::table
        .filter(m::received_on.between(first, last))
        .select((
            count_star(),
            count(m::published_on),
            count(m::with_group_on),
            count(m::started_on),
            count(m::done_on),
        ))
        .first(conn)?;
    Ok(YearFigures { received, published, with_group, started, done, ..YearFigures::default() })
}

fn count_outcomes(conn: &mut Conn, year: i16, figures: &mut YearFigures) -> Result<()> {
    let (first, last) = days(year);
    let rows: Vec<(Option<String>, i64)> = m::table
        .filter(m::received_on.between(first, last))
        .filter(m::outcome.is_not_null())
        .group_by(m::outcome)
        .select((m::outcome, count_star()))
        .load(conn)?;
    for (outcome, ideas) in rows {
        match outcome.unwrap_or_default().parse::<Outcome>().map_err(Error::corrupt)? {
            Outcome::Yes => figures.decided_yes = ideas,
            Outcome::Partly => figures.decided_partly = ideas,
            Outcome::No => figures.decided_no = ideas,
        }
    }
    Ok(())
}

/// Not published, by ground, the most frequent first.
fn refused(conn: &mut Conn, year: i16) -> Result<Vec<(String, i64)>> {
    let (first, last) = days(year);
    let rows: Vec<(Option<String>, i64)> = m::table
        .filter(m::received_on.between(first, last))
        .filter(m::published_on.is_null())
        .filter(m::refused_ground.is_not_null())
        .group_by(m::refused_ground)
        .select((m::refused_ground, count_star()))
        .load(conn)?;
    let mut rows: Vec<(String, i64)> =
        rows.into_iter().filter_map(|(ground, ideas)| ground.map(|ground| (ground, ideas))).collect();
    rows.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    Ok(rows)
}

/// How many ideas took a step from which day to which.
fn taken(conn: &mut Conn, year: i16, step: Step) -> Result<Vec<Took>> {
    let (first, last) = days(year);
    // The two days are grouped, not their difference, because that needs no type of its own; there
    // are at most as many groups as pairs of days.
    macro_rules! pairs {
        ($from:expr, $to:expr) => {
            m::table
                .filter(m::received_on.between(first, last))
                .filter($from.is_not_null())
                .filter($to.is_not_null())
                .group_by(($from, $to))
                .select(($from, $to, count_star()))
                .load(conn)?
        };
    }
    let rows: Vec<(Option<Date>, Option<Date>, i64)> = match step {
        Step::Read => pairs!(m::received_on, m::published_on),
        Step::Support => pairs!(m::published_on, m::with_group_on),
        Step::Answer => pairs!(m::with_group_on, m::decided_on),
        Step::Start => pairs!(m::decided_on, m::started_on),
        Step::CarryOut => pairs!(m::started_on, m::done_on),
    };
    let took = |(from, to, ideas): (Option<Date>, Option<Date>, i64)| Some(Took { from: from?, to: to?, ideas });
    Ok(rows.into_iter().filter_map(took).collect())
}

/// How many ideas wait for a step since which day. While somebody who was asked has the ball, nobody
/// here owes anything.
fn waiting(conn: &mut Conn, year: i16, step: Step) -> Result<Vec<Waits>> {
    let (first, last) = days(year);
    macro_rules! waiting_since {
        ($since:expr, $states:expr) => {
            m::table
                .inner_join(ideas::table.on(ideas::id.eq(m::idea_id)))
                .filter(m::received_on.between(first, last))
                .filter(ideas::state.eq_any($states))
                .filter($since.is_not_null())
                .group_by($since)
                .select(($since, count_star()))
                .load(conn)?
        };
    }
    let rows: Vec<(Option<Date>, i64)> = match step {
        Step::Read => waiting_since!(m::received_on, [State::Screening]),
        Step::Answer => waiting_since!(m::with_group_on, [State::WithGroup, State::Proposal, State::Ballot]),
        Step::Start => waiting_since!(m::decided_on, [State::Accepted, State::PartlyAccepted]),
        // Residents support or not, and how long the carrying out takes is not promised.
        Step::Support | Step::CarryOut => Vec::new(),
    };
    Ok(rows.into_iter().filter_map(|(since, ideas)| Some(Waits { since: since?, ideas })).collect())
}

/// Every promise, counted together where all its days are the same; none whose clock stands still.
pub fn promises(conn: &mut Conn) -> Result<Vec<Promises>> {
    type Row = (Option<GroupId>, State, Date, Date, Option<Date>, i64);
    let rows: Vec<Row> = p::table
        .filter(p::paused_on.is_null())
        .group_by((p::group_id, p::step, p::began_on, p::promised_on, p::kept_on))
        .select((p::group_id, p::step, p::began_on, p::promised_on, p::kept_on, count_star()))
        .load(conn)?;
    let promise = |(group, step, began_on, promised_on, kept_on, count)| Promises {
        group,
        step,
        began_on,
        promised_on,
        kept_on,
        count,
    };
    Ok(rows.into_iter().map(promise).collect())
}

/// What authors said in a year, counted.
pub fn grades(conn: &mut Conn, year: i16) -> Result<Vec<Grades>> {
    let (first, last) = days(year);
    let rows: Vec<(Option<GroupId>, Question, Grade, i64)> = g::table
        .filter(g::given_at.ge(first.start()))
        .filter(g::given_at.lt(last.plus_days(1).start()))
        .group_by((g::group_id, g::question, g::grade))
        .select((g::group_id, g::question, g::grade, count_star()))
        .load(conn)?;
    let said = |(group, question, grade, count)| Grades { group, question, grade, count };
    Ok(rows.into_iter().map(said).collect())
}

/// The groups by name.
pub fn group_names(conn: &mut Conn) -> Result<Vec<(GroupId, String)>> {
    Ok(steering_groups::table
        .order((steering_groups::name, steering_groups::id))
        .select((steering_groups::id, steering_groups::name))
        .load(conn)?)
}

/// When the figures were computed last.
pub fn computed_at(conn: &mut Conn) -> Result<Option<Timestamp>> {
    Ok(results::table.select(diesel::dsl::max(results::computed_at)).first(conn)?)
}

/// Puts the figures of all years in the place of what was kept before.
pub fn keep(tx: &mut Tx<'_>, years: &[(i16, YearFigures)]) -> Result<()> {
    diesel::delete(results::table).execute(tx.conn)?;
    for (year, figures) in years {
        let figures = serde_json::to_string(figures).map_err(Error::internal)?;
        diesel::insert_into(results::table)
            .values((results::year.eq(i32::from(*year)), results::figures.eq(figures), results::computed_at.eq(tx.now)))
            .execute(tx.conn)?;
    }
    Ok(())
}
