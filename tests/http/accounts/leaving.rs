use diesel::prelude::*;
use medskapa::accounts::store;
use medskapa::db::schema::{comments, ideas, people};
use medskapa::kernel::PersonId;
use medskapa::web::cookies;

use super::{address, ask_for_code};
use crate::support::State;

on_both_databases! {
    fn who_leaves_is_gone_and_the_ideas_stay(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let amina = &idea.author;
        let (other_browser, token) = (app.resident("Amina"), amina.api_token());
        app.write(|tx| {
            diesel::insert_into(comments::table)
                .values((
                    comments::idea_id.eq(idea.id),
                    comments::kind.eq("for"),
                    comments::state.eq("visible"),
                    comments::body.eq("Det vore bra"),
                    comments::language.eq("sv"),
                    comments::author_id.eq(amina.id()),
                    comments::author_name.eq("Amina"),
                    comments::created_at.eq(tx.now),
                    comments::shown_at.eq(Some(tx.now)),
                ))
                .execute(tx.conn)?;
            Ok(())
        });

        amina.send_form("/account/leave", "/account/leave", &[("sure", "yes")]).expect(303);

        assert_eq!(amina.cookie(cookies::SESSION), None);
        other_browser.get("/account").expect(401);
        let bearer = format!("Bearer {token}");
        let api = crate::support::Request {
            path: "/api/v1/session",
            headers: &[("authorization", &bearer)],
            ..crate::support::Request::default()
        };
        app.visitor().send(&api).expect(401);
        let (author, name): (Option<PersonId>, String) = app.read(|conn| {
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            Ok(this.select((ideas::author_id, ideas::author_name)).first(conn)?)
        });
        assert_eq!((author, name.as_str()), (None, "Borttagen"));
        let commented: String = app.read(|conn| Ok(comments::table.select(comments::author_name).first(conn)?));
        assert_eq!(commented, "Borttagen");
        let shown = app.visitor().get(&idea.path()).expect(200);
        assert!(!shown.body.contains("Amina"), "{shown}");
    }

    fn the_address_is_free_and_leads_to_somebody_new(app: TestApp) {
        let amina = app.resident("Amina");
        amina.send_form("/account/leave", "/account/leave", &[("sure", "yes")]).expect(303);

        let back = app.visitor();
        let code = ask_for_code(&app, &back, "amina@example.org");
        back.post("/sign-in/code", &[("code", &code)]).expect(303);

        let known = app.read(|conn| store::find_by_email(conn, &address("amina@example.org"))).expect("a person");
        assert_ne!(known.id, amina.id());
        let old: (String, bool) = app.read(|conn| {
            let old = people::table.filter(people::id.eq(amina.id()));
            Ok(old.select((people::email, people::left_at.is_not_null())).first(conn)?)
        });
        assert!(old.1 && !old.0.contains("amina"), "{old:?}");
    }

    fn leaving_asks_once_more_and_says_what_has_to_be_taken_over(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);

        let chair = idea.chair.get("/account/leave").expect(200).page().main_text();
        let owner = idea.owner.get("/account/leave").expect(200).page().links();
        let unsure = idea.owner.send_form("/account/leave", "/account/leave", &[]).expect(422);

        assert!(chair.contains("Gruppen utbildning"), "{chair}");
        assert!(owner.iter().any(|(_, to)| *to == idea.path()), "{owner:?}");
        assert_eq!(unsure.page().errors().len(), 1);
        idea.owner.get("/account").expect(200);
    }

    fn the_last_administrator_cannot_leave(app: TestApp) {
        let karin = app.admin("Karin");

        karin.post("/account/leave", &[("sure", "yes")]).expect(409);

        karin.get("/admin").expect(200);
    }
}
