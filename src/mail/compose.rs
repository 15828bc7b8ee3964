//! A finished mail as the bytes that go over the wire. The same mail gives the same Message-ID
//! every time, so that a reader's program can drop a double.

use std::time::{Duration, SystemTime};

use lettre::address::{Address, Envelope};
use lettre::message::header::ContentTransferEncoding;
use lettre::message::{Body, Message, MultiPart, SinglePart};

use super::dkim::Signer;
use super::{Config, OutboundMail, header, verp};
use crate::error::{Error, Result};
use crate::kernel::EmailAddress;
use crate::kernel::token::Key;

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
    /// Where mails come back to, and with which key each one gets its own address.
    bounces: Option<(EmailAddress, Key)>,
    signer: Option<Signer>,
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
    pub(super) fn new(config: &Config, key: &Key) -> Result<Self> {
        let parse =
            |text: &str| EmailAddress::parse(text).ok_or_else(|| Error::internal("mail: not a sender's address"));
        let address = parse(&config.from_address)?;
        let reply_to = if config.reply_to.is_empty() { None } else { Some(parse(&config.reply_to)?) };
        let bounces =
            if config.bounce_address.is_empty() { None } else { Some((parse(&config.bounce_address)?, key.clone())) };
        let signer = Signer::open(config).map_err(|faults| Error::internal(faults.join("; ")))?;
        Ok(Self { name: config.from_name.clone(), address, reply_to, bounces, signer })
    }

    /// The envelope's sender of a mail.
    fn envelope(&self, mail: &OutboundMail) -> EmailAddress {
        let own = self.bounces.as_ref().and_then(|(base, key)| verp::address(base, key, mail.id));
        own.unwrap_or_else(|| self.address.clone())
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
    let from = envelope_address(&sender.envelope(mail))?;
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
    let (kind, body) = two_parts(mail)?;
    let body = Body::dangerous_pre_encoded(body, ContentTransferEncoding::SevenBit);
    builder = builder.raw_header(header::plain("MIME-Version", "1.0")).raw_header(header::plain("Content-Type", &kind));
    let mut message = builder.envelope(envelope).body(body).map_err(|error| error.to_string())?;
    if let Some(signer) = &sender.signer {
        signer.sign(&mut message);
    }
    Ok(Composed { from, to, bytes: message.formatted() })
}

/// The two parts as bytes, and the `Content-Type` that says where one ends. Apart from the message,
/// because the library signs only headers that stand in the message itself.
fn two_parts(mail: &OutboundMail) -> std::result::Result<(String, Vec<u8>), String> {
    // Readers' programs show the last part that they understand, so the text comes first.
    let parts = MultiPart::alternative()
        .singlepart(SinglePart::plain(tame(&mail.text)))
        .singlepart(SinglePart::html(tame(&mail.html)));
    let whole = parts.formatted();
    let break_at = whole.windows(4).position(|four| four == b"\r\n\r\n").ok_or("the parts have no headers")?;
    let (_, body) = whole.split_at(break_at + 4);
    Ok((format!("multipart/alternative; boundary=\"{}\"", parts.boundary()), body.to_vec()))
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
