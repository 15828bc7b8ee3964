//! The index's files, read by position instead of mapped into memory.
//!
//! A mapped file that somebody cuts short kills the whole process at the next access (SIGBUS).
//! Read by position the same thing is an error that can be mended. The small files that every
//! question needs whole (term lists, field lengths, numbers to sort by) are kept in memory after
//! their first use. Each open file remembers its length and time of change, so that damage done
//! while the server runs is seen before the next answer is made from it.

use std::collections::HashMap;
use std::fmt;
use std::fs::{File, Metadata};
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::time::SystemTime;

use tantivy::HasLen;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, OwnedBytes, WatchCallback, WatchHandle, WritePtr,
};

/// Ends of the names of the files that are kept in memory.
const KEPT_WHOLE: [&str; 3] = ["term", "fieldnorm", "fast"];
/// The file that says which segments there are.
const LIST: &str = "meta.json";

/// The files of one index. Clones share the open files.
#[derive(Clone)]
pub(super) struct IndexFolder {
    writes: MmapDirectory,
    root: PathBuf,
    open: Arc<Mutex<HashMap<PathBuf, Weak<IndexFile>>>>,
}

impl fmt::Debug for IndexFolder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("IndexFolder").field("root", &self.root).finish_non_exhaustive()
    }
}

impl IndexFolder {
    /// The index in an existing folder.
    pub(super) fn open(root: &Path) -> tantivy::Result<Self> {
        Ok(Self { writes: MmapDirectory::open(root)?, root: root.to_owned(), open: Arc::default() })
    }

    /// Whether the folder is still there and no open file was changed behind our back. Costs one
    /// look at each open file, no reading.
    pub(super) fn is_intact(&self) -> bool {
        self.root.join(LIST).is_file() && self.files().values().filter_map(Weak::upgrade).all(|file| file.is_intact())
    }

    fn files(&self) -> MutexGuard<'_, HashMap<PathBuf, Weak<IndexFile>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Directory for IndexFolder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let mut files = self.files();
        if let Some(file) = files.get(path).and_then(Weak::upgrade) {
            return Ok(file);
        }
        let file = IndexFile::open(&self.root.join(path)).map_err(|error| {
            if error.kind() == io::ErrorKind::NotFound {
                OpenReadError::FileDoesNotExist(path.to_owned())
            } else {
                OpenReadError::wrap_io_error(error, path.to_owned())
            }
        })?;
        let file = Arc::new(file);
        files.retain(|_, other| other.strong_count() > 0);
        files.insert(path.to_owned(), Arc::downgrade(&file));
        Ok(file)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.files().remove(path);
        self.writes.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.writes.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.files().remove(path);
        self.writes.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.writes.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.writes.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.writes.sync_directory()
    }

    // The operating system's file lock: it ends with the process, however the process ends.
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.writes.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.writes.watch(callback)
    }
}

/// One open file. It stays readable after its name has been removed.
struct IndexFile {
    file: File,
    length: usize,
    changed_at: Option<SystemTime>,
    /// The content, for the kinds of files that are kept whole; filled at the first reading.
    whole: Option<OnceLock<OwnedBytes>>,
}

impl fmt::Debug for IndexFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("IndexFile").field("length", &self.length).finish_non_exhaustive()
    }
}

impl IndexFile {
    fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let about = file.metadata()?;
        let length = usize::try_from(about.len()).map_err(io::Error::other)?;
        let kept = path.extension().is_some_and(|end| KEPT_WHOLE.iter().any(|kind| end == *kind));
        Ok(Self { file, length, changed_at: changed_at(&about), whole: kept.then(OnceLock::new) })
    }

    fn is_intact(&self) -> bool {
        self.file.metadata().is_ok_and(|about| {
            usize::try_from(about.len()).is_ok_and(|length| length == self.length)
                && changed_at(&about) == self.changed_at
        })
    }

    fn read(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        let start = u64::try_from(range.start).map_err(io::Error::other)?;
        let mut bytes = vec![0; range.len()];
        self.file.read_exact_at(&mut bytes, start)?;
        Ok(OwnedBytes::new(bytes))
    }
}

fn changed_at(about: &Metadata) -> Option<SystemTime> {
    about.modified().ok()
}

impl HasLen for IndexFile {
    fn len(&self) -> usize {
        self.length
    }
}

impl FileHandle for IndexFile {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start > range.end || range.end > self.length {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the index points outside its own file"));
        }
        let Some(whole) = &self.whole else { return self.read(range) };
        if whole.get().is_none() {
            let bytes = self.read(0..self.length)?;
            whole.get_or_init(|| bytes);
        }
        whole.get().map_or_else(|| self.read(range.clone()), |bytes| Ok(bytes.slice(range.clone())))
    }
}
