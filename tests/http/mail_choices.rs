//! Choosing how soon one is told of what, and stopping.

use diesel::prelude::*;
use medskapa::db::schema::{mail_choices, news, theme_follows};
use medskapa::kernel::Actor;
use medskapa::kernel::token::same;
use serde_json::json;

use crate::mails::came_to_group;
use crate::support::{Client, Request, Staged, State, TestApp};

/// Chooses on the page.
#[track_caller]
pub(crate) fn chooses(who: &Client, channel: &str, pace: &str) {
    who.send_form("/account/mails", "/account/mails", &[(channel, pace)]).expect(303);
}

impl TestApp {
    /// The same thing happens once more to an idea.
    pub(crate) fn happens_again(&self, idea: &Staged) {
        self.happens(&Actor::System, &came_to_group(self, idea));
        self.run_jobs();
    }
}

fn one_click(app: &TestApp, address: &str) -> u16 {
    let path = address.strip_prefix(&app.town.settings.base_url).expect("our address");
    let answer = app.visitor().send(&Request {
        method: "POST",
        path,
        headers: &[("content-type", "application/x-www-form-urlencoded")],
        body: b"List-Unsubscribe=One-Click",
        without_cookies: true,
    });
    answer.status
}

on_both_databases! {
    fn the_page_shows_the_defaults_and_keeps_what_is_chosen(app: TestApp) {
        let rut = app.resident("Rut");
        let chosen = |name: &str| {
            let fields = rut.get("/account/mails").expect(200).page().form_fields("/account/mails");
            fields.into_iter().find(|(field, _)| field == name).map(|(_, value)| value)
        };
        assert_eq!(chosen("own").as_deref(), Some("at_once"));
        assert_eq!(chosen("comments").as_deref(), Some("daily"));
        assert_eq!(chosen("themes").as_deref(), Some("weekly"));

        chooses(&rut, "followed", "weekly");
        chooses(&rut, "ballots", "never");

        assert_eq!(chosen("followed").as_deref(), Some("weekly"));
        assert_eq!(chosen("ballots").as_deref(), Some("never"));
        assert_eq!(chosen("own").as_deref(), Some("at_once"));
        let rows: i64 = app.read(|conn| Ok(mail_choices::table.count().get_result(conn)?));
        assert_eq!(rows, 2, "what is as it always was needs no row");
    }

    fn a_pace_that_makes_no_sense_is_refused(app: TestApp) {
        let rut = app.resident("Rut");
        for (channel, pace) in [("own", "never"), ("own", "weekly"), ("themes", "at_once"), ("followed", "hourly")] {
            let answer = rut.post("/account/mails", &[(channel, pace)]).expect(422);
            assert_eq!(answer.page().errors().len(), 1, "{channel} {pace}");
            rut.api_post("/api/v1/mail-choices", &json!({ channel: pace })).expect(422);
        }
        app.visitor().post("/account/mails", &[("followed", "never")]).expect(401);
    }

    fn a_program_reads_and_chooses_the_same(app: TestApp) {
        let rut = app.resident("Rut");
        rut.api_post("/api/v1/themes/utbildning/follow", &json!({})).expect(200);

        let answer = rut.api_post("/api/v1/mail-choices", &json!({ "followed": "daily" })).expect(200).json();

        assert_eq!(answer["choices"]["followed"], "daily");
        assert_eq!(answer["choices"]["own"], "at_once");
        assert_eq!(answer["themes"], json!(["utbildning"]));
        assert_eq!(rut.api_get("/api/v1/mail-choices").expect(200).json(), answer);
        app.visitor().api_get("/api/v1/mail-choices").expect(401);
    }

    fn a_theme_is_followed_by_a_button_and_ended_by_another(app: TestApp) {
        let rut = app.resident("Rut");
        let page = "/themes/utbildning";
        assert!(app.visitor().get(page).expect(200).page().main_text().contains("Logga in"));

        let answer = rut.send_form(page, "/themes/utbildning/follow", &[]).expect(303);
        assert!(rut.follow(&answer).page().main_text().contains("Du följer temat"));
        let rows = || -> i64 { app.read(|conn| Ok(theme_follows::table.count().get_result(conn)?)) };
        assert_eq!(rows(), 1);
        assert!(rut.get("/account/mails").body.contains("du följer temat"));
        rut.send_form(page, "/themes/utbildning/follow/end", &[]).expect(303);

        assert_eq!(rows(), 0);
        rut.get("/themes/nothing").expect(404);
        rut.post("/themes/nothing/follow", &[]).expect(404);
    }

    fn the_page_of_an_idea_leads_to_its_theme(app: TestApp) {
        let idea = app.idea_in(State::Open);

        let page = app.visitor().get(&idea.path()).expect(200).page();

        assert!(page.links().iter().any(|(_, to)| to.starts_with("/themes/")), "{:?}", page.links());
    }

    fn who_wants_no_news_gets_none_and_nothing_waits(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        chooses(&rut, "followed", "never");

        app.happens_again(&idea);
        app.advance_days(8);
        app.run_jobs();

        assert_eq!(app.subjects_to(&rut), Vec::<String>::new());
    }

    fn who_asks_for_easy_swedish_gets_it_in_every_mail_until_he_asks_otherwise(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let (rut, ove) = (app.resident("Rut"), app.resident("Ove"));
        app.follows(&rut, &idea);
        app.follows(&ove, &idea);
        chooses(&rut, "ease", "simple");

        app.happens_again(&idea);

        let first = |who: &Client| app.mails_to(&who.email()).remove(0).mail;
        assert!(first(&rut).text.contains("Du följer den här idén. Svaret kommer senast"), "{}", first(&rut).text);
        assert!(first(&rut).html.contains("lang=\"sv-simple\""));
        assert!(first(&ove).text.contains("Idén som du följer får svar senast"), "{}", first(&ove).text);
        assert_eq!(rut.get("/account/data").expect(200).json()["person"]["mails_in_easy_swedish"], true);
        // Also the mail with a code, though that is asked for by whoever knows the address.
        app.visitor().send_form("/sign-in", "/sign-in", &[("email", &rut.email())]).expect(303);
        app.run_jobs();
        assert!(app.mails_to(&rut.email()).iter().any(|sent| sent.mail.text.contains("Du kan också öppna länken.")));

        let answer = rut.api_post("/api/v1/mail-choices", &json!({ "ease": "usual" })).expect(200).json();
        assert_eq!(answer["choices"]["ease"], "usual");
        app.happens_again(&idea);
        let newest = app.mails_to(&rut.email()).pop().unwrap().mail;
        assert!(newest.text.contains("Idén som du följer får svar senast"), "{}", newest.text);
        rut.post("/account/mails", &[("ease", "hard")]).expect(422);
    }

    fn an_address_stops_one_channel_and_only_by_a_post(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        app.happens_again(&idea);
        let address = app.mails_to(&rut.email())[0].mail.unsubscribe.clone().unwrap();
        let path = address.strip_prefix(&app.town.settings.base_url).unwrap();

        assert!(app.visitor().get(path).expect(200).page().main_text().contains("Idéer som du följer"));
        let choices = || rut.api_get("/api/v1/mail-choices").expect(200).json()["choices"].clone();
        assert_eq!(choices()["followed"], "at_once", "looking at the page stops nothing");
        assert_eq!(one_click(&app, &address), 200);
        assert_eq!(one_click(&app, &address), 200, "a second time changes nothing");

        assert_eq!(choices()["followed"], "never");
        assert_eq!(choices()["ballots"], "at_once");
    }

    fn an_address_cannot_be_made_to_stop_more(app: TestApp) {
        let rut = app.resident("Rut");
        let one = [medskapa::notifications::pace::Channel::Followed];
        let address = medskapa::notifications::unsubscribe::address(&app.town, rut.id(), &one);

        for other in ["themes", "followed+themes", "own", ""] {
            let forged = address.replace(".followed.", &format!(".{other}."));
            assert!(!same(&forged, &address));
            assert_eq!(one_click(&app, &forged), 404, "{other}");
        }
    }

    fn addresses_in_older_mails_still_stop_news(app: TestApp) {
        let rut = app.resident("Rut");
        let number = rut.id().to_string();
        let old = app.town.url(&format!("/mail/stop/{}.{number}", app.town.key.hash("mail-stop", &[&number])));

        assert_eq!(one_click(&app, &old), 200);

        assert_eq!(rut.api_get("/api/v1/mail-choices").expect(200).json()["choices"]["followed"], "never");
    }

    fn the_file_of_own_data_tells_the_choices_and_leaving_takes_them_away(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        chooses(&rut, "followed", "weekly");
        rut.send_form("/themes/utbildning", "/themes/utbildning/follow", &[]).expect(303);
        app.happens_again(&idea);

        let data = rut.get("/account/data").expect(200).json();
        assert_eq!(data["mail_choices"], json!([{ "channel": "followed", "pace": "weekly" }]));
        assert_eq!(data["themes"][0]["theme"], "utbildning");
        rut.post("/account/leave", &[("sure", "yes")]).expect(303);

        let left = app.read(|conn| {
            let person = rut.id();
            Ok((
                mail_choices::table.filter(mail_choices::person_id.eq(person)).count().get_result::<i64>(conn)?,
                theme_follows::table.filter(theme_follows::person_id.eq(person)).count().get_result::<i64>(conn)?,
                news::table.filter(news::person_id.eq(person)).count().get_result::<i64>(conn)?,
            ))
        });
        assert_eq!(left, (0, 0, 0));
        app.advance_days(8);
        app.run_jobs();
        assert_eq!(app.mails_to(&rut.email()).len(), 0);
    }
}
