//! The author changes a returned idea and sends it again.

use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::{Command, State};
use crate::ideas::store::{self, Idea, Update};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::kernel::text::{Body, Title};
use crate::policy::Action;
use crate::town::Town;

/// Writes the changed text as a new revision and sends it to the moderators.
///
/// # Errors
/// Who may not, another state than returned, an old version, or [`Code::NothingChanged`].
pub fn send_again(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, title: &Title, body: &Body) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, |tx| {
            let mut opened = open(tx, actor, at, Action::IdeaEdit)?;
            if opened.idea.state != State::Returned {
                return Err(Error::Conflict(Code::NotNow));
            }
            if opened.idea.title == title.as_str() && opened.idea.body == body.as_str() {
                return Err(Error::refused(Code::NothingChanged));
            }
            opened.facts.changed_since_return = true;
            let change = opened.decide(town, &Command::Submit)?;
            let text = Idea {
                title: title.as_str().to_owned(),
                body: body.as_str().to_owned(),
                revision: opened.idea.revision + 1,
                ..opened.idea.clone()
            };
            store::insert_revision(tx, &text, text.revision, "text", actor.person())?;
            store::set_text(tx, &text)?;
            let moved = opened.apply(tx, &change, &Update::default())?;
            journal::record(tx, actor, &[Event::Resubmitted { idea: opened.idea.id }])?;
            Ok(moved)
        })
    })
}
