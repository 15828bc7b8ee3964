//! The whole program before a real mail server that is slow, refuses, or breaks off at any step:
//! every reader gets every mail, and the only double is the one that cannot be told from a loss.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use diesel::prelude::*;
use medskapa::db::schema::emails;
use medskapa::follows;
use medskapa::kernel::{Actor, Secret};
use medskapa::mail::{Backend, Encryption};

use crate::mails::came_to_group;
use crate::support::{Kind, Staged, State, TestApp};

#[path = "../../src/mail/tests/server.rs"]
mod server;

use server::{Reply, Server, Step};

const STEPS: [Step; 7] = [Step::Greeting, Step::Hello, Step::Auth, Step::From, Step::To, Step::Data, Step::End];

/// Followers of the idea that something happens to.
const FOLLOWERS: usize = 6;
/// How often the server misbehaves before it is well again.
const FAULTS: usize = 4;
/// Tries, each some hours after the last, until everything must have arrived.
const ROUNDS: usize = 20;

/// A server that misbehaves so many times at a step, and how often the step was come to.
fn unwell_at(step: Step, reply: Reply) -> (Server, Arc<AtomicUsize>) {
    let times: Arc<AtomicUsize> = Arc::default();
    let seen = Arc::clone(&times);
    let server = Server::start(move |at, _| {
        let unwell = at == step && seen.fetch_add(1, Ordering::SeqCst) < FAULTS;
        unwell.then_some(reply)
    });
    (server, times)
}

fn town_with(kind: Kind, server: &Server) -> Option<TestApp> {
    TestApp::with(kind, |config| {
        config.mail.backend = Backend::Smtp;
        "127.0.0.1".clone_into(&mut config.mail.host);
        config.mail.port = server.port;
        "ideas".clone_into(&mut config.mail.user);
        config.mail.password = Secret::new("a password".to_owned());
        config.mail.encryption = Encryption::None;
        config.mail.timeout_seconds = 1;
        "ideer@town.se".clone_into(&mut config.mail.from_address);
    })
}

/// An idea comes to its group, which its author, its followers and the group hear of.
fn something_happens(app: &TestApp) -> Staged {
    let idea = app.idea_in(State::WithGroup);
    for place in 0..FOLLOWERS {
        let name = format!("Rut{}", char::from(b'a' + u8::try_from(place).expect("few")));
        let reader = app.resident(&name);
        app.write(|tx| follows::store::follow(tx, idea.id, reader.id()).map(drop));
    }
    app.happens(&Actor::System, &came_to_group(app, &idea));
    idea
}

/// Lets hours pass until nothing waits.
fn deliver(app: &TestApp) {
    for _ in 0..ROUNDS {
        app.run_jobs();
        if waiting(app) == 0 {
            return;
        }
        app.advance_minutes(200);
    }
}

fn in_state(app: &TestApp, state: &str) -> i64 {
    app.read(|conn| Ok(emails::table.filter(emails::state.eq(state)).count().get_result(conn)?))
}

fn waiting(app: &TestApp) -> i64 {
    in_state(app, "queued")
}

fn written_to(app: &TestApp) -> Vec<String> {
    app.read(|conn| Ok(emails::table.select(emails::recipient).order(emails::recipient).load(conn)?))
}

/// How often each mail arrived, by its Message-ID and reader.
fn arrived(server: &Server) -> BTreeMap<(String, String), usize> {
    let header = |mail: &str, name: &str| {
        let line = mail.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        line.unwrap_or_else(|| panic!("{name} {mail}")).to_owned()
    };
    let mut copies = BTreeMap::new();
    for mail in server.received() {
        *copies.entry((header(&mail, "Message-ID:"), header(&mail, "To:"))).or_default() += 1;
    }
    copies
}

/// Everybody got the mail; gives how many arrived more than once.
fn everything_arrived(app: &TestApp, server: &Server, about: &str) -> usize {
    let readers = written_to(app);
    assert!(readers.len() > FOLLOWERS + 1, "{about}: {readers:?}");
    assert_eq!((waiting(app), in_state(app, "dead")), (0, 0), "{about}");
    let copies = arrived(server);
    let mut got: Vec<String> = copies.keys().map(|(_, to)| to.trim_matches(['<', '>']).to_owned()).collect();
    got.sort();
    assert_eq!(got, readers, "{about}: one mail to each reader");
    copies.values().map(|times| times - 1).sum()
}

on_both_databases! {
    fn every_mail_arrives_once_whichever_step_fails_for_a_while(kind: Kind) {
        for step in STEPS {
            for reply in [Reply::Drop, Reply::Say("451 4.3.0 try again later"), Reply::Say("421 4.3.2 going down")] {
                let (server, times) = unwell_at(step, reply);
                let Some(app) = town_with(kind, &server) else { return };
                something_happens(&app);

                deliver(&app);

                let about = format!("{step:?} {reply:?}");
                assert!(times.load(Ordering::SeqCst) > FAULTS, "{about}: the server was never well");
                assert_eq!(everything_arrived(&app, &server, &about), 0, "{about}: mails that arrived twice");
            }
        }
    }

    fn a_mail_arrives_twice_only_when_its_answer_was_never_heard(kind: Kind) {
        let (server, _) = unwell_at(Step::End, Reply::TakeAndDrop);
        let Some(app) = town_with(kind, &server) else { return };
        something_happens(&app);

        deliver(&app);

        // Whoever did not hear the answer cannot know; the reader's program sees the same Message-ID.
        assert_eq!(everything_arrived(&app, &server, "unheard"), FAULTS);
    }

    fn a_silent_server_delays_and_loses_nothing(kind: Kind) {
        let silent = AtomicUsize::new(0);
        let server = Server::start(move |at, _| {
            let unwell = at == Step::From && silent.fetch_add(1, Ordering::SeqCst) == 0;
            unwell.then_some(Reply::Silence)
        });
        let Some(app) = town_with(kind, &server) else { return };
        something_happens(&app);

        deliver(&app);

        assert_eq!(everything_arrived(&app, &server, "silent"), 0);
    }

    fn an_address_that_is_refused_stands_in_nobodys_way(kind: Kind) {
        let server = Server::start(|at, line| {
            (at == Step::To && line.contains("ruta@")).then_some(Reply::Say("550 5.1.1 no such user"))
        });
        let Some(app) = town_with(kind, &server) else { return };
        something_happens(&app);

        app.run_jobs();

        assert_eq!((waiting(&app), in_state(&app, "dead")), (0, 1));
        assert_eq!(arrived(&server).len() + 1, written_to(&app).len());
    }

    fn visitors_wait_for_no_mail_server(kind: Kind) {
        let server = Server::start(|at, _| (at == Step::Greeting).then_some(Reply::Silence));
        let Some(app) = town_with(kind, &server) else { return };
        let idea = app.idea_in(State::Open);

        // What is written down for the mail is done after the answer, by somebody else.
        let conversations = server.connections();
        app.resident("Rut").send_form(&idea.path(), &idea.at("support"), &[]).expect(303);
        app.visitor().get(&idea.path()).expect(200);

        assert_eq!(server.connections(), conversations, "a page spoke to the mail server");
    }
}
