//! The lead group answers a question.

use crate::comments::store::{self as comments, Answer, Comment};
use crate::comments::{Kind, State};
use crate::db::{Conn, Db};
use crate::error::{Code, Error, Result};
use crate::ideas::standing;
use crate::ideas::store::{self, Idea};
use crate::journal::{self, Event};
use crate::kernel::text::CommentBody;
use crate::kernel::{Actor, CommentId, Date};
use crate::policy::Action;

/// Answers a question in the name of the lead group; gives the idea that it is about. A question
/// gets one answer: who is second is told so and overwrites nothing.
///
/// # Errors
/// Not found, also for a comment that is not shown; forbidden for those without a seat in the lead
/// group; [`Code::NotNow`] for what is no question, [`Code::ChangedMeanwhile`] for one that has
/// its answer.
pub fn answer_question(db: &Db, actor: &Actor, id: CommentId, body: &CommentBody) -> Result<Idea> {
    db.write(|tx| {
        let today = tx.now.date();
        let (question, idea) = answerable(tx.conn, actor, id, today)?;
        if question.kind != Kind::Question {
            return Err(Error::Conflict(Code::NotNow));
        }
        let by = actor.person().ok_or(Error::SignInNeeded)?;
        let (group, role) = store::seat_in_lead_group(tx.conn, &idea, by, today)?.ok_or(Error::Forbidden)?;
        let answer = Answer { body: body.as_str(), by, group: &group, role: &role };
        if !comments::answer(tx, id, &answer)? {
            return Err(Error::Conflict(Code::ChangedMeanwhile));
        }
        journal::record(tx, actor, &[Event::QuestionAnswered { idea: idea.id, comment: id }])?;
        Ok(idea)
    })
}

/// The shown comment and its idea, for somebody who may answer.
///
/// # Errors
/// As [`answer_question`], without what depends on the comment being a question.
pub fn answerable(conn: &mut Conn, actor: &Actor, id: CommentId, today: Date) -> Result<(Comment, Idea)> {
    let comment = comments::load(conn, id)?;
    let idea = store::load(conn, comment.idea)?;
    let standing = standing::of(conn, actor, &idea, today)?;
    if comment.state != State::Visible {
        return Err(Error::NotFound);
    }
    standing::authorise(&standing, Action::CommentAnswer)?;
    Ok((comment, idea))
}
