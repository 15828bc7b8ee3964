//! SQL of help that whoever carries an idea out asks the group for.

use diesel::prelude::*;

use crate::db::Tx;
use crate::db::schema::help_requests;
use crate::error::Result;
use crate::kernel::{IdeaId, PersonId};

/// Asks; what was asked before is asked no more.
pub fn ask(tx: &mut Tx<'_>, idea: IdeaId, person: PersonId, need: &str) -> Result<i64> {
    end(tx, idea)?;
    Ok(diesel::insert_into(help_requests::table)
        .values((
            help_requests::idea_id.eq(idea),
            help_requests::person_id.eq(person),
            help_requests::need.eq(need),
            help_requests::asked_at.eq(tx.now),
        ))
        .returning(help_requests::id)
        .get_result(tx.conn)?)
}

/// Nobody waits for help any more: it goes on, or has ended.
pub fn end(tx: &mut Tx<'_>, idea: IdeaId) -> Result<()> {
    let open = help_requests::table.filter(help_requests::idea_id.eq(idea)).filter(help_requests::ended_at.is_null());
    diesel::update(open).set(help_requests::ended_at.eq(Some(tx.now))).execute(tx.conn)?;
    Ok(())
}
