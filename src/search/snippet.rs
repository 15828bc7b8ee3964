//! The part of a text that shows why it was found, with the matching words marked.

use std::collections::HashSet;
use std::ops::Range;

use super::analyse::Tongue;
use super::marks::Matcher;
use super::words::places;

/// Characters of each text that are looked at.
const LOOKED_AT: usize = 8_000;
/// Bytes that are looked at in all texts together.
const MOST_LOOKED_AT: usize = 40_000;
/// Most bytes of a snippet between its first and last word.
const LONGEST: usize = 220;
/// Bytes shown before the first marked word.
const LEAD: usize = 60;

/// A run of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text as it is: to be escaped like any other text.
    pub text: String,
    /// Whether this is a word that was searched for.
    pub marked: bool,
}

/// A text's words and which word of the question each is.
struct Marked<'t> {
    text: &'t str,
    words: Vec<(Range<usize>, Option<usize>)>,
}

impl Marked<'_> {
    /// How many words of the question the text says.
    fn said(&self) -> usize {
        self.words.iter().filter_map(|(_, place)| *place).collect::<HashSet<_>>().len()
    }
}

/// The best part of the text that says most of the question's words, and which text that is; among
/// equals the first, and when none says any, the beginning of the first.
pub(super) fn snippet(texts: &[&str], tongue: Tongue, matcher: &mut Matcher) -> (usize, Vec<Piece>) {
    let mut best: Option<(usize, usize, Marked<'_>)> = None;
    let mut left = MOST_LOOKED_AT;
    for (at, text) in texts.iter().enumerate() {
        if left == 0 {
            break;
        }
        let marked = look(text, tongue, matcher);
        left = left.saturating_sub(marked.text.len());
        let said = marked.said();
        if !marked.words.is_empty() && best.as_ref().is_none_or(|(most, _, _)| said > *most) {
            best = Some((said, at, marked));
        }
        if said > 0 && said >= matcher.wanted() {
            break;
        }
    }
    best.map(|(_, at, marked)| (at, cut(&marked))).unwrap_or_default()
}

fn look<'t>(text: &'t str, tongue: Tongue, matcher: &mut Matcher) -> Marked<'t> {
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
    let text = text.get(..end).unwrap_or(text);
    let words = places(text).map(|(start, word)| (start..start + word.len(), matcher.place_of(tongue, word)));
    Marked { text, words: words.collect() }
}

/// The window with the most marked words, starting a little before the first of them.
fn cut(marked: &Marked<'_>) -> Vec<Piece> {
    let mut best = (0, 0);
    for (at, (range, place)) in marked.words.iter().enumerate() {
        if place.is_some() {
            let inside =
                marked.words.iter().skip(at).take_while(|(other, _)| other.end - range.start <= LONGEST - LEAD);
            let count = inside.filter(|(_, place)| place.is_some()).count();
            if count > best.0 {
                best = (count, range.start);
            }
        }
    }
    let earliest = best.1.saturating_sub(LEAD);
    let mut shown = marked.words.iter().filter(|(range, _)| range.start >= earliest).peekable();
    let from = shown.peek().map_or(0, |(range, _)| range.start);
    let shown: Vec<_> = shown.take_while(|(range, _)| range.end - from <= LONGEST).collect();
    let to = shown.last().map_or(from, |(range, _)| range.end);
    let is_first = marked.words.first().is_none_or(|(range, _)| range.start >= from && from <= LEAD);
    let is_last = marked.words.last().is_none_or(|(range, _)| range.end <= to);
    let (from, to) = (if is_first { 0 } else { from }, if is_last { marked.text.len() } else { to });
    let mut pieces = Pieces::default();
    if !is_first {
        pieces.add("… ", false);
    }
    let mut at = from;
    for (range, _) in shown.iter().filter(|(_, place)| place.is_some()) {
        pieces.add(marked.text.get(at..range.start).unwrap_or_default(), false);
        pieces.add(marked.text.get(range.clone()).unwrap_or_default(), true);
        at = range.end;
    }
    // After the last word there may be any amount of something else than words.
    let rest = marked.text.get(at..to).unwrap_or_default();
    let rest_end = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
    pieces.add(rest.get(..rest_end).unwrap_or_default().trim_end(), false);
    if !is_last || rest_end < rest.len() {
        pieces.add(" …", false);
    }
    pieces.0
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    /// Adds text with its white space on one line.
    fn add(&mut self, text: &str, marked: bool) {
        let mut line = String::with_capacity(text.len());
        for c in text.chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c != ' ' || !line.ends_with(' ') {
                line.push(c);
            }
        }
        match self.0.last_mut() {
            _ if line.is_empty() => {}
            Some(last) if last.marked == marked => last.text.push_str(&line),
            Some(_) | None => self.0.push(Piece { text: line, marked }),
        }
    }
}
