//! The language of a text: found, corrected by its author, searched by.

use crate::support::State;

const TITLE: &str = "Parken";
const BODY: &str = "Bänk, träd, vatten.";

on_both_databases! {
    fn an_author_corrects_the_language_of_a_text(app: TestApp) {
        let author = app.resident("Amina");
        author.send_form("/ideas/new", "/ideas/new", &[("title", TITLE)]).expect(303);
        author.send_form("/ideas/new/why", "/ideas/new/why", &[("body", BODY)]).expect(303);
        author.send_form("/ideas/new/where", "/ideas/new/where", &[]).expect(303);
        author.send_form("/ideas/new/contact", "/ideas/new/contact", &[("author_name", "Amina")]).expect(303);
        let check = author.get("/ideas/new/check").expect(200).page();
        assert_eq!(check.attribute("#language option[selected]", "value").as_deref(), Some("sv"));

        let wrong = author.post("/ideas/new/send", &[("language", "xx")]).expect(422).page();
        assert_eq!(wrong.errors().len(), 1, "{:?}", wrong.errors());
        let sent = author.send_form("/ideas/new/check", "/ideas/new/send", &[("language", "so")]).expect(303);

        author.follow(&sent).expect(200);
        let number = author.get("/ideas/new/thanks").expect(200).page().text_of(".confirmation-number");
        let path = format!("/ideas/{number}");
        assert_eq!(author.get(&path).expect(200).page().attribute("h1", "lang").as_deref(), Some("so"));

        // What was chosen stays when the text is written anew, until it is changed again.
        let edit = format!("{path}/edit");
        author.send_form(&edit, &edit, &[("body", "Bänk, träd och vatten.")]).expect(303);
        assert_eq!(author.get(&path).expect(200).page().attribute("h1", "lang").as_deref(), Some("so"));
        author.send_form(&edit, &edit, &[("language", "sv")]).expect(303);
        assert_eq!(author.get(&path).expect(200).page().attribute("h1", "lang").as_deref(), Some("sv"));
        assert_eq!(author.send_form(&edit, &edit, &[]).expect(422).page().errors().len(), 1, "nothing was changed");
    }

    fn the_api_takes_the_language_and_refuses_an_unknown_one(app: TestApp) {
        let author = app.resident("Amina");
        let idea = |language: &str| serde_json::json!({
            "title": TITLE, "body": BODY, "author_name": "Amina", "language": language, "form_key": "a-key-that-is-long-enough",
        });

        let refused = author.api_post("/api/v1/ideas", &idea("klingonska")).expect(422).json();
        assert_eq!(refused["error"]["fields"][0]["field"], "language", "{refused}");
        let sent = author.api_post("/api/v1/ideas", &idea("ar")).expect(201).json();

        let number = sent["number"].as_str().expect("a number");
        assert_eq!(author.api_get(&format!("/api/v1/ideas/{number}")).expect(200).json()["language"], "ar");
    }

    fn what_is_typed_is_completed_from_what_anybody_can_read(app: TestApp) {
        app.idea_in(State::Open);
        app.follow_search();
        let visitor = app.visitor();
        let ask = |path: &str, typed: &str| {
            let query = serde_urlencoded::to_string([("q", typed)]).expect("a query");
            visitor.get(&format!("{path}?{query}")).expect(200).json()["completions"].clone()
        };

        for path in ["/completions.json", "/api/v1/search/completions"] {
            let completed = ask(path, "fler bän");
            assert!(completed.as_array().is_some_and(|words| words.iter().any(|found| found == "fler bänkar")), "{completed}");
            let none = serde_json::json!([]);
            assert_eq!(ask(path, "fler bän "), none, "the word is finished");
            for nothing in ["", "\u{0}", "'; DROP TABLE ideas; --", "(.*", &"å".repeat(10_000)] {
                let query = serde_urlencoded::to_string([("q", nothing)]).expect("a query");
                let answer = visitor.get(&format!("{path}?{query}"));
                assert!(answer.status < 500, "{} for {} letters", answer.status, nothing.len());
            }
        }
        assert!(visitor.get("/search").expect(200).page().has("input[data-completions-url]"));
    }
}
