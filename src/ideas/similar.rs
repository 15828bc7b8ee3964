//! Ideas like the one that somebody is writing, with the reason in words.

use crate::db::Db;
use crate::error::Result;
use crate::i18n::Texts;
use crate::ideas::views::{self, Card};
use crate::kernel::IdeaId;
use crate::markup;
use crate::search::{Draft, Search};

/// Most ideas that are shown.
const MOST: usize = 5;
/// Most shared words that are named.
const MOST_WORDS: usize = 4;

/// An idea like a draft.
#[derive(Debug, Clone)]
pub struct SimilarIdea {
    /// The idea.
    pub card: Card,
    /// Which words they share.
    pub reason: String,
}

/// The ideas most like a text, at most five, the most alike first.
///
/// # Errors
/// When the index or the database fails.
pub fn similar(db: &Db, search: &Search, texts: Texts, text: &str) -> Result<Vec<SimilarIdea>> {
    let draft = Draft { title: text, body: "", language: markup::language_of(text), exclude: None };
    let found = search.similar(&draft, MOST)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<IdeaId> = found.iter().map(|like| IdeaId::new(like.id)).collect();
    let cards = db.read(|conn| views::by_ids(conn, &ids))?;
    let with_reason = cards.into_iter().map(|card| {
        let like = found.iter().find(|like| like.id == card.id.get());
        let words: Vec<&str> =
            like.into_iter().flat_map(|like| &like.shared).map(String::as_str).take(MOST_WORDS).collect();
        SimilarIdea { card, reason: texts.say1("similar-reason", "words", words.join(", ")).into_owned() }
    });
    Ok(with_reason.collect())
}
