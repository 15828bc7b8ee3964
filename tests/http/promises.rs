//! What was promised: the page of whoever carries an idea out, what authors think of the answer, who takes on
//! what is handed on, and what groups have kept.

use diesel::prelude::*;
use medskapa::db::schema::{grades, ideas, inquiries};
use medskapa::ideas::grade;
use medskapa::journal::Event;
use medskapa::kernel::Actor;
use serde_json::json;

use crate::support::{Client, Staged, State, TestApp};

const NEED: &str = "Någon som kan gräva innan tjälen kommer.";

impl TestApp {
    /// The path in the mail that asks the author of an idea.
    fn grade_link(&self, idea: &Staged) -> String {
        format!("/grade/{}", grade::token(&self.town, idea.id))
    }

    /// Makes whoever is asked the receiver of an idea that was handed on.
    fn hand_on_to(&self, idea: &Staged, who: &Client) {
        self.write(|tx| {
            let this = inquiries::table.filter(inquiries::idea_id.eq(idea.id));
            diesel::update(this).set(inquiries::asked_person.eq(Some(who.id()))).execute(tx.conn)?;
            Ok(())
        });
    }

    fn days_go(&self, days: i64) {
        for _ in 0..days {
            self.advance_days(1);
            self.run_jobs();
        }
    }
}

on_both_databases! {
    fn the_owner_answers_on_one_page_that_it_goes_on_is_done_or_needs_help(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        let page = idea.at("progress");

        let empty = idea.owner.send_form(&page, &idea.at("completion"), &[("result", "")]).expect(422).page();
        assert_eq!(empty.heading(), "Hur går det?", "what is wrong comes back on the same page");
        assert!(empty.has("#done[open]") && !empty.has("#goes-on[open]"));

        idea.owner.send_form(&page, &idea.at("progress"), &[("note", "Halva vägen är grävd.")]).expect(303);
        let late = [("due_on", "2027-02-01"), ("reason", "Marken är frusen.")];
        idea.owner.send_form(&page, &idea.at("postponement"), &late).expect(303);
        let done = [("result", "Tolv bänkar står på plats."), ("measure", ""), ("not_measured", "yes")];
        idea.owner.send_form(&page, &idea.at("completion"), &done).expect(303);

        assert_eq!(idea.state(&app), State::Done);
        let over = idea.owner.get(&page).expect(200).page().main_text();
        assert!(over.contains("Du behöver inte göra något nu"), "{over}");
        assert_eq!(app.resident("Rut").get(&page).status, 403);
        assert_eq!(app.visitor().get(&page).status, 401);
    }

    fn before_the_work_begins_the_page_begins_it(app: TestApp) {
        let idea = app.idea_in(State::Accepted);

        let page = idea.owner.get(&idea.at("progress")).expect(200).page();

        assert_eq!(page.attribute("#goes-on form", "action"), Some(idea.at("start")));
        assert!(!page.has("#done form") && page.text_of("#done").contains("Säg först att arbetet är i gång"));
        assert_eq!(page.attribute("#help form", "action"), Some(idea.at("help")));
    }

    fn help_reaches_those_who_lead_the_group_and_nobody_else(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        let process = app.process("Petra");
        assert_eq!(idea.chair.post(&idea.at("help"), &[("need", NEED)]).status, 403);

        idea.owner.send_form(&idea.at("progress"), &idea.at("help"), &[("need", NEED)]).expect(303);
        app.run_jobs();

        for lead in [&idea.chair, &idea.coordinator, &idea.secretary] {
            let subject = "Parkförvaltningen (Gustav) behöver hjälp med ”Fler bänkar längs gångvägen”";
            assert_eq!(app.subjects_to(lead), [subject]);
        }
        assert!(app.mails_to(&idea.chair.email())[0].mail.text.contains(NEED));
        for (reader, path) in [(&idea.chair, "/desk".to_owned()), (&idea.chair, idea.at("desk")), (&process, idea.at("desk"))] {
            let seen = reader.get(&path).expect(200).page().main_text();
            assert!(seen.contains(NEED), "{path}: {seen}");
        }
        let listed = idea.chair.api_get("/api/v1/desk").expect(200).json();
        assert_eq!(listed["ideas"][0]["help"], json!(NEED));
        let elsewhere = app.chair_of(app.group("arbete"));
        for (reader, path) in [
            (&app.visitor(), idea.path()),
            (&idea.author, idea.path()),
            (&app.visitor(), "/groups/utbildning".to_owned()),
            (&elsewhere, idea.at("desk")),
        ] {
            let seen = reader.get(&path).expect(200);
            assert!(!seen.body.contains(NEED), "{path}");
        }
        let version: i64 = idea.version(&app).parse().unwrap();
        let note = json!({ "version": version, "note": "Nu går det igen." });
        idea.owner.api_post(&idea.api("progress"), &note).expect(200);
        assert!(!idea.chair.get("/desk").expect(200).body.contains(NEED), "nobody waits for it any more");
    }

    fn an_author_says_by_the_link_in_the_mail_whether_it_became_what_was_meant(app: TestApp) {
        let idea = app.idea_in(State::Done);
        app.happens(&Actor::System, &Event::Completed { idea: idea.id });
        app.run_jobs();
        let link = app.grade_link(&idea);
        let told = app.mails_to(&idea.author.email())[0].mail.text.clone();
        assert!(told.contains(&format!("{link}\n")), "{told}");
        let visitor = app.visitor();

        let asked = visitor.get(&link).expect(200).page();
        assert_eq!(asked.heading(), "Blev det som du tänkt?");
        let kept = || app.read(|conn| Ok(grades::table.count().get_result::<i64>(conn)?));
        assert_eq!(kept(), 0, "looking changes nothing");
        assert_eq!(visitor.send_form(&link, &link, &[("result", "")]).expect(422).page().errors().len(), 1);
        let words = "Bänkarna står för glest.";
        let sent = visitor.send_form(&link, &link, &[("result", "partly"), ("words", words)]).expect(303);
        assert_eq!(visitor.follow(&sent).page().notice(), "Tack för ditt svar!");
        assert_eq!(kept(), 1);

        let read = idea.author.api_get(&idea.api("grade")).expect(200).json();
        assert_eq!(
            read,
            json!({ "questions": [{ "question": "result", "grade": "partly" }], "words": words, "is_open": true })
        );
        for reader in [&idea.chair, &idea.member] {
            let seen = reader.get(&idea.at("desk")).expect(200).page().main_text();
            assert!(seen.contains("om det blev som tänkt: Delvis.") && seen.contains(words), "{seen}");
        }
        let elsewhere = app.chair_of(app.group("arbete"));
        for (reader, path) in [(&app.visitor(), idea.path()), (&elsewhere, idea.at("desk")), (&idea.owner, idea.at("desk"))] {
            assert!(!reader.get(&path).expect(200).body.contains(words), "{path}");
        }
        // The figures are counted anew every hour.
        app.advance_minutes(61);
        app.run_jobs();
        let results = app.visitor().api_get("/api/v1/results").expect(200).json();
        let said = &results["years"][0]["groups"][0]["grades"];
        assert_eq!(*said, json!([{ "question": "result", "yes": 0, "partly": 1, "no": 0 }]));
    }

    fn a_link_is_for_one_idea_and_dies_with_the_account(app: TestApp) {
        let (idea, other) = (app.idea_in(State::Done), app.idea_in(State::Done));
        let link = app.grade_link(&idea);
        let (stem, _) = link.rsplit_once('.').unwrap();
        assert_eq!(app.visitor().get(&format!("{stem}.{}", other.id)).status, 404);
        assert_eq!(app.visitor().get("/grade/none.1").status, 404);
        assert_eq!(app.visitor().get(&idea.at("grade")).status, 401, "the link opens nothing else");
        app.visitor().send_form(&link, &link, &[("result", "no"), ("words", "Det blev något annat.")]).expect(303);
        let own = idea.author.get("/account/data").expect(200).json();
        assert_eq!(own["thinks_of_answers"][0]["words"], json!("Det blev något annat."));

        idea.author.send_form("/account/leave", "/account/leave", &[("sure", "yes")]).expect(303);

        assert_eq!(app.visitor().get(&link).status, 404);
        let kept: Vec<(String, Option<String>)> =
            app.read(|conn| Ok(grades::table.select((grades::grade, grades::words)).load(conn)?));
        assert_eq!(kept, [("no".to_owned(), None)], "the count stays true, the words are gone");
    }

    fn an_answer_is_asked_for_after_a_decision_too(app: TestApp) {
        let idea = app.idea_in(State::Declined);

        let page = idea.author.get(&idea.path()).expect(200).page();
        assert_eq!(page.link("Säg vad du tycker om svaret"), idea.at("grade"));
        let answers = json!({ "clear": "yes", "heard": "no" });
        let read = idea.author.api_post(&idea.api("grade"), &answers).expect(200).json();

        assert_eq!(read["questions"][1], json!({ "question": "heard", "grade": "no" }));
        assert_eq!(idea.chair.api_post(&idea.api("grade"), &answers).status, 403);
        let wrong = idea.author.api_post(&idea.api("grade"), &json!({ "clear": "yes" })).expect(422).json();
        assert_eq!(wrong["error"]["fields"][0]["field"], json!("heard"));
        app.advance_days(31);
        assert_eq!(idea.author.api_post(&idea.api("grade"), &answers).status, 409);
        let again = app.signed_in(idea.author.id(), idea.author.name());
        let closed = again.get(&idea.at("grade")).expect(200).page();
        assert!(!closed.has("main form") && closed.main_text().contains("Blev du lyssnad på? Nej"), "{}", closed.main_text());
    }

    fn a_receiver_is_told_and_takes_it_on_or_says_no(app: TestApp) {
        let idea = app.idea_in(State::Forwarded);
        app.hand_on_to(&idea, &idea.asked);
        let inquiry = app.read(|conn| Ok(inquiries::table.select(inquiries::id).first::<i64>(conn)?));
        let event = Event::Forwarded { idea: idea.id, inquiry: medskapa::kernel::InquiryId::new(inquiry) };
        app.happens(&Actor::System, &event);
        app.run_jobs();
        assert_eq!(app.subjects_to(&idea.asked), ["Gruppen utbildning skickar en idé till er"]);
        let place = idea.at("desk?open=answer-forwarding");
        assert!(app.mails_to(&idea.asked.email())[0].mail.text.contains(&format!("{place}#answer-forwarding\n")));
        let address = idea.at(&format!("inquiries/{inquiry}/acceptance"));
        app.forget_mails();

        idea.asked.send_form(&place, &address, &[("answer", "no"), ("reason", "")]).expect(422);
        idea.asked.send_form(&place, &address, &[("answer", "yes"), ("diary_number", "TK 2027/3")]).expect(303);
        assert_eq!(idea.state(&app), State::Forwarded);
        let history = app.visitor().get(&idea.path()).expect(200).page().text_of(".timeline");
        assert!(history.contains("Trafikkontoret tog emot idén."), "{history}");
        assert!(!idea.asked.get(&place).expect(200).page().has("#answer-forwarding"), "it is taken on");

        let other = app.idea_in(State::Forwarded);
        let version: i64 = other.version(&app).parse().unwrap();
        let no = json!({ "version": version, "answer": "no", "reason": "Vägen är statens." });
        let process = app.process("Petra");
        other.chair.api_post(&other.api(&format!("inquiries/{}/acceptance", inquiry + 1)), &no).expect(200);
        app.run_jobs();

        assert_eq!(other.state(&app), State::WithGroup);
        assert_eq!(app.subjects_to(&other.author), ["Din idé är tillbaka hos Gruppen utbildning"]);
        assert!(app.mails_to(&other.author.email())[0].mail.text.contains("Vägen är statens."));
        assert_eq!(app.subjects_to(&process), [format!("Ingen har tagit emot idé {}", other.number)]);
        assert_eq!(app.subjects_to(&other.secretary), ["Trafikkontoret har inte tagit emot ”Fler bänkar längs gångvägen”"]);
    }

    fn what_nobody_takes_on_comes_back_after_fourteen_days(app: TestApp) {
        let idea = app.idea_in(State::Forwarded);
        app.write(|tx| {
            let this = inquiries::table.filter(inquiries::idea_id.eq(idea.id));
            let later = tx.now.date().plus_days(60);
            diesel::update(this).set(inquiries::due_on.eq(later)).execute(tx.conn)?;
            let row = ideas::table.filter(ideas::id.eq(idea.id));
            diesel::update(row).set(ideas::due_on.eq(Some(later))).execute(tx.conn)?;
            Ok(())
        });

        // Handed on the day before the play begins.
        app.days_go(13);
        assert_eq!(idea.state(&app), State::Forwarded);
        app.days_go(1);

        assert_eq!(idea.state(&app), State::WithGroup);
        let told = app.mails_to(&idea.author.email()).pop().unwrap().mail.text.replace('\n', " ");
        assert!(told.contains("Trafikkontoret har inte sagt om de tar emot idén, och tiden är ute."), "{told}");
    }

    fn the_author_of_an_open_idea_hears_before_its_time_ends(app: TestApp) {
        let idea = app.idea_in(State::Open);

        // Published 22 days ago, it closes in sixty.
        app.days_go(60);

        assert_eq!(app.subjects_to(&idea.author), [
            "Din idé kan få stöd till och med 19 januari",
            "Din idé kan få stöd till och med 19 januari",
        ]);
        app.days_go(1);
        assert_eq!(app.subjects_to(&idea.author).len(), 3, "and when it has ended");
    }

    fn moderators_hear_each_working_day_what_waits_from_an_earlier_one(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        app.run_jobs();
        // Saturday, Sunday, Monday.
        app.days_go(3);

        assert_eq!(app.subjects_to(&idea.moderator), [
            "1 väntar på en moderator, äldst 1 dag",
            "1 väntar på en moderator, äldst 4 dagar",
        ]);
        app.days_go(0);
        app.advance_minutes(120);
        app.run_jobs();
        assert_eq!(app.subjects_to(&idea.moderator).len(), 2, "once a day");
    }

    fn moderators_give_a_new_day_for_what_they_have_not_read(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let page = idea.moderator.get(&format!("/moderation/ideas/{}", idea.number)).expect(200).page();
        let place = page.link("Hinner ni inte i tid? Ge ett nytt datum och säg varför.");

        let new = [("due_on", "2026-12-10"), ("reason", "Två av oss är sjuka.")];
        idea.moderator.send_form(&place, &idea.at("postponement"), &new).expect(303);
        app.run_jobs();

        let told = app.mails_to(&idea.author.email()).pop().unwrap().mail;
        assert_eq!(told.subject, "Nytt datum för svaret på din idé");
        assert!(told.text.contains("Två av oss är sjuka."), "{}", told.text);
        let with_group = app.idea_in(State::WithGroup);
        let version: i64 = with_group.version(&app).parse().unwrap();
        let other = json!({ "version": version, "due_on": "2026-12-10", "reason": "Vi hinner inte." });
        assert_eq!(with_group.moderator.api_post(&with_group.api("postponement"), &other).status, 409, "the group owes it");
    }

    fn the_process_group_sees_what_moderators_have_not_read_among_what_is_late(app: TestApp) {
        let (open, late) = (app.idea_in(State::Open), app.idea_in(State::WithGroup));
        let process = app.process("Petra");
        let words = "Var ska bänkarna stå?";
        let new = [("kind", "question"), ("body", words)];
        app.resident("Rut").send_form(&open.path(), &open.at("comments"), &new).expect(303);
        app.advance_days(11);

        let page = process.get("/process").expect(200).page().main_text();
        let read = process.api_get("/api/v1/process").expect(200).json();

        let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
        assert!(place("Ett inlägg har inte lästs i tid") < place(&late.number), "the longest first: {page}");
        assert!(!page.contains(words));
        assert_eq!((&read["comments"], &read["reports"]), (&json!({ "count": 1, "due_on": "2026-11-24" }), &json!(null)));
    }

    fn whose_address_nobody_has_confirmed_is_not_reached(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let process = app.process("Petra");
        app.write(|tx| {
            use medskapa::db::schema::idea_notes;
            let notes = idea_notes::table.filter(idea_notes::idea_id.eq(idea.id));
            diesel::update(notes).set(idea_notes::contact_email.eq(Some(idea.author.email()))).execute(tx.conn)?;
            Ok(())
        });
        app.advance_days(11);

        let page = process.get("/process").expect(200).page().main_text();

        assert!(page.contains("Den som skrev idén har inte bekräftat sin adress och får inga mejl"), "{page}");
        let read = process.api_get("/api/v1/process").expect(200).json();
        assert_eq!(read["late"][0]["author_reached"], json!("unconfirmed"));
    }

    fn results_count_what_a_group_keeps_and_what_is_late_still(app: TestApp) {
        let (kept, late) = (app.idea_in(State::UnderWay), app.idea_in(State::UnderWay));
        for idea in [&kept, &late] {
            let note = json!({ "version": idea.version(&app).parse::<i64>().unwrap(), "note": "Det går bra." });
            idea.owner.api_post(&idea.api("progress"), &note).expect(200);
        }
        app.advance_days(20);
        let again = json!({ "version": kept.version(&app).parse::<i64>().unwrap(), "note": "Nästan klart." });
        kept.owner.api_post(&kept.api("progress"), &again).expect(200);
        // The sixty days of the second run out on 19 January.
        app.advance_days(41);

        let results = app.visitor().api_get("/api/v1/results").expect(200).json();
        let group = |year: &serde_json::Value| year["groups"][0]["promises"].clone();
        let (this, last) = (&results["years"][0], &results["years"][1]);
        assert_eq!((&this["year"], &last["year"]), (&json!(2027), &json!(2026)));
        let told = |in_time: i64, median: serde_json::Value| {
            json!([{ "step": "under_way", "due": 1, "in_time": in_time, "still_late": 1 - in_time,
                     "median_days": median, "promised_days": 60 }])
        };
        assert_eq!(group(last), told(1, json!(20)), "kept in December");
        assert_eq!(group(this), told(0, json!(null)), "late since January");
        let page = app.visitor().get("/results?year=2026").expect(200).page();
        let table = page.text_of("[aria-labelledby=kept] tbody");
        assert_eq!(table, "Gruppen utbildning Berätta hur det går 1 av 1 0 20 dagar 60 dagar");
        let table = app.visitor().get("/results/groups.csv").expect(200).body;
        assert!(table.contains("2027,Gruppen utbildning,under_way,1,0,1,,60"), "{table}");
        assert!(app.visitor().get("/results/grades.csv").expect(200).body.starts_with("year,group,question,yes,partly,no"));
    }

    fn without_promises_and_grades_the_results_say_so(app: TestApp) {
        let page = app.visitor().get("/results").expect(200).page().main_text();

        assert!(page.contains("Inget löfte har gått ut 2026 än.") && page.contains("Ingen har svarat 2026 än."), "{page}");
    }
}
