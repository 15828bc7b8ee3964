//! The author adds to a text that others have supported as it stands.

use super::rewrite::{with_text, write};
use super::step::{At, Moved, once, open};
use crate::db::Db;
use crate::error::{Code, Error, FieldErrors, Result};
use crate::ideas::edit::{self, EditKind};
use crate::ideas::lifecycle::Change;
use crate::journal::Event;
use crate::kernel::Actor;
use crate::kernel::text::{CommentBody, TextFault};
use crate::policy::Action;
use crate::town::Town;

/// Most characters that a text may grow to by additions.
pub(super) const GROWN_TEXT_LIMIT: usize = 20_000;

/// Puts an addition under the text, after `label` (such as "Addition 3 December"), as a new
/// revision. The addition is part of the text: it is found by search and shown by the API.
///
/// # Errors
/// Who may not, an old version, a text that has grown too long, or a state in which it is locked
/// or can still be written anew.
pub fn add_to_text(
    db: &Db,
    town: &Town,
    actor: &Actor,
    at: &At<'_>,
    addition: &CommentBody,
    label: &str,
) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "addition", |tx| {
            let opened = open(tx, actor, at, Action::IdeaEdit)?;
            let idea = &opened.idea;
            if edit::kind(idea, &town.settings) != Some(EditKind::Add) {
                return Err(Error::Conflict(Code::NotNow));
            }
            let body = format!("{}\n\n**{label}** {}", idea.body, addition.as_str());
            demand_room(&body)?;
            let text = with_text(idea, &idea.title, body, &idea.area);
            let same = Change { next: idea.state, due_on: idea.due_on };
            let event = Event::Added { idea: idea.id, revision: text.revision };
            write(tx, actor, &opened, &text, (&same, "addition", event))
        })
    })
}

fn demand_room(body: &str) -> Result<()> {
    let length = body.chars().count();
    let fault = (length > GROWN_TEXT_LIMIT).then_some(TextFault::TooLong { limit: GROWN_TEXT_LIMIT, length });
    let mut errors = FieldErrors::default();
    let room = errors.text("addition", fault.map_or(Ok(()), Err));
    errors.finish(room)
}
