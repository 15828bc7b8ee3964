//! Facts about the installation that are written once.

use diesel::prelude::*;

use super::schema::keys;
use super::{Tx, portable};
use crate::error::Result;

/// Writes a value under a name unless there is one already; gives the one that is there.
pub fn remember(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<String> {
    let stored = keys::table.filter(keys::name.eq(name)).select(keys::value);
    if let Some(known) = stored.first(tx.conn).optional()? {
        return Ok(known);
    }
    portable::insert_new(tx, |conn| {
        diesel::insert_into(keys::table).values((keys::name.eq(name), keys::value.eq(value))).execute(conn)
    })?;
    Ok(keys::table.filter(keys::name.eq(name)).select(keys::value).first(tx.conn)?)
}

/// The value under a name, if one was written.
pub fn find(tx: &mut Tx<'_>, name: &str) -> Result<Option<String>> {
    Ok(keys::table.filter(keys::name.eq(name)).select(keys::value).first(tx.conn).optional()?)
}
