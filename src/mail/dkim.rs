//! The signature of the sending domain (DKIM, RFC 6376): readers' servers see that the mail is ours
//! and that nobody has changed it on the way.

use std::fs;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lettre::message::Message;
use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey,
};
use lettre::message::header::HeaderName;

use super::Config;
use crate::kernel::EmailAddress;

/// Everything that a reader's program acts upon. Those that a mail lacks are signed as lacking, so that
/// nobody can add them on the way.
const SIGNED: [&str; 16] = [
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Auto-Submitted",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
];
/// Fewest bytes of a stored RSA key of 2048 bits, the least that large receivers take as good.
const SHORTEST_KEY_BYTES: usize = 1_100;
const KEY_BEGINS: &str = "-----BEGIN RSA PRIVATE KEY-----";
const KEY_ENDS: &str = "-----END RSA PRIVATE KEY-----";

/// Signs mails. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Signer(Arc<DkimConfig>);

impl Signer {
    /// The signer that the settings ask for; none when they ask for none.
    ///
    /// # Errors
    /// Everything that is wrong, one plain sentence each, without the key.
    pub(super) fn open(config: &Config) -> Result<Option<Self>, Vec<String>> {
        let keys = [&config.dkim_domain, &config.dkim_selector, &config.dkim_key_file];
        if keys.iter().all(|value| value.is_empty()) {
            return Ok(None);
        }
        let mut faults = Vec::new();
        check_names(config, &mut faults);
        let key = read_key(&config.dkim_key_file).map_err(|fault| {
            faults.push(format!("mail.dkim_key_file = {:?}: {fault}", config.dkim_key_file));
        });
        match key {
            Ok(key) if faults.is_empty() => Ok(Some(Self(Arc::new(settings(config, key))))),
            Ok(_) | Err(()) => Err(faults),
        }
    }

    /// Adds the signature; nothing that it covers may be changed afterwards.
    pub(super) fn sign(&self, message: &mut Message) {
        message.sign(&self.0);
    }
}

fn settings(config: &Config, key: DkimSigningKey) -> DkimConfig {
    let headers = SIGNED.iter().map(|name| HeaderName::new_from_ascii_str(name)).collect();
    // Servers on the way break lines anew; in the relaxed form that changes nothing.
    let relaxed = DkimCanonicalizationType::Relaxed;
    let form = DkimCanonicalization { header: relaxed, body: relaxed };
    DkimConfig::new(config.dkim_selector.clone(), config.dkim_domain.to_ascii_lowercase(), key, headers, form)
}

fn check_names(config: &Config, faults: &mut Vec<String>) {
    let domain = config.dkim_domain.to_ascii_lowercase();
    let sender = config.from_address.trim().rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let is_aligned =
        sender == domain || sender.strip_suffix(domain.as_str()).is_some_and(|before| before.ends_with('.'));
    if !is_domain(&domain) || !is_aligned {
        faults.push(format!(
            "mail.dkim_domain = {:?}: allowed is the domain of mail.from_address ({sender}) or one above it; \
             leave dkim_domain, dkim_selector and dkim_key_file empty to send without a signature",
            config.dkim_domain
        ));
    }
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if config.dkim_selector.len() > 100 || !config.dkim_selector.split('.').all(label) {
        faults.push(format!(
            "mail.dkim_selector = {:?}: allowed is the word before ._domainkey in the name server, as medskapa1",
            config.dkim_selector
        ));
    }
}

fn is_domain(domain: &str) -> bool {
    EmailAddress::parse(&format!("postmaster@{domain}")).is_some()
}

/// Reads the key; the fault in plain words holds nothing of it.
fn read_key(file: &str) -> Result<DkimSigningKey, String> {
    if file.is_empty() {
        return Err("allowed is the file with the private key, made with `openssl genrsa -traditional -out FILE 2048`"
            .to_owned());
    }
    let text = fs::read_to_string(file).map_err(|error| format!("it cannot be read ({error})"))?;
    if is_open_to_others(file) {
        return Err(
            "every user of this machine may read or write it; allow its owner alone, with `chmod 600`".to_owned()
        );
    }
    let inner = text.trim().strip_prefix(KEY_BEGINS).and_then(|rest| rest.strip_suffix(KEY_ENDS)).ok_or(
        "allowed is an RSA key that begins with BEGIN RSA PRIVATE KEY; `openssl rsa -traditional -in OLD -out NEW` \
         writes one",
    )?;
    let bare: String = inner.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let length = STANDARD.decode(bare).map_or(0, |bytes| bytes.len());
    if length < SHORTEST_KEY_BYTES {
        return Err("the key is damaged or shorter than 2048 bits".to_owned());
    }
    DkimSigningKey::new(text.trim(), DkimSigningAlgorithm::Rsa).map_err(|error| format!("the key is damaged ({error})"))
}

#[cfg(unix)]
fn is_open_to_others(file: &str) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(file).is_ok_and(|about| about.permissions().mode() & 0o007 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_file: &str) -> bool {
    false
}
