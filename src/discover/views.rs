//! SQL behind the feeds.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{decisions, ideas, steering_groups};
use crate::error::Result;
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
