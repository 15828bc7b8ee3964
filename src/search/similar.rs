//! Ideas like a draft: those that share the words that tell the draft from others.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query as IndexQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, Score, Term};

use super::analyse::{Analyser, normal, part_term, part_words};
use super::engine::View;
use super::rows::ids;
use super::schema::Area;
use super::tongue::Tongue;
use super::words::words;

/// Words of the draft that are compared, the most telling ones.
const MOST_WORDS: usize = 20;
/// Words of the draft that stand in no idea: so many count against likeness,
const MOST_UNKNOWN: usize = 10;
/// and each so much of what a word in one idea would count. Not all of it: the same thing can be
/// said in other words.
const UNKNOWN: f64 = 0.6;
/// Words of the draft that are read.
const MOST_READ: usize = 1_500;
/// Most entries of the word lists that are read to find candidates, the most telling words first;
/// what common words add is seen when the candidates are compared.
const MOST_ENTRIES: u64 = 30_000;
/// Most ideas that can be asked for.
const MOST_HITS: usize = 20;
/// From this many ideas on, a word that stands in more than a fifth of them tells nothing.
const MANY: u64 = 50;
/// A word in the title counts this many times.
const IN_TITLE: f64 = 2.0;
/// Least share of the draft's telling words, by weight, for two or more shared words.
const LEAST_SHARE: f64 = 0.1;
/// A word that any text may use counts this much of another.
const PLAIN: f64 = 0.3;
/// A part of a word counts this much of a word.
const AS_PART: f64 = 0.6;
/// Least share for one single word that says what it is about, which must then stand in both titles.
const LEAST_SHARE_OF_ONE: f64 = 0.3;

/// The languages of a draft that is too short to tell.
const LIKELY: [Tongue; 3] = [Tongue::Swedish, Tongue::Finnish, Tongue::English];

/// An idea that is not sent yet, or one to find the likes of.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'d> {
    /// The title.
    pub title: &'d str,
    /// The text, without markup; may be empty.
    pub body: &'d str,
    /// Language code, as in [`super::SearchDoc::language`]; empty when it is not known, as of a few
    /// words: then they are compared as words of [`LIKELY`] languages.
    pub language: &'d str,
    /// The id of the draft itself when it is in the index.
    pub exclude: Option<i64>,
}

/// An idea like a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// The id of the idea.
    pub id: i64,
    /// How much of what the draft is about the idea shares, 0 to 1.
    pub score: f32,
    /// The draft's own words, in small letters, that the idea shares in any inflection; the most
    /// telling first.
    pub shared: Vec<String>,
}

/// A telling word of the draft, or a part of one.
struct Telling {
    word: String,
    key: Key,
    in_title: bool,
    /// Any text may use it, whatever it is about.
    is_plain: bool,
    /// The word of the draft that this is, or is a part of.
    source: String,
    weight: f64,
    /// In how many ideas it stands.
    frequency: u64,
}

/// By what a word is known in the index.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    /// A Swedish word, which may also be a part of a longer one.
    Root(String),
    /// A word of any other language.
    Stem(String),
    /// A word that may be Swedish, with its stems if it is of another likely language.
    Any(String, Vec<String>),
    /// The root of a Swedish word without marks, of one that stands nowhere as it was typed.
    Unmarked(String),
}

impl Key {
    /// The terms of one area that stand for it.
    fn terms(&self, area: Area) -> Vec<Term> {
        let by_root = |root: &str| {
            [root.to_owned(), part_term(root)].map(|term| Term::from_field_text(area.root, &term)).to_vec()
        };
        let by_stem = |stem: &String| Term::from_field_text(area.stem, stem);
        match self {
            Self::Root(root) => by_root(root),
            Self::Stem(stem) => vec![by_stem(stem)],
            Self::Unmarked(root) => {
                [root.clone(), part_term(root)].map(|term| Term::from_field_text(area.folded, &term)).to_vec()
            }
            Self::Any(root, stems) => {
                let mut terms = by_root(root);
                terms.extend(stems.iter().map(by_stem));
                terms
            }
        }
    }

    /// The key of a word of the draft.
    fn of(analyser: &mut Analyser, language: Option<Tongue>, word: &str) -> Self {
        match language {
            None => {
                let others = LIKELY.into_iter().filter(|tongue| *tongue != Tongue::Swedish);
                let stems = others.map(|tongue| analyser.stem(tongue, word)).collect();
                Self::Any(analyser.root(Tongue::Swedish, word), stems)
            }
            Some(Tongue::Swedish) => Self::Root(analyser.root(Tongue::Swedish, word)),
            Some(tongue @ (Tongue::Finnish | Tongue::English | Tongue::Arabic | Tongue::Somali | Tongue::Plain)) => {
                Self::Stem(analyser.stem(tongue, word))
            }
        }
    }
}

/// What a candidate has in common with the draft.
#[derive(Default)]
struct Common {
    /// Places in the list of telling words, and whether the word stands in the candidate's title.
    words: BTreeMap<usize, bool>,
}

/// Ideas like the draft, the most alike first; nothing when none is near enough.
pub(super) fn similar(view: &View<'_>, draft: &Draft<'_>, limit: usize) -> tantivy::Result<Vec<Similar>> {
    let limit = limit.min(MOST_HITS);
    let (telling, unknown) = telling_words(view, draft)?;
    if limit == 0 || telling.iter().all(|word| word.is_plain) {
        return Ok(Vec::new());
    }
    let query = candidates_query(view, &telling, draft.exclude);
    let found = view.searcher.search(&query, &TopDocs::with_limit(limit * 3).order_by_score())?;
    let addresses: Vec<DocAddress> = found.into_iter().map(|(_, address)| address).collect();
    let common = common_words(view, &telling, &addresses)?;
    let all: f64 = telling.iter().map(|word| word.weight).sum::<f64>() + unknown;
    let mut hits = Vec::new();
    for (address, id) in addresses.iter().zip(ids(&view.searcher, &addresses)?) {
        if let Some((score, shared)) = common.get(address).and_then(|common| judge(&telling, common, all)) {
            hits.push(Similar { id, score, shared });
        }
    }
    hits.sort_by(|one, other| other.score.total_cmp(&one.score));
    hits.truncate(limit);
    Ok(hits)
}

/// The score and the shared words, or nothing when they are too few to speak of likeness.
fn judge(telling: &[Telling], common: &Common, all: f64) -> Option<(f32, Vec<String>)> {
    let shared: Vec<(&Telling, bool)> =
        common.words.iter().filter_map(|(at, in_title)| telling.get(*at).map(|word| (word, *in_title))).collect();
    let share: f64 = shared.iter().map(|(word, _)| word.weight).sum::<f64>() / all;
    let mut subject = shared.iter().filter(|(word, _)| !word.is_plain);
    let (first, in_title) = subject.next()?;
    let is_near = if subject.all(|(other, _)| other.source == first.source) {
        *in_title && first.in_title && share >= LEAST_SHARE_OF_ONE
    } else {
        share >= LEAST_SHARE
    };
    if !is_near {
        return None;
    }
    let titles: f64 = shared.iter().filter(|(_, in_title)| *in_title).map(|(word, _)| word.weight).sum::<f64>() / all;
    // Thousandths are exact enough for a score and fit every number type.
    let thousandths = ((share * 2.0 + titles) / 3.0 * 1000.0).clamp(0.0, 1000.0);
    let score =
        (0..=1000_u16).rev().find(|step| f64::from(*step) <= thousandths).map_or(0.0, |step| f32::from(step) / 1000.0);
    // Who shares the whole word shares its parts; the word is reason enough.
    let wholes: HashSet<&str> =
        shared.iter().filter(|(word, _)| word.word == word.source).map(|(word, _)| word.word.as_str()).collect();
    let named = shared.iter().filter(|(word, _)| !word.is_plain);
    let named = named.filter(|(word, _)| word.word == word.source || !wholes.contains(word.source.as_str()));
    Some((score, named.map(|(word, _)| word.word.clone()).collect()))
}

/// The draft's words that stand in few other ideas, the most telling first, and the weight of those
/// that stand in none.
fn telling_words(view: &View<'_>, draft: &Draft<'_>) -> tantivy::Result<(Vec<Telling>, f64)> {
    let count = view.searcher.num_docs();
    let mut telling = Vec::new();
    let mut unknown: Vec<(String, f64)> = Vec::new();
    let mut analyser = view.analyser();
    for mut word in draft_words(view, draft)? {
        let mut frequency = frequency_of(view, &word.key)?;
        if frequency == 0 && may_lack_marks(draft, &word.word) {
            word.key = Key::Unmarked(analyser.folded_root(Tongue::Swedish, &word.word));
            frequency = frequency_of(view, &word.key)?;
        }
        word.weight *= if word.in_title { IN_TITLE } else { 1.0 };
        if frequency == 0 {
            unknown.push((word.source, word.weight * rarity(count, 0) * UNKNOWN));
        } else if count < MANY || frequency <= count / 5 {
            word.weight *= rarity(count, frequency.min(count));
            word.frequency = frequency;
            telling.push(word);
        }
    }
    // A compound whose parts are known is not unknown, nor is its unknown part counted beside it.
    let known: HashSet<&str> = telling.iter().map(|word| word.source.as_str()).collect();
    unknown.retain(|(source, _)| !known.contains(source.as_str()));
    unknown.sort_by(|(one, weight), (other, other_weight)| one.cmp(other).then(other_weight.total_cmp(weight)));
    unknown.dedup_by(|(later, _), (first, _)| later == first);
    unknown.sort_by(|(_, weight), (_, other)| other.total_cmp(weight));
    let unknown = unknown.iter().take(MOST_UNKNOWN).map(|(_, weight)| weight).sum();
    telling.sort_by(|one, other| other.weight.total_cmp(&one.weight).then_with(|| one.word.cmp(&other.word)));
    telling.truncate(MOST_WORDS);
    Ok((telling, unknown))
}

/// Whether a word of the draft may be a Swedish one whose marks were left out.
fn may_lack_marks(draft: &Draft<'_>, word: &str) -> bool {
    let may_be_swedish = draft.language.is_empty() || Tongue::of(draft.language) == Tongue::Swedish;
    may_be_swedish && word.is_ascii()
}

/// In how many ideas a word stands, as a word or as a part of one, in the area where it is commonest.
fn frequency_of(view: &View<'_>, key: &Key) -> tantivy::Result<u64> {
    let mut most = 0;
    for area in [view.fields.title, view.fields.body] {
        let mut here = 0;
        for term in key.terms(area) {
            here += view.searcher.doc_freq(&term)?;
        }
        most = here.max(most);
    }
    Ok(most)
}

/// Whether a part of the town is called so.
fn is_place(view: &View<'_>, key: &Key) -> tantivy::Result<bool> {
    match key {
        Key::Root(root) | Key::Any(root, _) => {
            Ok(view.searcher.doc_freq(&Term::from_field_text(view.fields.place, root))? > 0)
        }
        Key::Stem(_) | Key::Unmarked(_) => Ok(false),
    }
}

/// The words of a draft that can tell something, and their parts, each once.
fn draft_words(view: &View<'_>, draft: &Draft<'_>) -> tantivy::Result<impl Iterator<Item = Telling>> {
    let language = (!draft.language.is_empty()).then(|| Tongue::of(draft.language));
    let tongue = language.unwrap_or(Tongue::Swedish);
    let maybe = language.map_or(LIKELY.to_vec(), |tongue| vec![tongue]);
    let mut analyser = view.analyser();
    let mut known: HashMap<Key, Telling> = HashMap::new();
    let (title, body) = (normal(draft.title), normal(draft.body));
    let in_order = words(&title).map(|word| (word, true)).chain(words(&body).map(|word| (word, false)));
    for (word, in_title) in in_order.take(MOST_READ) {
        let word = word.exact;
        let is_short = word.chars().nth(2).is_none() && word.is_ascii();
        if is_short || word.chars().all(char::is_numeric) {
            continue;
        }
        if maybe.iter().any(|tongue| analyser.is_stop(*tongue, &word) || analyser.is_asking(*tongue, &word)) {
            continue;
        }
        let whole = Key::of(&mut analyser, language, &word);
        // Where something is says little of what it is, and the parts of the name nothing.
        let is_place = is_place(view, &whole)?;
        for part in part_words(tongue, &word).into_iter().filter(|_| !is_place) {
            if analyser.is_stop(tongue, &part) {
                continue;
            }
            let key = Key::Root(analyser.root(tongue, &part));
            let is_plain = analyser.is_plain(tongue, &part);
            let weight = AS_PART * if is_plain { PLAIN } else { 1.0 };
            let part = Telling {
                word: part,
                key: key.clone(),
                in_title,
                is_plain,
                source: word.clone(),
                weight,
                frequency: 0,
            };
            known.entry(key).or_insert(part);
        }
        let key = whole;
        let is_plain = is_place || analyser.is_plain(tongue, &word);
        let weight = if is_plain { PLAIN } else { 1.0 };
        let whole = Telling { source: word.clone(), word, key: key.clone(), in_title, is_plain, weight, frequency: 0 };
        // A word that stands by itself counts more than one within another.
        match known.entry(key) {
            Entry::Occupied(mut there) if there.get().weight < whole.weight => drop(there.insert(whole)),
            Entry::Occupied(_) => {}
            Entry::Vacant(place) => drop(place.insert(whole)),
        }
    }
    Ok(known.into_values())
}

/// Inverse document frequency as in BM25.
fn rarity(count: u64, frequency: u64) -> f64 {
    let number = |value: u64| u32::try_from(value).map_or(f64::from(u32::MAX), f64::from);
    (1.0 + (number(count.saturating_sub(frequency)) + 0.5) / (number(frequency) + 0.5)).ln()
}

fn candidates_query(view: &View<'_>, telling: &[Telling], exclude: Option<i64>) -> BooleanQuery {
    let mut clauses: Vec<(Occur, Box<dyn IndexQuery>)> = Vec::new();
    let mut left = MOST_ENTRIES;
    for word in telling.iter().filter(|word| !word.is_plain) {
        if word.frequency > left && !clauses.is_empty() {
            continue;
        }
        left = left.saturating_sub(word.frequency);
        for (area, weight) in [(view.fields.title, 2.0), (view.fields.body, 1.0)] {
            let weight: Score = if word.in_title { weight * 2.0 } else { weight };
            for term in word.key.terms(area) {
                let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
                clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(term), weight))));
            }
        }
    }
    if let Some(id) = exclude {
        let itself = TermQuery::new(Term::from_field_i64(view.fields.id, id), IndexRecordOption::Basic);
        clauses.push((Occur::MustNot, Box::new(itself)));
    }
    BooleanQuery::new(clauses)
}

/// Which telling words stand in which candidate, read from the word lists without opening a text.
fn common_words(
    view: &View<'_>,
    telling: &[Telling],
    candidates: &[DocAddress],
) -> tantivy::Result<HashMap<DocAddress, Common>> {
    let mut by_segment: BTreeMap<u32, Vec<DocId>> = BTreeMap::new();
    for address in candidates {
        by_segment.entry(address.segment_ord).or_default().push(address.doc_id);
    }
    let mut common: HashMap<DocAddress, Common> = HashMap::new();
    for (segment, mut docs) in by_segment {
        docs.sort_unstable();
        for (at, word) in telling.iter().enumerate() {
            let terms = [(view.fields.title, true), (view.fields.body, false)]
                .into_iter()
                .flat_map(|(area, in_title)| word.key.terms(area).into_iter().map(move |term| (term, in_title)));
            for (term, in_title) in terms {
                for doc in holding(view, segment, &term, &docs)? {
                    common.entry(DocAddress::new(segment, doc)).or_default().words.entry(at).or_insert(in_title);
                }
            }
        }
    }
    Ok(common)
}

/// Those of the documents, given in ascending order, that hold the word.
fn holding(view: &View<'_>, segment: u32, term: &Term, docs: &[DocId]) -> tantivy::Result<Vec<DocId>> {
    let index = view.searcher.segment_reader(segment).inverted_index(term.field())?;
    let Some(mut postings) = index.read_postings(term, IndexRecordOption::Basic)? else { return Ok(Vec::new()) };
    let mut held = Vec::new();
    for doc in docs {
        let at = if postings.doc() < *doc { postings.seek(*doc) } else { postings.doc() };
        if at == *doc {
            held.push(*doc);
        }
    }
    Ok(held)
}
