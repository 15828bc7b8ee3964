//! Finds personal data in a text, so that the writer can be warned before everyone can read it.
//!
//! A warning, not a lock: it knows Swedish identity numbers, phone numbers and e-mail addresses,
//! also when they are written with other digits, dashes or spaces than usual. It does not know names
//! or postal addresses, and numbers spelled out in words.

mod email;
mod identity;
mod phone;
mod signs;

use std::ops::Range;

use signs::Signs;

use crate::error::{Code, FieldErrors};

/// What kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FindingKind {
    /// A Swedish personal or coordination number with a right check digit.
    IdentityNumber,
    /// A phone number, Swedish or with a country code.
    PhoneNumber,
    /// An e-mail address.
    EmailAddress,
}

/// Personal data in a text. Never logged: the words are the personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The place in the text, in bytes.
    pub place: Range<usize>,
    /// The words as they stand there.
    pub text: String,
}

impl std::fmt::Debug for Finding {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Finding").field("kind", &self.kind).field("place", &self.place).finish_non_exhaustive()
    }
}

/// Every piece of personal data in a text, in the order of the text. The work grows with the
/// length of the text only.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    let signs = Signs::read(text);
    let mut findings: Vec<(FindingKind, Range<usize>)> = Vec::new();
    let mut take = |kind, places: Vec<Range<usize>>| {
        for place in places {
            // An identity number that could also be a phone number is told once, as the graver of the two.
            if findings.iter().all(|(_, taken)| place.end <= taken.start || taken.end <= place.start) {
                findings.push((kind, place));
            }
        }
    };
    take(FindingKind::IdentityNumber, identity::find(&signs));
    take(FindingKind::EmailAddress, email::find(&signs));
    take(FindingKind::PhoneNumber, phone::find(&signs));
    findings.sort_by_key(|(_, place)| place.start);
    let findings = findings.into_iter().filter_map(|(kind, place)| {
        let place = signs.in_text(&place)?;
        let words = text.get(place.clone())?.to_owned();
        Some(Finding { kind, place, text: words })
    });
    findings.collect()
}

/// Whether a text may be shown to everyone: it holds no personal data, or its writer has said that
/// it shall stay (`keep`). Identity numbers never pass. Otherwise notes at the field which words
/// are meant; the gravest kind first, as nothing can be confirmed while it is there.
pub fn lets_pass(field: &'static str, text: &str, keep: bool, errors: &mut FieldErrors) -> bool {
    let findings = find(text);
    let (grave, others): (Vec<_>, Vec<_>) =
        findings.iter().partition(|finding| finding.kind == FindingKind::IdentityNumber);
    let words = |found: &[&Finding]| found.iter().map(|finding| finding.text.as_str()).collect::<Vec<_>>().join(", ");
    if !grave.is_empty() {
        errors.add_with(field, Code::FieldIdentityNumber, vec![("words", words(&grave))]);
        return false;
    }
    if !keep && !others.is_empty() {
        errors.add_with(field, Code::FieldPersonalData, vec![("words", words(&others))]);
        return false;
    }
    true
}

#[cfg(test)]
mod tests;
