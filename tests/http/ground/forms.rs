//! A form counts only when it comes from a page of ours, in the browser it was shown in.

use crate::examples::{self, Example, Scene};
use crate::support::{Client, Request, State, TestApp};

/// Forms that other programs send by agreement, without a token of ours.
const WITHOUT_TOKEN: &[(&str, &str)] = &[
    ("/mail/stop/{token}", "a mail program stops mails with one click (RFC 8058)"),
    ("/mail/bounces/{token}", "a mail server hands over what came back, with a secret of the settings"),
];

fn forms() -> Vec<Example> {
    let all = examples::all().into_iter();
    all.filter(|example| {
        example.is_change() && !example.is_api() && !WITHOUT_TOKEN.iter().any(|(route, _)| *route == example.route)
    })
    .collect()
}

fn askers(app: &TestApp) -> Vec<Client> {
    vec![app.visitor(), app.resident("Rut"), app.moderator("Mona"), app.admin("Ada"), app.process("Petra")]
}

on_both_databases! {
    fn a_form_without_the_right_token_is_refused(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let somebody_else = app.resident("Siv").form_token();

        for client in askers(&app) {
            let own = client.form_token();
            for example in forms() {
                let path = example.path(&scene);
                let fields = example.fields(&scene);
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                for token in [None, Some(""), Some("x"), Some(somebody_else.as_str()), own.get(..42)] {
                    let mut sent = fields.clone();
                    sent.extend(token.map(|token| ("form_token", token)));
                    let answer = client.post_exactly(&path, &sent);

                    assert_eq!(answer.status, 403, "{token:?} {answer}");
                }
            }
        }
    }

    fn a_form_from_another_site_is_refused(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let client = app.resident("Rut");
        let token = client.form_token();

        for example in forms() {
            let (path, mut fields) = (example.path(&scene), example.fields(&scene));
            fields.push(("form_token", token.clone()));
            let body = serde_urlencoded::to_string(&fields).expect("a form");
            for (name, value) in [
                ("origin", "https://evil.example"),
                ("origin", "http://127.0.0.1:1"),
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-site", "same-site"),
            ] {
                let headers = [("content-type", "application/x-www-form-urlencoded"), (name, value)];
                let request = Request { method: example.method, path: &path, headers: &headers, body: body.as_bytes(), ..Request::default() };
                let answer = client.send(&request);

                assert_eq!(answer.status, 403, "{name}: {value} {answer}");
            }
        }
    }

    fn cookies_count_for_nothing_in_the_api(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let admin = app.admin("Ada");
        let visitor = app.visitor();

        for example in examples::all().iter().filter(|example| example.is_api()) {
            let path = example.path(&scene);
            let fields: std::collections::BTreeMap<_, _> = example.fields(&scene).into_iter().collect();
            let body = if example.is_change() { serde_json::to_vec(&fields).expect("JSON") } else { Vec::new() };
            let headers = [("content-type", "application/json")];
            let ask = |client: &Client| {
                let request = Request { method: example.method, path: &path, headers: &headers, body: &body, ..Request::default() };
                client.send(&request).status
            };

            assert_eq!(ask(&admin), ask(&visitor), "{} {path}", example.method);
        }
    }

    fn a_page_shown_to_two_visitors_holds_the_token_of_each(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let mut forms = 0;

        for example in examples::all().iter().filter(|example| !example.is_change() && !example.is_api()) {
            let path = example.path(&scene);
            for client in [app.visitor(), app.visitor(), app.resident("Rut")] {
                let page = client.get(&path).page();
                // The first visit gave the browser its name; only now is its token known.
                let own = client.form_token();
                for action in page.forms() {
                    let fields = page.form_fields(&action);
                    let shown: Vec<_> = fields.iter().filter(|(name, _)| name == "form_token").collect();
                    forms += shown.len();
                    assert!(shown.iter().all(|(_, token)| *token == own), "{path}: the form {action} has a foreign token");
                }
            }
        }

        assert!(forms > 0 || examples::all().len() < 20, "no page has a form");
    }
}
