//! Groups and their desks: from a first look to what came of it, as the people meet it.

use serde_json::json;

use crate::support::{Answer, Client, Staged, State, TestApp};

/// What a decision form needs beside its outcome.
const WORDS: [(&str, &str); 5] = [
    ("kind", "own"),
    ("what", "Fyra bänkar ställs ut av parkförvaltningen."),
    ("reasons", "Många äldre har bett om det."),
    ("concerns_children", "yes"),
    ("children", "Barnen ville sitta i solen."),
];

/// Asks Gustav to own an idea that its group has before it.
fn take_forward(idea: &Staged, app: &TestApp) -> Answer {
    idea.chair.send_form(
        &idea.at("desk"),
        &idea.at("proposal"),
        &[
            ("reason", "Det går att göra med det vi har."),
            ("owner_email", &idea.owner.email()),
            ("owner_name", "Gustav"),
            ("organisation", "Parkförvaltningen"),
            ("first_step_on", &app.today().plus_days(20).to_string()),
        ],
    )
}

/// Statements that a page costs.
fn statements(app: &TestApp, client: &Client, path: &str) -> u64 {
    let before = app.db.statements();
    client.get(path).expect(200);
    app.db.statements() - before
}

on_both_databases! {
    fn a_group_shows_who_sits_in_it_and_what_it_has_before_it(app: TestApp) {
        let (open, declined) = (app.idea_in(State::WithGroup), app.idea_in(State::Declined));
        let visitor = app.visitor();

        let list = visitor.get("/groups").expect(200).page();
        let group = visitor.get(&list.link("Gruppen utbildning")).expect(200).page();

        assert_eq!(group.heading(), "Gruppen utbildning");
        let words = group.main_text();
        for expected in ["Britt", "Ordförande", "Carl", "Samordnare", "Talar för: Föreningen", "Beslut: nej"] {
            assert!(words.contains(expected), "{expected}: {words}");
        }
        let links: Vec<String> = group.links().into_iter().map(|(_, address)| address).collect();
        assert!(links.contains(&open.path()));
        assert!(links.contains(&format!("{}#decision", declined.path())));
        assert_eq!(visitor.get("/groups/finns-inte").status, 404);
    }

    fn an_idea_goes_from_the_first_look_to_a_yes_with_an_owner(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);

        let taken = take_forward(&idea, &app).expect(303);
        let told = idea.chair.follow(&taken).expect(200).page();
        assert!(told.notice().contains("går vidare"), "{}", told.notice());
        assert!(told.main_text().contains("Gustav, Parkförvaltningen, är tillfrågad"));

        let desk = idea.owner.get("/desk").expect(200).page();
        assert!(desk.main_text().contains("Tar du ansvar för detta?"));
        let question = idea.owner.get(&idea.at("ownership")).expect(200).page();
        assert_eq!(question.heading(), "Tar du ansvar för detta?");
        assert!(question.main_text().contains("Det går att göra med det vi har."));
        idea.owner.send_form(&idea.at("ownership"), &idea.at("ownership/answer"), &[("answer", "yes")]).expect(303);

        let mut decision = WORDS.to_vec();
        decision.push(("outcome", "yes"));
        let decided = idea.coordinator.send_form(&idea.at("desk"), &idea.at("decision"), &decision).expect(303);

        assert_eq!(decided.location(), idea.path());
        assert_eq!(idea.state(&app), State::Accepted);
        let page = app.visitor().get(&idea.path()).expect(200).page();
        assert!(page.text_of(".decision").contains("Fyra bänkar"), "{}", page.main_text());
        assert!(page.text_of(".decision").contains("Parkförvaltningen"), "{}", page.main_text());
    }

    fn the_owner_can_answer_with_a_later_day_or_a_no(app: TestApp) {
        let (later, no) = (app.idea_in(State::WithGroup), app.idea_in(State::WithGroup));
        for idea in [&later, &no] {
            take_forward(idea, &app).expect(303);
        }
        let answer = |idea: &Staged, fields: &[(&str, &str)]| {
            idea.owner.send_form(&idea.at("ownership"), &idea.at("ownership/answer"), fields)
        };

        let too_early = app.today().plus_days(20).to_string();
        let wrong = answer(&later, &[("answer", "later"), ("first_step_on", &too_early)]).expect(422).page();
        assert_eq!(wrong.errors().len(), 1, "{:?}", wrong.errors());
        assert!(wrong.title().starts_with("Fel:"));
        assert_eq!(wrong.attribute("#answer-ownership-first_step_on", "value").as_deref(), Some(too_early.as_str()));
        answer(&later, &[("answer", "later"), ("first_step_on", &app.today().plus_days(40).to_string())]).expect(303);
        answer(&no, &[("answer", "no"), ("reason", "Jag slutar i vår.")]).expect(303);

        let desk = no.chair.get(&no.at("desk")).expect(200).page();
        assert!(desk.main_text().contains("Gustav har tackat nej: Jag slutar i vår."));
        let answered = later.owner.get(&later.at("ownership")).expect(200).page();
        assert!(!answered.forms().contains(&later.at("ownership/answer")));
        assert!(!app.visitor().get(&no.path()).body.contains("Jag slutar i vår."), "why not is for the group");
    }

    fn what_is_wrong_is_told_at_its_field_and_the_words_stay(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let long = "Vi säger nej för att det är dyrt. ".repeat(40);

        let fields = [("outcome", "no"), ("reasons", &*long), ("would_change", "Om det blir billigare.")];
        let wrong = idea.chair.send_form(&idea.at("desk"), &idea.at("decision"), &fields).expect(422).page();

        assert_eq!(wrong.errors().len(), 4, "kind, reasons, instead, children: {:?}", wrong.errors());
        assert!(wrong.has("details#decision[open]"), "the form is unfolded");
        assert!(!wrong.has("details#merge[open]"));
        assert_eq!(wrong.text_of("#decision-would_change"), "Om det blir billigare.");
        assert!(wrong.text_of("#decision-reasons").starts_with("Vi säger nej"));
        for (_, target) in wrong.links().iter().filter(|(_, address)| address.starts_with("#decision-")) {
            assert!(wrong.has(target), "{target} leads nowhere");
        }
        assert_eq!(idea.state(&app), State::WithGroup);
    }

    fn a_form_sent_twice_counts_once_and_an_old_one_is_a_conflict(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let fields = |key: &'static str, version: String| {
            vec![
                ("version".to_owned(), version),
                ("form_key".to_owned(), key.to_owned()),
                ("asked_name".to_owned(), "Rektorn".to_owned()),
                ("question".to_owned(), "Går det att ordna?".to_owned()),
                ("due_on".to_owned(), app.today().plus_days(5).to_string()),
            ]
        };
        let send = |fields: &[(String, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            idea.chair.post(&idea.at("inquiries"), &fields)
        };
        let first = fields("one key", idea.version(&app));

        assert_eq!(send(&first).status, 303);
        assert_eq!(send(&first).status, 303);
        assert_eq!(send(&fields("another key", "1".to_owned())).status, 409);

        let shown = app.visitor().get(&idea.path()).body.matches("Går det att ordna?").count();
        assert!((1..=2).contains(&shown), "asked once: {shown}");
        assert_eq!(idea.state(&app), State::AwaitingAnswer);
    }

    fn whoever_is_asked_answers_from_the_own_desk(app: TestApp) {
        let idea = app.idea_in(State::AwaitingAnswer);

        let desk = idea.asked.get("/desk").expect(200).page();
        let question = desk.link(&app.visitor().get(&idea.path()).page().heading());
        let page = idea.asked.get(&question).expect(200).page();
        let action = page.forms().into_iter().find(|action| action.ends_with("/answer")).expect("a form to answer");
        idea.asked.send_form(&question, &action, &[("answer", "Ja, det går bra.")]).expect(303);

        assert_eq!(idea.state(&app), State::WithGroup);
        assert!(app.visitor().get(&idea.path()).body.contains("Ja, det går bra."));
        assert!(!idea.asked.get("/desk").page().main_text().contains("Fråga till dig"));
    }

    fn an_idea_is_handed_over_only_to_a_group_that_wants_it(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let other = app.group("fritid");
        let receiver = app.chair_of(other);

        let fields = [("group", "fritid"), ("reason", "Det är er sak.")];
        idea.chair.send_form(&idea.at("desk"), &idea.at("handover"), &fields).expect(303);
        assert!(receiver.get("/desk").page().main_text().contains("Det är er sak."));
        receiver.send_form(&idea.at("desk"), &idea.at("handover/answer"), &[("answer", "yes")]).expect(303);

        assert!(receiver.get("/desk").page().links().iter().any(|(_, path)| *path == idea.at("desk")));
        assert!(!idea.chair.get("/desk").page().links().iter().any(|(_, path)| *path == idea.at("desk")));
    }

    fn joined_ideas_keep_both_authors(app: TestApp) {
        let (idea, lead) = (app.idea_in(State::Open), app.idea_in(State::Open));

        let fields = [("into", &*lead.number), ("reason", "Det är samma bänkar.")];
        let joined = idea.moderator.send_form(&idea.at("desk"), &idea.at("merge"), &fields).expect(303);

        assert_eq!(joined.location(), idea.path());
        let visitor = app.visitor();
        let (old, new) = (visitor.get(&idea.path()).expect(200).page(), visitor.get(&lead.path()).expect(200).page());
        assert!(old.links().iter().any(|(_, path)| *path == lead.path()), "the old page leads on");
        assert!(new.links().iter().any(|(_, path)| *path == idea.path()), "the new page names what was joined");
        assert!(old.main_text().contains(idea.author.name()));
    }

    fn the_process_group_sees_what_is_stuck_worst_first(app: TestApp) {
        let process = app.process("Petra");
        let older = app.idea_in(State::WithGroup);
        app.advance_days(3);
        let (newer, asked, disputed) = (app.idea_in(State::Closed), app.idea_in(State::WithGroup), app.idea_in(State::WithGroup));
        take_forward(&asked, &app).expect(303);
        app.chair_of(app.group("fritid"));
        let fields = [("group", "fritid"), ("reason", "Det är er sak.")];
        disputed.chair.send_form(&disputed.at("desk"), &disputed.at("handover"), &fields).expect(303);
        app.chair_of(app.group("fritid"))
            .send_form(&disputed.at("desk"), &disputed.at("handover/answer"), &[("answer", "no"), ("reason", "Inte vår.")])
            .expect(303);
        app.advance_days(11);

        let page = process.get("/process").expect(200).page();

        let addresses: Vec<String> = page.links().into_iter().map(|(_, address)| address).collect();
        let place = |idea: &Staged| addresses.iter().position(|address| *address == idea.at("desk"));
        assert!(place(&older) < place(&newer), "{addresses:?}");
        let words = page.main_text();
        for expected in ["Gustav, Parkförvaltningen, har inte svarat", "sade nej: Inte vår.", "Gruppen saknar samordnare."] {
            assert!(words.contains(expected), "{expected}: {words}");
        }
        assert_eq!(older.chair.get("/process").status, 403);
        assert_eq!(app.visitor().get("/process").status, 401);
    }

    fn whoever_carries_it_out_owes_what_is_late_there(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        app.advance_days(400);

        let words = app.process("Petra").get("/process").expect(200).page().main_text();

        assert!(words.contains("Ansvarig: Parkförvaltningen"), "{}: {words}", idea.number);
    }

    fn the_process_group_puts_right_and_everyone_reads_why(app: TestApp) {
        let idea = app.idea_in(State::Declined);
        let process = app.process("Petra");

        let fields = [("reason", "Beslutet saknade barnens röst.")];
        process.send_form(&idea.at("desk"), &idea.at("correction"), &fields).expect(303);

        assert_eq!(idea.state(&app), State::WithGroup);
        assert!(app.visitor().get(&idea.path()).body.contains("Beslutet saknade barnens röst."));
    }

    fn the_api_does_the_same_with_the_same_rules(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let at = |what: &str| format!("/api/v1/ideas/{}/{what}", idea.number);
        let version = |app: &TestApp| idea.version(app).parse::<i64>().expect("a number");

        let groups = app.visitor().api_get("/api/v1/groups").expect(200).json();
        assert_eq!(groups["groups"][0]["slug"], "utbildning");
        let group = app.visitor().api_get("/api/v1/groups/utbildning").expect(200).json();
        assert_eq!(group["seats"][0]["role"], "chair");

        let taken = json!({
            "version": version(&app), "reason": "Det går.", "owner": idea.member.id().to_string(),
            "first_step_on": app.today().plus_days(9).to_string(),
        });
        assert_eq!(idea.member.api_post(&at("proposal"), &taken).status, 403);
        let moved = idea.chair.api_post(&at("proposal"), &taken).expect(200).json();
        assert_eq!((moved["state"].as_str(), moved["version"].as_i64()), (Some("proposal"), Some(version(&app))));
        assert_eq!(idea.chair.api_post(&at("proposal"), &taken).expect(409).problem(), "changed-meanwhile");

        let yes = json!({ "version": version(&app), "outcome": "yes", "kind": "own", "what": "Fyra bänkar ställs ut.",
            "reasons": "Det behövs.", "concerns_children": "no" });
        assert_eq!(idea.chair.api_post(&at("decision"), &yes).expect(409).problem(), "owner-not-accepted");
        let waiting = idea.member.api_get("/api/v1/desk").expect(200).json();
        assert_eq!(waiting["asked_to_own"][0]["number"], *idea.number);
        let accepted = json!({ "version": version(&app), "answer": "yes" });
        idea.member.api_post(&at("ownership/answer"), &accepted).expect(200);
        let yes = json!({ "version": version(&app), "outcome": "yes", "kind": "own", "what": "Kort",
            "reasons": "Det behövs.", "concerns_children": "no" });
        let wrong = idea.chair.api_post(&at("decision"), &yes).expect(422).json();
        assert_eq!(wrong["error"]["fields"][0]["field"], "what");
    }

    fn a_merge_begins_with_the_ideas_most_alike(app: TestApp) {
        let (open, refused) = (app.idea_in(State::Open), app.idea_in(State::Refused));
        let idea = app.idea_in(State::WithGroup);
        app.follow_search();

        let page = idea.chair.get(&idea.at("desk")).expect(200).page();

        let led_to = |path: &str| page.links().iter().any(|(_, to)| *to == path);
        assert!(led_to(&open.path()), "{:?}", page.links());
        assert!(!led_to(&refused.path()), "what nobody may see is offered");
        assert_eq!(page.attribute("#merge-into", "list").as_deref(), Some("merge-targets"));
        assert_eq!(page.attribute("#merge-targets option", "value").as_deref(), Some(open.number.as_str()));
    }

    fn a_desk_costs_a_bounded_number_of_statements(app: TestApp) {
        let (with_group, proposal, ballot) =
            (app.idea_in(State::WithGroup), app.idea_in(State::Proposal), app.idea_in(State::Ballot));
        let process = app.process("Petra");
        app.follow_search();

        for (client, path) in [
            (&with_group.chair, "/desk".to_owned()),
            (&with_group.chair, "/groups/utbildning".to_owned()),
            (&with_group.chair, "/groups".to_owned()),
            (&process, "/process".to_owned()),
            (&with_group.chair, with_group.at("desk")),
            (&ballot.chair, ballot.at("desk")),
            (&proposal.owner, proposal.at("ownership")),
        ] {
            let count = statements(&app, client, &path);
            // What the seats of the person have to tell is one more; two more tell where each seat stands with its reports; where it is late, one more who carries it out.
            let most = match path.as_str() {
                "/groups/utbildning" | "/desk" => 7,
                "/process" => 9,
                _ => 6,
            };
            assert!(count <= most, "{path}: {count}");
        }
    }
}
