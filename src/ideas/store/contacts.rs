//! SQL of how authors are reached who have left no e-mail.

use diesel::prelude::*;

use crate::db::schema::idea_contacts;
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::kernel::IdeaId;
use crate::kernel::reach::{Reach, ReachWay};

/// Where the author of an idea is reached, if it was left.
pub fn of(conn: &mut Conn, idea: IdeaId) -> Result<Option<Reach>> {
    let row: Option<(ReachWay, String)> = idea_contacts::table
        .filter(idea_contacts::idea_id.eq(idea))
        .select((idea_contacts::way, idea_contacts::value))
        .first(conn)
        .optional()?;
    let read = |(way, value): (ReachWay, String)| {
        Reach::from_stored(way, &value).ok_or_else(|| Error::corrupt("a contact that is none"))
    };
    row.map(read).transpose()
}

/// Keeps it, in place of what was there.
pub fn set(tx: &mut Tx<'_>, idea: IdeaId, reach: Option<&Reach>) -> Result<()> {
    diesel::delete(idea_contacts::table.filter(idea_contacts::idea_id.eq(idea))).execute(tx.conn)?;
    if let Some(reach) = reach {
        diesel::insert_into(idea_contacts::table)
            .values((
                idea_contacts::idea_id.eq(idea),
                idea_contacts::way.eq(reach.way()),
                idea_contacts::value.eq(reach.as_str()),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}
