//! SQL of comments. Every change names the state that it leads on from, so of two people who
//! decide at once only one does.

use diesel::prelude::*;

use super::{Kind, State};
use crate::db::schema::comments;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{CommentId, Cursor, IdeaId, Page, PersonId, Timestamp};

/// A comment with everything that is stored about it.
#[derive(Debug, Clone, Queryable)]
pub struct Comment {
    /// Which.
    pub id: CommentId,
    /// The idea that it is about.
    pub idea: IdeaId,
    /// What it wants.
    pub kind: Kind,
    /// Whether it can be read.
    pub state: State,
    /// The words.
    pub body: String,
    /// Language of the words.
    pub language: String,
    /// Who wrote it.
    pub author: PersonId,
    /// Name of the author when it was written.
    pub author_name: String,
    /// Why it was hidden or refused: a word for the ground.
    pub ground: Option<String>,
    /// Own words to the ground.
    pub reason: Option<String>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was shown first.
    pub shown_at: Option<Timestamp>,
    /// The lead group's answer.
    pub answer: Option<String>,
    /// Name of the group that answered.
    pub answered_for: Option<String>,
    /// Word for the seat of the one who answered.
    pub answered_role: Option<String>,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
}

type Columns = (
    comments::id,
    comments::idea_id,
    comments::kind,
    comments::state,
    comments::body,
    comments::language,
    comments::author_id,
    comments::author_name,
    comments::ground,
    comments::reason,
    comments::created_at,
    comments::shown_at,
    comments::answer,
    comments::answered_for,
    comments::answered_role,
    comments::answered_at,
);

const COLUMNS: Columns = (
    comments::id,
    comments::idea_id,
    comments::kind,
    comments::state,
    comments::body,
    comments::language,
    comments::author_id,
    comments::author_name,
    comments::ground,
    comments::reason,
    comments::created_at,
    comments::shown_at,
    comments::answer,
    comments::answered_for,
    comments::answered_role,
    comments::answered_at,
);

/// What is needed to write a comment down.
#[derive(Debug, Clone, Copy)]
pub struct NewRow<'a> {
    /// The idea that it is about.
    pub idea: IdeaId,
    /// What it wants.
    pub kind: Kind,
    /// The words.
    pub body: &'a str,
    /// Language of the words.
    pub language: &'a str,
    /// Who wrote it.
    pub author: PersonId,
    /// Name that others see.
    pub author_name: &'a str,
    /// Whether a moderator reads it first.
    pub waits: bool,
}

/// Writes a comment down, waiting or visible.
pub fn insert(tx: &mut Tx<'_>, new: &NewRow<'_>) -> Result<CommentId> {
    let state = if new.waits { State::Waiting } else { State::Visible };
    Ok(diesel::insert_into(comments::table)
        .values((
            comments::idea_id.eq(new.idea),
            comments::kind.eq(new.kind),
            comments::state.eq(state),
            comments::body.eq(new.body),
            comments::language.eq(new.language),
            comments::author_id.eq(new.author),
            comments::author_name.eq(new.author_name),
            comments::created_at.eq(tx.now),
            comments::shown_at.eq((!new.waits).then_some(tx.now)),
        ))
        .returning(comments::id)
        .get_result(tx.conn)?)
}

/// The comment with this id, in whatever state.
///
/// # Errors
/// Not found.
pub fn load(conn: &mut Conn, id: CommentId) -> Result<Comment> {
    Ok(comments::table.filter(comments::id.eq(id)).select(COLUMNS).first(conn)?)
}

/// Shows a waiting comment, or a hidden one again; `false` when it is neither. The caller then
/// counts it for the idea.
pub fn show(tx: &mut Tx<'_>, id: CommentId) -> Result<bool> {
    let now = tx.now;
    let this = comments::table.filter(comments::id.eq(id));
    let again = diesel::update(this.filter(comments::state.eq(State::Hidden)))
        .set((comments::state.eq(State::Visible), comments::ground.eq(None::<&str>), comments::reason.eq(None::<&str>)))
        .execute(tx.conn)?;
    if again > 0 {
        return Ok(true);
    }
    let first = diesel::update(this.filter(comments::state.eq(State::Waiting)))
        .set((comments::state.eq(State::Visible), comments::shown_at.eq(Some(now))))
        .execute(tx.conn)?;
    Ok(first > 0)
}

/// Hides a visible comment; `false` when it is not visible. The caller then takes it from the
/// idea's count.
pub fn hide(tx: &mut Tx<'_>, id: CommentId, ground: &str, reason: &str) -> Result<bool> {
    put_away(tx, id, (State::Visible, State::Hidden), ground, reason)
}

/// Does not show a waiting comment; `false` when it does not wait.
pub fn refuse(tx: &mut Tx<'_>, id: CommentId, ground: &str, reason: &str) -> Result<bool> {
    put_away(tx, id, (State::Waiting, State::Refused), ground, reason)
}

fn put_away(tx: &mut Tx<'_>, id: CommentId, (from, to): (State, State), ground: &str, reason: &str) -> Result<bool> {
    let this = comments::table.filter(comments::id.eq(id)).filter(comments::state.eq(from));
    let changed = diesel::update(this)
        .set((comments::state.eq(to), comments::ground.eq(Some(ground)), comments::reason.eq(Some(reason))))
        .execute(tx.conn)?;
    Ok(changed > 0)
}

/// An official answer.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// The words.
    pub body: &'a str,
    /// Who wrote it.
    pub by: PersonId,
    /// Name of the group that it is given for.
    pub group: &'a str,
    /// Word for the writer's seat in it.
    pub role: &'a str,
}

/// Answers a visible question; `false` when it is no such question or has its answer.
pub fn answer(tx: &mut Tx<'_>, id: CommentId, answer: &Answer<'_>) -> Result<bool> {
    let open = comments::table
        .filter(comments::id.eq(id))
        .filter(comments::kind.eq(Kind::Question))
        .filter(comments::state.eq(State::Visible))
        .filter(comments::answered_at.is_null());
    let changed = diesel::update(open)
        .set((
            comments::answer.eq(Some(answer.body)),
            comments::answered_by.eq(Some(answer.by)),
            comments::answered_for.eq(Some(answer.group)),
            comments::answered_role.eq(Some(answer.role)),
            comments::answered_at.eq(Some(tx.now)),
        ))
        .execute(tx.conn)?;
    Ok(changed > 0)
}

/// The comments that wait for a moderator, the oldest first.
pub fn page_of_waiting(conn: &mut Conn, after: Option<Cursor>) -> Result<Page<Comment>> {
    let mut query = comments::table
        .filter(comments::state.eq(State::Waiting))
        .order((comments::created_at, comments::id))
        .limit(PAGE_SIZE + 1)
        .select(COLUMNS)
        .into_boxed();
    if let Some(Cursor { sort, id }) = after {
        let moment = Timestamp::from_microseconds(sort);
        let same_moment = comments::created_at.eq(moment).and(comments::id.gt(CommentId::new(id)));
        query = query.filter(comments::created_at.gt(moment).or(same_moment));
    }
    Ok(cut(query.load(conn)?))
}

/// The comments of an idea that keep their place on its page (visible or hidden), in the order in
/// which they were written.
pub fn page_of_idea(conn: &mut Conn, idea: IdeaId, after: Option<Cursor>) -> Result<Page<Comment>> {
    let from = CommentId::new(after.map_or(0, |cursor| cursor.id));
    let rows = comments::table
        .filter(comments::idea_id.eq(idea))
        .filter(comments::state.eq_any([State::Visible, State::Hidden]))
        .filter(comments::id.gt(from))
        .order(comments::id)
        .limit(PAGE_SIZE + 1)
        .select(COLUMNS)
        .load(conn)?;
    Ok(cut(rows))
}

fn cut(rows: Vec<Comment>) -> Page<Comment> {
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Page::cut(rows, size, |comment| Cursor { sort: comment.created_at.microseconds(), id: comment.id.get() })
}
