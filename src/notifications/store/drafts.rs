//! SQL of what a warning about a draft and a receipt need.

use diesel::prelude::*;

use super::super::facts::Reader;
use super::readers;
use crate::accounts::tokens::Purpose;
use crate::db::Conn;
use crate::db::schema::{drafts, ideas, mailed_tokens, people};
use crate::error::Result;
use crate::i18n::Locale;
use crate::kernel::{EmailAddress, IdeaId, Timestamp};

/// A draft that nobody has touched for long.
#[derive(Debug, Clone)]
pub(in super::super) struct IdleDraft {
    /// The idea.
    pub(in super::super) idea: IdeaId,
    /// When it was touched last.
    pub(in super::super) touched_at: Timestamp,
    /// Whom to warn, if a contact was left.
    pub(in super::super) reader: Option<Reader>,
}

type Row = (IdeaId, Timestamp, Option<String>, String, Option<readers::Columns>);

/// The next drafts after an id that nobody has touched since a moment.
pub(in super::super) fn idle_drafts(
    conn: &mut Conn,
    before: Timestamp,
    after: IdeaId,
    most: i64,
) -> Result<Vec<IdleDraft>> {
    let rows: Vec<Row> = drafts::table
        .inner_join(ideas::table.on(ideas::id.eq(drafts::idea_id)))
        .left_join(people::table.on(people::id.nullable().eq(ideas::author_id)))
        .filter(drafts::touched_at.lt(before))
        .filter(drafts::idea_id.gt(after))
        .order(drafts::idea_id)
        .limit(most)
        .select((drafts::idea_id, drafts::touched_at, drafts::email, ideas::language, readers::COLUMNS.nullable()))
        .load(conn)?;
    Ok(rows.into_iter().map(idle_draft).collect())
}

fn idle_draft((idea, touched_at, email, language, author): Row) -> IdleDraft {
    let left = email.as_deref().and_then(EmailAddress::parse).map(|email| Reader {
        person: None,
        email,
        wording: language.parse().unwrap_or(Locale::Swedish).into(),
    });
    IdleDraft { idea, touched_at, reader: author.and_then(readers::reader).or(left) }
}

/// The link that confirms the contact, made in the transaction in which this idea was sent.
pub(in super::super) fn confirmation_of(conn: &mut Conn, idea: IdeaId) -> Result<Option<i64>> {
    Ok(mailed_tokens::table
        .inner_join(ideas::table.on(ideas::id.nullable().eq(mailed_tokens::idea_id)))
        .filter(ideas::id.eq(idea))
        .filter(mailed_tokens::purpose.eq(Purpose::ConfirmContact))
        .filter(ideas::submitted_at.eq(mailed_tokens::created_at.nullable()))
        .order(mailed_tokens::id)
        .select(mailed_tokens::id)
        .first(conn)
        .optional()?)
}
