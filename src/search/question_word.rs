//! One word of a question in all the forms that may stand in the index.

use tantivy::query::{BooleanQuery, Occur, Query};
use tantivy::schema::Field;
use tantivy::{Score, Term};

use super::analyse::{Analyser, part_term, widest_term};
use super::gain::{Gain, TermGain};
use super::lists::TermLists;
use super::schema::{Area, Fields};
use super::tongue::Tongue;
use super::typo;
use super::wish::{Wish, any_of, term_query};

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
    /// Its roots without marks, in each language.
    pub(super) folded: Vec<String>,
    /// What its forms share in each language that it may be of.
    pub(super) widest: Vec<String>,
    /// The roots of its parts when it is a Swedish compound.
    pub(super) parts: Vec<String>,
    /// Those of them that tell something by themselves: what says `plats` is not near to `lekplats`.
    telling_parts: Vec<String>,
    /// How much it counts beside a word that was typed so.
    pub(super) weight: Score,
}

impl QuestionWord {
    pub(super) fn of(analyser: &mut Analyser, exact: &str, weight: Score) -> Self {
        let stems = Tongue::STEMMED.map(|tongue| analyser.stem(tongue, exact)).to_vec();
        let mut bare: Vec<String> = Tongue::ALL.map(|tongue| analyser.folded_root(tongue, exact)).to_vec();
        bare.extend(analyser.small_without_marks(exact).map(|word| analyser.folded_root(Tongue::Swedish, &word)));
        let parts = analyser.asked_part_roots(exact);
        let telling_parts = parts.iter().filter(|part| !analyser.is_plain_root(part)).cloned().collect();
        Self {
            exact: exact.to_owned(),
            stems,
            root: analyser.root(Tongue::Swedish, exact),
            folded: bare,
            widest: Tongue::ALL.map(|tongue| analyser.widest(tongue, exact)).to_vec(),
            parts,
            telling_parts,
            weight,
        }
    }

    /// Typed without any marks: then the marks may have been left out.
    pub(super) fn may_lack_marks(&self) -> bool {
        self.exact.is_ascii()
    }

    /// Its Swedish roots without marks as they stand in the index where they are parts of compounds.
    pub(super) fn folded_parts(&self) -> impl Iterator<Item = String> {
        let swedish = self.folded.iter().filter(|word| word.starts_with(Tongue::Swedish.tag()));
        swedish.map(|word| part_term(word))
    }

    /// The terms under which an area holds the word itself, in any inflection.
    pub(super) fn inflections(&self, area: Area) -> impl Iterator<Item = Term> {
        let root = Term::from_field_text(area.root, &self.root);
        self.stems.iter().map(move |stem| Term::from_field_text(area.stem, stem)).chain(std::iter::once(root))
    }

    fn forgives_marks(&self, forgiving: bool) -> bool {
        forgiving || self.may_lack_marks()
    }

    /// Which ideas say the word, or a compound of it, in any form.
    fn said(&self, fields: &Fields, forgiving: bool) -> impl Iterator<Item = Term> {
        // What the marks left out are forgiven finds all that is found with them.
        let (field, words) = if self.forgives_marks(forgiving) {
            (fields.anywhere_folded, &self.folded)
        } else {
            (fields.anywhere, &self.widest)
        };
        words.iter().map(move |word| Term::from_field_text(field, word))
    }

    /// The forms in which the word stands somewhere, the widest ones and the others: who says the word
    /// at all says it in one of the widest.
    fn forms(&self, lists: &TermLists<'_>, fields: &Fields, forgiving: bool) -> tantivy::Result<[Vec<AreaTerm>; 2]> {
        let (mut widest, mut narrower): (Vec<AreaTerm>, Vec<AreaTerm>) = Default::default();
        let (mut is_said, mut is_plain) = (false, false);
        for (at, (tongue, said)) in Tongue::ALL.into_iter().zip(&self.widest).enumerate() {
            if lists.frequency(&Term::from_field_text(fields.anywhere, said))? == 0 {
                continue;
            }
            is_said = true;
            let stem = self.stems.get(at).map(|stem| -> AreaTerm { (stem_of, stem.clone(), STEM) });
            match tongue {
                Tongue::Swedish => {
                    widest.extend(root_terms(&self.root));
                    narrower.extend(stem);
                }
                Tongue::Plain => is_plain = true,
                Tongue::Finnish | Tongue::English | Tongue::Arabic | Tongue::Somali => widest.extend(stem),
            }
        }
        if is_said {
            // Where there are no stems, nothing is wider than the word as written.
            let forms = if is_plain { &mut widest } else { &mut narrower };
            forms.push((exact_of, self.exact.clone(), EXACT));
        }
        if self.forgives_marks(forgiving) {
            narrower.append(&mut widest);
            for word in &self.folded {
                if lists.frequency(&Term::from_field_text(fields.anywhere_folded, word))? > 0 {
                    widest.push((folded_of, word.clone(), FOLDED));
                }
            }
            widest.extend(self.folded_parts().map(|part| -> AreaTerm { (folded_of, part, AS_FOLDED_PART) }));
        }
        Ok([widest, narrower])
    }

    /// The word in any form, within compounds, and as its parts where all of them stand in the title: in a
    /// longer text they have often nothing to do with each other.
    pub(super) fn wish(&self, lists: &TermLists<'_>, fields: &Fields, forgiving: bool) -> tantivy::Result<Wish> {
        let mut wish = self.whole(lists, fields, forgiving)?;
        wish.extend(self.in_parts(lists, fields)?);
        Ok(wish)
    }

    /// The word in any form and within compounds.
    pub(super) fn whole(&self, lists: &TermLists<'_>, fields: &Fields, forgiving: bool) -> tantivy::Result<Wish> {
        let mut wish = Wish::default();
        for term in self.said(fields, forgiving) {
            wish.add_term(lists, term)?;
        }
        if !wish.is_empty() {
            let [widest, narrower] = self.forms(lists, fields, forgiving)?;
            for area in fields.areas() {
                let weight = self.weight * area.weight;
                let widest = gains(lists, area, &widest, weight)?;
                if !widest.is_empty() {
                    wish.gains.push(Gain::Word { widest, narrower: gains(lists, area, &narrower, weight)? });
                }
            }
        }
        Ok(wish)
    }

    /// The word as its parts, all of them in one title; nothing for a word that is no compound or when a
    /// part stands in no title.
    fn in_parts(&self, lists: &TermLists<'_>, fields: &Fields) -> tantivy::Result<Wish> {
        let mut all: Vec<(Occur, Box<dyn Query>)> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let mut said = Vec::new();
            for (field_of, word, _) in root_terms(part) {
                let term = Term::from_field_text(field_of(fields.title), &word);
                if lists.frequency(&term)? > 0 {
                    said.push(term_query(term));
                }
            }
            if said.is_empty() {
                return Ok(Wish::default());
            }
            all.push((Occur::Must, any_of(said)));
        }
        if all.is_empty() {
            return Ok(Wish::default());
        }
        let gains = self.all_parts(lists, fields)?.into_iter().collect();
        Ok(Wish { found: vec![Box::new(BooleanQuery::new(all))], gains, cost: 0 })
    }

    /// What an idea gains that says all parts of a compound, wherever each of them stands.
    fn all_parts(&self, lists: &TermLists<'_>, fields: &Fields) -> tantivy::Result<Option<Gain>> {
        let mut each = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let mut anywhere = Vec::new();
            for area in fields.areas() {
                anywhere.extend(gains(lists, area, &root_terms(part), IN_PARTS * self.weight * area.weight)?);
            }
            each.push(anywhere);
        }
        Ok((each.len() > 1).then_some(Gain::AllOf(each)))
    }

    /// Any single telling part of a compound, the last one most, because it says what the thing is; all of them
    /// together more.
    pub(super) fn any_part(&self, lists: &TermLists<'_>, fields: &Fields) -> tantivy::Result<Wish> {
        let mut wish = Wish { gains: self.all_parts(lists, fields)?.into_iter().collect(), ..Wish::default() };
        for part in &self.telling_parts {
            let is_last = self.parts.last() == Some(part);
            let own = self.weight * if is_last { LAST_PART } else { OTHER_PART };
            wish.add_term(lists, part_said(fields, part))?;
            for area in fields.areas() {
                let widest = gains(lists, area, &root_terms(part), own * area.weight)?;
                wish.gains.push(Gain::Word { widest, narrower: Vec::new() });
            }
        }
        Ok(wish)
    }

    /// Whether the word stands in any idea that is shown, also within a longer one.
    pub(super) fn is_said(&self, lists: &TermLists<'_>, fields: &Fields) -> tantivy::Result<bool> {
        for term in self.said(fields, true) {
            if typo::is_shown(lists.searcher, &term)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether it is a compound, and each of its parts stands somewhere.
    pub(super) fn stands_in_parts(&self, lists: &TermLists<'_>, fields: &Fields) -> tantivy::Result<bool> {
        for part in &self.parts {
            if lists.frequency(&part_said(fields, part))? == 0 {
                return Ok(false);
            }
        }
        Ok(!self.parts.is_empty())
    }

    /// Whether it stands somewhere with the marks as typed: then none that differ are meant.
    pub(super) fn stands_as_typed(&self, lists: &TermLists<'_>, fields: &Fields) -> tantivy::Result<bool> {
        for said in &self.widest {
            if lists.frequency(&Term::from_field_text(fields.anywhere, said))? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The term of which an idea holds one if it says the part, by itself or within a word.
fn part_said(fields: &Fields, root: &str) -> Term {
    Term::from_field_text(fields.anywhere, &widest_term(Tongue::Swedish, root))
}

/// The field of an area that holds one form of its words.
type FieldOf = fn(Area) -> Field;
/// A term of every area, and what it counts.
type AreaTerm = (FieldOf, String, Score);

const fn exact_of(area: Area) -> Field {
    area.exact
}

const fn stem_of(area: Area) -> Field {
    area.stem
}

const fn root_of(area: Area) -> Field {
    area.root
}

const fn folded_of(area: Area) -> Field {
    area.folded
}

/// A root as a word and as a part of one.
fn root_terms(root: &str) -> [AreaTerm; 2] {
    [(root_of, root.to_owned(), ROOT), (root_of, part_term(root), AS_PART)]
}

/// What the terms give in one area, those that stand there.
fn gains(lists: &TermLists<'_>, area: Area, terms: &[AreaTerm], weight: Score) -> tantivy::Result<Vec<TermGain>> {
    let mut gains = Vec::with_capacity(terms.len());
    for (field_of, word, how) in terms {
        gains.extend(TermGain::of(lists, &Term::from_field_text(field_of(area), word), how * weight)?);
    }
    Ok(gains)
}
