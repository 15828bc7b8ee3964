//! SQL that changes ideas, and loads them for a change.

mod apply;
pub mod clock_steps;
pub mod contacts;
pub mod decisions;
mod drafts;
mod faces;
mod facts;
pub mod grades;
pub mod handovers;
pub mod help;
pub mod inquiries;
pub mod late_again;
pub mod merges;
pub mod ownerships;
pub mod past;
pub mod progress;
mod promises;
mod reasons;
mod screenings;
#[cfg(test)]
pub(crate) mod stage;
mod talk;

pub use apply::{Update, apply, count_comment, count_supports, count_supports_while_open};
pub use drafts::{
    DraftRow, Sending, delete_draft, draft_by_token, idle_drafts, insert_draft, insert_submitted, is_imported,
    mark_sent, remove_idle_draft, save_draft, set_imported_texts,
};
pub use faces::{FaceComment, FaceRow, FaceTexts, Marks, face_texts, faces, marks_after};
pub use facts::{StandingRow, facts, newest_ballot, standing_row};
pub use screenings::{
    Hiding, NewScreening, ScreeningOutcome, close_appeal, first_moderator_of_open_appeal, hiding, insert_appeal,
    insert_screening, set_hidden,
};
pub use talk::{protects_the_young, seat_in_lead_group};

use diesel::prelude::*;

use super::lifecycle::State;
use crate::db::schema::{counters, idea_notes, ideas, revisions};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::kernel::{Date, GroupId, IdeaId, PersonId, Timestamp};

/// An idea as its rules need to know it.
#[derive(Debug, Clone, Queryable)]
pub struct Idea {
    /// Which.
    pub id: IdeaId,
    /// Public number; none for a draft.
    pub number: Option<String>,
    /// Where it is on its way.
    pub state: State,
    /// Grows with every change; a form names the version it was filled in for.
    pub version: i64,
    /// Whether a moderator has hidden it.
    pub hidden: bool,
    /// Who wrote it, if that person has left a contact.
    pub author_id: Option<PersonId>,
    /// Name that others see.
    pub author_name: String,
    /// What shall happen.
    pub title: String,
    /// Why; Markdown.
    pub body: String,
    /// Language of the text.
    pub language: String,
    /// Where.
    pub area: String,
    /// Theme, once a moderator has set it.
    pub theme: Option<String>,
    /// Number of the newest revision, from 1.
    pub revision: i32,
    /// Lead group.
    pub group_id: Option<GroupId>,
    /// People who support it.
    pub support_count: i64,
    /// People needed before the group must answer.
    pub support_goal: i64,
    /// Last day for support.
    pub closes_on: Option<Date>,
    /// Day by which the next step is owed.
    pub due_on: Option<Date>,
    /// When it came to this state.
    pub state_since: Timestamp,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// The idea it lives on in.
    pub merged_into: Option<IdeaId>,
}

pub(crate) type Columns = (
    ideas::id,
    ideas::number,
    ideas::state,
    ideas::version,
    ideas::hidden,
    ideas::author_id,
    ideas::author_name,
    ideas::title,
    ideas::body,
    ideas::language,
    ideas::area,
    ideas::theme,
    ideas::revision,
    ideas::group_id,
    ideas::support_count,
    ideas::support_goal,
    ideas::closes_on,
    ideas::due_on,
    ideas::state_since,
    ideas::published_at,
    ideas::merged_into,
);

pub(crate) const COLUMNS: Columns = (
    ideas::id,
    ideas::number,
    ideas::state,
    ideas::version,
    ideas::hidden,
    ideas::author_id,
    ideas::author_name,
    ideas::title,
    ideas::body,
    ideas::language,
    ideas::area,
    ideas::theme,
    ideas::revision,
    ideas::group_id,
    ideas::support_count,
    ideas::support_goal,
    ideas::closes_on,
    ideas::due_on,
    ideas::state_since,
    ideas::published_at,
    ideas::merged_into,
);

impl Idea {
    /// Whether everyone may read it. An idea that was taken back before it was published never
    /// was for everyone.
    #[must_use]
    pub const fn is_listed(&self) -> bool {
        self.state.is_public() && !self.hidden && self.published_at.is_some()
    }

    /// The public number, empty for a draft.
    #[must_use]
    pub fn number(&self) -> &str {
        self.number.as_deref().unwrap_or("")
    }

    /// The address of its page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/ideas/{}", self.number())
    }
}

/// The idea with this id.
///
/// # Errors
/// Not found.
pub fn load(conn: &mut Conn, id: IdeaId) -> Result<Idea> {
    Ok(ideas::table.filter(ideas::id.eq(id)).select(COLUMNS).first(conn)?)
}

/// Ideas whose time ran out before a day: open past their last day for support, or returned,
/// asked about or handed on past the day an answer was due. At most `most` of each kind.
pub fn overdue(conn: &mut Conn, day: Date, most: i64) -> Result<Vec<IdeaId>> {
    let unsupported = ideas::table.filter(ideas::state.eq(State::Open)).filter(ideas::closes_on.lt(day));
    let mut ids: Vec<IdeaId> =
        unsupported.order((ideas::closes_on, ideas::id)).limit(most).select(ideas::id).load(conn)?;
    let unanswered = ideas::table
        .filter(ideas::state.eq_any([State::Returned, State::AwaitingAnswer, State::Forwarded]))
        .filter(ideas::due_on.lt(day));
    let late: Vec<IdeaId> = unanswered.order((ideas::due_on, ideas::id)).limit(most).select(ideas::id).load(conn)?;
    ids.extend(late);
    Ok(ids)
}

/// The idea with this public number.
///
/// # Errors
/// Not found, also for a text that is no number.
pub fn load_by_number(conn: &mut Conn, number: &str) -> Result<Idea> {
    if !super::number::is_number(number) {
        return Err(crate::error::Error::NotFound);
    }
    Ok(ideas::table.filter(ideas::number.eq(number)).select(COLUMNS).first(conn)?)
}

/// The idea that a number and the hash of a receipt code belong to.
pub fn find_by_receipt(conn: &mut Conn, number: &str, receipt_hash: &str) -> Result<Option<IdeaId>> {
    let both = ideas::table.filter(ideas::number.eq(number)).filter(ideas::receipt_hash.eq(receipt_hash));
    Ok(both.select(ideas::id).first(conn).optional()?)
}

/// Gives the next public number of the year.
pub fn next_number(tx: &mut Tx<'_>) -> Result<String> {
    let year = tx.now.date().year();
    let name = format!("ideas-{year}");
    let grown = diesel::update(counters::table.filter(counters::name.eq(&name)))
        .set(counters::value.eq(counters::value + 1))
        .returning(counters::value)
        .get_result::<i64>(tx.conn)
        .optional()?;
    let order = match grown {
        Some(order) => order,
        None => first_number(tx, &name)?,
    };
    Ok(super::number::format_number(year, order))
}

/// The first number of a year. On PostgreSQL two may try: the second then counts on.
fn first_number(tx: &mut Tx<'_>, name: &str) -> Result<i64> {
    let inserted = crate::db::portable::insert_new(tx, |conn| {
        diesel::insert_into(counters::table).values((counters::name.eq(name), counters::value.eq(1_i64))).execute(conn)
    })?;
    if inserted.is_some() {
        return Ok(1);
    }
    Ok(diesel::update(counters::table.filter(counters::name.eq(name)))
        .set(counters::value.eq(counters::value + 1))
        .returning(counters::value)
        .get_result(tx.conn)?)
}

/// Adds a revision; `kind` is `text` for a rewritten text and `addition` for an added one.
pub fn insert_revision(tx: &mut Tx<'_>, idea: &Idea, number: i32, kind: &str, by: Option<PersonId>) -> Result<()> {
    diesel::insert_into(revisions::table)
        .values((
            revisions::idea_id.eq(idea.id),
            revisions::number.eq(number),
            revisions::title.eq(&idea.title),
            revisions::body.eq(&idea.body),
            revisions::kind.eq(kind),
            revisions::edited_by.eq(by.map(PersonId::get)),
            revisions::created_at.eq(tx.now),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// What is noted beside an idea.
#[derive(Debug, Clone, Default)]
pub struct Notes<'a> {
    /// The need that it answers.
    pub need: Option<&'a str>,
    /// Where it comes from.
    pub source: Option<&'a str>,
    /// Whether the author is under 18.
    pub young_author: bool,
    /// Contact that the author left and has not confirmed.
    pub contact_email: Option<&'a str>,
}

/// Writes the notes of a new idea.
pub fn insert_notes(tx: &mut Tx<'_>, idea: IdeaId, notes: &Notes<'_>) -> Result<()> {
    diesel::insert_into(idea_notes::table)
        .values((
            idea_notes::idea_id.eq(idea),
            idea_notes::need.eq(notes.need),
            idea_notes::source.eq(notes.source),
            idea_notes::young_author.eq(notes.young_author),
            idea_notes::contact_email.eq(notes.contact_email),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes the contact that the author left.
pub fn set_contact(tx: &mut Tx<'_>, idea: IdeaId, email: Option<&crate::kernel::EmailAddress>) -> Result<()> {
    diesel::update(idea_notes::table.filter(idea_notes::idea_id.eq(idea)))
        .set(idea_notes::contact_email.eq(email.map(crate::kernel::EmailAddress::as_str)))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes where an idea comes from and in which language it is.
pub fn set_source(tx: &mut Tx<'_>, idea: IdeaId, source: &str, language: &str) -> Result<()> {
    diesel::update(idea_notes::table.filter(idea_notes::idea_id.eq(idea)))
        .set(idea_notes::source.eq(Some(source)))
        .execute(tx.conn)?;
    diesel::update(ideas::table.filter(ideas::id.eq(idea))).set(ideas::language.eq(language)).execute(tx.conn)?;
    Ok(())
}

/// Sets the newest text of an idea and its language.
pub fn set_text(tx: &mut Tx<'_>, idea: &Idea) -> Result<()> {
    diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
        .set((
            ideas::title.eq(&idea.title),
            ideas::body.eq(&idea.body),
            ideas::language.eq(&idea.language),
            ideas::revision.eq(idea.revision),
        ))
        .execute(tx.conn)?;
    Ok(())
}
