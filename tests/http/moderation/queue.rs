//! `GET /moderation`

use super::{MOST_STATEMENTS, appealed, cost, give_to, waiting_comment};
use crate::support::State;

on_both_databases! {
    fn the_queue_is_the_moderators(app: TestApp) {
        app.visitor().get("/moderation").expect(401);
        app.resident("Hanna").get("/moderation").expect(403);
        app.admin("Ada").get("/moderation").expect(403);

        let shown = app.moderator("Bo").get("/moderation").expect(200);

        assert!(shown.page().main_text().contains("Inget väntar just nu."), "{shown}");
    }

    fn what_may_be_a_crime_comes_first_and_the_rest_by_deadline(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let open = app.idea_in(State::Open);
        let comment = waiting_comment(&app, &open, &app.resident("Elin"), "Det behövs verkligen!");
        let report = [("kind", "threat"), ("reason", "Det hotar grannen."), ("good_faith", "yes")];
        app.visitor().post(&open.at("reports"), &report).expect(303);

        let page = app.moderator("Siv").get("/moderation").expect(200).page();

        let links: Vec<String> =
            page.links().into_iter().map(|(_, to)| to).filter(|to| to.starts_with("/moderation/")).collect();
        assert_eq!(links.len(), 3, "{links:?}");
        assert!(links[0].starts_with("/moderation/reports/"));
        assert_eq!(links[1], format!("/moderation/comments/{comment}"));
        assert_eq!(links[2], format!("/moderation/ideas/{}", idea.number));
        assert_eq!(page.texts_of(".time-mark"), ["Genast"]);
        assert!(page.main_text().contains("3 väntar, äldst 1 dag."), "{}", page.main_text());
        assert!(page.main_text().contains("Det behövs verkligen!"));
    }

    fn a_short_and_a_late_time_are_told_in_a_word(app: TestApp) {
        app.idea_in(State::Screening);
        let siv = app.moderator("Siv");

        app.advance_days(9);
        let short = siv.get("/moderation").page();
        app.advance_days(9);
        let late = siv.get("/moderation").page();

        assert_eq!(short.texts_of(".time-mark"), ["Bråttom"]);
        assert_eq!(late.texts_of(".time-mark"), ["Försenad"]);
        assert!(late.main_text().contains("Skulle ha varit klart"));
    }

    fn own_matters_are_left_to_somebody_else(app: TestApp) {
        let siv = app.moderator("Siv");
        let own = app.idea_in(State::Screening);
        give_to(&app, &own, &siv);
        let appeal = appealed(&app);

        let for_siv = siv.get("/moderation").page();
        let for_bo = appeal.moderator.get("/moderation").page();

        assert!(for_siv.main_text().contains("Din egen – lämnas till en annan."));
        assert!(!for_siv.links().iter().any(|(_, to)| *to == format!("/moderation/ideas/{}", own.number)));
        assert!(for_siv.main_text().contains("Begäran om ny prövning"));
        assert!(for_bo.main_text().contains("Du fattade det första beslutet"));
        assert!(!for_bo.links().iter().any(|(_, to)| *to == format!("/moderation/ideas/{}", appeal.number)));
        siv.get(&format!("/moderation/ideas/{}", own.number)).expect(403);
        appeal.moderator.get(&format!("/moderation/ideas/{}", appeal.number)).expect(403);
    }

    fn twenty_are_shown_and_the_rest_counted(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let elin = app.resident("Elin");
        for _ in 0..23 {
            waiting_comment(&app, &idea, &elin, "Det behövs!");
        }

        let page = app.moderator("Bo").get("/moderation").page();

        assert_eq!(page.texts_of(".queue > li").len(), 20);
        assert!(page.main_text().contains("23 väntar") && page.main_text().contains("3 till väntar."));
    }

    fn the_pages_cost_at_most_six_statements(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let open = app.idea_in(State::Open);
        app.follow_search();
        let comment = waiting_comment(&app, &open, &app.resident("Elin"), "Det behövs!");
        let report = [("kind", "other"), ("reason", "Det är reklam."), ("good_faith", "yes")];
        app.visitor().post(&open.at("reports"), &report).expect(303);
        let siv = app.moderator("Siv");
        let reports = siv.get("/moderation").page().links();
        let (_, report) = reports.iter().find(|(_, to)| to.starts_with("/moderation/reports/")).unwrap();

        for path in [
            "/moderation",
            &format!("/moderation/ideas/{}", idea.number),
            &format!("/moderation/ideas/{}/visibility", open.number),
            &format!("/moderation/comments/{comment}"),
            report,
            &open.at("reports"),
        ] {
            let spent = cost(&app, || drop(siv.get(path).expect(200)));

            assert!(spent <= MOST_STATEMENTS, "{spent} statements for {path}");
        }
    }
}
