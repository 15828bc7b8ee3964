//! The threads: job workers, the search follower, the one that asks saved searches, and the timer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Follower, Parts, handlers, reconcile};
use crate::admin::Vitals;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::saved_searches::Watcher;

/// Threads that do jobs: they mostly wait for a mail server. What lettre writes last of a mail waits for an
/// acknowledgement that may come 40 ms late (Nagle), so with two of them 1,410 mails to a server that takes 50 ms
/// each took 69 s.
const JOB_THREADS: usize = 4;
/// Longest wait for a commit; another process may have committed, which this one cannot feel.
const POLL: Duration = Duration::from_secs(1);
/// The same for the index: what another process publishes is found within a second.
const POLL_OF_FOLLOWER: Duration = Duration::from_millis(400);
/// Time in which changes gather before the index is written: a commit of the index costs more
/// than a change of the database.
const GATHER: Duration = Duration::from_millis(100);
/// Time in which changes gather before saved searches are asked of them: each step is a commit.
const GATHER_FOR_WATCHERS: Duration = Duration::from_secs(1);
/// Wait after a failure.
const AFTER_FAILURE: Duration = Duration::from_secs(2);
/// Time between two rounds of the timer, and between two slices of comparing the index.
const ROUND: Duration = Duration::from_mins(1);

/// What a process does beside answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duties {
    /// Jobs, clocks and mail, and following with its search index if it has one.
    All,
    /// Only following with its search index; another process works.
    FollowOnly,
}

/// The running threads. Dropping it stops them too.
pub struct Workers {
    db: Db,
    stop: Arc<Stop>,
    threads: Vec<JoinHandle<()>>,
}

#[derive(Default)]
struct Stop {
    wanted: Mutex<bool>,
    told: Condvar,
}

impl Stop {
    fn is_wanted(&self) -> bool {
        *self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits; says whether to stop.
    fn wait(&self, longest: Duration) -> bool {
        let asked = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        let outcome = self.told.wait_timeout_while(asked, longest, |wanted| !*wanted);
        *outcome.unwrap_or_else(PoisonError::into_inner).0
    }

    fn tell(&self) {
        *self.wanted.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.told.notify_all();
    }
}

impl Workers {
    /// Starts the threads. A process that only answers still follows, because every process has
    /// an index of its own.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn start(parts: &Parts, vitals: &Arc<Vitals>, duties: Duties) -> Result<Self> {
        let mut workers = Self { db: parts.db.clone(), stop: Arc::default(), threads: Vec::new() };
        workers.spawn("follower", parts, vitals, follow)?;
        if duties == Duties::All {
            for _ in 0..JOB_THREADS {
                workers.spawn("jobs", parts, vitals, work)?;
            }
            workers.spawn("watcher", parts, vitals, watch)?;
            workers.spawn("timer", parts, vitals, keep_time)?;
        }
        Ok(workers)
    }

    /// Lets each thread finish what it has in hand, and waits for them.
    pub fn stop(mut self) {
        self.stop_and_wait();
    }

    fn stop_and_wait(&mut self) {
        self.stop.tell();
        self.db.announce_commit();
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a background thread had panicked");
            }
        }
    }

    fn spawn(&mut self, name: &str, parts: &Parts, vitals: &Arc<Vitals>, run: fn(&Parts, &Stop)) -> Result<()> {
        let (parts, stop, vitals) = (parts.clone(), Arc::clone(&self.stop), Arc::clone(vitals));
        vitals.want_one_more();
        let body = move || {
            let pulse = vitals.begin();
            run(&parts, &stop);
            drop(pulse);
        };
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(body)
            .map_err(|error| Error::Unavailable(error.into()))?;
        self.threads.push(thread);
        Ok(())
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.stop_and_wait();
    }
}

fn work(parts: &Parts, stop: &Stop) {
    // Read before looking for work, so that a commit in between is not slept through.
    let mut seen = parts.db.commits();
    while !stop.is_wanted() {
        match handlers::run_one(parts) {
            Ok(true) => {}
            Ok(false) => seen = parts.db.wait_for_commit(seen, POLL),
            Err(error) => {
                tracing::warn!(%error, "jobs cannot be read");
                stop.wait(AFTER_FAILURE);
            }
        }
    }
}

fn follow(parts: &Parts, stop: &Stop) {
    let mut follower = Follower::default();
    let mut seen = parts.db.commits();
    let mut compared = Instant::now();
    while !stop.is_wanted() {
        let outcome = guarded(|| {
            let is_more = follower.step(parts)?;
            if !is_more && compared.elapsed() > ROUND {
                compared = Instant::now();
                parts.figures.sum_up();
                let mended = follower.verify_slice(parts)?;
                if mended > 0 {
                    tracing::warn!(mended, "the search index differed from the database");
                }
            }
            Ok(is_more)
        });
        match outcome {
            Ok(true) => {}
            Ok(false) => {
                seen = parts.db.wait_for_commit(seen, POLL_OF_FOLLOWER);
                stop.wait(GATHER);
            }
            Err(error) => {
                tracing::warn!(%error, "the search index cannot follow");
                stop.wait(AFTER_FAILURE);
            }
        }
    }
}

fn watch(parts: &Parts, stop: &Stop) {
    let mut watcher = Watcher::default();
    let mut seen = parts.db.commits();
    while !stop.is_wanted() {
        match guarded(|| watcher.step(&parts.db, parts.search.as_ref())) {
            Ok(Some(done)) => {
                tracing::debug!(
                    changes = done.changes,
                    asked = done.asked,
                    hits = done.hits,
                    "saved searches were asked"
                );
            }
            Ok(None) => {
                seen = parts.db.wait_for_commit(seen, POLL);
                stop.wait(GATHER_FOR_WATCHERS);
            }
            Err(error) => {
                tracing::warn!(%error, "saved searches cannot be asked");
                stop.wait(AFTER_FAILURE);
            }
        }
    }
}

fn keep_time(parts: &Parts, stop: &Stop) {
    loop {
        // What went wrong was logged step by step; the next round tries again.
        drop(guarded(|| reconcile(parts)));
        if stop.wait(ROUND) {
            return;
        }
    }
}

/// A panic becomes an error, so that the thread goes on with the next round.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(Error::internal("a panic in the background")))
}
