//! What a misspelled word may have been meant for: words of the index that differ by one letter,
//! or by two when the word is long. Only words that a shown idea holds: the term lists keep those of
//! ideas that were hidden until the library next writes its files together.

use std::collections::HashMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet as _, Searcher, TERMINATED, Term};

use super::analyse::PART;
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
    let fields: Vec<Field> = areas.iter().map(|area| area.exact).collect();
    nearest(searcher, &fields, word, "")
}

/// Roots of parts of compounds near this word, for one that stands nowhere by itself.
pub(super) fn corrected_parts(searcher: &Searcher, areas: &[Area], word: &str) -> tantivy::Result<Vec<String>> {
    let fields: Vec<Field> = areas.iter().map(|area| area.root).collect();
    nearest(searcher, &fields, word, PART)
}

/// The terms that begin with `tag` and go on nearly like the word, without the tag.
fn nearest(searcher: &Searcher, fields: &[Field], word: &str, tag: &str) -> tantivy::Result<Vec<String>> {
    let letters = word.chars().count();
    if letters < SHORTEST || word.chars().any(|c| c.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    let farthest: u8 = if letters >= LONG { 2 } else { 1 };
    for distance in 1..=farthest {
        let mut near: Vec<(String, u64)> =
            near_words(searcher, fields, &format!("{tag}{word}"), distance)?.into_iter().collect();
        near.retain_mut(|(word, _)| strip(word, tag));
        near.sort_unstable_by(|(word, times), (other, other_times)| other_times.cmp(times).then(word.cmp(other)));
        let mut shown = Vec::new();
        for (word, _) in near {
            if shown.len() < MOST && is_shown_in(searcher, fields, &format!("{tag}{word}"))? {
                shown.push(word);
            }
        }
        if !shown.is_empty() {
            return Ok(shown);
        }
    }
    Ok(Vec::new())
}

fn is_shown_in(searcher: &Searcher, fields: &[Field], word: &str) -> tantivy::Result<bool> {
    for field in fields {
        if is_shown(searcher, &Term::from_field_text(*field, word))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether an idea that can be found holds the term.
pub(super) fn is_shown(searcher: &Searcher, term: &Term) -> tantivy::Result<bool> {
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(term.field())?;
        let Some(mut docs) = index.read_postings(term, IndexRecordOption::Basic)? else { continue };
        while docs.doc() != TERMINATED {
            if !segment.is_deleted(docs.doc()) {
                return Ok(true);
            }
            docs.advance();
        }
    }
    Ok(false)
}

/// Takes the tag off; says whether it was there and a word is left.
fn strip(word: &mut String, tag: &str) -> bool {
    let Some(bare) = word.strip_prefix(tag).filter(|bare| tag.is_empty() || bare.chars().count() >= SHORTEST) else {
        return false;
    };
    *word = bare.to_owned();
    true
}

fn near_words(
    searcher: &Searcher,
    fields: &[Field],
    word: &str,
    distance: u8,
) -> tantivy::Result<HashMap<String, u64>> {
    let mut near: HashMap<String, u64> = HashMap::new();
    for field in fields {
        let query = FuzzyTermQuery::new(Term::from_field_text(*field, word), distance, true);
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(*field)?;
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
