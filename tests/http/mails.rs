//! Who gets which mail, once; what is hidden stays hidden; news can be stopped.

use diesel::prelude::*;
use medskapa::accounts::tokens::{self, Purpose};
use medskapa::db::schema::{comments, emails, ideas, inquiries, jobs};
use medskapa::follows;
use medskapa::i18n::Locale;
use medskapa::ideas::store;
use medskapa::journal::{self, Event};
use medskapa::kernel::{Actor, EmailAddress, EventId, InquiryId};
use medskapa::mail::SentMail;
use medskapa::queue::{self, Job, Lane, Place};

use crate::support::{Client, Staged, State, TestApp};

impl TestApp {
    pub(crate) fn happens(&self, actor: &Actor, event: &Event) -> EventId {
        self.write(|tx| Ok(journal::record(tx, actor, std::slice::from_ref(event))?[0]))
    }

    pub(crate) fn follows(&self, who: &Client, idea: &Staged) {
        self.write(|tx| follows::store::follow(tx, idea.id, who.id()).map(drop));
    }

    /// Subjects of everything that was mailed to somebody.
    pub(crate) fn subjects_to(&self, who: &Client) -> Vec<String> {
        self.mails_to(&who.email()).into_iter().map(|sent| sent.mail.subject).collect()
    }
}

pub(crate) fn came_to_group(app: &TestApp, idea: &Staged) -> Event {
    Event::CameToGroup { idea: idea.id, group: idea.group, due_on: app.today().plus_days(45).number() }
}

fn all_words(mails: &[SentMail]) -> String {
    mails
        .iter()
        .map(|sent| format!("{}\n{}\n{}\n", sent.mail.subject, sent.mail.text, sent.mail.html))
        .collect::<Vec<_>>()
        .concat()
}

on_both_databases! {
    fn each_reader_gets_one_mail_about_an_event(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        app.follows(&rut, &idea);
        app.follows(&elin, &idea);
        // Who wrote it and leads the group hears of it once, as the author.
        app.follows(&idea.author, &idea);
        app.follows(&idea.chair, &idea);

        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();

        assert_eq!(app.subjects_to(&idea.author), ["Gruppen utbildning tar upp din idé"]);
        assert_eq!(app.subjects_to(&rut), ["Gruppen utbildning tar upp ”Fler bänkar längs gångvägen”"]);
        assert_eq!(app.subjects_to(&elin).len(), 1);
        assert_eq!(app.subjects_to(&idea.chair), ["Ni ska svara på ”Fler bänkar längs gångvägen”"]);
        assert_eq!(app.subjects_to(&idea.secretary).len(), 1);
        assert_eq!(app.subjects_to(&idea.member), Vec::<String>::new());
    }

    fn the_same_job_done_twice_writes_one_mail(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        let event = app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();
        let before = app.mails().len();

        app.write(|tx| queue::add(tx, Job::Notify { event }, &Place::alone(Lane::Own)));
        app.run_jobs();

        assert_eq!(app.mails().len(), before);
        assert_eq!(app.subjects_to(&rut).len(), 1);
    }

    fn a_job_that_stopped_half_way_is_finished_by_the_next(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        app.follows(&rut, &idea);
        app.follows(&elin, &idea);
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();
        let event = app.read(|conn| Ok(journal::of_idea(conn, idea.id, true, 1)?[0].id));
        // As if the process had died before it came to Elin.
        app.write(|tx| Ok(diesel::delete(emails::table.filter(emails::person_id.eq(elin.id()))).execute(tx.conn)?));

        app.write(|tx| queue::add(tx, Job::Notify { event }, &Place::alone(Lane::Own)));
        app.run_jobs();

        assert_eq!(app.subjects_to(&rut).len(), 1);
        assert_eq!(app.subjects_to(&elin).len(), 2, "the first one and the one that was lost");
    }

    fn whoever_did_it_is_not_told_of_it(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let chair = Actor::Person { id: idea.chair.id(), session: medskapa::kernel::SessionId::new(1), receipt: None };

        app.happens(&chair, &came_to_group(&app, &idea));
        app.run_jobs();

        assert_eq!(app.subjects_to(&idea.chair), Vec::<String>::new());
        assert_eq!(app.subjects_to(&idea.coordinator).len(), 1);
    }

    fn nobody_but_the_author_hears_of_a_hidden_idea(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        app.hide(&idea);

        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();

        assert_eq!(app.mails().len(), 1);
        assert_eq!(app.subjects_to(&idea.author).len(), 1);
    }

    fn a_mail_that_waits_is_not_sent_when_its_idea_is_hidden_meanwhile(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        app.mailer.fail_next(100);
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();
        app.mailer.forget();
        assert_eq!(app.mails().len(), 0);

        app.hide(&idea);
        app.advance_minutes(2);
        // What was planned to fail is used up by trying.
        for _ in 0..12 {
            app.run_jobs();
            app.advance_minutes(400);
        }

        assert_eq!(app.subjects_to(&rut), Vec::<String>::new());
    }

    fn the_words_of_a_hidden_comment_go_to_nobody_but_its_author(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        app.follows(&elin, &idea);
        let comment = app.write(|tx| {
            Ok(diesel::insert_into(comments::table)
                .values((
                    comments::idea_id.eq(idea.id),
                    comments::kind.eq("for"),
                    comments::state.eq("hidden"),
                    comments::body.eq("kanariefågel i gruvan"),
                    comments::language.eq("sv"),
                    comments::author_id.eq(rut.id()),
                    comments::author_name.eq("Rut"),
                    comments::ground.eq(Some("R5")),
                    comments::created_at.eq(tx.now),
                    comments::shown_at.eq(Some(tx.now)),
                ))
                .returning(comments::id)
                .get_result(tx.conn)?)
        });

        app.happens(&Actor::System, &Event::CommentHidden { idea: idea.id, comment, ground: "R5".to_owned() });
        app.happens(&Actor::System, &Event::QuestionAnswered { idea: idea.id, comment });
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();

        let to_author = app.mails_to(&rut.email());
        assert_eq!(app.subjects_to(&rut), ["Vi visar inte ditt inlägg"]);
        assert!(all_words(&to_author).contains("kanariefågel"));
        let others: Vec<SentMail> =
            app.mails().into_iter().filter(|sent| sent.mail.recipient.as_str() != rut.email()).collect();
        assert!(!others.is_empty());
        assert!(!all_words(&others).contains("kanariefågel"));
    }

    fn a_mail_speaks_of_the_text_of_its_time(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.advance_minutes(10);
        app.write(|tx| {
            let now = store::load(tx.conn, idea.id)?;
            let changed = store::Idea { title: "En helt annan rubrik".to_owned(), ..now };
            store::insert_revision(tx, &changed, 2, "text", None)?;
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            diesel::update(this).set(ideas::title.eq("En helt annan rubrik")).execute(tx.conn)?;
            Ok(())
        });

        app.run_jobs();

        let words = all_words(&app.mails());
        assert!(words.contains("Fler bänkar längs gångvägen") && !words.contains("En helt annan rubrik"));
    }

    fn a_contact_that_nobody_has_confirmed_gets_no_news(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let email = EmailAddress::parse("okand@example.org").unwrap();
        app.write(|tx| {
            diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
                .set(ideas::author_id.eq(None::<medskapa::kernel::PersonId>))
                .execute(tx.conn)?;
            store::set_contact(tx, idea.id, Some(&email))
        });

        app.happens(&Actor::System, &Event::Published { idea: idea.id, group: idea.group });
        app.run_jobs();

        assert!(app.mails_to("okand@example.org").is_empty());
    }

    fn the_receipt_carries_the_link_that_confirms_and_no_second_mail_does(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let email = EmailAddress::parse("okand@example.org").unwrap();
        let link = app.write(|tx| {
            diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
                .set((
                    ideas::author_id.eq(None::<medskapa::kernel::PersonId>),
                    ideas::submitted_at.eq(Some(tx.now)),
                ))
                .execute(tx.conn)?;
            store::set_contact(tx, idea.id, Some(&email))?;
            let id =
                tokens::issue(tx, &app.town, Purpose::ConfirmContact, &email, Some(idea.id), Locale::Swedish)?;
            journal::record(tx, &Actor::VISITOR, &[Event::Submitted { idea: idea.id }])?;
            let row = tokens::load(tx.conn, id)?;
            Ok(format!("/confirm/{}", tokens::link_token(&app.town, &row)))
        });

        app.run_jobs();

        let sent = app.mails_to("okand@example.org");
        assert_eq!(sent.len(), 1, "{}", all_words(&sent));
        assert!(sent[0].mail.subject.starts_with("Vi har tagit emot din idé (2026-"));
        assert!(sent[0].mail.text.contains(&link), "{}", sent[0].mail.text);
        app.visitor().get(&link).expect(200);
    }

    fn a_code_mail_holds_the_code_and_the_link_and_goes_out_once(app: TestApp) {
        let email = EmailAddress::parse("rut@example.org").unwrap();
        let id =
            app.write(|tx| tokens::issue(tx, &app.town, Purpose::SignIn, &email, None, Locale::English));
        app.write(|tx| queue::add(tx, Job::MailToken { token: id }, &Place::alone(Lane::Awaited)));

        app.run_jobs();

        let sent = app.mails_to("rut@example.org");
        assert_eq!(sent.len(), 1);
        let row = app.read(|conn| tokens::load(conn, id));
        let (code, link) = (tokens::code(&app.town, &row), tokens::link_token(&app.town, &row));
        assert_eq!(sent[0].mail.subject, "Your code for signing in");
        assert!(sent[0].mail.text.contains(&format!("Your code is {code}.")), "{}", sent[0].mail.text);
        assert!(sent[0].mail.text.contains(&format!("/sign-in/link/{link}")), "{}", sent[0].mail.text);
        assert!(!sent[0].mail.subject.contains(&code));
    }

    fn a_code_that_ran_out_is_not_mailed_any_more(app: TestApp) {
        let email = EmailAddress::parse("rut@example.org").unwrap();
        app.write(|tx| tokens::issue(tx, &app.town, Purpose::SignIn, &email, None, Locale::Swedish));

        app.advance_minutes(16);
        app.run_jobs();

        assert_eq!(app.mails().len(), 0);
    }

    fn moderators_hear_once_a_day_that_something_waits(app: TestApp) {
        let (first, second) = (app.idea_in(State::Screening), app.idea_in(State::Screening));
        app.happens(&Actor::VISITOR, &Event::Submitted { idea: first.id });
        app.happens(&Actor::VISITOR, &Event::Submitted { idea: second.id });
        app.run_jobs();
        assert_eq!(app.subjects_to(&first.moderator), ["2 väntar på en moderator, äldst 1 dag"]);

        app.advance_days(1);
        app.happens(&Actor::VISITOR, &Event::Resubmitted { idea: first.id });
        app.run_jobs();

        assert_eq!(app.subjects_to(&first.moderator).len(), 2);
    }

    fn only_news_to_followers_carries_an_address_for_stopping(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        app.happens(&Actor::System, &came_to_group(&app, &idea));

        app.run_jobs();

        for sent in app.mails() {
            let is_news = sent.mail.recipient.as_str() == rut.email();
            assert_eq!(sent.mail.unsubscribe.is_some(), is_news, "{}", sent.mail.kind);
            assert_eq!(sent.raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), is_news);
        }
    }

    fn one_post_without_cookies_stops_news_and_nothing_else(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        app.follows(&idea.author, &idea);
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();
        let address = app.mails_to(&rut.email())[0].mail.unsubscribe.clone().unwrap();
        let path = address.strip_prefix(&app.town.settings.base_url).unwrap();

        app.visitor().get(path).expect(200);
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();
        assert_eq!(app.subjects_to(&rut).len(), 2, "looking at the page stops nothing");
        let answer = app.visitor().send(&crate::support::Request {
            method: "POST",
            path,
            headers: &[("content-type", "application/x-www-form-urlencoded")],
            body: b"List-Unsubscribe=One-Click",
            without_cookies: true,
        });
        assert_eq!(answer.status, 200, "{answer}");

        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();
        assert_eq!(app.subjects_to(&rut).len(), 2);
        assert_eq!(app.subjects_to(&idea.author).len(), 3, "mails about one's own idea go on");
    }

    fn an_address_for_stopping_that_is_not_ours_is_not_found(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let someone = idea.author.id();

        for token in [format!("x.{someone}"), someone.to_string(), "x".to_owned(), ".".to_owned()] {
            let path = format!("/mail/stop/{token}");

            assert_eq!(app.visitor().get(&path).status, 404, "{path}");
            assert_eq!(app.visitor().post(&path, &[]).status, 404, "{path}");
        }
    }

    fn somebody_who_is_asked_gets_the_question(app: TestApp) {
        let idea = app.idea_in(State::AwaitingAnswer);
        let inquiry: InquiryId = app.read(|conn| {
            Ok(inquiries::table.filter(inquiries::idea_id.eq(idea.id)).select(inquiries::id).first(conn)?)
        });

        app.happens(&Actor::System, &Event::Asked { idea: idea.id, inquiry });
        app.run_jobs();

        assert_eq!(app.subjects_to(&idea.asked), ["Gruppen utbildning vill fråga dig om en idé"]);
        assert!(all_words(&app.mails_to(&idea.asked.email())).contains("Vem äger marken längs gångvägen?"));
        assert_eq!(app.subjects_to(&idea.author).len(), 1);
    }

    fn an_event_without_what_its_mail_needs_is_given_up_and_seen(app: TestApp) {
        let idea = app.idea_in(State::Open);

        app.happens(&Actor::System, &Event::Decided { idea: idea.id, decision: 4711, outcome: "yes".to_owned() });
        app.run_jobs();

        let dead: i64 = app.read(|conn| Ok(jobs::table.filter(jobs::state.eq("dead")).count().get_result(conn)?));
        assert_eq!((app.mails().len(), dead), (0, 1));
    }
}
