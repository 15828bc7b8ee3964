//! The versions of an idea's text.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{revisions, screenings};
use crate::error::Result;
use crate::ideas::store::Idea;
use crate::kernel::Timestamp;

/// Versions that are shown, the newest; comparing texts costs time.
const MOST_VERSIONS: usize = 30;

/// One version of the text.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Version {
    /// Number, from 1.
    pub number: i32,
    /// What shall happen.
    pub title: String,
    /// Why; Markdown.
    pub body: String,
    /// `text` for a rewritten text, `addition` for an added one.
    pub kind: String,
    /// When.
    pub created_at: Timestamp,
}

/// The newest versions, oldest first, at most 30: of all of them for those who read what is not
/// public, else of those that have been public. A text that a moderator sent back, or that was hidden, stays unread although
/// a later one is shown.
///
/// # Errors
/// When the database fails.
pub fn versions(conn: &mut Conn, idea: &Idea, all: bool) -> Result<Vec<Version>> {
    let rows: Vec<Version> = revisions::table
        .filter(revisions::idea_id.eq(idea.id))
        .order(revisions::number)
        .select((revisions::number, revisions::title, revisions::body, revisions::kind, revisions::created_at))
        .load(conn)?;
    if all {
        return Ok(newest(rows));
    }
    let shown_again: Option<Timestamp> = screenings::table
        .filter(screenings::idea_id.eq(idea.id))
        .filter(screenings::outcome.eq("shown"))
        .select(screenings::at)
        .order(screenings::id.desc())
        .first(conn)
        .optional()?;
    Ok(newest(public_since(rows, idea.published_at.max(shown_again))))
}

fn newest(mut rows: Vec<Version>) -> Vec<Version> {
    rows.split_off(rows.len().saturating_sub(MOST_VERSIONS))
}

/// The version that was there at that moment, and all after it.
fn public_since(rows: Vec<Version>, since: Option<Timestamp>) -> Vec<Version> {
    let Some(since) = since else { return Vec::new() };
    let first = rows.iter().rposition(|row| row.created_at <= since).unwrap_or(0);
    rows.into_iter().skip(first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: i32, at: i64) -> Version {
        Version {
            number,
            title: String::new(),
            body: String::new(),
            kind: "text".to_owned(),
            created_at: Timestamp::from_microseconds(at),
        }
    }

    #[test]
    fn what_was_never_shown_stays_unread() {
        let rows = vec![version(1, 10), version(2, 20), version(3, 40)];

        let numbers = |since| -> Vec<i32> { public_since(rows.clone(), since).iter().map(|row| row.number).collect() };

        assert_eq!(numbers(Some(Timestamp::from_microseconds(30))), [2, 3]);
        assert_eq!(numbers(Some(Timestamp::from_microseconds(50))), [3]);
        assert_eq!(numbers(None), Vec::<i32>::new());
    }
}
