//! The road that publishing, returning and refusing share.

use super::SentForm;
use super::appeal_verdict;
use crate::db::Tx;
use crate::error::Result;
use crate::ideas::lifecycle::{self, Command, Ground};
use crate::ideas::standing;
use crate::ideas::store::{self, Idea, NewScreening, ScreeningOutcome, Update};
use crate::journal::{self, Event};
use crate::kernel::text::Reason;
use crate::kernel::{Actor, IdeaId};
use crate::policy::{self, Action};
use crate::town::Town;

/// Why an idea is not shown: the ground, and the moderator's own words to it.
#[derive(Debug, Clone)]
pub struct Grounds {
    /// The ground from the list.
    pub ground: Ground,
    /// What the author gets to read.
    pub words: Reason,
}

/// An idea that the actor may decide about now.
pub(super) enum Case {
    /// The same form was sent before and gave this version.
    Done(i64),
    /// To be decided.
    Open {
        /// The idea.
        idea: Box<Idea>,
        /// Whether it is an appeal.
        appealed: bool,
    },
}

/// What a decision changes.
pub(super) struct Decision<'a> {
    pub(super) command: Command,
    pub(super) update: Update<'a>,
    pub(super) outcome: ScreeningOutcome,
    pub(super) event: Event,
    /// Whether an appeal ends with it.
    pub(super) is_final: bool,
}

/// Loads the idea and asks whether the actor may screen it.
pub(super) fn open(tx: &mut Tx<'_>, actor: &Actor, number: &str, sent: &SentForm<'_>) -> Result<Case> {
    let idea = store::load_by_number(tx.conn, number)?;
    let standing = standing::of(tx.conn, actor, &idea, tx.now.date())?;
    policy::authorise(&standing, Action::IdeaScreen)?;
    if let Some(version) = sent.earlier(tx, "screen", &idea)? {
        return Ok(Case::Done(version));
    }
    sent.check_version(&idea)?;
    let appealed = appeal_verdict::is_appeal(tx, actor, &idea)?;
    Ok(Case::Open { idea: Box::new(idea), appealed })
}

/// Writes the decision; gives the new version.
pub(super) fn decide(
    tx: &mut Tx<'_>,
    town: &Town,
    actor: &Actor,
    sent: &SentForm<'_>,
    (idea, appealed): (&Idea, bool),
    decision: &Decision<'_>,
) -> Result<i64> {
    let today = tx.now.date();
    let facts = store::facts(tx.conn, idea, today)?;
    let change = lifecycle::decide(idea.state, decision.command, &facts, &town.settings.clocks, today)?;
    let version = store::apply(tx, idea, sent.version, &change, &decision.update)?;
    log(tx, actor, idea.id, decision.outcome, (decision.update.ground, decision.update.reason))?;
    if appealed && decision.is_final {
        appeal_verdict::close(tx, actor, idea)?;
    }
    sent.note(tx, "screen", idea, version)?;
    journal::record(tx, actor, std::slice::from_ref(&decision.event))?;
    Ok(version)
}

/// Logs who decided. The program itself stands in the journal only.
pub(super) fn log(
    tx: &mut Tx<'_>,
    actor: &Actor,
    idea: IdeaId,
    outcome: ScreeningOutcome,
    (ground, words): (Option<&str>, Option<&str>),
) -> Result<()> {
    let Some(moderator) = actor.person() else { return Ok(()) };
    store::insert_screening(tx, &NewScreening { idea, moderator, outcome, ground, words })
}
