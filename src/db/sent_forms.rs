//! A form sent twice gives the first result: one row per form key.

use diesel::prelude::*;

use super::schema::sent_forms;
use super::{Conn, Tx, portable};
use crate::error::Result;
use crate::kernel::token::token_hash;

/// Longest form key that is accepted, in bytes.
pub const FORM_KEY_LIMIT: usize = 100;

/// The result of the form with this key, if it has been sent before.
pub fn result_of(tx: &mut Tx<'_>, form_key: &str) -> Result<Option<String>> {
    find(tx.conn, form_key)
}

/// As [`result_of`], for a page that only shows it.
pub fn find(conn: &mut Conn, form_key: &str) -> Result<Option<String>> {
    let hash = token_hash(form_key);
    let found = sent_forms::table.filter(sent_forms::key_hash.eq(hash)).select(sent_forms::result);
    Ok(found.first(conn).optional()?)
}

/// Takes the form with this key for this transaction, or gives the result of the one that was
/// sent before. Whoever sends the same form at the same moment waits here until this transaction
/// ends, which must [`settle`] the form or fail.
pub fn claim(tx: &mut Tx<'_>, form_key: &str) -> Result<Option<String>> {
    if note(tx, form_key, "")? { Ok(None) } else { result_of(tx, form_key) }
}

/// Writes down what the form gave that this transaction has claimed.
pub fn settle(tx: &mut Tx<'_>, form_key: &str, result: &str) -> Result<()> {
    let hash = token_hash(form_key);
    diesel::update(sent_forms::table.filter(sent_forms::key_hash.eq(hash)))
        .set(sent_forms::result.eq(result))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes the result of a form. `false` says that the same form came in meanwhile; the caller must
/// then give up its own work by an error, so that only the first one counts.
pub fn note(tx: &mut Tx<'_>, form_key: &str, result: &str) -> Result<bool> {
    let hash = token_hash(form_key);
    let now = tx.now;
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(sent_forms::table)
            .values((sent_forms::key_hash.eq(hash), sent_forms::result.eq(result), sent_forms::at.eq(now)))
            .execute(conn)
    })?;
    Ok(inserted.is_some())
}

/// Forgets forms sent before a moment.
pub fn prune(tx: &mut Tx<'_>, before: crate::kernel::Timestamp) -> Result<()> {
    diesel::delete(sent_forms::table.filter(sent_forms::at.lt(before))).execute(tx.conn)?;
    Ok(())
}
