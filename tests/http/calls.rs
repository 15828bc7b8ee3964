//! Authors without e-mail: how they say where they are reached, and how staff tell them.

use diesel::prelude::*;
use medskapa::db::schema::{calls, idea_contacts, ideas};
use medskapa::ideas::store::contacts;
use medskapa::journal::Event;
use medskapa::kernel::reach::{PhoneNumber, PostalAddress, Reach};
use medskapa::kernel::{Actor, PersonId};
use serde_json::json;

use crate::mails::came_to_group;
use crate::support::{Client, Staged, State, TestApp};

const LIST: &str = "/moderation/calls";
const NUMBER: &str = "070-123 45 67";
const STORED: &str = "+46701234567";
const ADDRESS: &str = "Rut Ek\nGatan 3\n418 34 Göteborg";

fn phone() -> Reach {
    Reach::Phone(PhoneNumber::parse(NUMBER).expect("a number"))
}

impl TestApp {
    /// An idea whose author has left no e-mail but this.
    fn idea_reached_by(&self, state: State, reach: &Reach) -> Staged {
        let idea = self.idea_in(state);
        self.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            diesel::update(this).set(ideas::author_id.eq(None::<PersonId>)).execute(tx.conn)?;
            contacts::set(tx, idea.id, Some(reach))
        });
        idea
    }

    fn contacts_and_calls(&self) -> (i64, i64) {
        self.read(|conn| Ok((idea_contacts::table.count().get_result(conn)?, calls::table.count().get_result(conn)?)))
    }
}

/// Writes an idea up to the page about the contact.
fn write_up_to_contact(writer: &Client) {
    let title = [("title", "Sätt upp lampor längs gångvägen bakom skolan")];
    writer.send_form("/ideas/new", "/ideas/new", &title).expect(303);
    let why = [("body", "Det är mörkt efter klockan fyra. Alla som går hem får det bättre.")];
    writer.send_form("/ideas/new/why", "/ideas/new/why", &why).expect(303);
    writer.send_form("/ideas/new/where", "/ideas/new/where", &[("area", "svartedalen")]).expect(303);
}

fn leaves(writer: &Client, way: &str, field: (&str, &str)) -> crate::support::Answer {
    writer.post("/ideas/new/contact", &[("author_name", "Rut"), ("contact", way), field])
}

on_both_databases! {
    fn who_wants_to_be_called_is_called(app: TestApp) {
        let writer = app.visitor();
        write_up_to_contact(&writer);
        let page = writer.get("/ideas/new/contact").expect(200).page();
        assert_eq!(page.texts_of("#contact > .choice").len(), 4, "four ways, and none is chosen for one");
        leaves(&writer, "phone", ("phone", NUMBER)).expect(303);
        assert!(writer.get("/ideas/new/check").expect(200).page().main_text().contains("Telefon: +46701234567"));
        let kept = writer.get("/ideas/new/contact").expect(200).page();
        assert_eq!(kept.attribute("#phone", "value").as_deref(), Some(STORED), "the draft keeps it");
        writer.send_form("/ideas/new/check", "/ideas/new/send", &[]).expect(303);
        app.run_jobs();
        let number = writer.get("/ideas/new/thanks").expect(200).page().text_of(".confirmation-number");
        app.group("utbildning");
        let siv = app.moderator("Siv");
        assert!(siv.get(LIST).expect(200).page().main_text().contains("Ingen väntar"), "the receipt was on the page");

        let path = format!("/moderation/ideas/{number}");
        siv.send_form(&path, &path, &[("theme", "fritid"), ("group", "utbildning")]).expect(303);
        app.run_jobs();
        app.run_jobs();

        assert_eq!(app.mails().iter().filter(|sent| sent.mail.thread.as_deref() == Some(&*number)).count(), 0);
        let queue = siv.get("/moderation").expect(200).page();
        assert_eq!(queue.link("Ring eller skriv brev: 1 väntar"), LIST);
        let list = siv.get(LIST).expect(200).page();
        let call = siv.get(&list.link("Ring Rut")).expect(200).page();
        assert_eq!(call.link(STORED), "tel:+46701234567");
        let words = call.main_text();
        for part in ["Din idé är publicerad", "Sätt upp lampor", &*format!("/ideas/{number}"), "Jag har ringt"] {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert!(!words.contains("mejl"), "{words}");
    }

    fn what_is_done_is_marked_once_with_who_and_when_and_is_forgotten_after_a_month(app: TestApp) {
        let idea = app.idea_reached_by(State::WithGroup, &Reach::Letter(PostalAddress::parse(ADDRESS).expect("an address")));
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();
        let (siv, ada) = (app.moderator("Siv"), app.admin("Ada"));
        let path = siv.get(LIST).expect(200).page().link("Skriv till Amina");
        let letter = ada.get(&path).expect(200).page();
        assert_eq!(letter.text_of("address"), "Rut Ek Gatan 3 418 34 Göteborg");

        siv.send_form(&path, &format!("{path}/done"), &[]).expect(303);

        assert!(siv.get(LIST).expect(200).page().main_text().contains("Ingen väntar"));
        ada.post(&format!("{path}/done"), &[]).expect(409);
        let done = ada.get(&path).expect(200).page();
        assert!(done.text_of(".notice").starts_with("Gjort av Siv "), "{}", done.text_of(".notice"));
        app.advance_days(29);
        app.run_jobs();
        app.admin("Ada").get(&path).expect(200);
        app.advance_days(2);
        app.run_jobs();
        app.admin("Ada").get(&path).expect(404);
    }

    fn each_thing_is_told_once_and_only_what_an_author_is_mailed(app: TestApp) {
        let idea = app.idea_reached_by(State::WithGroup, &phone());
        let (with_mail, without) = (app.idea_in(State::WithGroup), app.idea_reached_by(State::WithGroup, &phone()));
        app.write(|tx| contacts::set(tx, without.id, None));
        for one in [&idea, &with_mail, &without] {
            app.happens(&Actor::System, &came_to_group(&app, one));
            app.happens(&Actor::System, &Event::AnswerCame { idea: one.id, inquiry: medskapa::kernel::InquiryId::new(1) });
        }
        app.run_jobs();
        let jobs: i64 = app.read(|conn| Ok(calls::table.filter(calls::idea_id.eq(idea.id)).count().get_result(conn)?));

        assert_eq!(jobs, 1);
        assert_eq!(app.contacts_and_calls().1, 1);
    }

    fn whoever_is_joined_by_another_idea_is_called_too(app: TestApp) {
        let (merged, into) = (app.idea_in(State::WithGroup), app.idea_reached_by(State::WithGroup, &phone()));

        app.happens(&Actor::System, &Event::Merged { idea: merged.id, into: into.id });
        app.run_jobs();

        let told: Vec<(i64, String, String)> =
            app.read(|conn| Ok(calls::table.select((calls::idea_id, calls::subject, calls::brief)).load(conn)?));
        let [(idea, subject, brief)] = &told[..] else { panic!("{told:?}") };
        assert_eq!((*idea, subject.as_str()), (into.id.get(), "En annan idé är ihopslagen med din"));
        assert!(brief.contains(&into.number) && !brief.contains(&merged.number), "{brief}");
    }

    fn of_what_is_not_shown_the_words_say_how_to_read_it(app: TestApp) {
        let idea = app.idea_reached_by(State::Returned, &phone());

        app.happens(&Actor::System, &Event::ShownAgain { idea: idea.id });
        app.run_jobs();

        let siv = app.moderator("Siv");
        let told = siv.api_get("/api/v1/moderation/calls").expect(200).json()["calls"][0].clone();
        let text = told["text"].as_str().expect("words");
        assert!(text.contains(&format!("/receipt med numret {}", idea.number)), "{text}");
        assert!(!text.contains(&format!("/ideas/{}", idea.number)), "{text}");
    }

    fn what_is_no_number_or_address_is_said_beside_it(app: TestApp) {
        let writer = app.visitor();
        write_up_to_contact(&writer);
        let told = |way, field| leaves(&writer, way, field).expect(422).page().errors();

        assert_eq!(told("phone", ("phone", "112")).len(), 1);
        assert_eq!(told("phone", ("phone", " ")).len(), 1);
        assert_eq!(told("letter", ("address", "Gatan 3")).len(), 1);
        assert_eq!(told("email", ("email", "")).len(), 1);
        assert_eq!(told("duva", ("phone", NUMBER)).len(), 1);
        let both = [("author_name", "Rut"), ("phone", NUMBER), ("address", ADDRESS)];
        assert_eq!(writer.post("/ideas/new/contact", &both).expect(422).page().errors().len(), 1, "which of the two?");
        leaves(&writer, "", ("phone", NUMBER)).expect(303);
        assert_eq!(app.contacts_and_calls(), (1, 0), "who writes one thing need not choose it too");
        // What was not chosen is not looked at and not kept.
        leaves(&writer, "none", ("phone", "112")).expect(303);
        leaves(&writer, "phone", ("phone", NUMBER)).expect(303);
        assert_eq!(app.contacts_and_calls(), (1, 0));
        leaves(&writer, "none", ("phone", NUMBER)).expect(303);
        assert_eq!(app.contacts_and_calls(), (0, 0));
    }

    fn a_contact_goes_with_its_draft(app: TestApp) {
        let writer = app.visitor();
        write_up_to_contact(&writer);
        leaves(&writer, "phone", ("phone", NUMBER)).expect(303);
        assert_eq!(app.contacts_and_calls(), (1, 0));

        app.advance_days(31);
        app.run_jobs();

        assert_eq!((app.drafts(), app.contacts_and_calls()), (0, (0, 0)));
    }

    fn the_api_takes_a_contact_and_gives_the_list_to_staff_alone(app: TestApp) {
        let idea = json!({
            "title": "Fler bänkar längs gångvägen", "body": "Många äldre behöver vila på vägen till torget.",
            "author_name": "Rut", "contact": "phone", "phone": NUMBER, "form_key": "en nyckel med tillräckligt många tecken",
        });
        let sent = app.visitor().api_post("/api/v1/ideas", &idea).expect(201).json();
        let mut wrong = idea.clone();
        (wrong["phone"], wrong["form_key"]) = (json!("ring mig"), json!("en annan nyckel med många tecken"));
        let problem = app.visitor().api_post("/api/v1/ideas", &wrong).expect(422);
        assert!(problem.body.contains("field-not-phone") && !problem.body.contains("ring mig"), "{problem}");
        app.happens(&Actor::System, &Event::ShownAgain { idea: app.read(|conn| {
            let number = sent["number"].as_str().expect("a number");
            Ok(ideas::table.filter(ideas::number.eq(number)).select(ideas::id).first(conn)?)
        }) });
        app.run_jobs();
        let siv = app.moderator("Siv");

        let list = siv.api_get("/api/v1/moderation/calls").expect(200).json();

        let call = &list["calls"][0];
        assert_eq!((&call["way"], &call["to"], &call["name"]), (&json!("phone"), &json!(STORED), &json!("Rut")));
        let done = format!("/api/v1/moderation/calls/{}/done", call["id"]);
        for other in [app.resident("Elin"), app.process("Petra")] {
            other.api_get("/api/v1/moderation/calls").expect(403);
            other.api_post(&done, &json!({})).expect(403);
        }
        assert_eq!(siv.api_post(&done, &json!({})).expect(200).json(), json!({ "state": "done" }));
        siv.api_post(&done, &json!({})).expect(409);
        siv.api_post("/api/v1/moderation/calls/999999/done", &json!({})).expect(404);
    }

    fn the_process_group_sees_of_what_is_late_whose_author_has_to_be_called(app: TestApp) {
        let called = app.idea_reached_by(State::WithGroup, &phone());
        let (gone, mailed) = (app.idea_reached_by(State::WithGroup, &phone()), app.idea_in(State::WithGroup));
        app.write(|tx| contacts::set(tx, gone.id, None));
        let process = app.process("Petra");
        app.advance_days(11);

        let read = process.api_get("/api/v1/process").expect(200).json();
        let words = process.get("/process").expect(200).page().main_text();

        let reached = |idea: &Staged| {
            let late = read["late"].as_array().expect("a list").iter();
            late.filter(|row| row["number"] == json!(idea.number)).map(|row| row["author_reached"].clone()).collect::<Vec<_>>()
        };
        assert_eq!([reached(&called), reached(&gone), reached(&mailed)], [[json!("call")], [json!("nowhere")], [json!("mail")]]);
        assert_eq!(words.matches("ring eller skriv brev").count(), 1, "{words}");
        assert_eq!(words.matches("har inga kontaktuppgifter kvar").count(), 1, "{words}");
    }

    fn who_has_an_account_reads_it_in_the_own_file_and_takes_it_along(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let amina = &idea.author;
        app.write(|tx| contacts::set(tx, idea.id, Some(&phone())));
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.run_jobs();
        assert_eq!(app.contacts_and_calls(), (1, 0), "who has an address is mailed");
        let file = amina.get("/account/data").expect(200).json();
        assert_eq!(file["reached_without_mail"], json!([{ "idea": idea.number, "way": "phone", "value": STORED }]));

        amina.send_form("/account/leave", "/account/leave", &[("sure", "yes")]).expect(303);

        assert_eq!(app.contacts_and_calls(), (0, 0));
    }
}
