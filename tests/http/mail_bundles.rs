//! What waits and is told together: by idea, once, and nothing that may not be told.

use diesel::prelude::*;
use medskapa::db::schema::{ballot_reminders, emails, news};
use medskapa::journal::Event;
use medskapa::kernel::Actor;
use medskapa::mail::SentMail;
use medskapa::queue::{self, Job, Lane, Place};
use medskapa::{notifications, workers};
use serde_json::json;

use crate::mail_choices::chooses;
use crate::mails::came_to_group;
use crate::support::{Client, State, TestApp};

impl TestApp {
    /// Until the next bundles of the day are put together, from ten in the morning.
    fn until_four(&self) {
        self.advance_minutes(6 * 60);
        self.run_jobs();
    }

    fn bundles_to(&self, who: &Client) -> Vec<SentMail> {
        self.mails_to(&who.email()).into_iter().filter(|sent| sent.mail.kind == "bundle").collect()
    }

    fn waiting(&self) -> i64 {
        self.read(|conn| Ok(news::table.filter(news::email_id.is_null()).count().get_result(conn)?))
    }
}

on_both_databases! {
    fn news_of_the_day_come_together_once_by_idea(app: TestApp) {
        let (one, other) = (app.idea_in(State::WithGroup), app.idea_in(State::WithGroup));
        let rut = app.resident("Rut");
        app.follows(&rut, &one);
        app.follows(&rut, &other);
        chooses(&rut, "followed", "daily");
        app.happens_again(&one);
        app.happens_again(&other);
        app.advance_minutes(5);
        app.happens(&Actor::System, &Event::Started { idea: one.id });
        app.run_jobs();
        assert_eq!(app.subjects_to(&rut), Vec::<String>::new(), "nothing at once");

        app.until_four();

        let sent = app.bundles_to(&rut);
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].mail.subject, "Nytt om 2 idéer");
        let text = &sent[0].mail.text;
        let (first, second) = (text.find(&one.path()).unwrap(), text.find(&other.path()).unwrap());
        assert!(first < second, "the idea with the newest news is first: {text}");
        assert_eq!(text.matches("Fler bänkar längs gångvägen\n").count(), 2, "{text}");
        assert!(sent[0].mail.html.contains("Nu börjar arbetet") && text.contains("Nu börjar arbetet"), "{text}");

        app.advance_days(1);
        app.run_jobs();
        assert_eq!(app.bundles_to(&rut).len(), 1, "never the same twice, and never an empty one");
    }

    fn the_bundle_of_the_week_comes_on_thursday(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        chooses(&rut, "followed", "weekly");
        app.happens_again(&idea);

        // From Friday to Thursday, ten o'clock.
        app.advance_days(6);
        app.run_jobs();
        assert_eq!(app.bundles_to(&rut).len(), 0);
        app.until_four();

        assert_eq!(app.bundles_to(&rut).len(), 1);
    }

    fn the_fourth_news_of_a_day_waits_and_own_matters_do_not(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        for _ in 0..5 {
            app.happens_again(&idea);
        }

        assert_eq!(app.subjects_to(&rut).len(), 3);
        assert_eq!(app.subjects_to(&idea.author).len(), 5, "who is owed an answer gets it");
        assert_eq!(app.waiting(), 2);
        app.until_four();
        assert_eq!(app.bundles_to(&rut).len(), 1);

        app.advance_days(1);
        app.happens_again(&idea);
        assert_eq!(app.subjects_to(&rut).len(), 5, "a new day");
    }

    fn own_matters_are_counted_among_the_three(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let other = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &other);
        app.write(|tx| {
            use medskapa::db::schema::ideas;
            Ok(diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
                .set(ideas::author_id.eq(Some(rut.id())))
                .execute(tx.conn)?)
        });
        for _ in 0..3 {
            app.happens_again(&idea);
        }

        app.happens_again(&other);

        assert_eq!(app.subjects_to(&rut).len(), 3);
        assert_eq!(app.waiting(), 1, "the news about the followed idea");
    }

    fn a_choice_that_changes_between_two_runs_of_a_job_tells_nobody_twice(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        app.follows(&rut, &idea);
        app.follows(&elin, &idea);
        chooses(&elin, "followed", "daily");
        let event = app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();

        chooses(&rut, "followed", "daily");
        chooses(&elin, "followed", "at_once");
        app.write(|tx| queue::add(tx, Job::Notify { event }, &Place::alone(Lane::Own)));
        app.run_jobs();
        app.until_four();

        assert_eq!((app.subjects_to(&rut).len(), app.bundles_to(&rut).len()), (1, 0));
        assert_eq!((app.subjects_to(&elin).len(), app.bundles_to(&elin).len()), (1, 1));
    }

    fn jobs_at_once_make_no_fourth_mail(app: TestApp) {
        let ideas: Vec<_> = (0..6).map(|_| app.idea_in(State::WithGroup)).collect();
        let rut = app.resident("Rut");
        for idea in &ideas {
            app.follows(&rut, idea);
            app.happens(&Actor::System, &came_to_group(&app, idea));
        }

        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| while workers::run_pending(&app.parts()).expect("the jobs run") > 0 {});
            }
        });
        app.run_jobs();

        assert_eq!(app.subjects_to(&rut).len(), 3);
        assert_eq!(app.waiting(), 3);
    }

    fn what_is_hidden_before_the_bundle_is_left_out_of_it(app: TestApp) {
        let (one, other) = (app.idea_in(State::WithGroup), app.idea_in(State::WithGroup));
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        for (who, idea) in [(&rut, &one), (&rut, &other), (&elin, &one)] {
            app.follows(who, idea);
        }
        chooses(&rut, "followed", "daily");
        chooses(&elin, "followed", "daily");
        app.happens_again(&one);
        app.happens_again(&other);
        app.hide(&one);

        app.until_four();

        let sent = app.bundles_to(&rut);
        assert_eq!(sent.len(), 1);
        assert!(!sent[0].mail.text.contains(&one.number) && sent[0].mail.text.contains(&other.number));
        assert_eq!(app.bundles_to(&elin).len(), 0, "never an empty one");
        assert_eq!(app.waiting(), 0);
    }

    fn what_is_hidden_before_the_bundle_goes_out_is_taken_out_of_it(app: TestApp) {
        let (one, other) = (app.idea_in(State::WithGroup), app.idea_in(State::WithGroup));
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        for (who, idea) in [(&rut, &one), (&rut, &other), (&elin, &one)] {
            app.follows(who, idea);
        }
        chooses(&rut, "followed", "daily");
        chooses(&elin, "followed", "daily");
        app.happens_again(&one);
        app.happens_again(&other);
        app.mailer.fail_next(2);
        app.until_four();
        assert_eq!(app.bundles_to(&rut).len() + app.bundles_to(&elin).len(), 0);

        app.advance_minutes(1);
        app.hide(&one);
        app.write(|tx| medskapa::journal::search_changed(tx, one.id, true));
        app.run_jobs();

        let sent = app.bundles_to(&rut);
        assert_eq!(sent.len(), 1);
        assert!(!sent[0].raw.contains(&one.number) && sent[0].mail.text.contains(&other.number));
        assert_eq!(sent[0].mail.subject, "Nytt om ”Fler bänkar längs gångvägen”");
        assert_eq!(app.bundles_to(&elin).len(), 0);
        let left: Vec<String> = app.read(|conn| {
            Ok(emails::table.filter(emails::state.ne("sent")).select(emails::state).load::<String>(conn)?)
        });
        assert_eq!(left, Vec::<String>::new(), "it is gone, not dead");
    }

    fn two_that_put_bundles_together_at_once_tell_nobody_twice(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let readers: Vec<Client> = (0..30).map(|place| app.resident(&format!("Rut {place}"))).collect();
        for reader in &readers {
            app.follows(reader, &idea);
            app.write(|tx| {
                use medskapa::db::schema::mail_choices::dsl;
                Ok(diesel::insert_into(dsl::mail_choices)
                    .values((dsl::person_id.eq(reader.id()), dsl::channel.eq("followed"), dsl::pace.eq("daily")))
                    .execute(tx.conn)?)
            });
        }
        app.happens_again(&idea);
        app.advance_minutes(6 * 60);

        let start = std::sync::Barrier::new(4);
        let written: usize = std::thread::scope(|scope| {
            let running: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        notifications::put_bundles_together(&app.db, &app.town).expect("bundles")
                    })
                })
                .collect();
            running.into_iter().map(|thread| thread.join().expect("done")).sum()
        });
        app.run_jobs();

        assert_eq!(written, readers.len());
        for reader in &readers {
            assert_eq!(app.bundles_to(reader).len(), 1);
        }
    }

    fn each_thing_in_a_bundle_can_be_stopped_by_itself(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        chooses(&rut, "followed", "daily");
        app.happens_again(&idea);
        app.until_four();

        let sent = &app.bundles_to(&rut)[0];

        assert!(sent.mail.text.contains("Sluta få nyheter om idéer jag följer:\nhttp"), "{}", sent.mail.text);
        assert!(sent.raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    }

    fn comments_on_ones_idea_come_in_the_bundle_of_the_day(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        for words in ["En bra tanke om kanariefåglar.", "Jag håller med."] {
            rut.post(&idea.at("comments"), &[("kind", "for"), ("body", words)]).expect(303);
        }
        let waiting: Vec<i64> = app.read(|conn| {
            use medskapa::db::schema::comments::dsl;
            Ok(dsl::comments.select(dsl::id).order(dsl::id).load(conn)?)
        });
        for id in waiting {
            app.moderator("Mona").post(&format!("/moderation/comments/{id}"), &[("choice", "show")]).expect(303);
        }
        app.run_jobs();
        assert_eq!(app.bundles_to(&idea.author).len(), 0);

        app.until_four();

        let sent = app.bundles_to(&idea.author);
        assert_eq!(sent.len(), 1);
        assert!(sent[0].mail.text.contains("Någon har skrivit om idén."), "{}", sent[0].mail.text);
        assert!(!sent[0].mail.text.contains("kanariefåglar"), "words may be hidden before they are read");
    }

    fn what_fits_a_saved_search_comes_in_the_bundle_of_the_day_once(app: TestApp) {
        let rut = app.resident("Rut");
        for query in ["q=rutschkana", "q=skolan"] {
            rut.api_post("/api/v1/saved-searches", &json!({ "query": query })).expect(201);
        }
        app.advance_minutes(1);
        let number = crate::saved_searches::publish(&app, "En rutschkana vid skolan", "Barnen vill leka på rasterna.");
        workers::watch(&app.parts()).expect("searches are asked");
        app.run_jobs();
        assert_eq!(app.bundles_to(&rut).len(), 0);

        app.until_four();
        app.advance_days(1);
        app.run_jobs();

        let sent = app.bundles_to(&rut);
        assert_eq!(sent.len(), 1, "two searches, one idea, one piece of news");
        assert_eq!(sent[0].mail.subject, "Nytt om ”En rutschkana vid skolan”");
        assert_eq!(sent[0].mail.text.matches("Den passar en sökning som du bevakar.").count(), 1);
        assert!(sent[0].mail.text.contains(&format!("/ideas/{number}")));
    }

    fn the_week_of_a_theme_comes_on_thursday_and_nothing_when_nothing_happened(app: TestApp) {
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        rut.post("/themes/utbildning/follow", &[]).expect(303);
        elin.post("/themes/utbildning/follow", &[]).expect(303);
        chooses(&elin, "themes", "never");
        for place in 0..12 {
            crate::saved_searches::publish(&app, &format!("Bättre ljus i sal {place}"), "Det är mörkt i salen.");
        }
        app.run_jobs();
        app.forget_mails();

        app.advance_days(6);
        app.until_four();

        let sent = app.bundles_to(&rut);
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].mail.subject, "Nytt om 12 idéer");
        assert_eq!(sent[0].mail.text.matches("Ny idé i temat").count(), 10, "{}", sent[0].mail.text);
        assert!(sent[0].mail.text.contains("Och 2 idéer till."));
        assert_eq!(app.bundles_to(&elin).len(), 0);

        app.advance_days(7);
        app.run_jobs();
        assert_eq!(app.bundles_to(&rut).len(), 1, "nothing happened in the next week");
        assert_eq!(app.waiting(), 0);
    }

    fn who_has_not_voted_is_reminded_once_a_day_before_the_close(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot = app.read(|conn| medskapa::ballots::views::of_idea(conn, idea.id))[0];
        let page = format!("/ballots/{ballot}");
        idea.member.send_form(&page, &format!("{page}/votes"), &[("choice", "yes")]).expect(303);
        app.run_jobs();
        app.forget_mails();
        let closes_at = app.read(|conn| Ok(medskapa::ballots::store::load(conn, ballot)?.closes_at));
        let minutes = (closes_at.microseconds() - app.now().microseconds()) / 60_000_000;

        app.advance_minutes(minutes - 24 * 60 - 1);
        app.run_jobs();
        let reminded = |app: &TestApp| {
            app.mails().into_iter().filter(|sent| sent.mail.kind == "ballot_closing").count()
        };
        assert_eq!(reminded(&app), 0);
        app.advance_minutes(1);
        app.run_jobs();
        app.advance_minutes(60);
        app.run_jobs();

        assert_eq!(app.subjects_to(&idea.member).len(), 0, "who has voted is left in peace");
        assert!(app.subjects_to(&idea.chair)[0].starts_with("Sista dagen att rösta"));
        let rows: i64 = app.read(|conn| Ok(ballot_reminders::table.count().get_result(conn)?));
        assert_eq!(rows, 1);
        let roll: i64 = app.read(|conn| {
            use medskapa::db::schema::ballot_rolls::dsl;
            let silent = dsl::ballot_rolls.filter(dsl::ballot_id.eq(ballot)).filter(dsl::has_voted.eq(false));
            Ok(silent.count().get_result(conn)?)
        });
        assert_eq!(i64::try_from(reminded(&app)).unwrap(), roll);
    }

    fn of_many_ideas_that_climb_in_a_day_the_process_group_gets_three_mails_and_a_list(app: TestApp) {
        let ideas: Vec<_> = (0..5).map(|_| app.idea_in(State::WithGroup)).collect();
        app.hide(&ideas[4]);
        let process = app.process("Petra");
        // The author is told on 30 December; 4 January is the next day of work.
        for days in [40, 5] {
            app.advance_days(days);
            app.run_jobs();
            app.run_jobs();
        }
        assert_eq!(app.subjects_to(&process).len(), 3, "{:?}", app.subjects_to(&process));

        app.advance_days(1);
        app.run_jobs();
        app.run_jobs();

        let list = app.mails_to(&process.email()).pop().unwrap().mail;
        assert_eq!(list.subject, "Nytt om 2 idéer");
        assert!(list.text.contains("så nu är det ert."), "{}", list.text);
        assert_eq!(list.text.matches("bänkar").count(), 1, "the title of the one that is shown: {}", list.text);
        assert!(list.text.contains(&ideas[4].number), "{}", list.text);
    }
}
