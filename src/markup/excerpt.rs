//! Words without markup.

use pulldown_cmark::{Event, TagEnd};
use unicode_segmentation::UnicodeSegmentation;

use super::stream;

/// The words of a text without its markup, a line for each paragraph, heading or list item; for
/// search and mail.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for event in stream::events(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::HardBreak => text.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock)
                if !text.ends_with('\n') =>
            {
                text.push('\n');
            }
            // An item that holds a list of its own ends its first line there.
            Event::Start(pulldown_cmark::Tag::List(_)) if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
            Event::Start(_)
            | Event::End(_)
            | Event::SoftBreak
            | Event::Rule
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// The beginning of a text on one line, at most `limit` characters, cut after a whole word with
/// “…” in its place. A single word longer than that is cut within.
#[must_use]
pub fn excerpt(markdown: &str, limit: usize) -> String {
    let words = plain(markdown).split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= limit {
        return words;
    }
    let room = limit.saturating_sub(1);
    let fits = words.char_indices().nth(room).map_or(words.as_str(), |(end, _)| words.get(..end).unwrap_or_default());
    let ends_a_word = words.get(fits.len()..).is_some_and(|rest| rest.starts_with(' '));
    let mut kept = match fits.rfind(' ') {
        _ if ends_a_word => fits.to_owned(),
        Some(end) => fits.get(..end).unwrap_or_default().to_owned(),
        None => within_a_word(&words, room),
    };
    kept.truncate(kept.trim_end_matches([' ', ',', '.', ';', ':', '–', '-', '(']).len());
    if limit > 0 {
        kept.push('…');
    }
    kept
}

/// The beginning of a word, at most `room` characters, with no letter parted from its marks.
fn within_a_word(word: &str, mut room: usize) -> String {
    let fits = word.graphemes(true).take_while(|grapheme| {
        let left = room.checked_sub(grapheme.chars().count());
        room = left.unwrap_or_default();
        left.is_some()
    });
    fits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_gone_and_words_stay() {
        let markdown = "# Bänkar\n\nVi vill ha **fler** [bänkar](https://example.org).\nRad två\n\n- en\n- två\n  - tre\n\n`kod` <b>x</b>";

        assert_eq!(plain(markdown), "Bänkar\nVi vill ha fler bänkar.\nRad två\nen\ntvå\ntre\nkod <b>x</b>");
    }

    #[test]
    fn a_short_text_is_its_own_excerpt() {
        assert_eq!(excerpt("Fler *bänkar*\n\ni parken", 160), "Fler bänkar i parken");
        assert_eq!(excerpt("Fler bänkar", 11), "Fler bänkar");
        assert_eq!(excerpt("", 5), "");
    }

    #[test]
    fn a_long_text_is_cut_after_a_whole_word() {
        assert_eq!(excerpt("Fler bänkar i parken", 12), "Fler bänkar…");
        assert_eq!(excerpt("Fler bänkar i parken", 11), "Fler…");
        assert_eq!(excerpt("Bänkar, bord och lampor", 9), "Bänkar…");
        assert_eq!(excerpt("Bygglekplatsen", 6), "Byggl…");
    }

    #[test]
    fn an_excerpt_never_exceeds_its_limit_nor_splits_a_sign() {
        let family = "👩\u{200D}👩\u{200D}👧".repeat(40);
        for text in ["Fler bänkar i parken nu", "ååååååååååååååååå", family.as_str()] {
            for limit in 0..24 {
                let cut = excerpt(text, limit);

                assert!(cut.chars().count() <= limit, "{cut:?} for {limit}");
                assert!(!cut.contains("\u{200D}…"), "{cut:?}");
            }
        }
    }
}
