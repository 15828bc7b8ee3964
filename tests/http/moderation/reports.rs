//! `/ideas/{number}/reports` and `/moderation/reports/{id}`

use super::waiting_comment;
use crate::support::{Client, State, TestApp};

/// The address of the first report in the queue.
fn first_report(moderator: &Client) -> String {
    let links = moderator.get("/moderation").page().links();
    let found = links.into_iter().map(|(_, to)| to).find(|to| to.starts_with("/moderation/reports/"));
    found.expect("a report in the queue")
}

on_both_databases! {
    fn a_visitor_reports_and_gets_the_answer_by_mail(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let siv = app.moderator("Siv");
        let page = idea.at("reports");
        let fields = [
            ("kind", "privacy"),
            ("reason", "Det hänger ut min granne."),
            ("email", "kim@example.org"),
            ("good_faith", "yes"),
        ];

        let sent = app.visitor().send_form(&page, &page, &fields).expect(303);
        assert_eq!(sent.location(), idea.path());
        let path = first_report(&siv);
        let shown = siv.get(&path).expect(200);
        siv.send_form(&path, &path, &[("words", "Texten nämner ingen person.")]).expect(303);
        app.run_jobs();

        assert!(shown.page().main_text().contains("Det hänger ut min granne."), "{shown}");
        assert!(!shown.body.contains("kim@example.org"));
        let mails = app.mails_to("kim@example.org");
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].mail.text.contains("Texten nämner ingen person."));
        app.visitor().get(&idea.path()).expect(200);
    }

    fn what_is_wrong_with_a_report_is_told_and_the_words_stay(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let page = idea.at("reports");

        let answer = app
            .visitor()
            .send_form(&page, &page, &[("reason", "Det hänger ut min granne."), ("email", "kim")])
            .expect(422);

        let shown = answer.page();
        assert_eq!(shown.errors().len(), 3, "{:?}", shown.errors());
        assert_eq!(shown.text_of("#reason"), "Det hänger ut min granne.");
        assert!(shown.title().starts_with("Fel:"), "{}", shown.title());
    }

    fn a_reported_comment_can_be_hidden_and_both_sides_are_told(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let siv = app.moderator("Siv");
        let comment = waiting_comment(&app, &idea, &app.resident("Elin"), "Du är dum i huvudet.");
        let shown_first = format!("/moderation/comments/{comment}");
        siv.send_form(&shown_first, &shown_first, &[]).expect(303);
        let page = format!("{}?comment={comment}", idea.at("reports"));
        let fields = [("kind", "insulting"), ("reason", "Det kränker."), ("good_faith", "yes")];
        app.resident("Hanna").send_form(&page, &idea.at("reports"), &fields).expect(303);

        let path = first_report(&siv);
        siv.send_form(&format!("{path}?choice=hide&ground=R5"), &path, &[]).expect(303);
        app.run_jobs();

        assert!(!app.visitor().get(&idea.path()).body.contains("Du är dum"));
        assert_eq!(app.mails_to("hanna@example.org").len(), 1);
        assert!(app.mails_to("elin@example.org").iter().any(|mail| mail.mail.kind == "comment_hidden"));
        assert!(siv.get(&path).page().main_text().contains("Dolt"));
    }

    fn what_is_not_shown_cannot_be_reported(app: TestApp) {
        let visitor = app.visitor();
        let hidden = app.idea_in(State::Open);
        app.hide(&hidden);
        let waiting = app.idea_in(State::Screening);
        let open = app.idea_in(State::Open);
        let comment = waiting_comment(&app, &open, &app.resident("Elin"), "Det behövs!");
        let missing = visitor.get("/ideas/2026-9999/reports").expect(404).body;

        for path in [
            hidden.at("reports"),
            waiting.at("reports"),
            format!("{}?comment={comment}", open.at("reports")),
            format!("{}?comment=none", open.at("reports")),
        ] {
            assert_eq!(visitor.get(&path).expect(404).body, missing, "{path}");
        }
        let fields = [("kind", "other"), ("reason", "Det är reklam."), ("good_faith", "yes")];
        visitor.post(&hidden.at("reports"), &fields).expect(404);
    }

    fn many_reports_about_one_thing_stand_together(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let fields = [("kind", "other"), ("reason", "Det är reklam."), ("good_faith", "yes")];
        for name in ["Hanna", "Gustav", "Elin"] {
            app.resident(name).post(&idea.at("reports"), &fields).expect(303);
        }
        app.resident("Hanna").post(&idea.at("reports"), &fields).expect(303);

        let page = app.moderator("Siv").get("/moderation").page();

        assert_eq!(page.texts_of(".queue > li").len(), 1);
        assert!(page.main_text().contains("3 anmälningar"), "{}", page.main_text());
    }

    fn reports_with_a_contact_are_limited(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| config.server.sign_ins_per_hour = 2) else { return };
        let idea = app.idea_in(State::Open);
        let visitor = app.visitor();
        let send = |email: &str| {
            let fields = [("kind", "other"), ("reason", "Det är reklam."), ("good_faith", "yes"), ("email", email)];
            visitor.post(&idea.at("reports"), &fields).status
        };

        let answers = [send("a@example.org"), send("b@example.org"), send("c@example.org"), send("")];

        assert_eq!(answers, [303, 303, 429, 303]);
    }
}
