//! Random tokens, codes and keyed hashes. What is stored is always a hash.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::{Random, Secret};

/// The key that the process signs and hashes with.
#[derive(Debug, Clone)]
pub struct Key(Secret<Vec<u8>>);

impl Key {
    /// A key from its bytes; [`crate::config`] demands at least 32.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Secret::new(bytes))
    }

    /// The bytes, for libraries that sign by themselves.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.expose()
    }

    /// A keyed hash of `parts` for one `purpose`, as 43 characters of URL-safe text. The same
    /// parts under another purpose give another hash, and no two lists of parts collide.
    #[must_use]
    pub fn hash(&self, purpose: &str, parts: &[&str]) -> String {
        URL_SAFE_NO_PAD.encode(self.code_of(purpose, parts))
    }

    /// A number that follows from `parts` as [`Key::hash`] does, for codes that people type.
    #[must_use]
    pub fn number(&self, purpose: &str, parts: &[&str]) -> u64 {
        self.code_of(purpose, parts).iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
    }

    fn code_of(&self, purpose: &str, parts: &[&str]) -> [u8; 32] {
        #[expect(clippy::expect_used, reason = "HMAC accepts a key of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.expose()).expect("any key length is accepted");
        for part in std::iter::once(&purpose).chain(parts) {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().into()
    }
}

/// A random token of 256 bits as URL-safe text.
#[must_use]
pub fn random_token(random: &Random) -> String {
    let mut bytes = [0; 32];
    random.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The hash under which a random token is stored. Tokens carry 256 bits of chance, so a plain
/// hash is enough; short codes are hashed with [`Key::hash`].
#[must_use]
pub fn token_hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}

/// Compares two texts in a time that does not tell where they differ.
#[must_use]
pub fn same(left: &str, right: &str) -> bool {
    left.as_bytes().ct_eq(right.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cannot_be_moved_between_each_other() {
        let key = Key::new(vec![7; 32]);

        assert_ne!(key.hash("support", &["ab", "c"]), key.hash("support", &["a", "bc"]));
        assert_ne!(key.hash("support", &["a"]), key.hash("receipt", &["a"]));
        assert_ne!(key.number("support", &["a"]), key.number("receipt", &["a"]));
    }

    #[test]
    fn two_tokens_differ() {
        assert_ne!(random_token(&Random::System), random_token(&Random::System));
    }
}
