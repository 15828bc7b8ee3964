//! What is kept only for a while: drafts, after a warning, and what has served.

use diesel::prelude::*;
use medskapa::accounts::tokens::{self, Purpose};
use medskapa::db::schema::{drafts, emails, ideas, mailed_tokens};
use medskapa::i18n::Locale;
use medskapa::kernel::{Actor, EmailAddress};

use crate::mails::came_to_group;
use crate::support::{State, TestApp};

on_both_databases! {
    fn a_draft_is_removed_after_a_warning(app: TestApp) {
        let idea = app.idea_in(State::Draft);
        app.run_jobs();
        assert_eq!(app.drafts(), 1);

        app.advance_days(24);
        app.run_jobs();
        app.run_jobs();
        assert_eq!(app.subjects_to(&idea.author), ["Vi tar bort ditt utkast 20 december"]);

        app.advance_days(7);
        app.run_jobs();
        assert_eq!(app.drafts(), 0);
        assert_eq!(app.read(|conn| Ok(ideas::table.count().get_result::<i64>(conn)?)), 0);
        assert_eq!(app.subjects_to(&idea.author).len(), 1);
    }

    fn a_draft_that_somebody_writes_on_stays(app: TestApp) {
        app.idea_in(State::Draft);
        app.advance_days(25);
        app.write(|tx| Ok(diesel::update(drafts::table).set(drafts::touched_at.eq(tx.now)).execute(tx.conn)?));

        app.advance_days(20);
        app.run_jobs();

        assert_eq!(app.drafts(), 1);
    }

    fn what_has_served_is_forgotten(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        let email = EmailAddress::parse("rut@example.org").unwrap();
        app.write(|tx| tokens::issue(tx, &app.town, Purpose::SignIn, &email, None, Locale::Swedish));
        app.run_jobs();
        let counts = |app: &TestApp| {
            app.read(|conn| {
                let mails: i64 = emails::table.count().get_result(conn)?;
                let tokens: i64 = mailed_tokens::table.count().get_result(conn)?;
                Ok((mails, tokens))
            })
        };
        assert!(counts(&app).0 > 0 && counts(&app).1 == 1);

        app.advance_days(31);
        app.run_jobs();

        // The time itself may have brought new mails; the old ones and the code are gone.
        let old = app.now().plus_days(-30);
        let left: i64 =
            app.read(|conn| Ok(emails::table.filter(emails::created_at.lt(old)).count().get_result(conn)?));
        assert_eq!((left, counts(&app).1), (0, 0));
    }
}
