//! What a visitor may be about to type: words of shown ideas that begin like the last word so far.

use std::collections::HashMap;

use tantivy::{InvertedIndexReader, Term};

use super::analyse::normal;
use super::engine::View;
use super::swedish;
use super::typo::is_shown;
use super::words::words;

/// Letters from which on a word is completed.
const SHORTEST: usize = 2;
/// Most completions.
const MOST: usize = 8;
/// Most words looked at in one term list.
const MOST_SEEN: usize = 20_000;

/// What the text may become, the commonest word first; none when it does not end in a word.
pub(super) fn completions(view: &View<'_>, text: &str) -> tantivy::Result<Vec<String>> {
    let text = normal(text);
    let Some(last) = words(&text).last().filter(|word| word.range.end == text.len()) else { return Ok(Vec::new()) };
    if last.exact.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let before = text.get(..last.range.start).unwrap_or_default();
    let mut found = Vec::new();
    let mut analyser = view.analyser();
    // Words that begin as it was typed come before those for which marks must have been left out.
    let starts = std::iter::once(vec![last.exact.clone()]);
    let starts = starts.chain(last.exact.is_ascii().then(|| swedish::with_marks(&last.exact).collect()));
    for starts in starts {
        for word in beginning_with(view, &starts)? {
            if found.len() == MOST {
                return Ok(found);
            }
            let says_something = !analyser.is_stop_anywhere(&word);
            if word != last.exact && says_something && is_anywhere(view, &word)? {
                found.push(format!("{before}{word}"));
            }
        }
    }
    Ok(found)
}

/// Words in titles and texts that begin in one of these ways, the commonest first.
fn beginning_with(view: &View<'_>, starts: &[String]) -> tantivy::Result<Vec<String>> {
    let mut known: HashMap<String, u64> = HashMap::new();
    for field in [view.fields.title.exact, view.fields.body.exact] {
        for segment in view.searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let mut left = MOST_SEEN;
            for start in starts {
                left -= count_beginning(&index, start, left, &mut known)?;
            }
        }
    }
    let mut likely: Vec<(String, u64)> = known.into_iter().collect();
    likely.sort_unstable_by(|(word, times), (other, other_times)| other_times.cmp(times).then(word.cmp(other)));
    Ok(likely.into_iter().map(|(word, _)| word).collect())
}

/// Counts in how many ideas each word that begins so stands, of the first so many words; gives how many.
fn count_beginning(
    index: &InvertedIndexReader,
    start: &str,
    most: usize,
    known: &mut HashMap<String, u64>,
) -> tantivy::Result<usize> {
    let end = format!("{start}\u{10FFFF}");
    let mut stream = index.terms().range().ge(start.as_bytes()).lt(end.as_bytes()).into_stream()?;
    let mut seen = 0;
    while seen < most && stream.advance() {
        seen += 1;
        if let Ok(word) = std::str::from_utf8(stream.key()) {
            *known.entry(word.to_owned()).or_default() += u64::from(stream.value().doc_freq);
        }
    }
    Ok(seen)
}

fn is_anywhere(view: &View<'_>, word: &str) -> tantivy::Result<bool> {
    let [title, body] = [view.fields.title, view.fields.body].map(|area| Term::from_field_text(area.exact, word));
    Ok(is_shown(&view.searcher, &title)? || is_shown(&view.searcher, &body)?)
}
