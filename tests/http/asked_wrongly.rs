//! Lists that are asked for something that they do not know: what it was and what there is.

use crate::support::State;

on_both_databases! {
    fn an_unknown_filter_is_told_as_one(app: TestApp) {
        app.idea_in(State::Open);
        app.follow_search();
        let visitor = app.visitor();

        for query in [
            "state=x",
            "state=screening",
            "theme=x",
            "area=x",
            "language=xx",
            "sort=x",
            "sort=match",
            "group=nowhere",
            "q=b%C3%A4nkar&group=nowhere",
            "q=b%C3%A4nkar&sort=shuffled",
        ] {
            for path in ["/api/v1/ideas", "/api/v1/search"] {
                // Without words a search lists nothing, so it looks up no group.
                if path.ends_with("search") && query == "group=nowhere" {
                    continue;
                }
                let answer = visitor.api_get(&format!("{path}?{query}")).expect(400);
                assert_eq!(answer.problem(), "unknown-filter", "{answer}");
                let name = query.split(['=', '&']).rev().nth(1).unwrap_or_default();
                assert!(answer.json()["error"]["message"].as_str().is_some_and(|words| words.contains(name)), "{answer}");
            }
        }
        let place = visitor.api_get("/api/v1/ideas?cursor=x").expect(400);
        assert_eq!(place.problem(), "unknown-place", "{place}");
        let parameter = visitor.api_get("/api/v1/ideas?colour=red").expect(400);
        assert_eq!(parameter.problem(), "unknown-parameter", "{parameter}");
        assert!(parameter.body.contains("theme"), "what there is stands in the message: {parameter}");
        let page = visitor.get("/ideas?sort=fastest").expect(400);
        assert!(page.page().main_text().contains("\"fastest\""), "{page}");
        assert_eq!(page.page().link("Visa hela listan"), "/ideas");
    }

    fn a_text_too_long_to_look_for_stays_in_its_field(app: TestApp) {
        let long = "bänk ".repeat(60);
        for path in ["/ideas", "/search"] {
            let query = serde_urlencoded::to_string([("q", long.as_str()), ("theme", "fritid"), ("sort", "match")]).unwrap();

            let answer = app.visitor().get(&format!("{path}?{query}")).expect(422);

            let page = answer.page();
            assert!(page.text_of("#f-q-error").contains("högst 200 tecken"), "{answer}");
            assert!(answer.body.contains(long.trim_end()), "the words stay: {answer}");
            assert!(page.has("option[value=fritid][selected]"), "{answer}");
        }
    }
}
