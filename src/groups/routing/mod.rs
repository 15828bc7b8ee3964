//! Which groups should answer for an idea, and why, in words that a moderator can check. Pure.
//!
//! Four things speak for a group: the idea's theme, words that the idea shares with what is known
//! of the group, where ideas like it lie now, and where published ideas with its words lie. The last
//! two are how moderators and groups teach: an idea that was published with another group than the
//! suggested one, or handed over later, speaks for the group that has it.
//!
//! A suggestion is never more than that: the moderator confirms it or chooses another group. How
//! often it is right was measured ([`chance`]); where that is too seldom, no group is suggested.

mod chance;
mod fit;
mod words;

use super::GroupKind;
use crate::kernel::GroupId;
use crate::word_enum;

pub use chance::{MOST_SAID, Weights, chances};
pub use fit::Evidence;
pub use words::asked_words;

use chance::Chance;
use fit::Fit;

/// Most groups that are suggested.
const MOST_SUGGESTED: usize = 3;
/// A group is named beside the best when its chance is at least this part of the best one's.
const NEAR_THE_BEST: f64 = 0.5;

/// What is known of a group when one is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupProfile {
    /// Which.
    pub id: GroupId,
    /// Its word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// What kind of body it is. The youth council is suggested only where ideas alike lie with it;
    /// its words fit everything that concerns the young.
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
    /// Nobody sits in it any more; it is never suggested.
    pub closed: bool,
}

impl GroupProfile {
    /// Whether it could answer for an idea that comes in today.
    fn can_answer(&self) -> bool {
        self.kind.leads_ideas() && !self.closed
    }
}

/// What is known of the idea.
#[derive(Debug, Clone, Copy)]
pub struct IdeaFacts<'i> {
    /// Its theme, if one is set.
    pub theme: Option<&'i str>,
    /// Word for its part of the area.
    pub area: &'i str,
    /// The title.
    pub title: &'i str,
    /// The text; Markdown.
    pub body: &'i str,
}

/// What published ideas tell about where an idea belongs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Published {
    /// Ideas like it.
    pub likes: Vec<Like>,
    /// Where ideas with its words lie.
    pub words: Vec<WordUse>,
}

/// An idea that everybody may read, like the one a group is sought for.
#[derive(Debug, Clone, PartialEq)]
pub struct Like {
    /// Its title.
    pub title: String,
    /// The group that answers for it now.
    pub group: GroupId,
    /// How much of what the idea is about it shares, 0 to 1.
    pub likeness: f64,
}

/// A word of the idea, and how many published ideas with it lie with which group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordUse {
    /// The word as the idea has it, in small letters.
    pub word: String,
    /// All published ideas with the word.
    pub ideas: usize,
    /// Those of them that lie with a group, by its word in addresses.
    pub by_group: Vec<(String, usize)>,
}

word_enum! {
    /// How sure a suggestion is, in a word.
    pub enum Confidence {
        /// The choice falls on the group at least four times of five.
        Sure = "sure",
        /// More often than not.
        Likely = "likely",
        /// Less often than that: a group close behind the best.
        Possible = "possible",
    }
}

/// Why a group is suggested, or none is: the key of a text and the values in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Key in the catalogues, one of [`REASON_KEYS`].
    pub key: &'static str,
    /// Values by name.
    pub args: Vec<(&'static str, String)>,
}

impl Reason {
    const fn plain(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }
}

/// The keys of all reasons.
pub const REASON_KEYS: [&str; 15] = [
    "routing-theme",
    "routing-alike-one",
    "routing-alike-many",
    "routing-habit",
    "routing-words-theme",
    "routing-words-name",
    "routing-words-mandate",
    "routing-words-network",
    "routing-area",
    "routing-less-to-do",
    "routing-elsewhere",
    "routing-unsure-no-groups",
    "routing-unsure-nothing",
    "routing-unsure-little",
    "routing-unsure-several",
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
    /// How many times of a hundred a moderator chooses this group when as much speaks for it.
    pub percent: u8,
    /// The same in a word.
    pub confidence: Confidence,
    /// Why, weightiest first.
    pub reasons: Vec<Reason>,
}

/// What a moderator is told about the right group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Advice {
    /// The best group first, then those close behind it; none when that would be a guess.
    pub suggestions: Vec<Suggestion>,
    /// Why no group is suggested.
    pub doubt: Option<Reason>,
}

impl Advice {
    /// The best group, when one is suggested.
    #[must_use]
    pub fn best(&self) -> Option<&Suggestion> {
        self.suggestions.first()
    }
}

/// The groups that fit best, or why none is suggested.
#[must_use]
pub fn advise(profiles: &[GroupProfile], idea: &IdeaFacts<'_>, published: &Published) -> Advice {
    let fits = fit::all(profiles, idea, published);
    let evidence: Vec<Evidence> = fits.iter().map(Fit::evidence).collect();
    let shares = chances(&evidence, &Weights::MEASURED);
    let mut ranked: Vec<Ranked<'_>> =
        fits.into_iter().zip(shares).map(|(fit, share)| Ranked { fit, chance: Chance(share) }).collect();
    // Of groups that fit equally well, the one with least to do.
    ranked.sort_by(|one, other| {
        let by_chance = other.chance.0.total_cmp(&one.chance.0);
        let work = |ranked: &Ranked<'_>| (ranked.fit.profile.open_ideas, ranked.fit.profile.id);
        by_chance.then_with(|| work(one).cmp(&work(other)))
    });
    let Some(best) = ranked.first() else { return none(Reason::plain("routing-unsure-no-groups")) };
    if !best.fit.says_something() {
        return none(Reason::plain("routing-unsure-nothing"));
    }
    let least = best.chance.0 * NEAR_THE_BEST;
    let is_near = |one: &&Ranked<'_>| one.chance.0 >= least && one.fit.says_something();
    let near: Vec<&Ranked<'_>> = ranked.iter().take_while(is_near).take(MOST_SUGGESTED).collect();
    if best.chance.is_enough() {
        return Advice { suggestions: near.iter().map(|one| suggestion(one, best, &ranked)).collect(), doubt: None };
    }
    match near.as_slice() {
        [] | [_] => none(Reason::plain("routing-unsure-little")),
        several => {
            let names: Vec<&str> = several.iter().map(|one| one.fit.profile.name.as_str()).collect();
            none(Reason { key: "routing-unsure-several", args: vec![("groups", names.join(", "))] })
        }
    }
}

/// What speaks for each group that can answer: for measuring.
#[must_use]
pub fn evidence(profiles: &[GroupProfile], idea: &IdeaFacts<'_>, published: &Published) -> Vec<Evidence> {
    fit::all(profiles, idea, published).iter().map(Fit::evidence).collect()
}

/// A group in its place.
struct Ranked<'a> {
    fit: Fit<'a>,
    chance: Chance,
}

fn none(doubt: Reason) -> Advice {
    Advice { suggestions: Vec::new(), doubt: Some(doubt) }
}

fn suggestion(one: &Ranked<'_>, best: &Ranked<'_>, all: &[Ranked<'_>]) -> Suggestion {
    let profile = one.fit.profile;
    let mut reasons = one.fit.reasons();
    let is_best = profile.id == best.fit.profile.id;
    let others = || all.iter().filter(|other| other.fit.profile.id != profile.id);
    // Equal evidence gives equal chances to the last digit.
    if is_best && others().any(|other| other.chance.0.total_cmp(&one.chance.0).is_eq()) {
        reasons.push(Reason { key: "routing-less-to-do", args: vec![("count", profile.open_ideas.to_string())] });
    }
    if let Some(rival) = others().find(|other| other.fit.is_clearly_stronger_without_theme(&one.fit)) {
        reasons.push(Reason { key: "routing-elsewhere", args: vec![("group", rival.fit.profile.name.clone())] });
    }
    Suggestion {
        group: profile.id,
        slug: profile.slug.clone(),
        name: profile.name.clone(),
        theme: profile.theme.clone(),
        percent: one.chance.percent(),
        confidence: one.chance.word(),
        reasons,
    }
}

#[cfg(test)]
mod tests;
