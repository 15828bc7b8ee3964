//! The part of a text that shows why it was found, with the matching words marked.

use std::ops::Range;

use foldhash::{HashMap, HashSet};

use super::marks::{Mark, Matcher, Part};
use super::tongue::Tongue;
use super::words::places;

/// Characters of each text that are looked at.
const LOOKED_AT: usize = 8_000;
/// Bytes that are looked at in all texts together.
const MOST_LOOKED_AT: usize = 400_000;
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

/// A text's words, and which of them are what was searched for.
struct Marked<'t> {
    text: &'t str,
    words: Vec<(Range<usize>, bool)>,
    score: Score,
}

/// How much a text says of the question; the later fields tell only among equals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Words of the question, each twice when it stands there whole and once when all its parts do.
    said: usize,
    /// Words of which only some parts stand there.
    half_said: usize,
}

/// Marks the words that were searched for in titles, which are shown whole.
#[derive(Clone, Default)]
pub struct TitleMarks(Option<Matcher>);

impl TitleMarks {
    pub(super) const fn new(matcher: Matcher) -> Self {
        Self(Some(matcher))
    }

    /// The title in runs; `language` is the code of its language.
    #[must_use]
    pub fn pieces(&mut self, title: &str, language: &str) -> Vec<Piece> {
        let mut pieces = Pieces::default();
        let Some(matcher) = &mut self.0 else {
            pieces.add(title, false);
            return pieces.0;
        };
        let marked = look(title, Tongue::of(language), matcher);
        let mut at = 0;
        for (range, _) in marked.words.iter().filter(|(_, is_marked)| *is_marked) {
            pieces.add(title.get(at..range.start).unwrap_or_default(), false);
            pieces.add(title.get(range.clone()).unwrap_or_default(), true);
            at = range.end;
        }
        pieces.add(title.get(at..).unwrap_or_default(), false);
        pieces.0
    }
}

impl std::fmt::Debug for TitleMarks {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("TitleMarks").field(&self.0.is_some()).finish()
    }
}

/// The best part of the text that says most of the question's words, and which text that is; among
/// equals the first, and when none says any, the beginning of the first. Each text comes with the
/// code of its language.
pub(super) fn snippet(texts: &[(&str, &str)], matcher: &mut Matcher) -> (usize, Vec<Piece>) {
    let mut best: Option<(usize, Marked<'_>)> = None;
    let mut left = MOST_LOOKED_AT;
    for (at, (text, language)) in texts.iter().enumerate() {
        if left == 0 {
            break;
        }
        let marked = look(text, Tongue::of(language), matcher);
        left = left.saturating_sub(marked.text.len());
        let score = marked.score;
        if !marked.words.is_empty() && best.as_ref().is_none_or(|(_, other)| score > other.score) {
            best = Some((at, marked));
        }
        if score.said > 0 && score.said >= 2 * matcher.wanted() {
            break;
        }
    }
    best.map(|(at, marked)| (at, cut(&marked))).unwrap_or_default()
}

/// Marks a text's words. A part of a word counts only beside the other parts, and not where the
/// word itself stands; unless that is all there is.
fn look<'t>(text: &'t str, tongue: Tongue, matcher: &mut Matcher) -> Marked<'t> {
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
    let text = text.get(..end).unwrap_or(text);
    let (ranges, written): (Vec<Range<usize>>, Vec<&str>) =
        places(text).map(|(start, word)| (start..start + word.len(), word)).unzip();
    let mut marks: Vec<Option<Mark>> = written.iter().map(|word| matcher.mark(tongue, word)).collect();
    matcher.mark_phrases(&written, &mut marks);
    let words: Vec<(Range<usize>, Option<Mark>)> = ranges.into_iter().zip(marks).collect();
    let mut whole: HashSet<usize> = HashSet::default();
    let mut parts: HashMap<usize, HashSet<Part>> = HashMap::default();
    for mark in words.iter().filter_map(|(_, mark)| *mark) {
        match mark.part {
            None => drop(whole.insert(mark.place)),
            Some(part) => drop(parts.entry(mark.place).or_default().insert(part)),
        }
    }
    parts.retain(|place, _| !whole.contains(place));
    let (made_up, half): (Vec<_>, Vec<_>) = parts.iter().partition(|(place, parts)| matcher.are_whole(**place, parts));
    let made_up: HashSet<usize> = made_up.into_iter().map(|(place, _)| *place).collect();
    let score = Score { said: 2 * whole.len() + made_up.len(), half_said: half.len() };
    let counts = |mark: Mark| match mark.part {
        None => true,
        Some(_) => made_up.contains(&mark.place) || (score.said == 0 && parts.contains_key(&mark.place)),
    };
    let words = words.into_iter().map(|(range, mark)| (range, mark.is_some_and(counts))).collect();
    Marked { text, words, score }
}

/// The window with the most marked words, starting a little before the first of them.
fn cut(marked: &Marked<'_>) -> Vec<Piece> {
    let mut best = (0, 0);
    for (at, (range, is_marked)) in marked.words.iter().enumerate() {
        if *is_marked {
            let inside =
                marked.words.iter().skip(at).take_while(|(other, _)| other.end - range.start <= LONGEST - LEAD);
            let count = inside.filter(|(_, is_marked)| *is_marked).count();
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
    for (range, _) in shown.iter().filter(|(_, is_marked)| *is_marked) {
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
