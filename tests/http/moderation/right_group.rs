//! The group that a moderator is told fits an idea that waits, and what teaches it.

use diesel::prelude::*;
use medskapa::db::schema::seats;
use serde_json::{Value, json};

use crate::support::{Client, Page, State, TestApp};

const PUMP: &str = "Cykelpump vid spårvagnen";
const PUMP_WHY: &str = "Den gamla pumpen är trasig och däcken blir platta.";
const OTHER_PUMP: &str = "Laga pumpen vid spårvagnen";
const OTHER_PUMP_WHY: &str =
    "Cykelpumpen vid hållplatsen är trasig sedan i våras, så vi leder cyklarna hem med platta däck.";
const UNSURE: &str = "Osäker – ingen grupp föreslås";

/// Sends an idea without an account; gives its number.
fn send(app: &TestApp, title: &str, why: &str) -> String {
    let idea = json!({ "title": title, "body": why, "area": "hela", "author_name": "Nora" });
    let sent = app.visitor().api_post("/api/v1/ideas", &idea).expect(201).json();
    sent["number"].as_str().expect("a number").to_owned()
}

fn path(number: &str) -> String {
    format!("/moderation/ideas/{number}")
}

/// What the moderator chooses by sending the form.
fn publish(app: &TestApp, siv: &Client, number: &str, group: &str) {
    let path = path(number);
    siv.send_form(&path, &path, &[("theme", "fritid"), ("group", group)]).expect(303);
    app.follow_search();
}

fn preselected(page: &Page, number: &str, field: &str) -> String {
    let fields = page.form_fields(&path(number));
    fields.into_iter().find(|(name, _)| name == field).map(|(_, value)| value).unwrap_or_default()
}

fn case(siv: &Client, number: &str) -> Value {
    siv.api_get(&format!("/api/v1/moderation/ideas/{number}")).expect(200).json()
}

fn suggested(case: &Value) -> Vec<&str> {
    case["suggestions"].as_array().expect("a list").iter().filter_map(|one| one["group"].as_str()).collect()
}

/// Three groups of which nothing tells one from another.
fn three_groups(app: &TestApp) {
    for slug in ["fritid", "trygghet", "utbildning"] {
        app.group(slug);
    }
}

on_both_databases! {
    fn where_nothing_points_to_a_group_nobody_is_suggested_and_the_moderator_chooses(app: TestApp) {
        three_groups(&app);
        let siv = app.moderator("Siv");
        let number = send(&app, PUMP, PUMP_WHY);
        let path = path(&number);

        let page = siv.get(&path).expect(200).page();
        let told = case(&siv, &number);
        let without = siv.send_form(&path, &path, &[("theme", "fritid")]).expect(422);

        assert!(page.main_text().contains(UNSURE), "{}", page.main_text());
        assert_eq!((preselected(&page, &number, "group"), preselected(&page, &number, "theme")), Default::default());
        assert_eq!((&told["suggestions"], told["unsure"].is_string()), (&json!([]), true));
        assert_eq!(without.page().errors().len(), 1, "{without}");
        assert_eq!(preselected(&without.page(), &number, "theme"), "fritid", "what was chosen stays");
        publish(&app, &siv, &number, "trygghet");
        assert!(app.visitor().get(&format!("/ideas/{number}")).expect(200).body.contains("Gruppen trygghet"));
    }

    fn the_choice_for_one_idea_is_suggested_for_the_next_and_a_correction_turns_it(app: TestApp) {
        three_groups(&app);
        let siv = app.moderator("Siv");
        let first = send(&app, PUMP, PUMP_WHY);
        publish(&app, &siv, &first, "fritid");

        let second = send(&app, OTHER_PUMP, OTHER_PUMP_WHY);
        let page = siv.get(&path(&second)).expect(200).page();
        assert_eq!(preselected(&page, &second, "group"), "fritid");
        assert!(page.main_text().contains(&format!("En liknande idé (”{PUMP}”) ligger hos Gruppen fritid.")));
        publish(&app, &siv, &second, "trygghet");

        let third = send(&app, OTHER_PUMP, OTHER_PUMP_WHY);
        let page = siv.get(&path(&third)).expect(200).page();
        let told = case(&siv, &third);
        assert_eq!(preselected(&page, &third, "group"), "trygghet");
        assert_eq!((suggested(&told)[0], &told["unsure"]), ("trygghet", &Value::Null));
        let best = &told["suggestions"][0];
        let percent = best["percent"].as_u64().expect("a number");
        assert!((50..=95).contains(&percent), "{best}");
        assert!(page.main_text().contains(&format!("få rätt {percent} gånger av 100")), "{}", page.main_text());
    }

    fn an_idea_that_was_handed_over_speaks_for_the_group_that_has_it_now(app: TestApp) {
        let lies = app.idea_in(State::WithGroup);
        let waits = app.idea_in(State::Screening);
        let receiver = app.chair_of(app.group("fritid"));
        let siv = app.moderator("Siv");
        app.follow_search();
        assert_eq!(suggested(&case(&siv, &waits.number))[0], "utbildning");

        let fields = [("group", "fritid"), ("reason", "Det är er sak.")];
        lies.chair.send_form(&lies.at("desk"), &lies.at("handover"), &fields).expect(303);
        receiver.send_form(&lies.at("desk"), &lies.at("handover/answer"), &[("answer", "yes")]).expect(303);
        app.follow_search();

        assert_eq!(suggested(&case(&siv, &waits.number))[0], "fritid");
    }

    fn a_hidden_idea_is_not_named_even_while_the_index_still_holds_it_and_then_teaches_nothing(app: TestApp) {
        three_groups(&app);
        let siv = app.moderator("Siv");
        let first = send(&app, PUMP, PUMP_WHY);
        publish(&app, &siv, &first, "fritid");
        let second = send(&app, OTHER_PUMP, OTHER_PUMP_WHY);
        assert_eq!(suggested(&case(&siv, &second)), ["fritid"]);

        let hide = format!("{}/visibility", path(&first));
        let version = case(&siv, &first)["version"].to_string();
        let words = [("choice", "hide"), ("ground", "R5"), ("words", "Det kränker en granne."), ("version", &version)];
        siv.post(&hide, &words).expect(303);
        let page = siv.get(&path(&second)).expect(200);
        assert!(!page.body.contains(PUMP), "{page}");
        assert!(!case(&siv, &second).to_string().contains(PUMP));

        app.follow_search();
        let page = siv.get(&path(&second)).expect(200);
        assert!(page.page().main_text().contains(UNSURE), "{page}");
        assert!(!page.body.contains(PUMP), "{page}");
    }

    fn an_idea_that_was_refused_or_waits_itself_teaches_nothing(app: TestApp) {
        three_groups(&app);
        let siv = app.moderator("Siv");
        let (refused, _waits) = (send(&app, PUMP, PUMP_WHY), send(&app, PUMP, PUMP_WHY));
        let version = case(&siv, &refused)["version"].to_string();
        let words = [("choice", "refuse"), ("ground", "R5"), ("words", "Det kränker en granne."), ("version", &version)];
        siv.post(&path(&refused), &words).expect(303);
        app.follow_search();

        let told = case(&siv, &send(&app, OTHER_PUMP, OTHER_PUMP_WHY));

        assert_eq!(told["suggestions"], json!([]));
        assert!(!told.to_string().contains(PUMP), "{told}");
    }

    fn a_group_that_everybody_has_left_is_not_suggested_any_more(app: TestApp) {
        let lies = app.idea_in(State::Open);
        let waits = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        app.follow_search();
        assert_eq!(suggested(&case(&siv, &waits.number)), ["utbildning"]);

        let yesterday = app.today().plus_days(-1);
        app.write(|tx| {
            let all = seats::table.filter(seats::group_id.eq(lies.group));
            diesel::update(all).set((seats::starts_on.eq(yesterday), seats::ends_on.eq(Some(yesterday)))).execute(tx.conn)?;
            Ok(())
        });

        let told = case(&siv, &waits.number);
        assert_eq!((&told["suggestions"], told["unsure"].is_string()), (&json!([]), true));
        assert!(!told["look_alikes"].as_array().unwrap().is_empty(), "the idea alike is still shown as one");
    }

    fn groups_that_ideas_alike_are_shared_among_are_named_as_the_reason_for_doubt(app: TestApp) {
        three_groups(&app);
        let siv = app.moderator("Siv");
        for group in ["fritid", "trygghet", "utbildning"] {
            let number = send(&app, PUMP, PUMP_WHY);
            publish(&app, &siv, &number, group);
        }

        let number = send(&app, PUMP, PUMP_WHY);
        let page = siv.get(&path(&number)).expect(200).page();

        assert_eq!(preselected(&page, &number, "group"), "");
        assert!(page.main_text().contains("Flera grupper passar ungefär lika bra: Gruppen"), "{}", page.main_text());
        assert_eq!(page.texts_of("#alike ~ ul > li").len(), 3);
    }
}
