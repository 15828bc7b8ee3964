//! What of a report is not shown: ideas that are hidden, and words that a moderator has hidden.

use diesel::prelude::*;
use medskapa::db::schema::{ideas, people, seat_report_decisions};
use serde_json::json;

use super::{WORDS, decided, follows, sends};
use crate::support::Client;

const WHY: &str = "Den nämner en granne vid namn.";

/// Where a moderator judges a report.
fn moderation_path(report: &str) -> String {
    format!("/moderation/seat-reports/{}", report.rsplit('/').next().expect("a number"))
}

/// Hides the words of a report.
#[track_caller]
pub(super) fn hides(moderator: &Client, report: &str) {
    let path = moderation_path(report);
    moderator.send_form(&format!("{path}?choice=hide&ground=R3"), &path, &[("words", WHY)]).expect(303);
}

on_both_databases! {
    fn what_is_hidden_afterwards_is_in_no_report(app: TestApp) {
        let idea = decided(&app);
        let path = sends(&app, &idea.member, &idea.member);
        let title = app.visitor().get(&idea.path()).expect(200).page().heading();
        assert!(app.visitor().get(&path).expect(200).body.contains(&title));

        app.hide(&idea);

        assert!(!app.visitor().get(&path).expect(200).body.contains(&title));
        assert!(!app.visitor().api_get(&format!("/api/v1{path}")).expect(200).body.contains(&title));
        let told: i64 = app.read(|conn| Ok(seat_report_decisions::table.count().get_result(conn)?));
        assert_eq!(told, 1, "it comes back when the idea is shown again");
    }

    fn what_is_hidden_before_the_report_goes_out_is_taken_out_of_it(app: TestApp) {
        let (one, other) = (decided(&app), decided(&app));
        let rut = app.resident("Rut");
        follows(&app, &rut, &other.member);
        app.mailer.fail_next(1);
        let path = sends(&app, &other.member, &other.member);
        assert_eq!(app.mails_to(&rut.email()).len(), 0);

        app.hide(&one);
        hides(&other.moderator, &path);
        app.advance_minutes(30);
        app.run_jobs();

        let mails = app.mails_to(&rut.email());
        assert_eq!(mails.len(), 1);
        let raw = &mails[0].raw;
        assert!(raw.contains(&other.number) && !raw.contains(&one.number) && !raw.contains("Kom gärna"), "{raw}");
    }

    fn a_report_of_which_nothing_is_left_goes_to_nobody(app: TestApp) {
        let idea = decided(&app);
        let rut = app.resident("Rut");
        follows(&app, &rut, &idea.member);
        app.mailer.fail_next(1);
        let path = sends(&app, &idea.member, &idea.member);

        app.hide(&idea);
        hides(&idea.moderator, &path);
        app.advance_minutes(30);
        app.run_jobs();

        assert_eq!(app.mails_to(&rut.email()).len(), 0);
        assert_eq!(app.reports(), 1);
    }

    fn what_was_hidden_when_others_were_told_comes_with_the_next_report(app: TestApp) {
        let (hidden, idea) = (decided(&app), decided(&app));
        app.hide(&hidden);
        sends(&app, &idea.member, &idea.member);
        let page = app.seat_path(&idea.member);
        assert!(!app.visitor().get(&page).expect(200).page().main_text().contains("Berättar senast"));

        app.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(hidden.id));
            Ok(diesel::update(this).set((ideas::hidden.eq(false), ideas::listed.eq(true))).execute(tx.conn)?)
        });

        assert!(app.visitor().get(&page).expect(200).page().main_text().contains("Berättar senast"));
        let path = sends(&app, &idea.member, &idea.member);
        assert!(app.visitor().get(&path).expect(200).body.contains(&hidden.number));
        assert_eq!(app.reports(), 2);
    }

    fn a_moderator_hides_the_words_says_why_and_the_decisions_stay(app: TestApp) {
        let idea = decided(&app);
        let path = sends(&app, &idea.member, &idea.member);
        let case = moderation_path(&path);
        app.resident("Rut").post(&case, &[("choice", "hide")]).expect(403);
        idea.moderator.post(&case, &[("choice", "hide"), ("ground", "R1"), ("words", "Nej.")]).expect(422);
        app.mailer.forget();

        hides(&idea.moderator, &path);
        app.run_jobs();

        let text = app.visitor().get(&path).expect(200).page().main_text();
        assert!(!text.contains(WORDS) && text.contains("En moderator har dolt det som stod här"), "{text}");
        assert!(text.contains("Bänkar sätts ut") && !text.contains(WHY), "{text}");
        assert_eq!(app.visitor().api_get(&format!("/api/v1{path}")).expect(200).json()["words"], json!(null));
        let own = idea.member.get(&path).expect(200).page().main_text();
        assert!(own.contains(WORDS) && own.contains(WHY), "{own}");
        let mails = app.mails_to(&idea.member.email());
        let hidden = mails.iter().find(|sent| sent.mail.subject == "Vi visar inte det du skrev till Ungdomsrådet");
        let text = &hidden.expect("whoever wrote it is told").mail.text;
        assert!(text.contains(WHY) && text.contains(WORDS) && text.contains("Svara på mejlet"), "{text}");
        idea.moderator.send_form(&case, &case, &[]).expect(303);
        assert!(app.visitor().get(&path).expect(200).page().main_text().contains(WORDS));
    }

    fn words_are_hidden_over_the_api_once_and_by_nobody_who_wrote_them(app: TestApp) {
        let idea = decided(&app);
        let path = sends(&app, &idea.member, &idea.member);
        let case = format!("/api/v1{}", moderation_path(&path));
        let hide = json!({ "choice": "hide", "ground": "R3", "words": WHY, "form_key": "k1" });
        app.write(|tx| {
            let this = people::table.filter(people::id.eq(idea.member.id()));
            Ok(diesel::update(this).set(people::role.eq("moderator")).execute(tx.conn)?)
        });
        idea.member.api_post(&case, &hide).expect(403);

        let hidden = idea.moderator.api_post(&case, &hide).expect(200).json();
        idea.moderator.api_post(&case, &hide).expect(200);
        idea.moderator.api_post(&case, &json!({ "choice": "hide", "ground": "R3", "words": WHY })).expect(409);

        assert_eq!((&hidden["hidden"], &hidden["ground"], &hidden["reason"]), (&json!(true), &json!("R3"), &json!(WHY)));
        assert_eq!(hidden["choices"][0]["choice"], "show");
        let shown = idea.moderator.api_post(&case, &json!({ "choice": "show" })).expect(200).json();
        assert_eq!((&shown["hidden"], &shown["ground"]), (&json!(false), &json!(null)));
        idea.moderator.api_get("/api/v1/moderation/seat-reports/999999").expect(404);
        idea.moderator.get("/moderation/seat-reports/x").expect(404);
    }
}
