//! A moderator decides on a report: what was reported stays or is hidden. Everyone who reported
//! the same thing gets the same answer.

use super::screen_comment;
use crate::comments::State;
use crate::comments::store::{self as comments, Comment};
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::ideas::actions::{Grounds, SentForm, Visibility, set_visibility};
use crate::ideas::store::{self as ideas, Idea};
use crate::journal::{self, Event};
use crate::kernel::{Actor, CommentId, IdeaId};
use crate::moderation::standing;
use crate::moderation::store::{self, Closing};
use crate::moderation::verdict::ReportVerdict;
use crate::policy::{self, Action};

/// Decides on the report with this id and on every other open one about the same thing.
///
/// # Errors
/// Not found, not allowed, an own matter (also of whoever reported it), decided or changed
/// meanwhile.
pub fn decide_report(db: &Db, actor: &Actor, id: i64, sent: &SentForm<'_>, verdict: &ReportVerdict) -> Result<()> {
    db.write(|tx| {
        let report = store::load(tx.conn, id)?;
        let idea = ideas::load(tx.conn, report.idea)?;
        let comment = report.comment.map(|comment| comments::load(tx.conn, comment)).transpose()?;
        let open = store::open_on_subject(tx.conn, idea.id, report.comment)?;
        let reported = actor.person().is_some() && open.iter().any(|(_, reporter)| *reporter == actor.person());
        let subject = (&idea, comment.as_ref());
        let standing = standing::to_reported(tx.conn, actor, subject, reported, tx.now.date())?;
        policy::authorise(&standing, Action::ContentHide)?;
        let step = format!("decide {id}");
        if sent.earlier(tx, &step, &idea)?.is_some() {
            return Ok(());
        }
        if report.decided_at.is_some() {
            return Err(Error::Conflict(Code::ChangedMeanwhile));
        }
        if let ReportVerdict::Hide(grounds) = verdict {
            hide(tx, actor, subject, sent, grounds)?;
        }
        let closed = close_reports(tx, actor, (idea.id, report.comment), verdict)?;
        // On PostgreSQL somebody else may have decided since the report was read.
        if !closed.contains(&id) {
            return Err(Error::Conflict(Code::ChangedMeanwhile));
        }
        sent.note(tx, &step, &idea, idea.version)
    })
}

/// Hides what was reported, if it is still shown.
fn hide(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (idea, comment): (&Idea, Option<&Comment>),
    sent: &SentForm<'_>,
    grounds: &Grounds,
) -> Result<()> {
    match comment {
        Some(comment) if comment.state == State::Visible => screen_comment::hide(tx, actor, idea, comment, grounds),
        None if !idea.hidden => {
            let sent = SentForm { version: sent.version, key: "" };
            set_visibility(tx, actor, idea.number(), &sent, &Visibility::Hidden(grounds.clone()))?;
            Ok(())
        }
        Some(_) | None => Ok(()),
    }
}

/// Decides every open report about an idea or a comment alike; gives those that were still open.
pub(super) fn close_reports(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (idea, comment): (IdeaId, Option<CommentId>),
    verdict: &ReportVerdict,
) -> Result<Vec<i64>> {
    let (ground, words) = match verdict {
        ReportVerdict::Keep(words) => (None, words),
        ReportVerdict::Hide(grounds) => (Some(grounds.ground), &grounds.words),
    };
    let outcome = verdict.outcome();
    let closing = Closing { by: actor.person(), outcome, ground, words: words.as_str() };
    let mut closed = Vec::new();
    for (report, _) in store::open_on_subject(tx.conn, idea, comment)? {
        if store::close(tx, report, &closing)? {
            closed.push(report);
            journal::record(tx, actor, &[Event::ReportDecided { idea, report, outcome: outcome.as_str().to_owned() }])?;
        }
    }
    Ok(closed)
}
