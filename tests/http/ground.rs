//! What holds for every request, whatever feature it is meant for.

use crate::support::{State, TestApp};

on_both_databases! {
    fn an_unknown_address_gives_a_page_in_the_visitors_language(app: TestApp) {
        let visitor = app.visitor();

        let answer = visitor.get("/no-such-page");

        assert_eq!(answer.status, 404);
        assert!(!answer.page().heading().is_empty(), "{answer}");
    }

    fn an_idea_can_be_put_into_every_state(app: TestApp) {
        for state in State::ALL {
            let idea = app.idea_in(*state);

            assert_eq!(idea.state(&app), *state);
            assert_eq!(idea.number.is_empty(), *state == State::Draft);
        }
    }
}
