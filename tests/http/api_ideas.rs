//! `/api/v1/ideas…`, `/api/v1/search` and `/api/v1/results`

use std::collections::BTreeSet;

use diesel::prelude::*;
use medskapa::db::schema::ideas;
use serde_json::{Value, json};

use crate::support::{Answer, Client, Staged, State, TestApp};

/// Most statements for one answer, with the one that looks up who asks.
const MOST_STATEMENTS: u64 = 6;

const TITLE: &str = "Sätt upp lampor längs gångvägen bakom skolan";
const WHY: &str = "Det är mörkt efter klockan fyra. Alla som går hem från fritids får det bättre.";
/// As long as a key made by chance is.
const KEY: &str = "nyckel-som-ingen-annan-har";

fn new_idea(key: &str) -> Value {
    json!({ "title": TITLE, "body": WHY, "area": "svartedalen", "author_name": "Amina", "form_key": key })
}

fn path(idea: &Staged) -> String {
    format!("/api/v1/ideas/{}", idea.number)
}

fn version(author: &Client, idea: &Staged) -> Value {
    author.api_get(&path(idea)).expect(200).json()["version"].clone()
}

fn set_supports(app: &TestApp, idea: &Staged, count: i64) {
    app.write(|tx| {
        diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
            .set(ideas::support_count.eq(count))
            .execute(tx.conn)?;
        Ok(())
    });
}

/// The numbers of every page of a list, page by page.
fn pages(client: &Client, path: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut address = path.to_owned();
    loop {
        let list = client.api_get(&address).expect(200).json();
        let numbers = list["ideas"].as_array().expect("a list").iter();
        pages.push(numbers.map(|idea| idea["number"].as_str().expect("a number").to_owned()).collect());
        let Some(next) = list["next"].as_str() else { return pages };
        address = format!("{path}&cursor={next}");
        assert!(pages.len() < 10, "{path} has no end");
    }
}

/// What is the same whenever something is asked.
fn lasting(answer: &Answer) -> (u16, String) {
    (answer.status, answer.body.clone())
}

on_both_databases! {
    fn an_idea_sent_without_account_is_opened_by_its_code(app: TestApp) {
        let visitor = app.visitor();

        let sent = visitor.api_post("/api/v1/ideas", &new_idea("")).expect(201);

        let receipt = sent.json();
        let (number, code) = (receipt["number"].as_str().unwrap(), receipt["receipt_code"].as_str().unwrap());
        assert_eq!((sent.location(), &receipt["read_by"]), (&*format!("/api/v1/ideas/{number}"), &json!("2026-11-27")));
        let opened = visitor.send_form("/receipt", "/receipt", &[("number", number), ("code", code)]).expect(303);
        assert_eq!(visitor.follow(&opened).expect(200).page().heading(), TITLE);
        app.visitor().api_get(sent.location()).expect(404);
        let read = app.moderator("Bo").api_get(sent.location()).expect(200).json();
        assert_eq!((&read["standing"]["state"], &read["area"]), (&json!("screening"), &json!("svartedalen")));
    }

    fn an_idea_sent_with_an_account_is_its_authors_and_needs_no_code(app: TestApp) {
        let amina = app.resident("Amina");

        let sent = amina.api_post("/api/v1/ideas", &new_idea(KEY)).expect(201);

        assert_eq!(sent.json()["receipt_code"], Value::Null);
        let read = amina.api_get(sent.location()).expect(200).json();
        assert_eq!((&read["title"], &read["body"], &read["author"]), (&json!(TITLE), &json!(WHY), &json!("Amina")));
        assert_eq!(read["can"], json!(["edit", "withdraw"]));
        assert_eq!(read["standing"]["next"]["is_late"], json!(false));
        app.resident("Rut").api_get(sent.location()).expect(404);
    }

    fn the_same_key_gives_the_first_receipt_and_only_to_its_owner(app: TestApp) {
        let (visitor, amina, rut) = (app.visitor(), app.resident("Amina"), app.resident("Rut"));
        let send = |client: &Client, key: &str| client.api_post("/api/v1/ideas", &new_idea(key)).expect(201).json();

        let (first, again) = (send(&visitor, KEY), send(&visitor, KEY));
        let (aminas, aminas_again) = (send(&amina, KEY), send(&amina, KEY));
        let ruts = send(&rut, KEY);

        assert_eq!((&first, &aminas), (&again, &aminas_again));
        let numbers: BTreeSet<&str> = [&first, &aminas, &ruts].map(|one| one["number"].as_str().unwrap()).into();
        assert_eq!(numbers.len(), 3);
        let guessable = visitor.api_post("/api/v1/ideas", &new_idea("1")).expect(422).json();
        assert_eq!(guessable["error"]["fields"][0]["field"], json!("form_key"));
        send(&amina, "1");
    }

    fn sixty_four_sendings_with_one_key_make_one_idea(app: TestApp) {
        let visitor = app.visitor();

        let senders: Vec<_> = (0..64)
            .map(|_| {
                let visitor = visitor.clone();
                std::thread::spawn(move || visitor.api_post("/api/v1/ideas", &new_idea(KEY)))
            })
            .collect();
        let answers: BTreeSet<_> = senders.into_iter().map(|sender| lasting(&sender.join().unwrap())).collect();

        assert_eq!(answers.len(), 1, "{answers:?}");
        assert_eq!(answers.first().map(|(status, _)| *status), Some(201));
        app.admin("Ada").api_get("/api/v1/ideas/2026-0002").expect(404);
    }

    fn what_is_wrong_with_an_idea_is_listed_field_by_field(app: TestApp) {
        let body = json!({ "title": "abc", "body": format!("{WHY} Ring 811218-9876."), "area": "mars" });

        let answer = app.visitor().api_post("/api/v1/ideas", &body).expect(422).json();

        let wrong = answer["error"]["fields"].as_array().unwrap().iter();
        let wrong: Vec<_> = wrong.map(|one| (one["field"].as_str().unwrap(), one["code"].as_str().unwrap())).collect();
        assert_eq!(
            wrong,
            [
                ("title", "field-too-short"),
                ("body", "field-identity-number"),
                ("area", "field-unknown-choice"),
                ("author_name", "field-empty"),
            ]
        );
        let unknown = app.visitor().api_post("/api/v1/ideas", &json!({ "colour": "red" })).expect(400);
        assert_eq!(unknown.problem(), "malformed-body");
    }

    fn a_list_is_narrowed_as_the_page_is(app: TestApp) {
        let (open, done) = (app.idea_in(State::Open), app.idea_in(State::Done));
        let hidden = app.idea_in(State::Open);
        app.hide(&hidden);
        app.idea_in(State::Screening);
        app.follow_search();
        let visitor = app.visitor();
        let found = |query: &str| {
            let pages = pages(&visitor, &format!("/api/v1/ideas?{query}"));
            pages.concat().into_iter().collect::<BTreeSet<String>>()
        };
        let set = |ideas: &[&Staged]| ideas.iter().map(|idea| idea.number.clone()).collect::<BTreeSet<String>>();

        for (query, expected) in [
            ("", &[&open, &done][..]),
            ("state=done", &[&done]),
            ("theme=utbildning&area=hela&language=sv", &[&open, &done]),
            ("theme=trygghet", &[]),
            ("group=utbildning", &[&open, &done]),
            ("sort=ends", &[&open]),
            ("q=b%C3%A4nkar", &[&open, &done]),
            ("q=b%C3%A4nkar&state=open", &[&open]),
            ("q=rymdraket", &[]),
            ("state=done&state=open&theme=utbildning&theme=trygghet", &[&open, &done]),
            ("q=b%C3%A4nkar&state=done&state=declined", &[&done]),
            ("sort=ends&state=done", &[]),
            ("q=b%C3%A4nkar&sort=ends&state=done", &[]),
            ("sort=ends&state=done&year=2026", &[]),
            ("year=1999", &[]),
            // Orders that do not fit give way: the text was taken away, or has come.
            ("sort=match", &[&open, &done]),
            ("q=b%C3%A4nkar&sort=shuffled", &[&open, &done]),
        ] {
            assert_eq!(found(query), set(expected), "{query}");
        }
        let list = visitor.api_get("/api/v1/search?q=b%C3%A4nk&state=open").expect(200).json();
        assert_eq!((&list["total"], &list["ideas"][0]["state"]), (&json!(1), &json!("open")));
        let runs = list["ideas"][0]["excerpt"].as_array().unwrap().iter();
        let matched: Vec<_> = runs.filter(|run| run["matched"] == json!(true)).map(|run| run["text"].clone()).collect();
        assert!(!matched.is_empty(), "{list}");
        assert_eq!(visitor.api_get("/api/v1/search").expect(200).json()["ideas"], json!([]));
    }

    fn pages_follow_each_other_without_a_gap_and_without_a_double(app: TestApp) {
        let staged: Vec<Staged> = (0..45).map(|_| app.idea_in(State::Open)).collect();
        for (place, idea) in staged.iter().enumerate().filter(|(place, _)| place % 3 == 0) {
            set_supports(&app, idea, i64::try_from(place % 4).unwrap());
        }
        app.follow_search();
        let all: BTreeSet<String> = staged.into_iter().map(|idea| idea.number).collect();
        let visitor = app.visitor();

        for query in ["sort=last", "sort=shuffled", "sort=ends", "sort=support", "q=b%C3%A4nkar", "q=b%C3%A4nkar&sort=last"] {
            let pages = pages(&visitor, &format!("/api/v1/ideas?{query}"));

            let sizes: Vec<usize> = pages.iter().map(Vec::len).collect();
            assert_eq!(sizes, [20, 20, 5], "{query}");
            assert_eq!(pages.concat().into_iter().collect::<BTreeSet<_>>(), all, "{query}");
        }
    }

    fn the_author_writes_anew_and_an_old_version_is_a_conflict(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let author = &idea.author;
        let old = version(author, &idea);
        let anew = |version: &Value, title: &str| {
            author.api_put(&path(&idea), &json!({ "title": title, "body": WHY, "version": version }))
        };

        let changed = anew(&old, TITLE).expect(200).json();
        let late = anew(&old, "Något helt annat än lampor").expect(409);

        assert_eq!(late.problem(), "changed-meanwhile");
        let read = author.api_get(&path(&idea)).expect(200).json();
        assert_eq!((&read["title"], &read["version"]), (&json!(TITLE), &changed["version"]));
        assert_eq!(read["revision"], json!(2));
        let versions = author.api_get(&idea.api("versions")).expect(200).json();
        let titles: Vec<_> = versions["versions"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect();
        assert_eq!(titles, [json!("Fler bänkar längs gångvägen"), json!(TITLE)]);
        let same = anew(&changed["version"], TITLE).expect(422);
        assert_eq!(same.problem(), "nothing-changed");
    }

    fn the_same_change_sent_twice_gives_the_first_result(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let version = version(&idea.author, &idea);
        let body = json!({ "title": TITLE, "body": WHY, "version": version, "form_key": KEY });

        let first = idea.author.api_put(&path(&idea), &body).expect(200);
        let again = idea.author.api_put(&path(&idea), &body).expect(200);

        assert_eq!(first.json(), again.json());
        assert_eq!(idea.author.api_get(&path(&idea)).json()["revision"], json!(2));
    }

    fn a_text_that_others_support_only_grows(app: TestApp) {
        let idea = app.idea_in(State::Open);
        set_supports(&app, &idea, 5);
        let version = version(&idea.author, &idea);
        let anew = json!({ "title": TITLE, "body": WHY, "version": version });
        let addition = json!({ "addition": "En bänk kan stå vid biblioteket.", "version": version });

        let closed = idea.author.api_put(&path(&idea), &anew).expect(409);
        idea.author.api_post(&idea.api("additions"), &addition).expect(200);

        assert_eq!(closed.problem(), "editing-closed");
        let read = app.visitor().api_get(&path(&idea)).expect(200).json();
        let body = read["body"].as_str().unwrap();
        assert!(body.starts_with("Många äldre") && body.ends_with("En bänk kan stå vid biblioteket."), "{body}");
        let versions = app.visitor().api_get(&idea.api("versions")).expect(200).json();
        assert_eq!(versions["versions"][1]["kind"], json!("addition"));
        let timeline = read["timeline"].as_array().unwrap();
        assert!(timeline.iter().any(|one| one["kind"] == json!("added")), "{timeline:?}");
    }

    fn an_idea_is_taken_back_with_a_line_that_everyone_reads(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let version = version(&idea.author, &idea);
        let withdrawal = idea.api("withdrawal");

        let wordless = idea.author.api_post(&withdrawal, &json!({ "version": version })).expect(422);
        let body = json!({ "reason": "Kommunen har redan satt ut bänkar.", "version": version });
        let taken = idea.author.api_post(&withdrawal, &body).expect(200).json();

        assert_eq!(wordless.json()["error"]["fields"][0]["field"], json!("reason"));
        assert_eq!(taken["state"], json!("withdrawn"));
        let standing = app.visitor().api_get(&path(&idea)).expect(200).json()["standing"].clone();
        assert_eq!(standing["reason"], json!("Kommunen har redan satt ut bänkar."));
        let again = json!({ "reason": "En gång till.", "version": taken["version"] });
        assert_eq!(idea.author.api_post(&withdrawal, &again).expect(409).problem(), "not-now");
    }

    fn a_refusal_is_appealed_once(app: TestApp) {
        let idea = app.idea_in(State::Refused);
        let appeal = |version: &Value| {
            let body = json!({ "reason": "Jag menade en plats, inte en person.", "version": version });
            idea.author.api_post(&idea.api("appeal"), &body)
        };
        let read = idea.author.api_get(&path(&idea)).expect(200).json();
        assert_eq!((&read["can"], &read["standing"]["ground"]), (&json!(["withdraw", "appeal"]), &json!("R10")));

        let appealed = appeal(&read["version"]).expect(200).json();
        let siv = app.moderator("Siv");
        let verdict = json!({
            "choice": "refuse", "ground": "R10", "words": "Det är fortfarande oklart.", "version": appealed["version"]
        });
        let refused = siv.api_post(&format!("/api/v1/moderation/ideas/{}", idea.number), &verdict).expect(200).json();
        let again = appeal(&refused["version"]).expect(409);

        assert_eq!((&appealed["state"], &refused["state"]), (&json!("screening"), &json!("refused")));
        assert_eq!(again.problem(), "already-appealed");
        assert_eq!(idea.author.api_get(&path(&idea)).json()["can"], json!(["withdraw"]));
    }

    fn a_hidden_idea_answers_as_one_that_does_not_exist(app: TestApp) {
        let idea = app.idea_in(State::Open);
        app.hide(&idea);
        let change = json!({ "title": TITLE, "body": WHY, "version": 1 });

        for stranger in [app.visitor(), app.resident("Rut")] {
            for what in ["", "/versions"] {
                let hidden = stranger.api_get(&format!("{}{what}", path(&idea)));
                let missing = stranger.api_get(&format!("/api/v1/ideas/2026-9999{what}"));
                assert_eq!((hidden.status, lasting(&hidden)), (404, lasting(&missing)));
            }
            let (hidden, missing) =
                (stranger.api_put(&path(&idea), &change), stranger.api_put("/api/v1/ideas/2026-9999", &change));
            assert_eq!((hidden.status, lasting(&hidden)), (404, lasting(&missing)));
        }
        let own = idea.author.api_get(&path(&idea)).expect(200).json();
        assert_eq!(own["standing"]["hidden"], json!(true));
    }

    fn nobody_but_the_author_changes_an_idea(app: TestApp) {
        let (open, screening) = (app.idea_in(State::Open), app.idea_in(State::Screening));
        let (rut, bo, visitor) = (app.resident("Rut"), app.moderator("Bo"), app.visitor());
        let body = json!({ "title": TITLE, "body": WHY, "addition": "Mer.", "reason": "Nej.", "version": 1 });

        for (idea, foreign, unknown, staff) in [(&open, 403, 401, 403), (&screening, 404, 404, 403)] {
            for (client, status) in [(&rut, foreign), (&visitor, unknown), (&bo, staff)] {
                client.api_put(&path(idea), &body).expect(status);
                for what in ["additions", "withdrawal", "appeal"] {
                    client.api_post(&idea.api(what), &body).expect(status);
                }
            }
        }

        assert_eq!((open.state(&app), screening.state(&app)), (State::Open, State::Screening));
    }

    fn an_idea_tells_who_decided_what_and_who_carries_it_out(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);

        let read = app.visitor().api_get(&path(&idea)).expect(200).json();

        assert_eq!((&read["group"]["slug"], &read["decision"]["outcome"]), (&json!("utbildning"), &json!("yes")));
        assert_eq!(read["owner"], json!({ "organisation": "Parkförvaltningen", "first_step_on": "2026-11-27" }));
        let next = &read["standing"]["next"];
        assert_eq!((&next["on"], &next["who"]), (&json!("2026-11-30"), &json!("Parkförvaltningen")));
        assert_eq!(read["timeline"].as_array().unwrap().last().unwrap()["kind"], json!("next"));
        app.advance_days(40);
        let late = app.visitor().api_get(&path(&idea)).expect(200).json();
        assert_eq!(late["standing"]["next"]["is_late"], json!(true));
    }

    fn an_answer_costs_at_most_six_statements(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        app.follow_search();
        app.visitor().api_get("/api/v1/results").expect(200);

        for path in [&*path(&idea), &idea.api("versions"), "/api/v1/ideas?group=utbildning&sort=shuffled",
            "/api/v1/ideas?q=b%C3%A4nkar&group=utbildning", "/api/v1/results"] {
            // The first call makes the token.
            idea.author.api_get(path).expect(200);
            let before = app.db.statements();
            idea.author.api_get(path).expect(200);
            let spent = app.db.statements() - before;
            assert!((1..=MOST_STATEMENTS).contains(&spent), "{spent} statements for {path}");
        }
    }

    fn the_results_count_the_ideas_of_a_year(app: TestApp) {
        app.idea_in(State::Done);
        app.idea_in(State::Refused);
        let declined = app.idea_in(State::Declined);

        let results = app.visitor().api_get("/api/v1/results").expect(200).json();

        let year = &results["years"][0];
        assert_eq!((&year["year"], &year["received"], &year["published"]), (&json!(2026), &json!(3), &json!(2)));
        assert_eq!((&year["decided_yes"], &year["decided_no"], &year["done"]), (&json!(1), &json!(1), &json!(1)));
        assert_eq!(year["refused"], json!([{ "ground": "R10", "ideas": 1 }]));
        let step = &year["steps"][0];
        assert_eq!((&step["step"], &step["median_days"], &step["promised_days"]), (&json!("read"), &json!(2), &json!(7)));
        let not_done = results["not_done"].as_array().unwrap();
        assert_eq!(not_done.len(), 1);
        assert_eq!(not_done[0]["number"], json!(declined.number));
    }
}
