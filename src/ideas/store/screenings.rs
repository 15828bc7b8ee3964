//! SQL of what moderators decide about ideas: the log of their decisions, appeals, and hiding.

use diesel::prelude::*;

use super::Idea;
use super::apply::move_count;
use crate::db::schema::{appeals, ideas, screenings};
use crate::db::{Conn, Tx};
use crate::error::{Code, Error, Result};
use crate::kernel::{IdeaId, PersonId, Timestamp};
use crate::word_enum;

word_enum! {
    /// What a moderator did with an idea.
    pub enum ScreeningOutcome {
        /// Published it.
        Published = "published",
        /// Sent it back.
        Returned = "returned",
        /// Refused it.
        Refused = "refused",
        /// Hid it.
        Hidden = "hidden",
        /// Showed it again.
        Shown = "shown",
    }
}

/// What a moderator decided, for the log.
#[derive(Debug, Clone, Copy)]
pub struct NewScreening<'a> {
    /// The idea.
    pub idea: IdeaId,
    /// Who decided.
    pub moderator: PersonId,
    /// What.
    pub outcome: ScreeningOutcome,
    /// Word for the ground.
    pub ground: Option<&'a str>,
    /// Own words.
    pub words: Option<&'a str>,
}

/// Logs what a moderator decided.
pub fn insert_screening(tx: &mut Tx<'_>, new: &NewScreening<'_>) -> Result<()> {
    diesel::insert_into(screenings::table)
        .values((
            screenings::idea_id.eq(new.idea),
            screenings::moderator_id.eq(new.moderator),
            screenings::outcome.eq(new.outcome),
            screenings::ground.eq(new.ground),
            screenings::words.eq(new.words),
            screenings::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Who refused the idea first, while an appeal waits to be judged.
pub fn first_moderator_of_open_appeal(conn: &mut Conn, idea: IdeaId) -> Result<Option<PersonId>> {
    Ok(appeals::table
        .filter(appeals::idea_id.eq(idea))
        .filter(appeals::decided_at.is_null())
        .select(appeals::first_moderator)
        .first(conn)
        .optional()?)
}

/// Notes that the author asks for a new review of the newest refusal.
///
/// # Errors
/// [`Error::Corrupt`] when nobody has refused it.
pub fn insert_appeal(tx: &mut Tx<'_>, idea: IdeaId, reason: &str) -> Result<()> {
    let refused_by: Option<PersonId> = screenings::table
        .filter(screenings::idea_id.eq(idea))
        .filter(screenings::outcome.eq(ScreeningOutcome::Refused))
        .order(screenings::id.desc())
        .select(screenings::moderator_id)
        .first(tx.conn)
        .optional()?;
    let first = refused_by.ok_or_else(|| Error::corrupt("a refused idea that nobody refused"))?;
    diesel::insert_into(appeals::table)
        .values((
            appeals::idea_id.eq(idea),
            appeals::reason.eq(reason),
            appeals::first_moderator.eq(first),
            appeals::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes who judged an appeal.
pub fn close_appeal(tx: &mut Tx<'_>, idea: IdeaId, by: Option<PersonId>) -> Result<()> {
    diesel::update(appeals::table.filter(appeals::idea_id.eq(idea)).filter(appeals::decided_at.is_null()))
        .set((appeals::decided_by.eq(by), appeals::decided_at.eq(Some(tx.now))))
        .execute(tx.conn)?;
    Ok(())
}

/// Hides an idea, or shows it again: lists and counts follow. Gives the new version.
///
/// # Errors
/// [`Error::Conflict`] when somebody was faster.
pub fn set_hidden(tx: &mut Tx<'_>, idea: &Idea, expected: i64, hidden: bool) -> Result<i64> {
    let version = idea.version + 1;
    let listed = idea.state.is_public() && !hidden;
    let changed = diesel::update(ideas::table.filter(ideas::id.eq(idea.id)).filter(ideas::version.eq(expected)))
        .set((ideas::hidden.eq(hidden), ideas::listed.eq(listed), ideas::version.eq(version)))
        .execute(tx.conn)?;
    if changed == 0 {
        return Err(Error::Conflict(Code::ChangedMeanwhile));
    }
    let cell = (idea.state, idea.theme.as_deref().unwrap_or(""), idea.area.as_str());
    move_count(tx, idea.is_listed().then_some(cell), listed.then_some(cell))?;
    Ok(version)
}

/// Why and when an idea was hidden.
#[derive(Debug, Clone, Queryable)]
pub struct Hiding {
    /// Word for the ground.
    pub ground: Option<String>,
    /// The moderator's own words.
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// Why an idea that is hidden now was hidden; for its author and the moderators.
pub fn hiding(conn: &mut Conn, idea: IdeaId) -> Result<Option<Hiding>> {
    Ok(screenings::table
        .filter(screenings::idea_id.eq(idea))
        .filter(screenings::outcome.eq(ScreeningOutcome::Hidden))
        .order(screenings::id.desc())
        .select((screenings::ground, screenings::words, screenings::at))
        .first(conn)
        .optional()?)
}
