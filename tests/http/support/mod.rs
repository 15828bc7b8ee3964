//! The stage on which the HTTP tests play. Read this head; the rest is plumbing.
//!
//! ```ignore
//! use crate::support::{TestApp, State};
//!
//! on_both_databases! {
//!     fn a_comment_waits_for_a_moderator(app: TestApp) {
//!         let idea = app.idea_in(State::Open);
//!         let amina = app.resident("Amina");
//!
//!         let answer = amina.post(&format!("{}/comments", idea.path()), &[("kind", "for"), ("body", "Bra!")]);
//!
//!         assert_eq!(answer.status, 303);
//!         assert!(!app.visitor().get(&idea.path()).page().main_text().contains("Bra!"));
//!     }
//! }
//! ```
//!
//! `on_both_databases!` takes any number of such functions and makes the modules `sqlite` and
//! `postgres` with one `#[test]` each (so: once per file). Without PostgreSQL the second half
//! passes over in one line each; with `MEDSKAPA_TEST_ALL=1` it fails.
//!
//! **TestApp** – own database, own data folder, own port, own clock (2026-11-20 10:00 in Sweden),
//! mail in memory. It derefs to [`medskapa::app::App`]: `app.db`, `app.town`, `app.search`,
//! `app.config`, `app.mailer`, `app.limits`.
//! - For other settings write `fn name(kind: Kind)` in the same macro and begin with
//!   `let Some(app) = TestApp::with(kind, |config| config.example_town = true) else { return };`
//!   (none: the machine has no PostgreSQL).
//! - `app.now()`, `app.today()`, `app.advance_days(n)`, `app.advance_minutes(n)`.
//! - `app.run_jobs()` does all work that is due; `app.follow_search()` brings the index up to date;
//!   `app.mails()`, `app.mails_to("amina@example.org")`, `app.forget_mails()`.
//! - `app.write(|tx| …)` and `app.read(|conn| …)` for setting the stage with actions and stores.
//! - `app.restart()` ends the server and starts it anew on the same data.
//!
//! **People** – each call signs in anew; the same name is the same person (`amina@example.org`).
//! - `app.visitor()`, `app.resident(name)`, `app.moderator(name)`, `app.process(name)`,
//!   `app.admin(name)`, `app.person_with(Role, name)`
//! - `app.group(slug)` makes a steering group (or finds it) and gives its id;
//!   `app.chair_of(group)`, `app.coordinator_of(group)`, `app.secretary_of(group)`,
//!   `app.member_of(group)`, `app.seated(group, "member", name)`.
//!
//! **Client** (what the above give; cheap to clone, may be used from threads)
//! - `get(path)`, `post(path, &[(name, value)])` (adds the form token), `delete(path)` → `Answer`
//! - `send_form(page, action, &[(name, value)])`: opens the page, takes the form with that action
//!   with everything in it, overwrites the named fields, sends it; a missing form or field fails.
//! - `follow(answer)`: GET where it was sent on to.
//! - `api_get(path)`, `api_post(path, &json!(…))`, `api_put`, `api_delete`: with a bearer token
//!   when it is a person.
//! - `send(Request)`: any method, header and body; `cookie(name)`, `set_cookie(name, value)`.
//! - `id()`, `name()`, `email()`.
//!
//! **Answer** – `status`, `body`, `header(name)`, `headers`, `location()`, `page()`, `json()`,
//! `expect(status)` (fails with the page's words), `problem()` (code of an API error).
//!
//! **Page** – `heading()`, `title()`, `text_of(selector)`, `texts_of(selector)`, `main_text()`,
//! `has(selector)`, `link(words)` (its address), `links()`, `forms()`, `form_fields(action)`,
//! `errors()` (the error summary), `notice()` (the message after a form).
//!
//! **Ideas** – `app.idea_in(State)` puts an idea into any of the 19 states with everything that
//! state needs; gives [`Staged`]: `id`, `number`, `group`, `path()`, `at("support")`,
//! `version(&app)`, `state(&app)`, and as clients the people `author` (Amina), `moderator` (Bo, who
//! screened it), `chair`, `coordinator`, `secretary`, `member` (all on the roll of a ballot),
//! `owner` (Gustav, asked or has said yes) and `asked` (Hanna). `app.hide(&idea)`.

mod answer;
mod app;
mod client;
mod page;
mod people;
mod stage;

pub(crate) use answer::Answer;
pub(crate) use app::{Beside, TestApp};
pub(crate) use client::{Client, Request};
pub(crate) use page::Page;
pub(crate) use stage::Staged;

pub(crate) use crate::database::Kind;
pub(crate) use medskapa::ideas::lifecycle::State;

/// Runs each function once on SQLite and once on PostgreSQL. A function takes `app: TestApp`, or
/// `kind: Kind` when it makes its own app.
macro_rules! on_both_databases {
    ($($(#[$attribute:meta])* fn $name:ident($argument:ident: $type:ident) $body:block)+) => {
        $(fn $name(kind: $crate::database::Kind) {
            begin_with!($argument $type kind);
            $body
        })+

        mod sqlite {
            $($(#[$attribute])* #[test]
            fn $name() {
                super::$name($crate::database::Kind::Sqlite);
            })+
        }

        mod postgres {
            $($(#[$attribute])* #[test]
            fn $name() {
                super::$name($crate::database::Kind::Postgres);
            })+
        }
    };
}

/// Gives a function of [`on_both_databases`] what it asks for.
macro_rules! begin_with {
    ($app:ident TestApp $kind:ident) => {
        let Some($app) = $crate::support::TestApp::new($kind) else { return };
    };
    ($own:ident Kind $kind:ident) => {
        let $own = $kind;
    };
}
