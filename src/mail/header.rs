//! Header values, encoded here and not by the library: it leaves an encoded word that somebody
//! typed as it is, and the reader's program would decode it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lettre::message::header::{HeaderName, HeaderValue};

use crate::kernel::text::clean_line;

/// Longest line in characters; RFC 5322 recommends at most 78.
const LINE: usize = 76;
/// Bytes in one encoded word. With its frame and the longest header name before it the line
/// stays within [`LINE`].
const WORD_BYTES: usize = 39;
/// Most characters of a subject or name. Nothing that we write is longer; the library that signs goes one
/// step deeper for each character of the headers, so they have to end somewhere.
const LONGEST_WORDS: usize = 300;
/// Between two lines of one value.
const FOLD: &str = "\r\n ";

/// A header with a value that the program made of letters, digits and signs of ASCII.
pub(super) fn plain(name: &'static str, value: &str) -> HeaderValue {
    // Whatever else comes here is dropped, so that no value can begin a new line.
    let value: String = value.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect();
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), value.clone(), value)
}

/// A header with words that somebody wrote.
pub(super) fn words(name: &'static str, text: &str) -> HeaderValue {
    let text: String = clean_line(text).chars().take(LONGEST_WORDS).collect();
    let encoded = if is_plain(&text) { fold_words(name, &text) } else { encode(&text) };
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), text, encoded)
}

/// A header with an address and perhaps a name; the address has been checked before.
pub(super) fn mailbox(header: &'static str, name: Option<&str>, address: &str) -> HeaderValue {
    let name = name
        .map(|name| clean_line(name).chars().take(LONGEST_WORDS).collect::<String>())
        .filter(|name| !name.is_empty());
    let encoded = match name {
        None => address.to_owned(),
        Some(name) if is_plain(&name) && !name.contains(['"', '\\']) && name.len() <= LINE - 12 => {
            format!("\"{name}\"{FOLD}<{address}>")
        }
        Some(name) => format!("{}{FOLD}<{address}>", encode(&name)),
    };
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(header), address.to_owned(), encoded)
}

/// Whether the text can stand as it is: visible ASCII, nothing that reads as an encoded word,
/// no word too long for a line.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_graphic() || c == ' ')
        && !text.contains("=?")
        && text.split(' ').all(|word| word.len() <= LINE - 12)
}

fn fold_words(name: &str, text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    let mut column = name.len() + 1;
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 && column + 1 + word.len() > LINE {
            folded.push_str(FOLD);
            column = 1;
        } else if place > 0 {
            folded.push(' ');
            column += 1;
        }
        folded.push_str(word);
        column += word.len();
    }
    folded
}

/// The text as encoded words of RFC 2047, cut only between characters.
fn encode(text: &str) -> String {
    let mut words = Vec::new();
    let mut word = String::new();
    for character in text.chars() {
        if word.len() + character.len_utf8() > WORD_BYTES {
            words.push(encoded_word(&word));
            word.clear();
        }
        word.push(character);
    }
    words.push(encoded_word(&word));
    words.join(FOLD)
}

fn encoded_word(text: &str) -> String {
    format!("=?utf-8?B?{}?=", STANDARD.encode(text))
}
