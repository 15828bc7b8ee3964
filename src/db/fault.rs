//! What a database says, told in our own kinds of error.

use diesel::result::{DatabaseErrorKind, Error as Diesel};

use crate::error::Error;

impl From<Diesel> for Error {
    fn from(error: Diesel) -> Self {
        match &error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DeserializationError(_) => Self::Corrupt(error.into()),
            Diesel::DatabaseError(kind, information) => {
                let told = information.message();
                let passing = matches!(
                    kind,
                    DatabaseErrorKind::ClosedConnection
                        | DatabaseErrorKind::SerializationFailure
                        | DatabaseErrorKind::UnableToSendCommand
                ) || PASSING.iter().any(|words| told.contains(words));
                if passing { Self::Unavailable(error.into()) } else { Self::Internal(error.into()) }
            }
            // The library may add kinds; what we do not know is our mistake.
            _ => Self::Internal(error.into()),
        }
    }
}

/// What the databases say when the disk is full, the file is locked, time is up or they shut down.
const PASSING: [&str; 9] = [
    "database is locked",
    "database or disk is full",
    "disk I/O error",
    "unable to open database file",
    "canceling statement",
    "deadlock detected",
    "No space left on device",
    "terminating connection",
    "server closed the connection",
];

/// Whether running the same transaction again may succeed.
pub(super) fn is_repeatable(error: &Error) -> bool {
    let Error::Unavailable(source) = error else { return false };
    match source.downcast_ref::<Diesel>() {
        Some(Diesel::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => true,
        Some(Diesel::DatabaseError(_, information)) => information.message().contains("deadlock detected"),
        Some(_) | None => false,
    }
}
