//! Secret ballots over HTTP: opening, voting, silence until the close, the result.

use diesel::RunQueryDsl as _;
use medskapa::db::Conn;
use medskapa::kernel::BallotId;
use serde_json::json;

use crate::support::{Answer, Client, Staged, State, TestApp};

/// The newest ballot of an idea.
fn ballot_of(app: &TestApp, idea: &Staged) -> BallotId {
    app.read(|conn| medskapa::ballots::views::of_idea(conn, idea.id))[0]
}

fn page_of(ballot: BallotId) -> String {
    format!("/ballots/{ballot}")
}

fn api_of(ballot: BallotId) -> String {
    format!("/api/v1/ballots/{ballot}")
}

/// Votes with the paper on the page.
#[track_caller]
fn vote(voter: &Client, ballot: BallotId, choice: &str) -> Answer {
    let page = page_of(ballot);
    voter.send_form(&page, &format!("{page}/votes"), &[("choice", choice)])
}

/// Fields that open a ballot of the lead group.
fn opening<'a>(
    app: &TestApp,
    idea: &Staged,
    closes_on: &'a mut String,
    version: &'a mut String,
) -> [(&'static str, &'a str); 6] {
    *closes_on = app.today().plus_days(7).to_string();
    *version = idea.version(app);
    [
        ("question", "Ska bänkarna sättas ut?"),
        ("held_by", "utbildning"),
        ("majority", "simple"),
        ("closes_on", closes_on),
        ("version", version),
        ("form_key", "the key of one form"),
    ]
}

/// What a database keeps beside the rows.
enum Traces {
    /// The write-ahead log of SQLite.
    Log { bytes: u64 },
    /// The transactions that PostgreSQL names as the last to write a count.
    Stamps { different: i64 },
}

#[derive(diesel::QueryableByName)]
struct Place {
    #[diesel(sql_type = diesel::sql_types::Text)]
    file: String,
}

#[derive(diesel::QueryableByName)]
struct Different {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    different: i64,
}

fn traces(conn: &mut Conn) -> Traces {
    match conn {
        Conn::Sqlite(inner) => {
            let place: Place = diesel::sql_query("PRAGMA database_list").get_result(inner).unwrap();
            Traces::Log { bytes: std::fs::metadata(format!("{}-wal", place.file)).map_or(0, |file| file.len()) }
        }
        Conn::Postgres(inner) => {
            let sql = "SELECT count(DISTINCT xmin::text) AS different FROM ballot_counts";
            let found: Different = diesel::sql_query(sql).get_result(inner).unwrap();
            Traces::Stamps { different: found.different }
        }
    }
}

on_both_databases! {
    fn a_chair_opens_a_ballot_from_the_form(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let form = idea.at("ballots");
        let closes_on = app.today().plus_days(7).to_string();
        let fields =
            [("question", "Ska bänkarna sättas ut?"), ("held_by", "utbildning"), ("majority", "two_thirds"), ("closes_on", &*closes_on)];

        let opened = idea.chair.send_form(&form, &form, &fields).expect(303);

        assert_eq!(idea.state(&app), State::Ballot);
        let page = idea.chair.follow(&opened);
        assert_eq!(page.page().heading(), "Ska bänkarna sättas ut?");
        let rules = page.page().text_of("dl");
        for rule in ["4 personer på röstlängden", "Minst 2 av 4", "Minst två tredjedelar ja", "20.00"] {
            assert!(rules.contains(rule), "{rule} in {rules}");
        }
        app.run_jobs();
        for voter in [&idea.chair, &idea.coordinator, &idea.secretary, &idea.member] {
            assert!(app.mails_to(&voter.email()).iter().any(|mail| mail.mail.kind == "ballot"), "{}", voter.name());
        }
    }

    fn the_desk_leads_to_the_form_and_then_everyone_to_the_paper(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let desk = idea.chair.get(&idea.at("desk")).expect(200).page();
        assert_eq!(desk.link("Öppna en omröstning"), idea.at("ballots"));
        assert!(!idea.member.get(&idea.at("desk")).expect(200).body.contains("Öppna en omröstning"));
        let (mut closes_on, mut version) = (String::new(), String::new());
        idea.chair.post(&idea.at("ballots"), &opening(&app, &idea, &mut closes_on, &mut version)).expect(303);
        let ballot = ballot_of(&app, &idea);

        let before = idea.member.get("/desk").expect(200).page();
        let of_idea = idea.member.get(&idea.at("desk")).expect(200).page();
        vote(&idea.member, ballot, "yes").expect(303);
        let after = idea.member.get("/desk").expect(200).page();

        assert!(before.main_text().contains("Din röst väntar. Rösta senast"), "{}", before.main_text());
        assert_eq!(of_idea.link("Till omröstningen"), page_of(ballot));
        assert!(!after.main_text().contains("Din röst väntar"));
        assert!(idea.chair.get("/desk").expect(200).page().main_text().contains("Din röst väntar"));
    }

    fn nothing_in_the_database_joins_a_voter_and_a_choice(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let (mut closes_on, mut version) = (String::new(), String::new());
        idea.chair.post(&idea.at("ballots"), &opening(&app, &idea, &mut closes_on, &mut version)).expect(303);
        let ballot = ballot_of(&app, &idea);

        for (voter, choice) in [(&idea.chair, "yes"), (&idea.member, "no"), (&idea.secretary, "abstain")] {
            vote(voter, ballot, choice).expect(303);
        }

        match app.read(|conn| Ok(traces(conn))) {
            // One commit after another would tell who voted what.
            Traces::Log { bytes } => assert!(bytes < 20_000, "{bytes} bytes are left in the log"),
            // The stamp of a voter's row leads to all counts or to none.
            Traces::Stamps { different } => assert_eq!(different, 1),
        }
    }

    fn a_ballot_with_faults_comes_back_with_its_words(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let form = idea.at("ballots");
        let tomorrow = app.today().plus_days(1).to_string();

        let answer = idea.chair.send_form(&form, &form, &[("question", "Ska vi?"), ("closes_on", &tomorrow)]).expect(422);

        assert_eq!(answer.page().errors().len(), 3, "body, majority, too soon: {:?}", answer.page().errors());
        assert!(answer.body.contains("value=\"Ska vi?\""));
        assert_eq!(idea.state(&app), State::Proposal);
        let foreign = [("question", "Ska vi?"), ("held_by", "arbete"), ("majority", "simple"), ("closes_on", &*app.today().plus_days(5).to_string())];
        app.group("arbete");
        assert_eq!(idea.chair.post(&form, &foreign).status, 422, "another group may not vote on it");
    }

    fn the_same_form_opens_one_ballot_and_an_old_one_none(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let (mut closes_on, mut version) = (String::new(), String::new());
        let fields = opening(&app, &idea, &mut closes_on, &mut version);

        let first = idea.chair.post(&idea.at("ballots"), &fields).expect(303);
        let again = idea.chair.post(&idea.at("ballots"), &fields).expect(303);
        assert_eq!(first.location(), again.location());

        let other = app.idea_in(State::Proposal);
        let mut stale = opening(&app, &other, &mut closes_on, &mut version);
        stale[4].1 = "0";
        assert_eq!(other.chair.post(&other.at("ballots"), &stale).status, 409);
        assert_eq!(other.member.post(&other.at("ballots"), &stale).status, 403);
    }

    fn a_member_votes_once_and_finds_no_trace_of_how(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot = ballot_of(&app, &idea);

        let sent = vote(&idea.member, ballot, "no").expect(303);

        let receipt = idea.member.follow(&sent);
        assert_eq!(receipt.page().text_of(".notice-success h2"), "Din röst är lämnad.");
        assert!(!receipt.page().has("input[type=radio]"));
        let again = idea.member.post(&format!("/ballots/{ballot}/votes"), &[("choice", "yes")]).expect(303);
        assert_eq!(idea.member.follow(&again).page().notice(), "Du hade redan röstat. Den första rösten gäller.");
        let told = idea.member.api_post(&format!("{}/votes", api_of(ballot)), &json!({ "choice": "yes" }));
        assert_eq!(told.expect(409).problem(), "already-voted");
    }

    fn a_paper_without_a_cross_comes_back(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let page = page_of(ballot_of(&app, &idea));

        let answer = idea.member.send_form(&page, &format!("{page}/votes"), &[]).expect(422);

        assert_eq!(answer.page().errors(), ["Välj ett av alternativen."]);
        assert!(answer.page().has("#choice"), "the summary leads to the first choice");
        assert_eq!(idea.member.api_get(&api_of(ballot_of(&app, &idea))).json()["has_voted"], json!(false));
    }

    fn nobody_learns_anything_before_the_close_not_even_staff(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot = ballot_of(&app, &idea);
        let onlookers = [app.visitor(), app.resident("Rut"), app.admin("Ada"), app.moderator("Mona"), idea.secretary.clone()];
        let look = |client: &Client| {
            let seen = [page_of(ballot), idea.path()].map(|path| client.get(&path).expect(200).page().main_text());
            (seen, client.api_get(&api_of(ballot)).expect(200).body)
        };
        let before = onlookers.each_ref().map(look);

        for (voter, choice) in [(&idea.chair, "yes"), (&idea.coordinator, "yes"), (&idea.member, "abstain")] {
            vote(voter, ballot, choice).expect(303);
        }

        assert_eq!(onlookers.each_ref().map(look), before);
        let shape = app.visitor().api_get(&api_of(ballot)).json();
        for hidden in ["votes", "result", "has_voted", "lot_seed"] {
            assert_eq!(shape[hidden], json!(null), "{hidden}");
        }
        assert!(!shape.to_string().contains("voted\":3"));
    }

    fn at_the_close_everyone_reads_the_result_and_the_group_is_told(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot = ballot_of(&app, &idea);
        for (voter, choice) in [(&idea.chair, "yes"), (&idea.coordinator, "yes"), (&idea.secretary, "no")] {
            vote(voter, ballot, choice).expect(303);
        }

        app.advance_days(6);
        let early = app.visitor().get(&page_of(ballot)).page().main_text();
        assert!(early.contains("Vi räknar rösterna"), "{early}");
        app.run_jobs();

        let page = app.visitor().get(&page_of(ballot)).page();
        assert_eq!(page.text_of("#result"), "Svaret är ja");
        assert_eq!(page.texts_of("td.number"), ["2", "1", "0"]);
        assert!(page.main_text().contains("3 av 4 på röstlängden röstade."));
        let shape = app.visitor().api_get(&api_of(ballot)).json();
        assert_eq!((&shape["result"], &shape["votes"]), (&json!("yes"), &json!({ "yes": 2, "no": 1, "abstain": 0 })));
        assert!(app.mails_to(&idea.chair.email()).iter().any(|mail| mail.mail.kind == "ballot_closed"));
        let late = idea.member.post(&format!("/ballots/{ballot}/votes"), &[("choice", "no")]);
        assert_eq!(late.status, 409);
        let put_aside = idea.chair.post(&format!("/ballots/{ballot}/result"), &[("version", &idea.version(&app))]);
        assert_eq!(put_aside.status, 409, "a yes binds");
    }

    fn too_few_votes_take_the_proposal_back_to_the_group(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot = ballot_of(&app, &idea);
        vote(&idea.chair, ballot, "yes").expect(303);
        app.advance_days(6);
        app.run_jobs();
        let page = page_of(ballot);
        assert_eq!(idea.chair.get(&page).page().text_of("#result"), "För få röstade");
        assert!(!idea.member.get(&page).page().forms().contains(&format!("{page}/result")), "a member cannot");

        let sent = idea.chair.send_form(&page, &format!("{page}/result"), &[]).expect(303);

        assert_eq!(idea.chair.follow(&sent).page().notice(), "Gruppen arbetar vidare med förslaget.");
        assert_eq!(idea.state(&app), State::Proposal);
        assert!(app.visitor().get(&idea.path()).page().text_of(".timeline").contains("arbetar vidare med förslaget"));
        assert!(!idea.chair.get(&page).page().forms().contains(&format!("{page}/result")), "once is enough");
    }

    fn sixty_four_equal_votes_at_once_are_one(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot = ballot_of(&app, &idea);
        let address = format!("/ballots/{ballot}/votes");

        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let voting: Vec<_> =
                (0..64).map(|_| scope.spawn(|| idea.member.clone().post(&address, &[("choice", "yes")]).status)).collect();
            voting.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });

        assert!(statuses.iter().all(|status| *status == 303), "{statuses:?}");
        vote(&idea.chair, ballot, "no").expect(303);
        app.advance_days(6);
        app.run_jobs();
        assert_eq!(app.visitor().api_get(&api_of(ballot)).json()["votes"], json!({ "yes": 1, "no": 1, "abstain": 0 }));
    }

    fn a_hidden_a_foreign_and_a_missing_ballot_answer_alike(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot = ballot_of(&app, &idea);
        app.hide(&idea);
        let missing = BallotId::new(ballot.get() + 1_000);

        for client in [app.visitor(), app.resident("Rut"), idea.member.clone()] {
            for make in [page_of, api_of] {
                let (hidden, none) = (client.get(&make(ballot)), client.get(&make(missing)));
                assert_eq!((hidden.status, &hidden.bytes), (404, &none.bytes), "{hidden}");
            }
            let votes = |id: BallotId| client.post(&format!("/ballots/{id}/votes"), &[("choice", "yes")]);
            let (hidden, none, nonsense) = (votes(ballot), votes(missing), client.post("/ballots/x/votes", &[("choice", "yes")]));
            assert_eq!((hidden.status, &hidden.bytes), (404, &none.bytes));
            assert_eq!((nonsense.status, &nonsense.bytes), (404, &none.bytes));
        }
    }

    fn the_page_of_a_ballot_costs_at_most_six_statements(app: TestApp) {
        let idea = app.idea_in(State::Ballot);
        let ballot = ballot_of(&app, &idea);
        let cost = |client: &Client| {
            let before = app.db.statements();
            client.get(&page_of(ballot)).expect(200);
            app.db.statements() - before
        };
        vote(&idea.chair, ballot, "yes").expect(303);
        assert!(cost(&idea.chair) <= 6, "open");
        app.advance_days(6);
        app.run_jobs();
        assert!(cost(&idea.chair) <= 6, "closed");
    }
}
