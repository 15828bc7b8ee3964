//! Swedish-looking texts of a given length: common words by how common they are, and long words
//! put together from two. The texts say nothing; what counts is how long they are, how many
//! different words there are and how often each comes back, because the search index feels that.

use rand::Rng;
use serde::Deserialize;

use crate::Outcome;
use crate::profile::Shares;

/// One word in this many is put together from two.
const COMPOUND_EVERY: u32 = 12;
/// Words before this place say little (och, att, det); nobody searches for them.
const FIRST_TELLING_WORD: usize = 60;

#[derive(Deserialize)]
struct Compounds {
    first: Vec<String>,
    last: Vec<String>,
}

/// Writes texts.
pub(crate) struct Writer {
    words: Vec<&'static str>,
    weights: Shares,
    compounds: Compounds,
}

impl Writer {
    pub(crate) fn new() -> Outcome<Self> {
        let words: Vec<&'static str> = include_str!("words.txt").lines().collect();
        // Zipf's law with the flat beginning that Mandelbrot gave it.
        let weights: Vec<f64> = (0..u32::try_from(words.len())?).map(|rank| 1.0 / (f64::from(rank) + 2.7)).collect();
        let compounds = toml::from_str(include_str!("compounds.toml"))?;
        Ok(Self { words, weights: Shares::new(&weights), compounds })
    }

    fn push_word(&self, chance: &mut impl Rng, text: &mut String) {
        if chance.random_ratio(1, COMPOUND_EVERY) {
            self.push_compound(chance, text);
        } else {
            text.push_str(self.words.get(self.weights.draw(chance)).copied().unwrap_or("och"));
        }
    }

    fn push_compound(&self, chance: &mut impl Rng, text: &mut String) {
        for part in [&self.compounds.first, &self.compounds.last] {
            text.push_str(part.get(chance.random_range(0..part.len())).map_or("", String::as_str));
        }
    }

    /// One line of at most `length` characters, and not much less.
    pub(crate) fn line(&self, chance: &mut impl Rng, length: usize) -> String {
        let mut text = String::with_capacity(length * 2);
        while text.chars().count() < length {
            if !text.is_empty() {
                text.push(' ');
            }
            let from = text.len();
            self.push_word(chance, &mut text);
            if from == 0 {
                capitalise(&mut text, 0);
            }
        }
        cut(text, length)
    }

    /// Sentences and paragraphs of at most `length` characters, and not much less.
    pub(crate) fn prose(&self, chance: &mut impl Rng, length: usize) -> String {
        let mut text = String::with_capacity(length * 2);
        let mut sentences = 0;
        // Bytes are at least characters, so the exact count is only taken near the end.
        while text.len() < length || text.chars().count() < length {
            if sentences > 0 {
                text.push_str(if sentences % 4 == 0 { "\n\n" } else { " " });
            }
            sentences += 1;
            let from = text.len();
            for word in 0..chance.random_range(5..17) {
                if word > 0 {
                    text.push(' ');
                }
                self.push_word(chance, &mut text);
            }
            capitalise(&mut text, from);
            text.push('.');
        }
        cut(text, length)
    }

    /// What somebody searches for: one to three telling words.
    pub(crate) fn question(&self, chance: &mut impl Rng) -> String {
        let words: Vec<String> = (0..chance.random_range(1..=3)).map(|_| self.telling_word(chance)).collect();
        words.join(" ")
    }

    fn telling_word(&self, chance: &mut impl Rng) -> String {
        if chance.random_ratio(1, 3) {
            let mut word = String::new();
            self.push_compound(chance, &mut word);
            return word;
        }
        let place = chance.random_range(FIRST_TELLING_WORD..self.words.len());
        self.words.get(place).copied().unwrap_or("park").to_owned()
    }
}

fn capitalise(text: &mut String, from: usize) {
    let Some(first) = text.get(from..).and_then(|rest| rest.chars().next()) else { return };
    let capital = first.to_uppercase().to_string();
    text.replace_range(from..from + first.len_utf8(), &capital);
}

fn cut(mut text: String, length: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(length) {
        text.truncate(end);
    }
    text.truncate(text.trim_end().len());
    text
}
