//! SQL that tells who speaks about an idea: under-aged people, and people with a seat.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::Idea;
use crate::db::Conn;
use crate::db::schema::{idea_notes, ideas, seats, steering_groups};
use crate::error::Result;
use crate::kernel::{Date, PersonId};

/// Whether a comment of this person on this idea is read by a moderator before everyone else,
/// whatever the setting (domain 3.8): the author of the idea is under 18, or the person is – who
/// has said so with an idea of his or her own, or sits on the youth council.
pub fn protects_the_young(conn: &mut Conn, idea: &Idea, person: PersonId, today: Date) -> Result<bool> {
    let young_author =
        idea_notes::table.filter(idea_notes::idea_id.eq(idea.id)).filter(idea_notes::young_author.eq(true));
    let young_before = idea_notes::table
        .inner_join(ideas::table.on(ideas::id.eq(idea_notes::idea_id)))
        .filter(ideas::author_id.eq(person))
        .filter(idea_notes::young_author.eq(true));
    let on_youth_council = held(person, today)
        .inner_join(steering_groups::table)
        .filter(steering_groups::kind.eq("youth_council"))
        .filter(seats::role.ne("coordinator"));
    Ok(diesel::select(exists(young_author).or(exists(young_before)).or(exists(on_youth_council))).get_result(conn)?)
}

/// The name of the lead group and the word for the person's seat in it, the leading seat first.
pub fn seat_in_lead_group(
    conn: &mut Conn,
    idea: &Idea,
    person: PersonId,
    today: Date,
) -> Result<Option<(String, String)>> {
    let Some(group) = idea.group_id else { return Ok(None) };
    let found: Vec<(String, String)> = held(person, today)
        .inner_join(steering_groups::table)
        .filter(seats::group_id.eq(group))
        .select((steering_groups::name, seats::role))
        .load(conn)?;
    Ok(found.into_iter().min_by_key(|(_, role)| role == "member"))
}

#[diesel::dsl::auto_type]
fn held(person: PersonId, today: Date) -> _ {
    seats::table
        .filter(seats::person_id.eq(person))
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
}
