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
fn listed<'a>(query: &'a ListQuery, groups: &'a [GroupId]) -> Listed<'a> {
    let mut rows = cards().filter(ideas::listed.eq(true));
    rows = match query.effective_states() {
        [] => rows,
        [state] => rows.filter(ideas::state.eq(*state)),
        several => rows.filter(ideas::state.eq_any(several)),
    };
    rows = match query.themes.as_slice() {
        [] => rows,
        [theme] => rows.filter(ideas::theme.eq(theme)),
        several => rows.filter(ideas::theme.eq_any(several)),
    };
    rows = match query.areas.as_slice() {
        [] => rows,
        [area] => rows.filter(ideas::area.eq(area)),
        several => rows.filter(ideas::area.eq_any(several)),
    };
    rows = match groups {
        [] => rows,
        [group] => rows.filter(ideas::group_id.eq(*group)),
        several => rows.filter(ideas::group_id.eq_any(several)),
    };
    rows = match query.languages.as_slice() {
        [] => rows,
        [language] => rows.filter(ideas::language.eq(language)),
        several => rows.filter(ideas::language.eq_any(several)),
    };
    from_years(rows, &query.years)
}

/// Only what was published in one of these years, which are in order: from the first to the last,
/// without the gaps in between.
fn from_years<'a>(mut rows: Listed<'a>, years: &[i16]) -> Listed<'a> {
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return rows };
    rows = rows.filter(ideas::published_at.ge(begin_of(*first)));
    rows = rows.filter(ideas::published_at.lt(begin_of(last + 1)));
    for (year, next) in years.iter().zip(years.iter().skip(1)) {
        if year + 1 < *next {
            let before = ideas::published_at.lt(begin_of(year + 1));
            rows = rows.filter(before.or(ideas::published_at.ge(begin_of(*next))));
        }
    }
    rows
}

/// The first moment of a year in Sweden.
fn begin_of(year: i16) -> Timestamp {
    Date::first_of(year).start()
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
    let groups = groups_of(conn, query)?;
    let groups = groups.as_slice();
    let (rows, key): (Vec<Card>, fn(&Card) -> i64) = match query.sort {
        ListSort::LastEvent | ListSort::BestMatch => {
            (by_last_event(conn, query, groups)?, |row| row.last_event_at.microseconds())
        }
        ListSort::MostSupport => (by_support(conn, query, groups)?, |row| row.support_count),
        ListSort::EndsSoon => {
            (by_last_day(conn, query, groups)?, |row| row.closes_on.map_or(i64::MAX, |day| i64::from(day.number())))
        }
        ListSort::Shuffled => (shuffled(conn, query, groups, PAGE_SIZE + 1, today)?, |row| row.shuffle_key),
    };
    Ok(Page::cut(rows, size, |row| Cursor { sort: key(row), id: row.id.get() }))
}

/// The ids of the groups that the query names.
///
/// # Errors
/// [`Code::UnknownFilter`] when there is no such group.
pub fn groups_of(conn: &mut Conn, query: &ListQuery) -> Result<Vec<GroupId>> {
    if query.groups.is_empty() {
        return Ok(Vec::new());
    }
    let named = steering_groups::table.filter(steering_groups::slug.eq_any(&query.groups));
    let named: Vec<(GroupId, String)> = named.select((steering_groups::id, steering_groups::slug)).load(conn)?;
    let unknown = query.groups.iter().find(|slug| !named.iter().any(|(_, known)| known == *slug));
    if let Some(slug) = unknown {
        let words: Vec<String> =
            steering_groups::table.order(steering_groups::slug).select(steering_groups::slug).load(conn)?;
        return Err(Error::unknown_filter("group", slug, words));
    }
    Ok(named.into_iter().map(|(id, _)| id).collect())
}

fn by_last_event(conn: &mut Conn, query: &ListQuery, groups: &[GroupId]) -> Result<Vec<Card>> {
    let mut rows = listed(query, groups).order((ideas::last_event_at.desc(), ideas::id.desc())).limit(PAGE_SIZE + 1);
    if let Some(Cursor { sort, id }) = query.cursor {
        let moment = Timestamp::from_microseconds(sort);
        // The first condition lets the index begin at the place; the second breaks ties.
        rows = rows.filter(ideas::last_event_at.le(moment));
        rows = rows.filter(ideas::last_event_at.lt(moment).or(ideas::id.lt(id)));
    }
    Ok(rows.load(conn)?)
}

fn by_support(conn: &mut Conn, query: &ListQuery, groups: &[GroupId]) -> Result<Vec<Card>> {
    let mut rows = listed(query, groups).order((ideas::support_count.desc(), ideas::id.desc())).limit(PAGE_SIZE + 1);
    if let Some(Cursor { sort, id }) = query.cursor {
        rows = rows.filter(ideas::support_count.le(sort));
        rows = rows.filter(ideas::support_count.lt(sort).or(ideas::id.lt(id)));
    }
    Ok(rows.load(conn)?)
}

fn by_last_day(conn: &mut Conn, query: &ListQuery, groups: &[GroupId]) -> Result<Vec<Card>> {
    let mut rows = listed(query, groups).order((ideas::closes_on, ideas::id)).limit(PAGE_SIZE + 1);
    if let Some(Cursor { sort, id }) = query.cursor {
        let day = i32::try_from(sort).ok().ok_or_else(|| Error::refused(Code::UnknownPlace))?;
        rows = rows.filter(ideas::closes_on.ge(day));
        rows = rows.filter(ideas::closes_on.gt(day).or(ideas::id.gt(id)));
    }
    Ok(rows.load(conn)?)
}

/// The stored keys are a circle that begins at another place each day.
fn shuffled(conn: &mut Conn, query: &ListQuery, groups: &[GroupId], most: i64, today: Date) -> Result<Vec<Card>> {
    let start = first_key(today);
    let in_order = |query| listed(query, groups).order((ideas::shuffle_key, ideas::id));
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
    let query = ListQuery { states: vec![State::Open], sort: ListSort::Shuffled, ..ListQuery::default() };
    shuffled(conn, &query, &[], most, today)
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

/// How many listed ideas there are of one state, theme and area.
#[derive(Debug, Clone, Queryable)]
pub struct StoredCount {
    /// Word of the state.
    pub state: String,
    /// Word of the theme; empty when there is none.
    pub theme: String,
    /// Word of the area.
    pub area: String,
    /// How many.
    pub count: i64,
}

/// All stored counts: at most states × themes × areas rows, however many ideas there are.
///
/// # Errors
/// When the database fails.
pub fn stored_counts(conn: &mut Conn) -> Result<Vec<StoredCount>> {
    let counts = idea_counts::table.filter(idea_counts::count.gt(0));
    Ok(counts.select((idea_counts::state, idea_counts::theme, idea_counts::area, idea_counts::count)).load(conn)?)
}
