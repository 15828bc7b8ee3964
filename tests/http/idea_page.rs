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

    fn a_refusal_tells_what_can_be_done_about_it_and_after_a_new_review_that_it_stands(app: TestApp) {
        let idea = app.idea_in(State::Refused);
        let (siv, screen) = (app.moderator("Siv"), format!("/moderation/ideas/{}", idea.number));
        let author = &idea.author;

        let first = author.get(&idea.path()).page();
        assert!(!first.main_text().contains("Skicka sedan idén igen"), "{}", first.main_text());
        assert!(first.text_of(".notice-warning").contains("En annan moderator läser då idén på nytt."));
        assert_eq!(first.link("Begär ny prövning"), idea.at("appeal"));
        assert!(!siv.get(&idea.path()).page().main_text().contains("Tycker du att vi har fel?"));

        author.send_form(&idea.at("appeal"), &idea.at("appeal"), &[("reason", "Jag menade ingen särskild.")]).expect(303);
        let words = "Texten pekar fortfarande ut en person.";
        let version = idea.version(&app);
        let refusal = [("choice", "refuse"), ("ground", "R5"), ("words", words), ("version", &*version)];
        siv.post(&screen, &refusal).expect(303);
        app.run_jobs();

        let last = author.get(&idea.path()).page();
        assert!(last.text_of(".notice-warning").contains("Beslutet gäller."), "{}", last.main_text());
        assert!(!last.links().iter().any(|(_, to)| *to == idea.at("appeal")));
        author.get(&idea.at("appeal")).expect(409);
        let mails = app.mails_to("amina@example.org");
        let told = &mails.iter().rfind(|mail| mail.mail.kind == "refused").expect("a mail").mail.text;
        assert!(told.contains("Beslutet gäller.") && !told.contains("/appeal"), "{told}");
    }

    fn what_never_was_open_has_nothing_to_report_or_support(app: TestApp) {
        for (state, was_open) in [
            (State::Screening, false),
            (State::Returned, false),
            (State::Refused, false),
            (State::Open, true),
            (State::Declined, true),
        ] {
            let idea = app.idea_in(state);

            for reader in [&idea.author, &idea.moderator] {
                let page = reader.get(&idea.path()).expect(200).page();

                let reports = page.links().iter().any(|(_, to)| *to == idea.at("reports"));
                assert_eq!((reports, page.has(".support-box")), (was_open, was_open), "{state}");
            }
        }
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

mod after_some_days {
    use crate::support::{State, TestApp};

    on_both_databases! {
        fn a_refusal_cannot_be_reviewed_anew_after_its_time(kind: Kind) {
            let Some(app) = TestApp::with(kind, |config| config.town.clocks.appeal_days = 2) else { return };
            let idea = app.idea_in(State::Refused);
            app.advance_days(3);

            let page = idea.author.get(&idea.path()).expect(200).page();

            assert!(page.text_of(".notice-warning").contains("Tiden för att begära ny prövning är slut."));
            assert!(!page.links().iter().any(|(_, to)| *to == idea.at("appeal")));
            idea.author.get(&idea.at("appeal")).expect(409);
        }
    }
}
