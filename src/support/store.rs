//! SQL of supports.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::supporter_key;
use crate::db::schema::{people, supports};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::kernel::{IdeaId, PersonId};
use crate::town::Town;

/// People looked at in one statement when ideas are joined.
const PEOPLE_AT_A_TIME: i64 = 5_000;

/// Adds a support; `false` when it was there already, so that it counts once however often and
/// however simultaneously it is sent.
pub fn add(tx: &mut Tx<'_>, idea: IdeaId, supporter: &str) -> Result<bool> {
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(supports::table)
            .values((supports::idea_id.eq(idea), supports::supporter.eq(supporter)))
            .execute(conn)
    })?;
    Ok(inserted.is_some())
}

/// Takes a support away; `false` when there was none.
pub fn remove(tx: &mut Tx<'_>, idea: IdeaId, supporter: &str) -> Result<bool> {
    let this = supports::table.filter(supports::idea_id.eq(idea)).filter(supports::supporter.eq(supporter));
    Ok(diesel::delete(this).execute(tx.conn)? > 0)
}

/// Whether this supporter supports the idea.
pub fn has(conn: &mut Conn, idea: IdeaId, supporter: &str) -> Result<bool> {
    let this = supports::table.filter(supports::idea_id.eq(idea)).filter(supports::supporter.eq(supporter));
    Ok(diesel::select(diesel::dsl::exists(this)).get_result(conn)?)
}

/// What carrying supports over to another idea came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CarriedOver {
    /// People who supported only the first idea and now support the other.
    pub moved: i64,
    /// People who supported both; they count once.
    pub shared: i64,
}

/// Lets everyone who supports `from` support `into`, each person once. The rows of `from` stay,
/// so that its own count stays explained. A supporter is found by asking for every person, which
/// is the price of not storing who supports what; joining two ideas is rare.
pub fn carry_over(tx: &mut Tx<'_>, town: &Town, from: IdeaId, into: IdeaId) -> Result<CarriedOver> {
    let mut waiting: BTreeSet<String> = supports::table
        .filter(supports::idea_id.eq(from))
        .select(supports::supporter)
        .load(tx.conn)?
        .into_iter()
        .collect();
    let mut outcome = CarriedOver { moved: 0, shared: 0 };
    let mut after = PersonId::new(0);
    while !waiting.is_empty() {
        let some: Vec<PersonId> = people::table
            .filter(people::id.gt(after))
            .order(people::id)
            .limit(PEOPLE_AT_A_TIME)
            .select(people::id)
            .load(tx.conn)?;
        let Some(last) = some.last() else { break };
        after = *last;
        for person in some {
            if waiting.remove(&supporter_key(town, from, person)) {
                if add(tx, into, &supporter_key(town, into, person))? {
                    outcome.moved += 1;
                } else {
                    outcome.shared += 1;
                }
            }
        }
    }
    Ok(outcome)
}
