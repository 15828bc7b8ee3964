//! A finished mail as the bytes that go over the wire. The same mail gives the same Message-ID
//! every time, so that a reader's program can drop a double.

use std::time::{Duration, SystemTime};

use lettre::address::{Address, Envelope};
use lettre::message::{Message, MultiPart, SinglePart};

use super::{Config, OutboundMail, header};
use crate::error::{Error, Result};
use crate::kernel::EmailAddress;

/// Last second that a `Date` header can tell: the end of the year 9999.
const LAST_SECOND: u64 = 253_402_300_799;
/// Longest address for leaving; with the header's name it has to fit into one line of 998 bytes.
const UNSUBSCRIBE_LIMIT: usize = 900;

/// Who all mail comes from.
#[derive(Debug, Clone)]
pub(super) struct Sender {
    name: String,
    address: EmailAddress,
    reply_to: Option<EmailAddress>,
}

/// A mail ready for the wire.
#[derive(Debug, Clone)]
pub(super) struct Composed {
    /// Envelope address of the sender, where bounces go.
    pub(super) from: Address,
    /// Envelope address of the reader.
    pub(super) to: Address,
    /// Headers and body, ASCII only, lines ended by CRLF.
    pub(super) bytes: Vec<u8>,
}

impl Sender {
    /// Reads the sender from the settings.
    ///
    /// # Errors
    /// When an address is none; [`Config::check`] says so before in plain words.
    pub(super) fn new(config: &Config) -> Result<Self> {
        let parse =
            |text: &str| EmailAddress::parse(text).ok_or_else(|| Error::internal("mail: not a sender's address"));
        let address = parse(&config.from_address)?;
        let reply_to = if config.reply_to.is_empty() { None } else { Some(parse(&config.reply_to)?) };
        Ok(Self { name: config.from_name.clone(), address, reply_to })
    }

    fn domain(&self) -> &str {
        self.address.as_str().rsplit('@').next().unwrap_or_default()
    }
}

/// Builds the mail.
///
/// # Errors
/// In words for staff, without the address: when an address cannot be written to, or the address
/// for leaving is not http(s). Trying again gives the same.
pub(super) fn compose(sender: &Sender, mail: &OutboundMail) -> std::result::Result<Composed, String> {
    let from = envelope_address(&sender.address)?;
    let to = envelope_address(&mail.recipient)?;
    let domain = sender.domain();
    let mut builder = Message::builder()
        .raw_header(header::mailbox("From", Some(&sender.name), sender.address.as_str()))
        .raw_header(header::mailbox("To", mail.recipient_name.as_deref(), mail.recipient.as_str()))
        .raw_header(header::words("Subject", &mail.subject))
        .date(moment(mail))
        .raw_header(header::plain("Message-ID", &format!("<{}.{}@{domain}>", mail.id, mail.created_at.microseconds())))
        .raw_header(header::plain("Auto-Submitted", "auto-generated"))
        .raw_header(header::plain("List-Id", &format!("<medskapa.{domain}>")))
        .raw_header(header::plain("Content-Language", &mail.locale));
    if let Some(reply_to) = &sender.reply_to {
        builder = builder.raw_header(header::mailbox("Reply-To", None, reply_to.as_str()));
    }
    if let Some(thread) = &mail.thread {
        let root = format!("<thread.{}@{domain}>", thread_word(thread));
        builder =
            builder.raw_header(header::plain("In-Reply-To", &root)).raw_header(header::plain("References", &root));
    }
    if let Some(address) = &mail.unsubscribe {
        if !is_web_address(address) {
            return Err("the address for leaving is not an http or https address".to_owned());
        }
        builder = builder
            .raw_header(header::plain("List-Unsubscribe", &format!("<{address}>")))
            .raw_header(header::plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let envelope = Envelope::new(Some(from.clone()), vec![to.clone()]).map_err(|error| error.to_string())?;
    // Readers' programs show the last part that they understand, so the text comes first.
    let parts = MultiPart::alternative()
        .singlepart(SinglePart::plain(tame(&mail.text)))
        .singlepart(SinglePart::html(tame(&mail.html)));
    let message = builder.envelope(envelope).multipart(parts).map_err(|error| error.to_string())?;
    Ok(Composed { from, to, bytes: message.formatted() })
}

fn envelope_address(address: &EmailAddress) -> std::result::Result<Address, String> {
    address.as_str().parse().map_err(|error: lettre::address::AddressError| error.to_string())
}

fn moment(mail: &OutboundMail) -> SystemTime {
    let seconds = u64::try_from(mail.created_at.seconds()).unwrap_or(0).min(LAST_SECOND);
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

/// A lone CR or LF inside a mail is what some servers take for the end of a line and others do
/// not; with one kind of break nothing can be smuggled between two servers. Control characters
/// are dropped: a NUL is forbidden on the wire, and nobody reads the others.
fn tame(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// The word as it may stand in a message id; two words never give the same.
fn thread_word(thread: &str) -> String {
    let stands = |character: &char| character.is_ascii_alphanumeric() || *character == '-';
    let pieces = thread.chars().map(|character| {
        if stands(&character) { character.to_string() } else { format!("_{:x}_", u32::from(character)) }
    });
    pieces.collect()
}

fn is_web_address(address: &str) -> bool {
    let has_scheme = address.starts_with("https://") || address.starts_with("http://");
    has_scheme
        && address.len() <= UNSUBSCRIBE_LIMIT
        && address.chars().all(|c| c.is_ascii_graphic() && !"<>\"\\,".contains(c))
}
