//! Text messages as a tool: a few words go to a number, through a provider.
//!
//! Off unless the settings name a provider. Not here: who gets one, when, and in what words (`notifications`
//! knows), and when to try again (the queue knows). The only place that speaks to a provider.

pub mod config;
mod http;
#[cfg(test)]
mod tests;

pub use config::{Backend, Config};

use std::sync::Arc;

use crate::error::{Error, Result};
use crate::kernel::reach::PhoneNumber;

/// A text message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The same for every try, so that a provider that knows such keys sends it once.
    pub key: String,
    /// To whom.
    pub to: PhoneNumber,
    /// What it says.
    pub text: String,
}

/// Why a message did not go out, in words for staff that hold no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Trying again may help: no connection, no answer in time, or a provider that is busy or does not know us.
    #[error("not now: {0}")]
    Later(String),
    /// The provider refuses this message for good.
    #[error("refused: {0}")]
    Never(String),
}

/// Somebody who sends text messages.
pub trait Provider: Send + Sync {
    /// Sends one and waits for the answer. Call it outside any transaction.
    ///
    /// # Errors
    /// [`SendError`].
    fn send(&self, message: &Message) -> std::result::Result<(), SendError>;
}

/// Sends nothing.
struct Off;

impl Provider for Off {
    fn send(&self, _message: &Message) -> std::result::Result<(), SendError> {
        Err(SendError::Never("text messages are off".to_owned()))
    }
}

/// Sends text messages, if the settings say how. Cheap to clone.
#[derive(Clone)]
pub struct Texter {
    provider: Arc<dyn Provider>,
    is_on: bool,
}

impl Default for Texter {
    fn default() -> Self {
        Self { provider: Arc::new(Off), is_on: false }
    }
}

impl Texter {
    /// The provider that the settings name.
    ///
    /// # Errors
    /// When the settings do not pass [`Config::check`].
    pub fn open(config: &Config) -> Result<Self> {
        let faults = config.check();
        if !faults.is_empty() {
            return Err(Error::internal(faults.join("; ")));
        }
        Ok(match config.backend {
            Backend::Off => Self::default(),
            Backend::Http => Self { provider: Arc::new(http::Http::new(config)), is_on: true },
        })
    }

    /// Whether there is anybody who sends.
    #[must_use]
    pub const fn is_on(&self) -> bool {
        self.is_on
    }

    /// Sends one and waits for the answer. Call it outside any transaction.
    ///
    /// # Errors
    /// [`SendError`].
    pub fn send(&self, message: &Message) -> std::result::Result<(), SendError> {
        self.provider.send(message)
    }
}
