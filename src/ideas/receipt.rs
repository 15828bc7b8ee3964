//! The receipt code: four short words that open the status of an idea without e-mail
//! (domain 3.7). Four of 512 words are 36 bits, so tries are limited and the code counts only
//! together with the number of the idea.

use crate::kernel::Random;
use crate::town::Town;

const WORDS: &str = include_str!("../../frontend/receipt-words.txt");

/// Draws a new code, as `båt-måne-grus-sex`.
#[must_use]
pub fn draw(random: &Random) -> String {
    let words: Vec<&str> = WORDS.lines().collect();
    let count = u64::try_from(words.len()).unwrap_or(0);
    let draw_one =
        || usize::try_from(random.below(count)).ok().and_then(|index| words.get(index)).copied().unwrap_or("");
    [draw_one(), draw_one(), draw_one(), draw_one()].join("-")
}

/// The form under which a code is compared: lower case, words joined by hyphens, however it was
/// typed or read aloud; letters without rings and dots count as written with them.
#[must_use]
pub fn fold(code: &str) -> String {
    let lower = crate::kernel::text::clean_line(code).to_lowercase();
    let words: Vec<String> = lower
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(|word| word.replace(['å', 'ä'], "a").replace('ö', "o"))
        .collect();
    words.join("-")
}

/// The hash under which the code of an idea is stored.
#[must_use]
pub fn hash(town: &Town, code: &str) -> String {
    town.key.hash("receipt", &[&fold(code)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_recognised_however_it_is_typed() {
        assert_eq!(fold(" Båt måne,GRUS - sex "), fold("båt-måne-grus-sex"));
        assert_eq!(fold("bat mane grus sex"), fold("båt-måne-grus-sex"));
    }

    #[test]
    fn the_words_are_512_and_differ_when_folded() {
        let folded: std::collections::BTreeSet<String> = WORDS.lines().map(fold).collect();

        assert_eq!(WORDS.lines().count(), 512);
        assert_eq!(folded.len(), 512);
        assert_eq!(draw(&Random::seeded(1)).split('-').count(), 4);
    }
}
