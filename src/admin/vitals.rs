//! Whether the threads that work in the background live, for `/readyz` and the figures.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many background threads there should be and how many run. One per process.
#[derive(Debug, Default)]
pub struct Vitals {
    wanted: AtomicUsize,
    running: AtomicUsize,
}

/// Held by a thread as long as it runs; letting go of it, also by a panic, tells that it ended.
#[derive(Debug)]
pub struct Pulse<'a>(&'a Vitals);

impl Vitals {
    /// Says that one more thread should run from now on.
    pub fn want_one_more(&self) {
        self.wanted.fetch_add(1, Ordering::SeqCst);
    }

    /// Says that the calling thread runs, as long as the answer is held.
    pub fn begin(&self) -> Pulse<'_> {
        self.running.fetch_add(1, Ordering::SeqCst);
        Pulse(self)
    }

    /// Whether all threads that should run do. True in a process that has none.
    #[must_use]
    pub fn all_run(&self) -> bool {
        self.running.load(Ordering::SeqCst) >= self.wanted.load(Ordering::SeqCst)
    }
}

impl Drop for Pulse<'_> {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_ended_is_missed() {
        let vitals = Vitals::default();
        vitals.want_one_more();

        let pulse = vitals.begin();
        assert!(vitals.all_run());
        drop(pulse);

        assert!(!vitals.all_run());
    }
}
