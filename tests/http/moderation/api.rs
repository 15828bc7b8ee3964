//! `/api/v1/moderation…` and `/api/v1/ideas/{number}/reports`

use serde_json::json;

use super::waiting_comment;
use crate::support::State;

on_both_databases! {
    fn the_queue_tells_what_to_do(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");

        let queue = siv.api_get("/api/v1/moderation").expect(200).json();
        let case = siv.api_get(&format!("/api/v1/moderation/ideas/{}", idea.number)).expect(200).json();

        assert_eq!((&queue["count"], &queue["waiting"][0]["kind"]), (&json!(1), &json!("idea")));
        assert_eq!(queue["waiting"][0]["number"], json!(idea.number));
        let choices: Vec<_> = case["choices"].as_array().unwrap().iter().map(|one| one["choice"].clone()).collect();
        assert_eq!(choices, [json!("publish"), json!("return"), json!("refuse")]);
        assert_eq!(case["choices"][2]["grounds"].as_array().unwrap().len(), 3);
        app.visitor().api_get("/api/v1/moderation").expect(401);
        app.resident("Hanna").api_get("/api/v1/moderation").expect(403);
    }

    fn an_idea_is_returned_and_an_old_version_is_a_conflict(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/api/v1/moderation/ideas/{}", idea.number);
        let version = siv.api_get(&path).json()["version"].clone();
        let body = json!({ "choice": "return", "ground": "R10", "words": "Skriv var det gäller.", "version": version });

        let decided = siv.api_post(&path, &body).expect(200).json();
        let again = siv.api_post(&path, &body).expect(409);

        assert_eq!(decided["state"], json!("returned"));
        assert_eq!(again.problem(), "changed-meanwhile");
    }

    fn wrong_fields_are_listed(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let path = format!("/api/v1/moderation/ideas/{}", idea.number);

        let answer = app.moderator("Siv").api_post(&path, &json!({ "choice": "refuse" })).expect(422);

        let fields = answer.json()["error"]["fields"].clone();
        assert_eq!((&fields[0]["field"], &fields[1]["field"]), (&json!("ground"), &json!("words")));
    }

    fn a_comment_is_shown_and_hidden(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let comment = waiting_comment(&app, &idea, &app.resident("Elin"), "Det behövs!");
        let siv = app.moderator("Siv");
        let path = format!("/api/v1/moderation/comments/{comment}");

        let shown = siv.api_post(&path, &json!({ "choice": "show" })).expect(200).json();
        let hide = json!({ "choice": "hide", "ground": "R5", "words": "Det kränker." });
        let hidden = siv.api_post(&path, &hide).expect(200).json();

        assert_eq!((&shown["state"], &hidden["state"]), (&json!("visible"), &json!("hidden")));
        siv.api_post(&path, &hide).expect(409);
        siv.api_get(&path).expect(200);
    }

    fn a_report_is_made_and_decided(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let siv = app.moderator("Siv");
        let report = json!({ "kind": "threat", "reason": "Det hotar grannen.", "good_faith": "yes" });

        let made = app.visitor().api_post(&format!("/api/v1{}", idea.at("reports")), &report).expect(201);
        let path = made.location().to_owned();
        let case = siv.api_get(&path).expect(200).json();
        let hide = json!({
            "choice": "hide", "ground": "R4", "words": "Det är ett hot.", "version": case["version"].clone()
        });
        let decided = siv.api_post(&path, &hide).expect(200).json();

        assert_eq!(case["reports"][0]["kind"], json!("threat"));
        assert_eq!(decided["reports"][0]["outcome"], json!("hidden"));
        app.visitor().get(&idea.path()).expect(404);
        app.visitor().api_get(&path).expect(404);
    }

    fn an_idea_is_hidden_and_shown_again(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let siv = app.moderator("Siv");
        let path = format!("/api/v1/moderation/ideas/{}/visibility", idea.number);
        let version = siv.api_get(&path).expect(200).json()["version"].clone();
        let hide = json!({ "choice": "hide", "ground": "R3", "words": "Den nämner en granne.", "version": version });

        let hidden = siv.api_post(&path, &hide).expect(200).json();
        let why = siv.api_get(&path).json();
        let show = json!({ "choice": "show", "version": hidden["version"].clone() });
        let shown = siv.api_post(&path, &show).expect(200).json();

        assert_eq!((&hidden["hidden"], &shown["hidden"]), (&json!(true), &json!(false)));
        assert_eq!((&why["ground"], &why["words"]), (&json!("R3"), &json!("Den nämner en granne.")));
    }
}
