//! Reports as servers write them, and as somebody writes who means harm.

use proptest::prelude::*;

use super::super::dsn::{self, Verdict, of_answer};
use super::key;
use crate::kernel::{EmailAddress, EmailId};
use crate::mail::verp;

fn own_address() -> String {
    let base = EmailAddress::parse("bounce@town.se").unwrap();
    verp::address(&base, &key(), EmailId::new(42)).unwrap().as_str().to_owned()
}

/// A report as Postfix writes it.
fn report(action: &str, status: &str, said: &str) -> String {
    let to = own_address();
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@reader.se\r\nTo: {to}\r\nSubject: Undelivered\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"B/1\"\r\n\r\n\
         This is a MIME-encapsulated message.\r\n\r\n--B/1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
         I'm sorry.\r\n\r\n--B/1\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mail.reader.se\r\nArrival-Date: Sun, 22 Nov 2026 12:00:05 +0000\r\n\r\n\
         Final-Recipient: rfc822; amina@reader.se\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; {said}\r\n\r\n--B/1\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Subject: Din id=C3=A9\r\n\r\n--B/1--\r\n"
    )
}

/// A complaint as large providers send it: the mail comes with it, its reader's address does not.
fn complaint(kind: &str) -> String {
    let from = own_address();
    format!(
        "From: <feedback@provider.se>\nTo: abuse@town.se\nContent-Type: multipart/report;\n report-type=feedback-report; \
         boundary=x\n\n--x\nContent-Type: text/plain\n\nA complaint.\n--x\nContent-Type: message/feedback-report\n\n\
         Feedback-Type: {kind}\nUser-Agent: Provider/1.0\nVersion: 1\n\n--x\nContent-Type: message/rfc822\n\n\
         Return-Path: <{from}>\nSubject: hej\n\nhej\n--x--\n"
    )
}

fn verdict(raw: &str) -> Option<Verdict> {
    dsn::read(raw.as_bytes(), &key()).map(|report| report.verdict)
}

#[test]
fn a_report_says_which_mail_came_back_and_why() {
    let read = dsn::read(report("failed", "5.1.1", "550 5.1.1 <amina@reader.se>:\r\n no such user").as_bytes(), &key());

    let read = read.unwrap();
    assert_eq!((read.mail, read.verdict), (EmailId::new(42), Verdict::Hard));
    assert_eq!(read.said, "550 5.1.1 … no such user");
}

#[test]
fn only_an_address_that_does_not_exist_counts_as_hard() {
    use Verdict::{Hard, Soft};
    for (action, status, expected) in [
        ("failed", "5.1.1", Some(Hard)),
        ("Failed", "5.0.0", Some(Hard)),
        ("failed", "5.2.1 (disabled)", Some(Hard)),
        ("failed", "5.4.310", Some(Hard)),
        ("failed", "5.2.2", Some(Soft)),
        ("failed", "5.7.1", Some(Soft)),
        ("failed", "5.1.8", Some(Soft)),
        ("failed", "4.4.7", Some(Soft)),
        ("delayed", "4.4.1", Some(Soft)),
        ("delivered", "2.0.0", None),
        ("relayed", "2.0.0", None),
        ("expanded", "2.0.0", None),
        ("", "5.1.1", None),
    ] {
        assert_eq!(verdict(&report(action, status, "x")), expected, "{action} {status}");
    }
    assert_eq!(verdict(&report("failed", "odd", "550 5.1.1 no such user")), Some(Hard));
}

#[test]
fn a_refusal_in_the_conversation_is_judged_like_a_report() {
    use Verdict::{Hard, Soft};
    for (said, expected) in [
        ("permanent error (550): 5.1.1 <a…@reader.se>: no such user", Hard),
        ("550 No such user here", Hard),
        ("permanent error (551): not here", Hard),
        ("550 5.7.1 blocked by policy", Soft),
        ("552 mailbox full", Soft),
        ("554 rejected, see 10.0.0.1", Soft),
        ("550 5.2.2 over quota", Soft),
        ("", Soft),
    ] {
        assert_eq!(of_answer(said), expected, "{said}");
    }
}

#[test]
fn a_complaint_is_read_and_praise_is_none() {
    assert_eq!(verdict(&complaint("abuse")), Some(Verdict::Complaint));
    assert_eq!(verdict(&complaint("Opt-Out")), Some(Verdict::Complaint));
    assert_eq!(verdict(&complaint("not-spam")), None);
}

#[test]
fn what_names_no_mail_of_ours_or_is_no_report_says_nothing() {
    let whole = report("failed", "5.1.1", "x");
    assert_eq!(verdict(&whole.replace("bounce+42.", "bounce+43.")), None, "a guess");
    assert_eq!(verdict(&whole.replace("message/delivery-status", "text/plain")), None);
    let holiday = format!("From: amina@reader.se\nTo: {}\nSubject: Semester\n\nAter 3 augusti.\n", own_address());
    assert_eq!(verdict(&holiday), None, "an answering machine");
    assert_eq!(dsn::read(whole.as_bytes(), &crate::kernel::token::Key::new(vec![8; 32])), None, "another town's");
}

#[test]
fn a_report_is_read_in_other_forms() {
    use base64::Engine as _;
    let whole = report("failed", "5.1.1", "x");
    assert_eq!(verdict(&whole.replace("\r\n", "\n")), Some(Verdict::Hard));
    assert_eq!(verdict(&whole.replace("\"B/1\"", "B/1")), Some(Verdict::Hard));
    let body = "Reporting-MTA: dns; x\n\nAction: failed\nStatus: 5.1.1\n";
    let coded = base64::engine::general_purpose::STANDARD.encode(body);
    let coded = format!(
        "To: {}\nContent-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\
         Content-Transfer-Encoding: base64\n\n{coded}\n--x--\n",
        own_address()
    );
    assert_eq!(verdict(&coded), Some(Verdict::Hard));
}

#[test]
fn a_report_within_a_report_without_end_is_left() {
    let mut nested = report("failed", "5.1.1", "x");
    for _ in 0..200 {
        nested = format!("Content-Type: message/rfc822\n\n{nested}");
    }
    assert_eq!(verdict(&nested), None);
    let many = format!("Content-Type: multipart/mixed; boundary=x\n\n{}", "--x\n\n".repeat(50_000));
    assert_eq!(verdict(&many), None);
    let guesses = format!("{}{}", report("failed", "5.1.1", "x"), "+1.aaaaaaaaaaaaaaaaaaaa".repeat(11_000));
    assert_eq!(verdict(&guesses), Some(Verdict::Hard));
}

proptest! {
    #[test]
    fn nothing_that_is_sent_stops_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert_eq!(dsn::read(&bytes, &key()), None);
    }

    #[test]
    fn a_report_cut_and_changed_anywhere_stops_nothing(
        cut in 0_usize..1_500, put in "\\PC{0,20}|[\\r\\n:;=\"-]{1,9}", drop in 0_usize..200
    ) {
        let whole = report("failed", "5.1.1", "550 5.1.1 nej");
        let at = cut.min(whole.len());
        let rest = whole.get((at + drop).min(whole.len())..).unwrap_or_default();
        let changed = format!("{}{put}{rest}", whole.get(..at).unwrap());

        if let Some(read) = dsn::read(changed.as_bytes(), &key()) {
            prop_assert!(read.mail == EmailId::new(42) && read.said.chars().count() <= 200);
        }
    }
}
