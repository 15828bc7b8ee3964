//! SQL of what is late, for those who watch over all groups.

use std::collections::HashMap;

use diesel::dsl::min;
use diesel::prelude::*;

use super::lists::day_of;
use crate::accounts::reach::Mark;
use crate::comments::{State as CommentState, deadline};
use crate::db::Conn;
use crate::db::schema::{
    comments, contacts, idea_contacts, idea_notes, ideas, ownerships, people, reports, steering_groups as groups,
};
use crate::error::Result;
use crate::ideas::clock::CAN_BE_LATE;
use crate::ideas::lifecycle::State;
use crate::ideas::store::ownerships::OwnershipState;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{Cursor, Date, IdeaId, Page, PersonId, Timestamp};

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
    /// Who wrote it, if that person left an address.
    author: Option<PersonId>,
    /// The address, while nobody has confirmed it.
    unconfirmed: Option<String>,
    /// The contact of that person that mails came back from.
    returned: Option<i64>,
    /// The idea, where a telephone number or an address for letters was left instead.
    called: Option<IdeaId>,
}

/// How the author of what is late hears of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ideas::desk) enum AuthorReached {
    /// By mail.
    Mail,
    /// Somebody calls or writes a letter.
    Call,
    /// Not yet: nobody has confirmed the address.
    Unconfirmed,
    /// Not any more: mails came back.
    Returned,
    /// Not at all: no contact was left, or the author has left.
    Nowhere,
}

impl AuthorReached {
    /// The word in the API and in the names of texts.
    pub(in crate::ideas::desk) const fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Call => "call",
            Self::Unconfirmed => "unconfirmed",
            Self::Returned => "returned",
            Self::Nowhere => "nowhere",
        }
    }
}

impl LateRow {
    /// How the author hears of it.
    pub(in crate::ideas::desk) const fn author_reached(&self) -> AuthorReached {
        match self.author {
            None if self.called.is_some() => AuthorReached::Call,
            _ if self.unconfirmed.is_some() => AuthorReached::Unconfirmed,
            None => AuthorReached::Nowhere,
            Some(_) if self.returned.is_some() => AuthorReached::Returned,
            Some(_) => AuthorReached::Mail,
        }
    }
}

/// Comments, or reports, that moderators should have looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ideas::desk) struct LateTalk {
    /// How many.
    pub(in crate::ideas::desk) count: i64,
    /// By which day the oldest of them was to be looked at.
    pub(in crate::ideas::desk) due_on: Date,
}

type TalkRow = (Option<i64>, Option<Timestamp>, Option<i64>, Option<Timestamp>);

/// Comments and reports that should have been looked at before today, in one statement.
pub(in crate::ideas::desk) fn late_talk(conn: &mut Conn, today: Date) -> Result<[Option<LateTalk>; 2]> {
    let unread = comments::table
        .filter(comments::state.eq(CommentState::Waiting))
        .filter(comments::created_at.lt(deadline::late_before(today)));
    let open = reports::table
        .filter(reports::decided_at.is_null())
        .filter(reports::joined_to.is_null())
        .filter(reports::due_at.le(today.start()));
    let (said, said_since, reported, reported_by): TalkRow = diesel::select((
        unread.count().single_value(),
        unread.select(min(comments::created_at)).single_value(),
        open.count().single_value(),
        open.select(min(reports::due_at)).single_value(),
    ))
    .get_result(conn)?;
    let late = |count: Option<i64>, due_on: Option<Date>| Some(LateTalk { count: count?, due_on: due_on? });
    // A moment that ends a day is the first of the next.
    let before = |moment: Timestamp| moment.plus_minutes(-1).date();
    Ok([late(said, said_since.map(deadline::last_day)), late(reported, reported_by.map(before))])
}

/// Ideas whose next step is late on a day, longest first, whoever owes it: also what is hidden, or
/// waits for a moderator, but of that only the number.
pub(in crate::ideas::desk) fn late(conn: &mut Conn, today: Date, after: Option<Cursor>) -> Result<Page<LateRow>> {
    let returned = contacts::table
        .filter(contacts::person_id.eq(ideas::author_id))
        .filter(contacts::marked.eq(Mark::Bounced))
        .select(contacts::id)
        .single_value();
    let called =
        idea_contacts::table.filter(idea_contacts::idea_id.eq(ideas::id)).select(idea_contacts::idea_id).single_value();
    let mut query = ideas::table
        .left_join(groups::table)
        .left_join(idea_notes::table.on(idea_notes::idea_id.eq(ideas::id)))
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
            idea_notes::contact_email.nullable(),
            returned,
            called,
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

/// Who has promised to carry out each of these ideas: the organisation, or the name where there is none.
pub(in crate::ideas::desk) fn owners(conn: &mut Conn, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, String>> {
    if ideas.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(IdeaId, String, String)> = ownerships::table
        .inner_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(ownerships::idea_id.eq_any(ideas))
        .filter(ownerships::state.eq(OwnershipState::Accepted))
        .select((ownerships::idea_id, ownerships::organisation, people::display_name))
        .load(conn)?;
    let owner = |(idea, organisation, name): (IdeaId, String, String)| {
        (idea, if organisation.is_empty() { name } else { organisation })
    };
    Ok(rows.into_iter().map(owner).collect())
}
