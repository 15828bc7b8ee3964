//! One index on disk: opened, checked, written and read.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::indexer::IndexWriterOptions;
use tantivy::{Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher, Term};

use super::analyse::Analyser;
use super::doc::{Change, SearchDoc};
use super::folder::IndexFolder;
use super::schema::{Fields, VERSION};

/// Up to this size, in bytes, every byte is checked against its checksum when the index is opened;
/// a larger one would delay the start, and is checked by [`super::Search::verify`].
const CHECKED_AT_OPEN: u64 = 200_000_000;

/// What went wrong with the index, for the log.
#[derive(Debug, thiserror::Error)]
#[error("search index: {0}")]
pub(super) struct Broken(pub(super) String);

/// Runs work on an index; a panic inside the index library, which rubbish on disk can cause,
/// becomes an error like any other.
pub(super) fn guarded<T>(work: impl FnOnce() -> tantivy::Result<T>) -> Result<T, Broken> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(Broken(error.to_string())),
        Err(_) => Err(Broken("panic while using the index".to_owned())),
    }
}

/// What each commit says about itself.
#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    schema: u32,
    position: i64,
}

/// The reading side of one index.
pub(super) struct Engine {
    /// The folder that holds it.
    pub(super) path: PathBuf,
    folder: IndexFolder,
    index: Index,
    reader: IndexReader,
    fields: Fields,
    analyser: Analyser,
}

/// A moment of the index: what one question sees.
pub(super) struct View<'a> {
    pub(super) searcher: Searcher,
    pub(super) fields: &'a Fields,
    analyser: &'a Analyser,
}

impl<'a> View<'a> {
    pub(super) const fn new(searcher: Searcher, fields: &'a Fields, analyser: &'a Analyser) -> Self {
        Self { searcher, fields, analyser }
    }

    /// A stemmer of one's own.
    pub(super) fn analyser(&self) -> Analyser {
        self.analyser.clone()
    }
}

impl Engine {
    /// A new, empty index in an empty folder.
    pub(super) fn create(path: &Path) -> Result<Self, Broken> {
        guarded(|| {
            let folder = IndexFolder::open(path)?;
            let (fields, schema) = Fields::new();
            let index = Index::create(folder.clone(), schema, IndexSettings::default())?;
            Self::over(path, folder, index, fields)
        })
    }

    /// The index in a folder, with the position of its last commit if it has one. Fails when it is
    /// damaged or was made for other fields.
    pub(super) fn open(path: &Path) -> Result<(Self, Option<i64>), Broken> {
        let (fields, schema) = Fields::new();
        let engine = guarded(|| {
            let folder = IndexFolder::open(path)?;
            let index = Index::open(folder.clone())?;
            Self::over(path, folder, index, fields)
        })?;
        if engine.index.schema() != schema {
            return Err(Broken("made for other fields".to_owned()));
        }
        if size(path) <= CHECKED_AT_OPEN && engine.is_damaged() {
            return Err(Broken("a checksum differs".to_owned()));
        }
        let meta = guarded(|| engine.index.load_metas())?;
        let Some(payload) = meta.payload else { return Ok((engine, None)) };
        match serde_json::from_str::<Payload>(&payload) {
            Ok(payload) if payload.schema == VERSION => Ok((engine, Some(payload.position))),
            Ok(_) | Err(_) => Err(Broken("made by another version".to_owned())),
        }
    }

    fn over(path: &Path, folder: IndexFolder, index: Index, fields: Fields) -> tantivy::Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { path: path.to_owned(), folder, index, reader, fields, analyser: Analyser::new() })
    }

    /// The index as of its last commit.
    pub(super) fn view(&self) -> View<'_> {
        View::new(self.reader.searcher(), &self.fields, &self.analyser)
    }

    /// Whether nothing was changed behind our back, as far as can be seen without reading.
    pub(super) fn is_intact(&self) -> bool {
        self.folder.is_intact()
    }

    /// Whether any file is missing or differs from its checksum. Reads the whole index from disk.
    pub(super) fn is_damaged(&self) -> bool {
        // A merge that ends meanwhile removes files under our eyes; it does not do so twice.
        is_damaged(&self.path) && is_damaged(&self.path)
    }

    /// A writer with this much memory, in bytes; there can be one at a time.
    pub(super) fn writer(&self, memory: usize) -> Result<IndexWriter, Broken> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .memory_budget_per_thread(memory)
            .num_merge_threads(1)
            .build();
        guarded(|| self.index.writer_with_options(options))
    }

    /// Adds documents without a commit.
    pub(super) fn add(&self, writer: &IndexWriter, docs: &[SearchDoc]) -> Result<(), Broken> {
        let mut analyser = self.analyser.clone();
        guarded(|| {
            for doc in docs {
                writer.delete_term(Term::from_field_i64(self.fields.id, doc.id));
                writer.add_document(self.fields.document(&mut analyser, doc))?;
            }
            Ok(())
        })
    }

    /// Waits until what was added is written, and shows it to nobody.
    pub(super) fn settle(writer: &mut IndexWriter) -> Result<(), Broken> {
        guarded(|| writer.commit().map(drop))
    }

    /// Makes the changes and the position durable in one commit, and shows them to readers.
    pub(super) fn commit<'c>(
        &self,
        writer: &mut IndexWriter,
        changes: impl Iterator<Item = &'c Change>,
        position: i64,
    ) -> Result<(), Broken> {
        let mut analyser = self.analyser.clone();
        guarded(|| {
            for change in changes {
                writer.delete_term(Term::from_field_i64(self.fields.id, change.id()));
                if let Change::Put(doc) = change {
                    writer.add_document(self.fields.document(&mut analyser, doc))?;
                }
            }
            let payload = serde_json::to_string(&Payload { schema: VERSION, position })
                .map_err(|error| tantivy::TantivyError::InternalError(error.to_string()))?;
            let mut prepared = writer.prepare_commit()?;
            prepared.set_payload(&payload);
            prepared.commit()?;
            self.reader.reload()
        })
    }
}

fn size(path: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(path) else { return 0 };
    entries.flatten().filter_map(|entry| entry.metadata().ok()).map(|about| about.len()).sum()
}

fn is_damaged(path: &Path) -> bool {
    let check = guarded(|| {
        let index = Index::open(IndexFolder::open(path)?)?;
        let reader: IndexReader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let segments: Vec<String> =
            reader.searcher().segment_readers().iter().map(|segment| segment.segment_id().uuid_string()).collect();
        for entry in fs::read_dir(path)? {
            let name = PathBuf::from(entry?.file_name());
            let in_use =
                name.to_str().is_some_and(|name| segments.iter().any(|segment| name.starts_with(segment.as_str())));
            if in_use && !index.directory().validate_checksum(&name)? {
                return Ok(true);
            }
        }
        Ok(false)
    });
    check.unwrap_or(true)
}
