//! What a visitor typed, taken apart. No input can fail: besides quotes and a minus before a
//! word there is no syntax, everything else is words or nothing.

use super::analyse::normal;
use super::words::words;

/// Characters that are looked at.
const LONGEST_TEXT: usize = 200;
/// Words that are looked at, those in phrases and after a minus among them.
const MOST_WORDS: usize = 16;

/// What is asked for; all words in small letters.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Question {
    /// Words that should be there in any form.
    pub(super) words: Vec<String>,
    /// Words that must stand beside each other as written.
    pub(super) phrases: Vec<Vec<String>>,
    /// Words, or words beside each other, that must not be there.
    pub(super) without: Vec<Vec<String>>,
}

impl Question {
    /// Takes a visitor's text apart.
    pub(super) fn parse(text: &str) -> Self {
        let text: String = normal(text).chars().take(LONGEST_TEXT).map(plain).collect();
        let mut question = Self::default();
        let mut left = MOST_WORDS;
        let mut rest = text.trim_start();
        while !rest.is_empty() && left > 0 {
            let (without, after_minus) = match rest.strip_prefix('-') {
                Some(after) if !after.starts_with(char::is_whitespace) => (true, after),
                Some(_) | None => (false, rest),
            };
            let (piece, quoted, next) = first_piece(after_minus);
            let piece: Vec<String> = words(piece).take(left).map(|word| word.exact).collect();
            left -= piece.len();
            question.add(piece, quoted, without);
            rest = next.trim_start();
        }
        question
    }

    /// Whether no word was found in the text.
    pub(super) const fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.without.is_empty()
    }

    fn add(&mut self, piece: Vec<String>, quoted: bool, without: bool) {
        if piece.is_empty() {
            return;
        }
        if without {
            self.without.push(piece);
        } else if quoted {
            self.phrases.push(piece);
        } else {
            self.words.extend(piece);
        }
    }
}

/// Every kind of quotation mark and dash is one; control characters are spaces.
const fn plain(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '−' | '–' | '—' => '-',
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => ' ',
        other => other,
    }
}

/// The first piece of a text, whether it stood in quotes, and what follows. A quote that is never
/// closed is no quote.
fn first_piece(text: &str) -> (&str, bool, &str) {
    if let Some(inside) = text.strip_prefix('"') {
        return match inside.split_once('"') {
            Some((phrase, next)) => (phrase, true, next),
            None => ("", false, inside),
        };
    }
    let end = text.find(|c: char| c == '"' || c.is_whitespace()).unwrap_or(text.len());
    let (piece, next) = text.split_at_checked(end).unwrap_or((text, ""));
    (piece, false, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn quotes_make_phrases_and_a_minus_takes_away() {
        let question = Question::parse("Bänkar ”vid sjön” -hundar –\"stora hus\" e-post");

        assert_eq!(question.words, list(&["bänkar", "e", "post"]));
        assert_eq!(question.phrases, [list(&["vid", "sjön"])]);
        assert_eq!(question.without, [list(&["hundar"]), list(&["stora", "hus"])]);
    }

    #[test]
    fn a_quote_that_is_not_closed_is_no_quote() {
        let question = Question::parse("a \"b c");

        assert_eq!(question.words, list(&["a", "b", "c"]));
        assert!(question.phrases.is_empty());
    }

    #[test]
    fn length_and_number_of_words_are_bounded() {
        assert_eq!(Question::parse(&"ord ".repeat(5000)).words.len(), MOST_WORDS);
        assert_eq!(Question::parse(&"x".repeat(10_000)).words.len(), 1);
        assert!(Question::parse(&"\"".repeat(500)).is_empty());
        assert!(Question::parse("- -- \0 \u{7} \u{1F600}").is_empty());
    }
}
