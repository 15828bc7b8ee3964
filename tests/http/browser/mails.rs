//! The HTML of every kind of mail on a telephone: nothing is wider than the screen, and the page rules find
//! nothing in what a mail program shows. Light and dark colours are reckoned in `src/mail/tests/frame.rs`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use medskapa::notifications::MailKind;

use super::{Browser, Screen, driver, rules};
use crate::support::{Kind, TestApp};

/// Rules for whole pages; a mail is shown inside another program's page.
const OF_PAGES: [&str; 3] = ["landmark-", "region", "page-has-heading-one"];

#[test]
fn every_kind_of_mail_fits_a_telephone_and_its_words_can_be_read() {
    let Some(page_rules) = rules::rules() else { return };
    let app = TestApp::new(Kind::Sqlite).expect("SQLite is always there");
    let admin = app.admin("Ada");
    driver::with_browser(Screen { width: 360, scripts: true }, async |browser: &Browser| {
        let mut faults = Vec::new();
        for kind in MailKind::ALL {
            // Where it is shown, the page is shut up so tightly that the rules could not run in it.
            let html = admin.get(&format!("/admin/mails/preview/{kind}/sv/html")).expect(200).body;
            browser.open(&format!("data:text/html;charset=utf-8;base64,{}", STANDARD.encode(html))).await;
            assert!(browser.has("h1").await, "{kind} is not shown");
            let overflow = browser.overflow().await;
            if overflow > 0 {
                faults.push(format!("{kind}: {overflow} pixels wider than the screen"));
            }
            let found = browser.rule_faults(&page_rules).await.into_iter();
            let found = found.filter(|fault| !OF_PAGES.iter().any(|rule| fault.starts_with(rule)));
            faults.extend(found.map(|fault| format!("{kind}: {fault}")));
        }
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    });
}
