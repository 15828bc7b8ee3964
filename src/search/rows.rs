//! The rows of one page of an answer, in their order.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use tantivy::collector::TopDocs;
use tantivy::collector::sort_key::SortByStaticFastValue;
use tantivy::query::Query as IndexQuery;
use tantivy::{DocAddress, Score, Searcher};

use super::find::Sort;
use super::schema;
use super::shuffle::Shuffle;

/// Farthest row at which a page can begin.
pub const FARTHEST_ROW: usize = 10_000;
/// The last idea of the page before is looked for so many rows before and behind the place where it
/// stood; so many ideas may come and go between two pages without one being shown twice or left out.
const FARTHEST_MOVE: usize = 50;

/// Where a page begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Start {
    /// Rows before it, as they were when the page before was read; beyond [`FARTHEST_ROW`] no rows come.
    pub row: usize,
    /// The last idea of the page before; none on the first page.
    pub after: Option<i64>,
}

impl Start {
    /// How many rows of the whole answer have to be known for a page of some length.
    pub(super) const fn rows_to_know(self, limit: usize) -> usize {
        match self.after {
            _ if limit == 0 || self.row > FARTHEST_ROW => 0,
            Some(_) => self.row + FARTHEST_MOVE + limit,
            None => self.row + limit,
        }
    }

    /// The rows of the page among the first rows of the answer, and how many stand before them.
    pub(super) fn page(
        self,
        searcher: &Searcher,
        mut rows: Vec<(Score, DocAddress)>,
        limit: usize,
    ) -> tantivy::Result<(usize, Vec<(Score, DocAddress)>)> {
        let first = self.first(searcher, &rows)?.min(rows.len());
        rows.drain(..first);
        rows.truncate(limit);
        Ok((first, rows))
    }

    fn first(self, searcher: &Searcher, rows: &[(Score, DocAddress)]) -> tantivy::Result<usize> {
        let Some(last) = self.after else { return Ok(self.row) };
        let from = self.row.saturating_sub(FARTHEST_MOVE).min(rows.len());
        let near: Vec<DocAddress> =
            rows.iter().skip(from).take(2 * FARTHEST_MOVE).map(|(_, address)| *address).collect();
        let place = ids(searcher, &near)?.iter().position(|id| *id == last);
        // Where it is gone, or stands somewhere else entirely, the others stand where they stood.
        Ok(place.map_or(self.row, |place| from + place + 1))
    }
}

/// The first rows in an order that is not by how well they match.
pub(super) fn rows_in_order(
    searcher: &Searcher,
    built: &dyn IndexQuery,
    order: Sort,
    most: usize,
) -> tantivy::Result<Vec<(Score, DocAddress)>> {
    let top = || TopDocs::with_limit(most);
    let number = |name: &str| SortByStaticFastValue::<i64>::for_field(name);
    let by_number = |first: &str| -> tantivy::Result<Vec<DocAddress>> {
        let rows = searcher.search(built, &top().order_by((number(first), number(schema::ID))))?;
        Ok(rows.into_iter().map(|(_, address)| address).collect())
    };
    let rows = match order {
        Sort::Relevance | Sort::LastEvent => by_number(schema::LAST_EVENT)?,
        Sort::EndsSoon => by_number(schema::NEARNESS)?,
        Sort::MostSupport => by_number(schema::SUPPORT)?,
        Sort::Shuffled { day } => {
            let rows = searcher.search(built, &top().order_by((Shuffle { day }, number(schema::ID))))?;
            rows.into_iter().map(|(_, address)| address).collect()
        }
    };
    Ok(rows.into_iter().map(|address| (0.0, address)).collect())
}

/// The ids of ideas at these places, in the same order.
pub(super) fn ids(searcher: &Searcher, addresses: &[DocAddress]) -> tantivy::Result<Vec<i64>> {
    let mut columns = BTreeMap::new();
    for address in addresses {
        if let Entry::Vacant(place) = columns.entry(address.segment_ord) {
            place.insert(searcher.segment_reader(address.segment_ord).fast_fields().i64(schema::ID)?);
        }
    }
    let id = |address: &DocAddress| columns.get(&address.segment_ord).and_then(|column| column.first(address.doc_id));
    let ids: Option<Vec<i64>> = addresses.iter().map(id).collect();
    ids.ok_or_else(|| tantivy::TantivyError::InternalError("a document without an id".to_owned()))
}
