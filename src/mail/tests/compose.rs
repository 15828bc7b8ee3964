//! What stands in a mail.

use super::super::{Mailer, OutboundMail, SendError};
use super::decode::Decoded;
use super::{key, mail, settings};
use crate::kernel::text::clean_line;

/// Ways in which people and programs try to break out of a header or out of a mail.
const TRICKS: &[&str] = &[
    "Fin idé\r\nBcc: spy@evil.se",
    "Fin idé\nBcc: spy@evil.se",
    "Fin idé\rBcc: spy@evil.se",
    "Fine idea%0D%0ABcc: spy@evil.se",
    "a\\\r\nb",
    "Åäö\r\nContent-Type: text/html\r\n\r\n<b>x</b>",
    "=?utf-8?Q?hej=0D=0ABcc:_spy=40evil.se?=",
    "=?utf-8?B?aGVqDQpCY2M6IHNweUBldmlsLnNl?=",
    "=?iso-8859-1?Q?=C5sa?=",
    "before =?utf-8?Q?x?= after",
    "Amina <spy@evil.se>, b",
    "spy@evil.se,b@evil.se",
    "spy@evil.se;b@evil.se",
    "spy@evil.se b@evil.se",
    "<spy@evil.se> SIZE=1 BODY=8BITMIME",
    "\u{202e}es.live@yps",
    "a\u{200b}b",
    "a\u{0}b",
    "a\u{2028}Bcc: spy@evil.se",
    "a\u{85}Bcc: spy@evil.se",
    "a\u{b}\u{c}Bcc: spy@evil.se",
    "From: x\n\nbody",
    "\r\n.\r\nMAIL FROM:<x@evil.se>",
    "\n.\n",
    "\r\n.\n",
    "\n.\r\n",
    "\r.\r",
    "\r\n\r\n--boundary\r\n",
    "Display \"Quote\\\" Name",
    "Display, Comma",
    "Display (comment)",
    "Trailing backslash\\",
    "\"",
    "Åsa 😀 العربية",
    "👩‍👩‍👧‍👦 family",
    "e\u{301} combining",
    "   spaces   between   words   ",
    "averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword",
    "ООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООО",
    "Subject: Subject: x",
    ":",
];

fn composed(mail: &OutboundMail) -> String {
    let mailer = Mailer::memory(&settings(), &key()).unwrap();
    mailer.send(mail).unwrap();
    mailer.sent().remove(0).raw
}

fn assert_well_formed(raw: &str) {
    assert!(raw.is_ascii());
    for line in raw.split("\r\n") {
        assert!(!line.contains(['\r', '\n', '\0']) && line.len() <= 998, "{line:?}");
    }
    let head = raw.split("\r\n\r\n").next().unwrap();
    assert!(head.split("\r\n").all(|line| line.len() <= 78 || !line.contains("=?")), "{head}");
}

#[test]
fn every_header_that_programs_look_for_is_there() {
    let read = Decoded::read(&composed(&mail()));

    assert_eq!(read.header("From"), "Idéer i Biskopsgården <ideer@town.se>");
    assert_eq!(read.header("To"), "amina@reader.se");
    assert_eq!(read.header("Reply-To"), "samordnare@town.se");
    assert_eq!(read.header("Subject"), "Din idé är publicerad");
    assert_eq!(read.header("Date"), "Sun, 22 Nov 2026 12:00:05 +0000");
    assert_eq!(read.header("Message-ID"), "<42.1795348805000000@town.se>");
    assert_eq!(read.header("In-Reply-To"), "<thread.2026-0412@town.se>");
    assert_eq!(read.header("References"), "<thread.2026-0412@town.se>");
    assert_eq!(read.header("Auto-Submitted"), "auto-generated");
    assert_eq!(read.header("List-Id"), "<medskapa.town.se>");
    assert_eq!(read.header("Content-Language"), "sv");
    assert_eq!(read.header("List-Unsubscribe"), "<https://ideer.town.se/mail/stop?token=abc_-1>");
    assert_eq!(read.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    assert_eq!(read.header("MIME-Version"), "1.0");
}

#[test]
fn nothing_is_said_of_threads_and_leaving_when_there_are_none() {
    let lone = OutboundMail { thread: None, unsubscribe: None, ..mail() };

    let read = Decoded::read(&composed(&lone));

    for absent in ["In-Reply-To", "References", "List-Unsubscribe", "List-Unsubscribe-Post"] {
        assert!(!read.names().contains(&absent), "{absent}");
    }
}

#[test]
fn the_same_mail_has_the_same_id_and_another_has_another() {
    let first = Decoded::read(&composed(&mail())).header("Message-ID");
    let again = Decoded::read(&composed(&mail())).header("Message-ID");
    let other = OutboundMail { id: crate::kernel::EmailId::new(43), ..mail() };
    let other = Decoded::read(&composed(&other)).header("Message-ID");

    assert_eq!(first, again);
    assert_ne!(first, other);
}

#[test]
fn no_subject_name_thread_or_language_can_make_a_header() {
    let expected: Vec<String> = Decoded::read(&composed(&mail())).names().into_iter().map(str::to_owned).collect();
    for trick in TRICKS {
        let tricky = OutboundMail {
            subject: (*trick).to_owned(),
            recipient_name: Some((*trick).to_owned()),
            thread: Some((*trick).to_owned()),
            locale: (*trick).to_owned(),
            ..mail()
        };

        let raw = composed(&tricky);

        assert_well_formed(&raw);
        let read = Decoded::read(&raw);
        assert_eq!(read.names(), expected, "{trick:?}");
        assert_eq!(read.header("Subject"), clean_line(trick), "{trick:?}");
        let to = read.header("To");
        assert!(to.ends_with("amina@reader.se>") || to == "amina@reader.se", "{to}");
        assert_eq!(read.parts.len(), 2, "{trick:?}");
    }
}

#[test]
fn a_name_is_read_back_as_it_was_written() {
    for trick in TRICKS.iter().filter(|trick| !clean_line(trick).is_empty()) {
        let named = OutboundMail { recipient_name: Some((*trick).to_owned()), ..mail() };

        let to = Decoded::read(&composed(&named)).header("To");

        let name = to.strip_suffix(" <amina@reader.se>").unwrap();
        let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
        assert!(name == clean_line(trick) || clean_line(trick) == "\"", "{trick:?} became {name:?}");
    }
}

#[test]
fn long_subjects_in_any_script_are_read_back_whole() {
    let arabic = "اقتراح لبناء ملعب للأطفال في الحي ".repeat(8);
    let emoji = "👩‍🚒🏳️‍🌈🌳".repeat(40);
    for subject in
        [arabic.as_str(), emoji.as_str(), &"Bygglekplats på gården året om ".repeat(7), &"plain words ".repeat(17)]
    {
        let subject: String = subject.chars().take(200).collect();
        let long = OutboundMail { subject: subject.clone(), ..mail() };

        let raw = composed(&long);

        assert_well_formed(&raw);
        assert_eq!(Decoded::read(&raw).header("Subject"), clean_line(&subject));
    }
}

#[test]
fn the_text_comes_first_and_both_parts_are_read_back_as_written() {
    let bodies = [
        "Hej!\n\nNu kan alla läsa – och stödja – den. 😀\n",
        "Only ASCII.\n.\n..two dots\nFrom somebody\n",
        "العربية\nعنوان\n",
        "=3D is not an equals sign\ntrailing space \n",
    ];
    for body in bodies {
        let both = OutboundMail { text: body.to_owned(), html: format!("<p>{body}</p>\n"), ..mail() };

        let read = Decoded::read(&composed(&both));

        assert_eq!(read.parts[0], ("text/plain; charset=utf-8".to_owned(), body.to_owned()));
        assert_eq!(read.parts[1], ("text/html; charset=utf-8".to_owned(), format!("<p>{body}</p>\n")));
    }
}

#[test]
fn tricks_in_the_body_stay_in_the_body() {
    for trick in TRICKS {
        let tricky = OutboundMail { text: format!("a{trick}b"), html: format!("<p>{trick}</p>"), ..mail() };

        let raw = composed(&tricky);

        assert_well_formed(&raw);
        let read = Decoded::read(&raw);
        let text = format!("a{trick}b").replace("\r\n", "\n").replace('\r', "\n");
        let expected = text.replace(['\0', '\u{85}', '\u{b}', '\u{c}'], "");
        assert_eq!(read.parts[0].1, expected, "{trick:?}");
        assert_eq!(read.parts.len(), 2, "{trick:?}");
    }
}

#[test]
fn an_address_for_leaving_that_could_break_out_is_refused() {
    let mailer = Mailer::memory(&settings(), &key()).unwrap();
    for address in
        ["https://a.se/\r\nBcc: x@y.se", "https://a.se/>,<mailto:x@y.se", "javascript:x", "https://a.se/å", ""]
    {
        let outcome = mailer.send(&OutboundMail { unsubscribe: Some(address.to_owned()), ..mail() });

        assert!(matches!(outcome, Err(SendError::Never(_))), "{address:?}");
    }
    assert!(mailer.sent().is_empty());
}

#[test]
fn two_threads_never_share_an_id() {
    let id = |thread: &str| {
        Decoded::read(&composed(&OutboundMail { thread: Some(thread.to_owned()), ..mail() })).header("References")
    };

    assert_ne!(id("a b"), id("ab"));
    assert_ne!(id("a.b"), id("a_b"));
    assert_ne!(id("_2e_"), id("."));
}

#[test]
fn a_moment_outside_the_calendar_still_gives_a_mail() {
    for microseconds in [i64::MIN, -1, i64::MAX] {
        let odd = OutboundMail { created_at: crate::kernel::Timestamp::from_microseconds(microseconds), ..mail() };

        assert!(Decoded::read(&composed(&odd)).header("Date").ends_with("+0000"));
    }
}
