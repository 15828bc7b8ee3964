//! SQL of what is late, for those who watch over all groups.

use diesel::prelude::*;

use super::lists::day_of;
use crate::db::Conn;
use crate::db::schema::{ideas, steering_groups as groups};
use crate::error::Result;
use crate::ideas::clock::CAN_BE_LATE;
use crate::ideas::lifecycle::State;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{Cursor, Date, IdeaId, Page, PersonId};

/// An idea whose next step is late.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::ideas::desk) struct LateRow {
    pub(in crate::ideas::desk) id: IdeaId,
    pub(in crate::ideas::desk) number: Option<String>,
    /// What shall happen; empty where not everyone may read it.
    pub(in crate::ideas::desk) title: String,
    pub(in crate::ideas::desk) language: String,
    /// Whether everyone may read it.
    pub(in crate::ideas::desk) listed: bool,
    pub(in crate::ideas::desk) state: State,
    pub(in crate::ideas::desk) due_on: Option<Date>,
    /// Name of its group.
    pub(in crate::ideas::desk) group: Option<String>,
    /// Who wrote it, if that person has an address that is confirmed.
    pub(in crate::ideas::desk) author: Option<PersonId>,
}

/// Ideas whose next step is late on a day, longest first, whoever owes it: also what is hidden, or
/// waits for a moderator, but of that only the number.
pub(in crate::ideas::desk) fn late(conn: &mut Conn, today: Date, after: Option<Cursor>) -> Result<Page<LateRow>> {
    let mut query = ideas::table
        .left_join(groups::table)
        .filter(ideas::state.eq_any(CAN_BE_LATE))
        .filter(ideas::due_on.lt(today))
        .into_boxed();
    if let Some(cursor) = after {
        let (day, last) = (day_of(cursor), IdeaId::new(cursor.id));
        query = query.filter(ideas::due_on.gt(day).or(ideas::due_on.eq(day).and(ideas::id.gt(last))));
    }
    let mut rows: Vec<LateRow> = query
        .order((ideas::due_on, ideas::id))
        .limit(PAGE_SIZE + 1)
        .select((
            ideas::id,
            ideas::number,
            ideas::title,
            ideas::language,
            ideas::listed,
            ideas::state,
            ideas::due_on,
            groups::name.nullable(),
            ideas::author_id,
        ))
        .load(conn)?;
    for row in rows.iter_mut().filter(|row| !row.listed) {
        // The words of what is not shown never leave the database towards this page.
        row.title.clear();
    }
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    let place = |row: &LateRow| row.due_on.map_or(i64::MAX, |day| i64::from(day.number()));
    Ok(Page::cut(rows, size, |row| Cursor { sort: place(row), id: row.id.get() }))
}
