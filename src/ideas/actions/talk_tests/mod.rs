//! Tests of support, following, comments and ballots, on every database there is.

mod ballots;
mod comments;
mod support;

use std::sync::Barrier;

use crate::error::{Code, Error, Result};

/// The code of a refusal.
fn code_of<T>(outcome: Result<T>) -> Option<Code> {
    outcome.err().map(|error: Error| error.code())
}

/// Runs `work` at once on so many threads, and gives what each came to.
fn at_once<T: Send>(threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let start = Barrier::new(threads);
    std::thread::scope(|scope| {
        let run = |place| {
            let (start, work) = (&start, &work);
            scope.spawn(move || {
                start.wait();
                work(place)
            })
        };
        let running: Vec<_> = (0..threads).map(run).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
