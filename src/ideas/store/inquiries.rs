//! SQL of questions to somebody named and of matters handed on to a body outside.

use diesel::prelude::*;

use crate::db::schema::{ideas, inquiries};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::ideas::lifecycle::{State, StoppedClock};
use crate::kernel::{Date, IdeaId, InquiryId, PersonId, Timestamp};
use crate::word_enum;

use super::Idea;

word_enum! {
    /// What an inquiry is.
    pub enum InquiryKind {
        /// A question; the idea stays with the group.
        Question = "question",
        /// A handing on; the body outside has the idea.
        Forwarding = "forwarding",
    }
}

/// An inquiry as its answer needs to know it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Inquiry {
    /// Which.
    pub id: InquiryId,
    /// What it is.
    pub kind: InquiryKind,
    /// Who was asked, if that is somebody with a contact.
    pub asked_person: Option<PersonId>,
    /// When the body outside took it on.
    pub accepted_at: Option<Timestamp>,
    /// When it was made.
    pub asked_at: Timestamp,
}

/// An inquiry to be made.
#[derive(Debug, Clone)]
pub struct NewInquiry<'a> {
    /// What it is.
    pub kind: InquiryKind,
    /// Who is asked, as everyone reads it.
    pub asked_name: &'a str,
    /// Who that is.
    pub asked_person: Option<PersonId>,
    /// The question, or why the matter is handed on.
    pub question: &'a str,
    /// Number of the matter at the body outside.
    pub diary_number: Option<&'a str>,
    /// Last day for the answer.
    pub due_on: Date,
    /// The day by which the group owed its own answer when it asked.
    pub owed_on: Option<Date>,
}

/// Makes an inquiry.
pub fn insert(tx: &mut Tx<'_>, idea: IdeaId, new: &NewInquiry<'_>) -> Result<InquiryId> {
    Ok(diesel::insert_into(inquiries::table)
        .values((
            inquiries::idea_id.eq(idea),
            inquiries::kind.eq(new.kind),
            inquiries::asked_name.eq(new.asked_name),
            inquiries::asked_person.eq(new.asked_person),
            inquiries::question.eq(new.question),
            inquiries::diary_number.eq(new.diary_number),
            inquiries::due_on.eq(new.due_on),
            inquiries::asked_at.eq(tx.now),
            inquiries::owed_on.eq(new.owed_on),
        ))
        .returning(inquiries::id)
        .get_result(tx.conn)?)
}

/// The inquiry of an idea that waits for an answer, if there is one.
pub fn waiting(conn: &mut Conn, idea: IdeaId) -> Result<Option<Inquiry>> {
    Ok(inquiries::table
        .filter(inquiries::idea_id.eq(idea))
        .filter(inquiries::answered_at.is_null())
        .order(inquiries::id.desc())
        .select((inquiries::id, inquiries::kind, inquiries::asked_person, inquiries::accepted_at, inquiries::asked_at))
        .first(conn)
        .optional()?)
}

/// What the group of an idea owed when it asked whoever has the ball now.
pub fn stopped_clock(conn: &mut Conn, idea: &Idea) -> Result<Option<StoppedClock>> {
    if !matches!(idea.state, State::AwaitingAnswer | State::Forwarded) {
        return Ok(None);
    }
    let newest: Vec<(Option<Timestamp>, Option<Date>, Timestamp)> = inquiries::table
        .filter(inquiries::idea_id.eq(idea.id))
        .order(inquiries::id.desc())
        .limit(2)
        .select((inquiries::answered_at, inquiries::owed_on, inquiries::asked_at))
        .load(conn)?;
    let waiting = newest.first().filter(|(answered_at, _, _)| answered_at.is_none());
    Ok(waiting.and_then(|(_, owed_on, asked_at)| {
        Some(StoppedClock { owed_on: (*owed_on)?, since: asked_at.date(), is_first: newest.len() == 1 })
    }))
}

/// The day that the group of an idea owed when it asked somebody the last time.
pub(super) fn last_owed_on(conn: &mut Conn, idea: IdeaId) -> Result<Option<Date>> {
    let newest = inquiries::table.filter(inquiries::idea_id.eq(idea)).order(inquiries::id.desc());
    Ok(newest.select(inquiries::owed_on).first::<Option<Date>>(conn).optional()?.flatten())
}

/// Ideas that were handed on before a moment to somebody who has not taken them on, longest ago first.
pub fn not_accepted(conn: &mut Conn, before: Timestamp, most: i64) -> Result<Vec<IdeaId>> {
    Ok(inquiries::table
        .inner_join(ideas::table.on(ideas::id.eq(inquiries::idea_id)))
        .filter(ideas::state.eq(State::Forwarded))
        .filter(inquiries::kind.eq(InquiryKind::Forwarding))
        .filter(inquiries::answered_at.is_null())
        .filter(inquiries::accepted_at.is_null())
        .filter(inquiries::asked_at.lt(before))
        .order((inquiries::asked_at, inquiries::id))
        .limit(most)
        .select(inquiries::idea_id)
        .load(conn)?)
}

/// Ideas that were handed on before a moment to somebody who has neither taken them on nor been reminded.
pub fn not_reminded(conn: &mut Conn, before: Timestamp, most: i64) -> Result<Vec<IdeaId>> {
    Ok(inquiries::table
        .inner_join(ideas::table.on(ideas::id.eq(inquiries::idea_id)))
        .filter(ideas::state.eq(State::Forwarded))
        .filter(inquiries::kind.eq(InquiryKind::Forwarding))
        .filter(inquiries::answered_at.is_null())
        .filter(inquiries::accepted_at.is_null())
        .filter(inquiries::reminded_at.is_null())
        .filter(inquiries::asked_at.lt(before))
        // Whose time is up comes last: what ends is ended by another step.
        .order((inquiries::asked_at.desc(), inquiries::id))
        .limit(most)
        .select(inquiries::idea_id)
        .load(conn)?)
}

/// Notes that whoever was asked is reminded now; false when that was done before.
pub fn note_reminder(tx: &mut Tx<'_>, id: InquiryId) -> Result<bool> {
    let this = inquiries::table.filter(inquiries::id.eq(id)).filter(inquiries::reminded_at.is_null());
    Ok(diesel::update(this).set(inquiries::reminded_at.eq(Some(tx.now))).execute(tx.conn)? > 0)
}

/// Notes that the body outside has taken it on, and under which number.
pub fn accept(tx: &mut Tx<'_>, id: InquiryId, diary_number: Option<&str>) -> Result<()> {
    diesel::update(inquiries::table.filter(inquiries::id.eq(id)))
        .set((
            inquiries::accepted_at.eq(Some(tx.now)),
            diary_number.map(|number| inquiries::diary_number.eq(Some(number))),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Ends an inquiry; without an answer when none came in time.
pub fn end(tx: &mut Tx<'_>, id: InquiryId, answer: Option<&str>) -> Result<()> {
    diesel::update(inquiries::table.filter(inquiries::id.eq(id)))
        .set((inquiries::answer.eq(answer), inquiries::answered_at.eq(Some(tx.now))))
        .execute(tx.conn)?;
    Ok(())
}
