//! SQL of the steps about days that somebody owes something by.

use std::collections::BTreeSet;

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::{clock_steps, counters, ideas, people, seats};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::ideas::ladder::{Step, Taken};
use crate::ideas::lifecycle::State;
use crate::kernel::{Date, GroupId, IdeaId};

use super::{COLUMNS, Idea};

/// Under this name the counters keep the day of the last look at all days.
const LOOKED_ON: &str = "clock-look";

/// The day on which every idea was looked at last.
pub fn looked_on(conn: &mut Conn) -> Result<Option<Date>> {
    let day: Option<i64> =
        counters::table.filter(counters::name.eq(LOOKED_ON)).select(counters::value).first(conn).optional()?;
    Ok(day.and_then(|day| i32::try_from(day).ok()).map(Date::from_number))
}

/// Notes that every idea was looked at on a day.
pub fn note_look(tx: &mut Tx<'_>, day: Date) -> Result<()> {
    let value = i64::from(day.number());
    let this = || counters::table.filter(counters::name.eq(LOOKED_ON));
    if diesel::update(this()).set(counters::value.eq(value)).execute(tx.conn)? == 0 {
        portable::insert_new(tx, |conn| {
            diesel::insert_into(counters::table)
                .values((counters::name.eq(LOOKED_ON), counters::value.eq(value)))
                .execute(conn)
        })?;
    }
    Ok(())
}

/// Ideas with a day up to `until` about which not every step has been taken, by id.
pub fn candidates(conn: &mut Conn, states: &[State], until: Date, after: IdeaId, most: i64) -> Result<Vec<Idea>> {
    let finished = clock_steps::table
        .filter(clock_steps::idea_id.eq(ideas::id))
        .filter(clock_steps::state.eq(ideas::state))
        .filter(clock_steps::due_on.nullable().eq(ideas::due_on))
        .filter(clock_steps::step.eq(Step::Process));
    Ok(ideas::table
        .filter(ideas::state.eq_any(states))
        .filter(ideas::due_on.le(until))
        .filter(ideas::id.gt(after))
        .filter(diesel::dsl::not(exists(finished)))
        .order(ideas::id)
        .limit(most)
        .select(COLUMNS)
        .load(conn)?)
}

/// Open ideas that close by a day and whose authors have not been told for the last time, by id. Those who
/// have heard once are left out until the last time comes.
pub fn closing(conn: &mut Conn, until: Date, after: IdeaId, most: i64) -> Result<Vec<Idea>> {
    let told = clock_steps::table
        .filter(clock_steps::idea_id.eq(ideas::id))
        .filter(clock_steps::state.eq(ideas::state))
        .filter(clock_steps::due_on.nullable().eq(ideas::closes_on))
        .filter(clock_steps::step.eq(Step::Day));
    Ok(ideas::table
        .filter(ideas::state.eq(State::Open))
        .filter(ideas::listed.eq(true))
        .filter(ideas::closes_on.le(until))
        .filter(ideas::id.gt(after))
        .filter(diesel::dsl::not(exists(told)))
        .order(ideas::id)
        .limit(most)
        .select(COLUMNS)
        .load(conn)?)
}

/// A step about one of some ideas.
type Row = (IdeaId, State, Date, Step, Date);

/// The steps that were taken about these ideas, whatever the day was.
pub fn of(conn: &mut Conn, ids: &[IdeaId]) -> Result<Vec<Row>> {
    Ok(clock_steps::table
        .filter(clock_steps::idea_id.eq_any(ids))
        .select((
            clock_steps::idea_id,
            clock_steps::state,
            clock_steps::due_on,
            clock_steps::step,
            clock_steps::taken_on,
        ))
        .load(conn)?)
}

/// Those among such rows that are about the day that an idea has now.
#[must_use]
pub fn about(rows: &[Row], idea: &Idea) -> Vec<Taken> {
    let these =
        rows.iter().filter(|(id, state, due, _, _)| (*id, *state, Some(*due)) == (idea.id, idea.state, idea.due_on));
    these.map(|(_, _, _, step, on)| Taken { step: *step, on: *on }).collect()
}

/// The groups among these that have a chair on a day who can be told something.
pub fn with_chair(conn: &mut Conn, groups: &[GroupId], today: Date) -> Result<BTreeSet<GroupId>> {
    let found: Vec<GroupId> = seats::table
        .inner_join(people::table)
        .filter(seats::group_id.eq_any(groups.iter().copied()))
        .filter(seats::role.eq("chair"))
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
        .filter(people::suspended.eq(false))
        .select(seats::group_id)
        .distinct()
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Notes that a step is taken about the day that the idea has now; false when it was taken before.
pub fn take(tx: &mut Tx<'_>, idea: &Idea, step: Step) -> Result<bool> {
    let today = tx.now.date();
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(clock_steps::table)
            .values((
                clock_steps::idea_id.eq(idea.id),
                clock_steps::state.eq(idea.state),
                clock_steps::due_on.eq(idea.due_on.unwrap_or(today)),
                clock_steps::step.eq(step),
                clock_steps::taken_on.eq(today),
            ))
            .execute(conn)
    })?;
    Ok(inserted.is_some())
}
