//! A mail server on loopback that keeps what it takes over.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::process;

/// The server; it lives as long as the test process.
pub(crate) struct Postbox {
    pub(crate) port: u16,
    taken: Arc<Mutex<Vec<String>>>,
    /// Milliseconds that each mail takes.
    slowness: Arc<AtomicU64>,
}

impl Postbox {
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let taken: Arc<Mutex<Vec<String>>> = Arc::default();
        let slowness: Arc<AtomicU64> = Arc::default();
        let (kept, pace) = (Arc::clone(&taken), Arc::clone(&slowness));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (kept, pace) = (Arc::clone(&kept), Arc::clone(&pace));
                std::thread::spawn(move || converse(&stream, &kept, &pace));
            }
        });
        Self { port, taken, slowness }
    }

    /// From now on each mail takes so long.
    pub(crate) fn take(&self, each: Duration) {
        self.slowness.store(u64::try_from(each.as_millis()).expect("a short time"), Ordering::Relaxed);
    }

    /// Every mail for which the sender may have got a yes, in the order of their coming.
    pub(crate) fn mails(&self) -> Vec<Letter> {
        self.taken.lock().expect("no fault in between").iter().map(|raw| Letter::read(raw)).collect()
    }
}

/// A mail as it came.
pub(crate) struct Letter {
    /// Without its angle brackets.
    pub(crate) message_id: String,
    /// Everything, with the border between its parts, which is drawn anew each time, made equal.
    pub(crate) words: String,
}

impl Letter {
    fn read(raw: &str) -> Self {
        let between = |from: &str, to: &str| {
            let (_, rest) = raw.split_once(from)?;
            rest.split_once(to).map(|(found, _)| found.to_owned())
        };
        let message_id = between("Message-ID: <", ">").unwrap_or_else(|| panic!("no Message-ID: {raw}"));
        let border = between("boundary=\"", "\"").unwrap_or_else(|| panic!("no parts: {raw}"));
        Self { message_id, words: raw.replace(&border, "border") }
    }
}

/// One conversation; `None` ends it.
fn converse(stream: &TcpStream, kept: &Mutex<Vec<String>>, slowness: &AtomicU64) -> Option<()> {
    let say = |line: &str| (&mut &*stream).write_all(format!("{line}\r\n").as_bytes()).ok();
    let mut heard = BufReader::new(stream);
    say("220 loopback")?;
    loop {
        match read_line(&mut heard)?.get(..4)?.to_ascii_uppercase().as_str() {
            "DATA" => {
                say("354 go on")?;
                let mail = read_mail(&mut heard)?;
                process::wait(Duration::from_millis(slowness.load(Ordering::Relaxed)));
                // Kept before the answer: whoever has the answer may rely on it.
                kept.lock().expect("no fault in between").push(mail);
                say("250 taken over")?;
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 ok")?,
        }
    }
}

fn read_line(heard: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    (heard.read_line(&mut line).ok()? > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

fn read_mail(heard: &mut impl BufRead) -> Option<String> {
    let mut mail = String::new();
    loop {
        let line = read_line(heard)?;
        if line == "." {
            return Some(mail);
        }
        mail.push_str(line.strip_prefix('.').unwrap_or(&line));
        mail.push('\n');
    }
}
