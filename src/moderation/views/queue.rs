//! The queue: everything that waits for a moderator, what may be a crime first, then by deadline.

use diesel::dsl::{exists, min};
use diesel::prelude::*;

use crate::accounts::standing;
use crate::comments::State as CommentState;
use crate::db::Conn;
use crate::db::schema::{appeals, calls, comments, ideas, reports};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{Actor, CommentId, Date, IdeaId, PersonId, Timestamp};
use crate::markup;
use crate::moderation::deadline;
use crate::policy::{self, Action};
use crate::word_enum;

/// Characters of a comment that are shown in the queue.
const EXCERPT_LIMIT: usize = 160;

/// A thing that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// An idea that came in.
    Idea,
    /// An idea whose refusal was appealed.
    Appeal,
    /// A comment.
    Comment(CommentId),
    /// Reports about one thing: the oldest of them, and how many.
    Report(i64, i64),
}

word_enum! {
    /// Why somebody else has to take it.
    pub enum Barred {
        /// Whoever reads the queue has a part in the matter.
        OwnMatter = "own",
        /// Whoever reads the queue refused the idea that is appealed.
        FirstModerator = "first",
    }
}

/// One thing in the queue.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// What it is.
    pub item: Item,
    /// Number of the idea.
    pub number: String,
    /// Title of the idea.
    pub title: String,
    /// Language of title and excerpt.
    pub language: String,
    /// The beginning of a comment.
    pub excerpt: Option<String>,
    /// Whether it may be a crime.
    pub urgent: bool,
    /// When it came.
    pub began: Timestamp,
    /// By when it is decided.
    pub deadline: Timestamp,
    /// Why somebody else has to take it.
    pub barred: Option<Barred>,
}

/// The first things of the queue, and how much there is in all.
#[derive(Debug, Clone)]
pub struct Queue {
    /// At most [`PAGE_SIZE`] things, in the order in which they are due.
    pub waiting: Vec<Waiting>,
    /// How many things wait in all.
    pub count: i64,
    /// When the oldest of them came.
    pub oldest: Option<Timestamp>,
    /// Authors without e-mail whom somebody has to call or write to.
    pub calls: i64,
}

/// The queue as a moderator sees it. Five statements.
///
/// # Errors
/// When the actor may not read it.
pub fn queue(conn: &mut Conn, actor: &Actor) -> Result<Queue> {
    policy::authorise(&standing::of(conn, actor)?, Action::QueueRead)?;
    let mut waiting = waiting_ideas(conn, actor)?;
    waiting.extend(waiting_comments(conn, actor)?);
    waiting.extend(open_reports(conn, actor)?);
    waiting.sort_by_key(|waiting| (!waiting.urgent, waiting.deadline, waiting.began));
    waiting.truncate(usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX));
    let Totals { count, oldest, calls } = totals(conn)?;
    Ok(Queue { waiting, count, oldest, calls })
}

type IdeaRow = (IdeaId, Option<String>, String, String, Timestamp, Option<Date>, Option<PersonId>, Option<PersonId>);

fn waiting_ideas(conn: &mut Conn, actor: &Actor) -> Result<Vec<Waiting>> {
    let rows: Vec<IdeaRow> = ideas::table
        .left_join(appeals::table.on(appeals::idea_id.eq(ideas::id).and(appeals::decided_at.is_null())))
        .filter(ideas::state.eq(State::Screening))
        .order((ideas::due_on, ideas::id))
        .limit(PAGE_SIZE)
        .select((
            ideas::id,
            ideas::number,
            ideas::title,
            ideas::language,
            ideas::state_since,
            ideas::due_on,
            ideas::author_id,
            appeals::first_moderator.nullable(),
        ))
        .load(conn)?;
    let waiting = rows.into_iter().map(|(id, number, title, language, began, due_on, author, first)| {
        let own = is(actor, author) || actor.receipt() == Some(id);
        let barred = own.then_some(Barred::OwnMatter).or(is(actor, first).then_some(Barred::FirstModerator));
        Waiting {
            item: if first.is_some() { Item::Appeal } else { Item::Idea },
            number: number.unwrap_or_default(),
            title,
            language,
            excerpt: None,
            urgent: false,
            began,
            deadline: deadline::end_of(due_on.unwrap_or(began.date())),
            barred,
        }
    });
    Ok(waiting.collect())
}

type CommentRow = (CommentId, String, String, Timestamp, PersonId, IdeaId, Option<String>, String, Option<PersonId>);

fn waiting_comments(conn: &mut Conn, actor: &Actor) -> Result<Vec<Waiting>> {
    let rows: Vec<CommentRow> = comments::table
        .inner_join(ideas::table.on(ideas::id.eq(comments::idea_id)))
        .filter(comments::state.eq(CommentState::Waiting))
        .order((comments::created_at, comments::id))
        .limit(PAGE_SIZE)
        .select((
            comments::id,
            comments::body,
            comments::language,
            comments::created_at,
            comments::author_id,
            ideas::id,
            ideas::number,
            ideas::title,
            ideas::author_id,
        ))
        .load(conn)?;
    let waiting = rows.into_iter().map(|(id, body, language, began, writer, idea, number, title, author)| {
        let own = is(actor, Some(writer)) || is(actor, author) || actor.receipt() == Some(idea);
        Waiting {
            item: Item::Comment(id),
            number: number.unwrap_or_default(),
            title,
            language,
            excerpt: Some(markup::excerpt(&body, EXCERPT_LIMIT)),
            urgent: false,
            began,
            deadline: deadline::of_comment(began),
            barred: own.then_some(Barred::OwnMatter),
        }
    });
    Ok(waiting.collect())
}

type ReportRow = (
    (i64, i32, i32, Timestamp, Timestamp),
    (IdeaId, Option<String>, String, String, Option<PersonId>),
    Option<PersonId>,
    Option<PersonId>,
    bool,
);

diesel::alias!(reports as others: OtherReports);

/// Reports about the same thing stand behind the first one.
fn open_reports(conn: &mut Conn, actor: &Actor) -> Result<Vec<Waiting>> {
    let me = actor.person().map_or(-1, PersonId::get);
    let mine = others
        .filter(others.field(reports::joined_to).eq(reports::id.nullable()))
        .filter(others.field(reports::reporter_id).eq(me));
    let rows: Vec<ReportRow> = reports::table
        .inner_join(ideas::table.on(ideas::id.eq(reports::idea_id)))
        .left_join(comments::table.on(comments::id.nullable().eq(reports::comment_id)))
        .filter(reports::decided_at.is_null())
        .filter(reports::joined_to.is_null())
        .order((reports::lane, reports::due_at, reports::id))
        .limit(PAGE_SIZE)
        .select((
            (reports::id, reports::voices, reports::lane, reports::at, reports::due_at),
            (ideas::id, ideas::number, ideas::title, ideas::language, ideas::author_id),
            comments::author_id.nullable(),
            reports::reporter_id,
            exists(mine),
        ))
        .load(conn)?;
    let waiting = rows.into_iter().map(|((id, voices, lane, began, deadline), idea, writer, reporter, joined)| {
        let (idea, number, title, language, author) = idea;
        let own = joined || [author, writer, reporter].into_iter().any(|person| is(actor, person));
        Waiting {
            item: Item::Report(id, i64::from(voices)),
            number: number.unwrap_or_default(),
            title,
            language,
            excerpt: None,
            urgent: lane == 0,
            began,
            deadline,
            barred: (own || actor.receipt() == Some(idea)).then_some(Barred::OwnMatter),
        }
    });
    Ok(waiting.collect())
}

/// How many things wait, and since when.
#[derive(Debug, Clone, Copy)]
pub struct Totals {
    /// Ideas, comments and reports.
    pub count: i64,
    /// When the oldest of them came.
    pub oldest: Option<Timestamp>,
    /// Authors without e-mail whom somebody has to call or write to.
    pub calls: i64,
}

type TotalsRow =
    (Option<i64>, Option<Timestamp>, Option<i64>, Option<Timestamp>, Option<i64>, Option<Timestamp>, Option<i64>);

/// How many things wait, and since when, in one statement.
pub fn totals(conn: &mut Conn) -> Result<Totals> {
    let in_screening = ideas::table.filter(ideas::state.eq(State::Screening));
    let unread = comments::table.filter(comments::state.eq(CommentState::Waiting));
    let open = reports::table.filter(reports::decided_at.is_null()).filter(reports::joined_to.is_null());
    let told = calls::table.filter(calls::state.eq("waiting"));
    let (ideas, since, comments, said_since, reports, reported_since, calls): TotalsRow = diesel::select((
        in_screening.count().single_value(),
        in_screening.select(min(ideas::state_since)).single_value(),
        unread.count().single_value(),
        unread.select(min(comments::created_at)).single_value(),
        open.count().single_value(),
        open.select(min(reports::at)).single_value(),
        told.count().single_value(),
    ))
    .get_result(conn)?;
    let oldest = [since, said_since, reported_since].into_iter().flatten().min();
    let count = [ideas, comments, reports].into_iter().flatten().sum();
    Ok(Totals { count, oldest, calls: calls.unwrap_or_default() })
}

fn is(actor: &Actor, person: Option<PersonId>) -> bool {
    person.is_some() && actor.person() == person
}
