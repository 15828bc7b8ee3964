//! The one error type. Few kinds, many codes; each edge renders it in its own way
//! ([`crate::web::page_error`] as a page, [`crate::web::api_error`] as JSON).
//!
//! A visitor sees the message of the code and the request id, never a source text; the log gets
//! the whole chain, once, at the edge.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod code;

pub use code::Code;

/// The result of everything that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// The cause behind an internal error, for the log only.
pub type Source = Box<dyn std::error::Error + Send + Sync>;

/// Values that a message needs, by name.
pub type Args = Vec<(&'static str, String)>;

/// What can go wrong, by what the asker can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the asker may not know of it: both look the same.
    #[error("not found")]
    NotFound,
    /// The asker may see the thing but not do this with it.
    #[error("forbidden")]
    Forbidden,
    /// The asker has to sign in first.
    #[error("sign-in needed")]
    SignInNeeded,
    /// Fields of a form are not right.
    #[error("invalid input: {0:?}")]
    Invalid(FieldErrors),
    /// The input is right but a rule says no.
    #[error("refused: {code}")]
    Refused {
        /// Which rule.
        code: Code,
        /// Values for the message.
        args: Args,
    },
    /// Somebody was faster.
    #[error("conflict: {0}")]
    Conflict(Code),
    /// Too many requests of this kind.
    #[error("too many requests")]
    TooMany {
        /// Seconds until the next may succeed.
        retry_after: u64,
    },
    /// The database or the disk cannot be used just now; trying again may help.
    #[error("unavailable: {0}")]
    Unavailable(Source),
    /// A stored row says something impossible.
    #[error("corrupt data: {0}")]
    Corrupt(Source),
    /// A mistake of the program.
    #[error("internal error: {0}")]
    Internal(Source),
}

impl Error {
    /// A refusal by rule, without values.
    #[must_use]
    pub const fn refused(code: Code) -> Self {
        Self::Refused { code, args: Vec::new() }
    }

    /// One wrong field.
    #[must_use]
    pub fn field(field: &'static str, code: Code) -> Self {
        Self::Invalid(FieldErrors::one(field, code))
    }

    /// A choice in the address that there is none of, with the words that there are.
    #[must_use]
    pub fn unknown_filter<Word: AsRef<str>>(
        name: &'static str,
        value: &str,
        allowed: impl IntoIterator<Item = Word>,
    ) -> Self {
        let args = vec![("name", clip(name)), ("value", clip(value)), ("allowed", listed(allowed))];
        Self::Refused { code: Code::UnknownFilter, args }
    }

    /// A name in the address that means nothing there, with the names that do.
    #[must_use]
    pub fn unknown_parameter(name: &str, allowed: &[&str]) -> Self {
        Self::Refused { code: Code::UnknownParameter, args: vec![("name", clip(name)), ("allowed", listed(allowed))] }
    }

    /// A mistake of the program, told in words for the log.
    #[must_use]
    pub fn internal(cause: impl Into<Source>) -> Self {
        Self::Internal(cause.into())
    }

    /// A row that says something impossible.
    #[must_use]
    pub fn corrupt(cause: impl Into<Source>) -> Self {
        Self::Corrupt(cause.into())
    }

    /// The code of this error.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::NotFound => Code::NotFound,
            Self::Forbidden => Code::Forbidden,
            Self::SignInNeeded => Code::SignInNeeded,
            Self::Invalid(_) => Code::InvalidInput,
            Self::Refused { code, .. } | Self::Conflict(code) => *code,
            Self::TooMany { .. } => Code::TooManyRequests,
            Self::Unavailable(_) => Code::Unavailable,
            Self::Corrupt(_) | Self::Internal(_) => Code::InternalError,
        }
    }
}

/// The beginning of what a visitor sent, short enough for a message, in quotation marks.
fn clip(text: &str) -> String {
    /// Characters that are shown.
    const SHOWN: usize = 40;
    let shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() { format!("\"{shown}…\"") } else { format!("\"{shown}\"") }
}

fn listed<Word: AsRef<str>>(words: impl IntoIterator<Item = Word>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("\"{}\"", word.as_ref())).collect();
    words.join(", ")
}

impl std::fmt::Debug for FieldError {
    // Without the values: they can be words of the text, as personal data found in it.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("FieldError")
            .field("field", &self.field)
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

/// What is wrong with which field of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

/// One thing wrong with one field.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the field in the form and in the API.
    pub field: &'static str,
    /// What is wrong.
    pub code: Code,
    /// Values for the message.
    pub args: Args,
}

impl FieldErrors {
    /// A list with one entry.
    #[must_use]
    pub fn one(field: &'static str, code: Code) -> Self {
        Self(vec![FieldError { field, code, args: Vec::new() }])
    }

    /// Adds what is wrong with a field.
    pub fn add(&mut self, field: &'static str, code: Code) {
        self.0.push(FieldError { field, code, args: Vec::new() });
    }

    /// Adds what is wrong with a field, with values for the message.
    pub fn add_with(&mut self, field: &'static str, code: Code, args: Args) {
        self.0.push(FieldError { field, code, args });
    }

    /// Takes the value, or notes what is wrong with the text.
    pub fn text<T>(
        &mut self,
        field: &'static str,
        parsed: std::result::Result<T, crate::kernel::text::TextFault>,
    ) -> Option<T> {
        use crate::kernel::text::TextFault;
        let fault = match parsed {
            Ok(value) => return Some(value),
            Err(fault) => fault,
        };
        let (code, args) = match fault {
            TextFault::Empty => (Code::FieldEmpty, Vec::new()),
            TextFault::TooShort { least } => (Code::FieldTooShort, vec![("least", least.to_string())]),
            TextFault::TooLong { limit, length } => {
                (Code::FieldTooLong, vec![("limit", limit.to_string()), ("length", length.to_string())])
            }
        };
        self.0.push(FieldError { field, code, args });
        None
    }

    /// Takes the word, or notes that it is none of the choices.
    pub fn choice<T: std::str::FromStr>(&mut self, field: &'static str, raw: &str) -> Option<T> {
        if let Ok(value) = raw.trim().parse() {
            return Some(value);
        }
        self.add(field, if raw.trim().is_empty() { Code::FieldNotChosen } else { Code::FieldUnknownChoice });
        None
    }

    /// The first thing wrong with a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&FieldError> {
        self.0.iter().find(|error| error.field == field)
    }

    /// Everything that is wrong, in the order of the form.
    #[must_use]
    pub fn all(&self) -> &[FieldError] {
        &self.0
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parsed value when nothing is wrong.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong.
    pub fn finish<T>(self, value: Option<T>) -> Result<T> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            Some(_) | None => Err(Error::Invalid(self)),
        }
    }
}
