//! The best rows of an answer: the highest score first, and of equals the one published last.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use super::gain::{Gains, SegmentGains};
use super::schema::PUBLISHED;

/// A row in its order: the best is the greatest.
#[derive(Debug, Clone, Copy)]
struct Row {
    score: Score,
    published: i64,
    address: DocAddress,
}

impl Ord for Row {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score
            .total_cmp(&other.score)
            .then(self.published.cmp(&other.published))
            .then(other.address.cmp(&self.address))
    }
}

impl PartialOrd for Row {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Eq for Row {}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

/// So many of the best, kept while more come.
struct Best {
    wanted: usize,
    /// The worst of them is the first to go.
    rows: BinaryHeap<Reverse<Row>>,
}

impl Best {
    /// What a row must have at least to come among them.
    fn least(&self) -> Score {
        match self.rows.peek() {
            Some(Reverse(worst)) if self.rows.len() >= self.wanted => worst.score,
            Some(_) | None => Score::NEG_INFINITY,
        }
    }

    fn add(&mut self, row: Row) {
        if self.rows.len() < self.wanted {
            self.rows.push(Reverse(row));
        } else if let Some(mut worst) = self.rows.peek_mut()
            && worst.0 < row
        {
            *worst = Reverse(row);
        }
    }

    fn look_through(
        &mut self,
        found: &FoundInSegment,
        mut gains: SegmentGains<'_>,
        reader: &SegmentReader,
    ) -> tantivy::Result<()> {
        let published = reader.fast_fields().i64(PUBLISHED)?;
        let mut docs = found.docs.as_slice();
        while let Some((doc, others)) = docs.split_first() {
            let least = self.least();
            let next = gains.next(*doc, least)?;
            if next > *doc {
                let passed_over = others.partition_point(|other| *other < next);
                docs = others.get(passed_over..).unwrap_or_default();
                continue;
            }
            if let Some(score) = gains.score(*doc, least)? {
                let published = published.first(*doc).unwrap_or_default();
                self.add(Row { score, published, address: DocAddress::new(found.segment, *doc) });
            }
            docs = others;
        }
        Ok(())
    }
}

/// What a query found in one segment, in ascending order.
pub(super) struct FoundInSegment {
    segment: SegmentOrdinal,
    pub(super) docs: Vec<DocId>,
}

/// Collects everything that a query finds, four bytes each.
pub(super) struct Found;

impl Collector for Found {
    type Fruit = Vec<FoundInSegment>;
    type Child = FoundInSegment;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<FoundInSegment> {
        Ok(FoundInSegment { segment, docs: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, mut segments: Vec<FoundInSegment>) -> tantivy::Result<Vec<FoundInSegment>> {
        // The more there is to choose from, the sooner it is known what the best must have.
        segments.sort_by_key(|found| usize::MAX - found.docs.len());
        Ok(segments)
    }
}

impl SegmentCollector for FoundInSegment {
    type Fruit = Self;

    fn collect(&mut self, doc: DocId, _: Score) {
        self.docs.push(doc);
    }

    fn collect_block(&mut self, docs: &[DocId]) {
        self.docs.extend_from_slice(docs);
    }

    fn harvest(self) -> Self {
        self
    }
}

/// The best `wanted` of what a query found.
pub(super) fn best_rows(
    searcher: &Searcher,
    found: &[FoundInSegment],
    gains: &Gains,
    wanted: usize,
) -> tantivy::Result<Vec<(Score, DocAddress)>> {
    let mut best = Best { wanted, rows: BinaryHeap::new() };
    if wanted > 0 {
        for found in found.iter().filter(|found| !found.docs.is_empty()) {
            let reader = searcher.segment_reader(found.segment);
            best.look_through(found, gains.within(found.segment, reader)?, reader)?;
        }
    }
    let mut rows: Vec<Row> = best.rows.into_iter().map(|Reverse(row)| row).collect();
    rows.sort_unstable_by(|one, other| other.cmp(one));
    Ok(rows.into_iter().map(|row| (row.score, row.address)).collect())
}
