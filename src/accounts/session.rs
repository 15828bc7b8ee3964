//! Signed tokens for the browser's cookies and for the API. Each demands issuer, audience,
//! purpose and expiry; a sign-in has a row behind it, so ending it acts at once.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::kernel::{IdeaId, SessionId, Timestamp};
use crate::town::Town;

/// Days a sign-in in a browser lasts.
pub const SESSION_DAYS: i64 = 30;
/// Days a token for the API lasts.
pub const API_TOKEN_DAYS: i64 = 365;
/// Days a shown receipt code is remembered.
pub const RECEIPT_DAYS: i64 = 1;

/// What a token is for. A token of one purpose is worth nothing for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A browser's sign-in.
    Session,
    /// A token for the API.
    Api,
    /// A shown receipt code.
    Receipt,
    /// A mail whose code is being asked for.
    MailedCode,
}

impl Purpose {
    const fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Api => "api",
            Self::Receipt => "receipt",
            Self::MailedCode => "mailed-code",
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    purpose: String,
    exp: i64,
    iat: i64,
    /// Row of `sessions` or `mailed_tokens`, or the idea of a receipt.
    subject_id: i64,
}

/// A signed token for a row or an idea.
///
/// # Errors
/// When signing fails, which is a mistake of ours.
pub fn sign(town: &Town, purpose: Purpose, subject: i64, now: Timestamp, until: Timestamp) -> Result<String> {
    let claims = Claims {
        iss: town.settings.base_url.clone(),
        aud: audience(purpose),
        purpose: purpose.word().to_owned(),
        exp: until.seconds(),
        iat: now.seconds(),
        subject_id: subject,
    };
    let key = EncodingKey::from_secret(town.key.bytes());
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key).map_err(Error::internal)
}

/// The row or idea of a token, if it is ours, for this purpose and not too old.
#[must_use]
pub fn read(town: &Town, purpose: Purpose, token: &str, now: Timestamp) -> Option<i64> {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_issuer(&[&town.settings.base_url]);
    validation.set_audience(&[audience(purpose)]);
    validation.set_required_spec_claims(&["iss", "aud", "exp"]);
    // The expiry is compared below with the clock that was handed in.
    validation.validate_exp = false;
    let key = DecodingKey::from_secret(town.key.bytes());
    let claims = jsonwebtoken::decode::<Claims>(token, &key, &validation).ok()?.claims;
    (claims.purpose == purpose.word() && claims.exp > now.seconds()).then_some(claims.subject_id)
}

fn audience(purpose: Purpose) -> String {
    format!("medskapa-{}", purpose.word())
}

/// The session of a token.
#[must_use]
pub fn read_session(town: &Town, purpose: Purpose, token: &str, now: Timestamp) -> Option<SessionId> {
    read(town, purpose, token, now).map(SessionId::new)
}

/// The idea of a shown receipt.
#[must_use]
pub fn read_receipt(town: &Town, token: &str, now: Timestamp) -> Option<IdeaId> {
    read(town, Purpose::Receipt, token, now).map(IdeaId::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Random;
    use crate::kernel::token::Key;
    use crate::town::Settings;

    fn town(key: u8) -> Town {
        Town { settings: Settings::default(), key: Key::new(vec![key; 32]), random: Random::System }
    }

    #[test]
    fn a_token_is_worth_nothing_for_another_purpose_key_or_time() {
        let now = Timestamp::from_microseconds(1_800_000_000_000_000);
        let token = sign(&town(1), Purpose::Session, 7, now, now.plus_days(1)).unwrap();

        assert_eq!(read_session(&town(1), Purpose::Session, &token, now), Some(SessionId::new(7)));
        assert_eq!(read_session(&town(1), Purpose::Api, &token, now), None);
        assert_eq!(read_receipt(&town(1), &token, now), None);
        assert_eq!(read_session(&town(2), Purpose::Session, &token, now), None);
        assert_eq!(read_session(&town(1), Purpose::Session, &token, now.plus_days(2)), None);
        let mut other = town(1);
        other.settings.base_url = "https://other.example".to_owned();
        assert_eq!(read_session(&other, Purpose::Session, &token, now), None);
    }

    #[test]
    fn an_unsigned_token_is_refused() {
        // {"alg":"none"} with the claims of a session.
        let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWJqZWN0X2lkIjoxfQ.";

        let now = Timestamp::from_microseconds(0);
        assert_eq!(read_session(&town(1), Purpose::Session, unsigned, now), None);
    }
}
