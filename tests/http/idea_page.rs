//! `GET /ideas/{number}`: who may read it, what it says in each state, what it costs.

use crate::support::State;

/// Most statements for one page, with the one that looks up who asks.
const MOST_STATEMENTS: u64 = 6;

on_both_databases! {
    fn a_public_idea_is_read_by_everyone_and_another_by_its_author_and_staff(app: TestApp) {
        let visitor = app.visitor();
        let neighbour = app.resident("Nadia");
        let admin = app.admin("Ada");

        for state in State::ALL.iter().filter(|state| **state != State::Draft) {
            let idea = app.idea_in(*state);

            let everyone = if state.is_public() { 200 } else { 404 };
            visitor.get(&idea.path()).expect(everyone);
            neighbour.get(&idea.path()).expect(everyone);
            for insider in [&idea.author, &idea.moderator, &admin] {
                let shown = insider.get(&idea.path()).expect(200);
                assert!(!shown.page().text_of(".status-box").is_empty(), "{shown}");
                assert!(!shown.body.contains('['), "a text is missing: {shown}");
            }
        }
    }

    fn hidden_foreign_and_missing_answer_alike(app: TestApp) {
        let visitor = app.visitor();
        let hidden = app.idea_in(State::Open);
        app.hide(&hidden);
        let foreign = app.idea_in(State::Screening);

        let missing = visitor.get("/ideas/2026-9999").expect(404);

        assert_eq!(visitor.get(&hidden.path()).expect(404).body, missing.body);
        assert_eq!(visitor.get(&foreign.path()).expect(404).body, missing.body);
        assert_eq!(visitor.get("/ideas/no-number").expect(404).body, missing.body);
        hidden.author.get(&hidden.path()).expect(200);
    }

    fn a_page_costs_at_most_six_statements_in_every_state(app: TestApp) {
        for state in State::ALL.iter().filter(|state| **state != State::Draft) {
            let idea = app.idea_in(*state);

            for reader in [&idea.author, &idea.chair, &idea.moderator] {
                let before = app.db.statements();
                reader.get(&idea.path());

                let spent = app.db.statements() - before;
                assert!(spent <= MOST_STATEMENTS, "{spent} statements for {state}");
            }
        }
    }
}
