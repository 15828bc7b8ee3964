//! Stored words in the reader's language, and an idea as it stands in a list.

use crate::i18n::Texts;
use crate::ideas::lifecycle::State;
use crate::ideas::views::Card;
use crate::kernel::Date;
use crate::markup::{self, LANGUAGES};

/// Characters of the summary of an idea in a list.
const SUMMARY_LIMIT: usize = 160;

/// The class of the tag for a state, as in `docs/components.md`.
#[must_use]
pub const fn tag_class(state: State) -> &'static str {
    match state {
        State::Draft => "tag-draft",
        State::Screening | State::Returned => "tag-screening",
        State::Open => "tag-open",
        State::WithGroup | State::AwaitingAnswer | State::Forwarded | State::Proposal => "tag-with-group",
        State::Ballot => "tag-ballot",
        State::Accepted | State::PartlyAccepted => "tag-yes",
        State::Declined | State::Refused => "tag-no",
        State::UnderWay => "tag-under-way",
        State::Done => "tag-done",
        State::Closed | State::Stopped | State::Merged | State::Withdrawn => "tag-ended",
    }
}

/// A state in words.
#[must_use]
pub fn state_word(texts: Texts, state: State) -> String {
    texts.say(&format!("state-{state}")).into_owned()
}

/// A part of the area in words; a town's own word without a text is shown as written.
#[must_use]
pub fn area_word(texts: Texts, word: &str) -> String {
    said_or_written(texts, "area", word)
}

/// A language in words.
#[must_use]
pub fn language_word(texts: Texts, code: &str) -> String {
    texts.say(&format!("language-{code}")).into_owned()
}

/// The languages that a text can be in, each with its word.
#[must_use]
pub fn languages(texts: Texts) -> Vec<(String, String)> {
    LANGUAGES.iter().map(|code| ((*code).to_owned(), language_word(texts, code))).collect()
}

/// A theme in words.
#[must_use]
pub fn theme_word(texts: Texts, word: &str) -> String {
    said_or_written(texts, "theme", word)
}

/// A ground in words.
#[must_use]
pub fn ground_word(texts: Texts, word: &str) -> String {
    said_or_written(texts, "ground", word)
}

/// The name of a group, or "the group" when there is none yet.
#[must_use]
pub fn group_word(texts: Texts, name: Option<&str>) -> String {
    name.filter(|name| !name.is_empty()).map_or_else(|| texts.say("the-group").into_owned(), str::to_owned)
}

/// What stands before an addition to a text: the word for it and the day.
#[must_use]
pub fn addition_label(texts: Texts, day: Date) -> String {
    texts.say1("addition-label", "date", texts.date_with_year(day)).into_owned()
}

fn said_or_written(texts: Texts, kind: &str, word: &str) -> String {
    let key = format!("{kind}-{word}");
    if texts.has(&key) { texts.say(&key).into_owned() } else { word.to_owned() }
}

/// An idea as it stands in a list.
#[derive(Debug, Clone)]
pub struct ShownCard {
    /// Public number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Language of title and summary.
    pub language: String,
    /// State in words.
    pub state: String,
    /// Class of the tag.
    pub tag_class: &'static str,
    /// The beginning of the text.
    pub summary: String,
    /// Place, theme, support, contributions, days left.
    pub meta: String,
}

impl ShownCard {
    /// Puts a row into words.
    #[must_use]
    pub fn new(texts: Texts, card: &Card, today: Date) -> Self {
        let mut meta = vec![area_word(texts, &card.area)];
        meta.extend(card.theme.as_deref().map(|theme| theme_word(texts, theme)));
        meta.push(texts.say1("idea-supports", "count", card.support_count).into_owned());
        meta.push(texts.say1("idea-comments", "count", card.comment_count).into_owned());
        if card.state == State::Open {
            meta.extend(card.closes_on.map(|last| texts.days_left(last, today)));
        }
        Self {
            number: card.number.clone().unwrap_or_default(),
            title: card.title.clone(),
            language: card.language.clone(),
            state: state_word(texts, card.state),
            tag_class: tag_class(card.state),
            summary: markup::excerpt(&card.body, SUMMARY_LIMIT),
            meta: meta.join(" · "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_state_and_ground_has_its_words() {
        for locale in Locale::ALL {
            let texts = Texts::in_locale(*locale);
            for state in State::ALL {
                for kind in ["state", "now", "deadline"] {
                    assert!(texts.has(&format!("{kind}-{state}")), "{kind}-{state}");
                }
            }
            for ground in crate::ideas::lifecycle::Ground::ALL {
                assert!(texts.has(&format!("ground-{ground}")) && texts.has(&format!("ground-help-{ground}")));
            }
            for kind in crate::journal::Event::KINDS {
                let of_an_idea = !(kind.starts_with("seat_")
                    || matches!(*kind, "role_given" | "suspension_changed" | "group_made" | "group_changed"));
                assert_eq!(texts.has(&format!("event-{kind}")), of_an_idea, "event-{kind}");
            }
        }
    }
}
