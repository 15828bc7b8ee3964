//! Saving, reading and ending on the pages and over the API.

use std::collections::BTreeMap;
use std::sync::Barrier;

use serde_json::json;

use super::{hits, look, publish, rows, save, save_words};
use crate::support::{Answer, Client, TestApp};

/// Most statements for one page, with the one that looks up who asks.
const MOST_STATEMENTS: u64 = 6;
const OWN: &str = "/account/saved-searches";
const API: &str = "/api/v1/saved-searches";
/// How many come at once.
const CROWD: usize = 64;
/// How many searches one person may have saved.
const MOST_SAVED: usize = 30;

fn spent(app: &TestApp, client: &Client, path: &str) -> u64 {
    let before = app.db.statements();
    client.get(path).expect(200);
    app.db.statements() - before
}

on_both_databases! {
    fn a_search_is_saved_read_marked_as_seen_and_ended(app: TestApp) {
        app.group("utbildning");
        let rut = app.resident("Rut");
        let empty = rut.get(OWN).expect(200).page();
        assert!(empty.main_text().contains("Du bevakar ingenting än"));
        assert_eq!(empty.link("Sök bland idéer och beslut"), "/search");

        let list = "/search?q=rutschkana&theme=utbildning&sort=last";
        let saved = rut.send_form(list, OWN, &[]).expect(303);
        let page = rut.follow(&saved).expect(200).page();
        assert!(page.notice().contains("Du bevakar sökningen"), "{}", page.notice());
        assert!(page.main_text().contains("’rutschkana’ Tema: "), "{}", page.main_text());
        assert!(page.main_text().contains("Inget nytt"));
        let here = "/search?q=rutschkana&theme=utbildning";
        assert!(page.links().iter().any(|(_, to)| to == here), "{:?}", page.links());

        app.advance_minutes(1);
        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        look(&app);
        let page = rut.get(OWN).expect(200).page();
        assert!(page.main_text().contains("1 ny träff"), "{}", page.main_text());
        assert_eq!(page.link("En rutschkana vid skolan"), format!("/ideas/{number}"));
        assert!(page.main_text().contains("20 november 2026"));
        // Reading marks nothing.
        let one = page.links().into_iter().find(|(_, to)| to.starts_with("/account/saved-searches/")).expect("more").1;
        assert!(rut.get(&one).expect(200).page().has("span.new"));
        assert!(rut.get(OWN).expect(200).page().main_text().contains("1 ny träff"));

        rut.send_form(OWN, &format!("{one}/seen"), &[]).expect(303);
        let page = rut.get(OWN).expect(200).page();
        assert!(page.main_text().contains("Inget nytt"));
        assert!(!page.forms().iter().any(|action| action.ends_with("/seen")));
        let kept = rut.get(&one).expect(200).page();
        assert!(!kept.has("span.new"));
        assert_eq!(kept.link("En rutschkana vid skolan"), format!("/ideas/{number}"));

        rut.send_form(OWN, &format!("{one}/end"), &[]).expect(303);
        assert!(rut.get(OWN).expect(200).page().main_text().contains("Du bevakar ingenting än"));
        assert_eq!(rows(&app), [0, 0, 0, 0]);
        rut.get(&one).expect(404);
    }

    fn lists_offer_it_where_there_is_something_to_watch(app: TestApp) {
        app.group("utbildning");
        let (rut, visitor) = (app.resident("Rut"), app.visitor());
        for list in ["/search?q=lampor", "/ideas?q=lampor", "/search?theme=utbildning", "/ideas?area=hela&state=done"] {
            assert!(rut.get(list).expect(200).page().forms().contains(&OWN.to_owned()), "{list}");
            let to = visitor.get(list).expect(200).page().link("Logga in för att bevaka den här sökningen");
            let asked = visitor.get(&to).expect(200).page();
            let fields = asked.form_fields("/sign-in");
            assert!(fields.iter().any(|(name, value)| name == "to" && value == list), "{list}: {fields:?}");
        }
        for list in ["/search?q=-lampor", "/search?q=%F0%9F%98%80", "/search?q=och", "/search?year=2026"] {
            assert!(!rut.get(list).expect(200).page().forms().contains(&OWN.to_owned()), "{list}");
        }
        for list in ["/search", "/ideas", "/ideas?state=done", "/search?state=done", "/ideas?sort=support"] {
            assert!(!rut.get(list).expect(200).page().forms().contains(&OWN.to_owned()), "{list}");
            assert!(!visitor.get(list).expect(200).body.contains("bevaka"), "{list}");
        }
        let long = format!("/search?{}", serde_urlencoded::to_string([("q", "ö".repeat(200))]).expect("a query"));
        let to = visitor.get(&long).expect(200).page().link("Logga in för att bevaka den här sökningen");
        let fields = visitor.get(&to).expect(200).page().form_fields("/sign-in");
        assert!(fields.iter().any(|(name, value)| name == "to" && *value == long), "{fields:?}");
    }

    fn what_cannot_be_watched_is_told_with_a_way_out(app: TestApp) {
        let rut = app.resident("Rut");
        for (query, status, code) in [
            ("", 422, "nothing-to-watch"),
            ("state=open", 422, "nothing-to-watch"),
            ("q=%F0%9F%98%80", 422, "nothing-to-watch"),
            ("q=-lampor", 422, "nothing-to-watch"),
            ("q=lampor&state=done&sort=ends", 422, "nothing-to-watch"),
            ("theme=x", 400, "unknown-filter"),
            ("group=x", 400, "unknown-filter"),
            ("colour=red", 400, "malformed-body"),
        ] {
            let answer = rut.api_post(API, &json!({ "query": query })).expect(status);
            assert_eq!(answer.problem(), code, "{query}");
            rut.post(OWN, &[("query", query)]).expect(status);
        }
        let long = serde_urlencoded::to_string([("q", "ö".repeat(201))]).expect("a query");
        assert_eq!(rut.api_post(API, &json!({ "query": long })).expect(422).problem(), "invalid-input");
        assert_eq!(rows(&app), [0, 0, 0, 0]);
    }

    fn the_same_saving_many_times_at_once_is_one(app: TestApp) {
        let rut = app.resident("Rut");
        let browsers: Vec<Client> = (0..CROWD).map(|_| app.signed_in(rut.id(), rut.name())).collect();
        let start = Barrier::new(CROWD);
        let statuses = std::thread::scope(|scope| {
            let running: Vec<_> = browsers
                .iter()
                .map(|browser| {
                    browser.form_token();
                    let start = &start;
                    scope.spawn(move || {
                        start.wait();
                        browser.post(OWN, &[("query", "q=rutschkana")]).status
                    })
                })
                .collect();
            let mut statuses = BTreeMap::new();
            for thread in running {
                *statuses.entry(thread.join().expect("an answer")).or_insert(0) += 1;
            }
            statuses
        });

        assert_eq!(statuses, BTreeMap::from([(303, CROWD)]));
        assert_eq!(rows(&app)[..2], [1, 1]);
    }

    fn many_people_save_and_end_the_same_at_once(app: TestApp) {
        let people: Vec<Client> = (0..16).map(|place| app.resident(&format!("Boende{place}"))).collect();
        for person in &people {
            person.api_token();
        }
        let start = Barrier::new(people.len());
        std::thread::scope(|scope| {
            for (place, person) in people.iter().enumerate() {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    for _ in 0..3 {
                        let saved = person.api_post(API, &json!({ "query": "q=rutschkana" })).expect(201).json();
                        if place > 0 {
                            person.api_delete(&format!("{API}/{}", saved["id"])).expect(200);
                        }
                    }
                });
            }
        });

        assert_eq!(rows(&app)[..2], [1, 1]);
    }

    fn one_person_saves_at_most_thirty(app: TestApp) {
        let rut = app.resident("Rut");
        for place in 0..MOST_SAVED {
            save_words(&app, &rut, &format!("rutschkana{place}"));
        }

        let refused = rut.post(OWN, &[("query", "q=skridskobana")]).expect(409);
        assert!(refused.page().main_text().contains("Avsluta en under Mina bevakningar"), "{refused}");
        assert_eq!(rut.api_post(API, &json!({ "query": "q=skridskobana" })).expect(409).problem(), "too-many-saved-searches");
        rut.api_post(API, &json!({ "query": "q=rutschkana0" })).expect(201);
        app.resident("Sven").api_post(API, &json!({ "query": "q=skridskobana" })).expect(201);
        assert!(spent(&app, &rut, OWN) <= MOST_STATEMENTS);
    }

    fn other_peoples_searches_look_missing(app: TestApp) {
        let (rut, sven) = (app.resident("Rut"), app.resident("Sven"));
        let id = save_words(&app, &rut, "rutschkana");
        let (own, missing) = (format!("{OWN}/{id}"), format!("{OWN}/999999"));
        let alike = |one: Answer, other: Answer| {
            assert_eq!((one.status, &one.bytes, one.header("content-type")), (404, &other.bytes, other.header("content-type")));
        };
        alike(sven.get(&own), sven.get(&missing));
        for what in ["seen", "end"] {
            alike(sven.post(&format!("{own}/{what}"), &[]), sven.post(&format!("{missing}/{what}"), &[]));
        }
        alike(sven.api_get(&format!("{API}/{id}/hits")), sven.api_get(&format!("{API}/999999/hits")));
        alike(sven.api_delete(&format!("{API}/{id}")), sven.api_delete(&format!("{API}/999999")));
        let everything = json!({ "until": "" });
        alike(
            sven.api_post(&format!("{API}/{id}/seen"), &everything),
            sven.api_post(&format!("{API}/999999/seen"), &everything),
        );
        sven.get(&format!("{OWN}/x")).expect(404);

        assert_eq!(rows(&app)[..2], [1, 1]);
        assert_eq!(sven.api_get(API).expect(200).json()["saved_searches"], json!([]));
        for path in [OWN.to_owned(), own] {
            app.visitor().get(&path).expect(401);
        }
        assert_eq!(app.visitor().api_post(API, &json!({ "query": "q=x" })).expect(401).problem(), "sign-in-needed");
    }

    fn leaving_takes_them_away_and_the_file_holds_them(app: TestApp) {
        let (rut, sven) = (app.resident("Rut"), app.resident("Sven"));
        let shared = save_words(&app, &sven, "rutschkana");
        for words in ["rutschkana", "skridskobana"] {
            save_words(&app, &rut, words);
        }
        publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        publish(&app, "En skridskobana vid skolan", "Barnen vill gärna leka på vintern.");
        look(&app);
        assert_eq!((rows(&app)[0], rows(&app)[1], rows(&app)[3]), (3, 2, 2));

        let file = rut.get("/account/data").expect(200).json();
        assert_eq!(file["saved_searches"][1]["query"], json!("q=skridskobana"));
        rut.send_form("/account/leave", "/account/leave", &[("sure", "yes")]).expect(303);

        assert_eq!((rows(&app)[0], rows(&app)[1], rows(&app)[3]), (1, 1, 1));
        assert_eq!(hits(&sven, shared)["hits"].as_array().map(Vec::len), Some(1));
    }

    fn long_lists_go_on_and_cost_no_more(app: TestApp) {
        let rut = app.resident("Rut");
        let id = save(&app, &rut, "q=rutschkana&theme=utbildning");
        for place in 0..22 {
            publish(&app, &format!("Rutschkana nummer {place}"), "Barnen vill gärna leka på rasterna.");
        }
        look(&app);

        let first = hits(&rut, id);
        assert_eq!(first["hits"].as_array().map(Vec::len), Some(20));
        let after = first["next"].as_str().expect("more");
        let second = rut.api_get(&format!("{API}/{id}/hits?after={after}")).expect(200).json();
        assert_eq!(second["hits"].as_array().map(Vec::len), Some(2));
        assert_eq!(second["next"], json!(null));
        let page = rut.get(&format!("{OWN}/{id}")).expect(200).page();
        let next = page.link("Nästa sida");
        assert_eq!(rut.get(&next).expect(200).page().texts_of(".item").len(), 2);
        let overview = rut.get(OWN).expect(200).page();
        assert_eq!(overview.texts_of(".item").len(), 5);
        assert!(overview.main_text().contains("22 nya träffar"));

        for path in [OWN, &format!("{OWN}/{id}"), "/search?q=rutschkana&theme=utbildning", "/ideas?group=utbildning"] {
            let cost = spent(&app, &rut, path);
            assert!(cost <= MOST_STATEMENTS, "{cost} statements for {path}");
        }
    }
}
