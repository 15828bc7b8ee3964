//! One process per data folder: two would write to the same search index.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::error::{Error, Result};

/// Takes the data folder for this process; it is free again when the file is dropped or the
/// process ends, however it ends.
pub(super) fn take(data_folder: &Path) -> Result<File> {
    let path = data_folder.join("medskapa.lock");
    let told = |what: String| Error::internal(format!("{}: {what}", path.display()));
    let file = File::create(&path).map_err(|error| told(error.to_string()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(told("another process uses this data folder".to_owned())),
        Err(TryLockError::Error(error)) => Err(told(error.to_string())),
    }
}
