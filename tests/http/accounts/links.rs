use std::sync::Barrier;

use diesel::prelude::*;
use medskapa::accounts::{store, tokens::Purpose};
use medskapa::db::schema::{idea_notes, ideas};
use medskapa::ideas::{actions, draft};
use medskapa::kernel::Actor;
use medskapa::web::cookies;

use super::{address, ask_for_code, link_for, newest, sessions_of_everyone};
use crate::support::{Answer, TestApp};

/// Runs a request in 64 browsers at once; gives the answers.
fn sixty_four(app: &TestApp, send: impl Fn(&crate::support::Client) -> Answer + Sync) -> Vec<Answer> {
    let start = Barrier::new(64);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..64)
            .map(|_| {
                let (browser, start, send) = (app.visitor(), &start, &send);
                scope.spawn(move || {
                    browser.form_token();
                    start.wait();
                    send(&browser)
                })
            })
            .collect();
        running.into_iter().map(|thread| thread.join().expect("an answer")).collect()
    })
}

fn count(answers: &[Answer], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status == status).count()
}

on_both_databases! {
    fn opening_a_link_uses_nothing_up_and_pressing_the_button_does(app: TestApp) {
        let path = format!("/sign-in/link/{}", link_for(&app, Purpose::SignIn, "elin@example.org"));

        for _ in 0..3 {
            let shown = app.visitor().get(&path).expect(200);
            assert!(shown.page().main_text().contains("e…@example.org"), "{shown}");
        }
        assert_eq!(sessions_of_everyone(&app), 0);
        let elin = app.visitor();
        let answer = elin.send_form(&path, &path, &[]).expect(303);
        assert_eq!(elin.follow(&answer).status, 200);
        assert_eq!(sessions_of_everyone(&app), 1);

        app.visitor().get(&path).expect(410);
        app.visitor().post(&path, &[]).expect(410);
        assert_eq!(sessions_of_everyone(&app), 1);
    }

    fn a_link_is_worth_nothing_for_another_purpose_changed_or_late(app: TestApp) {
        let sign_in = link_for(&app, Purpose::SignIn, "elin@example.org");
        let confirm = link_for(&app, Purpose::ConfirmContact, "elin@example.org");
        let support = link_for(&app, Purpose::Support, "elin@example.org");
        let says = |path: &str| app.visitor().get(path).expect(410).page().main_text();

        let made_up = says("/sign-in/link/made-up.1");
        for link in [&confirm, &support, &format!("x{sign_in}"), &sign_in.to_lowercase()] {
            assert_eq!(says(&format!("/sign-in/link/{link}")), made_up);
            app.visitor().post(&format!("/sign-in/link/{link}"), &[]).expect(410);
        }
        for link in [&sign_in, &support] {
            app.visitor().post(&format!("/confirm/{link}"), &[]).expect(410);
        }
        app.advance_minutes(16);
        assert_eq!(says(&format!("/sign-in/link/{sign_in}")), made_up);
        app.visitor().post(&format!("/sign-in/link/{sign_in}"), &[]).expect(410);
        app.visitor().get(&format!("/confirm/{confirm}")).expect(200);
        assert_eq!(sessions_of_everyone(&app), 0);
    }

    fn of_64_who_press_the_button_at_once_one_is_signed_in(app: TestApp) {
        let path = format!("/sign-in/link/{}", link_for(&app, Purpose::SignIn, "elin@example.org"));

        let answers = sixty_four(&app, |browser| browser.post(&path, &[]));

        assert_eq!((count(&answers, 303), count(&answers, 410)), (1, 63));
        assert_eq!(sessions_of_everyone(&app), 1);
    }

    fn of_64_who_send_the_code_at_once_one_is_signed_in(app: TestApp) {
        let elin = app.visitor();
        let code = ask_for_code(&app, &elin, "elin@example.org");
        let asked = elin.cookie(cookies::SIGN_IN).expect("a cookie");

        let answers = sixty_four(&app, |browser| {
            browser.set_cookie(cookies::SIGN_IN, &asked);
            browser.post("/sign-in/code", &[("code", &code)])
        });

        assert_eq!((count(&answers, 303), count(&answers, 410)), (1, 63));
        assert_eq!(sessions_of_everyone(&app), 1);
    }

    fn of_64_wrong_codes_at_once_only_five_are_compared(app: TestApp) {
        let elin = app.visitor();
        let code = ask_for_code(&app, &elin, "elin@example.org");
        let wrong = super::other_than(&code);
        let asked = elin.cookie(cookies::SIGN_IN).expect("a cookie");

        let answers = sixty_four(&app, |browser| {
            browser.set_cookie(cookies::SIGN_IN, &asked);
            browser.post("/sign-in/code", &[("code", wrong)])
        });

        // The fifth wrong one is told as spent.
        assert_eq!((count(&answers, 422), count(&answers, 410)), (4, 60));
        assert_eq!(newest(&app).attempts, 5);
    }

    fn an_author_confirms_the_contact_and_gets_the_idea(app: TestApp) {
        // The address is somebody's already, so writing it proves nothing.
        let amina = app.resident("Amina");
        let token = "a draft token for this test, long enough to be one";
        actions::begin_draft(&app.db, &app.town, &Actor::VISITOR, token).expect("a draft");
        let raw = draft::RawIdea {
            title: "Lampor vid cykelbanan".to_owned(),
            body: "Det är mörkt där på kvällarna.".to_owned(),
            area: "hela".to_owned(),
            author_name: "Amina".to_owned(),
            email: amina.email(),
            ..draft::RawIdea::default()
        };
        let new = draft::parse(&raw, &app.town).expect("an idea");
        let locale = medskapa::i18n::Locale::Swedish;
        let receipt = actions::submit(&app.db, &app.town, &Actor::VISITOR, token, &new, locale).expect("sent");
        actions::submit(&app.db, &app.town, &Actor::VISITOR, token, &new, locale).expect("sent again");
        let author = || -> (Option<medskapa::kernel::PersonId>, Option<String>) {
            app.read(|conn| {
                let both = ideas::table.inner_join(idea_notes::table.on(idea_notes::idea_id.eq(ideas::id)));
                let this = both.filter(ideas::number.eq(&receipt.number));
                Ok(this.select((ideas::author_id, idea_notes::contact_email)).first(conn)?)
            })
        };
        assert_eq!(author(), (None, Some(amina.email())));
        assert_eq!(super::mails_asked_for(&app), 1);
        let path = format!("/confirm/{}", medskapa::accounts::tokens::link_token(&app.town, &newest(&app)));

        let browser = app.visitor();
        browser.get(&path).expect(200);
        assert_eq!(author().0, None);
        browser.send_form(&path, &path, &[]).expect(303);

        assert_eq!(author(), (Some(amina.id()), None));
        assert_eq!(browser.cookie(cookies::SESSION), None);
        assert!(amina.get("/account").expect(200).page().main_text().contains("Lampor vid cykelbanan"));
        browser.post(&path, &[]).expect(410);
    }

    fn a_contact_of_nobody_is_confirmed_as_somebody_new(app: TestApp) {
        let path = format!("/confirm/{}", link_for(&app, Purpose::ConfirmContact, "elin@example.org"));

        app.visitor().send_form(&path, &path, &[]).expect(303);

        let elin = app.read(|conn| store::find_by_email(conn, &address("elin@example.org"))).expect("a person");
        assert_eq!(elin.display_name, "Boende");
    }
}
