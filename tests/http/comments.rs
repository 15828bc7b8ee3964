//! Saying something about an idea, and the lead group's answers, as pages and as JSON.

use diesel::prelude::*;
use medskapa::db::schema::comments;
use serde_json::json;

use crate::support::{Client, Kind, Staged, State, TestApp};

/// A town that shows comments at once.
fn quick(kind: Kind) -> Option<TestApp> {
    TestApp::with(kind, |config| config.town.comments_are_reviewed = false)
}

/// Writes a comment over the API and gives its id.
#[track_caller]
fn say(client: &Client, idea: &Staged, kind: &str, body: &str) -> i64 {
    let written = client.api_post(&idea.api("comments"), &json!({ "kind": kind, "body": body })).expect(201);
    written.json()["id"].as_i64().expect("an id")
}

on_both_databases! {
    fn a_comment_waits_for_a_moderator_and_only_its_author_sees_it(kind: Kind) {
        let Some(app) = TestApp::new(kind) else { return };
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        let fields = [("kind", "for"), ("body", "Bänkarna behövs på vintern också.")];

        let sent = rut.send_form(&idea.path(), &idea.at("comments"), &fields).expect(303);

        let own = rut.follow(&sent);
        assert!(own.page().notice().contains("när en moderator har läst det"));
        assert!(!app.visitor().get(&idea.path()).body.contains("på vintern också"));
        assert!(!app.visitor().api_get(&idea.api("comments")).body.contains("på vintern också"));
    }

    fn without_review_it_is_shown_at_once_to_everyone(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        let fields = [("kind", "against"), ("body", "Pengarna räcker inte till *båda* platserna.")];

        let sent = rut.send_form(&idea.path(), &idea.at("comments"), &fields).expect(303);

        assert_eq!(rut.follow(&sent).page().notice(), "Tack! Ditt inlägg visas nu.");
        let shown = app.visitor().get(&idea.path());
        assert!(shown.page().text_of(".points-against").contains("Pengarna räcker inte till båda platserna."), "{shown}");
        let listed = app.visitor().api_get(&idea.api("comments")).expect(200).json();
        assert_eq!(listed["comments"][0]["author"], json!("Rut"));
        assert_eq!(listed["next"], json!(null));
    }

    fn a_comment_with_faults_comes_back_with_its_words(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");

        let long = "å".repeat(1001);
        let answer = rut.send_form(&idea.path(), &idea.at("comments"), &[("body", &long)]).expect(422);

        let page = answer.page();
        assert_eq!(page.errors().len(), 2, "no kind, too long: {:?}", page.errors());
        assert!(page.title().starts_with("Fel:"));
        assert!(answer.body.contains(&long), "the words are still there");
        assert_eq!(rut.api_post(&idea.api("comments"), &json!({ "kind": "x", "body": "" })).expect(422).problem(), "invalid-input");
    }

    fn personal_data_is_told_once_and_may_then_stay(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        let words = "Ring 070-123 45 67 så lånar jag ut verktyg.";

        let told = rut.post(&idea.at("comments"), &[("kind", "addition"), ("body", words)]).expect(422);
        assert!(told.page().errors()[0].contains("personuppgifter"), "{told}");
        let kept = [("kind", "addition"), ("body", words), ("keep_personal_data", "yes")];
        rut.post(&idea.at("comments"), &kept).expect(303);

        assert!(app.visitor().get(&idea.path()).body.contains("070-123 45 67"));
    }

    fn the_same_form_sent_twice_says_it_once(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        let fields = [("kind", "for"), ("body", "Bra för alla."), ("form_key", "the key of one form")];

        rut.post(&idea.at("comments"), &fields).expect(303);
        rut.post(&idea.at("comments"), &fields).expect(303);

        let listed = app.visitor().api_get(&idea.api("comments")).json();
        assert_eq!(listed["comments"].as_array().map(Vec::len), Some(1));
    }

    fn what_people_write_cannot_become_a_script(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let idea = app.idea_in(State::Open);

        say(&app.resident("Rut"), &idea, "for", "<script>alert(1)</script> [x](javascript:alert(1)) <b onclick=a()>fet</b>");

        let body = app.visitor().get(&idea.path()).body;
        for dangerous in ["<script>alert", "href=\"javascript:", "<b onclick"] {
            assert!(!body.contains(dangerous), "{dangerous}: {body}");
        }
    }

    fn the_lead_group_answers_a_question_and_whoever_asked_is_told(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        let question = say(&rut, &idea, "question", "Vem har nyckeln?");
        let address = format!("/comments/{question}/answer");

        let faulty = idea.member.send_form(&address, &address, &[("body", " ")]).expect(422);
        assert_eq!(faulty.page().errors().len(), 1);
        let sent = idea.member.send_form(&address, &address, &[("body", "Föreningen har den.")]).expect(303);
        assert!(idea.member.follow(&sent).page().notice().starts_with("Svaret visas nu"));

        let shown = app.visitor().get(&idea.path());
        assert!(shown.page().text_of(".official-answer").contains("Föreningen har den."), "{shown}");
        app.run_jobs();
        assert_eq!(app.mails_to(&rut.email()).len(), 1);
        assert_eq!(idea.chair.post(&address, &[("body", "Ett annat svar.")]).status, 409, "one answer");
    }

    fn an_answer_that_waits_is_not_mailed_when_its_question_is_hidden_meanwhile(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        for (question, answer) in [("Vem har nyckeln?", "Föreningen har den."), ("Vem städar?", "Vi gör det i maj.")] {
            let address = format!("/comments/{}/answer", say(&rut, &idea, "question", question));
            idea.member.send_form(&address, &address, &[("body", answer)]).expect(303);
        }
        app.mailer.fail_next(1);
        app.run_jobs();
        assert_eq!(app.mails_to(&rut.email()).len(), 0);

        app.write(|tx| {
            let one = comments::table.filter(comments::body.eq("Vem har nyckeln?"));
            let hidden = (comments::state.eq("hidden"), comments::ground.eq(Some("R5")));
            Ok(diesel::update(one).set(hidden).execute(tx.conn)?)
        });
        for _ in 0..4 {
            app.advance_minutes(30);
            app.run_jobs();
        }

        let mails = app.mails_to(&rut.email());
        assert_eq!(mails.len(), 1);
        assert!(mails[0].mail.text.contains("Vi gör det i maj."), "{}", mails[0].mail.text);
    }

    fn only_the_lead_group_answers_and_only_what_is_shown(kind: Kind) {
        let Some(app) = TestApp::new(kind) else { return };
        let idea = app.idea_in(State::WithGroup);
        let waiting = say(&app.resident("Rut"), &idea, "question", "Vem har nyckeln?");
        let words = json!({ "body": "Föreningen har den." });
        let address = format!("/api/v1/comments/{waiting}/answer");

        assert_eq!(idea.chair.api_post(&address, &words).status, 404, "it waits for a moderator");
        app.write(|tx| medskapa::comments::store::show(tx, medskapa::kernel::CommentId::new(waiting)));
        assert_eq!(app.visitor().api_post(&address, &words).status, 401);
        assert_eq!(app.resident("Rut").api_post(&address, &words).status, 403);
        assert_eq!(app.chair_of(app.group("arbete")).api_post(&address, &words).status, 403);
        let answered = idea.chair.api_post(&address, &words).expect(200).json();
        assert_eq!(answered["answer"]["role"], json!("chair"));
    }

    fn a_discussion_is_read_page_by_page(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        let written: Vec<i64> = (0..25).map(|place| say(&rut, &idea, "for", &format!("Skäl {place}"))).collect();

        let first = app.visitor().api_get(&idea.api("comments")).expect(200).json();
        let next = first["next"].as_str().expect("a second page").to_owned();
        let second = app.visitor().api_get(&format!("{}?after={next}", idea.api("comments"))).expect(200).json();

        let pages = [&first, &second].into_iter().flat_map(|page| page["comments"].as_array().expect("comments"));
        let read: Vec<i64> = pages.map(|comment| comment["id"].as_i64().expect("an id")).collect();
        assert_eq!(read, written);
        let unknown = app.visitor().api_get(&format!("{}?after=x", idea.api("comments")));
        assert_eq!(unknown.expect(400).problem(), "unknown-place");
    }

    fn a_closed_idea_takes_no_comment(kind: Kind) {
        let Some(app) = quick(kind) else { return };
        let rut = app.resident("Rut");

        for state in [State::Closed, State::Ballot, State::Declined, State::Done] {
            let idea = app.idea_in(state);
            let answer = rut.post(&idea.at("comments"), &[("kind", "for"), ("body", "Bra för alla.")]);
            assert_eq!(answer.status, 409, "{state} {answer}");
        }
    }
}
