//! Where a composed mail goes: to a server, into a folder, or into memory.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::compose::{self, Composed, Sender};
use super::smtp::Relay;
use super::{Backend, Brake, Config, OutboundMail, QuietHours, SendError, Sent};
use crate::error::{Error, Result};
use crate::kernel::token::{Key, random_token};
use crate::kernel::{Random, Secret};

/// Sends finished mail. Cheap to clone; clones share connections and memory.
#[derive(Clone)]
pub struct Mailer {
    sender: Arc<Sender>,
    key: Key,
    returned: Arc<Returned>,
    way: Way,
    brake: Arc<Brake>,
    quiet_hours: Option<QuietHours>,
}

/// How we hear of what came back.
struct Returned {
    folder: Option<PathBuf>,
    secret: Option<Secret<String>>,
}

#[derive(Clone)]
enum Way {
    Smtp(Arc<Relay>),
    Folder(PathBuf),
    Memory(Arc<Mutex<Memory>>),
}

#[derive(Default)]
struct Memory {
    sent: Vec<SentMail>,
    /// What happens to the next mails, first in front.
    planned: std::collections::VecDeque<SendError>,
    /// Whether nothing can be sent at all.
    is_down: bool,
}

/// A mail that went into memory.
#[derive(Debug, Clone)]
pub struct SentMail {
    /// As it would have gone over the wire.
    pub raw: String,
    /// Where it would come back to.
    pub comes_back_to: String,
    /// As it was handed in.
    pub mail: OutboundMail,
}

impl Mailer {
    /// The way that the settings ask for; `folder` is where the backend `folder` puts its files, `key`
    /// makes the addresses to which mails come back.
    ///
    /// # Errors
    /// When the settings do not pass [`Config::check`], or the folder cannot be made.
    pub fn open(config: &Config, folder: &Path, key: &Key) -> Result<Self> {
        let faults = config.check();
        if !faults.is_empty() {
            return Err(Error::internal(faults.join("; ")));
        }
        let way = match config.backend {
            Backend::Smtp => Way::Smtp(Arc::new(Relay::new(config)?)),
            Backend::Folder => {
                fs::create_dir_all(folder).map_err(|error| Error::Unavailable(error.into()))?;
                Way::Folder(folder.to_owned())
            }
        };
        Self::over(way, config, key)
    }

    /// Keeps mail in memory, where [`Mailer::sent`] finds it.
    ///
    /// # Errors
    /// When the sender's address is none.
    pub fn memory(config: &Config, key: &Key) -> Result<Self> {
        let way = Way::Memory(Arc::default());
        Self::over(way, config, key)
    }

    fn over(way: Way, config: &Config, key: &Key) -> Result<Self> {
        // Files in a folder wake nobody, and whoever tries the program at night wants to see them.
        let quiet_hours = if matches!(way, Way::Folder(_)) { None } else { config.quiet_hours() };
        Ok(Self {
            sender: Arc::new(Sender::new(config, key)?),
            key: key.clone(),
            returned: Arc::new(Returned::new(config)),
            way,
            brake: Arc::default(),
            quiet_hours,
        })
    }

    /// Sends one mail and waits for the answer. Call it outside any transaction. Sending the same
    /// mail again is harmless: the folder keeps one file, and a reader's program sees the same
    /// Message-ID.
    ///
    /// # Errors
    /// [`SendError`]; its words are for staff and hold no address.
    pub fn send(&self, mail: &OutboundMail) -> std::result::Result<Sent, SendError> {
        let composed = compose::compose(&self.sender, mail).map_err(SendError::Never)?;
        match &self.way {
            Way::Smtp(relay) => relay.send(&composed),
            Way::Folder(folder) => write_file(folder, mail, &composed)
                .map(|name| Sent { server_said: name })
                .map_err(|error| SendError::Down { why: error.to_string(), may_have_arrived: false }),
            Way::Memory(memory) => remember(&mut lock(memory), mail, &composed),
        }
    }

    /// The key with which addresses are hashed, and those that mails come back to are made.
    #[must_use]
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// The Maildir folder into which the mail server puts what came back.
    #[must_use]
    pub fn returned_folder(&self) -> Option<&Path> {
        self.returned.folder.as_deref()
    }

    /// What proves that a mail server of ours hands over what came back.
    #[must_use]
    pub fn returned_secret(&self) -> Option<&str> {
        self.returned.secret.as_ref().map(|secret| secret.expose().as_str())
    }

    /// What is known of the server: whether anything is tried at all.
    #[must_use]
    pub fn brake(&self) -> &Brake {
        &self.brake
    }

    /// When no mail goes out but those that somebody waits for.
    #[must_use]
    pub const fn quiet_hours(&self) -> Option<QuietHours> {
        self.quiet_hours
    }

    /// Whether mail leaves the machine, so that nobody but its reader may see it.
    #[must_use]
    pub const fn goes_out(&self) -> bool {
        matches!(self.way, Way::Smtp(_))
    }

    /// Everything kept in memory, oldest first; nothing with another backend.
    #[must_use]
    pub fn sent(&self) -> Vec<SentMail> {
        match &self.way {
            Way::Memory(memory) => lock(memory).sent.clone(),
            Way::Smtp(_) | Way::Folder(_) => Vec::new(),
        }
    }

    /// Forgets what is kept in memory.
    pub fn forget(&self) {
        if let Way::Memory(memory) = &self.way {
            lock(memory).sent.clear();
        }
    }

    /// The next `count` mails into memory fail for now; has no effect with another backend.
    pub fn fail_next(&self, count: usize) {
        self.plan(count, &SendError::Later("450 planned for this test".to_owned()));
    }

    /// The next `count` mails into memory are refused for good; has no effect with another backend.
    pub fn refuse_next(&self, count: usize) {
        self.plan(count, &SendError::Never("550 planned for this test".to_owned()));
    }

    /// Whether every mail into memory fails from now on, as when the server is away; has no effect
    /// with another backend.
    pub fn set_down(&self, is_down: bool) {
        if let Way::Memory(memory) = &self.way {
            lock(memory).is_down = is_down;
        }
    }

    /// The readers of the next `count` mails into memory are refused; has no effect with another backend.
    pub fn refuse_readers_of_next(&self, count: usize) {
        self.plan(count, &SendError::NoReader("550 5.1.1 planned for this test".to_owned()));
    }

    fn plan(&self, count: usize, error: &SendError) {
        if let Way::Memory(memory) = &self.way {
            lock(memory).planned.extend(std::iter::repeat_n(error.clone(), count));
        }
    }
}

impl Returned {
    fn new(config: &Config) -> Self {
        let folder = (!config.bounce_folder.is_empty()).then(|| PathBuf::from(&config.bounce_folder));
        let secret = (!config.bounce_secret.expose().is_empty()).then(|| config.bounce_secret.clone());
        Self { folder, secret }
    }
}

fn lock(memory: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}

fn remember(memory: &mut Memory, mail: &OutboundMail, composed: &Composed) -> std::result::Result<Sent, SendError> {
    if memory.is_down {
        return Err(SendError::Down { why: "no server, as planned".to_owned(), may_have_arrived: false });
    }
    if let Some(error) = memory.planned.pop_front() {
        return Err(error);
    }
    let raw = String::from_utf8_lossy(&composed.bytes).into_owned();
    memory.sent.push(SentMail { raw, comes_back_to: composed.from.to_string(), mail: mail.clone() });
    Ok(Sent { server_said: "250 kept in memory".to_owned() })
}

/// Writes `<id>.eml` so that the name is either absent or a whole mail, also after a power cut.
fn write_file(folder: &Path, mail: &OutboundMail, composed: &Composed) -> io::Result<String> {
    let name = format!("{}.eml", mail.id);
    let unfinished = folder.join(format!(".{name}.{}", random_token(&Random::System)));
    let written = private_file(&unfinished)
        .and_then(|mut file| file.write_all(&composed.bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&unfinished, folder.join(&name)))
        .and_then(|()| File::open(folder)?.sync_all());
    if let Err(error) = written {
        // A full disk must not also fill up with halves; if this fails too, the first error counts.
        drop(fs::remove_file(&unfinished));
        return Err(error);
    }
    Ok(name)
}

/// Mails hold sign-in codes, so only the owner of the process may read them.
fn private_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
