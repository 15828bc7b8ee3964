//! Ideas in lists: one row each, read page by page after a cursor.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{idea_counts, ideas, steering_groups};
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::State;
use crate::ideas::list_query::{ListQuery, ListSort};
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{Cursor, Date, GroupId, IdeaId, Page, Timestamp};

/// Half-open range of the stored shuffle keys: 0 up to this.
const SHUFFLE_KEYS: i64 = 1 << 31;

/// One idea in a list.
#[derive(Debug, Clone, Queryable)]
pub struct Card {
    /// Which.
    pub id: IdeaId,
    /// Public number.
    pub number: Option<String>,
    /// What shall happen.
    pub title: String,
    /// Why; Markdown.
    pub body: String,
    /// Language of the text.
    pub language: String,
    /// Where it is on its way.
    pub state: State,
    /// Theme.
    pub theme: Option<String>,
    /// Part of the area.
    pub area: String,
    /// Name of the lead group.
    pub group: Option<String>,
    /// People who support it.
    pub support_count: i64,
    /// People needed before the group must answer.
    pub support_goal: i64,
    /// Shown contributions.
    pub comment_count: i64,
    /// Last day for support.
    pub closes_on: Option<Date>,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// When something last happened.
    pub last_event_at: Timestamp,
    /// Place in the shuffled order.
    pub shuffle_key: i64,
}

type Columns = (
    ideas::id,
    ideas::number,
    ideas::title,
    ideas::body,
    ideas::language,
    ideas::state,
    ideas::theme,
    ideas::area,
    diesel::dsl::Nullable<steering_groups::name>,
    ideas::support_count,
    ideas::support_goal,
    ideas::comment_count,
    ideas::closes_on,
    ideas::published_at,
    ideas::last_event_at,
    ideas::shuffle_key,
);

fn columns() -> Columns {
    (
        ideas::id,
        ideas::number,
        ideas::title,
        ideas::body,
        ideas::language,
        ideas::state,
        ideas::theme,
        ideas::area,
        steering_groups::name.nullable(),
        ideas::support_count,
        ideas::support_goal,
        ideas::comment_count,
        ideas::closes_on,
        ideas::published_at,
        ideas::last_event_at,
        ideas::shuffle_key,
    )
}

type Listed<'a> = diesel::dsl::IntoBoxed<
    'a,
    diesel::dsl::Select<diesel::dsl::LeftJoin<ideas::table, steering_groups::table>, Columns>,
    <Conn as Connection>::Backend,
>;

/// All ideas, as cards.
fn cards<'a>() -> Listed<'a> {
    ideas::table.left_join(steering_groups::table).select(columns()).into_boxed()
}

/// The listed ideas that a query asks for, without order.
fn listed(query: &ListQuery, group: Option<GroupId>) -> Listed<'_> {
    let mut rows = cards().filter(ideas::listed.eq(true));
    if let Some(state) = query.effective_state() {
        rows = rows.filter(ideas::state.eq(state));
    }
    if let Some(theme) = &query.theme {
        rows = rows.filter(ideas::theme.eq(theme));
    }
    if let Some(area) = &query.area {
        rows = rows.filter(ideas::area.eq(area));
    }
    if let Some(group) = group {
        rows = rows.filter(ideas::group_id.eq(group));
    }
    if let Some(language) = &query.language {
        rows = rows.filter(ideas::language.eq(language));
    }
    rows
}

/// One page of the list that a query asks for; its text is not looked at. One statement, or two
/// in the shuffled order.
///
/// # Errors
/// [`Code::UnknownFilter`] when there is no such group.
pub fn list(conn: &mut Conn, query: &ListQuery, today: Date) -> Result<Page<Card>> {
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    if query.contradicts_itself() {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let group = group_of(conn, query)?;
    let (rows, key): (Vec<Card>, fn(&Card) -> i64) = match query.sort {
        ListSort::LastEvent | ListSort::BestMatch => {
            (by_last_event(conn, query, group)?, |row| row.last_event_at.microseconds())
        }
        ListSort::MostSupport => (by_support(conn, query, group)?, |row| row.support_count),
        ListSort::EndsSoon => {
            (by_last_day(conn, query, group)?, |row| row.closes_on.map_or(i64::MAX, |day| i64::from(day.number())))
        }
        ListSort::Shuffled => (shuffled(conn, query, group, PAGE_SIZE + 1, today)?, |row| row.shuffle_key),
    };
    Ok(Page::cut(rows, size, |row| Cursor { sort: key(row), id: row.id.get() }))
}

/// The id of the group that the query names.
///
/// # Errors
/// [`Code::UnknownFilter`] when there is no such group.
pub fn group_of(conn: &mut Conn, query: &ListQuery) -> Result<Option<GroupId>> {
    let Some(slug) = &query.group else { return Ok(None) };
    let id = steering_groups::table.filter(steering_groups::slug.eq(slug)).select(steering_groups::id);
    let id: Option<GroupId> = id.first(conn).optional()?;
    if id.is_none() {
        let words: Vec<String> =
            steering_groups::table.order(steering_groups::slug).select(steering_groups::slug).load(conn)?;
        return Err(Error::unknown_filter("group", slug, words));
    }
    Ok(id)
}

fn by_last_event(conn: &mut Conn, query: &ListQuery, group: Option<GroupId>) -> Result<Vec<Card>> {
    let mut rows = listed(query, group).order((ideas::last_event_at.desc(), ideas::id.desc())).limit(PAGE_SIZE + 1);
    if let Some(Cursor { sort, id }) = query.cursor {
        let moment = Timestamp::from_microseconds(sort);
        // The first condition lets the index begin at the place; the second breaks ties.
        rows = rows.filter(ideas::last_event_at.le(moment));
        rows = rows.filter(ideas::last_event_at.lt(moment).or(ideas::id.lt(id)));
    }
    Ok(rows.load(conn)?)
}

fn by_support(conn: &mut Conn, query: &ListQuery, group: Option<GroupId>) -> Result<Vec<Card>> {
    let mut rows = listed(query, group).order((ideas::support_count.desc(), ideas::id.desc())).limit(PAGE_SIZE + 1);
    if let Some(Cursor { sort, id }) = query.cursor {
        rows = rows.filter(ideas::support_count.le(sort));
        rows = rows.filter(ideas::support_count.lt(sort).or(ideas::id.lt(id)));
    }
    Ok(rows.load(conn)?)
}

fn by_last_day(conn: &mut Conn, query: &ListQuery, group: Option<GroupId>) -> Result<Vec<Card>> {
    let mut rows = listed(query, group).order((ideas::closes_on, ideas::id)).limit(PAGE_SIZE + 1);
    if let Some(Cursor { sort, id }) = query.cursor {
        let day = i32::try_from(sort).ok().ok_or_else(|| Error::refused(Code::UnknownPlace))?;
        rows = rows.filter(ideas::closes_on.ge(day));
        rows = rows.filter(ideas::closes_on.gt(day).or(ideas::id.gt(id)));
    }
    Ok(rows.load(conn)?)
}

/// The stored keys are a circle that begins at another place each day.
fn shuffled(conn: &mut Conn, query: &ListQuery, group: Option<GroupId>, most: i64, today: Date) -> Result<Vec<Card>> {
    let start = first_key(today);
    let in_order = |query| listed(query, group).order((ideas::shuffle_key, ideas::id));
    let cursor = query.cursor;
    let after = |place: Cursor| {
        ideas::shuffle_key.gt(place.sort).or(ideas::shuffle_key.eq(place.sort).and(ideas::id.gt(place.id)))
    };
    let mut rows: Vec<Card> = Vec::new();
    if cursor.is_none_or(|place| place.sort >= start) {
        let mut first = in_order(query).limit(most).filter(ideas::shuffle_key.ge(start));
        if let Some(place) = cursor {
            first = first.filter(ideas::shuffle_key.ge(place.sort)).filter(after(place));
        }
        rows = first.load(conn)?;
    }
    let missing = most - i64::try_from(rows.len()).unwrap_or(most);
    if missing > 0 {
        let mut second = in_order(query).limit(missing).filter(ideas::shuffle_key.lt(start));
        if let Some(place) = cursor.filter(|place| place.sort < start) {
            second = second.filter(ideas::shuffle_key.ge(place.sort)).filter(after(place));
        }
        rows.extend(second.load::<Card>(conn)?);
    }
    Ok(rows)
}

/// Where the circle of shuffle keys begins on a day.
fn first_key(day: Date) -> i64 {
    // A large odd factor carries neighbouring days far apart (Knuth's multiplicative hash).
    (i64::from(day.number()) * 2_654_435_761).rem_euclid(SHUFFLE_KEYS)
}

/// A few open ideas, others each day.
///
/// # Errors
/// When the database fails.
pub fn open_of_the_day(conn: &mut Conn, most: i64, today: Date) -> Result<Vec<Card>> {
    let query = ListQuery { state: Some(State::Open), sort: ListSort::Shuffled, ..ListQuery::default() };
    shuffled(conn, &query, None, most, today)
}

/// The listed ones among these ideas, in this order.
///
/// # Errors
/// When the database fails.
pub fn by_ids(conn: &mut Conn, ids: &[IdeaId]) -> Result<Vec<Card>> {
    // Not `eq(true)`: SQLite would walk the index of all listed ideas instead of asking for these few.
    let mut rows: Vec<Card> = cards().filter(ideas::id.eq_any(ids)).filter(ideas::listed.ne(false)).load(conn)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows)
}

/// How many ideas the query finds, from the stored counts; none when these do not tell, because
/// the query names a group or a language.
///
/// # Errors
/// When the database fails.
pub fn hits(conn: &mut Conn, query: &ListQuery) -> Result<Option<i64>> {
    if query.group.is_some() || query.language.is_some() {
        return Ok(None);
    }
    if query.contradicts_itself() {
        return Ok(Some(0));
    }
    let mut counts = idea_counts::table.select(idea_counts::count).into_boxed();
    if let Some(state) = query.effective_state() {
        counts = counts.filter(idea_counts::state.eq(state.as_str()));
    }
    if let Some(theme) = &query.theme {
        counts = counts.filter(idea_counts::theme.eq(theme));
    }
    if let Some(area) = &query.area {
        counts = counts.filter(idea_counts::area.eq(area));
    }
    // At most states × themes × areas rows: cheaper to add here than to agree on one type of sum.
    let counts: Vec<i64> = counts.load(conn)?;
    Ok(Some(counts.into_iter().sum()))
}
