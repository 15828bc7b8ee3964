//! A body opens a secret ballot, its members vote, and the result is seen when it closes.

use super::{be, on_every_screen};
use crate::support::State;

on_both_databases! {
    fn a_council_votes_and_reads_the_result(kind: Kind) {
        on_every_screen(kind, async |app, browser| {
            let idea = app.idea_in(State::Proposal);
            let closes_on = app.today().plus_days(7).to_string();

            be(app, browser, &idea.chair).await;
            browser.open(&format!("{}{}", app.base(), idea.at("desk"))).await;
            browser.enter(&format!("main a[href='{}']", idea.at("ballots"))).await;
            browser.type_into("#question", "Ska bänkarna sättas ut?").await;
            browser.choose_radio("held_by", "utbildning").await;
            browser.choose_radio("majority", "simple").await;
            browser.type_into("#closes_on", &closes_on).await;
            browser.enter("main form button[type=submit]").await;
            assert_eq!(idea.state(app), State::Ballot, "{:?}: {}", browser.screen, browser.words().await);
            let ballot = browser.path().await;

            for (voter, choice) in [(&idea.chair, "yes"), (&idea.member, "yes"), (&idea.secretary, "no")] {
                be(app, browser, voter).await;
                browser.open(&format!("{}/desk", app.base())).await;
                browser.enter(&format!("main a[href='{ballot}']")).await;
                browser.choose_radio("choice", choice).await;
                browser.enter(&format!("form[action='{ballot}/votes'] button[type=submit]")).await;
                let words = browser.words().await;
                assert!(words.contains("Din röst är lämnad."), "{:?}: {words}", browser.screen);
                assert!(!words.contains("2 ja"), "nothing is told before the close: {words}");
            }

            app.advance_days(8);
            app.run_jobs();
            browser.forget_cookies().await;
            browser.open(&format!("{}{ballot}", app.base())).await;
            let result = browser.text_of("table").await;
            assert!(result.contains("Ja 2") && result.contains("Nej 1"), "{:?}: {result}", browser.screen);
        });
    }
}
