//! SQL of what authors say of the answer, and of what came of their ideas.

use diesel::prelude::*;

use crate::db::schema::grades;
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::ideas::grade::{Grade, Question};
use crate::kernel::{GroupId, IdeaId, Timestamp};

/// An answer of an author.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Given {
    /// To what.
    pub question: Question,
    /// Yes, in part or no.
    pub grade: Grade,
    /// In the author's own words, for the group.
    pub words: Option<String>,
    /// When it was given first.
    pub at: Timestamp,
}

/// What the author of an idea has said.
pub fn of(conn: &mut Conn, idea: IdeaId) -> Result<Vec<Given>> {
    Ok(grades::table
        .filter(grades::idea_id.eq(idea))
        .order(grades::question)
        .select((grades::question, grades::grade, grades::words, grades::given_at))
        .load(conn)?)
}

/// Keeps an answer, in the place of an earlier one. The group is the one that the answer is about.
pub fn keep(
    tx: &mut Tx<'_>,
    (idea, group): (IdeaId, Option<GroupId>),
    (question, grade): (Question, Grade),
    words: Option<&str>,
) -> Result<()> {
    let now = tx.now;
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(grades::table)
            .values((
                grades::idea_id.eq(idea),
                grades::question.eq(question),
                grades::grade.eq(grade),
                grades::words.eq(words),
                grades::group_id.eq(group),
                grades::given_at.eq(now),
                grades::changed_at.eq(now),
            ))
            .execute(conn)
    })?;
    if inserted.is_none() {
        let this = grades::table.filter(grades::idea_id.eq(idea)).filter(grades::question.eq(question));
        diesel::update(this)
            .set((grades::grade.eq(grade), grades::words.eq(words), grades::changed_at.eq(now)))
            .execute(tx.conn)?;
    }
    Ok(())
}
