//! `/moderation/comments/{id}`

use super::waiting_comment;
use crate::support::State;

on_both_databases! {
    fn a_shown_comment_is_read_by_everyone(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let comment = waiting_comment(&app, &idea, &app.resident("Elin"), "Min mormor vilar gärna.");
        let path = format!("/moderation/comments/{comment}");
        assert!(!app.visitor().get(&idea.path()).page().main_text().contains("Min mormor"));

        let answer = app.moderator("Siv").send_form(&path, &path, &[]).expect(303);

        assert_eq!(answer.location(), "/moderation");
        assert!(app.visitor().get(&idea.path()).page().main_text().contains("Min mormor"));
    }

    fn a_refused_comment_is_told_to_its_author_with_the_reason(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let comment = waiting_comment(&app, &idea, &app.resident("Elin"), "Ring Kalle på 031-123 45 67!");
        let siv = app.moderator("Siv");
        let path = format!("/moderation/comments/{comment}");

        let page = siv.get(&path).expect(200).page();
        let chosen = format!("{path}?choice=refuse&ground=R3");
        siv.send_form(&chosen, &path, &[("words", "Du skrev någon annans nummer.")]).expect(303);
        app.run_jobs();

        assert!(page.main_text().contains("Det finns ett telefonnummer i texten."));
        assert!(!app.visitor().get(&idea.path()).body.contains("Ring Kalle"));
        let mails = app.mails_to("elin@example.org");
        assert!(mails.iter().any(|mail| mail.mail.text.contains("Du skrev någon annans nummer.")), "{mails:?}");
    }

    fn a_comment_that_was_shown_can_be_hidden_and_shown_again(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let comment = waiting_comment(&app, &idea, &app.resident("Elin"), "Min mormor vilar gärna.");
        let siv = app.moderator("Siv");
        let path = format!("/moderation/comments/{comment}");
        siv.send_form(&path, &path, &[]).expect(303);

        siv.send_form(&format!("{path}?choice=hide&ground=R5"), &path, &[]).expect(303);
        let hidden = app.visitor().get(&idea.path());
        siv.send_form(&path, &path, &[]).expect(303);
        let shown = app.visitor().get(&idea.path());

        assert!(!hidden.body.contains("Min mormor") && hidden.page().has(".hidden-content"), "{hidden}");
        assert!(shown.body.contains("Min mormor"), "{shown}");
    }

    fn waiting_foreign_and_missing_answer_alike(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let comment = waiting_comment(&app, &idea, &app.resident("Elin"), "Det behövs!");
        let (visitor, hanna) = (app.visitor(), app.resident("Hanna"));

        for client in [&visitor, &hanna] {
            let missing = client.get("/moderation/comments/999999").expect(404);

            assert_eq!(client.get(&format!("/moderation/comments/{comment}")).expect(404).body, missing.body);
            assert_eq!(client.get("/moderation/comments/none").expect(404).body, missing.body);
        }
    }

    fn an_own_comment_is_left_to_somebody_else(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let siv = app.moderator("Siv");
        let comment = waiting_comment(&app, &idea, &siv, "Det behövs!");
        let path = format!("/moderation/comments/{comment}");

        let answer = siv.get(&path).expect(403);

        assert!(answer.page().main_text().contains("Be en kollega"), "{answer}");
        siv.post(&path, &[("choice", "show")]).expect(403);
    }
}
