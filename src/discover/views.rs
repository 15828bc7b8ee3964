//! SQL behind the front page, the choices of the lists, and the feeds.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{ballots, decisions, idea_notes, ideas, steering_groups};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::kernel::Timestamp;

/// An entry of a feed.
#[derive(Debug, Clone)]
pub struct FeedRow {
    /// Public number of the idea.
    pub number: String,
    /// What shall happen.
    pub title: String,
    /// Why, or what was decided; Markdown.
    pub text: String,
    /// Language of the text.
    pub language: String,
    /// The name that the author chose, or the deciding group.
    pub author: String,
    /// When it was published or decided.
    pub at: Timestamp,
}

type Columns = (Option<String>, String, String, String, String, Option<Timestamp>);

fn row((number, title, text, language, author, at): Columns) -> Option<FeedRow> {
    Some(FeedRow { number: number?, title, text, language, author, at: at? })
}

/// The ideas that were published last and can be read, newest first.
pub fn newest_ideas(conn: &mut Conn, most: i64) -> Result<Vec<FeedRow>> {
    let columns: Vec<Columns> = ideas::table
        .filter(ideas::listed.eq(true))
        .filter(ideas::published_at.is_not_null())
        .order((ideas::published_at.desc(), ideas::id.desc()))
        .limit(most)
        .select((ideas::number, ideas::title, ideas::body, ideas::language, ideas::author_name, ideas::published_at))
        .load(conn)?;
    Ok(columns.into_iter().filter_map(row).collect())
}

/// The decisions that were taken last about ideas that can be read, newest first.
pub fn newest_decisions(conn: &mut Conn, most: i64) -> Result<Vec<FeedRow>> {
    let columns: Vec<Columns> = decisions::table
        .inner_join(ideas::table.on(ideas::id.eq(decisions::idea_id)))
        .inner_join(steering_groups::table.on(steering_groups::id.eq(decisions::group_id)))
        .filter(ideas::listed.eq(true))
        .order(decisions::id.desc())
        .limit(most)
        .select((
            ideas::number,
            ideas::title,
            decisions::what,
            ideas::language,
            steering_groups::name,
            decisions::decided_at.nullable(),
        ))
        .load(conn)?;
    Ok(columns.into_iter().filter_map(row).collect())
}

/// A carried-out idea on the front page.
#[derive(Debug, Clone, Queryable)]
pub struct DoneRow {
    /// Public number.
    pub number: Option<String>,
    /// What should happen.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// What came of it, in one sentence.
    pub result: Option<String>,
    /// The number by which the result is measured.
    pub measure: Option<String>,
    /// When it was carried out.
    pub at: Timestamp,
}

/// The ideas that were carried out last, newest first.
pub fn latest_done(conn: &mut Conn, most: i64) -> Result<Vec<DoneRow>> {
    Ok(ideas::table
        .left_join(idea_notes::table.on(idea_notes::idea_id.eq(ideas::id)))
        .filter(ideas::state.eq(State::Done))
        .filter(ideas::listed.eq(true))
        .order((ideas::last_event_at.desc(), ideas::id.desc()))
        .limit(most)
        .select((
            ideas::number,
            ideas::title,
            ideas::language,
            idea_notes::result.nullable(),
            idea_notes::measure.nullable(),
            ideas::state_since,
        ))
        .load(conn)?)
}

/// A running ballot on the front page.
#[derive(Debug, Clone, Queryable)]
pub struct BallotRow {
    /// Public number of the idea.
    pub number: Option<String>,
    /// Title of the idea.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// Name of the body.
    pub group: String,
    /// When it closes.
    pub closes_at: Timestamp,
}

/// Open ballots about ideas that can be read, the first to close first.
pub fn running_ballots(conn: &mut Conn, most: i64) -> Result<Vec<BallotRow>> {
    Ok(ballots::table
        .inner_join(ideas::table.on(ideas::id.eq(ballots::idea_id)))
        .inner_join(steering_groups::table.on(steering_groups::id.eq(ballots::group_id)))
        .filter(ballots::state.eq("open"))
        .filter(ideas::listed.eq(true))
        .order((ballots::closes_at, ballots::id))
        .limit(most)
        .select((ideas::number, ideas::title, ideas::language, steering_groups::name, ballots::closes_at))
        .load(conn)?)
}

/// A group by name.
#[derive(Debug, Clone, Queryable)]
pub struct GroupName {
    /// Word in its address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// What it may decide.
    pub mandate: String,
    /// What it builds on.
    pub builds_on: String,
}

/// Every group by name.
pub fn group_names(conn: &mut Conn) -> Result<Vec<GroupName>> {
    let columns = (steering_groups::slug, steering_groups::name, steering_groups::mandate, steering_groups::builds_on);
    let mut rows: Vec<GroupName> = steering_groups::table.select(columns).load(conn)?;
    // People's words are put in order here, not in the database: the two order å, ä and ö differently.
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(rows)
}
