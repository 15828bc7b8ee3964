//! `/moderation/ideas/{number}/visibility`

use crate::support::State;

on_both_databases! {
    fn a_hidden_idea_leaves_every_public_place_and_comes_back(app: TestApp) {
        let idea = app.idea_in(State::Open);
        app.follow_search();
        let (siv, visitor) = (app.moderator("Siv"), app.visitor());
        let path = format!("/moderation/ideas/{}/visibility", idea.number);
        let places = ["/ideas", "/", "/search?q=b%C3%A4nkar", "/feeds/ideas.atom", "/groups/utbildning"];
        let found = || -> Vec<bool> {
            app.follow_search();
            places.iter().map(|place| visitor.get(place).body.contains(&idea.number)).collect()
        };
        let before = found();
        assert!(before.contains(&true), "{before:?}");

        siv.send_form(&format!("{path}?choice=hide&ground=R3"), &path, &[("words", "Den nämner en granne.")])
            .expect(303);

        assert_eq!(found(), [false; 5]);
        assert_eq!(visitor.get(&idea.path()).expect(404).body, visitor.get("/ideas/2026-9999").body);
        let shown = siv.get(&path).expect(200).page();
        assert!(shown.main_text().contains("Den nämner en granne."), "{}", shown.main_text());

        siv.send_form(&path, &path, &[]).expect(303);

        assert_eq!(found(), before);
        visitor.get(&idea.path()).expect(200);
    }

    fn what_was_hidden_is_in_no_answer_although_the_index_does_not_follow(app: TestApp) {
        let idea = app.idea_in(State::Open);
        app.follow_search();
        let visitor = app.visitor();
        let words = "/search?q=b%C3%A4nkar";
        assert!(visitor.get(words).body.contains(&idea.number));
        let path = format!("/moderation/ideas/{}/visibility", idea.number);

        app.moderator("Siv")
            .send_form(&format!("{path}?choice=hide&ground=R3"), &path, &[("words", "Den nämner en granne.")])
            .expect(303);

        for place in [words, "/ideas?q=b%C3%A4nkar", "/api/v1/ideas?q=b%C3%A4nkar"] {
            let answer = visitor.get(place).expect(200).body;
            assert!(!answer.contains(&idea.number) && !answer.contains("gångvägen"), "{place}: {answer}");
            assert!(!answer.contains("\"total\":1"), "{place}: {answer}");
        }
        let completions = visitor.get("/completions.json?q=b%C3%A4n").expect(200).body;
        assert!(!completions.contains("bänkar"), "{completions}");
        let similar = visitor.get("/similar.json?text=fler+b%C3%A4nkar+vid+g%C3%A5ngv%C3%A4gen").expect(200).body;
        assert!(!similar.contains(&idea.number), "{similar}");
    }

    fn an_answer_waits_for_the_index_to_see_what_was_hidden(app: TestApp) {
        let (idea, other) = (app.idea_in(State::Open), app.idea_in(State::WithGroup));
        app.follow_search();
        let visitor = app.visitor();
        let path = format!("/moderation/ideas/{}/visibility", idea.number);
        app.moderator("Siv")
            .send_form(&format!("{path}?choice=hide&ground=R3"), &path, &[("words", "Den nämner en granne.")])
            .expect(303);

        let answer = std::thread::scope(|threads| {
            let asked = threads.spawn(|| visitor.get("/search?q=b%C3%A4nkar").expect(200).body);
            app.follow_search();
            asked.join().expect("an answer")
        });

        assert!(!answer.contains(&idea.number), "{answer}");
        assert!(answer.contains(&other.number), "what is still public is found: {answer}");
    }

    fn its_author_is_told_why_and_followers_nothing(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let hanna = app.resident("Hanna");
        hanna.post(&idea.at("follow"), &[]).expect(303);
        app.run_jobs();
        app.forget_mails();
        let path = format!("/moderation/ideas/{}/visibility", idea.number);

        app.moderator("Siv")
            .send_form(&format!("{path}?choice=hide&ground=R3"), &path, &[("words", "Den nämner en granne.")])
            .expect(303);
        app.run_jobs();

        let mails = app.mails_to("amina@example.org");
        assert!(mails.iter().any(|mail| mail.mail.text.contains("Den nämner en granne.")), "{mails:?}");
        assert!(app.mails_to("hanna@example.org").is_empty());
        idea.author.get(&idea.path()).expect(200);
    }

    fn only_moderators_and_administrators_hide(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let path = format!("/moderation/ideas/{}/visibility", idea.number);

        app.visitor().get(&path).expect(401);
        app.resident("Hanna").get(&path).expect(403);
        idea.chair.get(&path).expect(403);
        app.admin("Ada").get(&path).expect(200);
        app.visitor().get("/moderation/ideas/2026-9999/visibility").expect(404);
    }

    fn what_is_not_published_cannot_be_hidden(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}/visibility", idea.number);

        let page = siv.get(&path).expect(200).page();
        let fields =
            [("choice", "hide"), ("ground", "R3"), ("words", "Den nämner en."), ("version", &idea.version(&app))];
        siv.post(&path, &fields).expect(409);

        assert!(page.main_text().contains("Idén är inte publicerad"), "{}", page.main_text());
    }
}
