//! Warning the writer of a draft before it is removed; only somebody who left a contact can be.

use super::{Trouble, outbox, store, token_mail};
use crate::db::Db;
use crate::kernel::IdeaId;
use crate::town::Town;

/// Days after which a draft that nobody touches is removed.
pub const DRAFT_DAYS: i64 = 30;
/// Days before that when its writer is warned.
pub(super) const WARNING_DAYS: i64 = 7;
/// Drafts read at once.
const PAGE: i64 = 200;

/// Writes the warnings that are due; each once.
///
/// # Errors
/// When the database fails.
pub fn warn_of_idle_drafts(db: &Db, town: &Town) -> Result<(), Trouble> {
    let now = db.clock().now();
    let before = now.plus_days(WARNING_DAYS - DRAFT_DAYS);
    let mut after = IdeaId::new(0);
    loop {
        let drafts = db.read(|conn| store::idle_drafts(conn, before, after, PAGE))?;
        let Some(last) = drafts.last() else { return Ok(()) };
        after = last.idea;
        let mut mails = Vec::new();
        for draft in &drafts {
            let removed_on = draft.touched_at.plus_days(DRAFT_DAYS).date();
            if let Some(reader) = draft.reader.as_ref().filter(|_| removed_on > now.date()) {
                mails.push(token_mail::draft_warning(town, reader, draft.idea, removed_on)?);
            }
        }
        outbox::write_new(db, &mails)?;
    }
}
