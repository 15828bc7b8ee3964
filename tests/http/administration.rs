//! People, roles, suspensions and seats, as an administrator sees them.

use diesel::prelude::*;
use medskapa::db::schema::{events, seats};

on_both_databases! {
    fn only_administrators_see_these_pages(app: TestApp) {
        let amina = app.resident("Amina");
        app.group("fritid");
        let pages = ["/admin", "/admin/people", "/admin/people/1", "/admin/people/999999", "/admin/groups/fritid"];

        for page in pages {
            app.visitor().get(page).expect(401);
            for person in [&amina, &app.moderator("Bo"), &app.process("Pia")] {
                person.get(page).expect(403);
            }
        }
        let words = [("email", "amina@example.org"), ("role", "admin"), ("was", "resident"), ("reason", "x")];
        for page in ["/admin/people", "/admin/people/1/role", "/admin/people/1/suspension", "/admin/groups/fritid/seats"] {
            amina.post(page, &words).expect(403);
        }
        amina.post("/admin/groups/fritid/seats/1/end", &[]).expect(403);
    }

    fn a_person_is_found_by_the_whole_address_which_is_never_shown(app: TestApp) {
        let (karin, amina) = (app.admin("Karin"), app.resident("Amina"));

        let found = karin.send_form("/admin/people", "/admin/people", &[("email", " AMINA@example.org ")]).expect(303);

        assert_eq!(found.location(), format!("/admin/people/{}", amina.id()));
        let shown = karin.follow(&found).expect(200);
        assert_eq!(shown.page().heading(), "Amina");
        let listed = karin.get("/admin/people?role=resident").expect(200);
        for page in [&shown, &listed] {
            assert!(page.body.contains("a…@example.org") && !page.body.contains("amina@example.org"), "{page}");
        }
        let nobody = karin.post("/admin/people", &[("email", "nobody@example.org")]).expect(200);
        assert!(nobody.page().has(".notice"), "{nobody}");
        karin.post("/admin/people", &[("email", "amina")]).expect(422);
    }

    fn people_are_listed_by_role_page_by_page(app: TestApp) {
        let karin = app.admin("Karin");
        for letter in 'a'..='v' {
            app.resident(&format!("Person{letter}"));
        }
        let people = |page: &crate::support::Page| {
            page.links().into_iter().filter(|(_, to)| to.starts_with("/admin/people/")).count()
        };

        let first = karin.get("/admin/people?role=resident").expect(200).page();
        let next = first.links().into_iter().find(|(_, to)| to.contains("after=")).expect("a next page").1;
        let second = karin.get(&next).expect(200).page();

        assert_eq!((people(&first), people(&second)), (20, 2));
        assert_eq!(people(&karin.get("/admin/people").expect(200).page()), 1);
        for wrong in ["role=king", "after=x", "name=amina"] {
            karin.get(&format!("/admin/people?{wrong}")).expect(400);
        }
    }

    fn two_administrators_with_the_same_page_do_not_overwrite_each_other(app: TestApp) {
        let (karin, sara, amina) = (app.admin("Karin"), app.admin("Sara"), app.resident("Amina"));
        let role = format!("/admin/people/{}/role", amina.id());

        karin.post(&role, &[("role", "moderator"), ("was", "resident")]).expect(303);
        sara.post(&role, &[("role", "process"), ("was", "resident")]).expect(409);

        let suspension = format!("/admin/people/{}/suspension", amina.id());
        let words = [("suspended", "yes"), ("reason", "Skrev hot i tre inlägg")];
        karin.post(&suspension, &words).expect(303);
        sara.post(&suspension, &words).expect(409);
        sara.post(&suspension, &[("suspended", "no")]).expect(303);
        karin.post(&suspension, &[("suspended", "no")]).expect(409);
    }

    fn the_last_administrator_stays_and_nobody_suspends_himself(app: TestApp) {
        let karin = app.admin("Karin");
        let own = format!("/admin/people/{}", karin.id());

        karin.post(&format!("{own}/role"), &[("role", "resident"), ("was", "admin")]).expect(409);
        karin.post(&format!("{own}/suspension"), &[("suspended", "yes"), ("reason", "Slutar i dag")]).expect(403);
        karin.post(&format!("{own}/role"), &[("role", "king"), ("was", "admin")]).expect(422);
        karin.post("/admin/people/999999/role", &[("role", "admin"), ("was", "resident")]).expect(404);
        karin.post("/admin/people/x/role", &[("role", "admin"), ("was", "resident")]).expect(404);

        karin.get("/admin").expect(200);
    }

    fn a_suspension_needs_a_reason_and_keeps_the_words(app: TestApp) {
        let (karin, amina) = (app.admin("Karin"), app.resident("Amina"));
        let page = format!("/admin/people/{}", amina.id());

        let answer = karin.send_form(&page, &format!("{page}/suspension"), &[("reason", "Hot")]).expect(422);

        assert_eq!(answer.page().errors().len(), 1, "{answer}");
        assert!(answer.page().form_fields(&format!("{page}/suspension")).contains(&("reason".to_owned(), "Hot".to_owned())));
        amina.get("/account").expect(200);
    }

    fn a_seat_is_given_acts_at_once_and_is_ended(app: TestApp) {
        let (karin, amina) = (app.admin("Karin"), app.resident("Amina"));
        app.group("fritid");
        let (page, give) = ("/admin/groups/fritid", "/admin/groups/fritid/seats");
        let words = [("email", "amina@example.org"), ("role", "chair"), ("represents", "Aktiva mammor")];
        let is_seated = || amina.api_get("/api/v1/session").json()["person"]["seated"].clone();

        let answer = karin.send_form(page, give, &words).expect(303);
        assert!(karin.follow(&answer).expect(200).page().main_text().contains("Aktiva mammor"));
        assert_eq!(is_seated(), true);
        let overlapping = karin.send_form(page, give, &words).expect(422);
        assert!(overlapping.page().form_fields(give).contains(&("represents".to_owned(), "Aktiva mammor".to_owned())));
        app.advance_days(2);
        let end = karin.get(page).page().forms().into_iter().find(|form| form.ends_with("/end")).expect("a form");
        karin.send_form(page, &end, &[]).expect(303);

        assert_eq!(is_seated(), false);
        karin.post(&end, &[]).expect(409);
        karin.post("/admin/groups/fritid/seats/999999/end", &[]).expect(404);
        karin.get("/admin/groups/no-such-group").expect(404);
        let told: Vec<String> = app.read(|conn| Ok(events::table.order(events::id).select(events::kind).load(conn)?));
        assert_eq!(told, ["seat_given", "seat_ended"]);
    }

    fn the_same_seat_form_sent_64_times_at_once_gives_one_seat(app: TestApp) {
        let karin = app.admin("Karin");
        app.group("fritid");
        let words =
            [("email", "ny@example.org"), ("name", "Nils Ny"), ("role", "member"), ("represents", "Föreningen"), ("form_key", "k")];
        let start = std::sync::Barrier::new(64);

        let answers: Vec<u16> = std::thread::scope(|scope| {
            let send = || {
                start.wait();
                karin.post("/admin/groups/fritid/seats", &words).status
            };
            let running: Vec<_> = (0..64).map(|_| scope.spawn(send)).collect();
            running.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });

        let held: i64 = app.read(|conn| Ok(seats::table.count().get_result(conn)?));
        assert_eq!(held, 1);
        assert_eq!(answers, [303; 64]);
    }
}
