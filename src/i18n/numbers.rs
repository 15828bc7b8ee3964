//! Numbers as the languages write them.

use fluent_bundle::FluentValue;

use super::{Locale, Texts};

const NARROW_NO_BREAK_SPACE: &str = "\u{202F}";
const MINUS: &str = "\u{2212}";

impl Texts {
    /// A whole number in groups of three: “12 400” with narrow no-break spaces, or “12,400”.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        grouped(&number.to_string(), separator(self.locale()))
    }
}

/// Writes numbers inside of texts; the memory of the bundle is not needed for it.
pub(super) fn formatter<M>(locale: Locale) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match locale {
        Locale::Swedish => |value, _| write_value(value, separator(Locale::Swedish)),
        Locale::English => |value, _| write_value(value, separator(Locale::English)),
    }
}

fn write_value(value: &FluentValue<'_>, separator: &str) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    (number.value.fract() == 0.0).then(|| grouped(&format!("{:.0}", number.value), separator))
}

const fn separator(locale: Locale) -> &'static str {
    match locale {
        Locale::Swedish => NARROW_NO_BREAK_SPACE,
        Locale::English => ",",
    }
}

fn grouped(written: &str, separator: &str) -> String {
    let (sign, digits) = written.strip_prefix('-').map_or(("", written), |digits| (MINUS, digits));
    let mut text = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}
