//! From a question to an index query, built by hand so that no text can make it fail.

use tantivy::query::{AllQuery, BooleanQuery, BoostQuery, Occur, PhraseQuery, Query as IndexQuery};
use tantivy::schema::Field;
use tantivy::{Score, Term};

use super::Matched;
use super::absent::Absent;
use super::analyse::{Analyser, folded};
use super::engine::View;
use super::gain::{Gain, Gains, TermGain};
use super::lax::affordable;
use super::lists::TermLists;
use super::marks::Marks;
use super::question::Question;
use super::question_word::QuestionWord;
use super::tongue::Tongue;
use super::typo;
use super::wish::{Wish, any_of, term_query};

/// How much a corrected word counts beside one that was typed right.
const CORRECTED: Score = 0.4;
/// How much a word counts that any text may use (`kvällarna`, `vuxna`) beside one that tells the subject.
const PLAIN: Score = 0.5;
/// So many ideas are enough: nothing laxer is asked for.
const ENOUGH: usize = 10;
/// What a strict match counts before a lax one: more than any words can give.
const STRICT: Score = 10_000.0;
/// A word in more than one of so many ideas tells nothing beside a rarer one,
const COMMON_SHARE: u64 = 5;
/// unless it stands in no more than this many.
const ALWAYS_RARE: u64 = 10;
/// Up to this many ideas are little: something else may have been meant.
const LITTLE: usize = 3;
/// A word in at most this many ideas is rare,
const RARE: u64 = 2;
/// and one that stands in so many times as many is far commoner.
const FAR_COMMONER: u64 = 10;
/// Words of one question that are corrected; each costs a walk through the term lists.
const MOST_CORRECTED: usize = 4;
/// Pairs of neighbours in one question that are read as one word.
const MOST_JOINED: usize = 4;

type Clause = (Occur, Box<dyn IndexQuery>);

/// One word of the question with what it may stand for.
struct Slot {
    options: Vec<QuestionWord>,
    /// A word such as `och` or `fler`: welcome, not demanded.
    is_stop: bool,
    /// What it was probably meant for, as it could be typed.
    meant: Option<String>,
}

/// A query for the words, and what it will have matched.
pub(super) struct Ready {
    /// Which ideas are found.
    pub(super) found: Box<dyn IndexQuery>,
    /// How good each of them is.
    pub(super) gains: Gains,
    pub(super) marks: Marks,
    pub(super) matched: Matched,
}

/// How many ideas a query found, with and without what was chosen beside the words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    pub(super) all: usize,
    pub(super) narrowed: usize,
}

/// A word of the question as it was typed.
fn typed(analyser: &mut Analyser, word: &str) -> QuestionWord {
    let weight = if analyser.is_plain(Tongue::Swedish, word) { PLAIN } else { 1.0 };
    QuestionWord::of(analyser, word, weight)
}

/// Makes queries from one question.
pub(super) struct Maker<'v> {
    view: &'v View<'v>,
    lists: TermLists<'v>,
    question: Question,
    slots: Vec<Slot>,
    analyser: Analyser,
}

impl<'v> Maker<'v> {
    pub(super) fn new(view: &'v View<'v>, question: Question) -> Self {
        let mut analyser = view.analyser();
        let mut slots: Vec<Slot> = question
            .words
            .iter()
            .map(|word| Slot {
                options: vec![typed(&mut analyser, word)],
                is_stop: analyser.is_stop_anywhere(word),
                meant: None,
            })
            .collect();
        // Words for asking tell nothing beside others; a question of nothing but small words means them.
        let is_asking = |analyser: &mut Analyser, slot: &Slot| {
            let word = slot.options.first().map_or("", |word| word.exact.as_str());
            analyser.is_asking_anywhere(word) || analyser.small_without_marks(word).is_some()
        };
        if slots.iter().any(|slot| !slot.is_stop && !is_asking(&mut analyser, slot)) {
            for slot in &mut slots {
                slot.is_stop |= is_asking(&mut analyser, slot);
            }
        } else if slots.iter().all(|slot| slot.is_stop) {
            for slot in &mut slots {
                slot.is_stop = false;
            }
        }
        Self { view, lists: TermLists::new(&view.searcher), question, slots, analyser }
    }

    /// Asks the index, the strictest way first: all words as typed or by their roots; all words
    /// with marks and misspellings forgiven; some of the words. When a strict way finds few and
    /// `goes_on`, the laxer ones follow behind it in one list. `run` answers one query and tells
    /// how many it found, before and after they were narrowed: how strictly is asked must not hang
    /// on what was chosen beside the words, or the counts of the choices would not be true. Gives
    /// the answer and how many of it match most strictly.
    pub(super) fn answer<T>(
        &mut self,
        goes_on: bool,
        mut run: impl FnMut(&Ready) -> tantivy::Result<(Counted, T)>,
    ) -> tantivy::Result<Option<(usize, T)>> {
        let mut best = None;
        for forgiving in [false, true] {
            if forgiving {
                self.correct()?;
            }
            let Some(ready) = self.all_words(forgiving)? else { continue };
            let (counted, answer) = run(&ready)?;
            if self.slots.is_empty() || counted.all >= ENOUGH || (counted.all > 0 && !goes_on) {
                return Ok((counted.all > 0).then_some((counted.narrowed, answer)));
            }
            if counted.all > 0 {
                best = Some((counted.narrowed, answer, ready.matched));
                break;
            }
        }
        let Some(some) = self.some_words(best.as_ref().map(|(_, _, matched)| *matched))? else {
            return Ok(best.map(|(total, answer, _)| (total, answer)));
        };
        let (counted, answer) = run(&some)?;
        let exact = best.as_ref().map_or(counted.narrowed, |(exact, _, _)| *exact);
        Ok((counted.all > 0).then_some((exact, answer)))
    }

    /// Adds to each word that stands nowhere the words that it may have been meant for.
    fn correct(&mut self) -> tantivy::Result<()> {
        let mut left = MOST_CORRECTED;
        for slot in &mut self.slots {
            let Some(typed) = slot.options.first().cloned() else { continue };
            if left == 0 || slot.is_stop || typed.is_said(&self.lists, self.view.fields)? {
                continue;
            }
            left -= 1;
            let (searcher, areas) = (&self.view.searcher, self.view.fields.areas());
            // A word of which only the parts stand somewhere may be a compound that nobody has used, or
            // one letter away from one that somebody has.
            let in_parts = typed.stands_in_parts(&self.lists, self.view.fields)?;
            let letters = if in_parts { 1 } else { u8::MAX };
            let mut near = typo::corrected_forms(searcher, &areas, &typed.exact, &typed.stems, letters)?;
            near.retain(|word| !self.analyser.is_stop_anywhere(word));
            slot.meant = near.first().cloned();
            if near.is_empty() && !in_parts {
                near = typo::corrected_parts(searcher, &areas, &typed.exact)?;
            }
            if near.is_empty() && !in_parts {
                near = typo::corrected_folded(searcher, &areas, &folded(&typed.exact))?;
            }
            for word in near {
                slot.options.push(QuestionWord::of(&mut self.analyser, &word, CORRECTED));
            }
        }
        Ok(())
    }

    /// What may have been meant, as it could be typed: words that stand nowhere, or hardly anywhere,
    /// are changed into common ones that are spelt nearly so.
    pub(super) fn meant(&self, total: usize) -> tantivy::Result<Option<String>> {
        let mut left = if total > LITTLE { 0 } else { MOST_CORRECTED };
        let mut is_changed = false;
        let mut said = Vec::new();
        for slot in &self.slots {
            let Some(typed) = slot.options.first() else { continue };
            let corrected = match &slot.meant {
                Some(meant) => Some(meant.clone()),
                None if slot.is_stop || left == 0 || slot.options.len() > 1 => None,
                None => {
                    left -= 1;
                    self.commoner(&typed.exact)?
                }
            };
            is_changed |= corrected.is_some();
            said.push(corrected.unwrap_or_else(|| typed.exact.clone()));
        }
        let quoted = |words: &Vec<String>| format!("\"{}\"", words.join(" "));
        said.extend(self.question.phrases.iter().map(quoted));
        said.extend(self.question.without.iter().map(|words| format!("-{}", quoted(words))));
        Ok(is_changed.then(|| said.join(" ")))
    }

    /// A word spelt nearly like a rare one, and far commoner.
    fn commoner(&self, word: &str) -> tantivy::Result<Option<String>> {
        let own = self.frequency(word)?;
        if own == 0 || own > RARE {
            return Ok(None);
        }
        let mut analyser = self.analyser.clone();
        for other in typo::corrections(&self.view.searcher, &self.view.fields.areas(), word)? {
            if other != word && !analyser.is_stop_anywhere(&other) && self.frequency(&other)? >= own * FAR_COMMONER {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }

    /// In how many ideas a word stands as written, counted in the area where it is commonest.
    fn frequency(&self, word: &str) -> tantivy::Result<u64> {
        let mut most = 0;
        for area in self.view.fields.areas() {
            most = self.lists.frequency(&Term::from_field_text(area.exact, word))?.max(most);
        }
        Ok(most)
    }

    /// The words that an answer must hold, as they were typed.
    pub(super) fn demanded(&self) -> impl Iterator<Item = &QuestionWord> {
        self.slots.iter().filter(|slot| !slot.is_stop).filter_map(|slot| slot.options.first())
    }

    pub(super) fn all_words(&self, forgiving: bool) -> tantivy::Result<Option<Ready>> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut gains = Vec::new();
        for slot in &self.slots {
            let wish = self.slot_wish(slot, forgiving)?;
            gains.extend(wish.gains);
            match (wish.found.is_empty(), slot.is_stop) {
                (true, false) => return Ok(None),
                (false, false) => clauses.push((Occur::Must, any_of(wish.found))),
                (_, true) => {}
            }
        }
        gains.extend(self.joined()?.gains);
        let matched = if forgiving { Matched::Nearly } else { Matched::All };
        Ok(Some(self.ready(clauses, gains, matched)?))
    }

    /// Any of the telling words or of their parts; what matches as strictly as `first` comes first.
    fn some_words(&self, first: Option<Matched>) -> tantivy::Result<Option<Ready>> {
        let mut wishes = Vec::new();
        for slot in self.telling()? {
            wishes.push(self.slot_wish(slot, first != Some(Matched::All))?);
            for word in &slot.options {
                wishes.push(word.any_part(&self.lists, self.view.fields)?);
            }
        }
        wishes.retain(|wish| !wish.is_empty());
        let mut some = Wish::default();
        for wish in affordable(wishes) {
            some.extend(wish);
        }
        some.extend(self.joined()?);
        if let Some(matched) = first
            && let Some(strict) = self.all_words(matched != Matched::All)?
        {
            some.gains.push(Gain::fixed(&self.view.searcher, strict.found.as_ref(), STRICT)?);
            some.found.push(strict.found);
        }
        if some.is_empty() {
            return Ok(None);
        }
        let ready = self.ready(vec![(Occur::Must, any_of(some.found))], some.gains, Matched::Some)?;
        Ok(Some(Ready { matched: first.unwrap_or(Matched::Some), ..ready }))
    }

    /// Words that stand beside each other as the one word that they may be: `gång väg`, `gångväg`.
    fn joined(&self) -> tantivy::Result<Wish> {
        let mut analyser = self.analyser.clone();
        let mut wish = Wish::default();
        for (one, next) in self.slots.iter().zip(self.slots.iter().skip(1)).take(MOST_JOINED) {
            if one.is_stop || next.is_stop {
                continue;
            }
            let (Some(one), Some(next)) = (one.options.first(), next.options.first()) else { continue };
            for link in ["", "s"] {
                let word = QuestionWord::of(&mut analyser, &format!("{}{link}{}", one.exact, next.exact), 1.0);
                wish.extend(word.whole(&self.lists, self.view.fields, false)?);
            }
        }
        Ok(wish)
    }

    /// The slots that tell something: no small words, and none that stands in a great part of all
    /// ideas while another does not.
    fn telling(&self) -> tantivy::Result<Vec<&Slot>> {
        let many = self.view.searcher.num_docs() / COMMON_SHARE;
        let mut rare = Vec::new();
        for slot in self.slots.iter().filter(|slot| !slot.is_stop) {
            let mut times = 0;
            for word in &slot.options {
                times = self.frequency(&word.exact)?.max(times);
            }
            if times <= many.max(ALWAYS_RARE) {
                rare.push(slot);
            }
        }
        Ok(if rare.is_empty() { self.slots.iter().filter(|slot| !slot.is_stop).collect() } else { rare })
    }

    /// Adds what holds at every strictness: phrases and words that must be absent.
    fn ready(&self, mut clauses: Vec<Clause>, mut gains: Vec<Gain>, matched: Matched) -> tantivy::Result<Ready> {
        let mut marks = Marks::default();
        for slot in self.slots.iter().filter(|slot| !slot.is_stop) {
            marks.add(&slot.options, matched != Matched::All && !self.stands(slot)?);
        }
        for phrase in &self.question.phrases {
            let wish = self.phrase_wish(phrase)?;
            clauses.push((Occur::Must, any_of(wish.found)));
            gains.extend(wish.gains);
            marks.add_phrase(phrase);
        }
        if clauses.is_empty() {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        for words in &self.question.without {
            clauses.push((Occur::MustNot, self.absent_query(words)));
        }
        let only = (clauses.len() == 1).then(|| clauses.pop()).flatten();
        let found =
            only.map_or_else(|| -> Box<dyn IndexQuery> { Box::new(BooleanQuery::new(clauses)) }, |(_, one)| one);
        Ok(Ready { found, gains: Gains::new(gains), marks, matched })
    }

    /// Any option of a word in any form; nothing when no such word stands in the index.
    fn slot_wish(&self, slot: &Slot, forgiving: bool) -> tantivy::Result<Wish> {
        let forgiving = forgiving && !self.stands(slot)?;
        let mut wish = Wish::default();
        for word in &slot.options {
            wish.extend(word.wish(&self.lists, self.view.fields, forgiving)?);
        }
        Ok(wish)
    }

    /// Whether the word of a slot stands somewhere as it was typed.
    fn stands(&self, slot: &Slot) -> tantivy::Result<bool> {
        slot.options.first().map_or(Ok(false), |typed| typed.stands_as_typed(&self.lists, self.view.fields))
    }

    /// The words beside each other in any area.
    fn phrase_wish(&self, words: &[String]) -> tantivy::Result<Wish> {
        let mut wish = Wish::default();
        for area in self.view.fields.areas() {
            let query = beside_each_other(area.exact, words);
            let terms: Vec<Term> = words.iter().map(|word| Term::from_field_text(area.exact, word)).collect();
            if let [only] = terms.as_slice() {
                let gain = TermGain::of(&self.lists, only, area.weight)?;
                wish.gains.extend(gain.map(|gain| Gain::Word { widest: vec![gain], narrower: Vec::new() }));
            } else {
                let boosted = BoostQuery::new(query.box_clone(), area.weight);
                wish.gains.push(Gain::phrase(&self.view.searcher, &boosted, &terms, area.weight)?);
            }
            wish.found.push(query);
        }
        Ok(wish)
    }

    /// What a minus takes away: the word in any inflection, or the words as a phrase.
    fn absent_query(&self, words: &[String]) -> Box<dyn IndexQuery> {
        let mut clauses: Vec<Clause> = Vec::new();
        let word = match words {
            [word] => Some(QuestionWord::of(&mut self.analyser.clone(), word, 1.0)),
            _ => None,
        };
        for area in self.view.fields.areas() {
            clauses.push((Occur::Should, Box::new(Absent(beside_each_other(area.exact, words)))));
            for term in word.iter().flat_map(|word| word.inflections(area)) {
                clauses.push((Occur::Should, term_query(term)));
            }
        }
        Box::new(BooleanQuery::new(clauses))
    }
}

/// A phrase, or the word itself when there is only one (a phrase of one word would panic).
fn beside_each_other(field: Field, words: &[String]) -> Box<dyn IndexQuery> {
    match words {
        [word] => term_query(Term::from_field_text(field, word)),
        _ => Box::new(PhraseQuery::new(words.iter().map(|word| Term::from_field_text(field, word)).collect())),
    }
}
