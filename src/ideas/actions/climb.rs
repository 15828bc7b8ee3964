//! What is done about days by which somebody owes something: reminders, and what
//! follows when a day has passed.

use super::super::clock::{self, Ower};
use super::super::ladder::{self, Rung, Step};
use super::remind_open::remind_open;
use super::tell_again::tell_again;
use crate::db::{Conn, Db, Tx};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::ideas::store::{self, Idea, clock_steps};
use crate::journal::{self, Event};
use crate::kernel::{Actor, Date, IdeaId};
use crate::town::{Clocks, Town};

/// Ideas looked at in one go.
const BATCH: i64 = 200;

/// Takes the steps that are due by now, each in a transaction of its own; gives how many. A step
/// becomes due when a day begins and an idea takes one a day at most, so everything is looked at
/// once a day, and the other minutes cost one row, however many ideas there are. A look that failed
/// is taken again.
///
/// # Errors
/// When the database cannot be used, or the first failure, after every idea has had its turn.
pub fn climb(db: &Db, town: &Town) -> Result<usize> {
    let today = db.clock().now().date();
    if db.read(clock_steps::looked_on)? == Some(today) {
        return Ok(0);
    }
    // Who has it now is told after it has climbed.
    let (climbed, told, again) = (climb_all(db, town), remind_open(db), tell_again(db));
    let steps = climbed? + told? + again?;
    db.write(|tx| clock_steps::note_look(tx, today))?;
    Ok(steps)
}

fn climb_all(db: &Db, town: &Town) -> Result<usize> {
    let mut steps = 0;
    let mut first = Ok(());
    let mut after = IdeaId::new(0);
    let owing: Vec<State> = State::ALL.iter().copied().filter(|state| clock::ower(*state).is_some()).collect();
    loop {
        let today = db.clock().now().date();
        let until = today.plus_days(ladder::longest_reminder_days(&town.settings.clocks));
        let (due, last) = db.read(|conn| {
            let ideas = clock_steps::candidates(conn, &owing, until, after, BATCH)?;
            let last = ideas.last().map(|idea| idea.id);
            Ok((next_steps(conn, &town.settings.clocks, &ideas, today)?, last))
        })?;
        let Some(last) = last else { break };
        after = last;
        for (id, _) in due {
            match db.write(|tx| take(tx, town, id)) {
                Ok(true) => steps += 1,
                // Somebody was faster, or the idea has moved on.
                Ok(false) => {}
                Err(error) => first = first.and(Err(error)),
            }
        }
    }
    first.map(|()| steps)
}

/// The step that is due for each of these ideas, where one is.
fn next_steps(conn: &mut Conn, clocks: &Clocks, ideas: &[Idea], today: Date) -> Result<Vec<(IdeaId, Step)>> {
    let ids: Vec<IdeaId> = ideas.iter().map(|idea| idea.id).collect();
    let taken = clock_steps::of(conn, &ids)?;
    let mut groups: Vec<_> = ideas.iter().filter_map(|idea| idea.group_id).collect();
    groups.sort_unstable();
    groups.dedup();
    let with_chair = clock_steps::with_chair(conn, &groups, today)?;
    let step = |idea: &Idea| {
        let owed = clock::owed(idea.state, idea.due_on)?;
        // Of what is hidden, or read by moderators, a chair may not know.
        let has_chair = idea.is_listed() && idea.group_id.is_some_and(|group| with_chair.contains(&group));
        let taken = clock_steps::about(&taken, idea);
        let rung = Rung { owed, since: idea.state_since.date(), has_chair, taken: &taken };
        ladder::next(&rung, clocks, today).map(|step| (idea.id, step))
    };
    Ok(ideas.iter().filter_map(step).collect())
}

/// Takes the step that is due for an idea, if one still is.
fn take(tx: &mut Tx<'_>, town: &Town, id: IdeaId) -> Result<bool> {
    let idea = store::load(tx.conn, id)?;
    let today = tx.now.date();
    let next = next_steps(tx.conn, &town.settings.clocks, std::slice::from_ref(&idea), today)?;
    let Some((_, step)) = next.first().copied() else { return Ok(false) };
    if !clock_steps::take(tx, &idea, step)? {
        return Ok(false);
    }
    journal::record(tx, &Actor::System, &[event(&idea, step, today)])?;
    Ok(true)
}

fn event(idea: &Idea, step: Step, today: Date) -> Event {
    let (id, due_on) = (idea.id, idea.due_on.unwrap_or(today).number());
    let by = clock::ower(idea.state).unwrap_or(Ower::Group).as_str().to_owned();
    match step {
        Step::Reminder | Step::Day => Event::Reminded { idea: id, by, due_on },
        Step::Late => Event::Late { idea: id, by, due_on },
        Step::Chair => Event::ClimbedToChair { idea: id, by, due_on },
        Step::Process => Event::ClimbedToProcess { idea: id, by, due_on },
    }
}
