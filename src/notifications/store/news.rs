//! SQL of news: one row per reader and thing told, whether it went at once or waits.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::super::kind::MailKind;
use super::super::pace::Channel;
use crate::db::schema::{emails, ideas, news, news_progress, search_changes, seat_reports};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::kernel::{Date, EmailId, EventId, IdeaId, PersonId, Timestamp};

/// What a piece of news is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in super::super) enum About {
    /// Something that happened to an idea.
    Event(IdeaId, EventId),
    /// An idea that has come to fit a saved search.
    Hit(IdeaId),
    /// What happened in a theme in the week that ended on a day.
    Week(String, Date),
    /// That a report was sent or answered.
    Report(EventId),
}

/// A piece of news to be written down for a reader.
#[derive(Debug, Clone)]
pub(in super::super) struct Item {
    /// What makes it the same as one that was told already.
    pub(in super::super) cause: String,
    pub(in super::super) channel: Channel,
    pub(in super::super) kind: MailKind,
    pub(in super::super) about: About,
}

/// How it goes.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Going {
    /// In this mail, which has this place among those of the day.
    In(EmailId, Option<i32>),
    /// In a bundle, not before.
    Later(Timestamp),
}

/// A piece of news of one reader.
#[derive(Debug, Clone)]
pub(in super::super) struct NewsRow {
    pub(in super::super) id: i64,
    pub(in super::super) person: PersonId,
    pub(in super::super) channel: Channel,
    pub(in super::super) kind: MailKind,
    pub(in super::super) about: About,
}

/// Waits until nobody else decides what is told, until the end of the transaction. The constraints of the
/// table say the same; with this they need never refuse a whole batch.
pub(in super::super) fn take_turn(tx: &mut Tx<'_>) -> Result<()> {
    diesel::update(news_progress::table).set(news_progress::id.eq(1)).execute(tx.conn)?;
    Ok(())
}

/// Those of these people for whom it is decided how they are told of this.
pub(in super::super) fn decided(conn: &mut Conn, cause: &str, people: &[PersonId]) -> Result<HashSet<PersonId>> {
    let there = news::table.filter(news::person_id.eq_any(people)).filter(news::cause.eq(cause));
    Ok(there.select(news::person_id).load(conn)?.into_iter().collect())
}

/// Which places among a day's mails are taken, for these people.
pub(in super::super) fn taken_places(
    conn: &mut Conn,
    day: Date,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<i32>>> {
    let rows: Vec<(PersonId, Option<i32>)> = news::table
        .filter(news::person_id.eq_any(people))
        .filter(news::sent_on.eq(day))
        .select((news::person_id, news::place))
        .load(conn)?;
    let mut taken: HashMap<PersonId, Vec<i32>> = HashMap::new();
    for (person, place) in rows {
        taken.entry(person).or_default().extend(place);
    }
    Ok(taken)
}

/// Writes down how somebody is told of something.
pub(in super::super) fn insert(tx: &mut Tx<'_>, person: PersonId, item: &Item, going: Going) -> Result<()> {
    let (idea, event, theme, week) = match &item.about {
        About::Event(idea, event) => (Some(*idea), Some(*event), None, None),
        About::Hit(idea) => (Some(*idea), None, None, None),
        About::Week(theme, day) => (None, None, Some(theme.as_str()), Some(*day)),
        About::Report(event) => (None, Some(*event), None, None),
    };
    let (email, place, wait_until) = match going {
        Going::In(email, place) => (Some(email), place, None),
        Going::Later(until) => (None, None, Some(until)),
    };
    diesel::insert_into(news::table)
        .values((
            news::person_id.eq(person),
            news::cause.eq(&item.cause),
            news::channel.eq(item.channel),
            news::kind.eq(item.kind),
            news::idea_id.eq(idea),
            news::event_id.eq(event),
            news::theme.eq(theme),
            news::week_ends_on.eq(week),
            news::wait_until.eq(wait_until),
            news::email_id.eq(email),
            news::sent_on.eq(place.map(|_| tx.now.date())),
            news::place.eq(place),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The next people, by id, for whom something waits whose time has come.
pub(in super::super) fn people_with_due_news(
    conn: &mut Conn,
    now: Timestamp,
    after: PersonId,
    most: i64,
) -> Result<Vec<PersonId>> {
    Ok(news::table
        .filter(news::email_id.is_null())
        .filter(news::person_id.gt(after))
        .filter(news::wait_until.le(now))
        .order(news::person_id)
        .select(news::person_id)
        .distinct()
        .limit(most)
        .load(conn)?)
}

type Columns = (i64, PersonId, Channel, MailKind, Option<IdeaId>, Option<EventId>, Option<String>, Option<Date>);

type Selection = (
    news::id,
    news::person_id,
    news::channel,
    news::kind,
    news::idea_id,
    news::event_id,
    news::theme,
    news::week_ends_on,
);

const COLUMNS: Selection = (
    news::id,
    news::person_id,
    news::channel,
    news::kind,
    news::idea_id,
    news::event_id,
    news::theme,
    news::week_ends_on,
);

fn news_row((id, person, channel, kind, idea, event, theme, week): Columns) -> Option<NewsRow> {
    let about = match (idea, event, theme, week) {
        (Some(idea), Some(event), _, _) => About::Event(idea, event),
        (Some(idea), None, _, _) => About::Hit(idea),
        (None, _, Some(theme), Some(week)) => About::Week(theme, week),
        (None, Some(event), None, None) => About::Report(event),
        _ => return None,
    };
    Some(NewsRow { id, person, channel, kind, about })
}

/// Everything that waits for these people and whose time has come, the oldest first.
pub(in super::super) fn due_news(conn: &mut Conn, people: &[PersonId], now: Timestamp) -> Result<Vec<NewsRow>> {
    let rows: Vec<Columns> = news::table
        .filter(news::email_id.is_null())
        .filter(news::person_id.eq_any(people))
        .filter(news::wait_until.le(now))
        .order((news::person_id, news::id))
        .select(COLUMNS)
        .load(conn)?;
    Ok(rows.into_iter().filter_map(news_row).collect())
}

/// What went in a mail, the oldest first.
pub(in super::super) fn news_in(conn: &mut Conn, email: EmailId) -> Result<Vec<NewsRow>> {
    let rows: Vec<Columns> = news::table.filter(news::email_id.eq(email)).order(news::id).select(COLUMNS).load(conn)?;
    Ok(rows.into_iter().filter_map(news_row).collect())
}

/// Those of these rows that still wait.
pub(in super::super) fn still_waiting(conn: &mut Conn, ids: &[i64]) -> Result<HashSet<i64>> {
    let mut there = HashSet::new();
    for some in ids.chunks(super::super::outbox::BATCH) {
        let waiting = news::table.filter(news::id.eq_any(some)).filter(news::email_id.is_null());
        there.extend(waiting.select(news::id).load::<i64>(conn)?);
    }
    Ok(there)
}

/// Notes that these went in a mail; gives how many did that had waited.
pub(in super::super) fn mark_told(tx: &mut Tx<'_>, ids: &[i64], email: EmailId) -> Result<usize> {
    let waiting = news::table.filter(news::id.eq_any(ids)).filter(news::email_id.is_null());
    Ok(diesel::update(waiting).set(news::email_id.eq(Some(email))).execute(tx.conn)?)
}

/// Lets go of what there is nothing to tell of any more.
pub(in super::super) fn drop_news(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    for some in ids.chunks(super::super::outbox::BATCH) {
        diesel::delete(news::table.filter(news::id.eq_any(some)).filter(news::email_id.is_null())).execute(tx.conn)?;
    }
    Ok(())
}

/// Whether any idea that changed since a moment is not shown now, or shows less than before, or the words of a
/// report were hidden, so that a mail may tell of what is gone.
pub(in super::super) fn is_anything_gone_since(conn: &mut Conn, since: Timestamp) -> Result<bool> {
    let gone = search_changes::table
        .inner_join(ideas::table.on(ideas::id.eq(search_changes::idea_id)))
        .filter(search_changes::at.ge(since))
        .filter(search_changes::withdraws.or(ideas::listed.eq(false).and(ideas::published_at.is_not_null())));
    let hidden = seat_reports::table.filter(seat_reports::hidden_at.ge(since));
    Ok(diesel::select(diesel::dsl::exists(gone).or(diesel::dsl::exists(hidden))).get_result(conn)?)
}

/// The event that a mail tells of, and whose the mail is where that is known.
///
/// # Errors
/// Not found when the mail is gone; corrupt when its cause names no event.
pub(in super::super) fn told_by(conn: &mut Conn, email: EmailId) -> Result<(EventId, Option<PersonId>)> {
    let (cause, person): (String, Option<PersonId>) =
        emails::table.find(email).select((emails::cause, emails::person_id)).first(conn)?;
    let event = cause.split(':').next().and_then(|first| first.parse().ok());
    let event = event.ok_or_else(|| Error::corrupt(format!("the cause of email {email} names no event")))?;
    Ok((EventId::new(event), person))
}

/// Whose a mail is.
pub(in super::super) fn reader_of(conn: &mut Conn, email: EmailId) -> Result<Option<PersonId>> {
    Ok(emails::table.find(email).select(emails::person_id).first(conn)?)
}
