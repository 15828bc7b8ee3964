//! An order by chance, the same for everybody all day and another the next.

use tantivy::collector::sort_key::NaturalComparator;
use tantivy::collector::{SegmentSortKeyComputer, SortKeyComputer};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentReader};

use super::schema::ID;

/// The order of one day.
pub(super) struct Shuffle {
    /// Number of the day.
    pub(super) day: i32,
}

pub(super) struct SegmentShuffle {
    day: i32,
    ids: Column<i64>,
}

impl SortKeyComputer for Shuffle {
    type SortKey = u64;
    type Child = SegmentShuffle;
    type Comparator = NaturalComparator;

    fn segment_sort_key_computer(&self, reader: &SegmentReader) -> tantivy::Result<SegmentShuffle> {
        Ok(SegmentShuffle { day: self.day, ids: reader.fast_fields().i64(ID)? })
    }
}

impl SegmentSortKeyComputer for SegmentShuffle {
    type SortKey = u64;
    type SegmentSortKey = u64;
    type SegmentComparator = NaturalComparator;

    fn segment_sort_key(&mut self, doc: DocId, _: Score) -> u64 {
        mixed(self.ids.first(doc).unwrap_or_default(), self.day)
    }

    fn convert_segment_sort_key(&self, key: u64) -> u64 {
        key
    }
}

/// A number that says nothing about the id or the day that it was made from (the finishing steps
/// of the SplitMix64 generator).
fn mixed(id: i64, day: i32) -> u64 {
    let mut key = id.cast_unsigned() ^ u64::from(day.cast_unsigned()).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    key = (key ^ (key >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    key = (key ^ (key >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    key ^ (key >> 31)
}
