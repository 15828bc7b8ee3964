//! The same request 64 times at once: it counts once, and nobody gets an error of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Barrier;

use diesel::prelude::*;
use medskapa::db::schema::{ballot_counts, ballots, comments, decisions, ideas, reports, screenings, supports};
use medskapa::ideas::lifecycle::State;
use medskapa::web::cookies;
use serde_json::json;

use crate::support::{Answer, Client, Staged, TestApp};

/// How many come at once.
const CROWD: usize = 64;

/// What a group says no with.
const NO: &[(&str, &str)] = &[
    ("outcome", "no"),
    ("kind", "own"),
    ("concerns_children", "no"),
    ("reasons", "Gångvägen byggs om nästa år."),
    ("would_change", "När gångvägen är klar frågar vi igen."),
    ("instead", "Skriv till parkförvaltningen om bänkar i parken."),
];

/// Lets everyone send at the same moment; gives the answers.
fn all_at_once(clients: &[Client], send: impl Fn(&Client) -> Answer + Sync) -> Vec<Answer> {
    let start = Barrier::new(clients.len());
    std::thread::scope(|scope| {
        let running: Vec<_> = clients
            .iter()
            .map(|client| {
                let (start, send) = (&start, &send);
                // Made before the start, so that all that happens after it is sending.
                client.form_token();
                scope.spawn(move || {
                    start.wait();
                    send(client)
                })
            })
            .collect();
        running.into_iter().map(|thread| thread.join().expect("an answer")).collect()
    })
}

/// One person in 64 browsers.
fn everywhere(app: &TestApp, person: &Client) -> Vec<Client> {
    (0..CROWD).map(|_| app.signed_in(person.id(), person.name())).collect()
}

/// How often each status came.
fn statuses(answers: &[Answer]) -> BTreeMap<u16, usize> {
    let mut counted = BTreeMap::new();
    for answer in answers {
        *counted.entry(answer.status).or_default() += 1;
    }
    counted
}

/// Exactly one was done, and all others were told that somebody was faster.
#[track_caller]
fn one_was_first(answers: &[Answer], done: u16) {
    assert_eq!(statuses(answers), BTreeMap::from([(done, 1), (409, CROWD - 1)]), "{}", answers[0]);
}

/// How many rows of an idea there are.
macro_rules! rows {
    ($app:expr, $table:ident, $idea:expr) => {
        $app.read(|conn| Ok($table::table.filter($table::idea_id.eq($idea.id)).count().get_result::<i64>(conn)?))
    };
}

/// How many support an idea, as everyone reads it.
fn count(app: &TestApp, idea: &Staged) -> serde_json::Value {
    app.visitor().api_get(&idea.api("support")).expect(200).json()["count"].clone()
}

/// The first key that the forms on a page hold.
fn form_key(client: &Client, page: &str, action: &str) -> String {
    let fields = client.get(page).expect(200).page().form_fields(action);
    fields.into_iter().find(|(name, _)| name == "form_key").expect("a form key").1
}

on_both_databases! {
    fn one_persons_equal_supports_are_one(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let browsers = everywhere(&app, &app.resident("Rut"));

        let answers = all_at_once(&browsers, |browser| browser.post(&idea.at("support"), &[]));

        assert_eq!(statuses(&answers), BTreeMap::from([(303, CROWD)]));
        assert_eq!((count(&app, &idea), rows!(app, supports, idea)), (json!(1), 1));
    }

    fn one_persons_equal_supports_over_the_api_are_one(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let browsers = everywhere(&app, &app.resident("Rut"));
        for browser in &browsers {
            browser.api_token();
        }

        let answers = all_at_once(&browsers, |browser| browser.api_post(&idea.api("support"), &json!({})));

        assert_eq!(statuses(&answers), BTreeMap::from([(200, CROWD)]));
        assert!(answers.iter().all(|answer| answer.json()["count"] == json!(1)), "everyone is told of the one");
        assert_eq!((count(&app, &idea), rows!(app, supports, idea)), (json!(1), 1));
    }

    fn many_peoples_supports_are_all_counted(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let goal = app.config.town.support_goal;
        let few = CROWD.min(usize::try_from(goal).expect("a number") - 1);
        let people: Vec<Client> = (0..few).map(|place| app.resident(&format!("Boende{place}"))).collect();

        let answers = all_at_once(&people, |person| person.post(&idea.at("support"), &[]));

        assert_eq!(statuses(&answers), BTreeMap::from([(303, few)]));
        assert_eq!(count(&app, &idea), json!(few));
    }

    fn one_members_equal_votes_are_one(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot: i64 = app.read(|conn| {
            Ok(ballots::table.filter(ballots::idea_id.eq(idea.id)).select(ballots::id).first(conn)?)
        });
        let browsers = everywhere(&app, &idea.member);
        for browser in &browsers {
            browser.api_token();
        }
        let path = format!("/api/v1/ballots/{ballot}/votes");

        let answers = all_at_once(&browsers, |browser| browser.api_post(&path, &json!({ "choice": "yes" })));

        let of_the_ballot = ballot_counts::table.filter(ballot_counts::ballot_id.eq(ballot));
        let counted: Vec<(String, i64)> = app.read(|conn| {
            let chosen = of_the_ballot.filter(ballot_counts::count.gt(0));
            Ok(chosen.select((ballot_counts::choice, ballot_counts::count)).load(conn)?)
        });
        assert_eq!(counted, [("yes".to_owned(), 1)]);
        assert_eq!(statuses(&answers).values().sum::<usize>(), CROWD);
        let refused: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 409).collect();
        assert_eq!(refused.len(), CROWD - 1, "{:?}", statuses(&answers));
        assert!(refused.iter().all(|answer| answer.problem() == "already-voted"));
        let voted: i32 = app.read(|conn| {
            Ok(ballots::table.filter(ballots::id.eq(ballot)).select(ballots::voted).first(conn)?)
        });
        assert_eq!(voted, 1);
    }

    fn the_same_new_idea_is_one_and_every_browser_is_told_its_number(app: TestApp) {
        let visitor = app.visitor();
        visitor.send_form("/ideas/new", "/ideas/new", &[("title", "Sätt upp lampor bakom skolan")]).expect(303);
        let why = [("body", "Det är mörkt efter klockan fyra, och många går hem där.")];
        visitor.send_form("/ideas/new/why", "/ideas/new/why", &why).expect(303);
        visitor.send_form("/ideas/new/where", "/ideas/new/where", &[("area", "hela")]).expect(303);
        visitor.send_form("/ideas/new/contact", "/ideas/new/contact", &[("author_name", "Amina")]).expect(303);
        let draft = visitor.cookie(cookies::DRAFT).expect("a draft");
        let browsers: Vec<Client> = (0..CROWD).map(|_| app.visitor()).collect();
        for browser in &browsers {
            browser.set_cookie(cookies::DRAFT, &draft);
        }

        let answers = all_at_once(&browsers, |browser| browser.post("/ideas/new/send", &[]));

        assert_eq!(statuses(&answers), BTreeMap::from([(303, CROWD)]));
        let told: BTreeSet<String> = browsers
            .iter()
            .zip(&answers)
            .map(|(browser, answer)| browser.follow(answer).expect(200).page().text_of(".confirmation-number"))
            .collect();
        assert_eq!(told, BTreeSet::from(["2026-0001".to_owned()]));
        let there: i64 = app.read(|conn| Ok(ideas::table.count().get_result(conn)?));
        assert_eq!(there, 1);
    }

    fn the_same_comment_is_one(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        let key = form_key(&rut, &idea.path(), &idea.at("comments"));
        let fields = [("kind", "for"), ("body", "Bänkarna behövs på vintern också."), ("form_key", &*key)];
        let browsers = everywhere(&app, &rut);

        let answers = all_at_once(&browsers, |browser| browser.post(&idea.at("comments"), &fields));

        assert_eq!(statuses(&answers), BTreeMap::from([(303, CROWD)]));
        assert_eq!(rows!(app, comments, idea), 1);
    }

    fn of_moderators_who_decide_about_the_same_version_one_is_first(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let version = idea.version(&app);
        let readers: Vec<Client> = (0..CROWD).map(|place| app.moderator(&format!("Siv{}", place % 8))).collect();
        let path = format!("/moderation/ideas/{}", idea.number);
        let fields = [("choice", "publish"), ("theme", "utbildning"), ("group", "utbildning"), ("version", &*version)];

        let answers = all_at_once(&readers, |reader| reader.post(&path, &fields));

        one_was_first(&answers, 303);
        assert_eq!((idea.state(&app), rows!(app, screenings, idea)), (State::Open, 1));
    }

    fn of_moderators_who_decide_differently_one_is_first(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let version = idea.version(&app);
        let readers: Vec<Client> = (0..CROWD).map(|place| app.moderator(&format!("Siv{}", place % 8))).collect();
        let path = format!("/moderation/ideas/{}", idea.number);
        let words = "Skriv gärna var det gäller.";

        let answers = all_at_once(&readers, |reader| {
            if reader.name().ends_with(['0', '2', '4', '6']) {
                let group = [("theme", "utbildning"), ("group", "utbildning")];
                reader.post(&path, &[&[("choice", "publish"), ("version", &*version)], &group[..]].concat())
            } else {
                let ground = [("ground", "R10"), ("words", words)];
                reader.post(&path, &[&[("choice", "return"), ("version", &*version)], &ground[..]].concat())
            }
        });

        one_was_first(&answers, 303);
        assert_eq!(rows!(app, screenings, idea), 1);
        assert!(matches!(idea.state(&app), State::Open | State::Returned));
    }

    fn of_moderators_who_answer_the_same_report_one_is_first(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let reported = [("kind", "other"), ("reason", "Det är reklam för en butik."), ("good_faith", "yes")];
        app.resident("Rut").post(&idea.at("reports"), &reported).expect(303);
        let report: i64 = app.read(|conn| Ok(reports::table.select(reports::id).first(conn)?));
        let version = idea.version(&app);
        let readers: Vec<Client> = (0..CROWD).map(|place| app.moderator(&format!("Siv{}", place % 8))).collect();
        let words = "Idén nämner inget företag.";
        let fields = [("choice", "keep"), ("words", words), ("version", &*version)];

        let answers = all_at_once(&readers, |reader| reader.post(&format!("/moderation/reports/{report}"), &fields));

        one_was_first(&answers, 303);
    }

    fn of_those_who_lead_a_group_and_decide_the_same_one_is_first(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let version = idea.version(&app);
        let leads = [&idea.chair, &idea.coordinator];
        let browsers: Vec<Client> = (0..CROWD)
            .map(|place| app.signed_in(leads[place % 2].id(), leads[place % 2].name()))
            .collect();
        let fields = [NO, &[("version", &*version)]].concat();

        let answers = all_at_once(&browsers, |browser| browser.post(&idea.at("decision"), &fields));

        one_was_first(&answers, 303);
        assert_eq!((idea.state(&app), rows!(app, decisions, idea)), (State::Declined, 1));
    }

    fn the_same_link_in_a_mail_confirms_one_support(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let asked = [("email", "ny@example.org")];
        app.visitor().send_form(&idea.path(), &idea.at("support/request"), &asked).expect(303);
        app.run_jobs();
        let text = app.mails_to("ny@example.org").pop().expect("a mail").mail.text;
        let link = text.split_whitespace().find_map(|word| word.find("/support/").and_then(|from| word.get(from..)));
        let link = link.expect("a link");
        let browsers: Vec<Client> = (0..CROWD).map(|_| app.visitor()).collect();

        let answers = all_at_once(&browsers, |browser| browser.post(link, &[]));

        assert_eq!(statuses(&answers), BTreeMap::from([(303, CROWD)]));
        assert_eq!((count(&app, &idea), rows!(app, supports, idea)), (json!(1), 1));
    }

    fn the_same_form_of_a_moderator_gives_everyone_the_first_result(app: TestApp) {
        let idea = app.idea_in(State::Screening);
        let siv = app.moderator("Siv");
        let path = format!("/moderation/ideas/{}", idea.number);
        let (version, key) = (idea.version(&app), form_key(&siv, &path, &path));
        let fields = [
            ("choice", "publish"),
            ("theme", "utbildning"),
            ("group", "utbildning"),
            ("version", &*version),
            ("form_key", &*key),
        ];
        let browsers = everywhere(&app, &siv);

        let answers = all_at_once(&browsers, |browser| browser.post(&path, &fields));

        assert_eq!(statuses(&answers), BTreeMap::from([(303, CROWD)]));
        assert_eq!((idea.state(&app), rows!(app, screenings, idea)), (State::Open, 1));
    }

    fn the_same_form_of_a_group_gives_everyone_the_first_result(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let (desk, action) = (idea.at("desk"), idea.at("decision"));
        let mut fields = idea.chair.get(&desk).expect(200).page().form_fields(&action);
        for (name, value) in NO {
            fields.retain(|(known, _)| known != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        fields.retain(|(name, _)| name != "form_token");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let browsers = everywhere(&app, &idea.chair);

        let answers = all_at_once(&browsers, |browser| browser.post(&action, &fields));

        assert_eq!(statuses(&answers), BTreeMap::from([(303, CROWD)]), "{}", answers[0]);
        assert_eq!((idea.state(&app), rows!(app, decisions, idea)), (State::Declined, 1));
    }

    fn the_same_report_is_one(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let rut = app.resident("Rut");
        let key = form_key(&rut, &idea.at("reports"), &idea.at("reports"));
        let fields =
            [("kind", "other"), ("reason", "Det är reklam för en butik."), ("good_faith", "yes"), ("form_key", &*key)];
        let browsers = everywhere(&app, &rut);

        let answers = all_at_once(&browsers, |browser| browser.post(&idea.at("reports"), &fields));

        assert_eq!(statuses(&answers), BTreeMap::from([(303, CROWD)]));
        assert_eq!(rows!(app, reports, idea), 1);
    }
}
