//! A comment as a moderator reads it.

use crate::comments::store::{self, Comment};
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::Locale;
use crate::ideas::store::{self as ideas, Idea};
use crate::kernel::{Actor, CommentId, Date};
use crate::moderation::actions::action_for;
use crate::moderation::standing;
use crate::policy::{self, Standing};

/// Everything on the page of one comment.
#[derive(Debug, Clone)]
pub struct CommentCase {
    /// The comment.
    pub comment: Comment,
    /// The idea that it is about.
    pub idea: Idea,
    /// Language in which its author reads.
    pub locale: Locale,
    /// What the reader is to it.
    pub standing: Standing,
}

/// The comment with this id as a moderator reads it. Four statements.
///
/// # Errors
/// Not found, not allowed, an own matter.
pub fn comment(conn: &mut Conn, actor: &Actor, id: CommentId, today: Date) -> Result<CommentCase> {
    let comment = store::load(conn, id)?;
    let idea = ideas::load(conn, comment.idea)?;
    let standing = standing::to_comment(conn, actor, &idea, &comment, today)?;
    policy::authorise(&standing, action_for(comment.state))?;
    let locale = crate::accounts::store::load(conn, comment.author)?.locale;
    Ok(CommentCase { comment, idea, locale, standing })
}
