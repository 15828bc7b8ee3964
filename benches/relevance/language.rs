//! What the search knows of Swedish: compounds taken apart, and forms that meet in one root.

use medskapa::search::{compound_parts, word_root};
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream as _};

use crate::Outcome;
use crate::collection::{cell, rows};

/// How the gold list was split.
pub(crate) struct Compounds {
    pub(crate) words: usize,
    pub(crate) right: usize,
    /// Words that must stay whole, or be split in one way only.
    pub(crate) traps: usize,
    /// Those of them that were split wrongly.
    pub(crate) wrong: usize,
}

/// Pairs of another form and its lemma.
pub(crate) struct Forms {
    pub(crate) pairs: usize,
    pub(crate) by_stem: usize,
    pub(crate) by_root: usize,
}

pub(crate) fn compounds() -> Outcome<Compounds> {
    let mut counted = Compounds { words: 0, right: 0, traps: 0, wrong: 0 };
    for row in rows(include_str!("data/compounds.tsv")) {
        let (word, gold, class) = (cell(&row, 0)?, cell(&row, 1)?, cell(&row, 2)?);
        let parts = compound_parts(word);
        let wanted: Vec<&str> =
            if gold == "-" { Vec::new() } else { gold.split('|').map(|part| part.trim_end_matches("+s")).collect() };
        // The gold list writes a linking s in two ways: `familje` and `hyres` hold theirs.
        let same = |part: &String, gold: &&str| part == gold || part.as_str() == gold.trim_end_matches('s');
        let is_right = parts.len() == wanted.len() && parts.iter().zip(&wanted).all(|(part, gold)| same(part, gold));
        let is_trap = class.starts_with("NOT") || class.starts_with("TRAP");
        counted.words += 1;
        counted.right += usize::from(is_right);
        counted.traps += usize::from(is_trap);
        counted.wrong += usize::from(is_trap && !is_right && !parts.is_empty());
        if !is_right {
            crate::say(&format!("compound {word}: {} instead of {gold}", parts.join("|")));
        }
    }
    Ok(counted)
}

pub(crate) fn forms() -> Outcome<Forms> {
    let mut stemmer = TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::Swedish)).build();
    let mut stem = move |word: &str| {
        let mut stream = stemmer.token_stream(word);
        if stream.advance() { stream.token().text.clone() } else { String::new() }
    };
    let mut counted = Forms { pairs: 0, by_stem: 0, by_root: 0 };
    for row in rows(include_str!("data/forms.tsv")) {
        let (form, lemma) = (cell(&row, 0)?.to_lowercase(), cell(&row, 1)?.to_lowercase());
        if form != lemma {
            counted.pairs += 1;
            counted.by_stem += usize::from(stem(&form) == stem(&lemma));
            counted.by_root += usize::from(word_root(&form, "sv") == word_root(&lemma, "sv"));
        }
    }
    Ok(counted)
}
