//! How many ideas a question finds for each value that it could be narrowed to.

use std::collections::{BTreeMap, HashMap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocId, Score, SegmentOrdinal, SegmentReader};

/// What an answer can be narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Theme.
    Theme,
    /// Part of the area.
    Area,
    /// State.
    State,
    /// Lead group.
    Group,
    /// Language of the text.
    Language,
    /// Year of publication.
    Year,
}

impl Facet {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 6] = [Self::Theme, Self::Area, Self::State, Self::Group, Self::Language, Self::Year];

    /// Its name in addresses and in the index.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Area => "area",
            Self::State => "state",
            Self::Group => "group",
            Self::Language => "language",
            Self::Year => "year",
        }
    }
}

/// For each facet its values and how many ideas have them, beside everything that was chosen in the
/// other facets. A value that no idea has is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets(BTreeMap<Facet, HashMap<String, usize>>);

impl Facets {
    /// How many ideas have a value; none when that was not counted.
    #[must_use]
    pub fn count(&self, facet: Facet, value: &str) -> Option<usize> {
        self.0.get(&facet).map(|counts| counts.get(value).copied().unwrap_or_default())
    }

    /// The values of a facet that some idea has, in no order.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = (&str, usize)> {
        self.0.get(&facet).into_iter().flatten().map(|(value, count)| (value.as_str(), *count))
    }

    /// Adds to the count of a value.
    pub fn add(&mut self, facet: Facet, value: &str, count: usize) {
        let counts = self.0.entry(facet).or_default();
        match counts.get_mut(value) {
            Some(sum) => *sum += count,
            None => drop(counts.insert(value.to_owned(), count)),
        }
    }

    /// Counts a facet, even if nothing will be found.
    pub fn begin(&mut self, facet: Facet) {
        self.0.entry(facet).or_default();
    }

    /// Forgets every other value of a facet.
    pub fn keep_only(&mut self, facet: Facet, value: &str) {
        if let Some(counts) = self.0.get_mut(&facet) {
            counts.retain(|other, _| other == value);
        }
    }

    /// Takes over what was counted of the facets that are not counted here.
    pub fn complete(&mut self, other: &Self) {
        for (facet, counts) in &other.0 {
            self.0.entry(*facet).or_insert_with(|| counts.clone());
        }
    }

    /// Takes over what was counted for other facets.
    pub(super) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// Counts some facets of everything that a query finds.
pub(super) struct FacetCounts(pub(super) Vec<Facet>);

pub(super) struct SegmentFacets(Vec<OneFacet>);

struct OneFacet {
    facet: Facet,
    column: Option<StrColumn>,
    /// By the numbers that the segment gives the values.
    counts: Vec<usize>,
}

impl Collector for FacetCounts {
    type Fruit = Facets;
    type Child = SegmentFacets;

    fn for_segment(&self, _: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SegmentFacets> {
        let mut facets = Vec::with_capacity(self.0.len());
        for facet in &self.0 {
            let column = reader.fast_fields().str(facet.name())?;
            let values = column.as_ref().map_or(0, |column| column.num_terms());
            facets.push(OneFacet { facet: *facet, column, counts: vec![0; values] });
        }
        Ok(SegmentFacets(facets))
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Facets>>) -> tantivy::Result<Facets> {
        let mut all = Facets::default();
        for facet in &self.0 {
            all.begin(*facet);
        }
        for segment in segments {
            for (facet, counts) in segment?.0 {
                for (value, count) in counts {
                    all.add(facet, &value, count);
                }
            }
        }
        Ok(all)
    }
}

/// One more idea has the value with this number.
fn count_one(counts: &mut [usize], number: u64) {
    if let Some(count) = usize::try_from(number).ok().and_then(|number| counts.get_mut(number)) {
        *count += 1;
    }
}

impl SegmentCollector for SegmentFacets {
    type Fruit = tantivy::Result<Facets>;

    fn collect(&mut self, doc: DocId, _: Score) {
        self.collect_block(&[doc]);
    }

    fn collect_block(&mut self, docs: &[DocId]) {
        let mut numbers = [None; COLLECT_BLOCK_BUFFER_LEN];
        for OneFacet { column, counts, .. } in &mut self.0 {
            let Some(column) = column else { continue };
            for docs in docs.chunks(COLLECT_BLOCK_BUFFER_LEN) {
                let Some(numbers) = numbers.get_mut(..docs.len()) else { continue };
                // What a document has no value for is not written to.
                numbers.fill(None);
                column.ords().first_vals(docs, numbers);
                numbers.iter().flatten().for_each(|number| count_one(counts, *number));
            }
        }
    }

    fn harvest(self) -> tantivy::Result<Facets> {
        let mut facets = Facets::default();
        let mut value = String::new();
        for OneFacet { facet, column, counts } in self.0 {
            let Some(column) = column else { continue };
            for (number, count) in (0..).zip(counts) {
                if count > 0 && column.ord_to_str(number, &mut value)? {
                    facets.add(facet, &value, count);
                }
            }
        }
        Ok(facets)
    }
}
