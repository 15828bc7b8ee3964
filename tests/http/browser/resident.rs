//! A resident without an account writes an idea and looks up how it goes; another supports it,
//! asks about it and takes the support back.

use super::{Browser, be, on_every_screen};
use crate::support::{State, TestApp};

const TITLE: &str = "Sätt upp en bänk vid hållplatsen";
const BODY: &str = "Min mormor orkar inte stå och vänta på bussen. Många gamla har det så.";

async fn write_an_idea(app: &TestApp, browser: &Browser) {
    browser.open(&format!("{}/", app.base())).await;
    browser.enter("main a[href='/ideas/new']").await;
    browser.type_into("#title", TITLE).await;
    browser.enter("main button[type=submit]").await;
    browser.type_into("#body", BODY).await;
    browser.enter("main button[type=submit]").await;
    browser.choose_radio("area", "hela").await;
    browser.enter("main button[type=submit]").await;
    browser.type_into("#author_name", "Rut").await;
    browser.enter("main button[type=submit]").await;
    assert_eq!(browser.path().await, "/ideas/new/check", "{:?}", browser.screen);
    browser.enter("form[action='/ideas/new/send'] button[type=submit]").await;
}

on_both_databases! {
    fn a_resident_writes_an_idea_and_finds_it_by_its_receipt(kind: Kind) {
        on_every_screen(kind, async |app, browser| {
            write_an_idea(app, browser).await;

            assert_eq!(browser.path().await, "/ideas/new/thanks");
            let code = browser.text_of(".receipt-code").await;
            browser.forget_cookies().await;
            browser.open(&format!("{}/receipt", app.base())).await;
            browser.type_into("#number", "2026-0001").await;
            browser.type_into("#code", &code).await;
            browser.enter("main button[type=submit]").await;

            let words = browser.words().await;
            assert!(words.contains(TITLE) && words.contains("moderator"), "{:?}: {words}", browser.screen);
        });
    }

    fn a_resident_supports_an_idea_and_asks_about_it(kind: Kind) {
        on_every_screen(kind, async |app, browser| {
            let idea = app.idea_in(State::Open);
            be(app, browser, &app.resident("Rut")).await;
            browser.open(&format!("{}/ideas", app.base())).await;
            browser.enter(&format!("main a[href='{}']", idea.path())).await;

            browser.enter(&format!("form[action='{}'] button", idea.at("support"))).await;
            let back = format!("form[action='{}'] button", idea.at("support/end"));
            assert!(browser.has(&back).await, "{}", browser.words().await);
            browser.choose_radio("kind", "question").await;
            browser.type_into("#body", "Vem har nyckeln till förrådet?").await;
            browser.enter(&format!("form[action='{}'] button[type=submit]", idea.at("comments"))).await;
            assert!(browser.words().await.contains("när en moderator har läst det"), "{}", browser.words().await);

            browser.enter(&back).await;
            assert!(!browser.has(&back).await);
        });
    }
}
