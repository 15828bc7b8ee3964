//! What goes another way than it did is told to whoever waits for it, and to whoever need not do it any more.

use medskapa::journal::Event;
use medskapa::kernel::Actor;
use serde_json::json;

use crate::support::{Client, Staged, State, TestApp};

impl TestApp {
    fn newest_text(&self, who: &Client) -> String {
        self.mails_to(&who.email()).pop().map(|sent| sent.mail.text.replace('\n', " ")).unwrap_or_default()
    }

    /// The page of the process group gives the idea to another group.
    fn move_to(&self, idea: &Staged, slug: &str) {
        let process = self.process("Petra");
        let fields = [("group", slug), ("reason", "Det är deras sak.")];
        process.send_form(&idea.at("desk"), &idea.at("correction"), &fields).expect(303);
        self.run_jobs();
    }
}

/// Asks somebody by form, and gives the address at which that one answers.
fn ask(app: &TestApp, idea: &Staged, days: i32) -> String {
    let (name, email) = (idea.asked.name(), idea.asked.email());
    let due_on = app.today().plus_days(days).to_string();
    let question = [("asked_name", name), ("asked_email", &*email), ("question", "Får vi?"), ("due_on", &*due_on)];
    idea.chair.send_form(&idea.at("desk"), &idea.at("inquiries"), &question).expect(303);
    let desk = idea.asked.get(&idea.at("desk")).expect(200).page();
    desk.forms().into_iter().find(|action| action.ends_with("/answer")).expect("a form to answer")
}

on_both_databases! {
    fn the_author_hears_what_the_asked_has_answered_and_whose_turn_it_is(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let form = ask(&app, &idea, 9);
        app.advance_days(2);
        idea.asked.send_form(&idea.at("desk"), &form, &[("answer", "Ja, det går bra.")]).expect(303);
        app.run_jobs();

        let told = app.newest_text(&idea.author);
        assert!(app.subjects_to(&idea.author).last().unwrap().ends_with("har svarat om din idé"));
        assert!(told.contains("Ja, det går bra.") && told.contains("Du får svar senast 2 december."), "{told}");
        let told = app.newest_text(&idea.chair);
        assert!(told.contains("Gruppen utbildning ska ge ett första svar senast 2 december."), "{told}");
    }

    fn who_asks_when_it_is_late_gains_no_day_and_the_author_reads_so(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.advance_days(12);
        app.run_jobs();
        let form = ask(&app, &idea, 9);
        idea.asked.send_form(&idea.at("desk"), &form, &[("answer", "Nej tack.")]).expect(303);
        app.run_jobs();

        let told = app.newest_text(&idea.author);
        assert!(told.contains("Du skulle ha fått svar redan 30 november."), "{told}");
        let page = app.visitor().get(&idea.path()).expect(200).page().main_text();
        assert!(page.contains("30 november"), "{page}");
    }

    fn somebody_else_who_carries_it_out_is_told_to_all_who_wait_and_the_one_before_is_free(app: TestApp) {
        let idea = app.idea_in(State::Accepted);
        let (rut, other) = (app.resident("Rut"), app.resident("Kim"));
        app.follows(&rut, &idea);
        app.advance_days(12);
        app.run_jobs();
        let day = app.today().plus_days(30).to_string();
        let asked = [("owner_email", &*other.email()), ("owner_name", "Kim"), ("organisation", "Vi"), ("first_step_on", &*day)];
        idea.chair.send_form(&idea.at("desk"), &idea.at("ownership"), &asked).expect(303);
        app.run_jobs();
        assert_eq!(
            app.subjects_to(&idea.owner).last().map(String::as_str),
            Some("Du behöver inte längre ansvara för ”Fler bänkar längs gångvägen”")
        );
        assert!(app.newest_text(&other).contains("Svara senast 9 december."), "{}", app.newest_text(&other));

        other.send_form(&idea.at("ownership"), &idea.at("ownership/answer"), &[("answer", "yes")]).expect(303);
        app.run_jobs();

        let told = app.newest_text(&idea.author);
        assert!(told.contains("Nytt datum är 1 januari. Vi ber om ursäkt."), "{told}");
        assert!(app.newest_text(&rut).contains("Nytt datum är 1 januari."), "{}", app.newest_text(&rut));
        assert!(!app.newest_text(&idea.secretary).contains("besluta"), "{}", app.newest_text(&idea.secretary));
        let history = app.visitor().get(&idea.path()).expect(200).page().text_of(".timeline");
        assert!(history.contains("Det första steget tas senast 1 januari, i stället för"), "{history}");
    }

    fn what_is_stopped_or_done_is_told_to_whoever_did_it_and_to_the_group(app: TestApp) {
        let (stopped, done) = (app.idea_in(State::UnderWay), app.idea_in(State::UnderWay));
        stopped.chair.send_form(&stopped.at("desk"), &stopped.at("stop"), &[("reason", "Pengarna tog slut.")]).expect(303);
        app.run_jobs();
        assert!(app.newest_text(&stopped.owner).contains("Du behöver inte göra något mer."));

        let version: i64 = done.version(&app).parse().unwrap();
        let result = json!({ "version": version, "result": "Bänkarna står där.", "measure": "12 bänkar" });
        done.owner.api_post(&done.api("completion"), &result).expect(200);
        app.run_jobs();

        for lead in [&done.chair, &done.secretary] {
            assert!(app.newest_text(lead).contains("Bänkarna står där."), "{}", app.newest_text(lead));
        }
    }

    fn a_group_that_loses_an_idea_to_another_hears_of_it(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.group("fritid");

        app.move_to(&idea, "fritid");

        let told = app.newest_text(&idea.chair);
        assert!(told.contains("Processgruppen har flyttat idén från er.") && told.contains("Det är deras sak."), "{told}");
    }

    fn a_ballot_without_an_answer_leads_to_the_ballot_and_its_end_is_told(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        app.advance_days(40);
        app.run_jobs();
        app.run_jobs();
        let told = app.newest_text(&idea.chair);
        assert!(told.contains("Omröstningen gav inget svar.") && told.contains("/ballots/"), "{told}");
        let path = told.split_whitespace().find_map(|word| word.split_once("/ballots/")).map(|(_, id)| format!("/ballots/{id}")).unwrap();

        let chair = app.signed_in(idea.chair.id(), idea.chair.name());
        chair.send_form(&path, &format!("{path}/result"), &[]).expect(303);
        app.run_jobs();

        assert_eq!(idea.state(&app), State::Proposal);
        let told = app.newest_text(&idea.author);
        assert!(told.contains("För få röstade") && told.contains("arbetar vidare med förslaget"), "{told}");
    }

    fn a_new_day_that_is_no_longer_the_newest_is_told_to_nobody(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let from = app.today().plus_days(10);
        let postponed = |days| Event::Postponed {
            idea: idea.id,
            from: from.number(),
            to: app.today().plus_days(days).number(),
            reason: "Vi hinner inte.".to_owned(),
        };
        app.happens(&Actor::System, &postponed(20));
        app.run_jobs();

        assert_eq!(app.subjects_to(&idea.author), Vec::<String>::new(), "the idea is owed on another day");
    }
}
