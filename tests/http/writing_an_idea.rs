//! Writing an idea page by page, sending it, and finding it again by its receipt.

use crate::saved_searches::publish;
use crate::support::{Client, State};
use medskapa::ideas::store;

const TITLE: &str = "Sätt upp lampor längs gångvägen bakom skolan";
const WHY: &str = "Det är mörkt efter klockan fyra. Alla som går hem från fritids får det bättre.";

/// Fills in the four pages; the visitor then stands before "read through".
fn write(writer: &Client, email: &str) {
    let next = writer.send_form("/ideas/new", "/ideas/new", &[("title", TITLE)]).expect(303);
    assert_eq!(next.location(), "/ideas/new/why");
    writer.send_form("/ideas/new/why", "/ideas/new/why", &[("body", WHY)]).expect(303);
    writer.send_form("/ideas/new/where", "/ideas/new/where", &[("area", "svartedalen")]).expect(303);
    let contact = [("author_name", "Amina"), ("email", email)];
    let last = writer.send_form("/ideas/new/contact", "/ideas/new/contact", &contact).expect(303);
    assert_eq!(last.location(), "/ideas/new/check");
}

/// Number and code of the page after sending.
fn receipt(writer: &Client) -> (String, String) {
    let page = writer.get("/ideas/new/thanks").expect(200).page();
    (page.text_of(".confirmation-number"), page.text_of(".receipt-code"))
}

on_both_databases! {
    fn a_visitor_without_account_and_mail_sends_an_idea_and_opens_it_by_its_code(app: TestApp) {
        let visitor = app.visitor();
        write(&visitor, "");

        let sent = visitor.send_form("/ideas/new/check", "/ideas/new/send", &[]).expect(303);

        assert_eq!(sent.location(), "/ideas/new/thanks");
        let (number, code) = receipt(&visitor);
        visitor.get(&format!("/ideas/{number}")).expect(200);
        let library = app.visitor();
        library.get(&format!("/ideas/{number}")).expect(404);
        let fields = [("number", number.as_str()), ("code", &*code.to_uppercase())];
        let opened = library.send_form("/receipt", "/receipt", &fields).expect(303);
        let shown = library.follow(&opened).expect(200).page();
        assert_eq!(shown.heading(), TITLE);
        assert_eq!(shown.text_of(".tag"), "Granskas");
    }

    fn a_wrong_number_and_a_wrong_code_get_the_same_answer(app: TestApp) {
        let visitor = app.visitor();
        write(&visitor, "");
        visitor.post("/ideas/new/send", &[]).expect(303);
        let (number, code) = receipt(&visitor);
        let stranger = app.visitor();
        let told = |number: &str, code: &str| {
            let answer = stranger.post("/receipt", &[("number", number), ("code", code)]).expect(422);
            (answer.page().errors(), stranger.cookie("receipt"))
        };

        let wrong_code = told(&number, "båt måne grus sex");

        assert_eq!(told("2026-9999", &code), wrong_code);
        assert_eq!(wrong_code.1, None);
    }

    fn sending_twice_gives_the_first_receipt(app: TestApp) {
        let visitor = app.visitor();
        write(&visitor, "");

        visitor.post("/ideas/new/send", &[]).expect(303);
        let first = receipt(&visitor);
        visitor.post("/ideas/new/send", &[]).expect(303);

        assert_eq!(receipt(&visitor), first);
        visitor.get("/ideas/2026-0002").expect(404);
    }

    fn sixty_four_sendings_at_once_make_one_idea(app: TestApp) {
        let visitor = app.visitor();
        write(&visitor, "");

        let senders: Vec<_> = (0..64)
            .map(|_| {
                let visitor = visitor.clone();
                std::thread::spawn(move || visitor.post("/ideas/new/send", &[]).status)
            })
            .collect();
        let answers: Vec<u16> = senders.into_iter().map(|sender| sender.join().unwrap()).collect();

        assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
        assert_eq!(receipt(&visitor).0, "2026-0001");
        app.admin("Ada").get("/ideas/2026-0002").expect(404);
    }

    fn what_is_wrong_is_said_at_the_field_and_the_words_stay(app: TestApp) {
        let visitor = app.visitor();

        let answer = visitor.post("/ideas/new", &[("title", "abc")]).expect(422);

        let page = answer.page();
        assert_eq!(page.errors().len(), 1);
        assert_eq!(page.attribute("#title", "value").as_deref(), Some("abc"));
        assert_eq!(page.attribute("#title", "aria-invalid").as_deref(), Some("true"));
        assert!(answer.body.contains("<title>Fel:"));
        assert_eq!(app.drafts(), 0);
    }

    fn an_identity_number_never_passes_and_a_telephone_number_only_when_it_shall_stay(app: TestApp) {
        let visitor = app.visitor();
        write(&visitor, "");
        let grave = format!("{WHY} Ring 811218-9876.");
        let refused = visitor.post("/ideas/new/why", &[("body", &grave)]).expect(422);
        assert_eq!(refused.page().errors(), ["Texten innehåller ett personnummer. Ta bort det: 811218-9876"]);
        assert!(!refused.page().has("#keep_personal_data"));
        let passable = format!("{WHY} Ring 070-123 45 67.");
        visitor.post("/ideas/new/why", &[("body", &passable)]).expect(303);

        let warned = visitor.send_form("/ideas/new/check", "/ideas/new/send", &[]).expect(422);

        assert!(warned.page().main_text().contains("070-123 45 67"));
        visitor.send_form("/ideas/new/check", "/ideas/new/send", &[("keep_personal_data", "yes")]).expect(303);
    }

    fn a_draft_is_its_browsers_own_and_starts_anew_after_sending(app: TestApp) {
        let visitor = app.visitor();
        write(&visitor, "");
        let other = app.visitor();

        assert_eq!(other.get("/ideas/new/check").expect(303).location(), "/ideas/new");
        assert_eq!(visitor.get("/ideas/new").page().attribute("#title", "value").as_deref(), Some(TITLE));
        visitor.post("/ideas/new/send", &[]).expect(303);
        assert_eq!(visitor.get("/ideas/new").page().attribute("#title", "value").as_deref(), Some(""));
        assert_eq!(visitor.get("/ideas/new/why").expect(303).location(), "/ideas/new");
    }

    fn a_poster_fills_in_title_and_place(app: TestApp) {
        let visitor = app.visitor();
        visitor.send_form("/ideas/new?title=Fler+gungor&area=norra", "/ideas/new", &[]).expect(303);

        let page = visitor.get("/ideas/new/where").page();

        assert_eq!(page.attribute("input[checked]", "value").as_deref(), Some("norra"));
    }

    fn the_whole_text_finds_ideas_that_the_title_did_not(app: TestApp) {
        let there = publish(&app, "En skridskobana bakom gympasalen", "Barnen vill åka skridskor på vintern.");
        app.follow_search();
        let visitor = app.visitor();
        write(&visitor, "");
        let before = visitor.get("/ideas/new/check").expect(200).page();
        assert!(!before.main_text().contains("skridskobana"), "{}", before.main_text());

        let why = "Vi vill ha en skridskobana, så att barnen kan åka skridskor på vintern.";
        visitor.send_form("/ideas/new/why", "/ideas/new/why", &[("body", why)]).expect(303);

        let page = visitor.get("/ideas/new/check").expect(200).page();
        assert_eq!(page.link("En skridskobana bakom gympasalen"), format!("/ideas/{there}"));
        assert!(page.main_text().contains("Båda handlar om"), "{}", page.main_text());
    }

    fn a_signed_in_person_is_the_author_and_is_asked_for_no_mail(app: TestApp) {
        let amina = app.resident("Amina");
        amina.post("/ideas/new", &[("title", TITLE)]).expect(303);
        amina.post("/ideas/new/why", &[("body", WHY)]).expect(303);

        let contact = amina.get("/ideas/new/contact").page();

        assert!(!contact.has("#email"));
        assert_eq!(contact.attribute("#author_name", "value").as_deref(), Some("Amina"));
        amina.post("/ideas/new/contact", &[("author_name", "Amina")]).expect(303);
        amina.post("/ideas/new/send", &[]).expect(303);
        let idea = app.read(|conn| store::load_by_number(conn, &receipt(&amina).0));
        assert_eq!((idea.author_id, idea.state), (Some(amina.id()), State::Screening));
    }
}

mod limited {
    use serde_json::json;

    use super::{TITLE, WHY, write};
    use crate::support::TestApp;

    on_both_databases! {
        fn tries_of_receipts_are_limited(kind: Kind) {
            let Some(app) = TestApp::with(kind, |config| config.server.sign_ins_per_hour = 3) else { return };
            let visitor = app.visitor();
            let try_once = || visitor.post("/receipt", &[("number", "2026-0001"), ("code", "a b c d")]).status;

            let answers: Vec<u16> = (0..4).map(|_| try_once()).collect();

            assert_eq!(answers, [422, 422, 422, 429]);
        }

        fn mails_to_an_address_that_was_typed_are_limited(kind: Kind) {
            let Some(app) = TestApp::with(kind, |config| config.server.sign_ins_per_hour = 2) else { return };
            let visitor = app.visitor();
            let over_the_api = |email: &str| {
                let idea = json!({ "title": TITLE, "body": WHY, "author_name": "Amina", "email": email });
                visitor.api_post("/api/v1/ideas", &idea).status
            };

            let answers = [0; 3].map(|_| over_the_api("rut@example.org"));
            write(&visitor, "rut@example.org");
            let on_the_page = visitor.post("/ideas/new/send", &[]).status;

            assert_eq!((answers, on_the_page), ([201, 201, 429], 429));
            assert_eq!(over_the_api(""), 201);
            app.run_jobs();
            assert_eq!(app.mails_to("rut@example.org").len(), 2);
        }
    }
}
