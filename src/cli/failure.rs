//! Why a command could not do its work: what its user can mend is said plainly, without calling
//! it a mistake of the program.

use std::path::Path;
use std::process::ExitCode;

use crate::app::StartError;
use crate::config::ConfigError;
use crate::error::Error;

/// The result of a command.
pub(super) type Result<T> = std::result::Result<T, Failure>;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// A setting or a file is not as it has to be; in words for the one at the terminal.
    #[error("{0}")]
    Told(String),
    /// A wrong setting.
    #[error(transparent)]
    Setting(#[from] ConfigError),
    /// Anything else.
    #[error(transparent)]
    Program(#[from] Error),
}

impl Failure {
    /// What is wrong with a file.
    pub(super) fn file(path: &Path, what: &dyn std::fmt::Display) -> Self {
        Self::Told(format!("{}: {what}", path.display()))
    }

    /// 2 for a wrong setting, else 1.
    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Setting(_) => ExitCode::from(2),
            Self::Told(_) | Self::Program(_) => ExitCode::FAILURE,
        }
    }
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Setting(error) => Self::Setting(error),
            StartError::Failed(error) => Self::Program(error),
        }
    }
}
