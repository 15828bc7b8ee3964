//! News that come from no single event: what has come to fit a saved search, and the week of a theme.
//!
//! The rows of saved searches are read here, because they belong to an overview that may not know mails.
//! How far they were read stands in the one row that is taken first by whoever decides what is told, so
//! a hit is handed on once and a week once for each reader, wherever a process is killed.

use std::collections::HashMap;

use super::kind::MailKind;
use super::news::{self, Telling};
use super::pace::{self, Channel};
use super::store::{self, About, Item};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::kernel::{Date, IdeaId, PersonId};

/// Hits handed on in one transaction.
const HITS_AT_ONCE: i64 = 100;
/// People whose themes are read at once.
const PEOPLE_AT_ONCE: i64 = 500;
/// Weeks that are made up for when nothing has worked for long.
const MOST_WEEKS: i32 = 4;

/// Lets what has come since the last time wait for its readers.
///
/// # Errors
/// When the database fails; the next time goes on from there.
pub fn gather(db: &Db) -> Result<()> {
    while hand_on_hits(db)? {}
    hand_on_weeks(db)
}

/// Hands on the next hits of saved searches; says whether there may be more.
fn hand_on_hits(db: &Db) -> Result<bool> {
    let is_any = db.read(|conn| {
        let (until, _) = store::progress(conn)?;
        Ok(!store::hits_after(conn, until, 1)?.is_empty())
    })?;
    if !is_any {
        return Ok(false);
    }
    db.write(|tx| {
        store::take_turn(tx)?;
        let (until, _) = store::progress(tx.conn)?;
        let hits = store::hits_after(tx.conn, until, HITS_AT_ONCE)?;
        for (hit, idea) in &hits {
            hand_on_hit(tx, *hit, *idea)?;
        }
        if let Some((last, _)) = hits.last() {
            store::hits_told(tx, *last)?;
        }
        Ok(!hits.is_empty())
    })
}

fn hand_on_hit(tx: &mut Tx<'_>, hit: i64, idea: IdeaId) -> Result<()> {
    // By idea and not by search: what fits two searches of one reader is one piece of news.
    let item = Item {
        cause: format!("hit:{idea}"),
        channel: Channel::SavedSearches,
        kind: MailKind::Bundle,
        about: About::Hit(idea),
    };
    let people = store::who_waits_for_hit(tx.conn, hit)?;
    for some in people.chunks(super::outbox::BATCH) {
        let paces = store::paces(tx.conn, Channel::SavedSearches, some)?;
        news::deliver_in(tx, &item, &tellings(some, &paces))?;
    }
    Ok(())
}

fn tellings(people: &[PersonId], paces: &HashMap<PersonId, pace::Pace>) -> Vec<Telling> {
    let default = Channel::SavedSearches.default_pace();
    let telling = |person: &PersonId| Telling {
        person: Some(*person),
        pace: paces.get(person).copied().unwrap_or(default),
        mail: None,
    };
    people.iter().map(telling).collect()
}

/// Hands on the weeks that have ended, to everyone who follows a theme.
fn hand_on_weeks(db: &Db) -> Result<()> {
    let now = db.clock().now();
    let last = pace::week_due(now);
    let (_, told) = db.read(store::progress)?;
    if told >= last {
        return Ok(());
    }
    // The first time there is nothing to make up for.
    let first = if told.number() == 0 { last } else { told.plus_days(7).max(last.plus_days(-7 * (MOST_WEEKS - 1))) };
    let weeks: Vec<Date> = (0..MOST_WEEKS).map(|week| first.plus_days(7 * week)).filter(|week| *week <= last).collect();
    let mut after = PersonId::new(0);
    loop {
        let followers = db.read(|conn| store::theme_followers(conn, after, PEOPLE_AT_ONCE))?;
        let Some((last_person, _)) = followers.last() else { break };
        after = *last_person;
        db.write(|tx| hand_on_to(tx, &followers, &weeks))?;
    }
    db.write(|tx| {
        store::take_turn(tx)?;
        store::week_told(tx, last)
    })
}

fn hand_on_to(tx: &mut Tx<'_>, followers: &[(PersonId, String)], weeks: &[Date]) -> Result<()> {
    store::take_turn(tx)?;
    let mut by_theme: HashMap<&str, Vec<PersonId>> = HashMap::new();
    for (person, theme) in followers {
        by_theme.entry(theme).or_default().push(*person);
    }
    for (theme, people) in by_theme {
        for week in weeks {
            let item = Item {
                cause: format!("theme:{theme}:{week}"),
                channel: Channel::Themes,
                kind: MailKind::Bundle,
                about: About::Week(theme.to_owned(), *week),
            };
            let decided = store::decided(tx.conn, &item.cause, &people)?;
            for person in people.iter().filter(|person| !decided.contains(person)) {
                // The week has ended: it is told now, in the bundle of the week.
                store::insert(tx, *person, &item, store::Going::Later(tx.now))?;
            }
        }
    }
    Ok(())
}
