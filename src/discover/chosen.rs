//! What a list was narrowed by, in words.

use super::views::GroupName;
use crate::i18n::Texts;
use crate::ideas::list_query::RawListQuery;
use crate::ideas::pages::{area_word, language_word, state_word, theme_word};

/// A choice and its value in words: `Theme: Safety`.
#[must_use]
pub(super) fn choice_words(texts: Texts, groups: &[GroupName], name: &str, value: &str) -> String {
    let words = match name {
        "theme" => theme_word(texts, value),
        "area" => area_word(texts, value),
        "state" => value.parse().map_or_else(|_| value.to_owned(), |state| state_word(texts, state)),
        "group" => {
            let group = groups.iter().find(|group| group.slug == value);
            group.map_or_else(|| value.to_owned(), |group| group.name.clone())
        }
        "language" => language_word(texts, value),
        "sort" => texts.say(&format!("sort-{value}")).into_owned(),
        _ => value.to_owned(),
    };
    format!("{}: {words}", texts.say(&format!("filter-{name}")))
}

/// Everything that narrows a list, in words.
#[must_use]
pub fn chosen_words(texts: Texts, groups: &[GroupName], raw: &RawListQuery) -> Vec<String> {
    let lists = [
        ("theme", &raw.theme),
        ("area", &raw.area),
        ("state", &raw.state),
        ("group", &raw.group),
        ("language", &raw.language),
        ("year", &raw.year),
    ];
    let pairs = lists.into_iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
    pairs.map(|(name, value)| choice_words(texts, groups, name, value)).collect()
}
