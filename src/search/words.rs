//! Where a text's words begin and end.

use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// Longest word kept, in characters; the rest of a longer one is cut off on both sides alike.
const LONGEST_WORD: usize = 64;

/// One word and where it stands in the text.
pub(super) struct Word {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// The word in small letters.
    pub(super) exact: String,
}

/// The words of a text (which must be [`super::analyse::normal`]), in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> {
    places(text).map(|(start, piece)| Word { range: start..start + piece.len(), exact: lowered(piece) })
}

/// The words of such a text as they are written, each with the byte at which it begins.
pub(super) fn places(text: &str) -> Box<dyn Iterator<Item = (usize, &str)> + '_> {
    if text.chars().all(is_plain) { Box::new(plain_places(text)) } else { Box::new(any_places(text)) }
}

/// Letters and signs of western European writing, where a word is a row of letters and digits. Most
/// texts have no others, and the rules for all writing are slow.
const fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\u{7F}' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | '\u{A0}' | '§' | '«' | '»' | '–' | '—' | '‘'..='”' | '•' | '…')
        && c != '‘'
}

fn plain_places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    pieces(text, |c| !c.is_alphanumeric())
}

/// The standard's word boundaries (UAX 29), for any writing.
fn any_places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // The standard keeps `EU:s`, `t.ex` and `it's` together; people search for the parts.
    let parts = |(start, whole)| pieces(whole, is_joint).map(move |(offset, piece)| (start + offset, piece));
    text.unicode_word_indices().flat_map(parts).filter(|(_, piece)| !piece.chars().all(is_invisible))
}

/// Signs that the standard lets stand inside a word.
const fn is_joint(c: char) -> bool {
    matches!(c, '.' | ':' | '\'' | '’' | '_' | ',' | ';' | '·')
}

/// What stands between the separators, and at which byte.
fn pieces(whole: &str, is_separator: fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    whole.split(is_separator).filter_map(move |piece| {
        let at = from;
        // Each of the separators is looked up again because they differ in length.
        from += piece.len();
        from += whole.get(from..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!piece.is_empty()).then_some((at, piece))
    })
}

/// Signs that are not seen and may stand anywhere in a word.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// A word in small letters, as it is compared.
pub(super) fn lowered(piece: &str) -> String {
    if piece.is_ascii() {
        let mut lower = piece.to_ascii_lowercase();
        lower.truncate(LONGEST_WORD);
        return lower;
    }
    let lower: String =
        piece.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).take(LONGEST_WORD).collect();
    if is_nfc_quick(lower.chars()) == IsNormalized::Yes { lower } else { lower.nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> [Vec<(usize, &str)>; 2] {
        [plain_places(text).collect(), any_places(text).collect()]
    }

    #[test]
    fn plain_texts_have_the_same_words_by_either_way() {
        // Every plain sign between letters, between digits, at either end, and twice.
        for c in (' '..='\u{24F}').chain('–'..='…').filter(|c| is_plain(*c)) {
            for text in [format!("a{c}b"), format!("1{c}2"), format!("a{c}1"), format!("{c}Åb{c}"), format!("x{c}{c}y")]
            {
                let [plain, any] = both(&text);
                assert_eq!(plain, any, "{text:?}");
            }
        }
        let [plain, any] =
            both("Det här är 12,5 meter – t.ex. EU:s väg (1.2.3), \"Ökad\" trygghet; it's l’été…\r\n\tnästa_rad");
        assert_eq!(plain, any);
        assert_eq!(plain.len(), 22);
    }

    #[test]
    fn other_writing_goes_by_the_standard() {
        for text in ["مرحبا بالعالم", "soft\u{AD}hyphen", "a‘b", "日本語", "e\u{301}"] {
            assert!(!text.chars().all(is_plain), "{text:?}");
        }
    }
}
