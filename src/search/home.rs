//! Where the index lives: numbered folders side by side, and one small file that names the one in
//! use. Renaming that file is the swap, so a crash at any moment leaves one whole index in use.
//!
//! Each version of what an index holds has a folder of its own for all this. So the next version of
//! the program can build its index (`medskapa reindex`) while this one serves, and this one's is
//! there until the next one's is whole.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

const PREFIX: &str = "index-";
const POINTER: &str = "current";
const POINTER_DRAFT: &str = "current.new";
const LOCK: &str = "lock";
const VERSION_PREFIX: &str = "version-";

/// The folder of this process. While it lives no other process can have the same one; the lock is
/// the operating system's and ends with the process, so nothing stale is left behind.
pub(super) struct Home {
    /// Where the folders of all versions are.
    versions: PathBuf,
    /// The folder of this version.
    root: PathBuf,
    /// Held for as long as the folder is ours, never looked at.
    lock: File,
    /// The highest number given to a folder. Never given again, even when that folder was removed:
    /// whoever still holds the old index must not take the new one for his own, nor remove it.
    last: u64,
}

impl Home {
    /// Takes the folder of a version into use; it is made when it is not there.
    pub(super) fn claim(versions: &Path, version: u32) -> Result<Self> {
        let root = versions.join(format!("{VERSION_PREFIX}{version}"));
        let lock = lock(&root)?;
        Ok(Self { versions: versions.to_owned(), root, lock, last: 0 })
    }

    /// Removes the indexes of other versions, those in use by another process excepted. To be called
    /// when the own one is whole.
    pub(super) fn leave_other_versions(&self) {
        if let Err(error) = self.remove_other_versions() {
            tracing::warn!(%error, "the search index of another version could not be removed");
        }
    }

    fn remove_other_versions(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.versions)? {
            let path = entry?.path();
            let is_version =
                path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(VERSION_PREFIX));
            if is_version && path != self.root && lock(&path).is_ok() {
                fs::remove_dir_all(&path)?;
            }
        }
        Ok(())
    }

    /// Makes the folder again after somebody removed it.
    pub(super) fn restore(&mut self) -> Result<()> {
        if !self.root.join(LOCK).exists() {
            self.lock = lock(&self.root)?;
        }
        Ok(())
    }

    /// The folder of the index in use, if there is one.
    pub(super) fn current(&self) -> Option<PathBuf> {
        let name = fs::read_to_string(self.root.join(POINTER)).ok()?;
        number(&name)?;
        let path = self.root.join(name);
        path.is_dir().then_some(path)
    }

    /// A new empty folder beside the others, not yet in use.
    pub(super) fn new_folder(&mut self) -> io::Result<PathBuf> {
        let there = self.folders()?.into_iter().map(|(number, _)| number).max().unwrap_or(0);
        self.last = self.last.max(there).saturating_add(1);
        let path = self.root.join(format!("{PREFIX}{}", self.last));
        fs::create_dir(&path)?;
        Ok(path)
    }

    /// Puts a folder into use, in one step.
    pub(super) fn use_folder(&self, path: &Path) -> io::Result<()> {
        let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(|| io::Error::other("no folder name"))?;
        let draft = self.root.join(POINTER_DRAFT);
        let mut file = File::create(&draft)?;
        file.write_all(name.as_bytes())?;
        file.sync_all()?;
        fs::rename(&draft, self.root.join(POINTER))?;
        File::open(&self.root)?.sync_all()
    }

    /// Removes every folder but the one given: halves left by a crash, and those swapped out.
    pub(super) fn sweep(&self, keep: Option<&Path>) -> io::Result<()> {
        for (_, path) in self.folders()? {
            if keep != Some(path.as_path()) {
                fs::remove_dir_all(path)?;
            }
        }
        Ok(())
    }

    fn folders(&self) -> io::Result<Vec<(u64, PathBuf)>> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(&self.root)? {
            let entry = entry?;
            if let Some(number) = entry.file_name().to_str().and_then(number) {
                folders.push((number, entry.path()));
            }
        }
        Ok(folders)
    }
}

fn number(name: &str) -> Option<u64> {
    name.strip_prefix(PREFIX)?.parse().ok()
}

fn lock(root: &Path) -> Result<File> {
    fs::create_dir_all(root).map_err(|error| Error::Unavailable(error.into()))?;
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(root.join(LOCK))
        .map_err(|error| Error::Unavailable(error.into()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            Err(Error::Unavailable(format!("another process uses the search folder {}", root.display()).into()))
        }
        Err(TryLockError::Error(error)) => Err(Error::Unavailable(error.into())),
    }
}
