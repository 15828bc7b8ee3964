//! The journeys as people walk them: in Chromium, by keyboard alone, with scripts on and off, on
//! a telephone's and on a desk's screen; and the page rules of axe-core on every kind of page.
//!
//! Needs `chromium`, `chromedriver` and `tests/browser/node_modules/axe-core` (`npm ci --prefix
//! tests/browser`). Without them each test says in one line what is missing; with
//! `MEDSKAPA_TEST_ALL=1` it fails.

mod council;
mod driver;
mod group;
mod mails;
mod moderator;
mod resident;
mod rules;

pub(crate) use driver::{Browser, Screen};

use crate::accounts;
use crate::database;
use crate::support::{Client, Kind, TestApp};

/// A screen of each width that the pages are made for, with scripts on and off.
const SCREENS: [Screen; 4] = [
    Screen { width: 360, scripts: true },
    Screen { width: 360, scripts: false },
    Screen { width: 1280, scripts: true },
    Screen { width: 1280, scripts: false },
];

/// The screens that a database's test shows its pages on. What a page looks like does not depend on the
/// database, so each screen is walked with one of the two, and with the only one where there is but one.
fn screens(kind: Kind) -> impl Iterator<Item = Screen> {
    let both = database::has_postgres();
    SCREENS.into_iter().filter(move |screen| {
        let with_postgres = (screen.width == 360) == screen.scripts;
        !both || with_postgres == (kind == Kind::Postgres)
    })
}

/// Walks a journey on the screens, each time in a new town; nothing without Chromium.
fn on_every_screen(kind: Kind, walk: impl AsyncFn(&TestApp, &Browser) + Copy) {
    for screen in screens(kind) {
        let Some(app) = TestApp::new(kind) else { return };
        if !driver::with_browser(screen, async |browser| walk(&app, browser).await) {
            return;
        }
    }
}

/// Goes on as somebody, signed in by the link in a mail.
async fn be(app: &TestApp, browser: &Browser, who: &Client) {
    browser.open(&format!("{}/about", app.base())).await;
    browser.forget_cookies().await;
    let link = accounts::sign_in_path(app, &who.email());
    browser.open(&format!("{}{link}", app.base())).await;
    browser.enter("main form button[type=submit]").await;
}
