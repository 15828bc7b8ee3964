//! Jobs and mails that fail and come back, the search index that follows, health and figures.

use diesel::prelude::*;
use medskapa::db::schema::{emails, ideas, jobs, search_changes};
use medskapa::journal::{self, Event};
use medskapa::kernel::{Actor, EmailId, JobId};
use medskapa::mail::EmailState;
use medskapa::search::{Change, Query};
use medskapa::workers::{Follower, follow_search};

use crate::support::{Kind, Staged, State, TestApp};

impl TestApp {
    /// An event that gives exactly one mail, to the author.
    fn something_happens(&self) -> Staged {
        let idea = self.idea_in(State::Open);
        self.write(|tx| journal::record(tx, &Actor::System, &[Event::ShownAgain { idea: idea.id }]).map(drop));
        idea
    }

    fn mail_state(&self) -> (EmailId, EmailState) {
        self.read(|conn| Ok(emails::table.select((emails::id, emails::state)).order(emails::id.desc()).first(conn)?))
    }

    fn job(&self) -> Option<(JobId, String, i32)> {
        self.read(|conn| {
            Ok(jobs::table
                .select((jobs::id, jobs::state, jobs::attempts))
                .order(jobs::id.desc())
                .first(conn)
                .optional()?)
        })
    }

    /// Numbers of ideas that a text finds.
    fn found(&self, text: &str) -> usize {
        let query = Query { text: Some(text.to_owned()), limit: 20, ..Query::default() };
        self.search.find(&query).expect("an index").ids.len()
    }

    fn changed(&self, idea: &Staged) {
        self.write(|tx| journal::search_changed(tx, idea.id, false));
    }

    fn retitle(&self, idea: &Staged, title: &str) {
        self.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            diesel::update(this)
                .set((ideas::title.eq(title), ideas::version.eq(ideas::version + 1)))
                .execute(tx.conn)?;
            Ok(())
        });
    }
}

on_both_databases! {
    fn a_mail_that_fails_is_tried_again_after_a_while(app: TestApp) {
        let idea = app.something_happens();
        app.mailer.fail_next(2);

        app.run_jobs();
        assert_eq!((app.mails().len(), app.job().map(|job| job.2)), (0, Some(1)));
        app.run_jobs();
        assert_eq!(app.job().map(|job| job.2), Some(1), "not before its time");
        app.advance_minutes(1);
        app.run_jobs();
        assert_eq!(app.job().map(|job| job.2), Some(2));
        app.advance_minutes(1);
        app.run_jobs();
        assert_eq!(app.mails().len(), 0, "the second wait is twice as long");
        app.advance_minutes(1);
        app.run_jobs();

        assert_eq!(app.mails_to(&idea.author.email()).len(), 1);
        assert_eq!(app.job(), None);
        assert_eq!(app.mail_state().1, EmailState::Sent);
    }

    fn a_mail_outlives_two_days_without_a_mail_server_and_is_given_up_after_four(app: TestApp) {
        app.something_happens();
        app.mailer.fail_next(10_000);
        let fails_for = |hours: i32| {
            for _ in 0..hours * 4 {
                app.run_jobs();
                app.advance_minutes(15);
            }
        };

        fails_for(48);
        assert_eq!(app.mail_state().1, EmailState::Queued);
        fails_for(48);

        assert_eq!(app.job().map(|job| job.1), Some("dead".to_owned()));
        assert_eq!(app.mail_state().1, EmailState::Dead);
    }

    fn a_refused_mail_lies_dead_until_somebody_revives_it(app: TestApp) {
        let idea = app.something_happens();
        app.mailer.refuse_next(1);
        app.run_jobs();
        let (mail, state) = app.mail_state();
        assert_eq!(state, EmailState::Dead);
        let admin = app.admin("Inga");

        let page = admin.get("/admin/mails?state=dead").expect(200);
        assert!(page.body.contains("a…@example.org") && !page.body.contains(&idea.author.email()), "{page}");
        assert!(page.body.contains("550 planned for this test"), "{page}");
        let revive = format!("/admin/mails/{mail}/revive");
        admin.send_form("/admin/mails?state=dead", &revive, &[]).expect(303);
        app.run_jobs();

        assert_eq!(app.mails_to(&idea.author.email()).len(), 1);
        assert_eq!((app.mail_state().1, app.job()), (EmailState::Sent, None));
        assert_eq!(admin.post(&revive, &[]).status, 404, "it is not dead any more");
    }

    fn a_dead_job_is_revived_together_with_its_mail(app: TestApp) {
        let idea = app.something_happens();
        app.mailer.refuse_next(1);
        app.run_jobs();
        let admin = app.admin("Inga");
        let (job, state, _) = app.job().unwrap();
        assert_eq!(state, "dead");

        admin.send_form("/admin/jobs", &format!("/admin/jobs/{job}/revive"), &[]).expect(303);
        app.run_jobs();

        assert_eq!(app.mails_to(&idea.author.email()).len(), 1);
    }

    fn nobody_but_an_administrator_looks_into_the_machinery(app: TestApp) {
        for path in ["/admin/jobs", "/admin/mails"] {
            assert_eq!(app.visitor().get(path).status, 401, "{path}");
            assert_eq!(app.moderator("Bo").get(path).status, 403, "{path}");
            assert_eq!(app.admin("Inga").get(path).status, 200, "{path}");
        }
        assert_eq!(app.admin("Inga").get("/admin/mails?state=lost").status, 400);
    }

    fn a_job_that_cannot_be_read_does_not_stop_the_others(app: TestApp) {
        app.write(|tx| {
            diesel::insert_into(jobs::table)
                .values((
                    jobs::kind.eq("from_the_future"),
                    jobs::payload.eq("{\"kind\":\"from_the_future\"}"),
                    jobs::state.eq("ready"),
                    jobs::run_after.eq(tx.now),
                    jobs::attempts.eq(0),
                    jobs::created_at.eq(tx.now),
                ))
                .execute(tx.conn)?;
            Ok(())
        });
        app.something_happens();

        app.run_jobs();

        assert_eq!(app.mails().len(), 1);
        assert_eq!(app.job().map(|job| job.1), Some("dead".to_owned()));
    }

    /// Issue 4: nothing called it, so that the figures of the first look stayed for ever.
    fn the_figures_of_the_years_are_counted_anew(app: TestApp) {
        app.idea_in(State::Open);
        let received = || app.visitor().api_get("/api/v1/results").expect(200).json()["years"][0]["received"].clone();
        assert_eq!(received(), 1);
        app.idea_in(State::Open);

        app.run_jobs();
        assert_eq!(received(), 1, "at most once an hour");
        app.advance_minutes(60);
        app.run_jobs();

        assert_eq!(received(), 2);
    }

    fn the_index_follows_what_happens(app: TestApp) {
        let idea = app.idea_in(State::Open);
        app.follow_search();
        assert_eq!(app.found("bänkar"), 1);

        app.hide(&idea);
        app.changed(&idea);
        app.follow_search();
        assert_eq!(app.found("bänkar"), 0);
    }

    fn what_is_not_public_is_not_found(app: TestApp) {
        for state in [State::Draft, State::Screening, State::Returned, State::Refused] {
            let idea = app.idea_in(state);
            app.changed(&idea);
        }

        app.follow_search();

        assert_eq!(app.found("bänkar"), 0);
        assert_eq!(app.search.count().unwrap(), 0);
    }

    fn the_index_heals_after_its_folder_is_deleted(app: TestApp) {
        app.idea_in(State::Open);
        app.follow_search();
        assert_eq!(app.found("bänkar"), 1);

        std::fs::remove_dir_all(app.config.data_folder.join("search")).unwrap();
        assert_eq!(app.found("bänkar"), 0, "it is noticed, and an empty one is begun");
        app.follow_search();

        assert_eq!(app.found("bänkar"), 1);
    }

    fn a_change_that_becomes_visible_late_is_read_again(app: TestApp) {
        let idea = app.idea_in(State::Open);
        app.changed(&idea);
        app.changed(&idea);
        let mut follower = Follower::default();
        while follower.step(&app.parts()).unwrap() {}
        let late: i64 = app.read(|conn| {
            Ok(search_changes::table.select(search_changes::id).order(search_changes::id.asc()).first(conn)?)
        });
        app.write(|tx| Ok(diesel::delete(search_changes::table.filter(search_changes::id.eq(late))).execute(tx.conn)?));
        // A follower that has never seen this number, as one whose transaction came first.
        let mut follower = Follower::default();
        while follower.step(&app.parts()).unwrap() {}
        app.retitle(&idea, "Lampor vid cykelbanan");
        assert_eq!(app.found("cykelbanan"), 0);

        app.write(|tx| {
            diesel::insert_into(search_changes::table)
                .values((
                    search_changes::id.eq(late),
                    search_changes::idea_id.eq(idea.id.get()),
                    search_changes::at.eq(tx.now),
                ))
                .execute(tx.conn)?;
            Ok(())
        });
        while follower.step(&app.parts()).unwrap() {}

        assert_eq!(app.found("cykelbanan"), 1);
    }

    fn a_position_that_has_been_forgotten_builds_anew(app: TestApp) {
        let idea = app.idea_in(State::Open);
        app.retitle(&idea, "Fontän på torget");
        app.follow_search();
        app.retitle(&idea, "Lampor vid cykelbanan");
        for _ in 0..3 {
            app.changed(&idea);
        }
        // Everything but the newest change is forgotten, as after a week.
        app.write(|tx| {
            let soon = tx.now.plus_minutes(1);
            journal::prune_changes(tx, soon, i64::MAX)
        });

        app.follow_search();

        assert_eq!((app.found("cykelbanan"), app.found("fontän")), (1, 0));
    }

    fn an_index_that_differs_from_the_database_is_mended(app: TestApp) {
        let (first, second) = (app.idea_in(State::Open), app.idea_in(State::Open));
        app.retitle(&second, "Fontän på torget");
        app.follow_search();
        let position = app.search.position().unwrap();
        app.search.apply(&[Change::Remove(first.id.get())], position).unwrap();
        app.retitle(&second, "Lampor vid cykelbanan");
        assert_eq!(app.search.count().unwrap(), 1);

        let mended = Follower::default().verify_slice(&app.parts()).unwrap();

        assert_eq!(mended, 2);
        assert_eq!((app.found("bänkar"), app.found("cykelbanan"), app.found("fontän")), (2, 1, 0));
        assert_eq!(Follower::default().verify_slice(&app.parts()).unwrap(), 0);
    }

    fn comments_and_answers_are_found_while_they_are_shown(app: TestApp) {
        let idea = app.idea_in(State::Accepted);
        app.changed(&idea);

        app.follow_search();

        assert_eq!(app.found("\"många äldre har bett om det\""), 1);
    }

    fn the_process_is_ready_once_the_index_is(app: TestApp) {
        let visitor = app.visitor();
        assert_eq!(visitor.get("/healthz").status, 200);
        let early = visitor.get("/readyz");
        assert_eq!((early.status, early.body.trim()), (503, "not ready: search index"));

        follow_search(&app.parts()).unwrap();

        let ready = visitor.get("/readyz");
        assert_eq!((ready.status, ready.body.trim()), (200, "ready"));
    }

    fn a_thread_that_ended_makes_the_process_not_ready(app: TestApp) {
        app.follow_search();
        app.vitals.want_one_more();

        let answer = app.visitor().get("/readyz");

        assert_eq!((answer.status, answer.body.trim()), (503, "not ready: background threads"));
    }

    fn figures_tell_what_waits(app: TestApp) {
        app.something_happens();
        app.mailer.refuse_next(1);
        app.run_jobs();

        let figures = app.visitor().get("/metrics").expect(200);

        for line in ["medskapa_jobs_ready 0", "medskapa_jobs_dead 1", "medskapa_mails_queued 0", "medskapa_mails_dead 1"] {
            assert!(figures.body.lines().any(|known| known == line), "{line}: {}", figures.body);
        }
        assert!(figures.body.contains("medskapa_index_lag "), "{}", figures.body);
        let passed_on = app.visitor().send(&crate::support::Request {
            path: "/metrics",
            headers: &[("x-forwarded-for", "203.0.113.9")],
            ..crate::support::Request::default()
        });
        assert_eq!(passed_on.status, 404, "somebody behind a proxy that nobody named");
    }
}

#[test]
fn the_mails_of_the_example_town_can_be_read_there_only() {
    let Some(app) = TestApp::with(Kind::Sqlite, |config| config.example_town = true) else { return };
    let idea = app.something_happens();
    app.run_jobs();
    let (mail, _) = app.mail_state();
    let visitor = app.visitor();

    let list = visitor.get("/example/mails").expect(200);
    assert!(list.page().main_text().contains(&idea.author.email()), "{list}");
    let shown = visitor.get(&format!("/example/mails/{mail}")).expect(200);
    assert!(shown.page().heading().starts_with("Din idé visas igen"), "{shown}");
    assert!(shown.page().has(&format!("main a[href='{}']", idea.path())), "{shown}");
    let html = visitor.get(&format!("/example/mails/{mail}/html")).expect(200);
    assert_eq!(html.header("content-security-policy"), Some("sandbox; default-src 'none'; style-src 'unsafe-inline'"));
    assert!(html.body.contains("Din idé visas igen"));
    assert_eq!(visitor.get("/example/mails/999").status, 404);

    let Some(real) = TestApp::new(Kind::Sqlite) else { return };
    real.something_happens();
    real.run_jobs();
    for path in ["/example/mails".to_owned(), format!("/example/mails/{}", real.mail_state().0)] {
        assert_eq!(real.visitor().get(&path).status, 404, "{path}");
    }
}
