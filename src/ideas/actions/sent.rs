//! What a form says about itself: the version it was filled in for, and its one-time key.

use crate::db::{Tx, sent_forms};
use crate::error::{Code, Error, Result};
use crate::ideas::store::Idea;

/// The two hidden fields of a form that changes an idea.
#[derive(Debug, Clone, Copy)]
pub struct SentForm<'a> {
    /// Version of the idea that the form was filled in for.
    pub version: i64,
    /// One-time key; empty where the asker has none, as a caller of the API may.
    pub key: &'a str,
}

impl SentForm<'_> {
    /// The version that the same form gave when it was sent before. `step` names what the form does.
    /// With none, the form is this transaction's, which must [`note`](Self::note) it or fail.
    ///
    /// # Errors
    /// When the key is longer than any that was handed out.
    pub fn earlier(&self, tx: &mut Tx<'_>, step: &str, idea: &Idea) -> Result<Option<i64>> {
        if self.key.len() > sent_forms::FORM_KEY_LIMIT {
            return Err(Error::refused(Code::MalformedBody));
        }
        if self.key.is_empty() {
            return Ok(None);
        }
        let result = sent_forms::claim(tx, &self.name(step, idea))?;
        result.map(|version| version.parse().map_err(Error::corrupt)).transpose()
    }

    /// Demands that nobody has changed the idea since the form was shown.
    ///
    /// # Errors
    /// [`Error::Conflict`].
    pub fn check_version(&self, idea: &Idea) -> Result<()> {
        if self.version == idea.version { Ok(()) } else { Err(Error::Conflict(Code::ChangedMeanwhile)) }
    }

    /// Notes what the form gave.
    ///
    /// # Errors
    /// When the database fails.
    pub fn note(&self, tx: &mut Tx<'_>, step: &str, idea: &Idea, version: i64) -> Result<()> {
        if self.key.is_empty() { Ok(()) } else { sent_forms::settle(tx, &self.name(step, idea), &version.to_string()) }
    }

    /// A key counts for one step of one idea, so a form cannot borrow another's result.
    fn name(&self, step: &str, idea: &Idea) -> String {
        format!("{step} {} {}", idea.id, self.key)
    }
}
