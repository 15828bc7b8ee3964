//! Where published ideas with a word lie, counted by the search index: a count per word and group,
//! never a list of ideas, so it costs as much in a large town as a search does.

use super::routing::WordUse;
use crate::error::Result;
use crate::search::{Facet, Matched, Query, Search, Sort};

/// From this many ideas on, a word that stands in more than a fifth of them tells nothing.
const MANY: u64 = 50;

/// Where published ideas with each of the words lie. Words that nobody used, or everybody, are left out.
///
/// # Errors
/// When the index fails.
pub fn of(search: &Search, words: &[String]) -> Result<Vec<WordUse>> {
    let all = search.count()?;
    let mut uses = Vec::with_capacity(words.len());
    for word in words {
        // In this order nothing laxer is added to a word that few ideas have.
        let query = Query { text: Some(word.clone()), sort: Sort::LastEvent, counts_facets: true, ..Query::default() };
        let hits = search.find(&query)?;
        let is_everywhere = all >= MANY && u64::try_from(hits.total).unwrap_or(u64::MAX) > all / 5;
        if hits.total == 0 || hits.matched != Matched::All || is_everywhere {
            continue;
        }
        let groups = hits.facets.values(Facet::Group).filter(|(slug, _)| !slug.is_empty());
        let by_group = groups.map(|(slug, count)| (slug.to_owned(), count)).collect();
        uses.push(WordUse { word: word.clone(), ideas: hits.total, by_group });
    }
    Ok(uses)
}
