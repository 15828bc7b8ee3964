//! What a misspelled word may have been meant for: words of the index that differ by one letter,
//! or by two when the word is long.

use std::collections::HashMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::{Searcher, Term};

use super::schema::Area;

/// Words shorter than this, in letters, are left as they are: too many others are near them.
const SHORTEST: usize = 5;
/// From this length, in letters, two letters may differ.
const LONG: usize = 9;
/// Most corrections of one word.
const MOST: usize = 4;
/// Most near words looked at in one term list.
const MOST_SEEN: usize = 500;

/// Words of the index near this one, the nearest and then the commonest first.
pub(super) fn corrections(searcher: &Searcher, areas: &[Area], word: &str) -> tantivy::Result<Vec<String>> {
    let letters = word.chars().count();
    if letters < SHORTEST || word.chars().any(|c| c.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    let farthest: u8 = if letters >= LONG { 2 } else { 1 };
    for distance in 1..=farthest {
        let mut near: Vec<(String, u64)> = near_words(searcher, areas, word, distance)?.into_iter().collect();
        if !near.is_empty() {
            near.sort_unstable_by(|(word, times), (other, other_times)| other_times.cmp(times).then(word.cmp(other)));
            return Ok(near.into_iter().take(MOST).map(|(word, _)| word).collect());
        }
    }
    Ok(Vec::new())
}

fn near_words(searcher: &Searcher, areas: &[Area], word: &str, distance: u8) -> tantivy::Result<HashMap<String, u64>> {
    let mut near: HashMap<String, u64> = HashMap::new();
    for area in areas {
        let query = FuzzyTermQuery::new(Term::from_field_text(area.exact, word), distance, true);
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(area.exact)?;
            let mut stream = index.terms().search(query.automaton()?).into_stream()?;
            let mut seen = 0;
            while seen < MOST_SEEN && stream.advance() {
                seen += 1;
                if let Ok(found) = std::str::from_utf8(stream.key()) {
                    *near.entry(found.to_owned()).or_default() += u64::from(stream.value().doc_freq);
                }
            }
        }
    }
    Ok(near)
}
