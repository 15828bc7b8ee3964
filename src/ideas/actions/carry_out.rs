//! Carrying out what was decided: beginning, telling how it goes, finishing.

use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::forms::Completion;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::{Update, help, progress};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::kernel::text::Reason;
use crate::policy::Action;
use crate::town::Town;

/// Begins; a note may say with what.
///
/// # Errors
/// Who may not, the wrong state, no owner who has accepted, or an old version.
pub fn start(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, note: Option<&Reason>) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "start", |tx| {
            let opened = open(tx, actor, at, Action::ProgressReport)?;
            let change = opened.decide(town, Command::Start)?;
            let idea = opened.idea.id;
            help::end(tx, idea)?;
            let mut events = vec![Event::Started { idea }];
            if let Some(note) = note {
                let note = progress::insert_note(tx, idea, actor.person(), note.as_str())?;
                events.push(Event::ProgressReported { idea, note });
            }
            let moved = opened.apply(tx, &change, &Update::default())?;
            journal::record(tx, actor, &events)?;
            Ok(moved)
        })
    })
}

/// Tells how it goes; the day for the next note moves on.
///
/// # Errors
/// Who may not, the wrong state, or an old version.
pub fn report_progress(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, note: &Reason) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "report", |tx| {
            let opened = open(tx, actor, at, Action::ProgressReport)?;
            let change = opened.decide(town, Command::Report)?;
            let idea = opened.idea.id;
            let note = progress::insert_note(tx, idea, actor.person(), note.as_str())?;
            help::end(tx, idea)?;
            let moved = opened.apply(tx, &change, &Update { keeps_promise: true, ..Update::default() })?;
            journal::record(tx, actor, &[Event::ProgressReported { idea, note }])?;
            Ok(moved)
        })
    })
}

/// Finishes, with what came of it.
///
/// # Errors
/// Who may not, the wrong state, or an old version.
pub fn complete(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, completion: &Completion) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "complete", |tx| {
            let opened = open(tx, actor, at, Action::ProgressReport)?;
            let change = opened.decide(town, Command::Complete)?;
            progress::set_result(tx, opened.idea.id, completion)?;
            help::end(tx, opened.idea.id)?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            journal::record(tx, actor, &[Event::Completed { idea: opened.idea.id }])?;
            Ok(moved)
        })
    })
}
