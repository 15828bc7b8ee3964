//! The conversation with a mail server, step by step. The steps are ours and not the library's
//! transport, because only the step tells whom a refusal concerns: a wrong password answers 5xx
//! as an unknown reader does, but must not make every waiting mail a dead one.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;

use super::compose::Composed;
use super::{Config, Encryption, SendError, Sent};
use crate::error::{Error, Result};

/// Most characters that are kept of what a server answered.
pub(super) const ANSWER_LIMIT: usize = 300;
/// Most connections kept open between two mails.
const KEPT_CONNECTIONS: usize = 4;

/// A mail server and the open connections to it.
pub(super) struct Relay {
    host: String,
    port: u16,
    encryption: Encryption,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    timeout: Duration,
    idle: Mutex<Vec<SmtpConnection>>,
}

impl Relay {
    /// Prepares the connection; nothing is opened yet.
    ///
    /// # Errors
    /// When the host's name cannot stand in a certificate.
    pub(super) fn new(config: &Config) -> Result<Self> {
        let tls = match config.encryption {
            Encryption::Tls | Encryption::Starttls => {
                Some(TlsParameters::new(config.host.clone()).map_err(Error::internal)?)
            }
            Encryption::None => None,
        };
        let credentials =
            (!config.user.is_empty()).then(|| Credentials::new(config.user.clone(), config.password.expose().clone()));
        Ok(Self {
            host: config.host.clone(),
            port: config.port,
            encryption: config.encryption,
            tls,
            credentials,
            timeout: Duration::from_secs(u64::from(config.timeout_seconds.max(1))),
            idle: Mutex::new(Vec::new()),
        })
    }

    /// Hands one mail over.
    ///
    /// # Errors
    /// [`SendError::NoReader`] when the server refuses the reader with 5xx, [`SendError::Never`] when it
    /// refuses the mail, [`SendError::Later`] with 4xx; everything else is [`SendError::Down`]. When the
    /// connection breaks after the last byte and before the answer, the server may have the mail, and the
    /// next try sends a double with the same Message-ID: SMTP leaves no way to know.
    pub(super) fn send(&self, mail: &Composed) -> std::result::Result<Sent, SendError> {
        // The library logs whole conversations, with words, addresses and passwords in them.
        let silence = tracing::subscriber::NoSubscriber::new();
        tracing::subscriber::with_default(silence, || self.converse(mail))
    }

    fn converse(&self, mail: &Composed) -> std::result::Result<Sent, SendError> {
        let ours =
            |error: &SmtpError| SendError::Down { why: masked(&error.to_string(), mail), may_have_arrived: false };
        let mut connection = self.connection().map_err(|error| ours(&error))?;
        connection.command(Mail::new(Some(mail.from.clone()), vec![])).map_err(|error| ours(&error))?;
        let mut reached = Reached::Reader;
        match hand_over(&mut connection, mail, &mut reached) {
            Ok(answer) => {
                self.keep(connection);
                Ok(Sent { server_said: masked(&answer, mail) })
            }
            Err(error) => {
                let told = masked(&error.to_string(), mail);
                // After a refusal the server waits for the next command; after silence it is gone.
                if error.status().is_some() && connection.command(Rset).is_ok() {
                    self.keep(connection);
                }
                Err(match (about(&error), reached) {
                    (About::Mail, Reached::Reader) => SendError::NoReader(told),
                    (About::Mail, Reached::Words | Reached::End) => SendError::Never(told),
                    (About::Moment, _) => SendError::Later(told),
                    (About::Server, reached) => {
                        let is_silent = error.status().is_none();
                        SendError::Down { why: told, may_have_arrived: is_silent && matches!(reached, Reached::End) }
                    }
                })
            }
        }
    }

    /// An open connection that still answers, or a new one.
    fn connection(&self) -> std::result::Result<SmtpConnection, SmtpError> {
        loop {
            let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some(mut kept) = kept else { return self.connect() };
            if kept.test_connected() {
                return Ok(kept);
            }
        }
    }

    fn connect(&self) -> std::result::Result<SmtpConnection, SmtpError> {
        let hello = ClientId::default();
        let from_the_start = if self.encryption == Encryption::Tls { self.tls.as_ref() } else { None };
        let server = (self.host.as_str(), self.port);
        let mut connection = SmtpConnection::connect(server, Some(self.timeout), &hello, from_the_start, None)?;
        if self.encryption == Encryption::Starttls
            && let Some(tls) = &self.tls
        {
            connection.starttls(tls, &hello)?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials)?;
        }
        Ok(connection)
    }

    fn keep(&self, connection: SmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT_CONNECTIONS {
            idle.push(connection);
        }
    }
}

/// How far a mail has come: what a refusal speaks of, and what silence may mean.
enum Reached {
    /// Its reader's address was said.
    Reader,
    /// The address was taken; the words follow.
    Words,
    /// The words were under way: the server may have all of them.
    End,
}

/// The steps in which a refusal concerns this reader and this mail.
fn hand_over(
    connection: &mut SmtpConnection,
    mail: &Composed,
    reached: &mut Reached,
) -> std::result::Result<String, SmtpError> {
    connection.command(Rcpt::new(mail.to.clone(), vec![]))?;
    *reached = Reached::Words;
    connection.command(Data)?;
    *reached = Reached::End;
    let answer = connection.message(&mail.bytes)?;
    let lines: Vec<&str> = answer.message().collect();
    Ok(format!("{} {}", answer.code(), lines.join(" ")))
}

/// Whom a fault in [`hand_over`] concerns.
enum About {
    /// This reader or these words, for good.
    Mail,
    /// The same, for now.
    Moment,
    /// All mails.
    Server,
}

/// Some servers ask for a sign-in only here (530, 535, 538), and say here that they close (421): that
/// is a matter of all mails.
fn about(error: &SmtpError) -> About {
    match error.status().map(u16::from) {
        None | Some(421 | 530 | 535 | 538) => About::Server,
        Some(_) if error.is_permanent() => About::Mail,
        Some(_) => About::Moment,
    }
}

/// What the server said, on one line, short, and with the reader's address only hinted at.
fn masked(answer: &str, mail: &Composed) -> String {
    let answer = crate::kernel::text::clean_line(answer);
    let address = mail.to.to_string();
    let hint = crate::kernel::EmailAddress::parse(&address).map_or_else(String::new, |address| address.masked());
    let mut told = String::with_capacity(answer.len());
    let lower = answer.to_ascii_lowercase();
    let mut rest = 0;
    for (place, found) in lower.match_indices(&address.to_ascii_lowercase()) {
        told.push_str(answer.get(rest..place).unwrap_or_default());
        told.push_str(&hint);
        rest = place + found.len();
    }
    told.push_str(answer.get(rest..).unwrap_or_default());
    told.chars().take(ANSWER_LIMIT).collect()
}
