//! What a list can be narrowed by: each count is what the choice leaves.

use crate::support::State;

on_both_databases! {
    fn each_choice_leaves_as_many_as_was_said(app: TestApp) {
        for state in [State::Open, State::Open, State::Done, State::WithGroup, State::Declined] {
            app.idea_in(state);
        }
        let hidden = app.idea_in(State::Open);
        app.hide(&hidden);
        app.idea_in(State::Screening);
        app.follow_search();
        let visitor = app.visitor();
        let list = |query: &str| visitor.api_get(&format!("/api/v1/ideas?{query}")).expect(200).json();
        let mut clicked = 0;

        for query in [
            "",
            "state=open",
            "state=open&state=done&theme=utbildning",
            "language=sv",
            "group=utbildning&language=sv",
            "sort=ends",
            "q=b%C3%A4nkar",
            "q=b%C3%A4nkar&state=open",
            "q=b%C3%A4nkar+rymdraket&state=done",
            "q=b%C3%A4nkar&sort=ends",
        ] {
            let whole = list(query);
            let names: Vec<&str> = whole["facets"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
            assert_eq!(names, ["theme", "area", "state", "group", "language", "year"], "{query:?}");
            for facet in whole["facets"].as_array().unwrap() {
                let name = facet["name"].as_str().unwrap();
                let others: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with(&format!("{name}="))).collect();
                for value in facet["values"].as_array().unwrap() {
                    let narrowed = format!("{}&{name}={}", others.join("&"), value["value"].as_str().unwrap());
                    assert_eq!(list(&narrowed)["total"], value["count"], "{query:?}, then {narrowed:?}");
                    clicked += 1;
                }
            }
        }
        assert!(clicked > 40, "{clicked}");
    }
}
