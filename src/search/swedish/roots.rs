//! From a stem to the root that the forms of a word share where the stemmer leaves them apart:
//! `cykel` and `cyklar`, `hem` and `hemmet`, `stad` and `städer`.
//!
//! A root is looser than a stem – `rätt` and `rättighet` can meet in one – so it counts less when
//! hits are ranked. The rules were chosen on the development part of Talbanken's forms and lemmas;
//! `docs/relevance.md` has the figures.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{is_vowel, lines};

/// The base of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Base<'w> {
    /// A word whose stem and root are found by rules.
    Word(&'w str),
    /// A word that is its own root, because the rules would make it another's.
    Kept(&'w str),
}

/// Form → base, from our own list; a base with an equals sign before it is kept.
static IRREGULAR: LazyLock<HashMap<&'static str, Base<'static>>> = LazyLock::new(|| {
    let entries = lines(include_str!("irregular.txt")).filter_map(|line| line.split_once(':'));
    let all = entries.flat_map(|(base, forms)| {
        let kept = base.strip_prefix('=');
        let base = kept.map_or(Base::Word(base), Base::Kept);
        forms.split_whitespace().chain(kept).map(move |form| (form, base))
    });
    all.collect()
});

/// The base of a form that no rule explains; any other word as it is.
pub(in crate::search) fn base_form(word: &str) -> Base<'_> {
    let irregular = IRREGULAR.get(word).copied();
    irregular.or_else(|| latin_base(word).map(Base::Kept)).unwrap_or(Base::Word(word))
}

/// Whether a word is one of which our own list knows the forms.
pub(in crate::search) fn has_known_forms(word: &str) -> bool {
    IRREGULAR.values().any(|base| matches!(base, Base::Word(base) | Base::Kept(base) if *base == word))
}

/// How words such as `dator` and `faktor` end, of which the stemmer takes -or for the plural of `gata`.
const LATIN: [&str; 17] = [
    "dator", "rator", "lator", "nator", "sator", "kator", "vator", "mator", "ktor", "itor", "motor", "mentor",
    "pastor", "sensor", "sponsor", "essor", "revisor",
];
/// What their forms have behind that.
const LATIN_ENDINGS: [&str; 8] = ["ernas", "erna", "ers", "er", "ns", "n", "s", ""];

fn latin_base(word: &str) -> Option<&str> {
    let bases = LATIN_ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    bases.into_iter().find(|base| LATIN.iter().any(|end| base.ends_with(end)))
}

/// A Snowball stem without the endings that the stemmer leaves.
pub(in crate::search) fn without_endings(stem: &str) -> String {
    let mut root: Vec<char> = stem.chars().collect();
    // `hållplats` and `hållplatsen`, `gräns` and `gränser`, `kurs` and `kurser`: the stemmer takes the
    // last s of the bare word for an ending, and leaves it where an ending follows.
    if let [.., before, 's'] = *root.as_slice()
        && takes_ending_s(before)
        && root.len() >= 4
    {
        root.pop();
    }
    drop_ending(&mut root);
    root.into_iter().collect()
}

/// The root of a stem [`without_endings`].
pub(in crate::search) fn root_of_stem(stem: &str) -> String {
    let mut root: Vec<char> = stem.chars().collect();
    // `cykel`, `cyklar`; `öppen`, `öppna`; `säker`, `säkra`: the stems end in -el, -l, or nothing.
    if let [.., before, 'e', last @ ('l' | 'r' | 'n')] = *root.as_slice()
        && is_firm(before)
        && root.len() >= 4
    {
        root.truncate(root.len() - 2);
        root.push(last);
    }
    if let [.., before, 'l' | 'r' | 'n'] = *root.as_slice()
        && is_firm(before)
        && root.len() >= 4
    {
        root.pop();
    }
    // `man`, `mannen`; `hem`, `hemmet`: only m and n stand single at the end and double before an
    // ending. Elsewhere two letters make another word: `väg`, `vägg`.
    if let [.., before, last @ ('m' | 'n')] = *root.as_slice()
        && before == last
        && root.len() >= 4
    {
        root.pop();
    }
    // `ställde`, `ställa`.
    if let [.., before, 'd'] = *root.as_slice()
        && !is_vowel(before)
        && !matches!(before, 'n' | 'l')
        && root.len() >= 5
    {
        root.pop();
    }
    root.into_iter().collect()
}

/// A letter after which the stemmer takes an s for an ending.
fn takes_ending_s(letter: char) -> bool {
    "bcdfghjklmnoprtvy".contains(letter)
}

/// Takes away the endings that the stemmer leaves: the article of neuter nouns and of participles,
/// the -t of adjectives, and -or of `faktor`, which it takes from `faktorer` alone.
fn drop_ending(root: &mut Vec<char>) {
    let length = root.len();
    let cut = match *root.as_slice() {
        [ref rest @ .., 'e', 't'] if length >= 5 && rest.iter().any(|letter| is_vowel(*letter)) => 2,
        // `hållplats` is no participle.
        [.., 'p', 'l', 'a', 't'] => 0,
        [.., 'a', 't' | 'd'] if length >= 6 => 2,
        [.., twice, again, 't'] if length >= 5 && twice == again => 1,
        [.., 'v' | 'n' | 'r' | 'l', 't'] if length >= 6 => 1,
        [.., 'o', 'r'] if length >= 7 => 2,
        // `cykeln`, `vintern`; `miljön`, `energin`, `nivån`, `studion`.
        [.., 'e', 'l' | 'r', 'n'] | [.., 'i' | 'o' | 'u' | 'y' | 'å' | 'ö', 'n'] if length >= 5 => 1,
        _ => 0,
    };
    root.truncate(length - cut);
}

/// A consonant after which -el, -en and -er lose their vowel.
fn is_firm(letter: char) -> bool {
    !is_vowel(letter) && !matches!(letter, 'l' | 'r' | 'n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analyse::Analyser;
    use crate::search::tongue::Tongue;

    #[test]
    fn the_forms_of_a_word_meet_in_one_root() {
        let mut analyser = Analyser::new();
        for forms in [
            &["cykel", "cykeln", "cyklar", "cyklarna"][..],
            &["hem", "hemmet", "hemmen"],
            &["stad", "staden", "städer", "städerna"],
            &["samhälle", "samhället"],
            &["fågel", "fåglar", "fåglarna"],
            &["trygg", "tryggt", "trygga"],
            &["vinter", "vintrar", "vintern"],
            &["bok", "böckerna"],
            &["marknad", "marknaden", "marknader"],
            &["hållplats", "hållplatsen", "hållplatser", "hållplatserna"],
            &["gräns", "gränsen", "gränser"],
            &["kurs", "kursen", "kurser", "kurserna"],
            &["museum", "museet", "museer", "museerna"],
        ] {
            let mut roots: Vec<String> = forms.iter().map(|form| analyser.root(Tongue::Swedish, form)).collect();
            roots.dedup();
            assert_eq!(roots.len(), 1, "{forms:?}: {roots:?}");
        }
    }

    #[test]
    fn different_words_keep_different_roots() {
        let mut analyser = Analyser::new();
        for (one, other) in [
            ("barn", "bar"),
            ("plan", "plats"),
            ("svart", "svår"),
            ("gata", "gåta"),
            ("park", "parkering"),
            ("väg", "vägg"),
            ("tak", "tack"),
        ] {
            let roots = [one, other].map(|word| analyser.root(Tongue::Swedish, word));
            assert_ne!(roots[0], roots[1], "{one}, {other}");
        }
    }

    #[test]
    fn any_text_has_a_root() {
        for odd in ["", "e", "et", "aet", "ttt", "ö", "el", "😀et", "eeeeet"] {
            root_of_stem(&without_endings(odd));
        }
    }
}
