//! What the search knows of Swedish beyond the stemmer: roots, and the parts of compounds.
//!
//! `parts-nst.txt` is the list of compound parts that the decomposition service of STTS made from
//! the NST lexicon (MIT; see NOTICE). The other lists are our own: `parts.txt` adds short parts and
//! names what is never one, `whole.txt` holds words that are not taken apart, `irregular.txt` forms
//! that no rule of endings explains, and `plain.txt` words that any text may use. A change here changes
//! what the index holds: raise [`super::schema::VERSION`] with it.

mod compounds;
mod marks_left_out;
mod roots;

pub(super) use compounds::{parts, word_of_part};
pub(super) use marks_left_out::{parts_without_marks, with_marks};
pub(super) use roots::{Base, base_form, root_of_stem, without_endings};

const VOWELS: [char; 9] = ['a', 'e', 'i', 'o', 'u', 'y', 'å', 'ä', 'ö'];

fn is_vowel(letter: char) -> bool {
    VOWELS.contains(&letter)
}

/// Whether a word is known to be Swedish and no small word: compounds are made of it, or it has forms of its own.
pub(super) fn tells_something(word: &str) -> bool {
    compounds::is_part(word) || roots::has_known_forms(word)
}

/// Words that any text may use, whatever it is about.
pub(super) fn plain_words() -> impl Iterator<Item = &'static str> {
    lines(include_str!("plain.txt")).flat_map(str::split_whitespace)
}

/// The lines of a list without its comments.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
