//! The whole program before a provider of text messages that answers, refuses, is unwell or breaks off.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use diesel::prelude::*;
use medskapa::db::schema::{calls, ideas};
use medskapa::ideas::store::contacts;
use medskapa::kernel::reach::{PhoneNumber, PostalAddress, Reach};
use medskapa::kernel::{Actor, PersonId, Secret};
use medskapa::sms::Backend;

use crate::mails::came_to_group;
use crate::support::{Kind, Staged, State, TestApp};

const LIST: &str = "/moderation/calls";
const GOOD: &str = "200 OK";

/// A provider on this machine, and what it was asked.
struct Provider {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Provider {
    /// Gives these answers, one after the other and the last one for ever; an empty one breaks off.
    fn start(answers: &'static [&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a connection");
                let request = read(&mut stream);
                let times = {
                    let mut seen = seen.lock().expect("nobody panicked");
                    seen.push(request);
                    seen.len()
                };
                let answer = answers.get(times - 1).or(answers.last()).expect("an answer");
                if !answer.is_empty() {
                    let head = format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                    stream.write_all(head.as_bytes()).expect("somebody listens");
                }
            }
        });
        Self { port, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("nobody panicked").clone()
    }

    fn town(&self, kind: Kind) -> Option<TestApp> {
        TestApp::with(kind, |config| {
            config.sms.backend = Backend::Http;
            config.sms.url = format!("http://127.0.0.1:{}/", self.port);
            config.sms.token = Secret::new("a-token".to_owned());
            config.sms.timeout_seconds = 2;
        })
    }
}

/// A whole request: head and JSON body.
fn read(stream: &mut TcpStream) -> String {
    stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a time");
    let mut asked = Vec::new();
    let mut part = [0; 2048];
    while !String::from_utf8_lossy(&asked).ends_with('}') {
        match stream.read(&mut part) {
            Ok(length) if length > 0 => asked.extend_from_slice(&part[..length]),
            _ => break,
        }
    }
    String::from_utf8_lossy(&asked).into_owned()
}

/// Something happens to an idea whose author is reached so.
fn something_happens(app: &TestApp, reach: &Reach) -> Staged {
    let idea = app.idea_in(State::WithGroup);
    app.write(|tx| {
        let this = ideas::table.filter(ideas::id.eq(idea.id));
        diesel::update(this).set(ideas::author_id.eq(None::<PersonId>)).execute(tx.conn)?;
        contacts::set(tx, idea.id, Some(reach))
    });
    app.happens(&Actor::System, &came_to_group(app, &idea));
    app.run_jobs();
    idea
}

fn phone() -> Reach {
    Reach::Phone(PhoneNumber::parse("070-123 45 67").expect("a number"))
}

fn states(app: &TestApp) -> Vec<String> {
    app.read(|conn| Ok(calls::table.order(calls::id).select(calls::state).load(conn)?))
}

fn is_on_the_list(app: &TestApp) -> bool {
    let list = app.moderator("Siv").get(LIST).expect(200).page();
    list.links().iter().any(|(words, _)| words.starts_with("Ring ") && words != "Ring eller skriv brev")
}

on_both_databases! {
    fn a_telephone_gets_a_few_words_and_a_link_instead_of_a_call(kind: Kind) {
        let provider = Provider::start(&[GOOD]);
        let Some(app) = provider.town(kind) else { return };

        let idea = something_happens(&app, &phone());
        app.run_jobs();

        let asked = provider.asked();
        assert_eq!(asked.len(), 1, "{asked:?}");
        let body: serde_json::Value = serde_json::from_str(asked[0].split("\r\n\r\n").nth(1).expect("a body")).expect("JSON");
        let words = body["message"].as_str().expect("words");
        assert_eq!(body["to"], "+46701234567");
        assert!(words.starts_with(&format!("Idé {}: ", idea.number)), "{words}");
        assert!(words.ends_with(&format!("/ideas/{}", idea.number)) && words.chars().count() <= 160, "{words}");
        assert_eq!(states(&app), ["sent"]);
        assert!(!is_on_the_list(&app));
    }

    fn what_is_refused_for_good_goes_to_the_list_at_once(kind: Kind) {
        let provider = Provider::start(&["422 No"]);
        let Some(app) = provider.town(kind) else { return };

        something_happens(&app, &phone());

        assert_eq!((provider.asked().len(), states(&app)), (1, vec!["waiting".to_owned()]));
        assert!(is_on_the_list(&app));
    }

    fn a_provider_that_is_unwell_is_tried_again_with_the_same_key(kind: Kind) {
        let provider = Provider::start(&["503 Later", "", "429 Later", GOOD]);
        let Some(app) = provider.town(kind) else { return };

        something_happens(&app, &phone());
        assert_eq!(states(&app), ["sending"]);
        assert!(!is_on_the_list(&app));
        for _ in 0..5 {
            app.advance_minutes(60);
            app.run_jobs();
        }

        let key = |request: &String| request.lines().find(|line| line.starts_with("idempotency-key")).map(str::to_owned);
        let keys: Vec<_> = provider.asked().iter().map(key).collect();
        assert_eq!(states(&app), ["sent"]);
        assert!(keys.len() == 4 && keys.iter().all(|one| one.is_some() && *one == keys[0]), "{keys:?}");
    }

    fn after_three_days_of_trying_somebody_calls(kind: Kind) {
        let provider = Provider::start(&["500 No"]);
        let Some(app) = provider.town(kind) else { return };

        something_happens(&app, &phone());
        for _ in 0..25 {
            app.advance_minutes(400);
            app.run_jobs();
        }

        assert!(states(&app).iter().all(|state| state == "waiting" || state == "sending"), "{:?}", states(&app));
        assert_eq!(states(&app)[0], "waiting");
        assert!(is_on_the_list(&app));
    }

    fn letters_are_written_by_hand_all_the_same(kind: Kind) {
        let provider = Provider::start(&[GOOD]);
        let Some(app) = provider.town(kind) else { return };

        something_happens(&app, &Reach::Letter(PostalAddress::parse("Gatan 3, 418 34 Göteborg").expect("an address")));

        assert_eq!((provider.asked().len(), states(&app)), (0, vec!["waiting".to_owned()]));
    }
}
