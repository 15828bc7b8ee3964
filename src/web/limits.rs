//! How often one address may ask: a bucket of requests that refills, in memory.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::{Config, Peer};
use crate::error::{Error, Result};

/// The limits of a process.
pub struct Limits {
    requests: DefaultKeyedRateLimiter<IpAddr>,
    changes: DefaultKeyedRateLimiter<IpAddr>,
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
}

impl Limits {
    /// Limits from the settings.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let at_least_one = |count: u32| NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN);
        Self {
            requests: RateLimiter::keyed(Quota::per_minute(at_least_one(config.requests_per_minute))),
            changes: RateLimiter::keyed(Quota::per_minute(at_least_one(config.changes_per_minute))),
            sign_ins: RateLimiter::keyed(Quota::per_hour(at_least_one(config.sign_ins_per_hour))),
            clock: DefaultClock::default(),
        }
    }

    /// Counts any request.
    pub fn request(&self, peer: Peer) -> Result<()> {
        self.count(&self.requests, peer)
    }

    /// Counts a request that changes something.
    pub fn change(&self, peer: Peer) -> Result<()> {
        self.count(&self.changes, peer)
    }

    /// Counts a request that sends a mail to a given address or tries a code.
    pub fn sign_in(&self, peer: Peer) -> Result<()> {
        self.count(&self.sign_ins, peer)
    }

    /// Forgets addresses that have not asked for a while, so that memory stays bounded.
    pub fn forget_idle(&self) {
        for limiter in [&self.requests, &self.changes, &self.sign_ins] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }

    fn count(&self, limiter: &DefaultKeyedRateLimiter<IpAddr>, Peer(address): Peer) -> Result<()> {
        // One house with IPv6 has 2^64 addresses: they count as one.
        let key = match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(six) => IpAddr::V6((six.to_bits() & !u128::from(u64::MAX)).into()),
        };
        limiter.check_key(&key).map_err(|wait| {
            let retry_after = wait.wait_time_from(self.clock.now()).as_secs().max(1);
            Error::TooMany { retry_after }
        })
    }
}
