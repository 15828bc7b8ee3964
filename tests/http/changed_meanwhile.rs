//! Somebody was faster: no form loses what was written into it.

use diesel::prelude::*;
use medskapa::db::schema::ideas;
use medskapa::kernel::CommentId;
use serde_json::json;

use crate::support::{Answer, Client, Staged, State, TestApp};

/// What somebody else's change does.
fn set_version(app: &TestApp, idea: &Staged, version: i64) {
    app.write(|tx| {
        let this = ideas::table.filter(ideas::id.eq(idea.id));
        diesel::update(this).set(ideas::version.eq(version)).execute(tx.conn)?;
        Ok(())
    });
}

/// Sends a form as it stood on a page a while ago, with these words in it.
fn send(client: &Client, to: &str, form: &[(String, String)], words: &[(&str, &str)]) -> Answer {
    let typed = |name: &str| words.iter().any(|(field, _)| *field == name);
    let stood = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).filter(|(name, _)| !typed(name));
    client.post_exactly(to, &stood.chain(words.iter().copied()).collect::<Vec<_>>())
}

fn form_at(client: &Client, page: &str, action: &str) -> Vec<(String, String)> {
    client.get(page).expect(200).page().form_fields(action)
}

fn version_in(form: &[(String, String)]) -> &str {
    form.iter().find(|(name, _)| name == "version").map_or("", |(_, value)| value)
}

/// The page of a refused form says why, leads to the idea, and its form is for the version of now.
#[track_caller]
fn shown_again(app: &TestApp, idea: &Staged, refused: &Answer, action: &str) -> Vec<(String, String)> {
    let page = refused.page();
    let told = page.text_of(".error-summary");
    assert!(told.contains("Någon annan har ändrat detta medan du skrev."), "{refused}");
    assert!(page.title().starts_with("Fel:"), "{}", page.title());
    assert_eq!(page.link("Läs idén som den är nu"), idea.path());
    let form = page.form_fields(action);
    assert_eq!(version_in(&form), idea.version(app));
    form
}

on_both_databases! {
    fn an_author_in_two_windows_keeps_the_words_of_the_slower(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let path = idea.at("edit");
        let old = form_at(&idea.author, &path, &path);
        let changed = "Bänkar vid den nya lekplatsen behövs för alla som väntar.";
        send(&idea.author, &path, &old, &[("body", changed)]).expect(303);
        let slower = "Bänkar vid ån behövs för alla som fiskar där.";

        let refused = send(&idea.author, &path, &old, &[("body", slower), ("form_key", "another")]).expect(409);

        let form = shown_again(&app, &idea, &refused, &path);
        assert_eq!(refused.page().text_of("#body"), slower);
        assert!(refused.page().text_of("section[aria-labelledby=now]").contains(changed), "{refused}");
        send(&idea.author, &path, &form, &[]).expect(303);
        assert!(app.visitor().get(&idea.path()).body.contains(slower));
    }

    fn words_for_a_text_that_was_locked_meanwhile_are_handed_back(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let path = idea.at("edit");
        let old = form_at(&idea.author, &path, &path);
        app.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            diesel::update(this).set((ideas::state.eq(State::Declined), ideas::version.eq(90))).execute(tx.conn)?;
            Ok(())
        });

        let refused = send(&idea.author, &path, &old, &[("addition", "Vi kan måla dem själva.")]).expect(409);

        let page = refused.page();
        assert_eq!(page.text_of("#kept"), "Vi kan måla dem själva.");
        assert!(!page.forms().contains(&path));
        assert_eq!(page.link("Läs idén som den är nu"), idea.path());
    }

    fn a_decision_written_while_the_idea_moved_on_stays_in_its_form(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let (desk, decision) = (idea.at("desk"), idea.at("decision"));
        let old = form_at(&idea.chair, &desk, &decision);
        let question = [
            ("asked_name", "Hanna"),
            ("question", "Får vi ställa bänkar där?"),
            ("due_on", &*app.today().plus_days(9).to_string()),
        ];
        idea.coordinator.send_form(&desk, &idea.at("inquiries"), &question).expect(303);
        assert_eq!(idea.state(&app), State::AwaitingAnswer);
        let words = [("outcome", "no"), ("reasons", "Det finns redan bänkar alldeles intill.")];

        let refused = send(&idea.chair, &decision, &old, &words).expect(409);

        let form = shown_again(&app, &idea, &refused, &decision);
        assert!(form.contains(&("reasons".to_owned(), "Det finns redan bänkar alldeles intill.".to_owned())));
        assert!(form.contains(&("outcome".to_owned(), "no".to_owned())));
        assert!(refused.page().has("details#decision[open]"));
    }

    fn a_form_with_a_wrong_field_does_not_hide_that_somebody_was_faster(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let (desk, merge) = (idea.at("desk"), idea.at("merge"));
        let old = form_at(&idea.chair, &desk, &merge);
        set_version(&app, &idea, 90);

        let wrong = send(&idea.chair, &merge, &old, &[("reason", "Samma sak.")]).expect(422);

        assert_eq!(version_in(&wrong.page().form_fields(&merge)), version_in(&old));
    }

    fn a_rule_that_says_no_leaves_the_words_of_the_desk(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let (decision, version) = (idea.at("decision"), idea.version(&app));
        let words = [
            ("version", &*version),
            ("outcome", "yes"),
            ("kind", "own"),
            ("what", "Fyra bänkar ställs ut av parkförvaltningen."),
            ("reasons", "Många äldre har bett om det."),
            ("concerns_children", "yes"),
            ("children", "Barnen ville sitta i solen."),
        ];

        let refused = idea.chair.post(&decision, &words).expect(409);

        assert!(refused.page().text_of(".error-summary").contains("Ett ja behöver någon som ansvarar"), "{refused}");
        assert_eq!(refused.page().text_of("#decision-reasons"), "Många äldre har bett om det.");
        assert_eq!(refused.page().text_of("#kept"), "Fyra bänkar ställs ut av parkförvaltningen.");
    }

    fn a_moderator_who_was_slower_keeps_the_words(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);
        let old = form_at(&siv, &format!("{path}?choice=return&ground=R10"), &path);
        let edit = idea.at("edit");
        idea.author.send_form(&edit, &edit, &[("body", "Bänkar behövs för alla som väntar på bussen.")]).expect(303);

        let refused = send(&siv, &path, &old, &[("words", "Skriv var det gäller.")]).expect(409);

        let form = shown_again(&app, &idea, &refused, &path);
        assert_eq!(refused.page().text_of("#words"), "Skriv var det gäller.");
        idea.moderator.post(&path, &[("choice", "return"), ("ground", "R10"), ("words", "Skriv mer om det."), ("version", version_in(&form))]).expect(303);
        let decided = send(&siv, &path, &form, &[]).expect(409);
        assert_eq!(decided.page().text_of("#kept"), "Skriv var det gäller.");
        assert_eq!(idea.state(&app), State::Returned);
    }

    fn a_ballot_for_an_idea_that_changed_is_opened_only_after_a_look(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let path = idea.at("ballots");
        let old = form_at(&idea.chair, &path, &path);
        set_version(&app, &idea, 90);
        let day = app.today().plus_days(7).to_string();
        let words = [("question", "Ska bänkarna sättas ut?"), ("held_by", "utbildning"), ("majority", "simple"), ("closes_on", &*day)];

        let refused = send(&idea.chair, &path, &old, &words).expect(409);

        let form = shown_again(&app, &idea, &refused, &path);
        assert!(form.contains(&("question".to_owned(), "Ska bänkarna sättas ut?".to_owned())), "{form:?}");
        send(&idea.chair, &path, &form, &[]).expect(303);
    }

    fn a_second_answer_to_a_question_is_handed_back(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let question = app.resident("Rut").api_post(&idea.api("comments"), &json!({ "kind": "question", "body": "Vem har nyckeln?" }));
        let question = question.expect(201).json()["id"].as_i64().expect("an id");
        app.write(|tx| medskapa::comments::store::show(tx, CommentId::new(question)));
        let path = format!("/comments/{question}/answer");
        idea.member.send_form(&path, &path, &[("body", "Föreningen har den.")]).expect(303);

        let refused = idea.chair.post(&path, &[("body", "Vaktmästaren har den.")]).expect(409);

        assert_eq!(refused.page().text_of("#body"), "Vaktmästaren har den.");
        assert_eq!(refused.page().link("Läs idén som den är nu"), idea.path());
        assert!(!app.visitor().get(&idea.path()).body.contains("Vaktmästaren"));
    }

    fn a_comment_on_an_idea_that_was_closed_meanwhile_is_handed_back(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        let old = form_at(&rut, &idea.path(), &idea.at("comments"));
        app.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            diesel::update(this).set(ideas::state.eq(State::Declined)).execute(tx.conn)?;
            Ok(())
        });

        let refused = send(&rut, &idea.at("comments"), &old, &[("kind", "for"), ("body", "Bra för alla som väntar.")]).expect(409);

        assert_eq!(refused.page().text_of("#kept"), "Bra för alla som väntar.");
        assert!(refused.page().title().starts_with("Fel:"), "{refused}");
    }

    fn two_moderators_of_one_comment_keep_their_words(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let comment = app.resident("Rut").api_post(&idea.api("comments"), &json!({ "kind": "for", "body": "Bra för alla." }));
        let path = format!("/moderation/comments/{}", comment.expect(201).json()["id"]);
        let siv = app.moderator("Siv");
        let old = form_at(&siv, &format!("{path}?choice=refuse&ground=R5"), &path);
        idea.moderator.post(&path, &[("choice", "show")]).expect(303);

        let refused = send(&siv, &path, &old, &[("words", "Det säger inget om idén.")]).expect(409);

        assert!(refused.page().text_of("main").contains("Någon annan har ändrat detta"), "{refused}");
        assert!(refused.body.contains("Det säger inget om idén."), "{refused}");
    }

    fn a_report_that_was_closed_meanwhile_hands_the_words_back(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let fields = [("kind", "hate"), ("reason", "Det hetsar mot grannarna."), ("good_faith", "yes")];
        app.resident("Rut").send_form(&idea.at("reports"), &idea.at("reports"), &fields).expect(303);
        let (siv, sven) = (app.moderator("Siv"), app.moderator("Sven"));
        let links = siv.get("/moderation").expect(200).page().links();
        let path = links.into_iter().map(|(_, path)| path).find(|path| path.starts_with("/moderation/reports/")).unwrap();
        let old = form_at(&siv, &path, &path);
        let words = "Texten hetsar mot ingen.";
        sven.send_form(&path, &path, &[("words", "Vi har läst den.")]).expect(303);

        let refused = send(&siv, &path, &old, &[("words", words)]).expect(409);

        assert_eq!(refused.page().text_of("#kept"), words);
        assert_eq!(refused.page().link("Läs idén som den är nu"), idea.path());
    }

    fn a_refusal_without_a_form_of_its_own_leads_to_the_idea(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);

        let refused = app.resident("Rut").post(&idea.at("support"), &[]).expect(409);

        assert_eq!(refused.page().link("Läs idén som den är nu"), idea.path());
        assert!(!app.visitor().post("/ideas/2026-9999/support", &[]).body.contains("2026-9999"));
    }
}
