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
use crate::support::{Client, Kind, TestApp};

/// A screen of each width that the pages are made for, with scripts on and off.
const SCREENS: [Screen; 4] = [
    Screen { width: 360, scripts: true },
    Screen { width: 360, scripts: false },
    Screen { width: 1280, scripts: true },
    Screen { width: 1280, scripts: false },
];

/// Walks a journey on each of the screens, each time in a new town; nothing without Chromium.
fn on_every_screen(kind: Kind, walk: impl AsyncFn(&TestApp, &Browser) + Copy) {
    for screen in SCREENS {
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
