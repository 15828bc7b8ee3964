//! What groups, owners and those who were asked write about an idea: from raw forms to typed
//! values, or what is wrong field by field. Used by pages and API alike; pure.
//!
//! Not here: what a resident writes ([`super::draft`]) and the decision ([`super::decision`]).

mod ballot;
mod carrying_out;
mod grade;
mod inquiry;
mod own;
mod ownership;
mod postponement;
#[cfg(test)]
mod tests;
mod triage;

pub use ballot::RawOpening;
pub use carrying_out::{Completion, Correction, RawCompletion, RawCorrection, RawHelp, RawProgress, RawStart, RawStop};
pub use grade::{Graded, RawGrade};
pub use inquiry::{
    Forwarding, ForwardingAnswer, Question, RawForwarding, RawForwardingAnswer, RawInquiryAnswer, RawQuestion,
};
pub use own::{RawAddition, RawAppeal, RawRewrite, RawWithdrawal, Rewrite};
pub use ownership::{NewOwner, NewOwnerBy, OwnershipAnswer, RawAskOwner, RawOwner, RawOwnershipAnswer};
pub use postponement::{Postponement, RawPostponement};
pub use triage::{
    HandOver, HandOverAnswer, Lift, Merge, RawHandOver, RawHandOverAnswer, RawLift, RawMerge, RawTakeForward,
    TakeForward,
};

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use crate::error::{Code, FieldErrors};
use crate::kernel::Date;

/// What every form about an idea says beside its own words.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Ticket {
    /// The version of the idea that the form was filled in for; an older one is a conflict.
    #[schema(value_type = i64)]
    pub version: Version,
    /// A key made for this one form: sending it twice gives the first result. May be left out.
    pub form_key: String,
}

/// A version as it comes in: a number in JSON, digits in a form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Version(pub i64);

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Number(i64),
            Digits(String),
        }
        match Either::deserialize(deserializer)? {
            Either::Number(number) => Ok(Self(number)),
            Either::Digits(digits) => digits.trim().parse().map(Self).map_err(serde::de::Error::custom),
        }
    }
}

/// Reads a day that lies ahead, today or later, and at most `most_days` away.
pub(super) fn parse_day(
    field: &'static str,
    raw: &str,
    today: Date,
    most_days: i32,
    errors: &mut FieldErrors,
) -> Option<Date> {
    let Some(day) = Date::parse(raw.trim()) else {
        errors.add(field, if raw.trim().is_empty() { Code::FieldEmpty } else { Code::FieldNotDate });
        return None;
    };
    if day < today {
        errors.add(field, Code::FieldDatePassed);
        return None;
    }
    if day.days_since(today) > most_days {
        errors.add(field, Code::FieldDateTooFar);
        return None;
    }
    Some(day)
}

/// Reads a text that may be left out.
#[expect(clippy::option_option, reason = "the outer says whether it is right, the inner whether it was written")]
pub(super) fn optional<T>(
    field: &'static str,
    raw: &str,
    parse: impl FnOnce(&str) -> Result<T, crate::kernel::text::TextFault>,
    errors: &mut FieldErrors,
) -> Option<Option<T>> {
    if raw.trim().is_empty() {
        return Some(None);
    }
    errors.text(field, parse(raw)).map(Some)
}
