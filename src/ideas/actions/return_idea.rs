//! A moderator sends an idea back to its author, who can change it and send it again.

use super::SentForm;
use super::screen::{self, Case, Decision, Grounds};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::{ScreeningOutcome, Update};
use crate::journal::Event;
use crate::kernel::Actor;
use crate::town::Town;

/// Returns the idea with this number; gives its new version. An appeal waits until the idea comes back.
///
/// # Errors
/// Not found, not allowed, an own matter, an appeal against one's own refusal, changed meanwhile,
/// or not in a state to be returned.
pub fn return_idea(
    db: &Db,
    town: &Town,
    actor: &Actor,
    number: &str,
    sent: &SentForm<'_>,
    grounds: &Grounds,
) -> Result<i64> {
    db.write(|tx| {
        let (idea, appealed) = match screen::open(tx, actor, number, sent)? {
            Case::Done(version) => return Ok(version),
            Case::Open { idea, appealed } => (idea, appealed),
        };
        let ground = grounds.ground;
        let decision = Decision {
            command: Command::Return(ground),
            update: Update { ground: Some(ground.as_str()), reason: Some(grounds.words.as_str()), ..Update::default() },
            outcome: ScreeningOutcome::Returned,
            event: Event::Returned { idea: idea.id, ground: ground.as_str().to_owned() },
            is_final: false,
        };
        screen::decide(tx, town, actor, sent, (&idea, appealed), &decision)
    })
}
