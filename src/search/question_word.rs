//! One word of a question in all the forms that may stand in the index.

use tantivy::query::{BooleanQuery, Occur, Query as IndexQuery};
use tantivy::{Score, Searcher, Term};

use super::analyse::{Analyser, Tongue, folded, part_term};
use super::query::{boosted, term_query};
use super::schema::Area;
use super::typo;

/// How much each form of a word counts: as written, by its stem, by its root, by its root without
/// marks, and where the word is a part of a longer one.
const EXACT: Score = 1.0;
const STEM: Score = 0.7;
const ROOT: Score = 0.5;
const FOLDED: Score = 0.3;
const AS_PART: Score = 0.35;
const AS_FOLDED_PART: Score = 0.2;
/// How much a compound counts where only its parts stand in the text, each by itself.
const IN_PARTS: Score = 0.3;
/// How much the last part of a compound counts by itself, and any other part.
const LAST_PART: Score = 0.15;
const OTHER_PART: Score = 0.1;

/// One word in all its forms.
#[derive(Debug, Clone)]
pub(super) struct QuestionWord {
    pub(super) exact: String,
    pub(super) stems: Vec<String>,
    /// As a Swedish word.
    pub(super) root: String,
    pub(super) folded: Vec<String>,
    /// The roots of its parts when it is a Swedish compound.
    pub(super) parts: Vec<String>,
    /// How much it counts beside a word that was typed so.
    pub(super) weight: Score,
}

impl QuestionWord {
    pub(super) fn of(analyser: &mut Analyser, exact: &str, weight: Score) -> Self {
        let stems = Tongue::STEMMED.map(|tongue| analyser.stem(tongue, exact)).to_vec();
        let mut bare: Vec<String> = Tongue::STEMMED.map(|tongue| analyser.folded_root(tongue, exact)).to_vec();
        bare.push(folded(exact));
        bare.sort_unstable();
        bare.dedup();
        Self {
            exact: exact.to_owned(),
            stems,
            root: analyser.root(Tongue::Swedish, exact),
            folded: bare,
            parts: analyser.part_roots(Tongue::Swedish, exact),
            weight,
        }
    }

    /// Typed without any marks: then the marks may have been left out.
    pub(super) fn may_lack_marks(&self) -> bool {
        self.exact.is_ascii()
    }

    /// The terms of one area with what each counts.
    fn terms(&self, area: Area, forgiving: bool) -> Vec<(Term, Score)> {
        let mut terms = vec![(Term::from_field_text(area.exact, &self.exact), EXACT)];
        terms.extend(self.stems.iter().map(|stem| (Term::from_field_text(area.stem, stem), STEM)));
        terms.extend(root_terms(area, &self.root));
        if forgiving || self.may_lack_marks() {
            for word in &self.folded {
                terms.push((Term::from_field_text(area.folded, word), FOLDED));
                terms.push((Term::from_field_text(area.folded, &part_term(word)), AS_FOLDED_PART));
            }
        }
        terms
    }

    /// Everything in one area that the word may mean, each with what it counts. What stands
    /// nowhere in the index would only cost time and is left out.
    pub(super) fn clauses(
        &self,
        searcher: &Searcher,
        area: Area,
        forgiving: bool,
    ) -> tantivy::Result<Vec<Box<dyn IndexQuery>>> {
        let own = self.weight * area.weight;
        present(searcher, self.terms(area, forgiving).into_iter().map(|(term, how)| (term, how * own)))
    }

    /// The word as its parts, wherever in the text each of them stands; none for a word that is
    /// no compound or when a part stands nowhere.
    pub(super) fn in_parts(&self, searcher: &Searcher, areas: &[Area]) -> tantivy::Result<Option<Box<dyn IndexQuery>>> {
        if self.parts.is_empty() {
            return Ok(None);
        }
        let mut all: Vec<(Occur, Box<dyn IndexQuery>)> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let any = present(searcher, in_areas(areas, part))?;
            if any.is_empty() {
                return Ok(None);
            }
            all.push((Occur::Must, Box::new(BooleanQuery::union(any))));
        }
        Ok(Some(boosted(Box::new(BooleanQuery::new(all)), IN_PARTS * self.weight)))
    }

    /// Any single part of a compound, the last one most: it says what the thing is.
    pub(super) fn any_part(&self, searcher: &Searcher, areas: &[Area]) -> tantivy::Result<Option<Box<dyn IndexQuery>>> {
        let mut any = Vec::new();
        for (at, part) in self.parts.iter().rev().enumerate() {
            let own = self.weight * if at == 0 { LAST_PART } else { OTHER_PART };
            any.extend(present(searcher, in_areas(areas, part).map(|(term, how)| (term, how * own)))?);
        }
        Ok((!any.is_empty()).then(|| -> Box<dyn IndexQuery> { Box::new(BooleanQuery::union(any)) }))
    }

    /// How many entries of the word lists a search for the word reads.
    pub(super) fn cost(&self, searcher: &Searcher, areas: &[Area], forgiving: bool) -> tantivy::Result<u64> {
        let mut entries = 0;
        for area in areas {
            for (term, _) in self.terms(*area, forgiving) {
                entries += searcher.doc_freq(&term)?;
            }
        }
        Ok(entries)
    }

    /// The same for [`Self::any_part`].
    pub(super) fn cost_of_parts(&self, searcher: &Searcher, areas: &[Area]) -> tantivy::Result<u64> {
        let mut entries = 0;
        for (term, _) in self.parts.iter().flat_map(|part| in_areas(areas, part)) {
            entries += searcher.doc_freq(&term)?;
        }
        Ok(entries)
    }

    /// Whether the word, or all of its parts, stand anywhere in the index.
    pub(super) fn is_anywhere(&self, searcher: &Searcher, areas: &[Area]) -> tantivy::Result<bool> {
        for area in areas {
            for (term, _) in self.terms(*area, true) {
                if typo::is_shown(searcher, &term)? {
                    return Ok(true);
                }
            }
        }
        Ok(self.in_parts(searcher, areas)?.is_some())
    }
}

/// A root as a word and as a part of one.
fn root_terms(area: Area, root: &str) -> [(Term, Score); 2] {
    [(Term::from_field_text(area.root, root), ROOT), (Term::from_field_text(area.root, &part_term(root)), AS_PART)]
}

/// The same in each area, with what it counts there.
fn in_areas<'a>(areas: &'a [Area], root: &'a str) -> impl Iterator<Item = (Term, Score)> + 'a {
    areas.iter().flat_map(move |area| root_terms(*area, root).map(|(term, how)| (term, how * area.weight)))
}

/// Queries for those of the terms that stand in the index; the others would only cost time.
fn present(
    searcher: &Searcher,
    terms: impl Iterator<Item = (Term, Score)>,
) -> tantivy::Result<Vec<Box<dyn IndexQuery>>> {
    let mut queries = Vec::new();
    for (term, weight) in terms {
        if searcher.doc_freq(&term)? > 0 {
            queries.push(boosted(term_query(term), weight));
        }
    }
    Ok(queries)
}
