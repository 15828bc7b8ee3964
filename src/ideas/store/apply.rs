//! Writing a change of state, and everything that is counted from it.

use diesel::prelude::*;

use super::{Idea, promises};
use crate::db::schema::{idea_counts, idea_milestones, ideas, steering_groups};
use crate::db::{Tx, portable};
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::{Change, Outcome, State};
use crate::ideas::promise::Held;
use crate::kernel::{Date, GroupId, IdeaId};

/// What changes beside the state; `None` keeps what is there.
#[derive(Debug, Clone, Default)]
pub struct Update<'a> {
    /// Theme.
    pub theme: Option<&'a str>,
    /// Part of the area.
    pub area: Option<&'a str>,
    /// Lead group.
    pub group: Option<GroupId>,
    /// Why it was returned or refused.
    pub ground: Option<&'a str>,
    /// Words to the ground, or the reason of a withdrawal or stop.
    pub reason: Option<&'a str>,
    /// Last day for support.
    pub closes_on: Option<Date>,
    /// The idea it lives on in.
    pub merged_into: Option<IdeaId>,
    /// What the group decided.
    pub outcome: Option<Outcome>,
    /// Whether the step that was owed is taken although the state stays: a note while it is carried out.
    pub keeps_promise: bool,
}

/// Writes a change. `expected` is the version that the asker saw.
///
/// # Errors
/// [`Error::Conflict`] when somebody was faster.
pub fn apply(tx: &mut Tx<'_>, idea: &Idea, expected: i64, change: &Change, update: &Update<'_>) -> Result<i64> {
    let version = idea.version + 1;
    let now = tx.now;
    let next = change.next;
    let newly_published = next.is_public() && next != State::Withdrawn && idea.published_at.is_none();
    let listed = next.is_public() && !idea.hidden && (newly_published || idea.published_at.is_some());
    let theme = update.theme.or(idea.theme.as_deref());
    let area = update.area.unwrap_or(&idea.area);
    let group = update.group.or(idea.group_id);
    // One statement, because the table's checks tie these columns together.
    let changed = diesel::update(ideas::table.filter(ideas::id.eq(idea.id)).filter(ideas::version.eq(expected)))
        .set((
            ideas::state.eq(next),
            ideas::version.eq(version),
            ideas::listed.eq(listed),
            ideas::theme.eq(theme),
            ideas::area.eq(area),
            ideas::group_id.eq(group),
            ideas::due_on.eq(change.due_on),
            ideas::closes_on.eq(update.closes_on.or(idea.closes_on)),
            ideas::merged_into.eq(update.merged_into.map(IdeaId::get)),
            ideas::last_event_at.eq(now),
            (next != idea.state).then(|| ideas::state_since.eq(now)),
            newly_published.then(|| ideas::published_at.eq(Some(now))),
            replaces_reason(idea, next, update)
                .then(|| (ideas::ground.eq(update.ground), ideas::state_reason.eq(update.reason))),
        ))
        .execute(tx.conn)?;
    if changed == 0 {
        return Err(Error::Conflict(Code::ChangedMeanwhile));
    }
    let before = idea.is_listed().then(|| (idea.state, idea.theme.as_deref().unwrap_or(""), idea.area.as_str()));
    let after = listed.then(|| (next, theme.unwrap_or(""), area));
    move_count(tx, before, after)?;
    move_desk(tx, (idea.state, idea.group_id), (next, group))?;
    note_milestone(tx, idea, next, update)?;
    let was = Held { state: idea.state, due_on: idea.due_on, group: idea.group_id };
    let becomes = Held { state: next, due_on: change.due_on, group };
    promises::follow(tx, idea.id, was, becomes, update.keeps_promise)?;
    Ok(version)
}

/// Whether ground and reason are written anew. Those of a return or refusal stay while a moderator
/// reads the idea again; they are gone when it comes to a state of which they say nothing.
fn replaces_reason(idea: &Idea, next: State, update: &Update<'_>) -> bool {
    let given = update.ground.is_some() || update.reason.is_some();
    given || (next != idea.state && next != State::Screening)
}

type Cell<'a> = (State, &'a str, &'a str);

/// Takes an idea out of one count and puts it into another.
pub(super) fn move_count(tx: &mut Tx<'_>, before: Option<Cell<'_>>, after: Option<Cell<'_>>) -> Result<()> {
    if before == after {
        return Ok(());
    }
    for (cell, step) in [(before, -1_i64), (after, 1_i64)] {
        let Some((state, theme, area)) = cell else { continue };
        let same = idea_counts::table
            .filter(idea_counts::state.eq(state.as_str()))
            .filter(idea_counts::theme.eq(theme))
            .filter(idea_counts::area.eq(area));
        let add = |tx: &mut Tx<'_>| {
            diesel::update(same).set(idea_counts::count.eq(idea_counts::count + step)).execute(tx.conn)
        };
        if add(tx)? == 0 {
            let inserted = portable::insert_new(tx, |conn| {
                diesel::insert_into(idea_counts::table)
                    .values((
                        idea_counts::state.eq(state.as_str()),
                        idea_counts::theme.eq(theme),
                        idea_counts::area.eq(area),
                        idea_counts::count.eq(step.max(0)),
                    ))
                    .execute(conn)
            })?;
            if inserted.is_none() {
                add(tx)?;
            }
        }
    }
    Ok(())
}

/// Keeps how many ideas a group has on its desk.
fn move_desk(tx: &mut Tx<'_>, before: (State, Option<GroupId>), after: (State, Option<GroupId>)) -> Result<()> {
    let desk = |(state, group): (State, Option<GroupId>)| if state.is_with_group() { group } else { None };
    let (from, to) = (desk(before), desk(after));
    if from == to {
        return Ok(());
    }
    for (group, step) in [(from, -1_i64), (to, 1_i64)] {
        if let Some(group) = group {
            diesel::update(steering_groups::table.filter(steering_groups::id.eq(group)))
                .set(steering_groups::open_ideas.eq(steering_groups::open_ideas + step))
                .execute(tx.conn)?;
        }
    }
    Ok(())
}

/// Notes the day on which an idea reached a step for the first time.
fn note_milestone(tx: &mut Tx<'_>, idea: &Idea, next: State, update: &Update<'_>) -> Result<()> {
    use idea_milestones as m;
    let today = Some(tx.now.date());
    let this = m::table.filter(m::idea_id.eq(idea.id));
    if next.is_public() && next != State::Withdrawn {
        diesel::update(this.filter(m::published_on.is_null())).set(m::published_on.eq(today)).execute(tx.conn)?;
    }
    if matches!(next, State::WithGroup) {
        diesel::update(this.filter(m::with_group_on.is_null())).set(m::with_group_on.eq(today)).execute(tx.conn)?;
    }
    if let Some(outcome) = update.outcome {
        diesel::update(this).set((m::decided_on.eq(today), m::outcome.eq(Some(outcome.as_str())))).execute(tx.conn)?;
    }
    match next {
        State::UnderWay => {
            diesel::update(this.filter(m::started_on.is_null())).set(m::started_on.eq(today)).execute(tx.conn)?;
        }
        State::Done => {
            diesel::update(this.filter(m::done_on.is_null())).set(m::done_on.eq(today)).execute(tx.conn)?;
        }
        State::Refused => {
            diesel::update(this).set(m::refused_ground.eq(update.ground)).execute(tx.conn)?;
        }
        _ => {}
    }
    Ok(())
}

/// Adds to (or takes from) the stored number of supports; gives the new number.
pub fn count_supports(tx: &mut Tx<'_>, idea: IdeaId, step: i64) -> Result<i64> {
    Ok(diesel::update(ideas::table.filter(ideas::id.eq(idea)))
        .set(ideas::support_count.eq(ideas::support_count + step))
        .returning(ideas::support_count)
        .get_result(tx.conn)?)
}

/// As [`count_supports`], but only while the idea is open; else nothing is counted.
pub fn count_supports_while_open(tx: &mut Tx<'_>, idea: IdeaId, step: i64) -> Result<Option<i64>> {
    let open = ideas::table.filter(ideas::id.eq(idea)).filter(ideas::state.eq(State::Open));
    Ok(diesel::update(open)
        .set(ideas::support_count.eq(ideas::support_count + step))
        .returning(ideas::support_count)
        .get_result(tx.conn)
        .optional()?)
}

/// Adds to (or takes from) the stored number of shown comments.
pub fn count_comment(tx: &mut Tx<'_>, idea: IdeaId, step: i64) -> Result<()> {
    diesel::update(ideas::table.filter(ideas::id.eq(idea)))
        .set(ideas::comment_count.eq(ideas::comment_count + step))
        .execute(tx.conn)?;
    Ok(())
}
