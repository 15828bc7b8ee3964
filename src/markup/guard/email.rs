//! E-mail addresses.

use std::ops::Range;

use super::signs::Signs;

/// Signs looked at on each side of the `@`: more than a valid address can have.
const LONGEST_SIDE: usize = 254;

pub(super) fn find(signs: &Signs) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..signs.len()).filter(|index| signs.at(*index) == Some('@')) {
        // What belongs to the address before is not looked at again.
        let earliest = found.last().map_or(0, |place| place.end).max(at.saturating_sub(LONGEST_SIDE));
        if let Some(place) = address_around(signs, at, earliest) {
            found.push(place);
        }
    }
    found
}

fn address_around(signs: &Signs, at: usize, earliest: usize) -> Option<Range<usize>> {
    let belongs_left = |c: char| c.is_alphanumeric() || "._%+-'".contains(c);
    let belongs_right = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let mut start = at;
    while start > earliest && signs.before(start).is_some_and(belongs_left) {
        start -= 1;
    }
    while start < at && !signs.at(start).is_some_and(char::is_alphanumeric) {
        start += 1;
    }
    let mut end = at + 1;
    while end - at <= LONGEST_SIDE && signs.at(end).is_some_and(belongs_right) {
        end += 1;
    }
    let domain: String = signs.between(at + 1..end).collect();
    let domain = domain.trim_end_matches(['.', '-']);
    let (name, top) = domain.rsplit_once('.')?;
    let fits = start < at
        && name.starts_with(char::is_alphanumeric)
        && !domain.contains("..")
        && top.chars().count() >= 2
        && top.chars().any(char::is_alphabetic);
    fits.then_some(start..at + 1 + domain.chars().count())
}
