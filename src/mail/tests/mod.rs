//! Tests of the module through its public face.

mod compose;
mod config;
mod decode;
mod delivery;
mod dkim;
mod dsn;
mod frame;
mod outbox;
mod server;

use super::{Config, OutboundMail};
use crate::kernel::token::Key;
use crate::kernel::{EmailAddress, EmailId, Timestamp};

/// 22 November 2026, 12:00:05 in UTC.
const NOON: Timestamp = Timestamp::from_microseconds(1_795_348_805_000_000);

fn settings() -> Config {
    Config {
        from_name: "Idéer i Biskopsgården".to_owned(),
        from_address: "ideer@town.se".to_owned(),
        reply_to: "samordnare@town.se".to_owned(),
        ..Config::default()
    }
}

fn key() -> Key {
    Key::new(vec![7; 32])
}

fn mail() -> OutboundMail {
    OutboundMail {
        id: EmailId::new(42),
        kind: "published".to_owned(),
        recipient: EmailAddress::parse("amina@reader.se").unwrap(),
        recipient_name: None,
        subject: "Din idé är publicerad".to_owned(),
        text: "Nu kan alla läsa och stödja den.\n".to_owned(),
        html: "<p>Nu kan alla läsa och stödja den.</p>\n".to_owned(),
        locale: "sv".to_owned(),
        thread: Some("2026-0412".to_owned()),
        unsubscribe: Some("https://ideer.town.se/mail/stop?token=abc_-1".to_owned()),
        created_at: NOON,
    }
}
