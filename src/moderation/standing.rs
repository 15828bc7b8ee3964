//! What an actor is to a comment, to something that was reported, or to what a seat has told.

use crate::comments::State;
use crate::comments::store::Comment;
use crate::db::Conn;
use crate::error::Result;
use crate::ideas::standing;
use crate::ideas::store::Idea;
use crate::kernel::{Actor, Date};
use crate::policy::{Role, Standing};
use crate::report_back::store::Report;

/// What the actor is to a comment. Whoever wrote the comment or the idea that it is about has a
/// part in the matter; a comment that is not shown is seen by its author and the staff alone.
pub(super) fn to_comment(
    conn: &mut Conn,
    actor: &Actor,
    idea: &Idea,
    comment: &Comment,
    today: Date,
) -> Result<Standing> {
    let mut standing = standing::of(conn, actor, idea, today)?;
    let wrote = actor.person() == Some(comment.author);
    if comment.state != State::Visible {
        let is_staff = standing.signed_in() && matches!(standing.role, Some(Role::Moderator | Role::Admin));
        standing.sees_subject = is_staff || (wrote && standing.signed_in());
    }
    standing.author = standing.author || wrote;
    Ok(standing)
}

/// What the actor is to something that was reported: a reporter does not judge the own report.
pub(super) fn to_reported(
    conn: &mut Conn,
    actor: &Actor,
    (idea, comment): (&Idea, Option<&Comment>),
    reported: bool,
    today: Date,
) -> Result<Standing> {
    let mut standing = match comment {
        Some(comment) => to_comment(conn, actor, idea, comment, today)?,
        None => standing::of(conn, actor, idea, today)?,
    };
    let is_staff = standing.signed_in() && matches!(standing.role, Some(Role::Moderator | Role::Admin));
    // A report itself is nobody's to see but the staff's.
    standing.sees_subject = is_staff;
    standing.author = standing.author || reported;
    Ok(standing)
}

/// What the actor is to what a seat has told: nobody judges his or her own words.
pub(super) fn to_seat_report(conn: &mut Conn, actor: &Actor, report: &Report) -> Result<Standing> {
    let standing = crate::accounts::standing::of(conn, actor)?;
    Ok(Standing { author: actor.person() == Some(report.by), ..standing })
}
