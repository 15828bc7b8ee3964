//! Mails as others read them: sent by SMTP to a real server on loopback (aiosmtpd), their signature checked
//! by dkimpy, their headers and parts read by Python's `email` package. Three readers that we did not write,
//! so that a mistake in our composing cannot be made again in its test.
//!
//! Needs `target/mail_readers` (`.ci/run setup` makes it). Without it the test says so in one line; with
//! `MEDSKAPA_TEST_ALL=1` it fails.
//!
//! `strings.json` are 41 strings with which people and programs try to break out of an address or a header;
//! own work, free for any use in this project. `key.pem` signs nothing but these mails.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use medskapa::kernel::text::clean_line;
use medskapa::kernel::token::Key;
use medskapa::kernel::{EmailAddress, EmailId, Timestamp};
use medskapa::mail::{Backend, Config, Encryption, Mailer, OutboundMail};
use serde_json::{Value, json};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail_python");
/// What the name server says of `key.pem`.
const PUBLIC_KEY: &str = include_str!("key.pub");
/// Longest subject that is sent.
const LONGEST: usize = 300;

#[test]
fn others_read_every_mail_as_it_was_written_and_accept_its_signature() {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/mail_readers/bin/python");
    if !python.is_file() {
        let told = "passed over: target/mail_readers is missing (.ci/run setup)";
        assert!(std::env::var_os("MEDSKAPA_TEST_ALL").is_none(), "{told}");
        writeln!(std::io::stderr(), "{told}").unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (mut reader, port) = start(&python);
    let mailer = mailer(folder.path(), port);

    let mut sent = Vec::new();
    for mail in tricks().into_iter().chain(languages()).enumerate().map(numbered) {
        mailer.send(&mail).unwrap();
        sent.push(expected(&mail));
    }

    let file = folder.path().join("sent.json");
    std::fs::write(&file, json!({ "key": PUBLIC_KEY.trim(), "mails": sent }).to_string()).unwrap();
    writeln!(reader.stdin.take().unwrap(), "{}", file.display()).unwrap();
    let told = reader.wait_with_output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    assert_eq!(told.trim(), format!("read {}", sent.len()), "{told}");
}

fn start(python: &Path) -> (Child, u16) {
    let script = Path::new(FOLDER).join("read.py");
    let mut reader = Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    // One byte at a time would do; the buffer holds nothing more, because the program waits now.
    BufReader::new(reader.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    (reader, line.trim().parse().unwrap())
}

fn mailer(folder: &Path, port: u16) -> Mailer {
    let key = folder.join("key.pem");
    std::fs::write(&key, include_str!("key.pem")).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    let config = Config {
        backend: Backend::Smtp,
        from_name: "Idéer i Biskopsgården".to_owned(),
        from_address: "ideer@town.se".to_owned(),
        reply_to: "samordnare@town.se".to_owned(),
        host: "127.0.0.1".to_owned(),
        port,
        encryption: Encryption::None,
        dkim_domain: "town.se".to_owned(),
        dkim_selector: "medskapa1".to_owned(),
        dkim_key_file: key.display().to_string(),
        bounce_address: "bounce@town.se".to_owned(),
        ..Config::default()
    };
    Mailer::open(&config, folder, &Key::new(vec![7; 32])).unwrap()
}

fn mail() -> OutboundMail {
    OutboundMail {
        id: EmailId::new(1),
        kind: "published".to_owned(),
        recipient: EmailAddress::parse("amina@reader.se").unwrap(),
        recipient_name: None,
        subject: "Din idé är publicerad".to_owned(),
        text: "Nu kan alla läsa och stödja den.\n".to_owned(),
        html: "<p>Nu kan alla läsa och stödja den.</p>\n".to_owned(),
        locale: "sv".to_owned(),
        thread: Some("2026-0412".to_owned()),
        unsubscribe: Some("https://ideer.town.se/mail/stop/abc_-1.7".to_owned()),
        created_at: Timestamp::from_microseconds(1_795_348_805_000_000),
    }
}

fn numbered((place, mail): (usize, OutboundMail)) -> OutboundMail {
    OutboundMail { id: EmailId::new(i64::try_from(place).unwrap() + 1), ..mail }
}

/// The 41 strings wherever a stranger's words can come: and as the address, where they are one.
fn tricks() -> Vec<OutboundMail> {
    let strings: Vec<String> = serde_json::from_str(include_str!("strings.json")).unwrap();
    assert_eq!(strings.len(), 41);
    let words = strings.iter().map(|trick| OutboundMail {
        subject: trick.clone(),
        recipient_name: Some(trick.clone()),
        thread: Some(trick.clone()),
        locale: trick.clone(),
        text: format!("Före {trick} efter\n"),
        html: format!("<p>{trick}</p>\n"),
        ..mail()
    });
    let addresses = strings.iter().filter_map(|trick| EmailAddress::parse(trick));
    words.chain(addresses.map(|recipient| OutboundMail { recipient, ..mail() })).collect()
}

/// Subjects and words of any script and length.
fn languages() -> Vec<OutboundMail> {
    let arabic = "اقتراح لبناء ملعب للأطفال في الحي ".repeat(8);
    let emoji = "👩‍🚒🏳️‍🌈🌳".repeat(60);
    let subjects = [
        "å",
        "😀",
        arabic.as_str(),
        emoji.as_str(),
        &"Bygglekplats på gården året om ".repeat(7),
        &"plain words ".repeat(17),
        &"o".repeat(200),
        &"å".repeat(200),
    ];
    let long = subjects.into_iter().map(|subject| OutboundMail {
        subject: subject.chars().take(200).collect(),
        text: format!("{subject}\n.\n..\nFrom någon\n"),
        html: format!("<p dir=\"auto\">{subject}</p>\n"),
        ..mail()
    });
    let bare = OutboundMail { thread: None, unsubscribe: None, ..mail() };
    long.chain([mail(), bare]).collect()
}

/// What a reader must find.
fn expected(mail: &OutboundMail) -> Value {
    let cut = |words: &str| clean_line(words).chars().take(LONGEST).collect::<String>();
    let tame = |words: &str| -> String {
        let words = words.replace("\r\n", "\n").replace('\r', "\n");
        words.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
    };
    json!({
        "what": mail.subject,
        "id": mail.id.get(),
        "recipient": mail.recipient.as_str(),
        "name": mail.recipient_name.as_deref().map_or_else(String::new, cut),
        "subject": cut(&mail.subject),
        "unsubscribe": mail.unsubscribe,
        "text": tame(&mail.text),
        "html": tame(&mail.html),
        // Checking each change costs as much as reading ten mails.
        "tamper": mail.recipient_name.is_none(),
    })
}
