//! How the changes are looked at: once, whoever does it, and however many have saved something.

use std::sync::Barrier;

use diesel::prelude::*;
use medskapa::db::schema::{search_changes, watch_progress, watched_queries, watched_terms};
use medskapa::kernel::IdeaId;
use medskapa::saved_searches::Watcher;
use medskapa::workers;

use super::{look, news, publish, rows, save_words};
use crate::support::TestApp;

/// Processes that look at the same changes.
const PROCESSES: usize = 8;

fn position(app: &TestApp) -> i64 {
    app.read(|conn| Ok(watch_progress::table.select(watch_progress::position).first(conn)?))
}

fn sql(app: &TestApp, statement: &str) {
    app.write(|tx| Ok(diesel::sql_query(statement).execute(tx.conn)?));
}

/// Notes a change of an idea under a number of one's own.
fn change(app: &TestApp, id: i64, number: &str) {
    app.write(|tx| {
        let idea: IdeaId = medskapa::ideas::store::load_by_number(tx.conn, number)?.id;
        diesel::insert_into(search_changes::table)
            .values((search_changes::id.eq(id), search_changes::idea_id.eq(idea.get()), search_changes::at.eq(tx.now)))
            .execute(tx.conn)?;
        Ok(())
    });
}

on_both_databases! {
    fn of_several_processes_at_once_one_writes_it_down(app: TestApp) {
        let rut = app.resident("Rut");
        let id = save_words(&app, &rut, "rutschkana");
        look(&app);
        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");

        let start = Barrier::new(PROCESSES);
        let told: usize = std::thread::scope(|scope| {
            let running: Vec<_> = (0..PROCESSES)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        look(&app).hits
                    })
                })
                .collect();
            running.into_iter().map(|thread| thread.join().expect("done")).sum()
        });

        assert_eq!((told, rows(&app)[3]), (1, 1));
        assert_eq!(news(&rut, id), [number.as_str()]);
    }

    fn what_was_stopped_half_way_is_done_whole_later(app: TestApp) {
        let rut = app.resident("Rut");
        let id = save_words(&app, &rut, "rutschkana");
        look(&app);
        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        let before = position(&app);

        // The position can be written and the hit can not.
        sql(&app, "ALTER TABLE saved_search_hits RENAME COLUMN found_at TO elsewhere");
        assert!(workers::watch(&app.parts()).is_err());
        sql(&app, "ALTER TABLE saved_search_hits RENAME COLUMN elsewhere TO found_at");
        assert_eq!((position(&app), rows(&app)[3]), (before, 0));

        assert_eq!(look(&app).hits, 1);
        assert_eq!(news(&rut, id), [number.as_str()]);
        assert!(position(&app) > before);
    }

    fn a_number_that_becomes_visible_late_is_looked_at(app: TestApp) {
        let rut = app.resident("Rut");
        let number = publish(&app, "Bänkar vid skolan", "Barnen vill gärna sitta på rasterna.");
        let other = publish(&app, "Lampor vid skolan", "Barnen vill gärna se på rasterna.");
        let id = save_words(&app, &rut, "skridskobana");
        look(&app);
        let last = position(&app);

        change(&app, last + 2, &other);
        assert_eq!(look(&app).changes, 1);
        app.write(|tx| {
            use medskapa::db::schema::ideas;
            let this = ideas::table.filter(ideas::number.eq(&number));
            Ok(diesel::update(this).set(ideas::title.eq("En skridskobana")).execute(tx.conn)?)
        });
        app.write(|tx| {
            let idea = medskapa::ideas::store::load_by_number(tx.conn, &number)?;
            medskapa::ideas::store::insert_revision(tx, &idea, 2, "text", None)
        });
        change(&app, last + 1, &number);

        assert_eq!(look(&app).changes, 1);
        assert_eq!(news(&rut, id), [number.as_str()]);
        assert_eq!(look(&app).changes, 0);
    }

    fn what_is_asked_depends_on_shared_words_and_not_on_how_many_saved(app: TestApp) {
        for place in 0..10 {
            let person = app.resident(&format!("Boende{place}"));
            save_words(&app, &person, "rutschkana vid skolan");
            for word in 0..12 {
                save_words(&app, &person, &format!("skridskobana{place}x{word} vid skolan"));
            }
        }
        look(&app);

        publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        let done = look(&app);

        assert_eq!((done.asked, done.hits), (1, 1));
        assert_eq!(rows(&app)[..2], [130, 121]);
    }

    fn where_nobody_watches_only_the_position_moves(app: TestApp) {
        publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");

        let mut watcher = Watcher::default();
        let before = app.db.statements();
        let done = watcher.step(&app.db, Some(&app.search)).expect("a step").expect("changes");
        let spent = app.db.statements() - before;

        assert!(done.changes > 0 && done.asked == 0);
        // Old words, progress, changes, whether anything is watched; begin, move, look, commit.
        assert!(spent <= 8, "{spent}");
        assert_eq!(watcher.step(&app.db, Some(&app.search)).expect("a step"), None);
    }

    fn changes_are_kept_until_they_were_looked_at(app: TestApp) {
        let rut = app.resident("Rut");
        let id = save_words(&app, &rut, "rutschkana");
        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        app.advance_days(9);
        app.run_jobs();

        look(&app);
        assert_eq!(news(&rut, id), [number.as_str()]);

        app.advance_days(9);
        app.run_jobs();
        let left: i64 = app.read(|conn| Ok(search_changes::table.count().get_result(conn)?));
        assert_eq!(left, 1, "the newest stays");
    }

    fn questions_filed_in_other_words_are_filed_anew(app: TestApp) {
        let rut = app.resident("Rut");
        let id = save_words(&app, &rut, "rutschkana");
        app.write(|tx| {
            diesel::update(watched_queries::table).set(watched_queries::vocabulary.eq(1)).execute(tx.conn)?;
            Ok(diesel::update(watched_terms::table.filter(watched_terms::term.eq("e:rutschkana")))
                .set(watched_terms::term.eq("e:gammalt"))
                .execute(tx.conn)?)
        });
        app.write(|tx| {
            let others = watched_terms::table.filter(watched_terms::term.ne("e:gammalt"));
            Ok(diesel::delete(others).execute(tx.conn)?)
        });

        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        let parts = workers::Parts { search: None, ..app.parts() };
        workers::watch(&parts).expect("a process without an index");

        assert_eq!(news(&rut, id), [number.as_str()]);
        let old: i64 = app.read(|conn| {
            Ok(watched_terms::table.filter(watched_terms::term.eq("e:gammalt")).count().get_result(conn)?)
        });
        assert_eq!(old, 0);
    }
}
