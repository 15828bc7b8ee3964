//! The author writes the text anew. A returned idea goes to the moderators again with it.

use super::step::{At, Moved, Opened, once, open};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::ideas::edit::{self, EditKind};
use crate::ideas::forms::Rewrite;
use crate::ideas::lifecycle::{Change, Command};
use crate::ideas::store::{self, Idea, Update};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::policy::Action;
use crate::town::Town;

/// Writes the text as a new revision.
///
/// # Errors
/// Who may not, an old version, [`Code::NothingChanged`], [`Code::EditingClosed`] when only
/// adding is possible, or a state in which the text is locked.
pub fn rewrite(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, new: &Rewrite) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "edit", |tx| {
            let mut opened = open(tx, actor, at, Action::IdeaEdit)?;
            let kind = edit::kind(&opened.idea, &town.settings).ok_or(Error::Conflict(Code::NotNow))?;
            let text = changed(&opened.idea, new)?;
            let (change, event) = match kind {
                EditKind::Add => return Err(Error::refused(Code::EditingClosed)),
                EditKind::Rewrite => {
                    let same = Change { next: opened.idea.state, due_on: opened.idea.due_on };
                    (same, Event::Edited { idea: text.id, revision: text.revision })
                }
                EditKind::SendAgain => {
                    opened.facts.changed_since_return = true;
                    (opened.decide(town, Command::Submit)?, Event::Resubmitted { idea: text.id })
                }
            };
            write(tx, actor, &opened, &text, (&change, "text", event))
        })
    })
}

/// The idea with its new text.
fn changed(idea: &Idea, new: &Rewrite) -> Result<Idea> {
    let is_same = idea.title == new.title.as_str() && idea.body == new.body.as_str();
    if is_same && idea.area == new.area && idea.language == new.language {
        return Err(Error::refused(Code::NothingChanged));
    }
    let text = with_text(idea, new.title.as_str(), new.body.as_str().to_owned(), &new.area);
    Ok(Idea { language: new.language.to_owned(), ..text })
}

/// The idea with another text in the same language, and the next revision.
pub(super) fn with_text(idea: &Idea, title: &str, body: String, area: &str) -> Idea {
    Idea { title: title.to_owned(), body, area: area.to_owned(), revision: idea.revision + 1, ..idea.clone() }
}

/// Stores the text with its revision, the change of state and the event.
pub(super) fn write(
    tx: &mut Tx<'_>,
    actor: &Actor,
    opened: &Opened,
    text: &Idea,
    (change, kind, event): (&Change, &str, Event),
) -> Result<Moved> {
    let moved = opened.apply(tx, change, &Update { area: Some(&text.area), ..Update::default() })?;
    store::set_text(tx, text)?;
    store::insert_revision(tx, text, text.revision, kind, actor.person())?;
    journal::record(tx, actor, &[event])?;
    Ok(moved)
}
