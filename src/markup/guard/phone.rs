//! Phone numbers: Swedish ones with their area code, and any with a country code.

use std::ops::Range;

use super::signs::{Group, Signs};

/// Groups that one number may have.
const MOST_GROUPS: usize = 12;
/// Signs between two groups: ` (`, ` - `.
const WIDEST_JOINT: usize = 3;

pub(super) fn find(signs: &Signs) -> Vec<Range<usize>> {
    let groups = signs.groups();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = groups.get(from..).filter(|rest| !rest.is_empty()) {
        match number_at(signs, rest) {
            Some((place, length)) => {
                found.push(place);
                from += length;
            }
            None => from += 1,
        }
    }
    found
}

/// The longest number that the groups begin with, and how many groups it takes.
fn number_at(signs: &Signs, groups: &[Group]) -> Option<(Range<usize>, usize)> {
    let first = groups.first()?;
    let plus = signs.before(first.place.start) == Some('+');
    let start = if plus { first.place.start - 1 } else { first.place.start };
    if !may_begin_at(signs, start) {
        return None;
    }
    let joined = groups.windows(2).take(MOST_GROUPS - 1).take_while(|pair| match pair {
        [left, right] => is_joint(signs, left.place.end..right.place.start),
        _ => false,
    });
    for length in (1..=joined.count() + 1).rev() {
        let number = groups.get(..length)?;
        let end = number.last()?.place.end;
        let is_number =
            if plus { is_international(number) } else { is_after_zeros(number) || is_national(signs, number) };
        if is_number && !goes_on(signs, end) && !is_amount(signs, end) {
            return Some((start..end, length));
        }
    }
    None
}

/// Not within a word, a decimal number, or a number like 2026-0412 or 0123/26.
fn may_begin_at(signs: &Signs, start: usize) -> bool {
    let Some(sign) = signs.before(start) else { return true };
    let within_number =
        || start.checked_sub(1).and_then(|at| signs.before(at)).is_some_and(|sign| sign.is_ascii_digit());
    !(sign.is_alphanumeric() || matches!(sign, '_' | '+') || ("-/.,:".contains(sign) && within_number()))
}

fn goes_on(signs: &Signs, end: usize) -> bool {
    match signs.at(end) {
        Some(sign) if sign.is_alphanumeric() || sign == '_' => true,
        Some(',' | '.' | ':' | '/') => signs.at(end + 1).is_some_and(|sign| sign.is_ascii_digit()),
        Some(_) | None => false,
    }
}

/// Whether money or a share is counted: `+10 000 000 kr`.
fn is_amount(signs: &Signs, end: usize) -> bool {
    let after: String = signs.between(end..(end + 5).min(signs.len())).collect::<String>().to_lowercase();
    let after = after.trim_start();
    ["kr", "sek", "mkr", "tkr", "eur", "€", "%"].iter().any(|unit| after.starts_with(unit))
}

fn is_joint(signs: &Signs, place: Range<usize>) -> bool {
    let joint: String = signs.between(place).collect();
    joint.len() <= WIDEST_JOINT && joint.chars().all(|c| matches!(c, ' ' | '-' | '/' | '(' | ')'))
}

fn digits_of(groups: &[Group]) -> String {
    groups.iter().map(|group| group.digits.as_str()).collect()
}

/// After `+`: a country code and a number, at most 15 digits (ITU-T E.164).
fn is_international(groups: &[Group]) -> bool {
    is_with_country_code(&digits_of(groups))
}

/// After `00`, the same.
fn is_after_zeros(groups: &[Group]) -> bool {
    digits_of(groups).strip_prefix("00").is_some_and(is_with_country_code)
}

fn is_with_country_code(digits: &str) -> bool {
    match digits.strip_prefix("46") {
        // Many write the zero of the area code as well: +46 (0)70.
        Some(swedish) => is_subscriber(swedish.strip_prefix('0').unwrap_or(swedish)),
        None => !digits.starts_with('0') && (9..=15).contains(&digits.len()),
    }
}

/// A Swedish number without its first zero: seven to nine digits.
fn is_subscriber(digits: &str) -> bool {
    !digits.starts_with('0') && (7..=9).contains(&digits.len())
}

/// With the area code first: 08-123 456 78, 031-12 34 56, 070-123 45 67.
fn is_national(signs: &Signs, groups: &[Group]) -> bool {
    let digits = digits_of(groups);
    let Some(subscriber) = digits.strip_prefix('0').filter(|rest| is_subscriber(rest)) else { return false };
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    let shape_fits = match lengths.as_slice() {
        // Eight digits without any space exist only in the Stockholm area.
        [_] => digits.len() >= 9 || subscriber.starts_with('8'),
        [1, rest @ ..] => rest.iter().all(|length| *length == 1),
        [2..=4, rest @ ..] => rest.iter().sum::<usize>() >= 5,
        _ => true,
    };
    shape_fits && !is_date(groups) && !is_register_number(signs, groups) && !is_span_of_hours(signs, groups)
}

/// `01-02-2026`
fn is_date(groups: &[Group]) -> bool {
    match groups {
        [day, month, year] => day.digits.len() == 2 && month.digits.len() == 2 && is_year(&year.digits),
        _ => false,
    }
}

/// `0123/2026`, `0412-2026-03`: a register writes the year as a group of its own.
fn is_register_number(signs: &Signs, groups: &[Group]) -> bool {
    let slash = groups.iter().any(|group| signs.at(group.place.end) == Some('/'));
    let begins_with_four = groups.first().is_some_and(|group| group.digits.len() == 4);
    begins_with_four && groups.iter().skip(1).any(|group| is_year(&group.digits) || (slash && group.digits.len() == 2))
}

/// `08-17 10-15`: people put the dashes of a phone number everywhere or once, not in turns.
fn is_span_of_hours(signs: &Signs, groups: &[Group]) -> bool {
    let gaps = groups.windows(2).filter_map(|pair| match pair {
        [left, right] => Some(signs.between(left.place.end..right.place.start).any(|c| c == '-')),
        _ => None,
    });
    let dashed: Vec<bool> = gaps.collect();
    dashed.iter().filter(|dash| **dash).count() > 1 && dashed.contains(&false)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}
