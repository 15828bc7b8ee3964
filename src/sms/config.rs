//! Settings of text messages, and what can be wrong with them.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::kernel::Secret;
use crate::kernel::reach::PhoneNumber;

/// Longest wait for a provider, in seconds; a job may be taken over after five minutes.
const LONGEST_TIMEOUT_SECONDS: u32 = 60;
/// Most characters of a sender's name (GSM 03.40).
const SENDER_LIMIT: usize = 11;

/// Who sends text messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Backend {
    /// Nobody.
    Off,
    /// A provider that takes them over HTTP.
    Http,
}

/// Settings of text messages.
#[derive(Debug, Clone, Serialize, Deserialize, documented::DocumentedFields)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Who sends text messages to authors who have left a telephone number: `off` (staff call them) or `http`.
    pub backend: Backend,
    /// Address of the provider, `https://…`; each message is a POST of JSON with `from`, `to` (as
    /// `+46701234567`) and `message`, and the key of the message in `Idempotency-Key`.
    pub url: String,
    /// Token that the provider asks for, sent as `Authorization: Bearer …`.
    pub token: Secret<String>,
    /// Who they come from: at most 11 letters and digits, or a number as `+46701234567`.
    pub sender: String,
    /// Longest wait for the provider, 1 to 60 seconds.
    pub timeout_seconds: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            backend: Backend::Off,
            url: String::new(),
            token: Secret::new(String::new()),
            sender: "Medskapa".to_owned(),
            timeout_seconds: 10,
        }
    }
}

impl Config {
    /// Everything that is wrong, one plain sentence each with key, value and what is allowed;
    /// empty when all is well.
    #[must_use]
    pub fn check(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !(1..=LONGEST_TIMEOUT_SECONDS).contains(&self.timeout_seconds) {
            faults.push(format!(
                "sms.timeout_seconds = {}: allowed are whole numbers from 1 to {LONGEST_TIMEOUT_SECONDS}",
                self.timeout_seconds
            ));
        }
        if self.backend == Backend::Off {
            return faults;
        }
        if !may_be_asked(&self.url) {
            // A token may stand in it, by mistake.
            faults.push(
                "sms.url: with sms.backend = http, allowed is https://… without user name, or http://… to this machine \
                 alone: numbers and token must not be read on the way"
                    .to_owned(),
            );
        }
        let token = self.token.expose();
        if token.is_empty() || !token.chars().all(|c| c.is_ascii_graphic()) {
            faults.push(
                "sms.token: with sms.backend = http, allowed is the token of the provider, on one line".to_owned(),
            );
        }
        let is_name =
            (1..=SENDER_LIMIT).contains(&self.sender.len()) && self.sender.chars().all(|c| c.is_ascii_alphanumeric());
        let is_number = PhoneNumber::parse(&self.sender).is_some_and(|number| number.as_str() == self.sender);
        if !is_name && !is_number {
            faults.push(format!(
                "sms.sender = {:?}: allowed are 1 to {SENDER_LIMIT} letters a–z and digits, or a number as +46701234567",
                self.sender
            ));
        }
        faults
    }

    /// Whether messages leave this machine.
    #[must_use]
    pub fn leaves_this_machine(&self) -> bool {
        self.backend == Backend::Http && !is_this_machine(&self.url)
    }
}

/// What stands between `//` and the path.
fn authority(url: &str) -> &str {
    let (_, rest) = url.split_once("://").unwrap_or_default();
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn is_this_machine(url: &str) -> bool {
    let authority = authority(url);
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn may_be_asked(url: &str) -> bool {
    let authority = authority(url);
    let is_plain = url.is_ascii() && !url.chars().any(|c| c.is_whitespace() || c.is_control());
    let is_secret = url.starts_with("https://") || (url.starts_with("http://") && is_this_machine(url));
    is_plain && is_secret && !authority.is_empty() && !authority.contains('@')
}
