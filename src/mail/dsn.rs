//! What came back: a report of another server that a mail was not delivered (RFC 3464), or a complaint of
//! its reader (RFC 5965). Pure; whatever a stranger sends may come here.
//!
//! Which mail it speaks of is never taken from what can be guessed: only the address that the mail alone
//! has ([`super::verp`]) names it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::verp;
use crate::kernel::EmailId;
use crate::kernel::text::clean_line;
use crate::kernel::token::Key;

/// Most bytes of a report that are read; a server may send the whole mail back with it.
pub const REPORT_LIMIT: usize = 256 * 1024;
/// Most characters that are kept of what the server said.
const SAID_LIMIT: usize = 200;
/// Deepest part in a part, and most parts, that are looked into.
const DEEPEST: usize = 4;
const MOST_PARTS: usize = 40;

crate::word_enum! {
    /// What came of a mail.
    pub enum Verdict {
        /// Nobody has this address.
        Hard = "hard",
        /// Something else went wrong: a full mailbox, a server that is down, a mail that it does not like.
        Soft = "soft",
        /// The reader has told the mail provider that the mail is not wanted.
        Complaint = "complaint",
    }
}

/// What a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The mail that came back.
    pub mail: EmailId,
    /// What came of it.
    pub verdict: Verdict,
    /// What the server said, short and without addresses.
    pub said: String,
}

/// Reads a report; nothing when it is none, names no mail of ours, or tells that all went well.
#[must_use]
pub fn read(raw: &[u8], key: &Key) -> Option<Report> {
    let raw = raw.get(..REPORT_LIMIT).unwrap_or(raw);
    let text = String::from_utf8_lossy(raw).replace("\r\n", "\n");
    let mut parts = Vec::new();
    collect(&text, 0, &mut parts);
    let of_kind = |kind: &str| parts.iter().find(|part| part.kind == kind);
    let (verdict, said) = if let Some(part) = of_kind("message/feedback-report") {
        (complaint(&part.body)?, String::new())
    } else {
        failure(&of_kind("message/delivery-status")?.body)?
    };
    let mail = verp::mail_named_in(&text, key)
        .or_else(|| parts.iter().find_map(|part| verp::mail_named_in(&part.body, key)))?;
    Some(Report { mail, verdict, said: shortened(&said) })
}

/// What a server means that refuses a reader while it is talked to, from its answer in words.
#[must_use]
pub fn of_answer(said: &str) -> Verdict {
    let words = || said.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()));
    if let Some(verdict) = words().find_map(of_status) {
        return verdict;
    }
    match words().find(|word| word.len() == 3 && word.starts_with('5')) {
        // Full, and policy: of the mail or its sender, not of this address.
        Some("552" | "554") | None => Verdict::Soft,
        Some(_) => Verdict::Hard,
    }
}

/// What a status of RFC 3463 means for the address; nothing when it is none, or says that all is well.
fn of_status(status: &str) -> Option<Verdict> {
    let mut numbers = status.split('.').map(|number| number.parse::<u16>().ok());
    let (class, subject, detail) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() || subject > 999 || detail > 999 {
        return None;
    }
    match (class, subject, detail) {
        // Said of the sender's address.
        (5, 1, 7 | 8) => Some(Verdict::Soft),
        // No such mailbox or domain; a mailbox that is closed; a domain that no server takes mail for.
        (5, 0 | 1, _) | (5, 2, 1) | (5, 4, 4 | 310) => Some(Verdict::Hard),
        (4 | 5, _, _) => Some(Verdict::Soft),
        _ => None,
    }
}

struct Part {
    kind: String,
    body: String,
}

/// Every part that holds no others, and what a report encloses.
fn collect(text: &str, depth: usize, parts: &mut Vec<Part>) {
    if depth > DEEPEST || parts.len() >= MOST_PARTS {
        return;
    }
    let text = text.trim_start_matches('\n');
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let content_type = field(head, "content-type").unwrap_or_default();
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind.starts_with("multipart/") {
        let Some(border) = parameter(&content_type, "boundary") else { return };
        for inner in between(body, &border) {
            collect(&inner, depth + 1, parts);
        }
        return;
    }
    let encoding = field(head, "content-transfer-encoding").unwrap_or_default();
    let body = decoded(body, encoding.trim());
    if kind == "message/rfc822" {
        collect(&body, depth + 1, parts);
    }
    if parts.len() < MOST_PARTS {
        parts.push(Part { kind, body });
    }
}

/// What stands between the borders of a multipart.
fn between(body: &str, border: &str) -> Vec<String> {
    let mut inner: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in body.lines() {
        if let Some(rest) = line.trim_end().strip_prefix("--").and_then(|rest| rest.strip_prefix(border)) {
            if rest == "--" || inner.len() >= MOST_PARTS {
                break;
            }
            if rest.is_empty() {
                inner.push(String::new());
                is_open = true;
                continue;
            }
        }
        if let (true, Some(part)) = (is_open, inner.last_mut()) {
            part.push_str(line);
            part.push('\n');
        }
    }
    inner
}

fn decoded(body: &str, encoding: &str) -> String {
    if encoding.eq_ignore_ascii_case("base64") {
        let bare: String = body.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        return STANDARD
            .decode(bare)
            .map_or_else(|_| String::new(), |bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n"));
    }
    if encoding.eq_ignore_ascii_case("quoted-printable") {
        return body.replace("=\n", "").replace("=3D", "=").replace("=2B", "+").replace("=40", "@").replace("=2E", ".");
    }
    body.to_owned()
}

/// The value of a field, its continued lines joined.
fn field(block: &str, name: &str) -> Option<String> {
    let mut lines = block.lines().skip_while(|line| {
        let found = line.split_once(':').is_some_and(|(own, _)| own.trim_end().eq_ignore_ascii_case(name));
        !found || line.starts_with([' ', '\t'])
    });
    let mut value = lines.next()?.split_once(':')?.1.trim().to_owned();
    for line in lines.take_while(|line| line.starts_with([' ', '\t'])) {
        value.push(' ');
        value.push_str(line.trim());
    }
    Some(value)
}

fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|pair| {
        let (own, value) = pair.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (own.trim().eq_ignore_ascii_case(name) && (1..=200).contains(&value.len())).then(|| value.to_owned())
    })
}

/// A complaint; some providers also report that a mail was *not* unwanted.
fn complaint(body: &str) -> Option<Verdict> {
    let kind = field(body, "feedback-type")?;
    (!kind.eq_ignore_ascii_case("not-spam")).then_some(Verdict::Complaint)
}

/// The worst that is said of a reader. Each reader has a block of lines; the first block is the mail's.
fn failure(body: &str) -> Option<(Verdict, String)> {
    let mut found = None;
    for block in body.split("\n\n").take(MOST_PARTS) {
        let Some(action) = field(block, "action") else { continue };
        let status = field(block, "status").unwrap_or_default();
        let status = status.split_whitespace().next().unwrap_or_default().to_owned();
        let said = field(block, "diagnostic-code").unwrap_or_else(|| status.clone());
        // "smtp; 550 …": which protocol it was helps nobody.
        let said = said.split_once(';').map_or(said.as_str(), |(_, said)| said.trim()).to_owned();
        let verdict = match action.to_ascii_lowercase().as_str() {
            "failed" => of_status(&status).unwrap_or_else(|| of_answer(&said)),
            "delayed" => Verdict::Soft,
            _ => continue,
        };
        if verdict == Verdict::Hard {
            return Some((verdict, said));
        }
        found.get_or_insert((verdict, said));
    }
    found
}

/// On one line, short, and without addresses: staff read it.
fn shortened(said: &str) -> String {
    let said: String = clean_line(said).chars().take(SAID_LIMIT * 2).collect();
    let words: Vec<&str> = said.split(' ').map(|word| if word.contains('@') { "…" } else { word }).collect();
    words.join(" ").chars().take(SAID_LIMIT).collect()
}
