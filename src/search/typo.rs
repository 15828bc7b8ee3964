//! What a misspelled word may have been meant for: words of the index that differ by one letter,
//! or by two when the word is long. Only words that a shown idea holds: the term lists keep those of
//! ideas that were hidden until the library next writes its files together.

use std::collections::HashMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet as _, Searcher, TERMINATED, Term};

use super::analyse::{PART, widest_term};
use super::schema::Area;
use super::tongue::Tongue;

/// Words shorter than this, in letters, are left as they are: too many others are near them.
const SHORTEST: usize = 5;
/// From this length, in letters, two letters may differ.
const LONG: usize = 9;
/// From this length, in letters, a stem is enough to know a word by.
const LONG_STEM: usize = 6;
/// Most corrections of one word.
const MOST: usize = 4;
/// Most letters of an ending, after the stem of a word.
const LONGEST_ENDING: usize = 6;
/// Most words with the same beginning that are looked at in one term list.
const MOST_FORMS: usize = 200;
/// Most near words looked at in one term list.
const MOST_SEEN: usize = 500;

/// Words of the index near this one, the nearest and then the commonest first.
pub(super) fn corrections(searcher: &Searcher, areas: &[Area], word: &str) -> tantivy::Result<Vec<String>> {
    let fields: Vec<Field> = areas.iter().map(|area| area.exact).collect();
    nearest(searcher, &fields, word, "", farthest(word))
}

/// Words of the index of which some form is near this one: where only `gatubelysningen` stands, what is
/// near `gatubelysning` may have been meant too. `stems` are the word's own, with their tags. The nearest
/// first, as they stand in the index.
pub(super) fn corrected_forms(
    searcher: &Searcher,
    areas: &[Area],
    word: &str,
    stems: &[String],
    most_letters: u8,
) -> tantivy::Result<Vec<String>> {
    let exact: Vec<Field> = areas.iter().map(|area| area.exact).collect();
    let stem_fields: Vec<Field> = areas.iter().map(|area| area.stem).collect();
    for letters in 1..=farthest(word).min(most_letters) {
        let mut found = nearest_at(searcher, &exact, word, "", letters)?;
        for stem in stems {
            let Some((tongue, bare)) = stem.split_once(':') else { continue };
            let tag = format!("{tongue}:");
            let mut near = nearest_at(searcher, &stem_fields, bare, &tag, letters)?;
            if bare != word {
                near.extend(nearest_at(searcher, &stem_fields, word, &tag, letters)?);
            }
            let ending = word.strip_prefix(bare).unwrap_or_default();
            for near in near {
                let form = commonest_form(searcher, &exact, &near)?;
                found.extend(form.filter(|form| is_form_of_it(&near, form, ending, letters)));
            }
        }
        if !found.is_empty() {
            let mut seen = std::collections::HashSet::new();
            found.retain(|word| seen.insert(word.clone()));
            found.truncate(MOST);
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// Whether a form of a near stem may be what was meant. Letters differ in the stem only: with other endings on
/// both sides it is another word (`styrkor`, `stycken`), and two letters and an ending are too much.
fn is_form_of_it(stem: &str, form: &str, typed_ending: &str, letters: u8) -> bool {
    let ending = form.strip_prefix(stem).unwrap_or_default();
    let is_bare = ending.is_empty() || typed_ending.is_empty();
    ending == typed_ending || (is_bare && letters == 1 && stem.chars().count() >= LONG_STEM)
}

/// Roots of Swedish words without the marks on their letters near this word without its own: two things
/// forgiven at once, so one letter only.
pub(super) fn corrected_folded(searcher: &Searcher, areas: &[Area], word: &str) -> tantivy::Result<Vec<String>> {
    let fields: Vec<Field> = areas.iter().map(|area| area.folded).collect();
    nearest(searcher, &fields, word, &widest_term(Tongue::Swedish, ""), 1)
}

/// The commonest word that begins with a stem and goes on no longer than an ending, among those that a
/// shown idea holds.
fn commonest_form(searcher: &Searcher, fields: &[Field], stem: &str) -> tantivy::Result<Option<String>> {
    let longest = stem.chars().count() + LONGEST_ENDING;
    let mut forms: HashMap<String, u64> = HashMap::new();
    for field in fields {
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(*field)?;
            let mut stream = index.terms().range().ge(stem.as_bytes()).into_stream()?;
            let mut seen = 0;
            while seen < MOST_FORMS && stream.advance() {
                seen += 1;
                let Ok(word) = std::str::from_utf8(stream.key()) else { continue };
                if !word.starts_with(stem) {
                    break;
                }
                if word.chars().count() <= longest {
                    *forms.entry(word.to_owned()).or_default() += u64::from(stream.value().doc_freq);
                }
            }
        }
    }
    let mut forms: Vec<(String, u64)> = forms.into_iter().collect();
    forms.sort_unstable_by(|(word, times), (other, other_times)| other_times.cmp(times).then(word.cmp(other)));
    for (word, _) in forms {
        if is_shown_in(searcher, fields, &word)? {
            return Ok(Some(word));
        }
    }
    Ok(None)
}

/// Roots of parts of compounds near this word, for one that stands nowhere by itself.
pub(super) fn corrected_parts(searcher: &Searcher, areas: &[Area], word: &str) -> tantivy::Result<Vec<String>> {
    let fields: Vec<Field> = areas.iter().map(|area| area.root).collect();
    nearest(searcher, &fields, word, PART, farthest(word))
}

/// How many letters of a word may differ.
fn farthest(word: &str) -> u8 {
    let letters = word.chars().count();
    if letters < SHORTEST || word.chars().any(|c| c.is_ascii_digit()) {
        0
    } else if letters >= LONG {
        2
    } else {
        1
    }
}

/// The terms that begin with `tag` and go on nearly like the word, without the tag: those in which the
/// fewest letters differ.
fn nearest(
    searcher: &Searcher,
    fields: &[Field],
    word: &str,
    tag: &str,
    most_letters: u8,
) -> tantivy::Result<Vec<String>> {
    for letters in 1..=farthest(word).min(most_letters) {
        let found = nearest_at(searcher, fields, word, tag, letters)?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// The terms in which up to so many letters differ, the commonest first.
fn nearest_at(
    searcher: &Searcher,
    fields: &[Field],
    word: &str,
    tag: &str,
    letters: u8,
) -> tantivy::Result<Vec<String>> {
    let mut near: Vec<(String, u64)> =
        near_words(searcher, fields, &format!("{tag}{word}"), letters)?.into_iter().collect();
    near.retain_mut(|(word, _)| strip(word, tag));
    near.sort_unstable_by(|(word, times), (other, other_times)| other_times.cmp(times).then(word.cmp(other)));
    let mut shown = Vec::new();
    for (word, _) in near {
        if shown.len() < MOST && is_shown_in(searcher, fields, &format!("{tag}{word}"))? {
            shown.push(word);
        }
    }
    Ok(shown)
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
