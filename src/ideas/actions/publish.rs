//! A moderator publishes an idea: everyone can read, support and discuss it from now on.

use super::SentForm;
use super::screen::{self, Case, Decision};
use crate::db::Db;
use crate::error::Result;
use crate::ideas::lifecycle::Command;
use crate::ideas::store::{ScreeningOutcome, Update};
use crate::journal::Event;
use crate::kernel::{Actor, GroupId};
use crate::town::Town;

/// What an idea gets when it is published.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Word of its theme, one of the town's.
    pub theme: String,
    /// The group that answers for it; one that leads ideas.
    pub group: GroupId,
}

/// Publishes the idea with this number; gives its new version. An appeal ends with it.
///
/// # Errors
/// Not found, not allowed, an own matter, an appeal against one's own refusal, changed meanwhile,
/// or not in a state to be published.
pub fn publish(
    db: &Db,
    town: &Town,
    actor: &Actor,
    number: &str,
    sent: &SentForm<'_>,
    publication: &Publication,
) -> Result<i64> {
    db.write(|tx| {
        let (idea, appealed) = match screen::open(tx, actor, number, sent)? {
            Case::Done(version) => return Ok(version),
            Case::Open { idea, appealed } => (idea, appealed),
        };
        let closes_on = tx.now.date().plus_days(town.settings.clocks.support_days);
        let decision = Decision {
            command: Command::Publish,
            update: Update {
                theme: Some(&publication.theme),
                group: Some(publication.group),
                closes_on: Some(closes_on),
                ..Update::default()
            },
            outcome: ScreeningOutcome::Published,
            event: Event::Published { idea: idea.id, group: publication.group },
            is_final: true,
        };
        screen::decide(tx, town, actor, sent, (&idea, appealed), &decision)
    })
}
