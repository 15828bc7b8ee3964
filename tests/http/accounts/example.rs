use diesel::prelude::*;
use medskapa::db::schema::people;
use medskapa::web::cookies;

use crate::support::TestApp;

/// Makes somebody a person of the example town.
fn make_example(app: &TestApp, person: medskapa::kernel::PersonId) {
    app.write(|tx| {
        let this = people::table.filter(people::id.eq(person));
        diesel::update(this).set(people::example.eq(true)).execute(tx.conn)?;
        Ok(())
    });
}

on_both_databases! {
    fn in_the_example_town_anyone_can_be_chosen_but_nobody_else(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| config.example_town = true) else { return };
        let (amina, real) = (app.resident("Amina"), app.admin("Karin"));
        make_example(&app, amina.id());
        let visitor = app.visitor();
        let shown = visitor.get("/example/people").expect(200);
        assert!(shown.body.contains("Amina") && !shown.body.contains("Karin"), "{shown}");

        visitor.post("/example/people", &[("person", &real.id().to_string())]).expect(404);
        visitor.post("/example/people", &[("person", "999999")]).expect(404);
        visitor.post("/example/people", &[("person", "x")]).expect(404);
        assert_eq!(visitor.cookie(cookies::SESSION), None);
        visitor.send_form("/example/people", "/example/people", &[("person", &amina.id().to_string())]).expect(303);

        let api = visitor.get("/account").expect(200);
        assert!(api.page().main_text().contains("amina@example.org"), "{api}");
    }

    fn anywhere_else_the_pages_do_not_exist(kind: Kind) {
        let Some(app) = TestApp::new(kind) else { return };
        let amina = app.resident("Amina");
        make_example(&app, amina.id());
        let visitor = app.visitor();

        let missing = visitor.get("/no-such-page").expect(404).body;

        assert_eq!(visitor.get("/example/people").expect(404).body, missing);
        visitor.post("/example/people", &[("person", &amina.id().to_string())]).expect(404);
        assert_eq!(visitor.cookie(cookies::SESSION), None);
    }
}
