//! Finding ideas: one index, kept by this process for itself in its own folder.
//!
//! The index is derived from the database and never the truth. It *follows*: the caller applies
//! the changes it has read and tells up to which [`position`](Search::position) they go; the
//! position is stored in the same commit. When there is no position – a new folder, another
//! version, damage found at the start or in the middle of the day – the index is empty and waits
//! for [`Search::rebuild`].
//!
//! Not here: what an idea is and who may see it. A finished [`SearchDoc`] holds only what anybody
//! may find. `tantivy` is imported nowhere else. All calls block; none waits for the network.

mod absent;
mod analyse;
mod asked;
mod best;
mod complete;
mod config;
mod counted;
mod doc;
mod engine;
mod facets;
mod find;
mod folder;
mod gain;
mod home;
mod lax;
mod lists;
mod marks;
mod percolate;
mod query;
mod question;
mod question_word;
mod rebuild;
mod rows;
mod schema;
mod shuffle;
mod similar;
mod snippet;
mod somali;
mod stems;
mod swedish;
#[cfg(test)]
mod tests;
mod tongue;
mod typo;
mod wish;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

use tantivy::IndexWriter;

use crate::error::{Error, Result};

pub use asked::Asked;
pub use config::{Config, LEAST_MEGABYTES, MOST_MEGABYTES};
pub use counted::Counted;
pub use doc::{AnswerKind, Change, SearchAnswer, SearchComment, SearchDoc};
pub use facets::{Facet, Facets};
pub use find::{Filters, HitRow, Hits, MOST_ROWS, Matched, Place, Query, Sort};
pub use percolate::{Held, Percolator, VOCABULARY, Watched};
pub use rows::{FARTHEST_ROW, Start};
pub use similar::{Draft, Similar};
pub use snippet::{Piece, TitleMarks};
pub use stems::{WordStem, asks_for_something, compound_parts, word_root, word_stems};

use engine::{Broken, Engine, View, guarded};
use home::Home;

/// Longest time that a question waits for the index to see that something was taken away.
const LONGEST_WAIT: Duration = Duration::from_secs(2);
/// Pauses before each attempt to begin a new index in the place of a damaged one.
const PAUSES_WHILE_HEALING: [Duration; 4] =
    [Duration::ZERO, Duration::from_millis(20), Duration::from_millis(80), Duration::from_millis(300)];

/// The index of this process. Cheap to clone; all clones are the same index.
#[derive(Clone)]
pub struct Search {
    inner: Arc<Inner>,
}

struct Inner {
    memory: usize,
    /// What readers use. Changed only by whoever holds `writing`.
    state: RwLock<State>,
    writing: Mutex<Writing>,
    /// One rebuild at a time.
    rebuilding: Mutex<()>,
    /// Changes that came during a rebuild, the last per idea, for the index that is being built.
    meanwhile: Mutex<Option<BTreeMap<i64, Change>>>,
    /// The changes near the position that the index holds, by their place in the list.
    seen: Mutex<BTreeSet<i64>>,
    saw_more: Condvar,
    /// How often what is answered from the index has changed.
    changes: AtomicU64,
    kept: counted::Kept,
}

struct State {
    engine: Arc<Engine>,
    position: Option<i64>,
}

struct Writing {
    home: Home,
    /// Made at the first change, and again after a failure.
    writer: Option<IndexWriter>,
}

impl From<Broken> for Error {
    fn from(broken: Broken) -> Self {
        Self::Unavailable(broken.into())
    }
}

impl Search {
    /// Opens the index in a folder of its own, which is made when missing. When it is damaged, an empty
    /// one is begun. That of another version is left alone until this version's is whole.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when another process uses the folder or it cannot be written.
    pub fn open(folder: &Path, config: &Config) -> Result<Self> {
        let mut home = Home::claim(folder, schema::VERSION)?;
        let current = home.current();
        let opened = current.as_deref().and_then(|path| {
            Engine::open(path)
                .inspect_err(|broken| tracing::warn!(%broken, "search index cannot be used, a new one is begun"))
                .ok()
        });
        home.sweep(opened.as_ref().and(current.as_deref())).map_err(|error| Error::Unavailable(error.into()))?;
        let (engine, position) = match opened {
            Some((engine, position)) => (engine, position),
            None => (begin(&mut home)?, None),
        };
        if position.is_some() {
            home.leave_other_versions();
        }
        let inner = Inner {
            memory: config.memory(),
            state: RwLock::new(State { engine: Arc::new(engine), position }),
            writing: Mutex::new(Writing { home, writer: None }),
            rebuilding: Mutex::new(()),
            meanwhile: Mutex::new(None),
            seen: Mutex::default(),
            saw_more: Condvar::new(),
            changes: AtomicU64::new(0),
            kept: counted::Kept::default(),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Up to where the database has been followed; none when the index has to be rebuilt.
    #[must_use]
    pub fn position(&self) -> Option<i64> {
        self.inner.state.read().unwrap_or_else(PoisonError::into_inner).position
    }

    /// How often what is answered from the index of this process has changed: an answer is as good
    /// as new while this number is the same.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.inner.changes.load(Ordering::SeqCst)
    }

    /// Notes which changes the index holds by now; those before `oldest` are asked for no more.
    pub fn note_seen(&self, changes: &BTreeSet<i64>, oldest: i64) {
        let mut seen = self.inner.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.extend(changes);
        *seen = seen.split_off(&oldest);
        drop(seen);
        self.inner.saw_more.notify_all();
    }

    /// Waits until the index holds all these changes, but not for ever; says whether it does.
    #[must_use]
    pub fn has_seen(&self, changes: &[i64]) -> bool {
        let lacks = |seen: &mut BTreeSet<i64>| changes.iter().any(|change| !seen.contains(change));
        let seen = self.inner.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.inner.saw_more.wait_timeout_while(seen, LONGEST_WAIT, lacks);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// How many ideas can be found.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the index can be neither read nor begun anew.
    pub fn count(&self) -> Result<u64> {
        self.reading(|view| Ok(view.searcher.num_docs()))
    }

    /// Every id in the index with its version, sorted by id: for comparing with the database.
    ///
    /// # Errors
    /// As [`Search::count`].
    pub fn versions(&self) -> Result<Vec<(i64, i64)>> {
        self.reading(|view| find::versions(&view.searcher))
    }

    /// Looks for ideas. No text makes this fail.
    ///
    /// # Errors
    /// As [`Search::count`].
    pub fn find(&self, query: &Query) -> Result<Hits> {
        let mut hits = self.reading(|view| find::find(view, query))?;
        hits.rebuilding = self.position().is_none();
        Ok(hits)
    }

    /// Ideas like a draft, at most 20, the most alike first; none when nothing is near enough.
    ///
    /// # Errors
    /// As [`Search::count`].
    pub fn similar(&self, draft: &Draft<'_>, limit: usize) -> Result<Vec<Similar>> {
        self.reading(|view| similar::similar(view, draft, limit))
    }

    /// What a text that is being typed may become, at most eight, the likeliest first; none when it
    /// does not end in a word.
    ///
    /// # Errors
    /// As [`Search::count`].
    pub fn completions(&self, text: &str) -> Result<Vec<String>> {
        self.reading(|view| complete::completions(view, text))
    }

    /// Makes changes and remembers how far they go, in one commit. They are seen by the next
    /// question. Among changes to the same idea the last one holds.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when nothing was changed: the disk is full, the index has to be
    /// rebuilt first, or it was found damaged and an empty one was begun. [`Search::position`]
    /// tells which.
    pub fn apply(&self, changes: &[Change], position: i64) -> Result<()> {
        let mut writing = self.writing();
        if let Some(meanwhile) = self.meanwhile().as_mut() {
            meanwhile.extend(changes.iter().map(|change| (change.id(), change.clone())));
            if self.position().is_none() {
                return Ok(());
            }
        }
        let engine = self.engine();
        if !engine.is_intact() {
            self.begin_anew(&mut writing)?;
        }
        if self.position().is_none() {
            return Err(Error::Unavailable("the search index has to be rebuilt".into()));
        }
        let memory = self.inner.memory;
        let writer = match writing.writer.take() {
            Some(writer) => Ok(writer),
            None => engine.writer(memory),
        };
        let done = writer.and_then(|mut writer| {
            engine.commit(&mut writer, changes.iter(), position)?;
            Ok(writer)
        });
        match done {
            Ok(writer) => {
                writing.writer = Some(writer);
                self.show(engine, Some(position));
                Ok(())
            }
            Err(broken) => {
                self.mend(&mut writing, &engine)?;
                Err(broken.into())
            }
        }
    }

    /// Reads the whole index from disk and compares checksums. When something is damaged an empty
    /// index is begun and the answer is false.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when no new index can be begun.
    pub fn verify(&self) -> Result<bool> {
        let mut writing = self.writing();
        let engine = self.engine();
        let is_whole = engine.is_intact() && !engine.is_damaged();
        if !is_whole {
            self.begin_anew(&mut writing)?;
        }
        Ok(is_whole)
    }

    /// Reads from the index; when it turns out to be damaged, from the empty one that takes its
    /// place. Whoever removes a folder may still be at it and take the new one too, hence the pauses.
    fn reading<T>(&self, work: impl Fn(&View<'_>) -> tantivy::Result<T>) -> Result<T> {
        let mut healed = Ok(());
        for pause in PAUSES_WHILE_HEALING {
            let engine = self.engine();
            if engine.is_intact() {
                match guarded(|| work(&engine.view())) {
                    Ok(value) => return Ok(value),
                    // Not the disk's fault: throwing the index away would not help.
                    Err(broken) if engine.is_intact() && !engine.is_damaged() => return Err(Error::internal(broken)),
                    Err(broken) => tracing::warn!(%broken, "search index failed while reading"),
                }
            }
            wait(pause);
            let mut writing = self.writing();
            // Somebody else may have mended it while we waited for our turn.
            if Arc::ptr_eq(&engine, &self.engine()) {
                healed = self.begin_anew(&mut writing);
            }
        }
        healed?;
        Ok(guarded(|| work(&self.engine().view()))?)
    }

    fn engine(&self) -> Arc<Engine> {
        Arc::clone(&self.inner.state.read().unwrap_or_else(PoisonError::into_inner).engine)
    }

    fn writing(&self) -> MutexGuard<'_, Writing> {
        self.inner.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn meanwhile(&self) -> MutexGuard<'_, Option<BTreeMap<i64, Change>>> {
        self.inner.meanwhile.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn show(&self, engine: Arc<Engine>, position: Option<i64>) {
        *self.inner.state.write().unwrap_or_else(PoisonError::into_inner) = State { engine, position };
        self.inner.changes.fetch_add(1, Ordering::SeqCst);
    }

    /// After a failed commit: back to the last good one, or to an empty index.
    fn mend(&self, writing: &mut Writing, engine: &Engine) -> Result<()> {
        match Engine::open(&engine.path) {
            Ok((engine, position)) => {
                self.show(Arc::new(engine), position);
                Ok(())
            }
            Err(broken) => {
                tracing::warn!(%broken, "search index cannot be used any more");
                self.begin_anew(writing)
            }
        }
    }

    /// Puts an empty index in the place of a damaged one.
    fn begin_anew(&self, writing: &mut Writing) -> Result<()> {
        tracing::warn!("search index is damaged, an empty one is begun");
        writing.writer = None;
        let damaged = self.engine();
        // From now on nobody takes the damaged one for complete, even if the next step fails.
        self.show(Arc::clone(&damaged), None);
        writing.home.restore()?;
        let engine = begin(&mut writing.home)?;
        self.show(Arc::new(engine), None);
        remove(&damaged.path);
        Ok(())
    }
}

/// A new empty index, in use from now on.
fn begin(home: &mut Home) -> Result<Engine> {
    let path = home.new_folder().map_err(|error| Error::Unavailable(error.into()))?;
    let engine = Engine::create(&path)?;
    home.use_folder(&path).map_err(|error| Error::Unavailable(error.into()))?;
    Ok(engine)
}

/// Removes a folder that is out of use. What cannot be removed now is swept at the next start.
fn remove(path: &Path) {
    if let Err(error) = fs::remove_dir_all(path)
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "an old search index could not be removed");
    }
}

#[expect(clippy::disallowed_methods, reason = "whoever removes the folder gives no signal to wait for")]
fn wait(pause: Duration) {
    thread::sleep(pause);
}
