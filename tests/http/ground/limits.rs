//! Who asks too often has to wait, and cannot hide behind a header.

use crate::support::{Answer, Client, Request, TestApp};

on_both_databases! {
    fn too_many_requests_are_refused_for_a_while(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| config.server.requests_per_minute = 5) else { return };
        let visitor = app.visitor();

        let answers: Vec<Answer> = (0..8).map(|_| visitor.get("/no-such-page")).collect();

        let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        assert_eq!(statuses.get(..5), Some([404; 5].as_slice()), "{statuses:?}");
        assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
        let last = answers.last().expect("an answer");
        let wait: u64 = last.header("retry-after").and_then(|value| value.parse().ok()).unwrap_or_default();
        assert!((1..=60).contains(&wait), "{last}");
        assert!(last.header("content-security-policy").is_some(), "{last}");
        assert_eq!(last.page().attribute("html", "lang").as_deref(), Some("sv"), "{last}");
    }

    fn too_many_changes_are_refused_sooner_than_reading(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| config.server.changes_per_minute = 2) else { return };
        let visitor = app.visitor();

        let changes: Vec<u16> = (0..4).map(|_| visitor.post("/no-such-page", &[]).status).collect();
        let reading = visitor.get("/no-such-page").status;

        assert_eq!(changes.last(), Some(&429), "{changes:?}");
        assert_eq!(reading, 404);
    }

    fn a_forwarded_header_from_a_stranger_changes_nothing(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| config.server.requests_per_minute = 5) else { return };
        let visitor = app.visitor();

        let statuses: Vec<u16> = (0..8).map(|turn| from(&visitor, &format!("198.51.100.{turn}")).status).collect();

        assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    }

    fn behind_a_trusted_proxy_each_address_has_its_own_limit(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| {
            config.server.requests_per_minute = 5;
            config.server.trusted_proxies = vec!["127.0.0.1".parse().expect("an address")];
        }) else {
            return;
        };
        let visitor = app.visitor();

        let many: Vec<u16> = (0..8).map(|turn| from(&visitor, &format!("198.51.100.{turn}")).status).collect();
        let one: Vec<u16> = (0..8).map(|turn| from(&visitor, &format!("10.0.0.{turn}, 203.0.113.5")).status).collect();

        assert_eq!(many, [404; 8]);
        assert_eq!(one.last(), Some(&429), "what stands to the left is the visitor's own invention: {one:?}");
    }

    fn one_house_with_many_addresses_counts_once(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| {
            config.server.requests_per_minute = 5;
            config.server.trusted_proxies = vec!["127.0.0.1".parse().expect("an address")];
        }) else {
            return;
        };
        let visitor = app.visitor();

        let statuses: Vec<u16> = (0..8).map(|turn| from(&visitor, &format!("2001:db8:1:2::{turn}")).status).collect();

        assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    }
}

fn from(visitor: &Client, address: &str) -> Answer {
    let headers = [("x-forwarded-for", address), ("forwarded", "for=192.0.2.1"), ("x-real-ip", "192.0.2.2")];
    visitor.send(&Request { path: "/no-such-page", headers: &headers, ..Request::default() })
}
