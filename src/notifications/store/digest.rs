//! SQL of what is gathered from elsewhere: hits of saved searches, and what happened in a theme.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::super::pace::Channel;
use crate::db::schema::{
    events, ideas, mail_choices, news_progress, people, saved_search_hits, saved_searches, theme_follows,
};
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::kernel::{Date, EventId, IdeaId, PersonId, Timestamp};

/// An idea, as a bundle names it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in super::super) struct Named {
    pub(in super::super) id: IdeaId,
    pub(in super::super) number: String,
    pub(in super::super) title: String,
    pub(in super::super) last_event_at: Timestamp,
}

/// Those of these ideas that everyone may read, as they are called now.
pub(in super::super) fn shown(conn: &mut Conn, ids: &[IdeaId]) -> Result<HashMap<IdeaId, Named>> {
    let mut found = HashMap::new();
    for some in ids.chunks(super::super::outbox::BATCH) {
        let rows: Vec<Named> = ideas::table
            .filter(ideas::id.eq_any(some))
            .filter(ideas::listed.ne(false))
            .filter(ideas::number.is_not_null())
            .select((ideas::id, ideas::number.assume_not_null(), ideas::title, ideas::last_event_at))
            .load(conn)?;
        found.extend(rows.into_iter().map(|idea| (idea.id, idea)));
    }
    Ok(found)
}

/// Something that happened to an idea of a theme.
#[derive(Debug, Clone, Queryable)]
pub(in super::super) struct ThemeEvent {
    pub(in super::super) idea: IdeaId,
    pub(in super::super) id: EventId,
    pub(in super::super) kind: String,
    pub(in super::super) at: Timestamp,
}

/// Ideas of a theme to which something happened between two moments that everybody should hear of.
pub(in super::super) fn theme_news(
    conn: &mut Conn,
    theme: &str,
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<ThemeEvent>> {
    let moved = ideas::table
        .filter(ideas::theme.eq(theme))
        .filter(ideas::listed.eq(true))
        .filter(ideas::last_event_at.ge(from))
        .select(ideas::id.nullable());
    Ok(events::table
        .filter(events::idea_id.eq_any(moved))
        .filter(events::kind.eq_any(["published", "decided", "completed"]))
        .filter(events::at.ge(from))
        .filter(events::at.lt(to))
        .order((events::at.desc(), events::id.desc()))
        .select((events::idea_id.assume_not_null(), events::id, events::kind, events::at))
        .load(conn)?)
}

/// Up to which hit of saved searches, and to which week of themes, it has been told.
pub(in super::super) fn progress(conn: &mut Conn) -> Result<(i64, Date)> {
    Ok(news_progress::table.select((news_progress::hits_until, news_progress::week_ended_on)).first(conn)?)
}

/// Moves on to a later hit.
pub(in super::super) fn hits_told(tx: &mut Tx<'_>, until: i64) -> Result<()> {
    diesel::update(news_progress::table).set(news_progress::hits_until.eq(until)).execute(tx.conn)?;
    Ok(())
}

/// Moves on to a later week.
pub(in super::super) fn week_told(tx: &mut Tx<'_>, week: Date) -> Result<()> {
    diesel::update(news_progress::table).set(news_progress::week_ended_on.eq(week)).execute(tx.conn)?;
    Ok(())
}

/// The next hits after one: number and idea. Those that are no news have no moment and are passed over.
pub(in super::super) fn hits_after(conn: &mut Conn, after: i64, most: i64) -> Result<Vec<(i64, IdeaId)>> {
    Ok(saved_search_hits::table
        .filter(saved_search_hits::id.gt(after))
        .filter(saved_search_hits::found_at.is_not_null())
        .order(saved_search_hits::id)
        .limit(most)
        .select((saved_search_hits::id, saved_search_hits::idea_id))
        .load(conn)?)
}

/// Who has saved the question that a hit belongs to, and not seen the hit on the page.
pub(in super::super) fn who_waits_for_hit(conn: &mut Conn, hit: i64) -> Result<Vec<PersonId>> {
    let query = saved_search_hits::table.filter(saved_search_hits::id.eq(hit)).select(saved_search_hits::query_id);
    Ok(saved_searches::table
        .inner_join(people::table.on(people::id.eq(saved_searches::person_id)))
        .filter(saved_searches::query_id.eq_any(query))
        .filter(saved_searches::seen_until.lt(hit))
        .filter(people::suspended.eq(false))
        .order(saved_searches::person_id)
        .select(saved_searches::person_id)
        .load(conn)?)
}

/// Those of these ideas that still fit a search that somebody has saved.
pub(in super::super) fn still_fitting(conn: &mut Conn, person: PersonId, ideas: &[IdeaId]) -> Result<HashSet<IdeaId>> {
    let own = saved_searches::table.filter(saved_searches::person_id.eq(person)).select(saved_searches::query_id);
    let hits = saved_search_hits::table
        .filter(saved_search_hits::idea_id.eq_any(ideas))
        .filter(saved_search_hits::found_at.is_not_null())
        .filter(saved_search_hits::query_id.eq_any(own));
    Ok(hits.select(saved_search_hits::idea_id).load(conn)?.into_iter().collect())
}

/// The next people, by id, who follow themes and want to hear of them; with their themes.
pub(in super::super) fn theme_followers(
    conn: &mut Conn,
    after: PersonId,
    most: i64,
) -> Result<Vec<(PersonId, String)>> {
    let unwanted = mail_choices::table
        .filter(mail_choices::channel.eq(Channel::Themes))
        .filter(mail_choices::pace.eq("never"))
        .filter(mail_choices::person_id.eq(theme_follows::person_id));
    let next: Vec<PersonId> = theme_follows::table
        .inner_join(people::table.on(people::id.eq(theme_follows::person_id)))
        .filter(theme_follows::person_id.gt(after))
        .filter(people::suspended.eq(false))
        .filter(diesel::dsl::not(diesel::dsl::exists(unwanted)))
        .order(theme_follows::person_id)
        .select(theme_follows::person_id)
        .distinct()
        .limit(most)
        .load(conn)?;
    Ok(theme_follows::table
        .filter(theme_follows::person_id.eq_any(next))
        .order((theme_follows::person_id, theme_follows::theme))
        .select((theme_follows::person_id, theme_follows::theme))
        .load(conn)?)
}
