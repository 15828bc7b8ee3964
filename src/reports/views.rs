//! SQL behind the results page.

use diesel::prelude::*;

use super::figures::YearFigures;
use crate::db::Conn;
use crate::db::schema::{decisions, ideas, results};
use crate::error::{Error, Result};
use crate::ideas::lifecycle::State;
use crate::kernel::Timestamp;

/// The figures of a year as they are kept.
#[derive(Debug, Clone)]
pub struct KeptYear {
    /// The year.
    pub year: i32,
    /// What became of the ideas that arrived in it.
    pub figures: YearFigures,
    /// When this was computed.
    pub computed_at: Timestamp,
}

/// Every year, newest first.
pub fn years(conn: &mut Conn) -> Result<Vec<KeptYear>> {
    let rows: Vec<(i32, String, Timestamp)> = results::table
        .order(results::year.desc())
        .select((results::year, results::figures, results::computed_at))
        .load(conn)?;
    let read = rows.into_iter().map(|(year, figures, computed_at)| {
        Ok(KeptYear { year, figures: serde_json::from_str(&figures).map_err(Error::corrupt)?, computed_at })
    });
    read.collect()
}

/// An idea that did not become real, and why.
#[derive(Debug, Clone)]
pub struct NotDone {
    /// Public number.
    pub number: String,
    /// What should have happened.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// Declined or stopped.
    pub state: State,
    /// Why not.
    pub reason: String,
    /// When that was said.
    pub at: Timestamp,
}

type Columns = (Option<String>, String, String, State, Option<String>, Option<String>, Timestamp);

/// The ideas that were declined or stopped last, newest first.
pub fn not_done(conn: &mut Conn, most: i64) -> Result<Vec<NotDone>> {
    let rows: Vec<Columns> = ideas::table
        .left_join(decisions::table.on(decisions::idea_id.eq(ideas::id)))
        .filter(ideas::listed.eq(true))
        .filter(ideas::state.eq_any([State::Declined, State::Stopped]))
        .order((ideas::last_event_at.desc(), ideas::id.desc(), decisions::id.desc()))
        .limit(most)
        .select((
            ideas::number,
            ideas::title,
            ideas::language,
            ideas::state,
            decisions::reasons.nullable(),
            ideas::state_reason,
            ideas::state_since,
        ))
        .load(conn)?;
    let mut ideas: Vec<NotDone> = Vec::new();
    for (number, title, language, state, decided, stopped, at) in rows {
        let number = number.unwrap_or_default();
        // An idea that was decided twice comes twice; the newest decision comes first.
        if ideas.last().is_some_and(|last| last.number == number) {
            continue;
        }
        let reason = if state == State::Stopped { stopped } else { decided };
        ideas.push(NotDone { number, title, language, state, reason: reason.unwrap_or_default(), at });
    }
    Ok(ideas)
}
