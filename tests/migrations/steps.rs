//! Going up, down, and up from half-way.

use std::collections::BTreeMap;
use std::path::Path;

use medskapa::db::Db;

use crate::database::{Database, Kind};
use crate::rows::ROWS;
use crate::shape::{count, execute, open, shape_of, tables};

#[test]
fn everything_taken_down_comes_up_the_same_on_sqlite() {
    up_down_up(Kind::Sqlite);
}

#[test]
fn everything_taken_down_comes_up_the_same_on_postgres() {
    up_down_up(Kind::Postgres);
}

fn up_down_up(kind: Kind) {
    let Some(database) = Database::empty(kind) else { return };
    let db = open(&database);
    db.migrate().unwrap();
    let before = shape_of(&db);

    db.migrate_down().unwrap();
    let between = tables(&db);
    db.migrate().unwrap();

    assert_eq!(between, Vec::<String>::new());
    assert_eq!(shape_of(&db), before);
    assert!(db.is_migrated().unwrap());
}

#[test]
fn a_database_with_rows_goes_up_from_every_earlier_step_on_sqlite() {
    every_step(Kind::Sqlite);
}

#[test]
fn a_database_with_rows_goes_up_from_every_earlier_step_on_postgres() {
    every_step(Kind::Postgres);
}

fn every_step(kind: Kind) {
    let steps = steps();
    for reached in 1..=steps.len() {
        let Some(database) = Database::empty(kind) else { return };
        let db = open(&database);
        for step in steps.iter().take(reached) {
            assert_eq!(db.migrate_steps(1).unwrap(), 1);
            fill(&db, step);
        }
        let before = counts(&db);

        db.migrate().unwrap();

        assert!(db.is_migrated().unwrap());
        let after = counts(&db);
        for (table, rows) in &before {
            assert!(*rows > 0, "after step {reached} {table} has no row: add one to tests/migrations/rows.rs");
            assert_eq!(after.get(table), Some(rows), "{table}, from step {reached}");
        }
    }
}

#[test]
fn who_wanted_no_news_still_wants_none_on_sqlite() {
    unwanted_news(Kind::Sqlite);
}

#[test]
fn who_wanted_no_news_still_wants_none_on_postgres() {
    unwanted_news(Kind::Postgres);
}

fn unwanted_news(kind: Kind) {
    let Some(database) = Database::empty(kind) else { return };
    let db = open(&database);
    for step in steps().iter().take_while(|step| step.as_str() < "0011") {
        db.migrate_steps(1).unwrap();
        fill(&db, step);
    }
    execute(&db, "UPDATE people SET news_wanted = FALSE WHERE id = 2");

    db.migrate().unwrap();

    let never = "mail_choices WHERE person_id = 2 AND pace = 'never' AND channel IN \
                 ('followed', 'saved_searches', 'themes')";
    assert_eq!((count(&db, never), count(&db, "mail_choices")), (3, 3));
}

/// The steps by name, from the tree.
fn steps() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Puts a row into each table that a step has made.
fn fill(db: &Db, step: &str) {
    let (_, statements) = ROWS.iter().find(|(known, _)| *known == step).unwrap_or_else(|| {
        panic!("tests/migrations/rows.rs has no rows for the step {step}; an empty list if it makes no table")
    });
    for statement in *statements {
        execute(db, statement);
    }
}

fn counts(db: &Db) -> BTreeMap<String, i64> {
    tables(db).into_iter().map(|table| (table.clone(), count(db, &table))).collect()
}
