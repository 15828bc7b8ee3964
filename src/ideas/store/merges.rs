//! SQL of ideas that live on in another.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::{ideas, merges};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::kernel::IdeaId;

/// How many stood behind two ideas when they were joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergedSupport {
    /// Behind the one that leads on.
    pub of_target: i64,
    /// Behind the one that was joined into it.
    pub of_merged: i64,
    /// Behind both; they count once.
    pub shared: i64,
}

/// An idea that was joined into another, as the other's page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct MergedIdea {
    /// Public number.
    pub number: Option<String>,
    /// What shall happen.
    pub title: String,
    /// Name of its author.
    pub author_name: String,
    /// Comments that stay on its own page.
    pub comments: i64,
}

/// Writes down that an idea was joined into another.
pub fn insert(tx: &mut Tx<'_>, idea: IdeaId, into: IdeaId, support: MergedSupport, reason: &str) -> Result<()> {
    diesel::insert_into(merges::table)
        .values((
            merges::idea_id.eq(idea),
            merges::into_id.eq(into),
            merges::support_of_target.eq(support.of_target),
            merges::support_of_merged.eq(support.of_merged),
            merges::support_shared.eq(support.shared),
            merges::reason.eq(reason),
            merges::at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Whether other ideas live on in this one.
pub fn leads_others(conn: &mut Conn, idea: IdeaId) -> Result<bool> {
    Ok(diesel::select(exists(merges::table.filter(merges::into_id.eq(idea)))).get_result(conn)?)
}

/// The shown ideas that were joined into this one, oldest first, at most `most`.
pub fn joined_into(conn: &mut Conn, idea: IdeaId, most: i64) -> Result<Vec<MergedIdea>> {
    Ok(merges::table
        .inner_join(ideas::table.on(ideas::id.eq(merges::idea_id)))
        .filter(merges::into_id.eq(idea))
        .filter(ideas::listed.eq(true))
        .order((merges::at, merges::idea_id))
        .limit(most)
        .select((ideas::number, ideas::title, ideas::author_name, ideas::comment_count))
        .load(conn)?)
}
