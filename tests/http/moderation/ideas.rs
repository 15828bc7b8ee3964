//! `/moderation/ideas/{number}`

use super::{appealed, reads_english};
use crate::support::State;

on_both_databases! {
    fn a_moderator_publishes_with_the_suggested_group(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);
        let fields = [("theme", "fritid"), ("group", "utbildning")];

        let answer = siv.send_form(&path, &path, &fields).expect(303);

        assert_eq!(answer.location(), "/moderation");
        assert!(siv.follow(&answer).page().notice().contains("Idén är publicerad."));
        assert_eq!(idea.state(&app), State::Open);
        let shown = app.visitor().get(&idea.path()).expect(200);
        assert!(shown.page().main_text().contains("Gruppen utbildning"), "{shown}");
        app.run_jobs();
        assert!(app.mails_to("amina@example.org").iter().any(|mail| mail.mail.kind == "published"));
    }

    fn look_alikes_are_shown_with_what_they_share(app: TestApp) {
        let open = app.idea_in(State::Open);
        let idea = app.idea_in(State::Screening);
        app.follow_search();

        let page = app.moderator("Siv").get(&format!("/moderation/ideas/{}", idea.number)).page();

        assert!(page.links().iter().any(|(_, to)| *to == open.path()), "{:?}", page.links());
        assert!(page.main_text().contains("Båda handlar om:"), "{}", page.main_text());
    }

    fn theme_and_group_must_be_chosen(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);
        let version = idea.version(&app);
        let send = |theme, group| {
            siv.post(&path, &[("choice", "publish"), ("theme", theme), ("group", group), ("version", &version)])
        };

        assert_eq!(send("", "").expect(422).page().errors().len(), 2);
        assert_eq!(send("rymden", "utbildning").expect(422).page().errors().len(), 1);
        assert_eq!(send("fritid", "finns-inte").expect(422).page().errors().len(), 1);
        assert_eq!(idea.state(&app), State::Screening);
    }

    fn returning_shows_the_ready_text_in_the_authors_language_and_mails_what_was_sent(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        reads_english(&app, idea.author.id());
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);
        let chosen = format!("{path}?choice=return&ground=R3");

        let page = siv.get(&chosen).expect(200).page();
        assert!(page.text_of("#words").contains("Remove names"), "{}", page.text_of("#words"));
        assert_eq!(page.attribute("#words", "lang").as_deref(), Some("en"));

        siv.send_form(&chosen, &path, &[("words", "Please take out the name of your neighbour.")]).expect(303);
        app.run_jobs();

        assert_eq!(idea.state(&app), State::Returned);
        let mails = app.mails_to("amina@example.org");
        assert!(mails.iter().any(|mail| mail.mail.text.contains("Please take out the name")), "{mails:?}");
    }

    fn words_that_are_too_short_come_back_with_the_ground(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);

        let answer = siv.send_form(&format!("{path}?choice=refuse&ground=R5"), &path, &[("words", "Nej")]).expect(422);

        let page = answer.page();
        assert_eq!(page.errors().len(), 1, "{answer}");
        assert_eq!(page.text_of("#words"), "Nej");
        assert!(page.form_fields(&path).contains(&("ground".to_owned(), "R5".to_owned())));
    }

    fn only_grave_grounds_are_offered_for_a_refusal_before_a_return(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);

        let page = siv.get(&path).page();
        let too_early = siv.post(
            &path,
            &[("choice", "refuse"), ("ground", "R9"), ("words", "Det är reklam."), ("version", &idea.version(&app))],
        );

        assert_eq!(page.texts_of("#refuse-ground option").len(), 3);
        assert_eq!(page.texts_of("#return-ground option").len(), 11);
        too_early.expect(409);
        assert_eq!(idea.state(&app), State::Screening);
    }

    fn of_two_moderators_the_second_gets_a_conflict(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let (siv, bo) = (app.moderator("Siv"), app.moderator("Bo"));
        let path = format!("/moderation/ideas/{}", idea.number);
        let version = idea.version(&app);
        let words = [("choice", "return"), ("ground", "R10"), ("words", "Skriv var det gäller."), ("version", &version)];

        siv.post(&path, &words).expect(303);
        bo.post(&path, &words).expect(409);

        assert_eq!(idea.state(&app), State::Returned);
    }

    fn the_same_form_sent_twice_gives_the_first_result(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);
        let mut fields = siv.get(&path).page().form_fields(&path);
        fields.retain(|(name, _)| name != "theme" && name != "group");
        fields.extend([("theme".to_owned(), "fritid".to_owned()), ("group".to_owned(), "utbildning".to_owned())]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();

        siv.post_exactly(&path, &fields).expect(303);
        siv.post_exactly(&path, &fields).expect(303);

        app.run_jobs();
        let told = app.mails_to("amina@example.org").into_iter().filter(|mail| mail.mail.kind == "published");
        assert_eq!(told.count(), 1);
    }

    fn an_appeal_is_shown_with_its_reason_and_judged_by_another(app: TestApp) {
        let idea = appealed(&app);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);
        let version = idea.version(&app);
        let publish = [("choice", "publish"), ("theme", "fritid"), ("group", "utbildning"), ("version", &version)];

        idea.moderator.post(&path, &publish).expect(403);
        let page = siv.get(&path).expect(200).page();
        siv.post(&path, &publish).expect(303);

        assert!(page.main_text().contains("Jag menade ingen särskild."));
        assert!(page.main_text().contains("Texten behöver bli tydligare."));
        assert_eq!(idea.state(&app), State::Open);
    }

    fn what_does_not_wait_says_so_and_offers_nothing(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let path = format!("/moderation/ideas/{}", idea.number);

        let page = app.moderator("Siv").get(&path).expect(200).page();

        assert!(page.main_text().contains("Idén väntar inte på granskning."));
        assert!(!page.forms().contains(&path));
        assert_eq!(page.link("Dölj eller visa idén"), format!("{path}/visibility"));
    }
}
