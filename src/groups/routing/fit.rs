//! How well each group fits an idea, and what says so.

use std::collections::BTreeSet;

use super::words::{GroupWords, Hits, IdeaWords, own_words};
use super::{GroupKind, GroupProfile, IdeaFacts, Like, Published, Reason};
use crate::search::word_stems;
use crate::town::WHOLE_AREA;

/// Points for answering for the idea's theme: more than words alone can give.
const THEME_POINTS: u32 = 60;
/// Points for having somebody who speaks for the part of the area.
const AREA_POINTS: u32 = 5;
/// Most points for words of the idea found with the group.
const MOST_WORD_POINTS: u32 = 45;
/// So many more points for words, or so much more likeness, is clearly more.
const CLEARLY_MORE_POINTS: u32 = 15;
/// From this share on a word is named as one whose ideas lie with the group.
const TELLING_SHARE: f64 = 0.5;
/// Words that are named in one reason.
const MOST_WORDS: usize = 4;
/// Ideas alike that are named in one reason.
const MOST_TITLES: usize = 3;

/// What speaks for a group, in numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// Which group.
    pub group: crate::kernel::GroupId,
    /// Points for theme, words and area.
    pub points: u32,
    /// The likeness of all ideas alike that lie with the group, added up.
    pub likeness: f64,
    /// For each word of the idea the group's share of the published ideas with it, added up.
    pub habit: f64,
}

/// What speaks for a group, with the words and titles that say so.
pub(super) struct Fit<'a> {
    pub(super) profile: &'a GroupProfile,
    theme: bool,
    area: bool,
    theme_words: Hits,
    name_words: Hits,
    mandate_words: Hits,
    network_words: Hits,
    /// The most alike first.
    likes: Vec<&'a Like>,
    /// Words that published ideas of the group have, with its share, the most telling first.
    habits: Vec<(&'a str, f64)>,
}

/// What speaks for each group that can answer, in the order of the profiles.
pub(super) fn all<'a>(profiles: &'a [GroupProfile], idea: &IdeaFacts<'_>, published: &'a Published) -> Vec<Fit<'a>> {
    let words = IdeaWords::of(idea.title, idea.body);
    let candidates: Vec<&GroupProfile> = profiles.iter().filter(|profile| profile.can_answer()).collect();
    let own = own_words(&candidates);
    candidates.into_iter().zip(&own).map(|(profile, own)| Fit::of(profile, own, idea, &words, published)).collect()
}

impl<'a> Fit<'a> {
    fn of(
        profile: &'a GroupProfile,
        own: &GroupWords,
        idea: &IdeaFacts<'_>,
        words: &IdeaWords,
        published: &'a Published,
    ) -> Self {
        let mut seen = BTreeSet::new();
        let mut find = |stems| Hits::find(stems, words, &mut seen);
        let mut likes: Vec<&Like> = published.likes.iter().filter(|like| like.group == profile.id).collect();
        likes.sort_by(|one, other| other.likeness.total_cmp(&one.likeness));
        Self {
            profile,
            theme: idea.theme.is_some() && profile.theme.as_deref() == idea.theme,
            area: profile.kind == GroupKind::Steering && speaks_for_area(profile, idea.area),
            theme_words: find(&own.theme),
            name_words: find(&own.name),
            mandate_words: find(&own.mandate),
            network_words: find(&own.network),
            likes,
            habits: habits(profile, published),
        }
    }

    pub(super) fn evidence(&self) -> Evidence {
        Evidence { group: self.profile.id, points: self.points(), likeness: self.likeness(), habit: self.habit() }
    }

    /// Whether there is any reason for the group.
    pub(super) fn says_something(&self) -> bool {
        !self.reasons().is_empty()
    }

    fn likeness(&self) -> f64 {
        self.likes.iter().map(|like| like.likeness).sum()
    }

    fn habit(&self) -> f64 {
        self.habits.iter().map(|(_, share)| share).sum()
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

    /// Whether the idea's words fit this group clearly better than another that has the idea's theme.
    pub(super) fn is_clearly_stronger_without_theme(&self, other: &Self) -> bool {
        other.theme && !self.theme && self.word_points() >= other.word_points() + CLEARLY_MORE_POINTS
    }

    /// Weightiest first.
    pub(super) fn reasons(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let mut add = |key, args| reasons.push(Reason { key, args });
        let group = || ("group", self.profile.name.clone());
        if self.theme {
            add("routing-theme", vec![group()]);
        }
        let titles: Vec<String> = self.likes.iter().take(MOST_TITLES).map(|like| format!("”{}”", like.title)).collect();
        match titles.as_slice() {
            [] => {}
            [title] => add("routing-alike-one", vec![("title", title.clone()), group()]),
            several => add("routing-alike-many", vec![("titles", several.join(", ")), group()]),
        }
        let telling = self.habits.iter().filter(|(_, share)| *share >= TELLING_SHARE).take(MOST_WORDS);
        let words: Vec<String> = telling.map(|(word, _)| format!("”{word}”")).collect();
        if !words.is_empty() {
            add("routing-habit", vec![("words", words.join(", ")), group()]);
        }
        for (key, hits) in [
            ("routing-words-theme", &self.theme_words),
            ("routing-words-name", &self.name_words),
            ("routing-words-mandate", &self.mandate_words),
            ("routing-words-network", &self.network_words),
        ] {
            if !hits.words.is_empty() {
                add(key, vec![("words", hits.named())]);
            }
        }
        if self.area && self.points() > 0 {
            add("routing-area", Vec::new());
        }
        reasons
    }
}

/// The words of the idea that published ideas of the group have, the most telling first.
fn habits<'a>(profile: &GroupProfile, published: &'a Published) -> Vec<(&'a str, f64)> {
    let share = |use_of: &'a super::WordUse| {
        let (_, own) = use_of.by_group.iter().find(|(slug, _)| *slug == profile.slug)?;
        // One more than there are: a word that a single idea has is no rule yet.
        Some((use_of.word.as_str(), number(*own) / (number(use_of.ideas) + 1.0)))
    };
    let mut habits: Vec<_> = published.words.iter().filter_map(share).collect();
    habits.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    habits
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// Whether a seat, or the mandate, names the part of the area. The word for the whole of it is
/// no part.
fn speaks_for_area(profile: &GroupProfile, area: &str) -> bool {
    if area.is_empty() || area == WHOLE_AREA {
        return false;
    }
    let texts = profile.represents.iter().chain(std::iter::once(&profile.mandate));
    texts.flat_map(|text| word_stems(text, "sv")).any(|word| word.folded == area)
}
