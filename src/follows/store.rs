//! SQL of follows.

use diesel::prelude::*;

use crate::db::schema::{follows, theme_follows};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::kernel::{IdeaId, PersonId};

/// Lets a person follow an idea; `false` when he or she did so before.
pub fn follow(tx: &mut Tx<'_>, idea: IdeaId, person: PersonId) -> Result<bool> {
    let today = tx.now.date();
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(follows::table)
            .values((follows::idea_id.eq(idea), follows::person_id.eq(person), follows::since_on.eq(today)))
            .execute(conn)
    })?;
    Ok(inserted.is_some())
}

/// Ends it; `false` when the person did not follow.
pub fn end(tx: &mut Tx<'_>, idea: IdeaId, person: PersonId) -> Result<bool> {
    let this = follows::table.filter(follows::idea_id.eq(idea)).filter(follows::person_id.eq(person));
    Ok(diesel::delete(this).execute(tx.conn)? > 0)
}

/// Whether a person follows an idea.
pub fn has(conn: &mut Conn, idea: IdeaId, person: PersonId) -> Result<bool> {
    let this = follows::table.filter(follows::idea_id.eq(idea)).filter(follows::person_id.eq(person));
    Ok(diesel::select(diesel::dsl::exists(this)).get_result(conn)?)
}

/// The ideas that a person follows, the newest idea first, at most `most`.
pub fn of_person(conn: &mut Conn, person: PersonId, most: i64) -> Result<Vec<IdeaId>> {
    Ok(follows::table
        .filter(follows::person_id.eq(person))
        .order(follows::idea_id.desc())
        .limit(most)
        .select(follows::idea_id)
        .load(conn)?)
}

/// Lets everyone who follows `from` follow `into` as well.
pub fn carry_over(tx: &mut Tx<'_>, from: IdeaId, into: IdeaId) -> Result<()> {
    let people: Vec<PersonId> =
        follows::table.filter(follows::idea_id.eq(from)).select(follows::person_id).load(tx.conn)?;
    for person in people {
        follow(tx, into, person)?;
    }
    Ok(())
}

/// Lets a person follow a theme; `false` when he or she did so before.
pub fn follow_theme(tx: &mut Tx<'_>, theme: &str, person: PersonId) -> Result<bool> {
    let today = tx.now.date();
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(theme_follows::table)
            .values((
                theme_follows::theme.eq(theme),
                theme_follows::person_id.eq(person),
                theme_follows::since_on.eq(today),
            ))
            .execute(conn)
    })?;
    Ok(inserted.is_some())
}

/// Ends it; `false` when the person did not follow the theme.
pub fn end_theme(tx: &mut Tx<'_>, theme: &str, person: PersonId) -> Result<bool> {
    let this = theme_follows::table.filter(theme_follows::theme.eq(theme)).filter(theme_follows::person_id.eq(person));
    Ok(diesel::delete(this).execute(tx.conn)? > 0)
}

/// The themes that a person follows, in the order of their words.
pub fn themes_of(conn: &mut Conn, person: PersonId) -> Result<Vec<String>> {
    Ok(theme_follows::table
        .filter(theme_follows::person_id.eq(person))
        .order(theme_follows::theme)
        .select(theme_follows::theme)
        .load(conn)?)
}
