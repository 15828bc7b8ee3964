//! Where chance comes from: the operating system, or a seed in tests and generators.

use std::sync::{Arc, Mutex, PoisonError};

use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// A source of random bytes.
#[derive(Debug, Clone, Default)]
pub enum Random {
    /// The operating system's source; the only one for secrets in use.
    #[default]
    System,
    /// A repeatable sequence from a seed.
    Seeded(Arc<Mutex<ChaCha20Rng>>),
}

impl Random {
    /// A repeatable source.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    /// Fills `bytes` with chance.
    pub fn fill(&self, bytes: &mut [u8]) {
        match self {
            Self::System => rand::rng().fill_bytes(bytes),
            Self::Seeded(source) => source.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes),
        }
    }

    /// A number from 0 up to but not including `limit`; 0 when the limit is 0.
    #[must_use]
    pub fn below(&self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        // Numbers past the last whole multiple of the limit are thrown away, so none is favoured.
        let last_fair = u64::MAX - u64::MAX % limit;
        loop {
            let mut bytes = [0; 8];
            self.fill(&mut bytes);
            let number = u64::from_le_bytes(bytes);
            if number < last_fair {
                return number % limit;
            }
        }
    }
}
