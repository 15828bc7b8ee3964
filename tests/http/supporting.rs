//! Supporting and following an idea, with a sign-in and by mail, as pages and as JSON.

use diesel::prelude::*;
use medskapa::kernel::IdeaId;
use serde_json::json;

use crate::support::{Answer, Client, Staged, State, TestApp};

/// How many support an idea, as everyone reads it.
fn count(app: &TestApp, idea: &Staged) -> i64 {
    app.visitor().api_get(&idea.api("support")).expect(200).json()["count"].as_i64().expect("a count")
}

/// The address of the confirming page in the newest mail to somebody.
#[track_caller]
fn mailed_link(app: &TestApp, email: &str) -> String {
    app.run_jobs();
    let mails = app.mails_to(email);
    let text = &mails.last().expect("a mail").mail.text;
    let from = text.find("/support/").expect("a link to confirm the support");
    text.get(from..).and_then(|link| link.split_whitespace().next()).expect("an address").to_owned()
}

fn ask_for_mail(visitor: &Client, idea: &Staged, email: &str) -> Answer {
    visitor.send_form(&idea.path(), &idea.at("support/request"), &[("email", email)])
}

/// What is stored that could tie an address to an idea: the ideas of its links, and how many
/// events the idea has.
fn traces(app: &TestApp, idea: &Staged, email: &str) -> (Vec<Option<IdeaId>>, usize) {
    use diesel::prelude::*;
    use medskapa::db::schema::mailed_tokens;
    app.read(|conn| {
        let links = mailed_tokens::table.filter(mailed_tokens::email.eq(email)).select(mailed_tokens::idea_id);
        let events = medskapa::journal::of_idea(conn, idea.id, true, 100)?;
        Ok((links.load(conn)?, events.len()))
    })
}

/// How many follow an idea.
fn followers(app: &TestApp, idea: &Staged) -> i64 {
    use medskapa::db::schema::follows::dsl;
    app.read(|conn| Ok(dsl::follows.filter(dsl::idea_id.eq(idea.id)).count().get_result(conn)?))
}

on_both_databases! {
    fn a_resident_supports_with_one_button_and_takes_it_back_with_another(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");

        let given = rut.send_form(&idea.path(), &idea.at("support"), &[]).expect(303);
        assert_eq!(rut.follow(&given).page().notice(), "Tack! Ditt stöd räknas.");
        assert_eq!(count(&app, &idea), 1);

        let taken = rut.send_form(&idea.path(), &idea.at("support/end"), &[]).expect(303);
        assert_eq!(rut.follow(&taken).page().notice(), "Du har tagit tillbaka ditt stöd.");
        assert_eq!(count(&app, &idea), 0);
    }

    fn the_same_button_pressed_twice_counts_once(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");

        rut.post(&idea.at("support"), &[]).expect(303);
        rut.post(&idea.at("support"), &[]).expect(303);

        assert_eq!(count(&app, &idea), 1);
    }

    fn a_support_is_given_and_taken_back_over_the_api(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");

        let given = rut.api_post(&idea.api("support"), &json!({})).expect(200).json();
        assert_eq!((&given["supports"], &given["count"]), (&json!(true), &json!(1)));
        assert_eq!(rut.api_get(&idea.api("support")).expect(200).json()["supports"], json!(true));
        let taken = rut.api_delete(&idea.api("support")).expect(200).json();
        assert_eq!((&taken["supports"], &taken["count"]), (&json!(false), &json!(0)));

        assert_eq!(app.visitor().api_post(&idea.api("support"), &json!({})).expect(401).problem(), "sign-in-needed");
        let closed = app.idea_in(State::WithGroup);
        assert_eq!(rut.api_post(&closed.api("support"), &json!({})).expect(409).problem(), "support-closed");
    }

    fn a_stranger_supports_by_mail_and_a_link_that_is_only_opened_counts_nothing(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let visitor = app.visitor();

        let asked = ask_for_mail(&visitor, &idea, "ny@example.org").expect(303);
        assert!(visitor.follow(&asked).page().notice().contains("mejl"));
        let link = mailed_link(&app, "ny@example.org");
        for _ in 0..3 {
            visitor.get(&link).expect(200);
        }
        assert_eq!(count(&app, &idea), 0, "a mail scanner opens links");

        // Another device: the link carries everything.
        let elsewhere = app.visitor();
        let confirmed = elsewhere.send_form(&link, &link, &[("follow", "yes")]).expect(303);
        assert_eq!(count(&app, &idea), 1);
        assert_eq!(elsewhere.follow(&confirmed).page().heading(), "Tack! Ditt stöd räknas.");
    }

    fn the_page_after_it_takes_the_support_back(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let visitor = app.visitor();
        ask_for_mail(&visitor, &idea, "ny@example.org").expect(303);
        let link = mailed_link(&app, "ny@example.org");
        let after = visitor.send_form(&link, &link, &[]).expect(303).location().to_owned();

        let taken = visitor.send_form(&after, &after, &[("end", "yes")]).expect(303);

        assert_eq!(visitor.follow(&taken).page().heading(), "Du har tagit tillbaka ditt stöd");
        assert_eq!(count(&app, &idea), 0);
    }

    fn the_confirming_button_pressed_twice_gives_the_first_result(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let visitor = app.visitor();
        ask_for_mail(&visitor, &idea, "ny@example.org").expect(303);
        let link = mailed_link(&app, "ny@example.org");

        visitor.post(&link, &[]).expect(303);
        let again = visitor.post(&link, &[]).expect(303);

        assert_eq!(visitor.follow(&again).page().notice(), "Tack! Ditt stöd räknas.");
        assert_eq!(count(&app, &idea), 1);
    }

    fn nothing_ties_an_address_to_an_idea_when_the_support_is_confirmed(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let visitor = app.visitor();
        ask_for_mail(&visitor, &idea, "ny@example.org").expect(303);
        let link = mailed_link(&app, "ny@example.org");
        let (waiting, events) = traces(&app, &idea, "ny@example.org");
        assert_eq!(waiting, [Some(idea.id)]);

        visitor.post(&link, &[]).expect(303);

        assert_eq!(traces(&app, &idea, "ny@example.org"), (Vec::new(), events));
    }

    fn known_and_unknown_addresses_are_answered_alike_and_count_once(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        rut.post(&idea.at("support"), &[]).expect(303);
        let visitor = app.visitor();

        let known = ask_for_mail(&visitor, &idea, &rut.email());
        let unknown = ask_for_mail(&visitor, &idea, "ny@example.org");
        assert_eq!((known.status, known.location(), &known.bytes), (unknown.status, unknown.location(), &unknown.bytes));

        let link = mailed_link(&app, &rut.email());
        visitor.post(&link, &[]).expect(303);
        assert_eq!(count(&app, &idea), 1, "Rut supports it already");
        assert!(app.visitor().get("/account").status != 200, "confirming signs nobody in");
    }

    fn an_address_that_is_none_comes_back_with_its_words(app: TestApp) {
        let idea = app.idea_in(State::Open);

        let answer = ask_for_mail(&app.visitor(), &idea, "inte en adress").expect(422);

        assert!(answer.page().errors()[0].contains("e-postadress"));
        assert!(answer.body.contains("value=\"inte en adress\""));
        app.run_jobs();
        assert!(app.mails().is_empty());
    }

    fn a_link_works_for_a_week_and_a_made_up_one_never(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let visitor = app.visitor();
        ask_for_mail(&visitor, &idea, "ny@example.org").expect(303);
        let link = mailed_link(&app, "ny@example.org");

        for wrong in [format!("{link}1"), "/support/nonsense".to_owned(), "/support/1.2.3.4".to_owned()] {
            assert_eq!(visitor.get(&wrong).status, 410, "{wrong}");
            assert_eq!(visitor.post(&wrong, &[]).status, 410, "{wrong}");
            assert_eq!(visitor.post(&wrong, &[("end", "yes")]).status, 410, "{wrong}");
        }
        app.advance_days(8);
        assert_eq!(visitor.get(&link).status, 410);
        assert_eq!(visitor.post(&link, &[]).status, 410);
        assert_eq!(count(&app, &idea), 0);
    }

    fn the_tick_on_the_confirming_page_follows_the_idea(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let visitor = app.visitor();
        ask_for_mail(&visitor, &idea, "ny@example.org").expect(303);
        let link = mailed_link(&app, "ny@example.org");

        visitor.send_form(&link, &link, &[("follow", "yes")]).expect(303);

        assert_eq!(followers(&app, &idea), 1);
    }

    fn a_resident_follows_and_stops(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");

        let followed = rut.send_form(&idea.path(), &idea.at("follow"), &[]).expect(303);
        assert!(rut.follow(&followed).page().notice().starts_with("Du följer idén."));
        rut.send_form(&idea.path(), &idea.at("follow/end"), &[]).expect(303);

        assert_eq!(rut.api_post(&idea.api("follow"), &json!({})).expect(200).json()["follows"], json!(true));
        assert_eq!(rut.api_delete(&idea.api("follow")).expect(200).json()["follows"], json!(false));
        assert_eq!(followers(&app, &idea), 0);
    }

    fn the_support_that_reaches_the_goal_brings_the_idea_to_its_group(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let goal = app.config.town.support_goal;
        for place in 1..goal {
            let person = app.resident(&format!("Boende{place}"));
            app.write(|tx| {
                let name = medskapa::support::supporter_key(&app.town, idea.id, person.id());
                medskapa::support::store::add(tx, idea.id, &name)?;
                medskapa::ideas::store::count_supports(tx, idea.id, 1)
            });
        }
        assert_eq!(idea.state(&app), State::Open);

        app.resident("Rut").post(&idea.at("support"), &[]).expect(303);

        assert_eq!(idea.state(&app), State::WithGroup);
        let page = app.visitor().get(&idea.path()).expect(200);
        assert!(page.page().main_text().contains(&format!("{goal} personer stödjer idén.")), "{page}");
        let late = app.resident("Sen").post(&idea.at("support"), &[]);
        assert_eq!(late.status, 409);
    }
}
