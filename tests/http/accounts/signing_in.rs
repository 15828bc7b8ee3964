use medskapa::accounts::store;
use medskapa::kernel::Cursor;
use medskapa::web::cookies;

use super::{address, ask_for_code, mails_asked_for, newest, other_than};
use crate::support::{Request, TestApp};

on_both_databases! {
    fn somebody_new_signs_in_with_a_code_and_chooses_a_name(app: TestApp) {
        let elin = app.visitor();
        let code = ask_for_code(&app, &elin, "elin@example.org");
        let shown = elin.get("/sign-in/code").expect(200);
        assert!(shown.page().main_text().contains("elin@example.org"), "{shown}");

        let (front, back) = code.split_at(3);
        let spaced = format!("{front} {back}");
        let answer = elin.send_form("/sign-in/code", "/sign-in/code", &[("code", &spaced)]).expect(303);

        assert_eq!(answer.location(), "/account");
        let account = elin.follow(&answer).expect(200);
        assert!(account.page().notice().contains("Välkommen"), "{account}");
        assert!(!account.page().form_fields("/account").iter().any(|(_, value)| value.contains("elin")));
        let saved = elin.send_form("/account", "/account", &[("display_name", "Elin, Länsmansgården")]).expect(303);
        let account = elin.follow(&saved).expect(200).page();
        assert!(account.form_fields("/account").contains(&("display_name".to_owned(), "Elin, Länsmansgården".to_owned())));
    }

    fn known_and_unknown_addresses_get_the_same_answer_byte_for_byte(app: TestApp) {
        app.resident("Amina");
        let same_browser = "v".repeat(43);
        let ask = |email: &str| {
            let browser = app.visitor();
            browser.set_cookie(cookies::VISITOR, &same_browser);
            let answer = browser.post("/sign-in", &[("email", email), ("to", "/groups")]).expect(303);
            let mut headers = answer.headers.clone();
            headers.retain(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
            for (_, value) in headers.iter_mut().filter(|(name, _)| name == "set-cookie") {
                // The value is a signed number; name, length and attributes have to be the same.
                let (pair, attributes) = value.split_once(';').expect("attributes");
                let (name, signed) = pair.split_once('=').expect("a value");
                *value = format!("{name} {} {attributes}", signed.len());
            }
            let page = browser.get("/sign-in/code").expect(200).body.replace(email, "…");
            (answer.status, headers, answer.bytes, page)
        };

        let (known, unknown) = (ask("amina@example.org"), ask("nobdy@example.org"));

        assert_eq!(known, unknown);
        assert_eq!(mails_asked_for(&app), 2);
        assert!(app.read(|conn| store::find_by_email(conn, &address("nobdy@example.org"))).is_none());
    }

    fn what_is_no_address_comes_back_with_the_words_in_it(app: TestApp) {
        let visitor = app.visitor();

        let answer = visitor.send_form("/sign-in", "/sign-in", &[("email", "elin at example")]).expect(422);

        let page = answer.page();
        assert!(page.form_fields("/sign-in").contains(&("email".to_owned(), "elin at example".to_owned())));
        assert_eq!(page.errors().len(), 1, "{answer}");
        assert!(page.title().starts_with("Fel:"), "{}", page.title());
        assert_eq!(mails_asked_for(&app), 0);
    }

    fn the_address_stands_in_no_url(app: TestApp) {
        let visitor = app.visitor();

        let answer = visitor.post("/sign-in", &[("email", "elin@example.org")]).expect(303);

        assert!(!answer.location().contains("elin"));
        assert_eq!(answer.header("content-length").unwrap_or("0"), "0");
    }

    fn five_wrong_codes_spend_the_code(app: TestApp) {
        let elin = app.visitor();
        let right = ask_for_code(&app, &elin, "elin@example.org");
        let wrong = other_than(&right);

        for _ in 0..4 {
            let again = elin.post("/sign-in/code", &[("code", wrong)]).expect(422);
            assert_eq!(again.page().errors().len(), 1, "{again}");
        }
        elin.post("/sign-in/code", &[("code", wrong)]).expect(410);
        elin.post("/sign-in/code", &[("code", &right)]).expect(410);

        assert_eq!(elin.cookie(cookies::SESSION), None);
    }

    fn what_cannot_be_a_code_is_told_without_counting_as_a_try(app: TestApp) {
        let elin = app.visitor();
        let right = ask_for_code(&app, &elin, "elin@example.org");

        for _ in 0..10 {
            elin.post("/sign-in/code", &[("code", "abc")]).expect(422);
        }

        elin.post("/sign-in/code", &[("code", &right)]).expect(303);
    }

    fn a_code_works_for_fifteen_minutes(app: TestApp) {
        let elin = app.visitor();
        let code = ask_for_code(&app, &elin, "elin@example.org");

        app.advance_minutes(16);
        let late = elin.post("/sign-in/code", &[("code", &code)]).expect(303);

        // The browser has forgotten by then that it asked.
        assert_eq!(late.location(), "/sign-in");
        assert_eq!(elin.cookie(cookies::SESSION), None);
    }

    fn a_code_is_good_only_in_the_browser_that_asked(app: TestApp) {
        let (elin, thief) = (app.visitor(), app.visitor());
        let code = ask_for_code(&app, &elin, "elin@example.org");

        let without = thief.post("/sign-in/code", &[("code", &code)]).expect(303);
        assert_eq!(without.location(), "/sign-in");
        let own = ask_for_code(&app, &thief, "thief@example.org");
        assert_ne!(own, code);
        thief.post("/sign-in/code", &[("code", &code)]).expect(422);

        elin.post("/sign-in/code", &[("code", &code)]).expect(303);
    }

    fn a_sixth_mail_within_an_hour_looks_like_the_others_but_is_not_sent(app: TestApp) {
        for _ in 0..6 {
            app.visitor().post("/sign-in", &[("email", "elin@example.org")]).expect(303);
        }

        assert_eq!(mails_asked_for(&app), 5);
    }

    fn signing_in_leads_back_to_where_one_was_and_nowhere_else(app: TestApp) {
        app.resident("Amina");
        for (to, place) in [
            ("/groups?kind=steering", "/groups?kind=steering"),
            ("//evil.example/", "/"),
            ("https://evil.example/", "/"),
            ("/\\evil.example", "/"),
            ("/sign-in?to=/sign-in", "/"),
        ] {
            let amina = app.visitor();
            amina.post("/sign-in", &[("email", "amina@example.org"), ("to", to)]).expect(303);
            let code = medskapa::accounts::tokens::code(&app.town, &newest(&app));

            let answer = amina.post("/sign-in/code", &[("code", &code)]).expect(303);

            assert_eq!(answer.location(), place);
            app.advance_minutes(61);
        }
    }

    fn a_page_that_needs_a_sign_in_leads_there_and_back(app: TestApp) {
        let place = format!("/account?ideas={}", Cursor { sort: 7, id: 7 }.encode());
        let refused = app.visitor().get(&place).expect(401);

        let link = refused.page().links().into_iter().find(|(_, to)| to.starts_with("/sign-in")).expect("a link").1;

        let form = app.visitor().get(&link).expect(200).page().form_fields("/sign-in");
        assert!(form.contains(&("to".to_owned(), place)), "{form:?}");
    }

    fn somebody_signed_in_is_not_asked_again(app: TestApp) {
        let answer = app.resident("Amina").get("/sign-in?to=/groups").expect(303);

        assert_eq!(answer.location(), "/groups");
    }

    fn a_form_without_its_token_signs_nobody_in(app: TestApp) {
        let elin = app.visitor();
        let code = ask_for_code(&app, &elin, "elin@example.org");

        elin.post_exactly("/sign-in/code", &[("code", &code)]).expect(403);
        elin.post_exactly("/sign-in/code", &[("code", &code), ("form_token", "made-up")]).expect(403);
        let foreign = app.visitor().form_token();
        elin.post_exactly("/sign-in/code", &[("code", &code), ("form_token", &foreign)]).expect(403);
        let fields = [("code", code.as_str()), ("form_token", &elin.form_token())];
        let body = serde_urlencoded::to_string(fields).expect("a form");
        let from_elsewhere = Request {
            method: "POST",
            path: "/sign-in/code",
            headers: &[("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")],
            body: body.as_bytes(),
            ..Request::default()
        };
        elin.send(&from_elsewhere).expect(403);

        elin.post("/sign-in/code", &[("code", &code)]).expect(303);
    }
}

mod limits {
    use super::TestApp;

    on_both_databases! {
        fn one_peer_can_ask_only_so_often(kind: Kind) {
            let Some(app) = TestApp::with(kind, |config| config.server.sign_ins_per_hour = 3) else { return };

            for number in 0..3 {
                app.visitor().post("/sign-in", &[("email", &format!("elin{number}@example.org"))]).expect(303);
            }

            let refused = app.visitor().post("/sign-in", &[("email", "elin4@example.org")]).expect(429);
            assert!(refused.header("retry-after").is_some());
        }
    }
}
