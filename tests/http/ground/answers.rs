//! What every answer carries.

use crate::examples::{self, Scene};
use crate::support::{Answer, Request, State, TestApp};

/// Headers that no answer may be without, and a word that must stand in each.
const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", "default-src 'none'"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("content-security-policy", "form-action 'self'"),
    ("content-security-policy", "base-uri 'none'"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=()"),
];

fn assert_protected(answer: &Answer) {
    for (name, word) in HEADERS {
        let value = answer.header(name).unwrap_or_default();
        assert!(value.contains(word), "{name} is {value:?} in {answer}");
    }
    let policy = answer.header("content-security-policy").unwrap_or_default();
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(answer.header("server"), None, "{answer}");
    assert_eq!(answer.header("access-control-allow-origin"), None, "{answer}");
}

on_both_databases! {
    fn every_route_answers_with_the_headers_that_protect(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let visitor = app.visitor();

        for example in examples::all() {
            let path = example.path(&scene);
            let answer = visitor.send(&Request { method: example.method, path: &path, ..Request::default() });

            assert_protected(&answer);
            assert!(answer.status < 500, "{answer}");
        }
    }

    fn errors_carry_the_headers_too(app: TestApp) {
        let visitor = app.visitor();

        for (method, path, statuses) in [
            ("GET", "/no-such-page", &[404][..]),
            ("GET", "/api/v1/no-such-thing", &[404]),
            ("POST", "/groups", &[405]),
            ("DELETE", "/", &[405]),
            ("GET", "/ideas?%ff=%fe", &[400]),
            ("GET", "/ideas/%ff%fe", &[404, 400]),
            ("GET", "/%00", &[404]),
            ("GET", "//", &[404]),
            ("GET", "/../../etc/passwd", &[404]),
            ("GET", "/static/0/../../Cargo.toml", &[404]),
            ("GET", "/static/0/%2e%2e%2fCargo.toml", &[404]),
        ] {
            let answer = visitor.send(&Request { method, path, ..Request::default() });

            assert_protected(&answer);
            assert!(statuses.contains(&answer.status), "{statuses:?} wanted: {answer}");
        }
    }

    fn a_file_is_kept_for_long_only_under_the_hash_of_its_content(app: TestApp) {
        let visitor = app.visitor();

        let fresh = visitor.get(&medskapa::web::assets::path_of("main.css")).expect(200);
        let old = visitor.get("/static/0123456789/main.css").expect(200);

        assert!(fresh.header("cache-control").unwrap_or_default().contains("immutable"), "{:?}", fresh.headers);
        assert_eq!(old.header("cache-control"), Some("no-cache"));
        assert_eq!(fresh.header("content-type"), Some("text/css; charset=utf-8"));
        visitor.get("/static/0123456789/Cargo.toml").expect(404);
    }

    fn an_unknown_address_gives_a_page_in_the_visitors_language(app: TestApp) {
        let visitor = app.visitor();
        let ask = |language| {
            visitor.send(&Request { path: "/no-such-page", headers: &[("accept-language", language)], ..Request::default() })
        };

        let (swedish, english) = (ask("sv-SE,sv;q=0.9,en;q=0.5"), ask("en-GB,en;q=0.9"));

        assert_eq!((swedish.status, english.status), (404, 404));
        assert_eq!(swedish.page().attribute("html", "lang").as_deref(), Some("sv"));
        assert_eq!(english.page().attribute("html", "lang").as_deref(), Some("en"));
        assert!(english.page().main_text().contains("cannot find"), "{english}");
        assert_ne!(swedish.page().main_text(), english.page().main_text());
        assert_eq!(swedish.header("cache-control"), Some("no-store"));
    }

    fn an_unknown_address_of_the_api_gives_an_envelope(app: TestApp) {
        let answer = app.visitor().api_get("/api/v1/no-such-thing").expect(404);

        assert_eq!(answer.header("content-type"), Some("application/json"));
        assert_eq!(answer.problem(), "not-found");
        assert!(!answer.json()["error"]["message"].as_str().unwrap_or_default().is_empty());
    }

    fn an_error_of_the_api_carries_the_id_of_its_request_unless_it_hides_something(app: TestApp) {
        let rut = app.resident("Rut");

        let wrong = rut.api_post("/api/v1/ideas", &serde_json::json!({ "title": "abc" })).expect(422);
        let missing = rut.api_get("/api/v1/ideas/2026-9999").expect(404);

        let id = wrong.json()["error"]["request_id"].as_str().unwrap_or_default().to_owned();
        assert_eq!(id.len(), 12);
        assert_eq!(wrong.header("x-request-id"), Some(&*id));
        assert_eq!(missing.json()["error"]["request_id"], "");
    }

    fn a_method_that_a_route_has_not_is_refused(app: TestApp) {
        let visitor = app.visitor();

        for example in examples::all().iter().filter(|example| example.path.is_none() && !example.route.contains('{')) {
            let answer = visitor.send(&Request { method: "PATCH", path: example.route, ..Request::default() });
            assert_eq!(answer.status, 405, "{answer}");
            assert!(answer.header("allow").is_some_and(|methods| methods.contains(example.method)), "{answer}");
        }
    }

    fn head_answers_as_get_does_without_a_body(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let visitor = app.visitor();

        for example in examples::all().iter().filter(|example| !example.is_change()) {
            let path = example.path(&scene);
            let get = visitor.get(&path);
            let head = visitor.send(&Request { method: "HEAD", path: &path, ..Request::default() });

            assert_eq!(head.status, get.status, "{head}");
            assert!(head.bytes.is_empty(), "{head}");
            assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
        }
    }

    fn cookies_are_kept_from_scripts_and_other_sites(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let scene = Scene::of(&app, &idea);
        let mut seen = 0;

        for example in examples::all().iter().filter(|example| !example.is_change()) {
            let answer = app.visitor().get(&example.path(&scene));
            for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
                seen += 1;
                assert!(cookie.contains("HttpOnly"), "{cookie}");
                assert!(cookie.contains("SameSite=Lax"), "{cookie}");
                assert!(cookie.contains("Path=/"), "{cookie}");
            }
        }

        assert!(seen > 0, "no page sets a cookie");
    }

    fn behind_https_cookies_are_secure_and_the_browser_stays_with_https(kind: Kind) {
        let change = |config: &mut medskapa::config::Config| "https://ideer.example.org".clone_into(&mut config.town.base_url);
        let Some(app) = TestApp::with(kind, change) else { return };

        let answer = app.visitor().get("/sign-in");

        assert!(answer.header("strict-transport-security").is_some_and(|value| value.contains("max-age=")), "{answer}");
        let cookie = answer.header("set-cookie").unwrap_or_default();
        assert!(cookie.contains("Secure"), "{cookie}");
    }
}
