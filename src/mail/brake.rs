//! The brake: while the mail server cannot be reached, one mail in a while tries whether it is back, and
//! the others wait without using up their tries. So an outage of days gives no mail up, and a server that
//! is silent does not keep the threads for the whole queue in turn. Pure but for its own memory: each
//! process finds out for itself.

use std::sync::{Mutex, PoisonError};

use crate::kernel::Timestamp;

/// Connections that have to fail in a row before nothing more is tried.
const FAULTS: u32 = 3;
/// First wait before one mail tries again, in seconds; it doubles.
const FIRST_WAIT_SECONDS: i64 = 30;
/// Longest wait, in seconds: a code for signing in should not wait longer once the server is back.
const LONGEST_WAIT_SECONDS: i64 = 240;
/// While the server has taken another mail within this time, a fault is laid to the mail that met it.
const FINE_LATELY_MINUTES: i64 = 10;
/// Longer than a conversation with the server may take: the one that tries is given up for lost then.
const PROBE_MINUTES: i64 = 5;

/// How long a mail steps back that came while another tries: that one may be through in a moment.
const STEP_BACK_SECONDS: i64 = 10;

/// What a mail that is due may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// Be handed over.
    Go,
    /// Wait until then.
    Wait(Timestamp),
}

/// What follows from a connection that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Others get through, so this counts as a try of this mail.
    OfTheMail,
    /// Nothing gets through: the mail waits until then, and that is no try.
    OfTheServer(Timestamp),
}

/// What is known of the server.
#[derive(Debug, Default)]
pub struct Brake(Mutex<State>);

#[derive(Debug, Default, Clone, Copy)]
struct State {
    faults_in_a_row: u32,
    closed_until: Option<Timestamp>,
    took_one_at: Option<Timestamp>,
}

impl Brake {
    /// Whether nothing is to be sent now.
    #[must_use]
    pub fn is_closed(&self, now: Timestamp) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).closed_until.is_some_and(|until| now < until)
    }

    /// Asks for one mail. When the wait is over, one goes, and the others wait for what becomes of it.
    pub fn admit(&self, now: Timestamp) -> Admission {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match state.closed_until {
            Some(until) if now < until => Admission::Wait(until.min(seconds_after(now, STEP_BACK_SECONDS))),
            Some(_) => {
                state.closed_until = Some(now.plus_minutes(PROBE_MINUTES));
                Admission::Go
            }
            None => Admission::Go,
        }
    }

    /// The server has answered: it is there, whatever it said to this mail.
    pub fn answered(&self, now: Timestamp) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = State { took_one_at: Some(now), ..State::default() };
    }

    /// No conversation came about, or it broke.
    pub fn failed(&self, now: Timestamp) -> Fault {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.faults_in_a_row = state.faults_in_a_row.saturating_add(1);
        let wait = wait_seconds(state.faults_in_a_row);
        let until = seconds_after(now, wait);
        if state.faults_in_a_row >= FAULTS {
            state.closed_until = Some(until);
        }
        let is_fine_lately = state.took_one_at.is_some_and(|at| now < at.plus_minutes(FINE_LATELY_MINUTES));
        if is_fine_lately { Fault::OfTheMail } else { Fault::OfTheServer(until) }
    }
}

const fn seconds_after(moment: Timestamp, seconds: i64) -> Timestamp {
    Timestamp::from_microseconds(moment.microseconds() + seconds * 1_000_000)
}

fn wait_seconds(faults: u32) -> i64 {
    let doublings = faults.saturating_sub(FAULTS).min(8);
    (FIRST_WAIT_SECONDS << doublings).min(LONGEST_WAIT_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp::from_microseconds(1_000_000_000_000);

    fn after(seconds: i64) -> Timestamp {
        seconds_after(START, seconds)
    }

    #[test]
    fn after_three_faults_in_a_row_nothing_goes_but_one_in_a_while() {
        let brake = Brake::default();
        for _ in 0..2 {
            brake.failed(START);
            assert_eq!(brake.admit(START), Admission::Go);
        }
        assert_eq!(brake.failed(START), Fault::OfTheServer(after(30)));

        assert!(brake.is_closed(after(29)));
        assert_eq!(brake.admit(after(29)), Admission::Wait(after(30)));
        assert_eq!(brake.admit(after(30)), Admission::Go, "one tries");
        assert_eq!(brake.admit(after(30)), Admission::Wait(after(40)), "the others step back");
        assert!(brake.is_closed(after(329)), "and nobody else comes while it tries");
        brake.failed(after(40));
        assert!(brake.is_closed(after(99)) && !brake.is_closed(after(100)), "the wait doubles");
    }

    #[test]
    fn an_answer_opens_it_at_once() {
        let brake = Brake::default();
        for _ in 0..20 {
            brake.failed(START);
        }
        assert!(brake.is_closed(after(LONGEST_WAIT_SECONDS - 1)));
        assert!(!brake.is_closed(after(LONGEST_WAIT_SECONDS)), "it waits no longer than this");

        brake.answered(after(1));

        assert_eq!(brake.admit(after(1)), Admission::Go);
        assert!(!brake.is_closed(after(1)));
    }

    #[test]
    fn a_fault_counts_as_a_try_only_while_others_get_through() {
        let brake = Brake::default();
        assert!(matches!(brake.failed(START), Fault::OfTheServer(_)));

        brake.answered(START);
        assert_eq!(brake.failed(after(60)), Fault::OfTheMail);
        assert!(matches!(brake.failed(after(601)), Fault::OfTheServer(_)));
    }

    #[test]
    fn one_that_tries_and_never_comes_back_does_not_close_it_for_ever() {
        let brake = Brake::default();
        for _ in 0..3 {
            brake.failed(START);
        }
        assert_eq!(brake.admit(after(30)), Admission::Go);

        assert!(brake.is_closed(after(30 + 299)));
        assert_eq!(brake.admit(after(30 + 300)), Admission::Go);
    }
}
