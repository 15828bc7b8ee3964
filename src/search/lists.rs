//! Where the words of one question stand: each term is looked up once for all that is asked of it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use foldhash::HashMap;
use tantivy::postings::TermInfo;
use tantivy::query::{Bm25StatisticsProvider as _, Bm25Weight};
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, Score, Searcher, Term};

/// The places of one term.
pub(super) struct TermList {
    pub(super) field: Field,
    /// In how many ideas it stands, those that were hidden lately among them.
    pub(super) frequency: u64,
    /// Where its list lies in each segment that has one.
    pub(super) segments: Vec<Option<TermInfo>>,
}

/// The terms that one question has looked up.
pub(super) struct TermLists<'s> {
    pub(super) searcher: &'s Searcher,
    known: RefCell<HashMap<Term, Rc<TermList>>>,
    fields: RefCell<HashMap<Field, Rc<FieldLists>>>,
}

/// The terms of one field.
struct FieldLists {
    segments: Vec<Arc<InvertedIndexReader>>,
    /// Mean number of words.
    length: Score,
}

impl<'s> TermLists<'s> {
    pub(super) fn new(searcher: &'s Searcher) -> Self {
        Self { searcher, known: RefCell::default(), fields: RefCell::default() }
    }

    /// The places of a term.
    pub(super) fn list(&self, term: &Term) -> tantivy::Result<Rc<TermList>> {
        if let Some(list) = self.known.borrow().get(term) {
            return Ok(Rc::clone(list));
        }
        let mut list = TermList { field: term.field(), frequency: 0, segments: Vec::new() };
        for segment in &self.field(term.field())?.segments {
            let place = segment.get_term_info(term)?;
            list.frequency += place.as_ref().map_or(0, |place| u64::from(place.doc_freq));
            list.segments.push(place);
        }
        let list = Rc::new(list);
        self.known.borrow_mut().insert(term.clone(), Rc::clone(&list));
        Ok(list)
    }

    /// In how many ideas a term stands.
    pub(super) fn frequency(&self, term: &Term) -> tantivy::Result<u64> {
        Ok(self.list(term)?.frequency)
    }

    /// What a term of the list is worth in a text, by BM25.
    pub(super) fn worth(&self, list: &TermList) -> tantivy::Result<Bm25Weight> {
        let length = self.field(list.field)?.length;
        Ok(Bm25Weight::for_one_term_without_explain(list.frequency, self.searcher.total_num_docs()?, length))
    }

    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "a mean needs no more digits")]
    fn field(&self, field: Field) -> tantivy::Result<Rc<FieldLists>> {
        if let Some(lists) = self.fields.borrow().get(&field) {
            return Ok(Rc::clone(lists));
        }
        let segments = self.searcher.segment_readers().iter().map(|segment| segment.inverted_index(field));
        let segments = segments.collect::<tantivy::Result<Vec<_>>>()?;
        let words: u64 = segments.iter().map(|segment| segment.total_num_tokens()).sum();
        let length = words as Score / self.searcher.total_num_docs()? as Score;
        let lists = Rc::new(FieldLists { segments, length });
        self.fields.borrow_mut().insert(field, Rc::clone(&lists));
        Ok(lists)
    }
}
