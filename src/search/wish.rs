//! What is looked for: which ideas are found by it, and what they gain in rank.

use tantivy::Term;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::gain::Gain;
use super::lists::TermLists;

/// Any of a few ways to say one thing.
#[derive(Default)]
pub(super) struct Wish {
    /// Each finds ideas; none when the thing stands nowhere.
    pub(super) found: Vec<Box<dyn Query>>,
    /// What an idea gains that is found.
    pub(super) gains: Vec<Gain>,
    /// Entries of the word lists that are read.
    pub(super) cost: u64,
}

impl Wish {
    pub(super) const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Another way to say the thing; what stands nowhere in the index would only cost time.
    pub(super) fn add_term(&mut self, lists: &TermLists<'_>, term: Term) -> tantivy::Result<()> {
        let frequency = lists.frequency(&term)?;
        if frequency > 0 {
            self.found.push(term_query(term));
            self.cost += frequency;
        }
        Ok(())
    }

    pub(super) fn extend(&mut self, other: Self) {
        self.found.extend(other.found);
        self.gains.extend(other.gains);
        self.cost += other.cost;
    }
}

/// Finds what any of the queries finds.
pub(super) fn any_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.pop() {
        Some(only) if queries.is_empty() => only,
        last => {
            queries.extend(last);
            Box::new(BooleanQuery::union(queries))
        }
    }
}

/// Finds a term without weighing it.
pub(super) fn term_query(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}
