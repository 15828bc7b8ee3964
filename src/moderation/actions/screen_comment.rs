//! A moderator shows a comment, does not show it, or hides one that was shown. The number of
//! comments that stands at the idea follows.

use super::decide_report::close_reports;
use crate::comments::State;
use crate::comments::store::{self as comments, Comment};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::ideas::actions::{Grounds, SentForm};
use crate::ideas::store::{self as ideas, Idea};
use crate::journal::{self, Event};
use crate::kernel::{Actor, CommentId};
use crate::moderation::standing;
use crate::moderation::verdict::{CommentVerdict, ReportVerdict};
use crate::policy::{self, Action};

/// Decides about a comment. A hidden one is shown again by [`CommentVerdict::Show`].
///
/// # Errors
/// Not found, not allowed, an own matter; [`Error::Conflict`] when the comment is not (or no
/// longer) in a state in which this can be done.
pub fn screen_comment(
    db: &Db,
    actor: &Actor,
    id: CommentId,
    sent: &SentForm<'_>,
    verdict: &CommentVerdict,
) -> Result<()> {
    db.write(|tx| {
        let comment = comments::load(tx.conn, id)?;
        let idea = ideas::load(tx.conn, comment.idea)?;
        let standing = standing::to_comment(tx.conn, actor, &idea, &comment, tx.now.date())?;
        policy::authorise(&standing, action_for(comment.state))?;
        let step = format!("comment {id}");
        if sent.earlier(tx, &step, &idea)?.is_some() {
            return Ok(());
        }
        match verdict {
            CommentVerdict::Show => show(tx, actor, &idea, id)?,
            CommentVerdict::Refuse(grounds) => refuse(tx, actor, &idea, id, grounds)?,
            CommentVerdict::Hide(grounds) => {
                hide(tx, actor, &idea, &comment, grounds)?;
                close_reports(tx, actor, (idea.id, Some(id)), &ReportVerdict::Hide(grounds.clone()))?;
            }
        }
        sent.note(tx, &step, &idea, idea.version)
    })
}

/// What is asked of the permission table: reading what waits, or taking away what was shown.
pub(in crate::moderation) const fn action_for(state: State) -> Action {
    match state {
        State::Waiting => Action::CommentScreen,
        State::Visible | State::Hidden | State::Refused => Action::ContentHide,
    }
}

fn show(tx: &mut Tx<'_>, actor: &Actor, idea: &Idea, id: CommentId) -> Result<()> {
    demand(comments::show(tx, id)?)?;
    ideas::count_comment(tx, idea.id, 1)?;
    journal::record(tx, actor, &[Event::CommentShown { idea: idea.id, comment: id }])?;
    Ok(())
}

fn refuse(tx: &mut Tx<'_>, actor: &Actor, idea: &Idea, id: CommentId, grounds: &Grounds) -> Result<()> {
    demand(comments::refuse(tx, id, grounds.ground.as_str(), grounds.words.as_str())?)?;
    record_hidden(tx, actor, idea, id, grounds)
}

/// Hides a visible comment and takes it from the idea's count.
pub(super) fn hide(tx: &mut Tx<'_>, actor: &Actor, idea: &Idea, comment: &Comment, grounds: &Grounds) -> Result<()> {
    demand(comments::hide(tx, comment.id, grounds.ground.as_str(), grounds.words.as_str())?)?;
    ideas::count_comment(tx, idea.id, -1)?;
    record_hidden(tx, actor, idea, comment.id, grounds)
}

fn record_hidden(tx: &mut Tx<'_>, actor: &Actor, idea: &Idea, comment: CommentId, grounds: &Grounds) -> Result<()> {
    let ground = grounds.ground.as_str().to_owned();
    journal::record(tx, actor, &[Event::CommentHidden { idea: idea.id, comment, ground }])?;
    Ok(())
}

fn demand(changed: bool) -> Result<()> {
    if changed { Ok(()) } else { Err(Error::Conflict(Code::ChangedMeanwhile)) }
}
