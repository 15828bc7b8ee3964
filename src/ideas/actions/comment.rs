//! Saying something about an idea.

use super::SentForm;
use crate::comments::State;
use crate::comments::draft::NewComment;
use crate::comments::store::{self as comments, NewRow};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::ideas::{standing, store};
use crate::journal::{self, Event};
use crate::kernel::{Actor, CommentId};
use crate::policy::Action;
use crate::town::Town;
use crate::{accounts, markup};

/// A comment that was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommentTold {
    /// Which.
    pub id: CommentId,
    /// Whether it is shown at once or waits for a moderator.
    pub state: State,
}

/// Writes a comment of the signed-in person on the idea with this number. The same form sent
/// again gives the first comment; an empty `form_key` stands for no form.
///
/// # Errors
/// Not found, sign-in needed, or [`Code::NotNow`] when the idea is in a state that takes none.
pub fn comment(
    db: &Db,
    town: &Town,
    actor: &Actor,
    number: &str,
    new: &NewComment,
    form_key: &str,
) -> Result<CommentTold> {
    db.write(|tx| write_down(tx, town, actor, number, new, form_key))
}

fn write_down(
    tx: &mut Tx<'_>,
    town: &Town,
    actor: &Actor,
    number: &str,
    new: &NewComment,
    form_key: &str,
) -> Result<CommentTold> {
    let idea = store::load_by_number(tx.conn, number)?;
    let today = tx.now.date();
    let standing = standing::of(tx.conn, actor, &idea, today)?;
    standing::authorise(&standing, Action::CommentAdd)?;
    let author = actor.person().ok_or(Error::SignInNeeded)?;
    // Bound to the person, so that nobody is shown the result of somebody else's form.
    let step = format!("comment {author}");
    let sent = SentForm { version: idea.version, key: form_key };
    if let Some(first) = sent.earlier(tx, &step, &idea)? {
        let id = CommentId::new(first);
        return Ok(CommentTold { id, state: comments::load(tx.conn, id)?.state });
    }
    if !idea.state.takes_comments() || idea.hidden {
        return Err(Error::Conflict(Code::NotNow));
    }
    let waits = town.settings.comments_are_reviewed || store::protects_the_young(tx.conn, &idea, author, today)?;
    let author_name = accounts::store::load(tx.conn, author)?.display_name;
    let body = new.body.as_str();
    let language = markup::language_of(body);
    let row = NewRow { idea: idea.id, kind: new.kind, body, language, author, author_name: &author_name, waits };
    let id = comments::insert(tx, &row)?;
    sent.note(tx, &step, &idea, id.get())?;
    if waits {
        journal::record(tx, actor, &[Event::CommentWritten { idea: idea.id, comment: id }])?;
        return Ok(CommentTold { id, state: State::Waiting });
    }
    store::count_comment(tx, idea.id, 1)?;
    journal::record(tx, actor, &[Event::CommentShown { idea: idea.id, comment: id }])?;
    Ok(CommentTold { id, state: State::Visible })
}
