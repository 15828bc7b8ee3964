//! A text with every digit, dash and space in its plain form, and the way back to the text.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

/// The signs of a text that can be seen, each with its place in the text.
pub(super) struct Signs {
    signs: Vec<(char, Range<usize>)>,
}

/// Digits that stand together, by their places among the signs.
#[derive(Clone)]
pub(super) struct Group {
    pub(super) place: Range<usize>,
    pub(super) digits: String,
}

impl Signs {
    pub(super) fn read(text: &str) -> Self {
        let mut signs = Vec::with_capacity(text.len());
        for (start, c) in text.char_indices() {
            let place = start..start + c.len_utf8();
            if !is_invisible(c) {
                decompose_compatible(c, |part| signs.push((plain_form(part), place.clone())));
            }
        }
        // An accent comes loose from its letter only now.
        signs.retain(|(sign, _)| !is_invisible(*sign));
        Self { signs }
    }

    pub(super) fn len(&self) -> usize {
        self.signs.len()
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.signs.get(index).map(|(sign, _)| *sign)
    }

    pub(super) fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    /// The signs of a place, as text.
    pub(super) fn between(&self, place: Range<usize>) -> impl Iterator<Item = char> {
        self.signs.get(place).unwrap_or_default().iter().map(|(sign, _)| *sign)
    }

    /// The bytes of the text that a place among the signs stands for.
    pub(super) fn in_text(&self, place: &Range<usize>) -> Option<Range<usize>> {
        let signs = self.signs.get(place.clone())?;
        Some(signs.first()?.1.start..signs.last()?.1.end)
    }

    /// All groups of digits, in order.
    pub(super) fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (index, (sign, _)) in self.signs.iter().enumerate().filter(|(_, (sign, _))| sign.is_ascii_digit()) {
            match groups.last_mut().filter(|group| group.place.end == index) {
                Some(group) => {
                    group.place.end = index + 1;
                    group.digits.push(*sign);
                }
                None => groups.push(Group { place: index..index + 1, digits: sign.to_string() }),
            }
        }
        groups
    }
}

fn plain_form(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{058A}' | '\u{30FC}' | '\u{2500}' => '-',
        '\n' | '\r' => '\n',
        c if c.is_whitespace() || matches!(c, '\u{3164}' | '\u{2800}' | '\u{115F}' | '\u{1160}') => ' ',
        c => digit_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c),
    }
}

/// The value of a decimal digit of any script. Each script has its ten digits in a row, so the
/// zeros are enough (Unicode 16, general category Nd; compatibility forms are decomposed before).
fn digit_value(c: char) -> Option<u32> {
    const ZEROS: [u32; 63] = [
        0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
        0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620,
        0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0,
        0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x11F50,
        0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950,
    ];
    let code = u32::from(c);
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
}

/// Signs without width that can be put between digits without anyone seeing it.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{20DD}'..='\u{20E4}' | '\u{300}'..='\u{36F}' | '\u{E0000}'..='\u{E01EF}')
        || (c.is_control() && !c.is_whitespace())
}
