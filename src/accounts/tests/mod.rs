//! Tests of the rules about people, each on a database of its own. What a browser sees is tested
//! over HTTP, on both databases.

mod leave;
mod sign_in;
mod tokens;

use crate::accounts::actions::{Arrival, Outcome, SignIn};
use crate::accounts::store::{self, NewPerson};
use crate::db::{self, Db};
use crate::error::{Code, Result};
use crate::i18n::{Locale, Texts};
use crate::kernel::token::Key;
use crate::kernel::{Actor, Clock, Date, EmailAddress, PersonId, Random, Secret, SessionId, Timestamp};
use crate::policy::Role;
use crate::town::{Settings, Town};

/// A database with a clock that stands still, and a town.
struct Stage {
    db: Db,
    town: Town,
    clock: Clock,
    _folder: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::standing_at(Date::parse("2026-11-20").unwrap().start().plus_minutes(600));
        let url = Secret::new(format!("sqlite://{}", folder.path().join("data.sqlite").display()));
        let db = Db::open(&db::Config { url, ..db::Config::default() }, clock.clone()).unwrap();
        db.migrate().unwrap();
        let town = Town { settings: Settings::default(), key: Key::new(vec![5; 32]), random: Random::seeded(3) };
        Self { db, town, clock, _folder: folder }
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn advance_minutes(&self, minutes: i64) {
        self.clock.set(self.now().plus_minutes(minutes));
    }

    fn person(&self, email: &str, role: Role) -> PersonId {
        let address = address(email);
        let new = NewPerson {
            email: &address,
            display_name: "Amina Warsame",
            organisation: Some("Aktiva mammor"),
            about: Some("Bor i norra Biskopsgården"),
            locale: Locale::Swedish,
            role,
            example: false,
            confirmed: true,
        };
        self.db.write(|tx| store::insert(tx, &new)).unwrap()
    }

    /// Signs a person in without a mail.
    fn actor(&self, person: PersonId) -> Actor {
        let until = self.now().plus_days(1);
        let session = self.db.write(|tx| store::insert_session(tx, person, "browser", "", until)).unwrap();
        Actor::Person { id: person, session, receipt: None }
    }

    /// Whether a session lets its person in now.
    fn lets_in(&self, session: SessionId) -> bool {
        let now = self.now();
        self.db.read(|conn| store::signed_in(conn, session, now)).unwrap().is_some()
    }
}

fn address(email: &str) -> EmailAddress {
    EmailAddress::parse(email).unwrap()
}

fn arrival(actor: Actor) -> Arrival {
    Arrival { actor, device: "Firefox, Linux".to_owned(), texts: Texts::in_locale(Locale::Swedish) }
}

fn code_of<T>(outcome: Result<T>) -> Option<Code> {
    outcome.err().map(|error| error.code())
}

#[track_caller]
fn done(outcome: Outcome) -> SignIn {
    match outcome {
        Outcome::Done(done) => done,
        other => panic!("not signed in: {other:?}"),
    }
}
