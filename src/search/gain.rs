//! What a text gains in rank by what it says, apart from whether it is found at all.
//!
//! A word stands in the index in many forms and three areas; asking all of them which texts there
//! are would cost much and tell nothing new. So one short list says which texts are found, and
//! those that may come among the best rows are asked for their gains, the greatest possible first.

use std::rc::Rc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings as _, SegmentPostings, TermInfo};
use tantivy::query::{Bm25Weight, EnableScoring, Query, Scorer, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet as _, Score, Searcher, SegmentOrdinal, SegmentReader, TERMINATED, Term};

use super::lists::{TermList, TermLists};

/// Sums of gains in another order may differ by so much.
const ROUNDING: Score = 1.0001;

/// One term and what it is worth.
#[derive(Clone)]
pub(super) struct TermGain {
    list: Rc<TermList>,
    worth: Bm25Weight,
}

impl TermGain {
    /// None for a term that stands nowhere.
    pub(super) fn of(lists: &TermLists<'_>, term: &Term, weight: Score) -> tantivy::Result<Option<Self>> {
        let list = lists.list(term)?;
        if list.frequency == 0 {
            return Ok(None);
        }
        let worth = lists.worth(&list)?.boost_by(weight);
        Ok(Some(Self { list, worth }))
    }

    /// The term in one segment; none when it does not stand there.
    fn within<'q>(&'q self, segment: SegmentOrdinal, reader: &'q SegmentReader) -> Option<TermInSegment<'q>> {
        let place = self.list.segments.get(usize::try_from(segment).ok()?)?.as_ref()?;
        Some(TermInSegment { gain: self, place, reader, open: None })
    }
}

/// Something that a text may gain by.
pub(super) enum Gain {
    /// Saying a word in one area of the text in some of its forms. Only who says it in one of the
    /// widest forms can say it in a narrower one.
    Word {
        /// The widest forms.
        widest: Vec<TermGain>,
        /// The others.
        narrower: Vec<TermGain>,
    },
    /// Saying one of each, wherever it stands.
    AllOf(Vec<Vec<TermGain>>),
    /// Saying words beside each other.
    Phrase {
        /// As the index library weighs it.
        weight: Box<dyn Weight>,
        /// More than it can give.
        most: Score,
    },
    /// Being found by another query too.
    Fixed {
        /// The other one, which gives no score.
        weight: Box<dyn Weight>,
        /// What is gained.
        score: Score,
    },
}

impl Gain {
    /// Words beside each other in one field, two or more.
    pub(super) fn phrase(
        searcher: &Searcher,
        query: &dyn Query,
        words: &[Term],
        weight: Score,
    ) -> tantivy::Result<Self> {
        let most = Bm25Weight::for_terms(searcher, words)?.max_score() * weight;
        Ok(Self::Phrase { weight: query.weight(EnableScoring::enabled_from_searcher(searcher))?, most })
    }

    /// A fixed gain for what a query finds.
    pub(super) fn fixed(searcher: &Searcher, query: &dyn Query, score: Score) -> tantivy::Result<Self> {
        Ok(Self::Fixed { weight: query.weight(EnableScoring::disabled_from_searcher(searcher))?, score })
    }

    /// The most that a text can gain.
    fn most(&self) -> Score {
        let of_terms = |terms: &[TermGain]| terms.iter().map(|term| term.worth.max_score()).sum::<Score>();
        match self {
            Self::Word { widest, narrower } => of_terms(widest) + of_terms(narrower),
            Self::AllOf(groups) => groups.iter().map(|group| of_terms(group)).sum(),
            Self::Phrase { most, .. } => *most,
            Self::Fixed { score, .. } => *score,
        }
    }

    /// None when no text of the segment gains anything.
    fn within<'q>(
        &'q self,
        segment: SegmentOrdinal,
        reader: &'q SegmentReader,
    ) -> tantivy::Result<Option<GainInSegment<'q>>> {
        let terms = |terms: &'q [TermGain]| -> Vec<TermInSegment<'q>> {
            terms.iter().filter_map(|term| term.within(segment, reader)).collect()
        };
        Ok(match self {
            Self::Word { widest, narrower } => {
                let widest = terms(widest);
                (!widest.is_empty()).then(|| GainInSegment::Word { widest, narrower: terms(narrower) })
            }
            Self::AllOf(groups) => {
                let all: Vec<Vec<TermInSegment<'q>>> = groups.iter().map(|group| terms(group)).collect();
                all.iter().all(|group| !group.is_empty()).then_some(GainInSegment::AllOf(all))
            }
            Self::Phrase { weight, .. } => Some(GainInSegment::Phrase(weight.scorer(reader, 1.0)?)),
            Self::Fixed { weight, score } => Some(GainInSegment::Fixed(weight.scorer(reader, 1.0)?, *score)),
        })
    }
}

/// A term in one segment. Its list is read when it is first needed: many never are.
struct TermInSegment<'q> {
    gain: &'q TermGain,
    place: &'q TermInfo,
    reader: &'q SegmentReader,
    open: Option<(SegmentPostings, FieldNormReader)>,
}

impl TermInSegment<'_> {
    fn open(&mut self) -> tantivy::Result<&mut (SegmentPostings, FieldNormReader)> {
        match &mut self.open {
            Some(open) => Ok(open),
            unread => {
                let field = self.gain.list.field;
                let index = self.reader.inverted_index(field)?;
                let list = index.read_postings_from_terminfo(self.place, IndexRecordOption::WithFreqs)?;
                Ok(unread.insert((list, self.reader.get_fieldnorms_reader(field)?)))
            }
        }
    }

    fn next(&mut self, from: DocId) -> tantivy::Result<DocId> {
        let (list, _) = self.open()?;
        Ok(if list.doc() < from { list.seek(from) } else { list.doc() })
    }

    fn gain(&mut self, doc: DocId) -> tantivy::Result<Option<Score>> {
        if self.next(doc)? != doc {
            return Ok(None);
        }
        let worth = &self.gain.worth;
        let (list, lengths) = self.open()?;
        Ok(Some(worth.score(lengths.fieldnorm_id(doc), list.term_freq())))
    }
}

/// The nearest document that says one of the terms.
fn next_of(terms: &mut [TermInSegment<'_>], from: DocId) -> tantivy::Result<DocId> {
    let mut nearest = TERMINATED;
    for term in terms {
        nearest = nearest.min(term.next(from)?);
    }
    Ok(nearest)
}

/// What a document gains by all of the terms; none when it says none.
fn sum_of(terms: &mut [TermInSegment<'_>], doc: DocId) -> tantivy::Result<Option<Score>> {
    let mut sum = None;
    for term in terms {
        if let Some(gain) = term.gain(doc)? {
            sum = Some(sum.unwrap_or_default() + gain);
        }
    }
    Ok(sum)
}

/// The nearest document of a query.
fn next_in(docs: &mut Box<dyn Scorer>, from: DocId) -> DocId {
    if docs.doc() < from { docs.seek(from) } else { docs.doc() }
}

enum GainInSegment<'q> {
    Word { widest: Vec<TermInSegment<'q>>, narrower: Vec<TermInSegment<'q>> },
    AllOf(Vec<Vec<TermInSegment<'q>>>),
    Phrase(Box<dyn Scorer>),
    Fixed(Box<dyn Scorer>, Score),
}

impl GainInSegment<'_> {
    /// No document between `from` and the answer gains anything.
    fn next(&mut self, from: DocId) -> tantivy::Result<DocId> {
        match self {
            Self::Word { widest, .. } => next_of(widest, from),
            Self::AllOf(groups) => {
                let mut farthest = from;
                for group in groups {
                    farthest = next_of(group, farthest)?;
                }
                Ok(farthest)
            }
            Self::Phrase(docs) | Self::Fixed(docs, _) => Ok(next_in(docs, from)),
        }
    }

    fn gain(&mut self, doc: DocId) -> tantivy::Result<Score> {
        match self {
            Self::Word { widest, narrower } => {
                let Some(gain) = sum_of(widest, doc)? else { return Ok(0.0) };
                Ok(gain + sum_of(narrower, doc)?.unwrap_or_default())
            }
            Self::AllOf(groups) => {
                let mut sum = 0.0;
                for group in groups {
                    let Some(gain) = sum_of(group, doc)? else { return Ok(0.0) };
                    sum += gain;
                }
                Ok(sum)
            }
            Self::Phrase(docs) => Ok(if next_in(docs, doc) == doc { docs.score() } else { 0.0 }),
            Self::Fixed(docs, score) => Ok(if next_in(docs, doc) == doc { *score } else { 0.0 }),
        }
    }
}

/// The gains of one question, the greatest possible first.
pub(super) struct Gains(Vec<(Score, Gain)>);

impl Gains {
    pub(super) fn new(gains: Vec<Gain>) -> Self {
        let mut gains: Vec<(Score, Gain)> = gains.into_iter().map(|gain| (gain.most(), gain)).collect();
        gains.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        Self(gains)
    }

    /// The gains in one segment.
    pub(super) fn within<'q>(
        &'q self,
        segment: SegmentOrdinal,
        reader: &'q SegmentReader,
    ) -> tantivy::Result<SegmentGains<'q>> {
        let mut gains = Vec::with_capacity(self.0.len());
        for (most, gain) in &self.0 {
            gains.extend(gain.within(segment, reader)?.map(|open| (*most, open)));
        }
        let mut left = 0.0;
        let mut rest: Vec<Score> = gains
            .iter()
            .rev()
            .map(|(most, _)| {
                left += most * ROUNDING;
                left
            })
            .collect();
        rest.reverse();
        Ok(SegmentGains { gains: gains.into_iter().map(|(_, gain)| gain).collect(), rest })
    }
}

/// The gains in one segment. Documents must be asked about in ascending order.
pub(super) struct SegmentGains<'q> {
    gains: Vec<GainInSegment<'q>>,
    /// The most that can be gained from each place of the list to its end.
    rest: Vec<Score>,
}

impl SegmentGains<'_> {
    /// The first document from this one on that may gain as much as `least`.
    pub(super) fn next(&mut self, from: DocId, least: Score) -> tantivy::Result<DocId> {
        if least <= 0.0 {
            return Ok(from);
        }
        // Who gains nothing by the first ones cannot gain enough by the others.
        let needed = self.rest.partition_point(|rest| *rest >= least);
        let mut nearest = TERMINATED;
        for gain in self.gains.iter_mut().take(needed) {
            nearest = nearest.min(gain.next(from)?);
            if nearest == from {
                break;
            }
        }
        Ok(nearest)
    }

    /// What a document gains; none when it is less than `least`.
    pub(super) fn score(&mut self, doc: DocId, least: Score) -> tantivy::Result<Option<Score>> {
        let mut score = 0.0;
        for (gain, rest) in self.gains.iter_mut().zip(&self.rest) {
            if score + rest < least {
                return Ok(None);
            }
            score += gain.gain(doc)?;
        }
        Ok((score >= least).then_some(score))
    }
}
