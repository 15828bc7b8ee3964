//! Groups made and changed by an administrator, in a town that begins without any.

use diesel::prelude::*;
use medskapa::db::schema::{events, steering_groups};
use serde_json::json;

use crate::support::{Answer, Client, TestApp};

const NEW: &str = "/admin/groups/new";

/// What has to be filled in for a new group.
const WORDS: [(&str, &str); 4] = [
    ("name", "Styrgruppen Trygghet på Åsen"),
    ("theme", "trygghet"),
    ("mandate", "Beslutar om det gruppen har pengar till."),
    ("builds_on", "Nattvandrarna"),
];

/// Fills in the form for a new group as the page gives it.
fn make(client: &Client, more: &[(&str, &str)]) -> Answer {
    let kept = WORDS.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    client.send_form(NEW, NEW, &kept.chain(more).copied().collect::<Vec<_>>())
}

/// Slug and name of every group, in the order in which they were made.
fn groups(app: &TestApp) -> Vec<(String, String)> {
    app.read(|conn| {
        let columns = (steering_groups::slug, steering_groups::name);
        Ok(steering_groups::table.order(steering_groups::id).select(columns).load(conn)?)
    })
}

on_both_databases! {
    fn a_town_without_groups_gets_one_and_an_idea_is_published_to_it(app: TestApp) {
        let (karin, siv, amina) = (app.admin("Karin"), app.moderator("Siv"), app.resident("Amina"));
        let idea = json!({ "title": "Lampor vid gångvägen", "body": "Det är mörkt efter fyra.", "author_name": "Amina" });
        let sent = amina.api_post("/api/v1/ideas", &idea).expect(201).json();
        let number = sent["number"].as_str().expect("a number").to_owned();
        let moderation = format!("/moderation/ideas/{number}");
        assert!(siv.get(&moderation).expect(200).page().main_text().contains("Be en administratör lägga in en grupp"));
        let start = karin.get("/admin").expect(200).page();
        assert_eq!(start.link("Lägg in en grupp"), NEW);

        let made = make(&karin, &[]).expect(303);

        assert_eq!(made.location(), "/admin/groups/styrgruppen-trygghet-pa-asen");
        let shown = karin.follow(&made).expect(200).page();
        assert!(shown.notice().contains("Gruppen finns nu"), "{}", shown.notice());
        let chair_seat = [("email", "amina@example.org"), ("role", "chair"), ("represents", "Nattvandrarna")];
        let give = format!("{}/seats", made.location());
        karin.send_form(made.location(), &give, &chair_seat).expect(303);
        // The theme of the group is what suggests it.
        let form = siv.get(&moderation).expect(200).page().form_fields(&moderation);
        assert!(form.contains(&("group".to_owned(), "styrgruppen-trygghet-pa-asen".to_owned())), "{form:?}");
        siv.send_form(&moderation, &moderation, &[("theme", "trygghet")]).expect(303);
        let public = app.visitor().get(&format!("/ideas/{number}")).expect(200).page();
        assert!(public.main_text().contains("Styrgruppen Trygghet på Åsen"), "{}", public.main_text());
        assert_eq!(amina.api_get("/api/v1/session").json()["person"]["seated"], true);
    }

    fn a_new_group_has_what_was_written_and_what_is_usual(app: TestApp) {
        let karin = app.admin("Karin");

        make(&karin, &[("kind", "youth_council"), ("slug", "Unga Åsen"), ("meets", "Varje måndag"), ("quorum_percent", "")])
            .expect(303);

        let group = app.visitor().api_get("/api/v1/groups/unga-asen").expect(200).json();
        let told = |name: &str| group[name].clone();
        assert_eq!((told("name"), told("kind")), (json!(WORDS[0].1), json!("youth_council")));
        assert_eq!((told("theme"), told("mandate")), (json!("trygghet"), json!(WORDS[2].1)));
        assert_eq!((told("builds_on"), told("meets")), (json!("Nattvandrarna"), json!("Varje måndag")));
        assert_eq!((told("tie_rule"), told("quorum_percent")), (json!("no_decision"), json!(50)));
        let happened: Vec<String> = app.read(|conn| Ok(events::table.select(events::kind).load(conn)?));
        assert_eq!(happened, ["group_made"]);
    }

    fn only_administrators_make_and_change_groups(app: TestApp) {
        app.group("fritid");
        let change = "/admin/groups/fritid/edit";

        for person in [&app.resident("Amina"), &app.moderator("Bo"), &app.process("Pia")] {
            for page in [NEW, change] {
                person.get(page).expect(403);
                // Also for a form that is not right.
                person.post(page, &[]).expect(403);
            }
            person.post(NEW, &WORDS).expect(403);
            person.api_post("/api/v1/groups", &json!({})).expect(403);
        }
        app.visitor().get(NEW).expect(401);
        app.visitor().post(change, &WORDS).expect(401);
        app.visitor().api_post("/api/v1/groups", &json!({})).expect(401);

        assert_eq!(groups(&app).len(), 1);
    }

    fn a_second_group_with_the_same_word_is_told_at_the_field_and_keeps_the_words(app: TestApp) {
        let karin = app.admin("Karin");
        make(&karin, &[]).expect(303);

        let answer = make(&karin, &[("meets", "Varje måndag")]).expect(422);

        let page = answer.page();
        assert!(page.text_of("#slug-error").contains("används redan"), "{answer}");
        assert_eq!(page.errors().len(), 1);
        let kept = page.form_fields(NEW);
        for expected in [("slug", "styrgruppen-trygghet-pa-asen"), ("meets", "Varje måndag"), WORDS[0], WORDS[1], WORDS[2]] {
            assert!(kept.contains(&(expected.0.to_owned(), expected.1.to_owned())), "{expected:?}: {kept:?}");
        }
        let other = json!({ "name": WORDS[0].1, "kind": "process", "mandate": WORDS[2].1, "builds_on": "Inget" });
        let refused = karin.api_post("/api/v1/groups", &other).expect(422).json();
        assert_eq!(refused["error"]["fields"][0]["code"], "field-taken");
        // The page for a new group has this address.
        make(&karin, &[("slug", "new")]).expect(422);
        make(&karin, &[("slug", "trygghet-2")]).expect(303);
        assert_eq!(groups(&app).len(), 2);
    }

    fn everything_that_is_wrong_is_told(app: TestApp) {
        let karin = app.admin("Karin");

        let words = [("name", ""), ("theme", "trygghet"), ("quorum_percent", "101")];
        let answer = karin.send_form(NEW, NEW, &words).expect(422);

        assert_eq!(answer.page().errors().len(), 4, "{answer}");
        karin.post(NEW, &[("theme", "rymden")]).expect(422);
        assert_eq!(groups(&app), []);
    }

    fn the_same_form_sent_many_times_at_once_gives_one_group(app: TestApp) {
        let karin = app.admin("Karin");
        let mut words = WORDS.to_vec();
        words.extend([("kind", "steering"), ("form_key", "k")]);
        let start = std::sync::Barrier::new(16);

        let answers: Vec<(u16, String)> = std::thread::scope(|scope| {
            let send = || {
                start.wait();
                let answer = karin.post(NEW, &words);
                (answer.status, answer.location().to_owned())
            };
            let running: Vec<_> = (0..16).map(|_| scope.spawn(send)).collect();
            running.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });

        let same = (303, "/admin/groups/styrgruppen-trygghet-pa-asen".to_owned());
        assert_eq!(answers, vec![same; 16]);
        assert_eq!(groups(&app).len(), 1);
        // A key counts only for the one who sent it.
        app.admin("Sara").post(NEW, &words).expect(422);
    }

    fn what_a_group_is_can_be_changed_and_visitors_see_it_at_once(app: TestApp) {
        let (karin, visitor) = (app.admin("Karin"), app.visitor());
        assert!(!visitor.get("/groups").expect(200).page().main_text().contains("Trygghet"));
        let made = make(&karin, &[]).expect(303);
        assert!(visitor.get("/groups").expect(200).page().main_text().contains("Styrgruppen Trygghet på Åsen"));
        let page = karin.get(made.location()).expect(200).page().link("Ändra gruppen");
        let group = "/groups/styrgruppen-trygghet-pa-asen";
        visitor.get(group).expect(200);

        let words = [("name", "Trygga gruppen"), ("theme", ""), ("tie_rule", "lot"), ("quorum_percent", "66"),
            ("meets", "På torget"), ("mandate", "Föreslår för kommunen."), ("builds_on", "Torgets vänner")];
        let changed = karin.send_form(&page, &page, &words).expect(303);

        assert_eq!(changed.location(), made.location());
        assert!(karin.follow(&changed).expect(200).page().notice().contains("Gruppen är ändrad"));
        assert!(visitor.get("/groups").expect(200).page().main_text().contains("Trygga gruppen"));
        let shown = visitor.get(group).expect(200).page();
        assert_eq!(shown.heading(), "Trygga gruppen");
        for expected in ["Minst 66 procent", "drar vi lott", "På torget", "Föreslår för kommunen.", "Torgets vänner"] {
            assert!(shown.main_text().contains(expected), "{expected}: {}", shown.main_text());
        }
        let told = visitor.api_get(&format!("/api/v1{group}")).json();
        assert_eq!((&told["theme"], &told["kind"]), (&json!(null), &json!("steering")));
        let happened: Vec<String> =
            app.read(|conn| Ok(events::table.order(events::id).select(events::kind).load(conn)?));
        assert_eq!(happened, ["group_made", "group_changed"]);
    }

    fn two_administrators_with_the_same_form_do_not_overwrite_each_other(app: TestApp) {
        let (karin, sara) = (app.admin("Karin"), app.admin("Sara"));
        app.group("fritid");
        let page = "/admin/groups/fritid/edit";
        let shown = sara.get(page).expect(200).page().form_fields(page);
        let stale: Vec<(&str, &str)> = shown.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();

        let wrong = karin.send_form(page, page, &[("name", "Fria gruppen"), ("mandate", "")]).expect(422).page();
        assert!(wrong.form_fields(page).contains(&("name".to_owned(), "Fria gruppen".to_owned())));
        karin.send_form(page, page, &[("name", "Fria gruppen")]).expect(303);
        sara.post_exactly(page, &stale).expect(409);

        assert_eq!(groups(&app), [("fritid".to_owned(), "Fria gruppen".to_owned())]);
        sara.send_form(page, page, &[("meets", "I hallen")]).expect(303);
        karin.get("/admin/groups/finns-inte/edit").expect(404);
        karin.post("/admin/groups/finns-inte/edit", &[]).expect(404);
    }
}
