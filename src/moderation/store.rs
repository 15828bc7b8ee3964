//! SQL of reports.

use diesel::prelude::*;

use super::report::{ReportKind, ReportOutcome};
use crate::db::schema::reports;
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ideas::lifecycle::Ground;
use crate::kernel::{CommentId, IdeaId, PersonId, Timestamp};

/// A report with everything that is stored about it but who made it known where the decision goes.
#[derive(Debug, Clone, Queryable)]
pub struct Report {
    /// Which.
    pub id: i64,
    /// The idea that it is about, or whose comment.
    pub idea: IdeaId,
    /// The comment, when it is about one.
    pub comment: Option<CommentId>,
    /// What is wrong.
    pub kind: ReportKind,
    /// Why, in the reporter's words.
    pub reason: String,
    /// Who reported it, if signed in.
    pub reporter: Option<PersonId>,
    /// When it came.
    pub at: Timestamp,
    /// By when it is decided.
    pub due_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// What was decided.
    pub outcome: Option<ReportOutcome>,
    /// On which ground it was hidden.
    pub ground: Option<Ground>,
    /// The moderator's words.
    pub words: Option<String>,
}

type Columns = (
    reports::id,
    reports::idea_id,
    reports::comment_id,
    reports::kind,
    reports::reason,
    reports::reporter_id,
    reports::at,
    reports::due_at,
    reports::decided_at,
    reports::outcome,
    reports::ground,
    reports::words,
);

const COLUMNS: Columns = (
    reports::id,
    reports::idea_id,
    reports::comment_id,
    reports::kind,
    reports::reason,
    reports::reporter_id,
    reports::at,
    reports::due_at,
    reports::decided_at,
    reports::outcome,
    reports::ground,
    reports::words,
);

/// What is needed to write a report down.
#[derive(Debug, Clone, Copy)]
pub struct NewRow<'a> {
    /// The idea that it is about, or whose comment.
    pub idea: IdeaId,
    /// The comment, when it is about one.
    pub comment: Option<CommentId>,
    /// What is wrong.
    pub kind: ReportKind,
    /// Why.
    pub reason: &'a str,
    /// Who reports it, if signed in.
    pub reporter: Option<PersonId>,
    /// Where the decision is sent.
    pub email: Option<&'a str>,
    /// Language in which the reporter reads.
    pub locale: Locale,
    /// Subject and reporter as a hash.
    pub open_key: &'a str,
    /// By when it is decided.
    pub due_at: Timestamp,
}

/// Writes a report down; none when the same reporter has one open on the same thing. Reports about
/// the same thing stand together behind the first of them, which is due when the most urgent is.
pub fn insert(tx: &mut Tx<'_>, new: &NewRow<'_>) -> Result<Option<i64>> {
    let now = tx.now;
    let first = first_open(tx.conn, new.idea, new.comment)?;
    let lane = i32::from(!new.kind.is_urgent());
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(reports::table)
            .values((
                reports::idea_id.eq(new.idea),
                reports::comment_id.eq(new.comment),
                reports::kind.eq(new.kind),
                reports::lane.eq(lane),
                reports::reason.eq(new.reason),
                reports::reporter_id.eq(new.reporter),
                reports::reporter_email.eq(new.email),
                reports::reporter_locale.eq(new.locale),
                reports::open_key.eq(Some(new.open_key)),
                reports::joined_to.eq(first.as_ref().map(|(id, _, _)| *id)),
                reports::voices.eq(1),
                reports::at.eq(now),
                reports::due_at.eq(new.due_at),
            ))
            .returning(reports::id)
            .get_result(conn)
    })?;
    if let (Some((id, first_lane, first_due)), Some(_)) = (first, inserted) {
        diesel::update(reports::table.filter(reports::id.eq(id)))
            .set((
                reports::voices.eq(reports::voices + 1),
                reports::lane.eq(lane.min(first_lane)),
                reports::due_at.eq(new.due_at.min(first_due)),
            ))
            .execute(tx.conn)?;
    }
    Ok(inserted)
}

/// The report behind which new ones about the same thing stand: id, lane and deadline.
fn first_open(conn: &mut Conn, idea: IdeaId, comment: Option<CommentId>) -> Result<Option<(i64, i32, Timestamp)>> {
    let query = reports::table
        .filter(reports::idea_id.eq(idea))
        .filter(reports::decided_at.is_null())
        .filter(reports::joined_to.is_null())
        .order(reports::id)
        .select((reports::id, reports::lane, reports::due_at))
        .into_boxed();
    let query = match comment {
        Some(comment) => query.filter(reports::comment_id.eq(comment)),
        None => query.filter(reports::comment_id.is_null()),
    };
    Ok(query.first(conn).optional()?)
}

/// The open report of a reporter on a thing.
///
/// # Errors
/// Not found.
pub fn open_with_key(conn: &mut Conn, open_key: &str) -> Result<i64> {
    Ok(reports::table.filter(reports::open_key.eq(open_key)).select(reports::id).first(conn)?)
}

/// The report with this id.
///
/// # Errors
/// Not found.
pub fn load(conn: &mut Conn, id: i64) -> Result<Report> {
    Ok(reports::table.filter(reports::id.eq(id)).select(COLUMNS).first(conn)?)
}

/// Every report on the same idea or comment, open and decided, the newest first, at most `most`.
pub fn on_subject(conn: &mut Conn, idea: IdeaId, comment: Option<CommentId>, most: i64) -> Result<Vec<Report>> {
    let query = reports::table
        .filter(reports::idea_id.eq(idea))
        .order(reports::id.desc())
        .limit(most)
        .select(COLUMNS)
        .into_boxed();
    let query = match comment {
        Some(comment) => query.filter(reports::comment_id.eq(comment)),
        None => query.filter(reports::comment_id.is_null()),
    };
    Ok(query.load(conn)?)
}

/// The open reports on an idea or a comment: id and reporter.
pub fn open_on_subject(
    conn: &mut Conn,
    idea: IdeaId,
    comment: Option<CommentId>,
) -> Result<Vec<(i64, Option<PersonId>)>> {
    let query = reports::table
        .filter(reports::idea_id.eq(idea))
        .filter(reports::decided_at.is_null())
        .order(reports::id)
        .select((reports::id, reports::reporter_id))
        .into_boxed();
    let query = match comment {
        Some(comment) => query.filter(reports::comment_id.eq(comment)),
        None => query.filter(reports::comment_id.is_null()),
    };
    Ok(query.load(conn)?)
}

/// What a moderator decided on a report.
#[derive(Debug, Clone, Copy)]
pub struct Closing<'a> {
    /// Who decided.
    pub by: Option<PersonId>,
    /// What.
    pub outcome: ReportOutcome,
    /// On which ground it was hidden.
    pub ground: Option<Ground>,
    /// The moderator's words.
    pub words: &'a str,
}

/// Writes down what was decided on an open report; `false` when it was decided before.
pub fn close(tx: &mut Tx<'_>, id: i64, closing: &Closing<'_>) -> Result<bool> {
    let open = reports::table.filter(reports::id.eq(id)).filter(reports::decided_at.is_null());
    let changed = diesel::update(open)
        .set((
            reports::decided_at.eq(Some(tx.now)),
            reports::decided_by.eq(closing.by),
            reports::outcome.eq(Some(closing.outcome)),
            reports::ground.eq(closing.ground),
            reports::words.eq(Some(closing.words)),
            reports::open_key.eq(None::<&str>),
        ))
        .execute(tx.conn)?;
    Ok(changed > 0)
}
