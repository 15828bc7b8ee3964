//! Which group should answer for an idea, and why, in words that a moderator can check. Pure.
//!
//! A suggestion is never more than that: the moderator confirms it or chooses another group.

use std::collections::BTreeSet;

use super::GroupKind;
use crate::i18n::{Locale, Texts};
use crate::kernel::GroupId;
use crate::search::{WordStem, word_stems};
use crate::word_enum;

/// Points for answering for the idea's theme: more than words alone can give.
const THEME_POINTS: u32 = 60;
/// Points for having somebody who speaks for the part of the area.
const AREA_POINTS: u32 = 5;
/// Most points for words of the idea found with the group.
const MOST_WORD_POINTS: u32 = 45;
/// From here a suggestion is likely right; below it is unsure.
const LIKELY_FROM: u32 = 15;
/// Two groups whose points differ by less than this fit about equally well.
const CLEAR_MARGIN: u32 = 10;
/// Words named in one reason.
const MOST_WORDS: usize = 4;
/// Shortest stem that may stand for a part of a longer word (`lamp` would be in `lampett`).
const LEAST_PART: usize = 5;

/// What is known of a group when one is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupProfile {
    /// Which.
    pub id: GroupId,
    /// Its word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// What kind of body it is; only steering groups are suggested.
    pub kind: GroupKind,
    /// The theme whose ideas it answers for.
    pub theme: Option<String>,
    /// What it may decide.
    pub mandate: String,
    /// The network that it grew out of.
    pub builds_on: String,
    /// For whom the seats speak, one text each.
    pub represents: Vec<String>,
    /// Ideas on its desk now.
    pub open_ideas: i64,
}

word_enum! {
    /// How sure a suggestion is.
    pub enum Confidence {
        /// The theme says so and nothing speaks against it.
        Sure = "sure",
        /// Something says so.
        Likely = "likely",
        /// Too little says so; look closer.
        Unsure = "unsure",
    }
}

/// Why a group is suggested: the key of a text and the values in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Key in the catalogues, one of [`REASON_KEYS`].
    pub key: &'static str,
    /// Values by name.
    pub args: Vec<(&'static str, String)>,
}

/// The keys of all reasons.
pub const REASON_KEYS: [&str; 8] = [
    "routing-theme",
    "routing-words-theme",
    "routing-words-name",
    "routing-words-mandate",
    "routing-words-network",
    "routing-area",
    "routing-less-to-do",
    "routing-elsewhere",
];

/// A group that should answer for an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The group.
    pub group: GroupId,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The theme it answers for: what to set when the idea has none yet.
    pub theme: Option<String>,
    /// How sure this is.
    pub confidence: Confidence,
    /// Why, weightiest first.
    pub reasons: Vec<Reason>,
}

/// The group that fits best, or none when nothing at all points to one. `theme` is the idea's
/// theme if one is set, `area` the word for its part of the area.
#[must_use]
pub fn suggest(
    profiles: &[GroupProfile],
    theme: Option<&str>,
    area: &str,
    title: &str,
    body: &str,
) -> Option<Suggestion> {
    let idea = IdeaWords::of(title, body);
    let candidates = || profiles.iter().filter(|profile| profile.kind == GroupKind::Steering);
    let own_words = own_words(&candidates().collect::<Vec<_>>());
    let mut fits: Vec<Fit<'_>> = candidates()
        .zip(&own_words)
        .map(|(profile, own)| Fit::of(profile, own, theme, area, &idea))
        .filter(|fit| fit.points() > 0)
        .collect();
    // Of groups that fit equally well, the one with least to do.
    fits.sort_by_key(|fit| (std::cmp::Reverse(fit.points()), fit.profile.open_ideas, fit.profile.id));
    let best = fits.first()?;
    let rivals = fits.get(1..).unwrap_or_default();
    Some(Suggestion {
        group: best.profile.id,
        slug: best.profile.slug.clone(),
        name: best.profile.name.clone(),
        theme: best.profile.theme.clone(),
        confidence: confidence(best, rivals),
        reasons: reasons(best, rivals),
    })
}

/// The words of an idea; a word of the title weighs more than one of the text.
struct IdeaWords {
    title: Vec<WordStem>,
    body: Vec<WordStem>,
}

impl IdeaWords {
    fn of(title: &str, body: &str) -> Self {
        let language = crate::markup::language_of(&format!("{title}. {body}"));
        let body = crate::markup::plain(body);
        Self { title: word_stems(title, language), body: word_stems(&body, language) }
    }
}

/// The stems in what is known of a group: words that usually belong to its theme, its name,
/// mandate and network.
struct GroupWords {
    theme: BTreeSet<String>,
    name: BTreeSet<String>,
    mandate: BTreeSet<String>,
    network: BTreeSet<String>,
}

impl GroupWords {
    fn of(profile: &GroupProfile) -> Self {
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
fn own_words(profiles: &[&GroupProfile]) -> Vec<GroupWords> {
    let all: Vec<GroupWords> = profiles.iter().map(|profile| GroupWords::of(profile)).collect();
    let one = |index: usize, words: &GroupWords| {
        let others: Vec<&GroupWords> =
            all.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, words)| words).collect();
        words.without_shared(&others)
    };
    all.iter().enumerate().map(|(index, words)| one(index, words)).collect()
}

/// How well a group fits, and what says so.
struct Fit<'a> {
    profile: &'a GroupProfile,
    theme: bool,
    area: bool,
    theme_words: Hits,
    name_words: Hits,
    mandate_words: Hits,
    network_words: Hits,
}

impl<'a> Fit<'a> {
    fn of(profile: &'a GroupProfile, own: &GroupWords, theme: Option<&str>, area: &str, idea: &IdeaWords) -> Self {
        let mut seen = BTreeSet::new();
        let theme_words = Hits::find(&own.theme, idea, &mut seen);
        let name_words = Hits::find(&own.name, idea, &mut seen);
        let mandate_words = Hits::find(&own.mandate, idea, &mut seen);
        let network_words = Hits::find(&own.network, idea, &mut seen);
        Self {
            profile,
            theme: theme.is_some() && profile.theme.as_deref() == theme,
            area: speaks_for_area(profile, area),
            theme_words,
            name_words,
            mandate_words,
            network_words,
        }
    }

    fn word_points(&self) -> u32 {
        let points = 12 * (self.theme_words.weight + self.name_words.weight)
            + 8 * self.mandate_words.weight
            + 6 * self.network_words.weight;
        (points / 2).min(MOST_WORD_POINTS)
    }

    /// Somebody from the same part of the area does not make a group fit by itself.
    fn points(&self) -> u32 {
        let points = self.word_points() + if self.theme { THEME_POINTS } else { 0 };
        points + if self.area && points > 0 { AREA_POINTS } else { 0 }
    }
}

/// Words of the idea that a text of the group has too.
struct Hits {
    words: Vec<String>,
    /// Two for each word of the title, one for each of the text.
    weight: u32,
}

impl Hits {
    /// Looks for the idea's words among those of a text of the group. Each counts once.
    fn find(group_stems: &BTreeSet<String>, idea: &IdeaWords, seen: &mut BTreeSet<String>) -> Self {
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

    fn named(&self) -> String {
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

/// Whether a seat, or the mandate, names the part of the area. The word for the whole of it is
/// no part.
fn speaks_for_area(profile: &GroupProfile, area: &str) -> bool {
    if area.is_empty() || area == "hela" {
        return false;
    }
    let texts = profile.represents.iter().chain(std::iter::once(&profile.mandate));
    texts.flat_map(|text| word_stems(text, "sv")).any(|word| word.folded == area)
}

fn confidence(best: &Fit<'_>, rivals: &[Fit<'_>]) -> Confidence {
    let next = rivals.first().map_or(0, Fit::points);
    let clear = best.points() >= next + CLEAR_MARGIN;
    if best.theme && clear && stronger_by_words(best, rivals).is_none() {
        return Confidence::Sure;
    }
    if best.theme || (best.word_points() >= LIKELY_FROM && clear) { Confidence::Likely } else { Confidence::Unsure }
}

/// A group without the theme whose words fit clearly better than those of the best.
fn stronger_by_words<'a, 'b>(best: &Fit<'_>, rivals: &'b [Fit<'a>]) -> Option<&'b Fit<'a>> {
    rivals.iter().find(|rival| !rival.theme && rival.word_points() >= best.word_points() + LIKELY_FROM)
}

fn reasons(best: &Fit<'_>, rivals: &[Fit<'_>]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut add = |key, args| reasons.push(Reason { key, args });
    if best.theme {
        add("routing-theme", vec![("group", best.profile.name.clone())]);
    }
    for (key, hits) in [
        ("routing-words-theme", &best.theme_words),
        ("routing-words-name", &best.name_words),
        ("routing-words-mandate", &best.mandate_words),
        ("routing-words-network", &best.network_words),
    ] {
        if !hits.words.is_empty() {
            add(key, vec![("words", hits.named())]);
        }
    }
    if best.area {
        add("routing-area", Vec::new());
    }
    if rivals.first().is_some_and(|rival| rival.points() == best.points()) {
        add("routing-less-to-do", vec![("count", best.profile.open_ideas.to_string())]);
    }
    if let Some(rival) = stronger_by_words(best, rivals) {
        add("routing-elsewhere", vec![("group", rival.profile.name.clone())]);
    }
    reasons
}

#[cfg(test)]
mod tests;
