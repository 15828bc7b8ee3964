//! From text to the words of the index: cut, lowered, stemmed, taken apart and folded.
//!
//! Texts and questions pass through the same functions, so that both sides always agree. A change
//! here changes what the index holds: raise [`super::schema::VERSION`] with it.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use foldhash::HashMap;
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, StopWordFilter, TextAnalyzer};
use unicode_normalization::UnicodeNormalization;

use super::tongue::Tongue;
use super::words::words;
use super::{somali, swedish};

/// Words that are remembered in each language.
const MOST_REMEMBERED: usize = 20_000;
/// Endings that are taken off a word one after the other.
const MOST_ENDINGS: usize = 3;

/// A text as the index wants it: composed letters, so that å typed in two ways is one å.
pub(super) fn normal(text: &str) -> String {
    text.nfc().collect()
}

/// A word without the marks on its letters: `översta` → `oversta`, `idé` → `ide`.
pub(super) fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut plain = String::with_capacity(word.len());
    for c in word.nfd() {
        match c {
            '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' => {}
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            'đ' | 'ð' => plain.push('d'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            other => plain.push(other),
        }
    }
    plain.nfc().collect()
}

/// The words of one text in the forms of the index, each separated by spaces.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) exact: String,
    pub(super) stem: String,
    /// Roots of Swedish words, and of the parts of compounds.
    pub(super) root: String,
    /// Roots without marks on their letters, or stems in other languages; with the language.
    pub(super) folded: String,
    /// What all forms of a word share, with its language: of words and of parts alike.
    pub(super) widest: String,
    /// The same without marks.
    pub(super) widest_folded: String,
}

/// Stands before the root of a part in the index, so that `gång` is not taken for all of `gångväg`.
pub(super) const PART: &str = "~";

/// Stands before the roots of small words in the index, so that no other word has one of them.
const SMALL: &str = "=";

/// What all forms of a word or of a part share, as it stands in the index.
pub(super) fn widest_term(tongue: Tongue, root: &str) -> String {
    format!("{}{root}", tongue.tag())
}

/// A part's root as it stands in the index.
pub(super) fn part_term(root: &str) -> String {
    format!("{PART}{root}")
}

/// Brings words into their forms. Cheap to clone; all clones remember together.
#[derive(Clone)]
pub(super) struct Analyser {
    memory: Arc<Mutex<Memory>>,
    /// The roots of [`swedish::plain_words`], found when they are first needed.
    plain: Arc<OnceLock<HashSet<String>>>,
    swedish: Rules,
    finnish: Rules,
    english: Rules,
    arabic: Rules,
    somali: Rules,
}

#[derive(Clone)]
struct Rules {
    /// None where the stem is our own.
    stemmer: Option<TextAnalyzer>,
    stops: TextAnalyzer,
    asking: &'static [&'static str],
}

impl Rules {
    /// The rules of a tongue; `language` is what the library calls it, where it knows it.
    fn new(language: Option<Language>, tongue: Tongue) -> Self {
        let known = language.and_then(StopWordFilter::new);
        let stop_words =
            known.unwrap_or_else(|| StopWordFilter::remove(tongue.stops().iter().map(ToString::to_string)));
        let stemmer = |language| TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(language)).build();
        Self {
            stemmer: language.map(stemmer),
            stops: TextAnalyzer::builder(RawTokenizer::default()).filter(stop_words).build(),
            asking: tongue.asking(),
        }
    }
}

impl Analyser {
    pub(super) fn new() -> Self {
        Self {
            memory: Arc::default(),
            plain: Arc::default(),
            swedish: Rules::new(Some(Language::Swedish), Tongue::Swedish),
            finnish: Rules::new(Some(Language::Finnish), Tongue::Finnish),
            english: Rules::new(Some(Language::English), Tongue::English),
            arabic: Rules::new(Some(Language::Arabic), Tongue::Arabic),
            somali: Rules::new(None, Tongue::Somali),
        }
    }

    fn rules(&mut self, tongue: Tongue) -> Option<&mut Rules> {
        match tongue {
            Tongue::Swedish => Some(&mut self.swedish),
            Tongue::Finnish => Some(&mut self.finnish),
            Tongue::English => Some(&mut self.english),
            Tongue::Arabic => Some(&mut self.arabic),
            Tongue::Somali => Some(&mut self.somali),
            Tongue::Plain => None,
        }
    }

    /// The bare stem of a small-letter word; the word itself where there is no stemmer.
    pub(super) fn bare_stem(&mut self, tongue: Tongue, exact: &str) -> String {
        if tongue == Tongue::Somali {
            return somali::stem(exact).to_owned();
        }
        let Some(stemmer) = self.rules(tongue).and_then(|rules| rules.stemmer.as_mut()) else {
            return exact.to_owned();
        };
        let mut stream = stemmer.token_stream(exact);
        let stem = if stream.advance() { stream.token().text.as_str() } else { exact };
        let stem = if tongue == Tongue::Swedish { without_article(stem) } else { stem };
        stem.to_owned()
    }

    /// The stem as it stands in the index.
    pub(super) fn stem(&mut self, tongue: Tongue, exact: &str) -> String {
        let small = if self.is_small(tongue, exact) { SMALL } else { "" };
        format!("{}{small}{}", tongue.tag(), self.bare_stem(tongue, exact))
    }

    /// The root without marks, with its language, as it stands in the index.
    pub(super) fn folded_root(&mut self, tongue: Tongue, exact: &str) -> String {
        widest_term(tongue, &folded(&self.root(tongue, exact)))
    }

    /// What all forms of a small-letter word share; in other languages than Swedish its stem.
    pub(super) fn root(&mut self, tongue: Tongue, exact: &str) -> String {
        let (base, root) = match tongue {
            Tongue::Swedish => match swedish::base_form(exact) {
                swedish::Base::Kept(base) => (base, base.to_owned()),
                swedish::Base::Word(base) => (base, self.swedish_root(base)),
            },
            Tongue::Finnish | Tongue::English | Tongue::Arabic | Tongue::Somali | Tongue::Plain => {
                (exact, self.bare_stem(tongue, exact))
            }
        };
        if self.is_small(tongue, base) { format!("{SMALL}{root}") } else { root }
    }

    /// Stemmed again while an ending comes off: under the article of `resultatet` lies the word that `resultat`
    /// was before its own stem.
    fn swedish_root(&mut self, word: &str) -> String {
        let mut stem = self.bare_stem(Tongue::Swedish, word);
        for _ in 0..MOST_ENDINGS {
            let bare = swedish::without_endings(&stem);
            // `hållplats` is no participle, of which the stemmer would take the end.
            let next = if bare.ends_with("plat") { bare } else { self.bare_stem(Tongue::Swedish, &bare) };
            if next == stem {
                break;
            }
            stem = next;
        }
        swedish::root_of_stem(&stem)
    }

    /// Whether a word only holds a sentence together or asks: `som` is no form of `sommar`.
    fn is_small(&mut self, tongue: Tongue, exact: &str) -> bool {
        self.is_stop(tongue, exact) || self.is_asking(tongue, exact)
    }

    /// The small Swedish word that a word of a question may be whose marks were left out: `bättre` for
    /// `battre`; none where it is one as it stands.
    pub(super) fn small_without_marks(&mut self, exact: &str) -> Option<String> {
        if !exact.is_ascii() || self.is_small(Tongue::Swedish, exact) {
            return None;
        }
        swedish::with_marks(exact).find(|word| self.is_small(Tongue::Swedish, word))
    }

    /// The roots of the parts of a Swedish compound; none for any other word.
    pub(super) fn part_roots(&mut self, tongue: Tongue, exact: &str) -> Vec<String> {
        part_words(tongue, exact).into_iter().map(|part| self.root(tongue, &part)).collect()
    }

    /// The roots of the parts of a compound in a question, where the marks on its letters may have been left
    /// out; none for any other word.
    pub(super) fn asked_part_roots(&mut self, exact: &str) -> Vec<String> {
        let known = self.part_roots(Tongue::Swedish, exact);
        if !known.is_empty() {
            return known;
        }
        let parts = swedish::parts_without_marks(exact);
        parts.iter().map(|part| self.root(Tongue::Swedish, &swedish::word_of_part(part))).collect()
    }

    /// What all forms of a small-letter word share, with its language, as it stands in the index.
    pub(super) fn widest(&mut self, tongue: Tongue, exact: &str) -> String {
        widest_term(tongue, &self.root(tongue, exact))
    }

    /// Whether a word only holds a sentence together (`och`, `the`).
    pub(super) fn is_stop(&mut self, tongue: Tongue, exact: &str) -> bool {
        self.rules(tongue).is_some_and(|rules| !rules.stops.token_stream(exact).advance())
    }

    /// Whether a word of a question only holds a sentence together: in Swedish, or in another language where it
    /// is no Swedish word (`is`, `by` and `laga` are).
    pub(super) fn is_stop_anywhere(&mut self, exact: &str) -> bool {
        self.is_so_anywhere(exact, Self::is_stop)
    }

    /// The same of words for asking.
    pub(super) fn is_asking_anywhere(&mut self, exact: &str) -> bool {
        self.is_so_anywhere(exact, Self::is_asking)
    }

    fn is_so_anywhere(&mut self, exact: &str, is_so: fn(&mut Self, Tongue, &str) -> bool) -> bool {
        let mut others = Tongue::STEMMED.into_iter().filter(|tongue| *tongue != Tongue::Swedish);
        is_so(self, Tongue::Swedish, exact)
            || (!swedish::tells_something(exact) && others.any(|tongue| is_so(self, tongue, exact)))
    }

    /// Whether a word is used for asking for anything at all (`fler`, `need`).
    pub(super) fn is_asking(&mut self, tongue: Tongue, exact: &str) -> bool {
        self.rules(tongue).is_some_and(|rules| rules.asking.contains(&exact))
    }

    /// Whether any text may use the word, whatever it is about (`visa`, `vecka`).
    pub(super) fn is_plain(&mut self, tongue: Tongue, exact: &str) -> bool {
        if tongue != Tongue::Swedish {
            return tongue.has_plain(exact);
        }
        let root = self.root(tongue, exact);
        self.is_plain_root(&root)
    }

    /// The same of the root of a Swedish word.
    pub(super) fn is_plain_root(&mut self, root: &str) -> bool {
        let known = Arc::clone(&self.plain);
        known
            .get_or_init(|| swedish::plain_words().map(|word| self.root(Tongue::Swedish, word)).collect())
            .contains(root)
    }

    /// A text (which must be [`normal`]) in the forms of the index.
    pub(super) fn forms(&mut self, tongue: Tongue, text: &str) -> Forms {
        self.forms_with(tongue, text, true)
    }

    /// The same without the parts of compounds.
    pub(super) fn forms_of_wholes(&mut self, tongue: Tongue, text: &str) -> Forms {
        self.forms_with(tongue, text, false)
    }

    fn forms_with(&mut self, tongue: Tongue, text: &str, with_parts: bool) -> Forms {
        let mut forms = Forms::default();
        for word in words(text) {
            let known = self.known(tongue, &word.exact);
            push(&mut forms.exact, "", &word.exact);
            push(&mut forms.stem, "", &known.stem);
            push(&mut forms.folded, "", &known.folded);
            push(&mut forms.widest, tongue.tag(), &known.root);
            push(&mut forms.widest_folded, "", &known.folded);
            if tongue == Tongue::Swedish {
                push(&mut forms.root, "", &known.root);
            }
            for part in known.parts.iter().filter(|_| with_parts) {
                let bare = folded(part);
                push(&mut forms.widest, tongue.tag(), part);
                push(&mut forms.widest_folded, tongue.tag(), &bare);
                push(&mut forms.root, PART, part);
                push(&mut forms.folded, PART, &widest_term(tongue, &bare));
            }
        }
        forms
    }

    /// A small-letter word in all its forms. Texts say their words again and again, and taking them
    /// apart is slow, so what was seen lately is remembered.
    pub(super) fn known(&mut self, tongue: Tongue, exact: &str) -> Arc<KnownWord> {
        if let Some(known) = self.memory().get(tongue, exact) {
            return known;
        }
        let root = self.root(tongue, exact);
        let known = Arc::new(KnownWord {
            stem: self.stem(tongue, exact),
            folded: widest_term(tongue, &folded(&root)),
            parts: self.part_roots(tongue, exact),
            root,
        });
        self.memory().keep(tongue, exact, &known);
        known
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Words that were seen lately.
#[derive(Default)]
struct Memory(HashMap<Tongue, HashMap<String, Arc<KnownWord>>>);

impl Memory {
    fn get(&self, tongue: Tongue, exact: &str) -> Option<Arc<KnownWord>> {
        self.0.get(&tongue)?.get(exact).cloned()
    }

    fn keep(&mut self, tongue: Tongue, exact: &str, known: &Arc<KnownWord>) {
        let words = self.0.entry(tongue).or_default();
        if words.len() >= MOST_REMEMBERED {
            // The common ones are soon back.
            words.clear();
        }
        words.insert(exact.to_owned(), Arc::clone(known));
    }
}

/// The parts of a Swedish compound; none for any other word.
pub(super) fn parts(tongue: Tongue, exact: &str) -> Vec<String> {
    if tongue == Tongue::Swedish { swedish::parts(exact) } else { Vec::new() }
}

/// The same as the words that they are by themselves: `gata` for `gatu-`.
pub(super) fn part_words(tongue: Tongue, exact: &str) -> Vec<String> {
    parts(tongue, exact).into_iter().map(|part| swedish::word_of_part(&part)).collect()
}

/// A word in all its forms.
pub(super) struct KnownWord {
    /// As it stands in the index.
    pub(super) stem: String,
    pub(super) root: String,
    /// The root without marks, with its language.
    pub(super) folded: String,
    /// The roots of its parts.
    pub(super) parts: Vec<String>,
}

/// Snowball leaves the article of the most common kind of Swedish noun (`skola`, `skolan`), though
/// it takes the last letter of the word without it (`skol`). Short words (`plan`, `stan`) stay.
fn without_article(stem: &str) -> &str {
    match stem.strip_suffix("an") {
        Some(bare) if bare.chars().count() >= 3 => bare,
        Some(_) | None => stem,
    }
}

fn push(joined: &mut String, tag: &str, word: &str) {
    if !joined.is_empty() {
        joined.push(' ');
    }
    joined.push_str(tag);
    joined.push_str(word);
}
