//! What must be true after the program has been killed.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use diesel::prelude::*;
use medskapa::db::Db;
use medskapa::db::schema::{comments, emails, ideas, jobs, news, people, supports};
use medskapa::ideas::search_doc;
use medskapa::journal;
use medskapa::kernel::{Date, IdeaId, Timestamp};
use medskapa::queue::LEASE_MINUTES;
use medskapa::search::{self, Search};
use medskapa::support::supporter_key;

use crate::house::House;
use crate::postbox::Letter;
use crate::process::Program;
use crate::writers::{Promised, PublishedIdea};

/// Nothing that was promised is missing, and nothing is there twice or in halves.
pub(crate) fn promises_are_kept(house: &House, db: &Db, promised: &Promised) {
    let known: HashSet<(IdeaId, String)> = load(db, |conn| supports::table.load(conn)).into_iter().collect();
    for (idea, person) in &promised.supports {
        let name = supporter_key(&house.town, *idea, *person);
        assert!(known.contains(&(*idea, name)), "a support of idea {idea} is lost");
    }
    let said: HashSet<String> =
        load(db, |conn| comments::table.select(comments::body).load(conn)).into_iter().collect();
    for words in &promised.comments {
        assert!(said.contains(words), "the comment {words:?} is lost");
    }
    let rows: Vec<(String, Option<String>, String)> =
        load(db, |conn| ideas::table.select((ideas::title, ideas::number, ideas::state)).load(conn));
    let sent = rows.iter().filter(|(_, _, state)| state != "draft");
    let titles: Vec<&str> = sent.map(|(title, ..)| title.as_str()).collect();
    for idea in &promised.ideas {
        let found = titles.iter().filter(|title| **title == idea.title).count();
        assert_eq!(found, 1, "how often {:?} is there", idea.title);
    }
    let open: HashSet<&str> =
        rows.iter().filter(|(_, _, state)| state == "open").filter_map(|(_, number, _)| number.as_deref()).collect();
    for idea in &promised.published {
        assert!(open.contains(idea.number.as_str()), "{} is no longer published", idea.number);
    }
    counts_are_those_of_the_rows(db, &known);
}

/// A stored count moves with its rows or not at all.
fn counts_are_those_of_the_rows(db: &Db, rows: &HashSet<(IdeaId, String)>) {
    let mut counted: BTreeMap<i64, i64> = BTreeMap::new();
    for (idea, _) in rows {
        *counted.entry(idea.get()).or_default() += 1;
    }
    let stored: Vec<(IdeaId, i64)> = load(db, |conn| ideas::table.select((ideas::id, ideas::support_count)).load(conn));
    for (idea, count) in stored {
        assert_eq!(count, counted.get(&idea.get()).copied().unwrap_or(0), "the count of idea {idea}");
    }
}

/// No job is in anybody's hands for longer than a lease lasts, and none was given up.
pub(crate) fn leases_run_out(db: &Db) {
    let latest = db.clock().now().plus_minutes(LEASE_MINUTES);
    let rows: Vec<(String, Option<Timestamp>)> =
        load(db, |conn| jobs::table.select((jobs::state, jobs::lease_until)).load(conn));
    for (state, lease) in rows {
        assert_eq!(state, "ready");
        assert!(lease.is_none_or(|until| until <= latest), "a lease until {}", lease.unwrap().rfc3339());
    }
}

/// The mails that a dying program may have handed over without noting it.
pub(crate) fn waiting_mails(db: &Db) -> BTreeSet<String> {
    letters(db).into_iter().filter(|row| row.state == "queued").map(|row| row.message_id).collect()
}

/// Lets the leases of the dead run out, as five minutes later.
pub(crate) fn let_leases_run_out(db: &Db) {
    let outcome = db.write(|tx| {
        let before = tx.now.plus_minutes(-1);
        Ok(diesel::update(jobs::table.filter(jobs::lease_until.is_not_null()))
            .set(jobs::lease_until.eq(before))
            .execute(tx.conn)?)
    });
    outcome.expect("the leases");
}

/// Every published idea is found by its own word.
pub(crate) fn published_ideas_are_found(program: &Program, published: &[PublishedIdea]) {
    for idea in published {
        let page = program.get(&format!("/search?q={}", idea.word));
        let link = format!("href=\"/ideas/{}\"", idea.number);
        assert!(page.contains(&link), "{} is not found by {:?}", idea.number, idea.word);
    }
}

/// The index says of every idea what the database says, and knows how far it has come. The program
/// must have ended.
pub(crate) fn index_is_the_database(house: &House, db: &Db) {
    let index = Search::open(&house.index(), &search::Config::default()).expect("the index opens");
    let (last, marks) = db
        .read(|conn| Ok((journal::last_change(conn)?, search_doc::marks_after(conn, IdeaId::new(0), i64::MAX)?)))
        .expect("the database");
    let marks: Vec<(i64, i64)> = marks.into_iter().map(|(id, mark)| (id.get(), mark)).collect();
    assert_eq!(index.position(), Some(last), "the end of the journal");
    assert_eq!(index.versions().expect("the index"), marks);
}

/// Everyone who has to be told was told; nobody twice, but for the mails that were on their way
/// when the program died, and these are the same again with the same Message-ID.
pub(crate) fn mails_have_arrived(house: &House, db: &Db, promised: &Promised, on_their_way: &BTreeSet<String>) {
    let rows = letters(db);
    for row in &rows {
        assert_eq!(row.state, "sent", "{}", row.message_id);
    }
    for idea in &promised.ideas {
        let receipts = rows.iter().filter(|row| row.kind == "receipt" && row.recipient == idea.email).count();
        assert_eq!(receipts, 1, "receipts for {:?}", idea.title);
    }
    groups_are_told(db, promised);

    let mut arrived: BTreeMap<String, Vec<Letter>> = BTreeMap::new();
    for letter in house.postbox.mails() {
        arrived.entry(letter.message_id.clone()).or_default().push(letter);
    }
    let written: BTreeSet<&str> = rows.iter().map(|row| row.message_id.as_str()).collect();
    assert_eq!(arrived.keys().map(String::as_str).collect::<BTreeSet<_>>(), written, "mails written and arrived");
    for (message_id, copies) in &arrived {
        let first = &copies[0].words;
        assert!(copies.iter().all(|copy| copy.words == *first), "two mails have the Message-ID {message_id}");
        assert!(copies.len() == 1 || on_their_way.contains(message_id), "{message_id} was sent twice without need");
    }
}

/// The coordinator is told once of every published idea: in a mail of its own, no more than three a day, or in
/// the bundle that it waits for.
fn groups_are_told(db: &Db, promised: &Promised) {
    type Told = (Option<String>, Option<Timestamp>, Option<Date>, Option<i32>);
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    let mut places = BTreeSet::new();
    let rows: Vec<Told> = load(db, |conn| {
        news::table
            .inner_join(ideas::table.on(ideas::id.nullable().eq(news::idea_id)))
            .inner_join(people::table.on(people::id.eq(news::person_id)))
            .filter(news::kind.eq("group_published"))
            .filter(people::email.eq("samordnare@example.org"))
            .select((ideas::number, news::wait_until, news::sent_on, news::place))
            .load(conn)
    });
    for (number, wait_until, day, place) in rows {
        *told.entry(number.expect("a published idea")).or_default() += 1;
        match place {
            Some(place) => assert!(places.insert((day, place)), "the {place}th mail of the day twice"),
            None => assert!(wait_until.is_some(), "a fourth mail on one day"),
        }
    }
    for idea in &promised.published {
        assert_eq!(told.get(&idea.number), Some(&1), "the group of {}", idea.number);
    }
}

/// A row of the outbox.
struct Row {
    message_id: String,
    kind: String,
    recipient: String,
    state: String,
}

fn letters(db: &Db) -> Vec<Row> {
    type Columns = (i64, Timestamp, String, String, String);
    let columns = (emails::id, emails::created_at, emails::kind, emails::recipient, emails::state);
    let rows: Vec<Columns> = load(db, |conn| emails::table.select(columns).load(conn));
    rows.into_iter()
        .map(|(id, at, kind, recipient, state)| {
            let message_id = format!("{id}.{}@biskopsgarden.se", at.microseconds());
            Row { message_id, kind, recipient, state }
        })
        .collect()
}

fn load<T>(db: &Db, query: impl FnOnce(&mut medskapa::db::Conn) -> QueryResult<Vec<T>>) -> Vec<T> {
    db.read(|conn| Ok(query(conn)?)).expect("the database")
}
