//! A provider that takes text messages over HTTP.

use std::time::Duration;

use serde_json::json;

use super::{Config, Message, Provider, SendError};
use crate::kernel::Secret;

/// Bytes of an answer that are read; nothing in it is needed but a hint for staff.
const ANSWER_LIMIT: u64 = 4_000;
/// Characters of it that are kept.
const HINT_LIMIT: usize = 200;

/// The provider, as the settings name it.
pub(super) struct Http {
    agent: ureq::Agent,
    url: String,
    authorization: Secret<String>,
    sender: String,
}

impl Http {
    /// From settings that were checked.
    pub(super) fn new(config: &Config) -> Self {
        let wait = Duration::from_secs(u64::from(config.timeout_seconds));
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(wait))
            // Another address than the one in the settings is told neither number nor token.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            // The settings say where it goes, not the surroundings of the process.
            .proxy(None)
            .build()
            .new_agent();
        Self {
            agent,
            url: config.url.clone(),
            authorization: Secret::new(format!("Bearer {}", config.token.expose())),
            sender: config.sender.clone(),
        }
    }
}

impl Provider for Http {
    fn send(&self, message: &Message) -> Result<(), SendError> {
        let body = json!({ "from": self.sender, "to": message.to.as_str(), "message": message.text }).to_string();
        let answer = self
            .agent
            .post(&self.url)
            .header("authorization", self.authorization.expose())
            .header("content-type", "application/json")
            .header("idempotency-key", &message.key)
            .send(&body);
        let mut answer = answer.map_err(|error| SendError::Later(connection_words(&error)))?;
        let status = answer.status().as_u16();
        let said = answer.body_mut().with_config().limit(ANSWER_LIMIT).read_to_string().unwrap_or_default();
        let words = format!("{status} {}", hint(&said, message));
        match status {
            200..=299 => Ok(()),
            // The number or the words; all else is about us, or about this hour.
            400 | 404 | 410 | 413 | 422 => Err(SendError::Never(words)),
            _ => Err(SendError::Later(words)),
        }
    }
}

/// What broke, without what was said: an address may hold a token.
fn connection_words(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "no answer in time".to_owned(),
        ureq::Error::HostNotFound => "no such provider".to_owned(),
        ureq::Error::Io(cause) => format!("no connection: {}", cause.kind()),
        ureq::Error::Tls(why) => format!("no secret connection: {why}"),
        _ => "no answer that can be read".to_owned(),
    }
}

/// The beginning of what the provider says, on one line and without the digits of a number.
fn hint(said: &str, message: &Message) -> String {
    let number = message.to.as_str().trim_start_matches('+');
    // Some repeat the message or the number, as it came or as it is written at home.
    let masked = said.replace(&message.text, "…").replace(number, "…").replace(number.trim_start_matches("46"), "…");
    let line: String = masked.chars().map(|c| if c.is_control() { ' ' } else { c }).take(HINT_LIMIT).collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
