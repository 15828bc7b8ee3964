//! Taking Swedish compounds apart: `trygghetsvandring` → `trygghet`, `vandring`.
//!
//! A compound is a row of first parts, each perhaps with a linking s, and one last part. Of all the
//! ways to read a word so, the one with the fewest and longest parts counts; a part that is itself
//! a compound is then taken apart in the same way. Each word is read once from its end to its
//! beginning and long words are not read at all, so that no word, however it is made, takes long.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{is_vowel, lines};

/// Shortest compound, in letters.
const SHORTEST: usize = 6;
/// Shortest first part, in letters.
const SHORTEST_FIRST: usize = 2;
/// Shortest last part, in letters.
const SHORTEST_LAST: usize = 3;
/// Shortest part that can itself be a compound, in letters.
const SHORTEST_WITHIN: usize = 7;
/// Longest word that is looked at, in letters.
const LONGEST: usize = 48;

/// What a part costs; the cheapest reading counts.
const PART: u32 = 100;
/// A linking s speaks for a compound: `stad-s-park`, not `stad-spark`.
const LINK: u32 = 30;
/// Short parts are found by chance.
const SHORT: u32 = 25;
/// Two equal letters read as three: `glass` and `skola` in `glasskola`.
const SHARED: u32 = 15;
/// Dearest reading of a part as a compound of its own.
const WITHIN: u32 = 230;

/// Endings of the words that are not taken apart.
const ENDINGS: [&str; 34] = [
    "", "a", "an", "ar", "arna", "arnas", "e", "en", "ena", "ens", "er", "erna", "ernas", "ers", "et", "ets", "n",
    "na", "or", "orna", "ornas", "r", "re", "rna", "s", "t", "te", "ts", "ns", "st", "sta", "ade", "at", "are",
];

/// Endings that are always linked with an s, so that the s is no part of the word.
const LINKED: [&str; 9] = ["het", "ing", "dom", "skap", "ion", "tet", "nad", "lek", "else"];

struct Lists {
    first: HashSet<&'static str>,
    last: HashSet<&'static str>,
    never_first: HashSet<&'static str>,
    whole: HashSet<&'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let own = |kind: &'static str| {
        let rows = lines(include_str!("parts.txt")).filter_map(move |line| line.strip_prefix(kind)?.strip_prefix(':'));
        rows.flat_map(str::split_whitespace)
    };
    let large =
        |kind: &'static str| lines(include_str!("parts-nst.txt")).filter_map(move |line| line.strip_prefix(kind));
    let never_last: HashSet<&str> = own("never last").collect();
    Lists {
        first: large("PREFIX:").chain(own("first")).collect(),
        last: large("SUFFIX:").chain(own("last")).filter(|part| !never_last.contains(part)).collect(),
        never_first: own("never first").collect(),
        whole: lines(include_str!("whole.txt")).flat_map(str::split_whitespace).collect(),
    }
});

impl Lists {
    /// Whether something can stand in front of another part, and how many letters of it are a
    /// linking s.
    fn first(&self, text: &str) -> Option<usize> {
        let bare = text.strip_suffix('s').unwrap_or(text);
        if bare != text && LINKED.iter().any(|ending| bare.ends_with(ending)) && self.first.contains(text) {
            return Some(1);
        }
        if self.first.contains(text) && !self.never_first.contains(text) {
            return Some(0);
        }
        let bare = text.strip_suffix('s').filter(|bare| !bare.ends_with('s') && bare.chars().count() > 2)?;
        (self.first.contains(bare) && !self.never_first.contains(bare)).then_some(1)
    }

    fn is_last(&self, text: &str) -> bool {
        text.chars().count() >= SHORTEST_LAST && self.last.contains(text)
    }

    fn is_whole(&self, word: &str) -> bool {
        ENDINGS.iter().any(|ending| word.strip_suffix(ending).is_some_and(|bare| self.whole.contains(bare)))
    }
}

/// One reading of the rest of a word.
#[derive(Debug, Clone)]
struct Reading {
    cost: u32,
    parts: Vec<String>,
}

/// The parts of a compound in small letters, two or more, without linking letters; none for any
/// other word.
pub(in crate::search) fn parts(word: &str) -> Vec<String> {
    let Some(outer) = read(word) else { return Vec::new() };
    let mut all = Vec::with_capacity(outer.parts.len() + 2);
    for part in outer.parts {
        let within = (part.chars().count() >= SHORTEST_WITHIN).then(|| read_within(&part)).flatten();
        match within {
            Some(inner) => all.extend(inner.parts),
            None => all.push(part),
        }
    }
    all
}

/// Whether a word, or what is left of it without its ending, is one that compounds are made of.
pub(in crate::search) fn is_known(word: &str) -> bool {
    let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    let mut stems = stems.filter(|stem| stem.chars().count() >= SHORTEST_LAST);
    LISTS.is_whole(word) || stems.any(|stem| LISTS.last.contains(stem) || LISTS.first.contains(stem))
}

/// Whether a word, as it stands, is one of which compounds are made.
pub(super) fn is_part(word: &str) -> bool {
    LISTS.last.contains(word) || LISTS.first.contains(word)
}

/// A part as the word that it is by itself: a first part may end in another vowel than its word,
/// as in `gatu-belysning` (`gata`), `kvinno-jour` (`kvinna`) and `hälso-vård` (`hälsa`).
pub(in crate::search) fn word_of_part(part: &str) -> String {
    let stem = part.strip_suffix(['u', 'o']).filter(|stem| stem.chars().count() >= 3);
    let word = stem.map(|stem| format!("{stem}a"));
    word.filter(|word| LISTS.last.contains(word.as_str())).unwrap_or_else(|| part.to_owned())
}

fn read_within(part: &str) -> Option<Reading> {
    let bare = part.strip_suffix('s').filter(|bare| !bare.ends_with('s'));
    let inner = read(part).or_else(|| bare.and_then(read));
    inner.filter(|inner| inner.cost <= WITHIN)
}

/// The best reading of a word as two or more parts.
fn read(word: &str) -> Option<Reading> {
    let letters: Vec<char> = word.chars().collect();
    if !(SHORTEST..=LONGEST).contains(&letters.len()) || !letters.iter().all(|letter| letter.is_alphabetic()) {
        return None;
    }
    if LISTS.is_whole(word) {
        return None;
    }
    let mut ends = Ends::default();
    for (at, _) in letters.iter().enumerate().rev() {
        let rest = letters.get(at..).unwrap_or_default();
        let plain = ends.best(rest, at > 0);
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let once_more = before.and_then(|before| ends.best(&[&[*before], rest].concat(), true));
        ends.0.push(End { plain, once_more });
    }
    ends.0.pop()?.plain.filter(|reading| reading.parts.len() > 1)
}

/// The best readings of what begins at one letter: as it stands, and with the letter before it
/// read once more.
struct End {
    plain: Option<Reading>,
    once_more: Option<Reading>,
}

/// What is known of the ends of a word, the shortest first.
#[derive(Default)]
struct Ends(Vec<End>);

impl Ends {
    /// What begins this many letters before the end of the word.
    fn of(&self, letters: usize) -> Option<&End> {
        self.0.get(letters.checked_sub(1)?)
    }

    /// The best reading of the letters, all shorter ends being known. The whole word itself is no
    /// reading of it.
    fn best(&self, letters: &[char], may_be_one: bool) -> Option<Reading> {
        let whole: String = letters.iter().collect();
        if may_be_one && LISTS.is_last(&whole) {
            let short = if letters.len() < 4 { SHORT } else { 0 };
            return Some(Reading { cost: PART + short, parts: vec![whole] });
        }
        let mut found: Option<(Reading, usize)> = None;
        for length in SHORTEST_FIRST..letters.len() {
            let Some((first, rest)) = letters.split_at_checked(length) else { break };
            let Some((reading, cost)) = self.after(first, rest.len()) else { continue };
            let is_better = found
                .as_ref()
                .is_none_or(|(known, longest)| cost < known.cost || (cost == known.cost && length > *longest));
            if is_better {
                found = Some((Reading { cost, parts: reading }, length));
            }
        }
        found.map(|(reading, _)| reading)
    }

    /// The parts and the cost when these letters are a first part and `left` letters follow.
    fn after(&self, first: &[char], left: usize) -> Option<(Vec<String>, u32)> {
        let text: String = first.iter().collect();
        let link = LISTS.first(&text)?;
        let end = self.of(left)?;
        let is_doubled = matches!(first, [.., one, other] if one == other && !is_vowel(*one));
        let (rest, extra) = match (&end.plain, &end.once_more) {
            (Some(rest), _) => (rest, 0),
            (None, Some(rest)) if is_doubled => (rest, SHARED),
            (None, _) => return None,
        };
        let short = if first.len() < 4 { SHORT } else { 0 };
        let linked = if link > 0 { LINK } else { 0 };
        let bare: String = text.chars().take(first.len() - link).collect();
        let parts = std::iter::once(bare).chain(rest.parts.iter().cloned()).collect();
        Some((parts, (PART + short + extra + rest.cost).saturating_sub(linked)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_parts(word: &str, wanted: &[&str]) {
        assert_eq!(parts(word), wanted, "{word}");
    }

    #[test]
    fn compounds_are_read_with_their_linking_letters() {
        assert_parts("cykelparkering", &["cykel", "parkering"]);
        assert_parts("trygghetsvandring", &["trygghet", "vandring"]);
        assert_parts("ungdomsrådsmöte", &["ungdom", "råd", "möte"]);
        assert_parts("gatubelysning", &["gatu", "belysning"]);
        assert_parts("lekplatsbelysning", &["lek", "plats", "belysning"]);
        assert_parts("stadspark", &["stad", "park"]);
    }

    #[test]
    fn a_first_part_is_its_word_whatever_vowel_links_it() {
        for (part, word) in [
            ("gatu", "gata"),
            ("kvinno", "kvinna"),
            ("kyrko", "kyrka"),
            ("varu", "vara"),
            ("människo", "människa"),
            ("sago", "saga"),
            ("vecko", "vecka"),
            ("hälso", "hälsa"),
            ("bio", "bio"),
            ("foto", "foto"),
            ("skola", "skola"),
        ] {
            assert_eq!(word_of_part(part), word);
        }
    }

    #[test]
    fn words_of_a_town_are_read_as_their_parts() {
        assert_parts("återvinningsstation", &["återvinning", "station"]);
        assert_parts("pulkabacken", &["pulka", "backen"]);
        assert_parts("grannsamverkan", &["grann", "samverkan"]);
        assert_parts("utomhusgym", &["utomhus", "gym"]);
        assert_parts("dricksvattenfontän", &["drick", "vatten", "fontän"]);
        assert_parts("sommarlovsaktiviteter", &["sommar", "lov", "aktiviteter"]);
        assert_parts("cykelverkstäder", &["cykel", "verkstäder"]);
        assert_parts("hyrcyklar", &["hyr", "cyklar"]);
        assert_parts("skolmaten", &["skol", "maten"]);
        assert_parts("glasåtervinning", &["glas", "återvinning"]);
        assert_parts("tillgänglighetsanpassning", &["tillgänglighet", "anpassning"]);
        assert_parts("simskola", &["sim", "skola"]);
        assert_parts("busskur", &["buss", "kur"]);
    }

    #[test]
    fn other_words_stay_whole() {
        for word in [
            "belysning",
            "föreningar",
            "trygghet",
            "integration",
            "göteborg",
            "hund",
            "underhåll",
            "ungdomar",
            "verkstäder",
            "automat",
            "klimat",
            "profil",
            "glasögon",
            "biskopsgården",
        ] {
            assert_parts(word, &[]);
        }
    }

    #[test]
    fn three_equal_letters_are_written_as_two() {
        assert_parts("busstation", &["buss", "station"]);
        assert_parts("trafikljus", &["trafik", "ljus"]);
    }

    #[test]
    fn no_word_is_too_odd() {
        for word in ["", "s", "😀😀😀😀😀😀😀", "ssssssssssss", &"is".repeat(24), &"buss".repeat(12), &"å".repeat(500)]
        {
            parts(word);
        }
    }
}
