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
            "theme=fritid&theme=x",
            "year=02026",
            "group=nowhere",
            "sort=ends&state=done&group=nowhere",
            "q=b%C3%A4nkar&group=nowhere",
        ] {
            for path in ["/api/v1/ideas", "/api/v1/search"] {
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

    fn the_form_of_a_list_leads_to_no_error(app: TestApp) {
        app.idea_in(State::Open);
        app.follow_search();
        let visitor = app.visitor();

        for path in ["/ideas", "/search", "/ideas?q=b%C3%A4nkar", "/search?q=b%C3%A4nkar"] {
            let page = visitor.get(path).expect(200).page();
            assert!(page.has("#f-sort option[value='']"), "the usual order is not sent: {path}");
            for order in ["", "last", "match", "shuffled", "support", "ends"] {
                for words in ["", "b%C3%A4nkar"] {
                    let list = path.split('?').next().unwrap_or_default();
                    visitor.get(&format!("{list}?q={words}&sort={order}")).expect(200);
                }
            }
        }
    }

    fn a_text_too_long_to_look_for_stays_in_its_field(app: TestApp) {
        let long = "bänk ".repeat(60);
        for path in ["/ideas", "/search"] {
            let query = serde_urlencoded::to_string([("q", long.as_str()), ("theme", "fritid"), ("sort", "match")]).unwrap();

            let answer = app.visitor().get(&format!("{path}?{query}")).expect(422);

            let page = answer.page();
            assert!(page.text_of("#f-q-error").contains("högst 200 tecken"), "{answer}");
            assert!(answer.body.contains(long.trim_end()), "the words stay: {answer}");
            assert!(page.has("input[name=theme][value=fritid][checked]"), "{answer}");
        }
    }
}
