//! A mail server on loopback that keeps what it takes over.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// The server; it lives as long as the test process.
pub(crate) struct Postbox {
    pub(crate) port: u16,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Postbox {
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let taken: Arc<Mutex<Vec<String>>> = Arc::default();
        let kept = Arc::clone(&taken);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = Arc::clone(&kept);
                std::thread::spawn(move || converse(&stream, &kept));
            }
        });
        Self { port, taken }
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
fn converse(stream: &TcpStream, kept: &Mutex<Vec<String>>) -> Option<()> {
    let say = |line: &str| (&mut &*stream).write_all(format!("{line}\r\n").as_bytes()).ok();
    let mut heard = BufReader::new(stream);
    say("220 loopback")?;
    loop {
        match read_line(&mut heard)?.get(..4)?.to_ascii_uppercase().as_str() {
            "DATA" => {
                say("354 go on")?;
                let mail = read_mail(&mut heard)?;
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
