//! How many ideas there are that can be found, and of which sort: counted anew only when the index has
//! changed, because the lists without a text ask the same again and again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::Search;
use super::facets::Facets;
use super::find::{Filters, Query};
use crate::error::Result;

/// Most choices of which the counts are kept.
const MOST_KEPT: usize = 64;

/// The counts of one choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// How many ideas fit.
    pub total: usize,
    /// What they could be narrowed by.
    pub facets: Facets,
}

/// What was counted while the index had changed so many times.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<(u64, HashMap<Filters, Arc<Counted>>)>);

impl Kept {
    fn get(&self, changes: u64, filters: &Filters) -> Option<Arc<Counted>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (kept.0 == changes).then(|| kept.1.get(filters).cloned()).flatten()
    }

    fn put(&self, changes: u64, filters: &Filters, counted: Arc<Counted>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != changes || kept.1.len() >= MOST_KEPT {
            *kept = (changes, HashMap::new());
        }
        kept.1.insert(filters.clone(), counted);
    }
}

impl Search {
    /// How many ideas fit, and how many there are of each sort; none while the index is built anew, when
    /// something may be missing.
    ///
    /// # Errors
    /// As [`Search::count`].
    pub fn counted(&self, filters: &Filters) -> Result<Option<Arc<Counted>>> {
        // Read before the index is: what changes meanwhile makes what is counted now too old to be kept.
        let changes = self.changes();
        if let Some(counted) = self.inner.kept.get(changes, filters) {
            return Ok(Some(counted));
        }
        let hits = self.find(&Query { filters: filters.clone(), counts_facets: true, ..Query::default() })?;
        if hits.rebuilding {
            return Ok(None);
        }
        let counted = Arc::new(Counted { total: hits.total, facets: hits.facets });
        self.inner.kept.put(changes, filters, Arc::clone(&counted));
        Ok(Some(counted))
    }
}
