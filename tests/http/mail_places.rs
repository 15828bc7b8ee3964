//! The link of a mail to those who owe the next step leads to the very form, open and in sight.

use medskapa::journal::Event;
use medskapa::kernel::Actor;

use crate::mails::came_to_group;
use crate::support::{Client, Page, Staged, State, TestApp};

/// Opens what the newest mail to somebody leads to on the desk; gives the page and the place on it.
fn led_to(app: &TestApp, idea: &Staged, reader: &Client) -> (Page, String) {
    let mail = app.mails_to(&reader.email()).pop().expect("a mail").mail.text;
    let desk = mail.lines().find(|line| line.contains(&idea.at("desk"))).unwrap_or_else(|| panic!("{mail}"));
    let (_, path) = desk.split_at(desk.find("/ideas/").expect("an address"));
    let (path, place) = path.split_once('#').unwrap_or_else(|| panic!("no place on the page: {desk}"));
    (reader.get(path).expect(200).page(), format!("#{place}"))
}

/// The address of the one form that stands open where the newest mail leads.
fn opened(app: &TestApp, idea: &Staged, reader: &Client) -> String {
    let (page, place) = led_to(app, idea, reader);
    assert_eq!(page.texts_of("details[open]").len(), 1);
    page.attribute(&format!("details{place}[open] form"), "action").unwrap_or_else(|| panic!("{place} is not open"))
}

fn asked_by_the_group(app: &TestApp) -> Staged {
    let idea = app.idea_in(State::WithGroup);
    let due_on = app.today().plus_days(9).to_string();
    let question = [
        ("asked_name", idea.asked.name()),
        ("asked_email", &*idea.asked.email()),
        ("question", "Får vi?"),
        ("due_on", &*due_on),
    ];
    idea.chair.send_form(&idea.at("desk"), &idea.at("inquiries"), &question).expect(303);
    app.run_jobs();
    idea
}

on_both_databases! {
    fn a_first_answer_begins_with_the_choice_of_a_way(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();

        let (page, place) = led_to(&app, &idea, &idea.chair);

        assert!(page.has(&place) && place == "#ways", "{place}");
        assert_eq!(page.texts_of("details[open]").len(), 0, "it is theirs to choose");
    }

    fn who_is_asked_answers_where_the_mail_leads(app: TestApp) {
        let idea = asked_by_the_group(&app);

        let form = opened(&app, &idea, &idea.asked);

        assert!(form.ends_with("/answer") && form.contains("/inquiries/"), "{form}");
        idea.asked.send_form(&idea.at("desk"), &form, &[("answer", "Ja, det går bra.")]).expect(303);
        app.run_jobs();
        assert_eq!(led_to(&app, &idea, &idea.chair).1, "#ways");
    }

    fn a_group_that_is_offered_an_idea_says_yes_or_no_where_the_mail_leads(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let receiver = app.chair_of(app.group("fritid"));
        let offer = [("group", "fritid"), ("reason", "Det är er sak.")];
        idea.chair.send_form(&idea.at("desk"), &idea.at("handover"), &offer).expect(303);
        app.run_jobs();

        assert_eq!(opened(&app, &idea, &receiver), idea.at("handover/answer"));
    }

    fn a_short_answer_is_written_where_the_mail_leads(app: TestApp) {
        let idea = app.idea_in(State::Closed);
        app.happens(&Actor::System, &Event::ClosedUnsupported { idea: idea.id });
        app.run_jobs();

        assert_eq!(opened(&app, &idea, &idea.coordinator), idea.at("decision"));
    }

    fn the_group_decides_or_asks_another_where_the_mail_about_the_owner_leads(app: TestApp) {
        for (answer, reason, action) in [("yes", "", "decision"), ("no", "Vi hinner inte i år.", "ownership")] {
            let idea = app.idea_in(State::Proposal);
            let fields = [("answer", answer), ("reason", reason)];
            idea.owner.send_form(&idea.at("ownership"), &idea.at("ownership/answer"), &fields).expect(303);
            app.run_jobs();

            assert_eq!(opened(&app, &idea, &idea.chair), idea.at(action));
        }
    }
}
