//! What goes first, what keeps its order, and what an outage costs.

use std::collections::BTreeMap;

use diesel::prelude::*;
use medskapa::accounts::tokens::{self, Purpose};
use medskapa::db::schema::{emails, jobs};
use medskapa::i18n::Locale;
use medskapa::journal::{self, Event};
use medskapa::kernel::{Actor, EmailAddress, EmailId};
use medskapa::mail::{NewEmail, store as outbox};
use medskapa::queue::{self, Job, Lane, Place};
use medskapa::{notifications, workers};
use serde_json::json;

use crate::support::{State, TestApp};

/// Readers of one decision, as many as the most that one town has counted.
const MANY: usize = 1_410;

impl TestApp {
    /// A mail of a kind in the outbox, with the job that sends it.
    fn posted(&self, kind: &str, reader: &str, subject: &str) -> EmailId {
        self.write(|tx| post(tx, kind, reader, subject))
    }

    /// A code for signing in, asked for now.
    fn code_for(&self, reader: &str) {
        let email = EmailAddress::parse(reader).unwrap();
        self.write(|tx| tokens::issue(tx, &self.town, Purpose::SignIn, &email, None, Locale::Swedish).map(drop));
    }

    /// Only the jobs that are due, as the threads of a worker.
    fn work(&self) {
        workers::run_pending(&self.parts()).expect("the jobs run");
    }

    /// Subjects in the order in which they went out.
    fn sent_in_order(&self) -> Vec<String> {
        self.mails().into_iter().map(|sent| sent.mail.subject).collect()
    }

    /// The states of all mails, and the most tries that any job has used.
    fn lost(&self) -> (i64, i64, i32) {
        self.read(|conn| {
            let of = |state: &'static str| emails::table.filter(emails::state.eq(state)).count();
            let (dead, queued) = (of("dead").get_result(conn)?, of("queued").get_result(conn)?);
            let tries: Vec<i32> = jobs::table.select(jobs::attempts).load(conn)?;
            Ok((dead, queued, tries.into_iter().max().unwrap_or(0)))
        })
    }
}

fn post(tx: &mut medskapa::db::Tx<'_>, kind: &str, reader: &str, subject: &str) -> medskapa::error::Result<EmailId> {
    let mail = NewEmail {
        cause: format!("test:{kind}:{reader}:{subject}"),
        kind: kind.to_owned(),
        person: None,
        recipient: EmailAddress::parse(reader).unwrap(),
        locale: "sv".to_owned(),
        subject: subject.to_owned(),
        text: "Hej.".to_owned(),
        html: "<p>Hej.</p>".to_owned(),
        thread: None,
        unsubscribe: None,
    };
    let id = outbox::insert(tx, &mail)?.expect("a new mail");
    notifications::add_send(tx, id)?;
    Ok(id)
}

on_both_databases! {
    fn a_code_overtakes_a_whole_town_and_own_matters_overtake_news(app: TestApp) {
        app.write(|tx| {
            for place in 0..MANY {
                post(tx, "bundle", &format!("reader{place}@example.org"), "nyhet")?;
            }
            Ok(())
        });
        app.posted("decision", "amina@example.org", "beslut");
        app.code_for("rut@example.org");

        app.work();

        let order = app.sent_in_order();
        assert_eq!(order.len(), MANY + 2);
        assert_eq!(order[0], "Din kod för att logga in");
        assert_eq!(order[1], "beslut");
    }

    fn own_matters_take_along_what_the_same_reader_waits_for(app: TestApp) {
        app.posted("bundle", "first@example.org", "till andra");
        app.posted("bundle", "rut@example.org", "nyhet till Rut");
        app.posted("decision", "rut@example.org", "beslut till Rut");

        app.work();

        assert_eq!(app.sent_in_order(), ["nyhet till Rut", "beslut till Rut", "till andra"]);
    }

    fn a_mail_that_waits_for_another_try_holds_back_later_ones_but_no_code(app: TestApp) {
        app.posted("decision", "rut@example.org", "första");
        app.posted("decision", "rut@example.org", "andra");
        app.posted("decision", "elin@example.org", "till Elin");
        app.mailer.fail_next(1);

        app.work();
        app.code_for("rut@example.org");
        app.work();
        assert_eq!(app.sent_in_order(), ["till Elin", "Din kod för att logga in"]);
        app.advance_minutes(1);
        app.work();

        assert_eq!(app.sent_in_order()[2..], ["första", "andra"]);
    }

    fn a_dead_mail_holds_back_nobody(app: TestApp) {
        app.posted("decision", "rut@example.org", "första");
        app.posted("decision", "rut@example.org", "andra");
        app.mailer.refuse_next(1);

        app.work();

        assert_eq!(app.sent_in_order(), ["andra"]);
    }

    fn threads_and_processes_at_once_keep_the_order_of_each_reader(app: TestApp) {
        for number in 0..20 {
            for reader in ["rut", "elin", "siv"] {
                app.posted(
                    if number % 3 == 0 { "bundle" } else { "decision" },
                    &format!("{reader}@example.org"),
                    &format!("{number:02}"),
                );
            }
        }
        app.mailer.fail_next(7);
        for _ in 0..20 {
            std::thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| app.work());
                }
            });
            app.advance_minutes(4);
        }

        let mut by_reader: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for sent in app.mails() {
            by_reader.entry(sent.mail.recipient.as_str().to_owned()).or_default().push(sent.mail.subject);
        }
        let wanted: Vec<String> = (0..20).map(|number| format!("{number:02}")).collect();
        assert_eq!(by_reader.len(), 3);
        for (reader, order) in by_reader {
            assert_eq!(order, wanted, "{reader}");
        }
    }

    fn what_happens_to_an_idea_is_told_in_its_order(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        for event in [crate::mails::came_to_group(&app, &idea), Event::ShownAgain { idea: idea.id }] {
            app.write(|tx| journal::record(tx, &Actor::System, std::slice::from_ref(&event)).map(drop));
        }
        // The first of the two is in work and does not come back for a while.
        let taken = queue::claim(&app.db).expect("the database").expect("a job");
        app.work();
        assert_eq!(app.mails().len(), 0, "the second waits for it");

        app.write(|tx| queue::put_off(tx, &taken, tx.now, "given back"));
        app.work();

        assert_eq!(app.subjects_to(&idea.author).len(), 2);
        assert!(app.subjects_to(&idea.author)[0].contains("tar upp din idé"), "{:?}", app.subjects_to(&idea.author));
    }

    fn an_outage_of_sixty_hours_loses_nothing_and_doubles_nothing(app: TestApp) {
        for reader in 0..20 {
            for number in 0..2 {
                app.posted("decision", &format!("reader{reader}@example.org"), &format!("{number}"));
            }
        }
        app.mailer.set_down(true);
        for _ in 0..60 * 6 {
            app.work();
            app.advance_minutes(10);
        }
        let (dead, queued, tries) = app.lost();
        assert_eq!((dead, queued), (0, 40));
        assert_eq!(tries, 0, "that nobody could be reached is no fault of a mail");

        app.mailer.set_down(false);
        app.advance_minutes(10);
        app.work();

        assert_eq!(app.lost(), (0, 0, 0));
        let mut each: Vec<(String, String)> =
            app.mails().into_iter().map(|sent| (sent.mail.recipient.as_str().to_owned(), sent.mail.subject)).collect();
        assert_eq!(each.len(), 40);
        each.sort();
        each.dedup();
        assert_eq!(each.len(), 40, "each once");
    }

    fn while_the_server_is_away_few_jobs_are_touched_and_a_code_tries_first(app: TestApp) {
        for reader in 0..50 {
            app.posted("bundle", &format!("reader{reader}@example.org"), "nyhet");
        }
        app.mailer.set_down(true);
        app.work();
        let untouched: i64 =
            app.read(|conn| Ok(jobs::table.filter(jobs::last_error.is_null()).count().get_result(conn)?));
        assert_eq!(untouched, 47, "three met the fault, the others lie where they were");

        app.code_for("rut@example.org");
        app.mailer.set_down(false);
        app.advance_minutes(1);
        app.work();

        assert_eq!(app.sent_in_order()[0], "Din kod för att logga in");
        assert_eq!(app.mails().len(), 51);
    }

    fn other_work_goes_on_while_the_server_is_away(app: TestApp) {
        let idea = app.idea_in(State::Open);
        app.posted("bundle", "a@example.org", "nyhet");
        app.posted("bundle", "b@example.org", "nyhet");
        app.posted("bundle", "c@example.org", "nyhet");
        app.mailer.set_down(true);
        app.work();

        app.happens(&Actor::System, &Event::ShownAgain { idea: idea.id });
        app.work();

        let kinds: Vec<String> = app.read(|conn| Ok(jobs::table.select(jobs::kind).load(conn)?));
        assert!(kinds.iter().all(|kind| kind == "send_mail") && kinds.len() == 4, "{kinds:?}");
    }

    fn a_lane_is_one_of_three(app: TestApp) {
        let refused = app.db.write(|tx| {
            queue::add(tx, Job::SendMail { email: EmailId::new(1) }, &Place::alone(Lane::News))?;
            Ok(diesel::update(jobs::table).set(jobs::lane.eq(3)).execute(tx.conn)?)
        });

        assert!(refused.is_err());
    }

    fn at_night_only_what_somebody_waits_for_goes_out(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| {
            "21:00".clone_into(&mut config.mail.quiet_from);
            "07:00".clone_into(&mut config.mail.quiet_to);
        }) else { return };
        app.advance_minutes(12 * 60);
        app.posted("decision", "amina@example.org", "beslut");
        app.posted("receipt", "siv@example.org", "kvitto");
        app.code_for("rut@example.org");

        app.work();
        app.advance_minutes(9 * 60 - 1);
        app.work();
        assert_eq!(app.sent_in_order(), ["kvitto", "Din kod för att logga in"]);
        assert_eq!(app.lost(), (0, 1, 0), "no try is used up");
        app.advance_minutes(1);
        app.work();

        assert_eq!(app.sent_in_order()[2], "beslut");
    }

    fn of_two_new_days_in_one_night_the_morning_tells_the_last(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| {
            "21:00".clone_into(&mut config.mail.quiet_from);
            "07:00".clone_into(&mut config.mail.quiet_to);
        }) else { return };
        let idea = app.idea_in(State::WithGroup);
        app.advance_minutes(12 * 60);
        for days in [20, 30] {
            let due_on = app.today().plus_days(days).to_string();
            let version: i64 = idea.version(&app).parse().unwrap();
            let new = json!({ "version": version, "due_on": due_on, "reason": "Vi väntar på en mätning." });
            idea.chair.api_post(&idea.api("postponement"), &new).expect(200);
            app.run_jobs();
        }
        assert_eq!(app.mails().len(), 0, "nobody is woken");

        app.advance_minutes(9 * 60);
        app.run_jobs();

        let told = app.mails_to(&idea.author.email());
        assert_eq!(told.len(), 1);
        assert!(told[0].mail.text.contains("Nytt datum är 20 december."), "{}", told[0].mail.text);
        assert_eq!(app.lost(), (0, 0, 0), "what says nothing any more is no dead letter");
    }
}
