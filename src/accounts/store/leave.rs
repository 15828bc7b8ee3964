//! SQL of leaving: what says who somebody was is taken away, what he or she has done stays.

use diesel::prelude::*;

use crate::db::Tx;
use crate::db::schema::{
    comments, drafts, follows, grades, idea_notes, ideas, mail_choices, mailed_tokens, news, people, reports,
    saved_searches, seat_follows, seat_replies, seats, sessions, theme_follows, watched_queries,
};
use crate::error::Result;
use crate::kernel::{GroupId, IdeaId, PersonId, WatchedQueryId};
use crate::policy::Role;

/// What remains of a person who has left.
pub(in crate::accounts) struct Taken<'a> {
    /// Name that stands instead of his or hers.
    pub(in crate::accounts) name: &'a str,
    /// Contact that nobody has, unique.
    pub(in crate::accounts) contact: &'a str,
}

/// Takes name and contact of a person away and ends sign-ins and seats; gives the groups in which
/// a seat ended.
pub(in crate::accounts) fn forget(tx: &mut Tx<'_>, person: PersonId, taken: &Taken<'_>) -> Result<Vec<GroupId>> {
    let folded: String = people::table.filter(people::id.eq(person)).select(people::email_folded).first(tx.conn)?;
    diesel::delete(mailed_tokens::table.filter(mailed_tokens::email_folded.eq(folded))).execute(tx.conn)?;
    diesel::delete(sessions::table.filter(sessions::person_id.eq(person))).execute(tx.conn)?;
    diesel::delete(follows::table.filter(follows::person_id.eq(person))).execute(tx.conn)?;
    diesel::delete(theme_follows::table.filter(theme_follows::person_id.eq(person))).execute(tx.conn)?;
    diesel::delete(seat_follows::table.filter(seat_follows::person_id.eq(person))).execute(tx.conn)?;
    diesel::delete(seat_replies::table.filter(seat_replies::person_id.eq(person))).execute(tx.conn)?;
    diesel::delete(mail_choices::table.filter(mail_choices::person_id.eq(person))).execute(tx.conn)?;
    diesel::delete(news::table.filter(news::person_id.eq(person))).execute(tx.conn)?;
    end_saved_searches(tx, person)?;
    super::forget_contacts_of(tx, person)?;
    super::forget_addresses_of(tx, person)?;
    let groups = end_seats(tx, person)?;
    diesel::update(comments::table.filter(comments::author_id.eq(person)))
        .set(comments::author_name.eq(taken.name))
        .execute(tx.conn)?;
    diesel::update(reports::table.filter(reports::reporter_id.eq(person)))
        .set(reports::reporter_id.eq(None::<PersonId>))
        .execute(tx.conn)?;
    diesel::update(people::table.filter(people::id.eq(person)))
        .set((
            people::email.eq(taken.contact),
            people::email_folded.eq(taken.contact),
            people::display_name.eq(taken.name),
            people::organisation.eq(None::<String>),
            people::about.eq(None::<String>),
            people::role.eq(Role::Resident),
            people::suspended.eq(true),
            people::suspension_reason.eq(None::<String>),
            people::left_at.eq(Some(tx.now)),
            people::simple_swedish.eq(false),
        ))
        .execute(tx.conn)?;
    Ok(groups)
}

/// The questions that nobody else has saved go with the searches, and what they found with them. Each
/// is held first, in the order of their ids, so that nobody saves it meanwhile.
fn end_saved_searches(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    let mine = || saved_searches::table.filter(saved_searches::person_id.eq(person));
    let queries: Vec<WatchedQueryId> =
        mine().order(saved_searches::query_id).select(saved_searches::query_id).load(tx.conn)?;
    for query in &queries {
        diesel::update(watched_queries::table.filter(watched_queries::id.eq(query)))
            .set(watched_queries::created_at.eq(watched_queries::created_at))
            .execute(tx.conn)?;
    }
    diesel::delete(mine()).execute(tx.conn)?;
    let others = saved_searches::table.filter(saved_searches::query_id.eq(watched_queries::id));
    diesel::delete(
        watched_queries::table
            .filter(watched_queries::id.eq_any(&queries))
            .filter(diesel::dsl::not(diesel::dsl::exists(others))),
    )
    .execute(tx.conn)?;
    Ok(())
}

/// Seats end the day before, so that they end at once; those that have not begun never do.
fn end_seats(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    let today = tx.now.date();
    let mine = || seats::table.filter(seats::person_id.eq(person));
    let held = mine().filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)));
    let groups = held.order(seats::id).select(seats::group_id).load(tx.conn)?;
    diesel::delete(mine().filter(seats::starts_on.ge(today))).execute(tx.conn)?;
    diesel::update(mine().filter(seats::ends_on.is_null().or(seats::ends_on.ge(today))))
        .set(seats::ends_on.eq(Some(today.plus_days(-1))))
        .execute(tx.conn)?;
    Ok(groups)
}

/// Takes the name off a person's ideas and cuts the tie to him or her; gives the ideas.
pub(in crate::accounts) fn take_ideas(tx: &mut Tx<'_>, person: PersonId, name: &str) -> Result<Vec<IdeaId>> {
    let mine: Vec<IdeaId> = ideas::table.filter(ideas::author_id.eq(person)).select(ideas::id).load(tx.conn)?;
    for idea in &mine {
        diesel::update(ideas::table.filter(ideas::id.eq(idea)))
            .set((ideas::author_id.eq(None::<PersonId>), ideas::author_name.eq(name)))
            .execute(tx.conn)?;
        diesel::update(idea_notes::table.filter(idea_notes::idea_id.eq(idea)))
            .set(idea_notes::contact_email.eq(None::<String>))
            .execute(tx.conn)?;
        diesel::update(drafts::table.filter(drafts::idea_id.eq(idea)))
            .set(drafts::email.eq(None::<String>))
            .execute(tx.conn)?;
        super::forget_reach(tx, *idea)?;
        // What was said to the group in confidence goes; how many were content stays true.
        diesel::update(grades::table.filter(grades::idea_id.eq(idea)))
            .set(grades::words.eq(None::<String>))
            .execute(tx.conn)?;
    }
    Ok(mine)
}
