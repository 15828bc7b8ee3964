//! What was reported, as a reporter and as a moderator see it.

use crate::comments::State;
use crate::comments::store::{self as comments, Comment};
use crate::db::Conn;
use crate::error::{Code, Error, Result};
use crate::ideas::standing as to_idea;
use crate::ideas::store::{self as ideas, Idea};
use crate::kernel::{Actor, CommentId, Date};
use crate::moderation::standing;
use crate::moderation::store::{self, Report};
use crate::policy::{self, Action, Standing};

/// Most reports about the same thing that are shown.
const MOST_REPORTS: i64 = 50;

/// What somebody wants to report.
#[derive(Debug, Clone)]
pub struct Reported {
    /// The idea.
    pub idea: Idea,
    /// The comment, when it is about one.
    pub comment: Option<Comment>,
}

/// The thing that a report would be about.
///
/// # Errors
/// Not found when there is no such thing or it is not shown to the asker, and [`Code::NotNow`] when
/// an idea is not public: there is nothing to take away from it.
pub fn reported(
    conn: &mut Conn,
    actor: &Actor,
    number: &str,
    comment: Option<CommentId>,
    today: Date,
) -> Result<Reported> {
    let idea = ideas::load_by_number(conn, number)?;
    let standing = to_idea::of(conn, actor, &idea, today)?;
    policy::authorise(&standing, Action::ReportMake)?;
    if !standing.sees_subject {
        return Err(Error::NotFound);
    }
    let comment = comment.map(|id| comments::load(conn, id)).transpose()?;
    let is_shown = comment.as_ref().is_none_or(|said| said.idea == idea.id && said.state == State::Visible);
    match (idea.is_listed(), is_shown) {
        (true, true) => Ok(Reported { idea, comment }),
        (true, false) => Err(Error::NotFound),
        (false, _) => Err(Error::Conflict(Code::NotNow)),
    }
}

/// Everything on the page of one report.
#[derive(Debug, Clone)]
pub struct ReportCase {
    /// The report.
    pub report: Report,
    /// Every report about the same thing, the newest first, this one too.
    pub all: Vec<Report>,
    /// The idea that it is about, or whose comment.
    pub idea: Idea,
    /// The comment, when it is about one.
    pub comment: Option<Comment>,
    /// What the reader is to it.
    pub standing: Standing,
}

impl ReportCase {
    /// Whether what was reported can still be hidden; a comment of a hidden idea can, for itself.
    #[must_use]
    pub fn can_be_hidden(&self) -> bool {
        match &self.comment {
            Some(comment) => comment.state == State::Visible,
            None => self.idea.is_listed(),
        }
    }
}

/// The report with this id as a moderator reads it. At most five statements.
///
/// # Errors
/// Not found, not allowed, an own matter.
pub fn report(conn: &mut Conn, actor: &Actor, id: i64, today: Date) -> Result<ReportCase> {
    let report = store::load(conn, id)?;
    let idea = ideas::load(conn, report.idea)?;
    let comment = report.comment.map(|id| comments::load(conn, id)).transpose()?;
    let all = store::on_subject(conn, idea.id, report.comment, MOST_REPORTS)?;
    let mine = |one: &Report| one.decided_at.is_none() && one.reporter.is_some() && one.reporter == actor.person();
    let standing = standing::to_reported(conn, actor, (&idea, comment.as_ref()), all.iter().any(mine), today)?;
    policy::authorise(&standing, Action::ContentHide)?;
    Ok(ReportCase { report, all, idea, comment, standing })
}
