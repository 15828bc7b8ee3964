//! One process per data folder: two would write to the same search index.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::failure::{Failure, Result};

/// Takes the data folder for this process; it is free again when the file is dropped or the
/// process ends, however it ends.
pub(super) fn take(data_folder: &Path) -> Result<File> {
    let path = data_folder.join("medskapa.lock");
    let file = File::create(&path).map_err(|error| Failure::file(&path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            Err(Failure::file(&path, &"another process uses this data folder; stop it first"))
        }
        Err(TryLockError::Error(error)) => Err(Failure::file(&path, &error)),
    }
}
