//! Swedish personal numbers and coordination numbers (folkbokföringslagen 1991:481, 18 and 18 a §).

use std::ops::Range;

use super::signs::{Group, Signs};
use crate::kernel::Date;

/// How the digits of a number are put into groups by those who write it.
const SHAPES: &[&[usize]] = &[
    &[10],
    &[6, 4],
    &[2, 2, 2, 4],
    &[6, 2, 2],
    &[12],
    &[8, 4],
    &[2, 10],
    &[2, 6, 4],
    &[4, 2, 2, 4],
    &[4, 4, 4],
    &[8, 2, 2],
    &[1; 10],
    &[1; 12],
];

/// The days of coordination numbers are 60 higher.
const COORDINATION_DAYS: u32 = 60;

pub(super) fn find(signs: &Signs) -> Vec<Range<usize>> {
    let groups = signs.groups();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = groups.get(from..).filter(|rest| !rest.is_empty()) {
        match SHAPES.iter().find_map(|shape| number_of_shape(signs, rest, shape).map(|place| (place, shape.len()))) {
            Some((place, length)) => {
                found.push(place);
                from += length;
            }
            None => from += 1,
        }
    }
    found
}

fn number_of_shape(signs: &Signs, groups: &[Group], shape: &[usize]) -> Option<Range<usize>> {
    let groups = groups.get(..shape.len())?;
    let same_shape = groups.iter().zip(shape).all(|(group, length)| group.digits.len() == *length);
    let joined = groups.windows(2).all(|pair| match pair {
        [left, right] => is_joint(signs, left.place.end..right.place.start),
        _ => false,
    });
    // `2026-0412 2026` is the number of an idea and the beginning of the next.
    let as_idea_number =
        shape == [4, 4, 4] && groups.first().is_some_and(|first| signs.at(first.place.end) == Some('-'));
    let digits: String = groups.iter().map(|group| group.digits.as_str()).collect();
    let valid = same_shape && joined && !as_idea_number && is_identity_number(&digits);
    valid.then_some(groups.first()?.place.start..groups.last()?.place.end)
}

/// What may stand between the groups: a dash or plus, with or without spaces around, or one space.
fn is_joint(signs: &Signs, place: Range<usize>) -> bool {
    let joint: String = signs.between(place).collect();
    joint == " " || matches!(joint.trim_matches(' '), "-" | "+") && joint.len() <= 3
}

/// Whether 10 or 12 digits have a day that exists and the right check digit.
fn is_identity_number(digits: &str) -> bool {
    let Some((century, short)) = digits.len().checked_sub(10).and_then(|at| digits.split_at_checked(at)) else {
        return false;
    };
    // Ten digits do not tell the century; the day has to exist in one of them.
    let centuries: &[&str] = match century {
        "" => &["19", "20"],
        "18" | "19" | "20" => &[century],
        _ => return false,
    };
    let part = |from: usize, to: usize| short.get(from..to).and_then(|text| text.parse::<u32>().ok());
    let (Some(month), Some(day), Some(serial)) = (part(2, 4), part(4, 6), part(6, 9)) else { return false };
    let day = if day > COORDINATION_DAYS { day - COORDINATION_DAYS } else { day };
    let year = short.get(..2).unwrap_or_default();
    let exists = centuries.iter().any(|century| Date::parse(&format!("{century}{year}-{month:02}-{day:02}")).is_some());
    exists && serial > 0 && has_right_check_digit(short)
}

/// The Luhn rule over ten digits, of which the last is the check digit.
fn has_right_check_digit(digits: &str) -> bool {
    let weighed = digits.chars().filter_map(|c| c.to_digit(10)).enumerate().map(|(place, digit)| {
        let product = if place.is_multiple_of(2) { digit * 2 } else { digit };
        product / 10 + product % 10
    });
    weighed.sum::<u32>().is_multiple_of(10)
}
