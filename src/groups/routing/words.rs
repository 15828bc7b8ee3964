//! Words of an idea that are also the words of a group.

use std::collections::BTreeSet;

use super::GroupProfile;
use crate::groups::GroupKind;
use crate::i18n::{Locale, Texts};
use crate::search::{WordStem, word_stems};

/// Words named in one reason.
const MOST_WORDS: usize = 4;
/// Shortest stem that may stand for a part of a longer word (`lamp` would be in `lampett`).
const LEAST_PART: usize = 5;

/// Words of an idea of which it is asked where published ideas with them lie.
const MOST_ASKED: usize = 8;

/// The words of an idea of which it is worth asking where published ideas with them lie: those of
/// the title first, each once, at most eight: more cost a search each and made no suggestion better.
#[must_use]
pub fn asked_words(title: &str, body: &str) -> Vec<String> {
    let idea = IdeaWords::of(title, body);
    let mut seen = BTreeSet::new();
    let telling = idea.title.into_iter().chain(idea.body).filter(|word| says_something(&word.stem));
    let once = telling.filter(|word| seen.insert(word.stem.clone()));
    once.map(|word| word.written).take(MOST_ASKED).collect()
}

/// The words of an idea; a word of the title weighs more than one of the text.
pub(super) struct IdeaWords {
    title: Vec<WordStem>,
    body: Vec<WordStem>,
}

impl IdeaWords {
    pub(super) fn of(title: &str, body: &str) -> Self {
        let language = crate::markup::language_of(&format!("{title}. {body}"));
        let body = crate::markup::plain(body);
        Self { title: word_stems(title, language), body: word_stems(&body, language) }
    }
}

/// The stems in what is known of a group: words that usually belong to its theme, its name,
/// mandate and network. Only steering groups have any.
#[derive(Default)]
pub(super) struct GroupWords {
    pub(super) theme: BTreeSet<String>,
    pub(super) name: BTreeSet<String>,
    pub(super) mandate: BTreeSet<String>,
    pub(super) network: BTreeSet<String>,
}

impl GroupWords {
    fn of(profile: &GroupProfile) -> Self {
        if profile.kind != GroupKind::Steering {
            return Self::default();
        }
        let theme = profile.theme.as_deref().unwrap_or("");
        Self {
            theme: theme_stems(theme),
            name: group_stems(&format!("{} {theme}", profile.name)),
            mandate: group_stems(&profile.mandate),
            network: group_stems(&profile.builds_on),
        }
    }

    fn has(&self, stem: &str) -> bool {
        [&self.theme, &self.name, &self.mandate, &self.network].iter().any(|stems| stems.contains(stem))
    }

    /// Keeps the words that no other group has.
    fn without_shared(&self, others: &[&Self]) -> Self {
        let own = |stems: &BTreeSet<String>| {
            stems.iter().filter(|stem| !others.iter().any(|other| other.has(stem))).cloned().collect()
        };
        Self {
            theme: self.theme.clone(),
            name: own(&self.name),
            mandate: own(&self.mandate),
            network: own(&self.network),
        }
    }
}

/// The words that the catalogues (`theme-words-THEME`) count to a theme, in every language. A
/// town that has themes of its own writes its words there.
fn theme_stems(theme: &str) -> BTreeSet<String> {
    let key = format!("theme-words-{theme}");
    let spoken = Locale::ALL.iter().map(|locale| (locale, Texts::in_locale(*locale)));
    spoken
        .filter(|(_, texts)| texts.has(&key))
        .flat_map(|(locale, texts)| word_stems(&texts.say(&key), locale.as_str()))
        .map(|word| word.stem)
        .collect()
}

fn group_stems(text: &str) -> BTreeSet<String> {
    let words = word_stems(text, crate::markup::language_of(text)).into_iter();
    words.map(|word| word.stem).filter(|stem| says_something(stem)).collect()
}

/// Numbers and very short words are found everywhere.
fn says_something(stem: &str) -> bool {
    stem.chars().count() >= 3 && stem.chars().any(char::is_alphabetic)
}

/// The words of each group that no other group uses: a word such as `förening` that stands in
/// many mandates tells none of them apart.
pub(super) fn own_words(profiles: &[&GroupProfile]) -> Vec<GroupWords> {
    let all: Vec<GroupWords> = profiles.iter().map(|profile| GroupWords::of(profile)).collect();
    let one = |index: usize, words: &GroupWords| {
        let others: Vec<&GroupWords> =
            all.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, words)| words).collect();
        words.without_shared(&others)
    };
    all.iter().enumerate().map(|(index, words)| one(index, words)).collect()
}

/// Words of the idea that a text of the group has too.
pub(super) struct Hits {
    pub(super) words: Vec<String>,
    /// Two for each word of the title, one for each of the text.
    pub(super) weight: u32,
}

impl Hits {
    /// Looks for the idea's words among those of a text of the group. Each counts once.
    pub(super) fn find(group_stems: &BTreeSet<String>, idea: &IdeaWords, seen: &mut BTreeSet<String>) -> Self {
        let mut hits = Self { words: Vec::new(), weight: 0 };
        for (words, weight) in [(&idea.title, 2), (&idea.body, 1)] {
            for word in words.iter().filter(|word| says_something(&word.stem)) {
                let known = group_stems.iter().any(|other| are_kin(&word.stem, other));
                if known && seen.insert(word.stem.clone()) {
                    hits.words.push(word.written.clone());
                    hits.weight += weight;
                }
            }
        }
        hits
    }

    pub(super) fn named(&self) -> String {
        let shown: Vec<String> = self.words.iter().take(MOST_WORDS).map(|word| format!("”{word}”")).collect();
        shown.join(", ")
    }
}

/// Whether two stems are the same word, or one is the first or last part of the other, as in
/// `gångvägsbelysning` and `belysning`.
fn are_kin(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long || (short.chars().count() >= LEAST_PART && (long.starts_with(short) || long.ends_with(short)))
}
