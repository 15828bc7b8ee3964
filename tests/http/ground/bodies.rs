//! Bodies and queries that nobody of good will sends: told as such, never our mistake.

use crate::examples::{self, Example, Scene};
use crate::support::{Answer, Client, Request, State, TestApp};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const JSON: (&str, &str) = ("content-type", "application/json");

/// Everyone who could get past the first check of a route.
fn askers(app: &TestApp) -> Vec<Client> {
    vec![app.visitor(), app.resident("Rut"), app.moderator("Mona"), app.admin("Ada"), app.process("Petra")]
}

/// Requests that change something by what their body says. Those that say nothing in it leave it
/// unread, whatever it is.
fn changes(api: bool) -> Vec<Example> {
    let all = examples::all().into_iter();
    all.filter(|example| example.is_change() && example.is_api() == api && example.has_fields()).collect()
}

fn send(client: &Client, example: &Example, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let bearer;
    let mut all = headers.to_vec();
    if example.is_api() && client.is_person() {
        bearer = format!("Bearer {}", client.api_token());
        all.push(("authorization", &bearer));
    }
    client.send(&Request { method: example.method, path, headers: &all, body, without_cookies: example.is_api() })
}

on_both_databases! {
    fn a_body_that_is_no_form_is_refused_by_every_page(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);

        for client in askers(&app) {
            let token = client.form_token();
            let broken_text = format!("form_token={token}&body=%ff%fe");
            let broken_bytes = [format!("form_token={token}&body=").as_bytes(), &[0xff, 0xfe, 0x00]].concat();
            for example in changes(false) {
                let path = example.path(&scene);
                for (headers, body) in [
                    (&[FORM][..], broken_text.as_bytes()),
                    (&[FORM][..], broken_bytes.as_slice()),
                    (&[JSON][..], b"{}".as_slice()),
                    (&[("content-type", "text/plain")][..], b"body=x".as_slice()),
                    (&[("content-type", "multipart/form-data; boundary=x")][..], b"--x--".as_slice()),
                    (&[][..], b"body=x".as_slice()),
                ] {
                    let answer = send(&client, &example, &path, headers, body);
                    assert!(matches!(answer.status, 400 | 401 | 403 | 404), "{answer}");
                }
            }
        }
    }

    fn a_body_that_is_no_json_is_refused_by_every_address_of_the_api(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let deep = "[".repeat(20_000);

        for client in askers(&app) {
            for example in changes(true).iter().filter(|example| example.method != "DELETE") {
                let path = example.path(&scene);
                for (headers, body) in [
                    (&[JSON][..], b"{".as_slice()),
                    (&[JSON][..], b"\xff\xfe".as_slice()),
                    (&[JSON][..], b"null".as_slice()),
                    (&[JSON][..], b"[1,2,3]".as_slice()),
                    (&[JSON][..], deep.as_bytes()),
                    (&[JSON][..], br#"{"no_such_field": 1}"#.as_slice()),
                    (&[FORM][..], b"body=x".as_slice()),
                ] {
                    let answer = send(&client, example, &path, headers, body);
                    assert!(matches!(answer.status, 400 | 401 | 403 | 404 | 422), "{answer}");
                    assert!(!answer.problem().is_empty(), "{answer}");
                }
            }
        }
    }

    fn a_body_past_the_limit_is_refused_and_not_read(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let client = app.resident("Rut");
        let limit = app.config.server.body_bytes;
        let form = format!("form_token={}&body={}", client.form_token(), "a".repeat(limit));
        let json = format!("{{\"body\":\"{}\"}}", "a".repeat(limit));

        for example in changes(false).iter().chain(&changes(true)).filter(|example| example.method != "DELETE") {
            let path = example.path(&scene);
            let (headers, body) = if example.is_api() { ([JSON], &json) } else { ([FORM], &form) };
            let answer = send(&client, example, &path, &headers, body.as_bytes());

            assert_eq!(answer.status, 413, "{answer}");
        }
    }

    fn a_query_that_makes_no_sense_is_no_mistake_of_ours(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);

        for client in askers(&app) {
            for example in examples::all().iter().filter(|example| !example.is_change()) {
                let path = example.path(&scene);
                let path = path.split('?').next().unwrap_or_default();
                for query in ["%ff%fe=1", "q=%ff", "after=x", "sort=x&state=x", "page=-1", "q=%00", "a=1&a=2&q=1&q=2"] {
                    let answer = send(&client, example, &format!("{path}?{query}"), &[], b"");
                    assert!(answer.status < 500, "{answer}");
                }
            }
        }
    }

    fn words_in_a_path_that_make_no_sense_find_nothing(app: TestApp) {
        let long = "9".repeat(3_000);
        let words = ["0", "-1", "9223372036854775808", "%00", "%ff", "%F0%9F%8E%89", "..%2f..%2f", "'%20OR%201=1--", &long];

        for client in askers(&app) {
            for example in examples::all().iter().filter(|example| example.route.contains('{')) {
                for word in words {
                    let mut pieces = example.route.split('{');
                    let mut path = pieces.next().unwrap_or_default().to_owned();
                    for piece in pieces {
                        path.push_str(word);
                        path.push_str(piece.split_once('}').map_or("", |(_, rest)| rest));
                    }
                    let answer = send(&client, example, &path, &[], b"");
                    assert!(matches!(answer.status, 200 | 303 | 400 | 401 | 403 | 404 | 410 | 422), "{answer}");
                }
            }
        }
    }
}
