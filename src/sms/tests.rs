//! A provider on this machine that answers well, refuses, is slow or breaks off.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use super::{Backend, Config, Message, SendError, Texter};
use crate::kernel::Secret;
use crate::kernel::reach::PhoneNumber;

const TOKEN: &str = "a-token-of-the-provider";

/// A provider that gives one answer, and what it was sent. None breaks off without an answer.
fn provider(answer: Option<&'static str>) -> (Config, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, hear) = channel();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let asked = read(&mut stream);
        if let Some(answer) = answer {
            stream.write_all(answer.as_bytes()).unwrap();
        }
        drop(stream);
        // Nobody may listen any more.
        drop(tell.send(asked));
    });
    (config(&format!("http://127.0.0.1:{port}/sms")), hear)
}

/// A whole request.
fn read(stream: &mut TcpStream) -> String {
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let mut asked = Vec::new();
    let mut part = [0; 1024];
    while !String::from_utf8_lossy(&asked).contains('}') {
        let length = stream.read(&mut part).unwrap();
        if length == 0 {
            break;
        }
        asked.extend_from_slice(&part[..length]);
    }
    String::from_utf8(asked).unwrap()
}

fn config(url: &str) -> Config {
    Config {
        backend: Backend::Http,
        url: url.to_owned(),
        token: Secret::new(TOKEN.to_owned()),
        timeout_seconds: 1,
        ..Config::default()
    }
}

fn message() -> Message {
    Message {
        key: "call-7".to_owned(),
        to: PhoneNumber::parse("070-123 45 67").unwrap(),
        text: "Idé 2026-0412: Vi är sena".to_owned(),
    }
}

fn sent(config: &Config) -> Result<(), SendError> {
    Texter::open(config).unwrap().send(&message())
}

const GOOD: &str = "HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}";

#[test]
fn a_message_is_a_post_with_token_key_number_and_words() {
    let (config, hear) = provider(Some(GOOD));

    assert_eq!(sent(&config), Ok(()));

    let asked = hear.recv_timeout(Duration::from_secs(5)).unwrap();
    assert!(asked.starts_with("POST /sms HTTP/1.1\r\n"), "{asked}");
    assert!(asked.contains(&format!("authorization: Bearer {TOKEN}\r\n")), "{asked}");
    assert!(asked.contains("idempotency-key: call-7\r\n"), "{asked}");
    let body: serde_json::Value = serde_json::from_str(asked.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    let wished =
        serde_json::json!({ "from": "Medskapa", "to": "+46701234567", "message": "Idé 2026-0412: Vi är sena" });
    assert_eq!(body, wished);
}

#[test]
fn what_is_refused_for_good_is_told_apart_from_what_may_go_later() {
    for (status, is_final) in [
        ("400 Bad Request", true),
        ("422 Unprocessable", true),
        ("401 Unauthorized", false),
        ("402 Payment Required", false),
        ("429 Too Many Requests", false),
        ("500 Internal Server Error", false),
        ("503 Unavailable", false),
    ] {
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 4\r\n\r\nnej!");
        let (config, _hear) = provider(Some(answer.leak()));

        let error = sent(&config).unwrap_err();

        assert_eq!(matches!(error, SendError::Never(_)), is_final, "{status}: {error}");
    }
}

#[test]
fn nobody_is_told_anything_at_another_address() {
    let (elsewhere, hear) = provider(Some(GOOD));
    let moved = format!("HTTP/1.1 307 Moved\r\nlocation: {}\r\ncontent-length: 0\r\n\r\n", elsewhere.url);
    let (config, _hear) = provider(Some(moved.leak()));

    assert!(matches!(sent(&config), Err(SendError::Later(_))));
    assert!(hear.recv_timeout(Duration::from_millis(200)).is_err());
}

#[test]
fn no_answer_a_slow_one_and_no_server_may_go_later() {
    let (breaks_off, _hear) = provider(None);
    // Takes the connection and says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let slow = config(&format!("http://{}/", silent.local_addr().unwrap()));
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();

    for config in [breaks_off, slow, config(&format!("http://{closed}/"))] {
        let begun = std::time::Instant::now();
        let error = sent(&config).unwrap_err();
        assert!(matches!(error, SendError::Later(_)), "{error}");
        assert!(begun.elapsed() < Duration::from_secs(4), "{error}");
    }
}

#[test]
fn an_answer_without_end_is_read_to_a_limit_and_tells_no_number() {
    let answer = format!("HTTP/1.1 400 No\r\n\r\nto +46701234567 (0701234567)\n{}", "x".repeat(100_000));
    let (config, _hear) = provider(Some(answer.leak()));

    let error = sent(&config).unwrap_err().to_string();

    assert!(error.len() < 300 && !error.contains("701234567"), "{error}");
}

#[test]
fn nothing_is_sent_while_it_is_off() {
    let texter = Texter::open(&Config::default()).unwrap();

    assert!(!texter.is_on());
    assert!(matches!(texter.send(&message()), Err(SendError::Never(_))));
}

#[test]
fn settings_that_would_tell_a_number_to_anybody_are_refused() {
    for url in [
        "",
        "sms.example.org",
        "http://sms.example.org/send",
        "http://127.0.0.1.example.org/",
        "http://localhost@example.org/",
        "https://user:password@sms.example.org/",
        "ftp://127.0.0.1/",
        "https:///send",
        "https://sms.example.org/a b",
    ] {
        assert_eq!(config(url).check().len(), 1, "{url}");
    }
    for url in ["https://sms.example.org/send", "http://127.0.0.1:8080/", "http://localhost/", "http://[::1]:80/"] {
        assert_eq!(config(url).check(), Vec::<String>::new(), "{url}");
    }
    let good = || config("https://sms.example.org/send");
    for wrong in [
        Config { token: Secret::new(String::new()), ..good() },
        Config { token: Secret::new("a\r\nb".to_owned()), ..good() },
        Config { sender: "Medskapa i Biskopsgården".to_owned(), ..good() },
        Config { sender: String::new(), ..good() },
        Config { timeout_seconds: 0, ..good() },
        Config { timeout_seconds: 61, ..good() },
    ] {
        let faults = wrong.check();
        assert_eq!(faults.len(), 1, "{faults:?}");
    }
    assert_eq!(Config { sender: "+46701234567".to_owned(), ..good() }.check(), Vec::<String>::new());
}

#[test]
fn neither_settings_nor_messages_print_what_is_secret() {
    let printed = format!("{:?} {:?}", config("https://sms.example.org/send"), message());

    assert!(!printed.contains(TOKEN) && !printed.contains("701234567"), "{printed}");
}
