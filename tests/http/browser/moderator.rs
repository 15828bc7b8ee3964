//! A moderator publishes one idea and sends another back.

use super::{be, on_every_screen};
use crate::support::State;

on_both_databases! {
    fn a_moderator_publishes_one_idea_and_sends_one_back(kind: Kind) {
        on_every_screen(kind, async |app, browser| {
            let (first, second) = (app.idea_in(State::Screening), app.idea_in(State::Screening));
            be(app, browser, &app.moderator("Mona")).await;

            browser.open(&format!("{}/moderation", app.base())).await;
            browser.enter(&format!("main a[href='/moderation/ideas/{}']", first.number)).await;
            browser.type_into("#theme", "Fri").await;
            browser.type_into("#group", "Gruppen utb").await;
            browser.enter(&format!("form[action='/moderation/ideas/{}'] button[type=submit]", first.number)).await;
            assert_eq!(first.state(app), State::Open, "{:?}: {}", browser.screen, browser.words().await);

            browser.open(&format!("{}/moderation/ideas/{}", app.base(), second.number)).await;
            browser.type_into("#return-ground", "Innehåller andras").await;
            browser.enter("form[action$='#return'] button[type=submit]").await;
            assert!(browser.value_of("#words").await.contains("Ta bort namn"), "{}", browser.value_of("#words").await);
            browser.enter("form:has(#words) button[type=submit]").await;
            assert_eq!(second.state(app), State::Returned, "{:?}: {}", browser.screen, browser.words().await);
        });
    }
}
