//! The stem of a Somali word, by taking off what a noun usually carries: the article with its
//! gender, case and nearness (`jidka`, `jidku`, `jidkii`, `jidkan`), then the plural (`jidad`,
//! `guryo`), then a last vowel that changes before them (`magaalo`, `magaalada`).
//!
//! No library has a stemmer for Somali. This one is light: it is made to bring the forms of a noun
//! together, leaves verbs nearly as they are, and has not been judged by a speaker.

/// Articles, the longest first. The consonant follows the noun's gender and last letter.
const ARTICLES: [&str; 33] = [
    "shii", "shan", "dhii", "dhan", "kaas", "taas", "gaas", "daas", "haas", "sha", "shu", "dha", "dhu", "kii", "gii",
    "hii", "tii", "dii", "kan", "gan", "han", "tan", "dan", "ka", "ga", "ha", "ta", "da", "ku", "gu", "hu", "tu", "du",
];
/// Plurals, the longest first.
const PLURALS: [&str; 7] = ["oyin", "yaal", "yaa", "iin", "ya", "yo", "ad"];
/// Letters that must be left of a word.
const LEAST: usize = 3;

/// The stem of a small-letter word.
pub(super) fn stem(word: &str) -> &str {
    without_last(without(without(word, &ARTICLES), &PLURALS), ['a', 'e', 'i', 'o', 'u'])
}

/// The word without the first of the endings that it has, if enough is left.
fn without<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    let shorter = endings.iter().find_map(|ending| word.strip_suffix(ending));
    shorter.filter(|rest| rest.chars().count() >= LEAST).unwrap_or(word)
}

/// The word without a last letter of these.
fn without_last(word: &str, letters: [char; 5]) -> &str {
    word.strip_suffix(letters).filter(|rest| rest.chars().count() >= LEAST).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn the_forms_of_a_noun_meet() {
        for forms in [
            &["jid", "jidka", "jidku", "jidkii", "jidkan", "jidadka"][..],
            &["magaalo", "magaalada", "magaaladii", "magaaladan"],
            &["dugsi", "dugsiga", "dugsiyada"],
            &["xaafad", "xaafadda"],
            &["carruur", "carruurta", "carruurtii"],
            &["guri", "guriga"],
            &["guryo", "guryaha"],
            &["waalid", "waalidka", "waalidiinta"],
            &["laydh", "laydhka"],
        ] {
            let stems: Vec<&str> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair.first() == pair.last()), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn short_words_stay() {
        for word in ["oo", "iyo", "ka", "waa", "beer", ""] {
            assert_eq!(stem(word), word);
        }
    }
}
