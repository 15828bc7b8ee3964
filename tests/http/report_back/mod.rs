//! Whoever sits in a group tells those for whom he or she speaks what was decided (rule R-1).

mod bundles;
mod hidden;

use diesel::prelude::*;
use medskapa::db::schema::{seat_follows, seat_replies, seat_report_steps, seat_reports, seats};
use serde_json::json;

use crate::support::{Client, Staged, State, TestApp};

const WORDS: &str = "Det blev nej till bänkarna. Kom gärna till nästa möte.";

impl TestApp {
    /// The seat that somebody holds.
    fn seat_of(&self, who: &Client) -> i64 {
        let own = seats::table.filter(seats::person_id.eq(who.id()));
        self.read(|conn| Ok(own.select(seats::id).first(conn)?))
    }

    /// The page of a seat.
    fn seat_path(&self, who: &Client) -> String {
        format!("/groups/utbildning/seats/{}", self.seat_of(who))
    }

    /// Lets a seat speak for others than the rest of the group.
    fn speaks_for(&self, who: &Client, whom: &str) {
        let own = seats::table.filter(seats::person_id.eq(who.id()));
        self.write(|tx| Ok(diesel::update(own).set(seats::represents.eq(whom)).execute(tx.conn)?));
    }

    fn reports(&self) -> i64 {
        self.read(|conn| Ok(seat_reports::table.count().get_result(conn)?))
    }
}

fn follows(app: &TestApp, who: &Client, seat: &Client) {
    let page = app.seat_path(seat);
    who.send_form(&page, &format!("{page}/follow"), &[]).expect(303);
}

/// Writes and sends the report of a seat; gives the path of its page.
#[track_caller]
fn sends(app: &TestApp, writer: &Client, seat: &Client) -> String {
    let page = format!("{}/report", app.seat_path(seat));
    let answer = writer.send_form(&page, &page, &[("words", WORDS)]).expect(303);
    app.run_jobs();
    answer.location().to_owned()
}

/// A town in which something was decided yesterday, and the member speaks for the youth council.
fn decided(app: &TestApp) -> Staged {
    let idea = app.idea_in(State::Declined);
    app.speaks_for(&idea.member, "Ungdomsrådet");
    idea
}

on_both_databases! {
    fn the_holder_tells_all_can_read_it_and_who_follows_gets_one_mail(app: TestApp) {
        let idea = decided(&app);
        let (rut, ove) = (app.resident("Rut"), app.resident("Ove"));
        follows(&app, &rut, &idea.member);
        follows(&app, &ove, &idea.member);
        let page = app.seat_path(&idea.member);
        let group = app.visitor().get("/groups/utbildning").expect(200).page();
        assert!(group.main_text().contains("Berättar senast"), "{}", group.main_text());
        let draft = idea.member.get(&format!("{page}/report")).expect(200).page();
        assert!(draft.main_text().contains("Ett beslut är inte berättat än"), "{}", draft.main_text());
        let form = draft.form_fields(&format!("{page}/report"));

        let path = sends(&app, &idea.member, &idea.member);

        let report = app.visitor().get(&path).expect(200).page();
        let text = report.main_text();
        for part in [WORDS, "Beslut: nej", "Bänkar sätts ut längs gångvägen."] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let mails = app.mails_to(&rut.email());
        assert_eq!(mails.len(), 1);
        let mail = &mails[0].mail;
        assert!(mail.subject.ends_with(": ett beslut"), "{}", mail.subject);
        assert!(mail.text.contains(WORDS) && mail.text.contains(&idea.path()), "{}", mail.text);
        assert_eq!(app.mails_to(&ove.email()).len(), 1);
        let choices = rut.get("/account/mails").expect(200).page();
        assert_eq!(choices.link("Ungdomsrådet"), page);
        let listed = rut.api_get("/api/v1/mail-choices").expect(200).json();
        assert_eq!(listed["seats"][0]["represents"], "Ungdomsrådet");
        let seat = app.visitor().get(&page).expect(200).page();
        assert!(seat.main_text().contains("Skickat") && !seat.main_text().contains("Berättar senast"));
        // The same form once more.
        let mut fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.retain(|(name, _)| *name != "words");
        fields.push(("words", WORDS));
        assert_eq!(idea.member.post(&format!("{page}/report"), &fields).expect(303).location(), path);
        app.run_jobs();
        assert_eq!((app.reports(), app.mails_to(&rut.email()).len()), (1, 1));
    }

    fn sent_at_the_same_moment_it_is_one_report(app: TestApp) {
        let idea = decided(&app);
        let page = format!("{}/report", app.seat_path(&idea.member));
        let form = idea.member.get(&page).expect(200).page().form_fields(&page);
        let mut fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.retain(|(name, _)| *name != "words");
        fields.push(("words", WORDS));

        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let answer = idea.member.post(&page, &fields);
                    assert!([303, 422].contains(&answer.status), "{}", answer.status);
                });
            }
        });

        assert_eq!(app.reports(), 1);
    }

    fn only_the_holder_writes_until_it_is_late_and_then_those_who_lead(app: TestApp) {
        let idea = decided(&app);
        let page = format!("{}/report", app.seat_path(&idea.member));
        app.visitor().get(&page).expect(401);
        app.resident("Rut").get(&page).expect(403);
        app.seated(idea.group, "member", "Siri").get(&page).expect(403);
        idea.chair.get(&page).expect(409);
        idea.coordinator.post(&page, &[("words", WORDS), ("to", "999999")]).expect(409);
        let seat = app.seat_of(&idea.member);
        app.group("fritid");
        app.visitor().get(&format!("/groups/fritid/seats/{seat}")).expect(404);
        app.visitor().get("/groups/utbildning/seats/999999").expect(404);
        idea.coordinator.get(&format!("/groups/utbildning/seats/{}", app.seat_of(&idea.coordinator))).expect(404);

        app.advance_days(14);

        idea.coordinator.get(&page).expect(200);
        idea.member.get(&page).expect(200);
        app.resident("Rut").get(&page).expect(403);
        assert!(app.visitor().get("/groups/utbildning").expect(200).page().main_text().contains("Inte skickat"));
        let path = sends(&app, &idea.coordinator, &idea.member);
        assert!(path.starts_with("/groups/utbildning/reports/"), "{path}");
    }

    fn the_day_is_reminded_of_and_when_it_has_passed_those_who_lead_hear(app: TestApp) {
        let idea = decided(&app);
        let subjects = |who: &Client| -> Vec<String> {
            let mails = app.mails_to(&who.email());
            mails.into_iter().map(|sent| sent.mail.subject).filter(|subject| subject.contains("Ungdomsrådet")).collect()
        };
        for _ in 0..20 {
            app.advance_days(1);
            app.run_jobs();
            app.run_jobs();
        }

        let told = subjects(&idea.member);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("Berätta för Ungdomsrådet senast"), "{told:?}");
        assert_eq!(told[1], "Ungdomsrådet har inte fått veta vad som beslutats");
        let to_lead = app.mails_to(&idea.coordinator.email());
        let late: Vec<_> = to_lead.iter().filter(|sent| sent.mail.kind == "reports_late").collect();
        assert_eq!(late.len(), 1, "the chair has not told either");
        assert!(late[0].mail.subject.ends_with(": 2 representanter har inte berättat vad som beslutats"));
        assert!(late[0].mail.text.contains("Ungdomsrådet"), "{}", late[0].mail.text);
        let steps: i64 = app.read(|conn| {
            let own = seat_report_steps::table.filter(seat_report_steps::seat_id.eq(app.seat_of(&idea.member)));
            Ok(own.count().get_result(conn)?)
        });
        assert_eq!(steps, 2);
    }

    fn a_new_seat_owes_nothing_of_what_was_before_and_hides_no_other(app: TestApp) {
        let idea = decided(&app);
        app.write(|tx| {
            let new = medskapa::groups::store::NewSeat {
                group: idea.group,
                person: idea.asked.id(),
                role: medskapa::groups::SeatRole::Member,
                represents: "Pensionärerna",
                starts_on: tx.now.date().plus_days(-10),
                ends_on: None,
            };
            medskapa::groups::store::insert_seat(tx, &new)
        });

        let new = app.visitor().get(&app.seat_path(&idea.asked)).expect(200).page().main_text();
        assert!(new.contains("Det finns inget nytt att berätta"), "{new}");
        let group = app.visitor().get("/groups/utbildning").expect(200).page().main_text();
        assert!(group.contains("Berättar senast"), "{group}");
    }

    fn however_many_are_late_those_who_lead_get_one_mail(app: TestApp) {
        let idea = decided(&app);
        let (siri, ola) = (app.seated(idea.group, "member", "Siri"), app.seated(idea.group, "member", "Ola"));
        for (who, whom) in [(&siri, "Föräldrarna"), (&ola, "Hyresgästerna")] {
            app.speaks_for(who, whom);
            let own = seats::table.filter(seats::person_id.eq(who.id()));
            let since = (seats::tells_after.eq(0), seats::starts_on.eq(20_000));
            app.write(|tx| Ok(diesel::update(own).set(since).execute(tx.conn)?));
        }
        sends(&app, &ola, &ola);
        app.mailer.forget();

        for _ in 0..20 {
            app.advance_days(1);
            app.run_jobs();
        }

        let of_reports = |who: &Client| -> Vec<String> {
            let mails = app.mails_to(&who.email()).into_iter().map(|sent| sent.mail);
            let late = mails.filter(|mail| mail.kind.starts_with("report") && mail.kind.ends_with("late")).map(|mail| mail.subject + "|" + &mail.text);
            late.collect()
        };
        let told = of_reports(&idea.coordinator);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("representanter har inte berättat"), "{told:?}");
        assert!(told[0].contains("Ungdomsrådet") && told[0].contains("Föräldrarna"), "{told:?}");
        assert!(!told[0].contains("Hyresgästerna"), "{told:?}");
        assert_eq!((of_reports(&siri).len(), of_reports(&ola).len()), (1, 0));
    }

    fn answers_are_read_by_the_holder_and_those_who_lead(app: TestApp) {
        let idea = decided(&app);
        let path = sends(&app, &idea.member, &idea.member);
        let (rut, ove) = (app.resident("Rut"), app.resident("Ove"));
        rut.send_form(&path, &format!("{path}/replies"), &[("body", "Fråga om parken i stället.")]).expect(303);
        rut.send_form(&path, &format!("{path}/replies"), &[("body", "")]).expect(422);
        app.visitor().post(&format!("{path}/replies"), &[("body", "Hej hej")]).expect(401);

        let reads = |who: &Client| who.get(&path).expect(200).body.contains("Fråga om parken i stället.");
        assert!(reads(&rut) && reads(&idea.member) && reads(&idea.chair) && reads(&idea.coordinator));
        assert!(!reads(&ove) && !reads(&app.visitor()) && !reads(&idea.moderator));
        let another = app.idea_in(State::Declined);
        let draft = another.member.get(&format!("{}/report", app.seat_path(&another.member))).expect(200);
        assert!(draft.page().main_text().contains("Fråga om parken i stället."), "before the next report");

        let reply: i64 = app.read(|conn| Ok(seat_replies::table.select(seat_replies::id).first(conn)?));
        ove.post(&format!("{path}/replies/{reply}/delete"), &[]).expect(404);
        rut.send_form(&path, &format!("{path}/replies/{reply}/delete"), &[]).expect(303);
        assert!(!reads(&idea.member));

        let replies = format!("/api/v1{path}/replies");
        let written = rut.api_post(&replies, &json!({ "body": "Och skolvägen?" })).expect(201).json();
        let own = format!("{replies}/{}", written["replies"][0]["id"]);
        ove.api_delete(&own).expect(404);
        assert_eq!(rut.api_delete(&own).expect(200).json()["replies"], json!([]));
        rut.api_delete(&own).expect(404);
    }

    fn an_answer_can_be_taken_out_of_sight_of_whom_it_was_written_to(app: TestApp) {
        let idea = decided(&app);
        let path = sends(&app, &idea.member, &idea.member);
        let (rut, ove) = (app.resident("Rut"), app.resident("Ove"));
        rut.send_form(&path, &format!("{path}/replies"), &[("body", "Du är dum i huvudet.")]).expect(303);
        let reads = |who: &Client| who.get(&path).expect(200).body.contains("Du är dum i huvudet.");
        let reply: i64 = app.read(|conn| Ok(seat_replies::table.select(seat_replies::id).first(conn)?));
        let remove = format!("{path}/replies/{reply}/delete");
        ove.post(&remove, &[]).expect(404);
        idea.moderator.post(&remove, &[]).expect(404);

        idea.member.send_form(&path, &remove, &[]).expect(303);

        assert!(!reads(&idea.member), "the holder is rid of it");
        assert!(reads(&idea.chair), "those who lead can still act on it");
        let page = idea.chair.get(&path).expect(200).page();
        assert!(page.main_text().contains("Borttaget"), "{}", page.main_text());
        assert!(!page.forms().contains(&remove), "once is enough");
        let listed = idea.chair.api_get(&format!("/api/v1{path}")).expect(200).json();
        assert!(listed["replies"][0]["removed_at"].is_string(), "{listed}");
        idea.member.post(&remove, &[]).expect(404);
        let another = app.idea_in(State::Declined);
        let draft = another.member.get(&format!("{}/report", app.seat_path(&another.member))).expect(200);
        assert!(!draft.body.contains("Du är dum i huvudet."));
        rut.send_form(&path, &remove, &[]).expect(303);
        assert!(!reads(&idea.chair), "whoever wrote it takes it away for good");
    }

    fn what_is_owed_stands_on_the_desk_of_the_holder(app: TestApp) {
        let idea = decided(&app);
        let waits = |words: &str| {
            let page = idea.member.get("/desk").expect(200).page();
            page.main_text().contains(words) && page.links().iter().any(|(_, to)| to.ends_with("/report"))
        };
        assert!(waits("Gör det senast"));
        let listed = idea.member.api_get("/api/v1/desk").expect(200).json();
        assert_eq!(listed["reports"][0]["represents"], "Ungdomsrådet", "{listed}");

        app.advance_days(20);
        let member = app.signed_in(idea.member.id(), idea.member.name());
        let page = member.get("/desk").expect(200).page();
        assert!(page.main_text().contains("Det skulle ha gjorts senast"), "{}", page.main_text());
        sends(&app, &member, &member);
        assert_eq!(member.api_get("/api/v1/desk").expect(200).json()["reports"], json!([]));
    }

    fn whoever_was_slower_keeps_the_words_and_the_mail_says_who_wrote(app: TestApp) {
        let idea = decided(&app);
        let rut = app.resident("Rut");
        follows(&app, &rut, &idea.member);
        app.advance_days(15);
        let page = format!("{}/report", app.seat_path(&idea.member));
        let fields = idea.member.get(&page).expect(200).page().form_fields(&page);
        let to = fields.iter().find(|(name, _)| name == "to").map(|(_, value)| value.clone()).expect("what it tells of");
        let path = sends(&app, &idea.coordinator, &idea.member);

        let own = "Bänkarna blev inte av, men vi ger oss inte.";
        let late = idea.member.post(&page, &[("words", own), ("to", &to)]).expect(422);

        assert!(late.body.contains(own), "{}", late.page().main_text());
        assert!(late.page().main_text().contains("Det här är redan berättat"), "{}", late.page().main_text());
        let slower = app.chair_of(idea.group).post(&page, &[("words", own), ("to", &to)]).expect(422);
        assert!(slower.body.contains(own), "those who lead may not write any more, and keep their words too");
        assert_eq!(app.reports(), 1);
        let text = app.mails_to(&rut.email())[0].mail.text.replace('\n', " ");
        assert!(text.contains("i stället för representanten"), "{text}");
        let lead = rut.get(&path).expect(200).page().main_text();
        assert!(lead.contains(&format!("{} och de som leder gruppen läser ditt svar", idea.member.name())), "{lead}");
    }

    fn the_process_group_sees_who_has_not_told(app: TestApp) {
        let idea = decided(&app);
        let process = app.process("Petra");
        assert!(!process.get("/process").expect(200).page().main_text().contains("inte har berättat"));

        app.advance_days(20);

        let page = process.get("/process").expect(200).page();
        assert_eq!(page.link("Ungdomsrådet"), app.seat_path(&idea.member));
        let words = page.main_text();
        assert!(words.contains(&format!("Ansvarig: {}", idea.member.name())), "{words}");
    }

    fn nobody_writes_answers_without_end(app: TestApp) {
        let idea = decided(&app);
        let path = format!("/api/v1{}/replies", sends(&app, &idea.member, &idea.member));
        let rut = app.resident("Rut");
        for at in 0..10 {
            rut.api_post(&path, &json!({ "body": format!("Svar {at}") })).expect(201);
        }

        let refused = rut.api_post(&path, &json!({ "body": "Ett till" })).expect(409).json();
        assert_eq!(refused["error"]["code"], "too-many-replies", "{refused}");
        app.advance_days(2);
        app.resident("Rut").api_post(&path, &json!({ "body": "I morgon" })).expect(201);
    }

    fn the_mails_can_be_stopped_and_what_is_known_of_a_follower_is_his(app: TestApp) {
        let idea = decided(&app);
        let rut = app.resident("Rut");
        follows(&app, &rut, &idea.member);
        let data = rut.get("/account/data").expect(200).json();
        assert_eq!(data["seats_followed"][0]["represents"], "Ungdomsrådet");
        crate::mail_choices::chooses(&rut, "seats", "never");

        sends(&app, &idea.member, &idea.member);

        assert_eq!(app.mails_to(&rut.email()).len(), 0);
        rut.post("/account/leave", &[("sure", "yes")]).expect(303);
        assert_eq!(app.read(|conn| Ok(seat_follows::table.count().get_result::<i64>(conn)?)), 0);
    }

    fn followers_stay_when_the_person_changes(app: TestApp) {
        let idea = decided(&app);
        let rut = app.resident("Rut");
        follows(&app, &rut, &idea.member);
        app.write(|tx| {
            let own = seats::table.filter(seats::person_id.eq(idea.member.id()));
            Ok(diesel::update(own).set(seats::ends_on.eq(Some(tx.now.date().plus_days(-3)))).execute(tx.conn)?)
        });
        let siri = app.seated(idea.group, "member", "Siri");
        app.speaks_for(&siri, "Ungdomsrådet");

        idea.member.get(&format!("{}/report", app.seat_path(&idea.member))).expect(403);
        sends(&app, &siri, &siri);

        assert_eq!(app.mails_to(&rut.email()).len(), 1);
    }

    fn a_program_does_the_same(app: TestApp) {
        let idea = decided(&app);
        let rut = app.resident("Rut");
        let seat = format!("/api/v1{}", app.seat_path(&idea.member));
        rut.api_post(&format!("{seat}/follow"), &json!({})).expect(200);
        let before = rut.api_get(&seat).expect(200).json();
        assert_eq!(before["follows"], true);
        assert_eq!(before["report_back"]["is_late"], false);
        rut.api_post(&format!("{seat}/report"), &json!({ "words": WORDS, "to": "999999" })).expect(403);

        let answer = idea.member.api_post(&format!("{seat}/report"), &json!({ "words": WORDS, "to": "999999" }));

        let report = answer.expect(201).json();
        assert_eq!(report["decisions"].as_array().map(Vec::len), Some(1));
        assert_eq!(rut.api_get(&seat).expect(200).json()["reports"], json!([report["id"]]));
        rut.api_delete(&format!("{seat}/follow")).expect(200);
        assert_eq!(rut.api_get(&seat).expect(200).json()["follows"], false);
    }
}
