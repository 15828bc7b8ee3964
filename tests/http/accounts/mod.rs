//! Signing in and out, one's own account, and the people of the example town.

mod account;
mod example;
mod leaving;
mod links;
mod sign_ins;
mod signing_in;

use diesel::prelude::*;
use medskapa::accounts::tokens::{self, MailedToken, Purpose};
use medskapa::db::schema::{mailed_tokens, sessions};
use medskapa::i18n::Locale;
use medskapa::kernel::EmailAddress;

use crate::support::{Client, TestApp};

fn address(email: &str) -> EmailAddress {
    EmailAddress::parse(email).expect("an address")
}

/// The mail that was asked for last.
fn newest(app: &TestApp) -> MailedToken {
    app.read(|conn| {
        let row: i64 = mailed_tokens::table.order(mailed_tokens::id.desc()).select(mailed_tokens::id).first(conn)?;
        tokens::load(conn, row)
    })
}

fn mails_asked_for(app: &TestApp) -> i64 {
    app.read(|conn| Ok(mailed_tokens::table.count().get_result(conn)?))
}

fn sessions_of_everyone(app: &TestApp) -> i64 {
    app.read(|conn| Ok(sessions::table.count().get_result(conn)?))
}

/// The path of a mailed link that signs somebody in.
pub(crate) fn sign_in_path(app: &TestApp, email: &str) -> String {
    format!("/sign-in/link/{}", link_for(app, Purpose::SignIn, email))
}

/// A mailed link of a purpose, as it stands at the end of its address.
fn link_for(app: &TestApp, purpose: Purpose, email: &str) -> String {
    let id = app.write(|tx| tokens::issue(tx, &app.town, purpose, &address(email), None, Locale::Swedish));
    let row = app.read(|conn| tokens::load(conn, id));
    tokens::link_token(&app.town, &row)
}

/// Asks for a mail as a browser does and gives the code that stands in it.
fn ask_for_code(app: &TestApp, browser: &Client, email: &str) -> String {
    let answer = browser.send_form("/sign-in", "/sign-in", &[("email", email)]).expect(303);
    assert_eq!(answer.location(), "/sign-in/code");
    tokens::code(&app.town, &newest(app))
}

/// A code that is not this one.
fn other_than(code: &str) -> &'static str {
    if code == "111111" { "222222" } else { "111111" }
}
