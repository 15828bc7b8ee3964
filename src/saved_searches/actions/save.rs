//! Saving a search.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::find;
use crate::kernel::{Actor, SavedSearchId};
use crate::saved_searches::{question, store};
use crate::search::Search;
use crate::town::Town;

/// Most searches that one person may have saved.
const MOST_SAVED: i64 = 30;
/// Tries while others save and end the same question at the same moment.
const TRIES: usize = 3;

/// The search as it came in.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawSavedSearch {
    /// What is asked for, as in the address of a list: `q=belysning&theme=trygghet`. Order and
    /// place in the list do not count.
    pub query: String,
}

/// Saves a search for the signed-in person. One that is saved already stays as it is.
///
/// # Errors
/// What makes it no question, [`Code::NothingToWatch`], or [`Code::TooManySavedSearches`].
pub fn save(db: &Db, search: &Search, town: &Town, actor: &Actor, raw: &RawSavedSearch) -> Result<SavedSearchId> {
    db.read(|conn| super::demand(conn, actor))?;
    let (question, list) = question::parse(&raw.query, town)?;
    find::check(db, &list)?;
    let terms = search.terms(&question::watched(&question)?)?;
    if terms.is_empty() {
        return Err(Error::refused(Code::NothingToWatch));
    }
    db.write(|tx| {
        let person = super::demand(tx.conn, actor)?;
        // Equal savings of one person take turns here, so that they are counted right.
        store::hold_person(tx, person)?;
        if let Some(known) = store::find_saved(tx.conn, person, &question)? {
            return Ok(known);
        }
        if store::count_saved(tx.conn, person)? >= MOST_SAVED {
            return Err(Error::refused(Code::TooManySavedSearches));
        }
        for _ in 0..TRIES {
            if let Some(query) = store::hold_or_make_query(tx, &question, &terms)? {
                return store::insert_saved(tx, person, query);
            }
        }
        Err(Error::Conflict(Code::ChangedMeanwhile))
    })
}
