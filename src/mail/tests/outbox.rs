//! Rows of the outbox. Runs on SQLite, and on PostgreSQL when `TEST_DATABASE_URL` names one.

use diesel::connection::SimpleConnection;

use super::super::store::{self, Counts};
use super::super::{EmailState, NewEmail};
use super::NOON;
use crate::db::Db;
use crate::error::Error;
use crate::kernel::token::random_token;
use crate::kernel::{Clock, EmailAddress, EmailId, Random, Secret};

struct Database {
    db: Db,
    _folder: tempfile::TempDir,
}

fn open(url: String) -> Db {
    let config = crate::db::Config { url: Secret::new(url), connections: 2, ..crate::db::Config::default() };
    Db::open(&config, Clock::standing_at(NOON)).unwrap()
}

fn databases() -> Vec<Database> {
    let mut databases = Vec::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.sqlite");
    databases.push(Database { db: open(format!("sqlite://{}", path.display())), _folder: folder });
    #[expect(clippy::disallowed_methods, reason = "a test finds its second database here, not a setting")]
    if let Ok(url) = std::env::var("TEST_DATABASE_URL") {
        let schema: String = random_token(&Random::System).chars().filter(char::is_ascii_alphanumeric).collect();
        let schema = format!("mail_{}", schema.to_lowercase());
        open(url.clone()).read(|conn| Ok(conn.batch_execute(&format!("CREATE SCHEMA {schema}"))?)).unwrap();
        let joint = if url.contains('?') { '&' } else { '?' };
        let db = open(format!("{url}{joint}options=-csearch_path%3D{schema}"));
        databases.push(Database { db, _folder: tempfile::tempdir().unwrap() });
    }
    for database in &databases {
        database.db.migrate().unwrap();
    }
    databases
}

fn email(cause: &str) -> NewEmail {
    NewEmail {
        cause: cause.to_owned(),
        kind: "published".to_owned(),
        person: None,
        recipient: EmailAddress::parse("amina@reader.se").unwrap(),
        locale: "sv".to_owned(),
        subject: "Din idé är publicerad".to_owned(),
        text: "Text".to_owned(),
        html: "<p>Text</p>".to_owned(),
        thread: Some("2026-0412".to_owned()),
        unsubscribe: None,
    }
}

fn insert(db: &Db, cause: &str) -> Option<EmailId> {
    db.write(|tx| store::insert(tx, &email(cause))).unwrap()
}

#[test]
fn a_mail_is_written_once_per_cause_and_read_back() {
    for Database { db, .. } in databases() {
        let first = insert(&db, "7:published:1").unwrap();
        let again = insert(&db, "7:published:1");

        assert_eq!(again, None);
        let stored = db.read(|conn| store::load(conn, first)).unwrap();
        assert_eq!(stored.state, EmailState::Queued);
        assert_eq!(stored.mail.subject, "Din idé är publicerad");
        assert_eq!(stored.mail.recipient.as_str(), "amina@reader.se");
        assert_eq!(stored.mail.created_at, NOON);
        assert_eq!(stored.mail.thread.as_deref(), Some("2026-0412"));
    }
}

#[test]
fn a_missing_mail_is_not_found() {
    for Database { db, .. } in databases() {
        let outcome = db.read(|conn| store::load(conn, EmailId::new(99)));

        assert!(matches!(outcome, Err(Error::NotFound)));
    }
}

#[test]
fn a_mail_goes_from_queued_to_one_end_and_only_the_dead_come_back() {
    for Database { db, .. } in databases() {
        let sent = insert(&db, "a").unwrap();
        let dead = insert(&db, "b").unwrap();

        assert!(db.write(|tx| store::mark_sent(tx, sent, "250 ok")).unwrap());
        assert!(db.write(|tx| store::mark_dead(tx, dead, "550 no")).unwrap());

        assert!(!db.write(|tx| store::mark_sent(tx, dead, "250 ok")).unwrap());
        assert!(!db.write(|tx| store::mark_dead(tx, sent, "550 no")).unwrap());
        assert!(!db.write(|tx| store::revive(tx, sent)).unwrap());
        assert!(!db.write(|tx| store::revive(tx, EmailId::new(99))).unwrap());
        assert!(db.write(|tx| store::revive(tx, dead)).unwrap());
        assert_eq!(db.read(|conn| store::load(conn, dead)).unwrap().state, EmailState::Queued);
    }
}

#[test]
fn counts_and_the_oldest_waiting_follow_the_states() {
    for Database { db, .. } in databases() {
        assert_eq!(db.read(store::counts).unwrap(), Counts::default());
        assert_eq!(db.read(store::oldest_queued).unwrap(), None);
        let first = insert(&db, "a").unwrap();
        db.clock().set(NOON.plus_days(1));
        let second = insert(&db, "b").unwrap();
        insert(&db, "c").unwrap();

        assert_eq!(db.read(store::oldest_queued).unwrap(), Some(NOON));
        db.write(|tx| store::mark_sent(tx, first, "250 ok")).unwrap();
        db.write(|tx| store::mark_dead(tx, second, "550 no")).unwrap();

        assert_eq!(db.read(store::counts).unwrap(), Counts { queued: 1, sent: 1, dead: 1 });
        assert_eq!(db.read(store::oldest_queued).unwrap(), Some(NOON.plus_days(1)));
    }
}

#[test]
fn staff_page_through_the_outbox_without_seeing_addresses() {
    for Database { db, .. } in databases() {
        let ids: Vec<EmailId> = (0..25).map(|number| insert(&db, &number.to_string()).unwrap()).collect();
        db.write(|tx| store::mark_dead(tx, ids[3], "550 no")).unwrap();

        let first = db.read(|conn| store::page(conn, None, None)).unwrap();
        let second = db.read(|conn| store::page(conn, None, first.next)).unwrap();
        let dead = db.read(|conn| store::page(conn, Some(EmailState::Dead), None)).unwrap();

        let seen: Vec<EmailId> = first.items.iter().chain(&second.items).map(|row| row.id).collect();
        assert_eq!(seen, ids.iter().rev().copied().collect::<Vec<_>>());
        assert!(second.next.is_none());
        assert_eq!(dead.items.len(), 1);
        assert_eq!((dead.items[0].id, dead.items[0].server_said.as_deref()), (ids[3], Some("550 no")));
        assert!(!format!("{first:?}").contains("amina"));
    }
}
