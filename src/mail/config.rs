//! Settings of mail, and what can be wrong with them.

use std::net::IpAddr;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::dkim::Signer;
use super::verp::LOCAL_LIMIT;
use crate::kernel::{EmailAddress, Secret};

/// Most seconds that one step of a conversation with the mail server may take. All steps together must
/// end before somebody else may take the mail; a test in `workers` holds that.
pub const LONGEST_TIMEOUT_SECONDS: u32 = 25;

/// Where mail goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Backend {
    /// Into a folder, one file per mail; for development.
    Folder,
    /// To a mail server.
    Smtp,
}

/// How the connection to the mail server is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// Encrypted from the first byte, mostly port 465.
    Tls,
    /// Encrypted after the greeting, mostly port 587; without it nothing is sent.
    Starttls,
    /// Readable by anyone on the way; only to a server on the same machine.
    None,
}

/// Hours without mail, in minutes after midnight; they may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// The first minute without.
    pub from: i16,
    /// The first minute with mail again.
    pub to: i16,
}

/// `07:30` as minutes after midnight.
fn minute_of_day(text: &str) -> Option<i16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |text: &str, most: i16| {
        let is_whole = text.len() == 2 && text.chars().all(|c| c.is_ascii_digit());
        text.parse::<i16>().ok().filter(|number| is_whole && *number <= most)
    };
    Some(number(hour, 23)? * 60 + number(minute, 59)?)
}

/// Settings of mail.
#[derive(Debug, Clone, Serialize, Deserialize, documented::DocumentedFields)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where mail goes: `folder` (one file per mail in the data folder) or `smtp`.
    pub backend: Backend,
    /// The sender's name as readers see it, at most 100 characters. Empty means the name of the service.
    pub from_name: String,
    /// The sender's address. Its domain is also the domain of every Message-ID.
    pub from_address: String,
    /// Where answers go, so that they reach a human. Empty means the sender's address.
    pub reply_to: String,
    /// Name or address of the mail server; needed with backend `smtp`.
    pub host: String,
    /// Port of the mail server, 1 to 65535; mostly 465 with `tls` and 587 with `starttls`.
    pub port: u16,
    /// User name at the mail server. Empty means that it asks for none.
    pub user: String,
    /// Password at the mail server.
    pub password: Secret<String>,
    /// `tls`, `starttls`, or `none` (only to a server on the same machine).
    pub encryption: Encryption,
    /// Longest wait for one step of the conversation with the mail server, 1 to 25 seconds.
    /// A mail takes about ten steps when a new connection is needed.
    pub timeout_seconds: u32,
    /// Domain that signs the mails (DKIM): that of `from_address` or one above it. The three settings
    /// `dkim_…` are given together, or none.
    pub dkim_domain: String,
    /// Word before `._domainkey` under which the name server holds the public key.
    pub dkim_selector: String,
    /// File with the private RSA key of at least 2048 bits, readable by its owner alone;
    /// `openssl genrsa -traditional -out FILE 2048` makes one.
    pub dkim_key_file: String,
    /// Address to which other servers send back what they cannot deliver; its server must also take
    /// `name+anything@…`. Empty means `from_address`, and then nobody notices what comes back.
    pub bounce_address: String,
    /// Maildir folder into which the mail server puts what comes back to `bounce_address`. Empty means none.
    pub bounce_folder: String,
    /// Word of at least 20 letters and digits in the address `POST /mail/bounces/…`, to which a mail
    /// server hands over what comes back. Empty means that there is no such address.
    pub bounce_secret: Secret<String>,
    /// From when on no mail goes out in the evening, as `21:00`, Swedish time; codes for signing in,
    /// receipts and warnings about the account go at any hour. Empty, together with `quiet_to`, means none; with
    /// backend `folder` there are none.
    pub quiet_from: String,
    /// Until when, as `07:00`.
    pub quiet_to: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            backend: Backend::Folder,
            from_name: String::new(),
            from_address: "medskapa@example.org".to_owned(),
            reply_to: String::new(),
            host: String::new(),
            port: 465,
            user: String::new(),
            password: Secret::new(String::new()),
            encryption: Encryption::Tls,
            timeout_seconds: 10,
            dkim_domain: String::new(),
            dkim_selector: String::new(),
            dkim_key_file: String::new(),
            bounce_address: String::new(),
            bounce_folder: String::new(),
            bounce_secret: Secret::new(String::new()),
            quiet_from: "21:00".to_owned(),
            quiet_to: "07:00".to_owned(),
        }
    }
}

impl Config {
    /// Everything that is wrong, one plain sentence each with key, value and what is allowed;
    /// empty when all is well.
    #[must_use]
    pub fn check(&self) -> Vec<String> {
        let mut faults = Vec::new();
        self.check_sender(&mut faults);
        if !(1..=LONGEST_TIMEOUT_SECONDS).contains(&self.timeout_seconds) {
            faults.push(format!(
                "mail.timeout_seconds = {}: allowed are whole numbers from 1 to {LONGEST_TIMEOUT_SECONDS}",
                self.timeout_seconds
            ));
        }
        if self.backend == Backend::Smtp {
            self.check_server(&mut faults);
        }
        if let Err(more) = Signer::open(self) {
            faults.extend(more);
        }
        self.check_bounces(&mut faults);
        self.check_quiet_hours(&mut faults);
        faults
    }

    fn check_bounces(&self, faults: &mut Vec<String>) {
        let address = EmailAddress::parse(&self.bounce_address);
        let local = self.bounce_address.trim().split('@').next().unwrap_or_default();
        if !self.bounce_address.is_empty() && (address.is_none() || local.contains('+') || local.len() > LOCAL_LIMIT) {
            faults.push(format!(
                "mail.bounce_address = {:?}: allowed is one e-mail address with at most {LOCAL_LIMIT} characters and \
                 no + before the @, or nothing",
                self.bounce_address
            ));
        }
        let is_maildir = || ["new", "cur"].iter().all(|part| Path::new(&self.bounce_folder).join(part).is_dir());
        if !self.bounce_folder.is_empty() && !is_maildir() {
            faults.push(format!(
                "mail.bounce_folder = {:?}: allowed is a Maildir folder that is there (with new, cur and tmp in it), \
                 or nothing",
                self.bounce_folder
            ));
        }
        let secret = self.bounce_secret.expose();
        if !secret.is_empty() && (secret.len() < 20 || !secret.chars().all(|c| c.is_ascii_alphanumeric())) {
            faults.push(format!(
                "mail.bounce_secret = ({} characters): allowed are at least 20 letters and digits, or nothing",
                secret.chars().count()
            ));
        }
        if self.bounce_address.is_empty() && (!self.bounce_folder.is_empty() || !secret.is_empty()) {
            faults.push(
                "mail.bounce_address is empty: allowed with mail.bounce_folder or mail.bounce_secret is the address \
                 to which mails come back"
                    .to_owned(),
            );
        }
    }

    /// The hours in which no mail goes out, if there are any.
    #[must_use]
    pub fn quiet_hours(&self) -> Option<QuietHours> {
        let (from, to) = (minute_of_day(&self.quiet_from)?, minute_of_day(&self.quiet_to)?);
        (from != to).then_some(QuietHours { from, to })
    }

    fn check_quiet_hours(&self, faults: &mut Vec<String>) {
        if self.quiet_from.is_empty() && self.quiet_to.is_empty() {
            return;
        }
        for (key, value) in [("quiet_from", &self.quiet_from), ("quiet_to", &self.quiet_to)] {
            if minute_of_day(value).is_none() {
                faults.push(format!(
                    "mail.{key} = {value:?}: allowed is a time from 00:00 to 23:59, or nothing in both quiet_from and \
                     quiet_to"
                ));
            }
        }
        if self.quiet_from == self.quiet_to {
            faults.push("mail.quiet_to: allowed is another time than that of quiet_from".to_owned());
        }
    }

    fn check_sender(&self, faults: &mut Vec<String>) {
        let name_fits = self.from_name.trim().chars().count() <= 100;
        if !name_fits || self.from_name.chars().any(char::is_control) {
            faults
                .push(format!("mail.from_name = {:?}: allowed are at most 100 characters on one line", self.from_name));
        }
        if EmailAddress::parse(&self.from_address).is_none() {
            faults.push(format!(
                "mail.from_address = {:?}: allowed is one e-mail address like ideas@town.se",
                self.from_address
            ));
        } else if self.backend == Backend::Smtp && is_example(&self.from_address) {
            faults.push(format!(
                "mail.from_address = {:?}: with mail.backend = smtp, allowed is an address of your own domain; \
                 example domains receive no answers",
                self.from_address
            ));
        }
        if !self.reply_to.is_empty() && EmailAddress::parse(&self.reply_to).is_none() {
            faults.push(format!("mail.reply_to = {:?}: allowed is one e-mail address, or nothing", self.reply_to));
        }
    }

    fn check_server(&self, faults: &mut Vec<String>) {
        if self.host.is_empty() || self.host.chars().any(|c| c.is_whitespace() || c.is_control() || "/@".contains(c)) {
            faults.push(format!(
                "mail.host = {:?}: with mail.backend = smtp, allowed is the name or address of the mail server",
                self.host
            ));
        } else if self.encryption == Encryption::None && !is_this_machine(&self.host) {
            faults.push(format!(
                "mail.encryption = none: allowed for mail.host = {:?} are tls and starttls; none is allowed only \
                 for localhost, 127.0.0.1 and ::1",
                self.host
            ));
        }
        if self.port == 0 {
            faults.push("mail.port = 0: allowed are 1 to 65535".to_owned());
        }
        if self.user.is_empty() != self.password.expose().is_empty() {
            faults.push(format!(
                "mail.user = {:?}: allowed are a user name together with mail.password, or neither",
                self.user
            ));
        }
    }
}

impl Config {
    /// Whether mails leave this machine.
    #[must_use]
    pub fn leaves_this_machine(&self) -> bool {
        self.backend == Backend::Smtp && !is_this_machine(&self.host)
    }
}

fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Domains set aside for examples (RFC 2606).
fn is_example(address: &str) -> bool {
    let domain = address.trim().rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    ["example.org", "example.com", "example.net"]
        .iter()
        .any(|example| domain == *example || domain.strip_suffix(example).is_some_and(|before| before.ends_with('.')))
        || [".example", ".invalid", ".test"].iter().any(|ending| domain.ends_with(ending))
}
