//! Days by which somebody owes something: who is reminded, who is told that it is late, and new days.

use diesel::prelude::*;
use medskapa::db::schema::{idea_notes, ideas, people};
use medskapa::follows;
use medskapa::journal::Event;
use medskapa::kernel::{Actor, PersonId};
use serde_json::json;

use crate::support::{Client, Staged, State, TestApp};

const LATE: &str = "Vi är sena med svaret på din idé";

impl TestApp {
    /// Moves the clock to so many days from now and does the work that is due, twice.
    fn days_later(&self, days: i64) {
        self.advance_days(days);
        self.run_jobs();
        self.run_jobs();
    }

    fn newest_mail(&self, who: &Client) -> String {
        self.mails_to(&who.email()).pop().expect("a mail").mail.text
    }

    fn number_of_mails(&self, who: &Client) -> usize {
        self.mails_to(&who.email()).len()
    }
}

/// The form for a new day.
fn put_off<'a>(to: &'a str, reason: &'a str) -> [(&'a str, &'a str); 2] {
    [("due_on", to), ("reason", reason)]
}

on_both_databases! {
    fn a_missed_day_is_told_and_climbs_step_by_step(app: TestApp) {
        // 2026-11-20 is a Friday, and what is owed is due on Monday 30 November.
        let idea = app.idea_in(State::WithGroup);
        let process = app.new_group("processen", "process");
        let (petra, pelle) = (app.process("Petra"), app.seated(process, "member", "Pelle"));
        app.write(|tx| Ok(diesel::update(people::table.filter(people::id.eq(pelle.id()))).set(people::role.eq("process")).execute(tx.conn)?));

        app.days_later(2);
        assert_eq!(app.mails().len(), 0);
        app.days_later(1);
        for lead in [&idea.chair, &idea.coordinator, &idea.secretary] {
            assert_eq!(app.subjects_to(lead), ["Påminnelse: ”Fler bänkar längs gångvägen” senast 30 november"]);
        }
        assert!(app.newest_mail(&idea.chair).contains(&format!("{}\n", idea.at("desk#ways"))));
        app.days_later(7);
        assert_eq!(app.number_of_mails(&idea.author), 0, "the day itself is in time");
        app.days_later(1);
        assert_eq!(app.subjects_to(&idea.author), [LATE]);
        let told = app.newest_mail(&idea.author).replace('\n', " ");
        for words in ["Du skulle ha fått svar senast 30 november.", "Nytt datum: Det finns inget ännu.", "7 december"] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert_eq!(app.subjects_to(&idea.chair)[1..], ["Försenat: ”Fler bänkar längs gångvägen”"]);
        app.days_later(6);
        assert_eq!(app.subjects_to(&idea.chair)[2..], ["Försenat hos Gruppen utbildning: ”Fler bänkar längs gångvägen”"]);
        assert_eq!(app.number_of_mails(&idea.coordinator), 2, "the chair alone");
        app.days_later(7);
        for one in [&petra, &pelle] {
            assert_eq!(app.subjects_to(one), [format!("Försenat: idé {}", idea.number)]);
        }
        let all = app.mails().len();
        app.days_later(30);

        assert_eq!(app.mails().len(), all + 1, "each step once, and the author hears again after thirty days");
        assert_eq!(app.subjects_to(&idea.author), [LATE, "Vi är fortfarande sena med din idé"]);
        let again = app.newest_mail(&idea.author).replace('\n', " ");
        for words in ["44 dagar sedan 30 november", "sen: Gruppen utbildning", "Processgruppen, som ser till"] {
            assert!(again.contains(words), "{words}: {again}");
        }
        let history = app.visitor().get(&idea.path()).expect(200).page().text_of(".timeline");
        for words in ["Det är försenat.", "Ordföranden i Gruppen utbildning fick veta", "Processgruppen fick veta", "Fortfarande inget besked"] {
            assert!(history.contains(words), "{words}: {history}");
        }
        assert!(!history.contains("påminnelse"), "a reminder is between us and whoever owes it: {history}");
    }

    fn who_has_left_no_address_reads_the_same_on_the_page(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.write(|tx| {
            diesel::update(ideas::table.filter(ideas::id.eq(idea.id))).set(ideas::author_id.eq(None::<PersonId>)).execute(tx.conn)?;
            let notes = idea_notes::table.filter(idea_notes::idea_id.eq(idea.id));
            diesel::update(notes).set(idea_notes::contact_email.eq(Some("obekraftad@example.org"))).execute(tx.conn)?;
            Ok(())
        });

        app.days_later(11);

        assert_eq!(app.mails_to("obekraftad@example.org").len(), 0, "it may be mistyped");
        let page = app.visitor().get(&idea.path()).expect(200).page();
        assert_eq!(
            page.text_of(".late"),
            "Skulle varit klart 30 november. Ansvarig: Gruppen utbildning. Nytt datum saknas."
        );
    }

    fn a_new_day_is_told_with_its_reason(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.write(|tx| follows::store::follow(tx, idea.id, rut.id()).map(drop));
        app.days_later(11);
        app.forget_mails();
        let reason = "Vi väntar på kostnaden från parkförvaltningen.";
        let wrong = idea.chair.send_form(&idea.at("desk"), &idea.at("postponement"), &put_off("2027-03-02", reason));
        assert_eq!(wrong.expect(422).page().errors().len(), 1, "ninety days are the most");
        assert_eq!(idea.member.post(&idea.at("postponement"), &put_off("2026-12-17", reason)).status, 403);

        idea.chair.send_form(&idea.at("desk"), &idea.at("postponement"), &put_off("2026-12-17", reason)).expect(303);
        app.run_jobs();

        assert_eq!(app.subjects_to(&idea.author), [LATE]);
        let told = app.newest_mail(&idea.author).replace('\n', " ");
        for words in ["Du skulle ha fått svar senast 30 november. Nytt datum är 17 december.", reason] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert_eq!(app.subjects_to(&rut), ["Nytt datum: ”Fler bänkar längs gångvägen”"]);
        let page = app.visitor().get(&idea.path()).expect(200).page();
        let status = page.text_of(".status-box");
        assert!(status.contains("Nytt datum: 17 december. Det skulle ha varit klart 30 november."), "{status}");
        assert!(status.contains(reason) && !page.has(".late"), "{status}");
        let read = app.visitor().api_get(&idea.path().replace("/ideas", "/api/v1/ideas")).expect(200).json();
        assert_eq!(
            read["standing"]["postponed"],
            json!({ "from": "2026-11-30", "to": "2026-12-17", "reason": reason })
        );
        assert_eq!(read["standing"]["next"]["is_late"], json!(false));
        app.days_later(16);
        assert_eq!(app.number_of_mails(&idea.author), 1);
        app.days_later(1);
        assert_eq!(app.subjects_to(&idea.author), [LATE, LATE], "the new day was missed too");
    }

    fn the_api_gives_a_new_day_with_the_same_rules(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        let version: i64 = idea.version(&app).parse().unwrap();
        let new = json!({ "version": version, "due_on": "2026-12-17", "reason": "Det är tjäle i marken." });

        assert_eq!(idea.member.api_post(&idea.api("postponement"), &new).status, 403);
        let moved = idea.owner.api_post(&idea.api("postponement"), &new).expect(200).json();

        assert_eq!(moved["state"], json!("under_way"));
        let early = json!({ "version": version + 1, "due_on": "2026-12-17", "reason": "Igen." });
        let refused = idea.owner.api_post(&idea.api("postponement"), &early).expect(422).json();
        assert_eq!(refused["error"]["fields"][0]["code"], json!("field-date-not-later"));
    }

    fn a_hidden_idea_is_owed_an_answer_and_told_by_number_to_staff(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let petra = app.process("Petra");
        app.hide(&idea);

        for _ in 0..30 {
            app.days_later(1);
        }

        assert_eq!(app.subjects_to(&idea.author), [LATE], "her own idea");
        for other in [&idea.chair, &idea.coordinator, &idea.member] {
            assert_eq!(app.number_of_mails(other), 0);
        }
        assert_eq!(app.subjects_to(&petra), [format!("Försenat: idé {}", idea.number)]);
        let told = app.newest_mail(&petra);
        assert!(!told.contains("bänkar") && told.contains("/process\n"), "{told}");
    }

    fn moderators_hear_once_a_day_of_what_is_late_to_be_read(app: TestApp) {
        let ideas: Vec<Staged> = (0..3).map(|_| app.idea_in(State::Screening)).collect();
        let moderator = &ideas[0].moderator;

        // 2026-11-29 is a Sunday: the reminder of the day goes out, the morning's mail does not.
        app.days_later(9);
        assert_eq!(app.subjects_to(moderator), ["3 väntar på en moderator, äldst 10 dagar"]);
        app.days_later(2);

        assert_eq!(app.number_of_mails(moderator), 2, "one for all three");
        assert_eq!(app.subjects_to(&ideas[0].author), [LATE, LATE, LATE], "one for each of her ideas");
        assert!(app.newest_mail(&ideas[0].author).contains("En moderator skulle ha läst din idé senast 30 november."));
    }

    fn a_mail_opens_exactly_the_thing_to_do(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        app.days_later(10);
        assert_eq!(app.subjects_to(&idea.owner), ["I dag: ”Fler bänkar längs gångvägen”"]);
        let told = app.newest_mail(&idea.owner);
        let path = idea.at("progress");
        assert!(told.contains(&format!("{path}\n")), "{told}");

        let page = idea.owner.get(&path).expect(200).page();

        assert_eq!(page.attribute("#goes-on[open] form", "action"), Some(idea.at("progress")));
        for (id, address) in [("#done", "completion"), ("#help", "help")] {
            assert_eq!(page.attribute(&format!("{id} form"), "action"), Some(idea.at(address)));
        }
        let asked = idea.chair.get(&idea.at("desk?open=stop")).expect(200).page();
        assert_eq!(asked.attribute("details[open] form", "action"), Some(idea.at("stop")));
        let plain = idea.owner.get(&idea.at("desk?open=what")).expect(200).page();
        assert!(!plain.has("details[open] form"), "a word of no move opens nothing");
    }

    fn whoever_carries_it_out_hears_each_time_it_climbs(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        app.process("Petra");

        for _ in 0..50 {
            app.days_later(1);
        }

        assert_eq!(app.subjects_to(&idea.owner), [
            "I dag: ”Fler bänkar längs gångvägen”",
            "Försenat: ”Fler bänkar längs gångvägen”",
            "Fortfarande försenat: ”Fler bänkar längs gångvägen”",
            "Fortfarande försenat: ”Fler bänkar längs gångvägen”",
        ]);
    }

    fn an_owner_who_does_not_answer_is_told_to_the_group_and_seen_by_the_process_group(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let process = app.process("Petra");

        // Asked three days before the play begins.
        app.days_later(5);

        for lead in [&idea.chair, &idea.coordinator, &idea.secretary] {
            let subject = "Ingen ansvarar för ”Fler bänkar längs gångvägen”";
            assert!(app.subjects_to(lead).contains(&subject.to_owned()), "{:?}", app.subjects_to(lead));
        }
        let seen = process.get("/process").expect(200).page().main_text();
        assert!(seen.contains("Gustav, Parkförvaltningen, har inte svarat"), "{seen}");
        let history = app.visitor().get(&idea.path()).expect(200).page().text_of(".timeline");
        assert!(history.contains("Parkförvaltningen svarade inte i tid eller har slutat."), "{history}");
    }

    fn the_process_group_sees_everything_that_is_late_and_whom_no_mail_reaches(app: TestApp) {
        let process = app.process("Petra");
        let (hidden, screened) = (app.idea_in(State::WithGroup), app.idea_in(State::Screening));
        app.hide(&hidden);
        app.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(screened.id));
            diesel::update(this).set((ideas::author_id.eq(None::<PersonId>), ideas::due_on.eq(app.today()))).execute(tx.conn)?;
            Ok(())
        });
        app.advance_days(11);

        let page = process.get("/process").expect(200).page();
        let late = process.api_get("/api/v1/process").expect(200).json();

        let words = page.main_text();
        assert!(!words.contains("bänkar"), "{words}");
        let place = |number: &str| words.find(number).expect(number);
        assert!(place(&screened.number) < place(&hidden.number), "the longest first: {words}");
        assert!(words.contains("Den som skrev idén har inga kontaktuppgifter kvar"), "{words}");
        assert_eq!(
            late["late"],
            json!([
                { "number": screened.number, "title": null, "state": "screening", "group": null,
                  "owed_by": "moderators", "due_on": "2026-11-20", "author_reached": "nowhere" },
                { "number": hidden.number, "title": null, "state": "with_group", "group": "Gruppen utbildning",
                  "owed_by": "group", "due_on": "2026-11-30", "author_reached": "mail" },
            ])
        );
        assert_eq!(hidden.chair.api_get("/api/v1/process").status, 403);
        assert_eq!(app.visitor().api_get("/api/v1/process").status, 401);
    }

    fn what_came_in_time_after_all_is_told_as_late_to_nobody(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let old = app.today().plus_days(-40).number();

        app.happens(&Actor::System, &Event::Late { idea: idea.id, by: "group".to_owned(), due_on: old });
        app.happens(&Actor::System, &Event::ClimbedToChair { idea: idea.id, by: "owner".to_owned(), due_on: old });
        app.run_jobs();

        assert_eq!(app.mails().len(), 0);
    }

    fn a_summer_pause_is_said_on_the_page(kind: Kind) {
        let pause = |config: &mut medskapa::config::Config| {
            config.town.clocks.summer_pause = "11-16 to 11-27".parse().unwrap();
        };
        let Some(app) = TestApp::with(kind, pause) else { return };
        let idea = app.idea_in(State::WithGroup);

        let status = app.visitor().get(&idea.path()).expect(200).page().text_of(".status-box");

        assert!(status.contains("Sommaruppehåll till och med 27 november."), "{status}");
    }
}
