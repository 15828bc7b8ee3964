//! Building the whole index anew beside the old one, which serves until the new one is ready.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use tantivy::IndexWriter;

use crate::error::{Error, Result};

use super::doc::SearchDoc;
use super::engine::Engine;
use super::{Search, remove};

impl Search {
    /// Builds a new index from everything there is and puts it in the place of the old one in one
    /// step. `position` is how far the database had been followed *before* the first document was
    /// read; `feed` hands over the documents batch by batch and none when there are no more.
    /// Changes that are applied meanwhile go into both indexes. A crash leaves the old one in use.
    ///
    /// # Errors
    /// What `feed` fails with, or [`Error::Unavailable`] when the new index cannot be written; the
    /// old one stays in use.
    pub fn rebuild(&self, position: i64, feed: impl FnMut() -> Result<Option<Vec<SearchDoc>>>) -> Result<()> {
        let _turn = self.inner.rebuilding.lock().unwrap_or_else(PoisonError::into_inner);
        let path = {
            let mut writing = self.writing();
            writing.home.restore()?;
            let path = writing.home.new_folder().map_err(|error| Error::Unavailable(error.into()))?;
            *self.meanwhile() = Some(BTreeMap::new());
            path
        };
        let built =
            fill(&path, self.inner.memory, feed).and_then(|(engine, writer)| self.swap(engine, writer, position));
        // Whether it went well or not, changes are no longer kept.
        *self.meanwhile() = None;
        if built.is_err() {
            remove(&path);
        }
        built
    }

    fn swap(&self, engine: Engine, mut writer: IndexWriter, position: i64) -> Result<()> {
        let mut writing = self.writing();
        let changes = self.meanwhile().take().unwrap_or_default();
        let position = self.position().map_or(position, |followed| followed.max(position));
        engine.commit(&mut writer, changes.values(), position)?;
        if !engine.is_intact() {
            return Err(Error::Unavailable("the new search index was damaged while it was built".into()));
        }
        writing.home.use_folder(&engine.path).map_err(|error| Error::Unavailable(error.into()))?;
        let old = self.engine();
        // The old writer must end before its folder goes.
        writing.writer = Some(writer);
        self.show(Arc::new(engine), Some(position));
        remove(&old.path);
        writing.home.leave_other_versions();
        Ok(())
    }
}

/// Documents that may wait for the index library's own thread, which is slower than whoever hands
/// them over; it would let ten thousand wait, each in all its forms.
const MOST_WAITING: usize = 2_000;

fn fill(
    path: &Path,
    memory: usize,
    mut feed: impl FnMut() -> Result<Option<Vec<SearchDoc>>>,
) -> Result<(Engine, IndexWriter)> {
    let engine = Engine::create(path)?;
    let mut writer = engine.writer(memory)?;
    let mut waiting = 0;
    while let Some(docs) = feed()? {
        engine.add(&writer, &docs)?;
        waiting += docs.len();
        if waiting >= MOST_WAITING {
            Engine::settle(&mut writer)?;
            waiting = 0;
        }
    }
    Ok((engine, writer))
}
