//! The search page: what it finds is grouped, and what was meant is offered.

use crate::saved_searches::publish;
use crate::support::TestApp;

fn comment(app: &TestApp, number: &str, words: &str) {
    let comment = serde_json::json!({ "kind": "addition", "body": words });
    app.resident("Kim").api_post(&format!("/api/v1/ideas/{number}/comments"), &comment).expect(201);
    app.follow_search();
}

on_both_databases! {
    fn hits_are_grouped_by_where_the_words_stand(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| config.town.comments_are_reviewed = false) else { return };
        let (one, other) = (
            publish(&app, "Bänkar i parken", "Äldre behöver vila på vägen hem."),
            publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna."),
        );
        comment(&app, &one, "Sätt dit en rutschkana också!");
        comment(&app, &other, "En bra rutschkana är lång.");

        let page = app.visitor().get("/search?q=rutschkana").expect(200).page();

        let headings = page.texts_of("main h2");
        let at = |text: &str| headings.iter().position(|heading| heading.contains(text)).expect(text);
        assert!(at("I idéerna") < at("I kommentarer"), "{headings:?}");
        assert_eq!(page.texts_of("main h3"), ["En rutschkana vid skolan", "Bänkar i parken"]);
        assert!(page.links().iter().any(|(_, to)| to.starts_with(&format!("/ideas/{one}#comment-"))));
        // One kind alone stands under no heading of its own.
        let alone = app.visitor().get("/search?q=parken").expect(200).page();
        assert!(alone.texts_of("main h2").iter().any(|heading| heading == "Bänkar i parken"));
    }

    fn choices_without_words_are_answered(app: TestApp) {
        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        let visitor = app.visitor();

        for path in ["/search?theme=utbildning", "/search?sort=support", "/search?q=&area=svartedalen"] {
            let page = visitor.get(path).expect(200).page();
            assert_eq!(page.link("En rutschkana vid skolan"), format!("/ideas/{number}"), "{path}");
        }
        let listed = visitor.api_get("/api/v1/search?theme=utbildning").expect(200).json();
        assert_eq!(listed["ideas"].as_array().map(Vec::len), Some(1), "{listed}");
        assert!(!visitor.get("/search").expect(200).body.contains("rutschkana"));
    }

    fn what_was_meant_can_be_watched_and_what_was_typed(app: TestApp) {
        publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        app.follow_search();
        let rut = app.resident("Rut");

        let answer = rut.get("/search?q=rutshkana").expect(200);

        let text = answer.page().main_text();
        assert!(text.contains("Bevaka ’rutschkana’"), "{text}");
        assert!(text.contains("Bevaka ’rutshkana’"), "nobody may have used it yet: {text}");
        for watched in ["q=rutschkana", "q=rutshkana"] {
            assert!(answer.body.contains(&format!("name=\"query\" value=\"{watched}\"")), "{watched}");
        }
    }

    fn groups_are_found_by_what_they_build_on_without_marks_and_misspelt(app: TestApp) {
        app.group("utbildning");
        let named = |words: &str| {
            let query = serde_urlencoded::to_string([("q", words)]).expect("a query");
            let found = app.visitor().api_get(&format!("/api/v1/search?{query}")).expect(200).json();
            found["groups"].as_array().map(Vec::len).expect("a list")
        };

        for words in ["stadsdelens plan", "\"stadsdelens plan\"", "manad", "tisdagar"] {
            let expected = usize::from(!matches!(words, "manad" | "tisdagar"));
            assert_eq!(named(words), expected, "{words}: when a group meets is not what it is about");
        }
        assert_eq!(named("stadsdelens -plan"), 0);
        assert_eq!(named("\"plan stadsdelens\""), 0);
    }
}
