//! A phrase that may be taken away from an answer.
//!
//! The index library asks an excluded phrase about documents that lie before the one it has
//! reached, which a phrase does not stand for (it panics in a debug build and guesses in a release
//! build). This wrapper answers such a question from where it stands.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader};

/// Matches what the query inside matches.
#[derive(Debug)]
pub(super) struct Absent(pub(super) Box<dyn Query>);

impl Clone for Absent {
    fn clone(&self) -> Self {
        Self(self.0.box_clone())
    }
}

impl Query for Absent {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(AbsentWeight(self.0.weight(scoring)?)))
    }
}

struct AbsentWeight(Box<dyn Weight>);

impl Weight for AbsentWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(AbsentDocs(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, doc)
    }
}

/// Leaves `seek_danger` to its default, which never moves backwards.
struct AbsentDocs(Box<dyn Scorer>);

impl DocSet for AbsentDocs {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }
}

impl Scorer for AbsentDocs {
    fn score(&mut self) -> Score {
        self.0.score()
    }
}
