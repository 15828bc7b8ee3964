//! Words typed on a keyboard without å, ä and ö: what they may have been meant for.

use super::compounds::{is_known, parts};

/// Most letters of a word that are tried with marks.
const MOST_PLACES: usize = 6;

/// Shortest part of a compound that is guessed, in letters: shorter ones are found in any word.
const SHORTEST_PART: usize = 4;

/// The word with the marks that may have been left out: of one letter in every way, then of two.
pub(in crate::search) fn with_marks(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    let places: Vec<(usize, char)> = letters
        .iter()
        .enumerate()
        .filter(|(_, letter)| matches!(letter, 'a' | 'o'))
        .take(MOST_PLACES)
        .flat_map(|(at, letter)| marked(*letter).iter().map(move |marked| (at, *marked)))
        .collect();
    let one: Vec<Vec<(usize, char)>> = places.iter().map(|place| vec![*place]).collect();
    let two = places.iter().enumerate().flat_map(|(number, first)| {
        let later = places.iter().skip(number + 1).filter(|second| second.0 > first.0);
        later.map(|second| vec![*first, *second]).collect::<Vec<_>>()
    });
    let changes: Vec<Vec<(usize, char)>> = one.into_iter().chain(two).collect();
    changes.into_iter().map(move |changes| {
        let letter = |(at, letter): (usize, &char)| {
            changes.iter().find(|(place, _)| *place == at).map_or(*letter, |(_, marked)| *marked)
        };
        letters.iter().enumerate().map(letter).collect()
    })
}

const fn marked(letter: char) -> &'static [char] {
    match letter {
        'a' => &['å', 'ä'],
        _ => &['ö'],
    }
}

/// The parts of the compound that a word may be whose marks were left out; none when it is one as it stands,
/// or none in any way.
pub(in crate::search) fn parts_without_marks(word: &str) -> Vec<String> {
    if !word.is_ascii() || is_known(word) || !parts(word).is_empty() {
        return Vec::new();
    }
    let is_long = |part: &String| part.chars().count() >= SHORTEST_PART;
    let likely = |parts: &Vec<String>| !parts.is_empty() && parts.iter().all(is_long);
    with_marks(word).map(|word| parts(&word)).find(likely).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_is_taken_apart_whatever_marks_were_left_out() {
        for (typed, wanted) in [
            ("ungdomsgard", &["ungdom", "gård"][..]),
            ("skolgard", &["skol", "gård"]),
            ("elevrad", &[]),
            ("aldreboende", &["äldre", "boende"]),
            ("cykelparkering", &[]),
            ("lampor", &[]),
            ("torget", &[]),
            ("kommunen", &[]),
            ("promenad", &[]),
            ("grannar", &[]),
            ("teater", &[]),
            ("gammal", &[]),
            ("varandra", &[]),
            ("stannar", &[]),
            ("pluggar", &[]),
            ("ledarskap", &[]),
        ] {
            assert_eq!(parts_without_marks(typed), wanted, "{typed}");
        }
    }

    #[test]
    fn few_words_are_tried_however_long_one_is() {
        assert!(with_marks(&"ao".repeat(300)).count() < 60);
        assert_eq!(with_marks("by").count(), 0);
    }
}
