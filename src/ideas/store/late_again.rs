//! SQL of telling the author again while what is owed is late still.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::{clock_steps, ideas, late_again};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::ideas::ladder::Step;
use crate::ideas::lifecycle::State;
use crate::kernel::{Date, IdeaId};

use super::{COLUMNS, Idea};

/// Ideas whose day passed by `until` and whose authors were told of it, by id. Of a hidden one there is
/// nothing to tell until it is shown again.
pub fn candidates(conn: &mut Conn, states: &[State], until: Date, after: IdeaId, most: i64) -> Result<Vec<Idea>> {
    let told = clock_steps::table
        .filter(clock_steps::idea_id.eq(ideas::id))
        .filter(clock_steps::state.eq(ideas::state))
        .filter(clock_steps::due_on.nullable().eq(ideas::due_on))
        .filter(clock_steps::step.eq(Step::Late));
    Ok(ideas::table
        .filter(ideas::state.eq_any(states))
        .filter(ideas::hidden.eq(false))
        .filter(ideas::due_on.le(until))
        .filter(ideas::id.gt(after))
        .filter(exists(told))
        .order(ideas::id)
        .limit(most)
        .select(COLUMNS)
        .load(conn)?)
}

/// Something that the author of one of some ideas was told again: state, day and days after it.
type Row = (IdeaId, State, Date, i32);

/// What the authors of these ideas were told again, whatever the day was.
pub fn of(conn: &mut Conn, ids: &[IdeaId]) -> Result<Vec<Row>> {
    Ok(late_again::table
        .filter(late_again::idea_id.eq_any(ids))
        .select((late_again::idea_id, late_again::state, late_again::due_on, late_again::days))
        .load(conn)?)
}

/// After how many days the author was told again of the day that an idea has now.
#[must_use]
pub fn about(rows: &[Row], idea: &Idea) -> Vec<i32> {
    let these =
        rows.iter().filter(|(id, state, due, _)| (*id, *state, Some(*due)) == (idea.id, idea.state, idea.due_on));
    these.map(|(_, _, _, days)| *days).collect()
}

/// Notes it; false when it was noted before.
pub fn note(tx: &mut Tx<'_>, idea: &Idea, due_on: Date, days: i32) -> Result<bool> {
    let today = tx.now.date();
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(late_again::table)
            .values((
                late_again::idea_id.eq(idea.id),
                late_again::state.eq(idea.state),
                late_again::due_on.eq(due_on),
                late_again::days.eq(days),
                late_again::told_on.eq(today),
            ))
            .execute(conn)
    })?;
    Ok(inserted.is_some())
}
