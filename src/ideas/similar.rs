//! Ideas like the one that somebody is writing, with the reason in words.

use crate::db::Db;
use crate::error::Result;
use crate::i18n::Texts;
use crate::ideas::lifecycle::State;
use crate::ideas::pages::{area_word, state_word};
use crate::ideas::settled::has_settled;
use crate::ideas::store::Idea;
use crate::ideas::views::{self, Card};
use crate::kernel::IdeaId;
use crate::markup;
use crate::search::{Draft, Search, WordStem, word_stems};
use crate::town::WHOLE_AREA;

/// Most ideas that are shown.
const MOST: usize = 5;
/// Most shared words that are named.
const MOST_WORDS: usize = 4;

/// An idea like a draft.
#[derive(Debug, Clone)]
pub struct SimilarIdea {
    /// The idea.
    pub card: Card,
    /// What both are about, and where when both are about the same place.
    pub reason: String,
    /// Where it is on its way, in words.
    pub state: String,
}

impl SimilarIdea {
    /// Whether it can be supported instead.
    #[must_use]
    pub fn takes_support(&self) -> bool {
        self.card.state == State::Open
    }
}

/// What somebody is writing.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// What shall happen.
    pub title: String,
    /// Why, as Markdown; empty while nothing is written.
    pub body: String,
    /// The part of the area that was chosen, if one was.
    pub area: String,
}

/// The ideas most like what somebody is writing, at most five, the most alike first.
///
/// # Errors
/// When the index or the database fails.
pub fn like_written(db: &Db, search: &Search, texts: Texts, written: &Written) -> Result<Vec<SimilarIdea>> {
    if !has_settled(db, search)? {
        return Ok(Vec::new());
    }
    let body = markup::plain(&written.body);
    let language = markup::known_language_of(&format!("{}. {body}", written.title)).unwrap_or_default();
    let draft = Draft { title: &written.title, body: &body, language, exclude: None };
    similar(db, search, texts, &draft, &written.area)
}

/// The same for an idea that is there, without itself.
///
/// # Errors
/// As [`like_written`].
pub fn like_idea(db: &Db, search: &Search, texts: Texts, idea: &Idea) -> Result<Vec<SimilarIdea>> {
    let body = markup::plain(&idea.body);
    let draft = Draft { title: &idea.title, body: &body, language: &idea.language, exclude: Some(idea.id.get()) };
    similar(db, search, texts, &draft, &idea.area)
}

fn similar(db: &Db, search: &Search, texts: Texts, draft: &Draft<'_>, area: &str) -> Result<Vec<SimilarIdea>> {
    let found = search.similar(draft, MOST)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<IdeaId> = found.iter().map(|like| IdeaId::new(like.id)).collect();
    let cards = db.read(|conn| views::by_ids(conn, &ids))?;
    // What was joined to another is told of behind the others: that one goes on, and is likely among them.
    let (gone_on, joined): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(|card| card.state != State::Merged);
    let with_reason = gone_on.into_iter().chain(joined).map(|card| {
        let like = found.iter().find(|like| like.id == card.id.get());
        let shared = like.map(|like| like.shared.as_slice()).unwrap_or_default();
        let place = common_place(texts, &card.area, area, draft.title);
        let state = state_word(texts, card.state);
        SimilarIdea { reason: reason(texts, shared, place.as_deref()), state, card }
    });
    Ok(with_reason.collect())
}

/// The part of the area that an idea and a text are both about, in words: the text was given the
/// same one, or says its name.
#[must_use]
pub fn common_place(texts: Texts, of_idea: &str, of_text: &str, text: &str) -> Option<String> {
    if of_idea.is_empty() || of_idea == WHOLE_AREA {
        return None;
    }
    let name = area_word(texts, of_idea);
    let said = word_stems(text, "sv");
    let is_said = |word: &WordStem| said.iter().any(|other| other.stem == word.stem);
    (of_idea == of_text || word_stems(&name, "sv").iter().all(is_said)).then_some(name)
}

/// Why two ideas are alike, in words.
#[must_use]
pub fn reason(texts: Texts, shared: &[String], place: Option<&str>) -> String {
    // What is said by the place need not be said twice.
    let name = place.map(str::to_lowercase).unwrap_or_default();
    let others: Vec<&str> = shared.iter().map(String::as_str).filter(|word| !name.contains(word)).collect();
    let words = others.into_iter().take(MOST_WORDS).collect::<Vec<_>>().join(", ");
    let said = match place {
        Some(place) if words.is_empty() => texts.say1("similar-reason", "words", place),
        Some(place) => texts.say2("similar-reason-place", "words", words, "place", place),
        None => texts.say1("similar-reason", "words", words),
    };
    said.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn texts() -> Texts {
        Texts::in_locale(Locale::Swedish)
    }

    #[test]
    fn a_place_is_common_when_it_was_chosen_or_is_named() {
        let place = |of_idea, of_text, text| common_place(texts(), of_idea, of_text, text);

        assert_eq!(place("lansmansgarden", "lansmansgarden", "Fler lampor").as_deref(), Some("Länsmansgården"));
        assert_eq!(
            place("lansmansgarden", "", "Fler lampor på Länsmansgårdens torg").as_deref(),
            Some("Länsmansgården")
        );
        assert_eq!(place("norra", "", "Lampor i norra delen"), None, "half of a name is no name");
        assert_eq!(place("lansmansgarden", "norra", "Fler lampor"), None);
        assert_eq!(place("hela", "hela", "Fler lampor"), None, "the whole area is no place");
    }

    #[test]
    fn the_reason_names_what_and_where() {
        let shared = ["belysning".to_owned(), "länsmansgården".to_owned()];

        assert_eq!(
            reason(texts(), &shared, Some("Länsmansgården")),
            "Båda handlar om: belysning. Båda gäller Länsmansgården."
        );
        assert_eq!(reason(texts(), &shared[..1], None), "Båda handlar om: belysning");
        assert_eq!(reason(texts(), &shared[1..], Some("Länsmansgården")), "Båda handlar om: Länsmansgården");
    }
}
