//! Joining an idea into another. Nothing is lost: the text, author, comments and supporters of
//! the joined idea stay on its own page, its people count and follow where it lives on.

use super::ask_owner::relieve;
use super::goal_reached;
use super::step::{At, Moved, once, open};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::ideas::forms::Merge;
use crate::ideas::lifecycle::{Change, Command, State};
use crate::ideas::merge::{check, joint_support};
use crate::ideas::store::merges::{self, MergedSupport};
use crate::ideas::store::{self, Idea, Update};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::policy::Action;
use crate::town::Town;
use crate::{follows, support};

/// Joins an idea into the one with another number.
///
/// # Errors
/// Who may not, the wrong state, an old version, or a target that cannot lead on
/// ([`Code::CannotMerge`]).
pub fn merge(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, merge: &Merge) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "merge", |tx| {
            let opened = open(tx, actor, at, Action::IdeaMerge)?;
            let change = opened.decide(town, Command::Merge)?;
            let target = leading_idea(tx, &opened.idea, &merge.into)?;
            let update = Update { merged_into: Some(target.id), ..Update::default() };
            let moved = opened.apply(tx, &change, &update)?;
            let relieved = relieve(tx, opened.idea.id, None)?;
            carry_over(tx, town, &opened.idea, &target, merge.reason.as_str())?;
            let merged = Event::Merged { idea: opened.idea.id, into: target.id };
            let here = Event::MergedHere { idea: target.id, from: opened.idea.id };
            journal::record(tx, actor, &[vec![merged, here], relieved].concat())?;
            Ok(moved)
        })
    })
}

/// The idea that leads on. One that nobody may see is answered like one that is not there.
fn leading_idea(tx: &mut Tx<'_>, idea: &Idea, number: &str) -> Result<Idea> {
    let unknown = || Error::field("into", Code::FieldNotIdea);
    let target = match store::load_by_number(tx.conn, number) {
        Ok(target) if target.is_listed() => target,
        Ok(_) | Err(Error::NotFound) => return Err(unknown()),
        Err(error) => return Err(error),
    };
    let leads_others = merges::leads_others(tx.conn, idea.id)?;
    check(idea, &target, leads_others)?;
    Ok(target)
}

/// Lets everyone who stands behind the joined idea stand behind the other, each person once.
fn carry_over(tx: &mut Tx<'_>, town: &Town, idea: &Idea, target: &Idea, reason: &str) -> Result<()> {
    let same = Change { next: target.state, due_on: target.due_on };
    store::apply(tx, target, target.version, &same, &Update::default())?;
    // Both rows are ours from here on, so the counts are read anew: somebody may have supported
    // one of them since it was loaded.
    let (idea, target) = (store::load(tx.conn, idea.id)?, store::load(tx.conn, target.id)?);
    let carried = support::store::carry_over(tx, town, idea.id, target.id)?;
    let parts =
        MergedSupport { of_target: target.support_count, of_merged: idea.support_count, shared: carried.shared };
    let count = store::count_supports(tx, target.id, joint_support(parts) - target.support_count)?;
    merges::insert(tx, idea.id, target.id, parts, reason)?;
    follows::store::carry_over(tx, idea.id, target.id)?;
    if let Some(author) = idea.author_id {
        follows::store::follow(tx, target.id, author)?;
    }
    if target.state == State::Open && count >= target.support_goal {
        goal_reached(tx, town, target.id)?;
    }
    Ok(())
}
