//! A small mail server on loopback that can be told to misbehave at any step.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// A step of the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Greeting,
    Hello,
    Auth,
    From,
    To,
    Data,
    End,
}

/// What the server does instead of saying yes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reply {
    Say(&'static str),
    Drop,
    /// At the end of a mail: it is taken over, and nobody hears the answer.
    TakeAndDrop,
    Silence,
}

type Plan = dyn Fn(Step, &str) -> Option<Reply> + Send + Sync;

pub(super) struct Server {
    pub(super) port: u16,
    received: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

impl Server {
    /// `plan` is asked at every step with the line that the client sent.
    pub(super) fn start(plan: impl Fn(Step, &str) -> Option<Reply> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let plan: Arc<Plan> = Arc::new(plan);
        let received: Arc<Mutex<Vec<String>>> = Arc::default();
        let connections: Arc<AtomicUsize> = Arc::default();
        let (inbox, counter) = (Arc::clone(&received), Arc::clone(&connections));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                counter.fetch_add(1, Ordering::SeqCst);
                let (plan, inbox) = (Arc::clone(&plan), Arc::clone(&inbox));
                std::thread::spawn(move || converse(stream, &*plan, &inbox));
            }
        });
        Self { port, received, connections }
    }

    /// Mails taken over, without their dot-stuffing.
    pub(super) fn received(&self) -> Vec<String> {
        self.received.lock().unwrap().clone()
    }

    pub(super) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

/// Ends the conversation when it gives `None`.
fn converse(stream: TcpStream, plan: &Plan, inbox: &Mutex<Vec<String>>) -> Option<()> {
    let mut writer = stream.try_clone().ok()?;
    let mut reader = BufReader::new(stream);
    let mut say = |reader: &mut BufReader<TcpStream>, reply: Option<Reply>, yes: &str| {
        let text = match reply {
            None => yes,
            Some(Reply::Say(text)) => text,
            Some(Reply::Drop | Reply::TakeAndDrop) => return None,
            Some(Reply::Silence) => {
                while reader.read_line(&mut String::new()).ok()? > 0 {}
                return None;
            }
        };
        writer.write_all(format!("{text}\r\n").as_bytes()).ok()?;
        Some(text.starts_with(['2', '3']))
    };
    say(&mut reader, plan(Step::Greeting, ""), "220 loopback")?;
    loop {
        let line = read_line(&mut reader)?;
        match line.get(..4)?.to_ascii_uppercase().as_str() {
            "EHLO" => say(&mut reader, plan(Step::Hello, &line), "250-loopback\r\n250 AUTH PLAIN")?,
            "AUTH" => say(&mut reader, plan(Step::Auth, &line), "235 welcome")?,
            "MAIL" => say(&mut reader, plan(Step::From, &line), "250 sender ok")?,
            "RCPT" => say(&mut reader, plan(Step::To, &line), "250 recipient ok")?,
            "QUIT" => return None,
            "DATA" => {
                if say(&mut reader, plan(Step::Data, &line), "354 go on")? {
                    let mail = read_mail(&mut reader)?;
                    let reply = plan(Step::End, &mail);
                    // Locked before the answer, so that whoever has the answer finds the mail.
                    let mut inbox = inbox.lock().unwrap();
                    if matches!(reply, Some(Reply::TakeAndDrop)) {
                        inbox.push(mail);
                        return None;
                    }
                    if say(&mut reader, reply, "250 queued as ABC123")? {
                        inbox.push(mail);
                    }
                }
                true
            }
            _ => say(&mut reader, None, "250 ok")?,
        };
    }
}

fn read_line(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let length = reader.read_line(&mut line).ok()?;
    (length > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

fn read_mail(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let mut mail = String::new();
    loop {
        let line = read_line(reader)?;
        if line == "." {
            return Some(mail);
        }
        mail.push_str(line.strip_prefix('.').unwrap_or(&line));
        mail.push_str("\r\n");
    }
}
