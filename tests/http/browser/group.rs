//! A steering group takes an idea forward, the owner says yes, and the group decides.

use super::{be, on_every_screen};
use crate::support::State;

on_both_databases! {
    fn a_group_goes_from_the_desk_to_a_yes(kind: Kind) {
        on_every_screen(kind, async |app, browser| {
            let idea = app.idea_in(State::WithGroup);
            let first_step = app.today().plus_days(20).to_string();

            be(app, browser, &idea.chair).await;
            browser.open(&format!("{}/desk", app.base())).await;
            browser.enter(&format!("main a[href='{}']", idea.at("desk"))).await;
            browser.unfold("#proposal > summary").await;
            browser.type_into("#proposal-reason", "Det går att göra med det vi har.").await;
            browser.type_into("#proposal-owner_email", &idea.owner.email()).await;
            browser.type_into("#proposal-owner_name", "Gustav").await;
            browser.type_into("#proposal-organisation", "Parkförvaltningen").await;
            browser.type_into("#proposal-first_step_on", &first_step).await;
            browser.enter("#proposal button[type=submit]").await;
            assert_eq!(idea.state(app), State::Proposal, "{:?}: {}", browser.screen, browser.words().await);

            be(app, browser, &idea.owner).await;
            browser.open(&format!("{}/desk", app.base())).await;
            browser.enter(&format!("main a[href='{}']", idea.at("ownership"))).await;
            browser.choose_radio("answer", "yes").await;
            browser.enter("main form button[type=submit]").await;

            be(app, browser, &idea.chair).await;
            browser.open(&format!("{}{}", app.base(), idea.at("desk"))).await;
            browser.unfold("#decision > summary").await;
            browser.choose_radio("outcome", "yes").await;
            browser.choose_radio("kind", "own").await;
            browser.type_into("#decision-what", "Fyra bänkar ställs ut av parkförvaltningen.").await;
            browser.type_into("#decision-reasons", "Många äldre har bett om det.").await;
            browser.choose_radio("concerns_children", "no").await;
            browser.enter("#decision button[type=submit]").await;

            assert_eq!(idea.state(app), State::Accepted, "{:?}: {}", browser.screen, browser.words().await);
            let decision = browser.text_of(".decision").await;
            assert!(decision.contains("Fyra bänkar") && decision.contains("Parkförvaltningen"), "{decision}");
        });
    }
}
