use medskapa::accounts::store;
use medskapa::policy::Role;
use medskapa::web::cookies;

use super::ask_for_code;
use crate::support::{Client, Request, TestApp};

/// A browser that holds a copy of this one's sign-in cookie.
fn copy_of(app: &TestApp, client: &Client) -> Client {
    let copy = app.visitor();
    copy.set_cookie(cookies::SESSION, &client.cookie(cookies::SESSION).expect("signed in"));
    copy
}

fn with_token(client: &Client, token: &str, path: &str) -> crate::support::Answer {
    let bearer = format!("Bearer {token}");
    client.send(&Request { path, headers: &[("authorization", &bearer)], without_cookies: true, ..Request::default() })
}

on_both_databases! {
    fn signing_out_acts_at_once_also_on_a_copied_cookie(app: TestApp) {
        let amina = app.resident("Amina");
        let copy = copy_of(&app, &amina);
        copy.get("/account").expect(200);

        let answer = amina.send_form("/account", "/sign-out", &[]).expect(303);

        assert_eq!(amina.cookie(cookies::SESSION), None);
        assert!(amina.follow(&answer).status < 500);
        amina.get("/account").expect(401);
        copy.get("/account").expect(401);
        copy.post("/sign-out", &[]).expect(401);
    }

    fn signing_in_gives_a_new_session_and_ends_the_one_the_browser_had(app: TestApp) {
        let amina = app.resident("Amina");
        let before = copy_of(&app, &amina);
        // Signed in already, so the page that asks is passed over.
        amina.post("/sign-in", &[("email", "amina@example.org")]).expect(303);
        let code = medskapa::accounts::tokens::code(&app.town, &super::newest(&app));

        amina.post("/sign-in/code", &[("code", &code)]).expect(303);

        amina.get("/account").expect(200);
        before.get("/account").expect(401);
    }

    fn a_session_ends_after_its_days(app: TestApp) {
        let elin = app.visitor();
        let code = ask_for_code(&app, &elin, "elin@example.org");
        elin.post("/sign-in/code", &[("code", &code)]).expect(303);

        app.advance_days(29);
        elin.get("/account").expect(200);
        app.advance_days(1);
        elin.get("/account").expect(401);
    }

    fn another_role_acts_at_the_next_request(app: TestApp) {
        let (karin, amina) = (app.admin("Karin"), app.resident("Amina"));
        let page = format!("/admin/people/{}", amina.id());
        amina.get("/admin").expect(403);

        karin.send_form(&page, &format!("{page}/role"), &[("role", "admin")]).expect(303);
        amina.get("/admin").expect(200);
        karin.send_form(&page, &format!("{page}/role"), &[("role", "resident")]).expect(303);

        amina.get("/admin").expect(403);
        amina.get("/account").expect(200);
    }

    fn a_suspended_person_is_out_at_once_everywhere(app: TestApp) {
        let (karin, amina) = (app.admin("Karin"), app.resident("Amina"));
        let token = amina.api_token();
        with_token(&amina, &token, "/api/v1/session").expect(200);
        let page = format!("/admin/people/{}", amina.id());

        let words = [("reason", "Hotade en granne i flera inlägg")];
        karin.send_form(&page, &format!("{page}/suspension"), &words).expect(303);

        amina.get("/account").expect(401);
        with_token(&amina, &token, "/api/v1/session").expect(401);
        let back = app.visitor();
        let code = ask_for_code(&app, &back, "amina@example.org");
        let told = back.post("/sign-in/code", &[("code", &code)]).expect(403);
        assert!(told.page().main_text().contains("Hotade en granne i flera inlägg"), "{told}");
        assert_eq!(back.cookie(cookies::SESSION), None);

        karin.send_form(&page, &format!("{page}/suspension"), &[]).expect(303);
        amina.get("/account").expect(200);
    }

    fn sign_ins_are_listed_and_ended_one_by_one_or_all_but_this(app: TestApp) {
        let here = app.resident("Amina");
        let (there, elsewhere) = (app.resident("Amina"), app.resident("Amina"));
        let forms = here.get("/account").expect(200).page().forms();
        let ends: Vec<_> =
            forms.into_iter().filter(|form| form.starts_with("/account/sessions/") && form.ends_with("/end")).collect();
        assert_eq!(ends.len(), 3, "two others and all others: {ends:?}");

        let newest = ends.iter().find(|form| form.as_str() != "/account/sessions/end").expect("one");
        here.send_form("/account", newest, &[]).expect(303);
        assert_eq!((there.get("/account").status, elsewhere.get("/account").status), (200, 401));
        here.send_form("/account", "/account/sessions/end", &[]).expect(303);

        there.get("/account").expect(401);
        here.get("/account").expect(200);
    }

    fn nobody_ends_or_sees_what_is_another_persons(app: TestApp) {
        let (amina, bo) = (app.resident("Amina"), app.resident("Bo"));
        let until = app.now().plus_days(1);
        let bos = app.write(|tx| store::insert_session(tx, bo.id(), "api", "Bos hemliga program", until));

        let foreign = amina.post(&format!("/account/sessions/{bos}/end"), &[]).expect(404);
        let missing = amina.post("/account/sessions/999999/end", &[]).expect(404);
        let rubbish = amina.post("/account/sessions/x/end", &[]).expect(404);

        assert_eq!((&foreign.body, &foreign.body), (&missing.body, &rubbish.body));
        for path in ["/account", "/account/data"] {
            let shown = amina.get(path).expect(200).body;
            assert!(!shown.contains("hemliga") && !shown.contains("bo@example.org"), "{path}");
        }
        assert!(bo.get("/account").expect(200).body.contains("Bos hemliga program"));
        app.visitor().post(&format!("/account/sessions/{bos}/end"), &[]).expect(401);
    }

    fn a_key_for_the_api_is_shown_once_works_and_can_be_removed(app: TestApp) {
        let amina = app.resident("Amina");

        let made = amina.send_form("/account/tokens", "/account/tokens", &[("label", "Kartan")]).expect(201);

        assert_eq!(made.header("cache-control"), Some("no-store"));
        let token = made.page().text_of("textarea");
        let who = with_token(&amina, &token, "/api/v1/session").expect(200).json();
        assert_eq!(who.pointer("/person/display_name").and_then(|name| name.as_str()), Some("Amina"));
        assert_eq!(who.pointer("/person/role").and_then(|role| role.as_str()), Some("resident"));
        let account = amina.get("/account").expect(200);
        assert!(account.body.contains("Kartan") && !account.body.contains(&token));
        let end = account.page().forms().into_iter().find(|form| form.ends_with("/end")).expect("a form");
        amina.send_form("/account", &end, &[]).expect(303);
        with_token(&amina, &token, "/api/v1/session").expect(401);
    }

    fn the_same_key_form_sent_twice_makes_one_key(app: TestApp) {
        let amina = app.resident("Amina");
        let fields = amina.get("/account/tokens").expect(200).page().form_fields("/account/tokens");
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.retain(|(name, _)| *name != "label");
        fields.push(("label", "Kartan"));

        let first = amina.post_exactly("/account/tokens", &fields).expect(201).page().text_of("textarea");
        let second = amina.post_exactly("/account/tokens", &fields).expect(201).page().text_of("textarea");

        assert_eq!(first, second);
        let listed = amina.get("/account").expect(200).page().texts_of("b");
        assert_eq!(listed.iter().filter(|label| *label == "Kartan").count(), 1);
    }

    fn the_api_takes_keys_and_no_cookies_and_no_browser_tokens(app: TestApp) {
        let amina = app.resident("Amina");
        let browser_token = amina.cookie(cookies::SESSION).expect("signed in");

        amina.get("/api/v1/session").expect(401);
        app.visitor().get("/api/v1/session").expect(401);
        with_token(&amina, &browser_token, "/api/v1/session").expect(401);
        with_token(&amina, "rubbish", "/api/v1/session").expect(401);
        let as_cookie = app.visitor();
        as_cookie.set_cookie(cookies::SESSION, &amina.api_token());
        as_cookie.get("/account").expect(401);
    }

    fn a_seat_shows_in_who_am_i(app: TestApp) {
        let group = app.group("utbildning");
        let member = app.member_of(group);

        let who = member.api_get("/api/v1/session").expect(200).json();

        assert_eq!(who.pointer("/person/seated"), Some(&serde_json::Value::Bool(true)));
        assert_eq!(app.person_with(Role::Resident, "Nils").api_get("/api/v1/session").json()["person"]["seated"], false);
    }
}
