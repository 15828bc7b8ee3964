//! What a chair asks of a body, and what a member votes: from raw form to typed value. Used by
//! pages and API alike.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CLOSING_HOUR, Choice, FEWEST_DAYS, MOST_DAYS, Majority};
use crate::error::{Code, FieldErrors, Result};
use crate::kernel::text::Line;
use crate::kernel::{Date, Timestamp};

/// A ballot to be opened, as it came in. Missing fields are empty.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawBallot {
    /// The question, which yes or no answers.
    pub question: String,
    /// Slug of the body that votes: the lead group or the youth council.
    pub held_by: String,
    /// `simple` or `two_thirds`.
    pub majority: String,
    /// Day on which it closes at 20.00 Swedish time, as `2026-11-26`.
    pub closes_on: String,
}

/// A ballot whose every part is right, except that the body is not looked up yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBallot {
    /// The question.
    pub question: Line,
    /// Slug of the body that votes.
    pub held_by: String,
    /// How many must say yes.
    pub majority: Majority,
    /// When it closes.
    pub closes_at: Timestamp,
}

/// A vote as it came in.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawVote {
    /// `yes`, `no` or `abstain`.
    pub choice: String,
}

/// Reads a ballot that would be opened on the day `today`.
///
/// # Errors
/// Everything that is wrong, field by field.
pub fn parse(raw: &RawBallot, today: Date) -> Result<NewBallot> {
    let mut errors = FieldErrors::default();
    let question = errors.text("question", Line::parse(&raw.question));
    let held_by = raw.held_by.trim();
    if held_by.is_empty() {
        errors.add("held_by", Code::FieldNotChosen);
    }
    let majority = errors.choice("majority", &raw.majority);
    let closes_at = parse_close(&raw.closes_on, today, &mut errors);
    let value = (|| {
        Some(NewBallot { question: question?, held_by: held_by.to_owned(), majority: majority?, closes_at: closes_at? })
    })();
    errors.finish(value)
}

fn parse_close(raw: &str, today: Date, errors: &mut FieldErrors) -> Option<Timestamp> {
    let raw = raw.trim();
    let code = match (raw.is_empty(), Date::parse(raw)) {
        (true, _) => Code::FieldEmpty,
        (false, None) => Code::FieldNotDate,
        (false, Some(day)) => match day.days_since(today) {
            days if days < 0 => Code::FieldDatePassed,
            days if days < FEWEST_DAYS => Code::FieldDateTooSoon,
            days if days > MOST_DAYS => Code::FieldDateTooFar,
            _ => return Some(day.at_hour(CLOSING_HOUR)),
        },
    };
    errors.add("closes_on", code);
    None
}

/// Reads a vote.
///
/// # Errors
/// When nothing was chosen, or something that is no choice.
pub fn parse_vote(raw: &RawVote) -> Result<Choice> {
    let mut errors = FieldErrors::default();
    let choice = errors.choice("choice", &raw.choice);
    errors.finish(choice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn today() -> Date {
        Date::parse("2026-10-20").unwrap()
    }

    fn raw(closes_on: &str) -> RawBallot {
        RawBallot {
            question: "Ska gatan stängas för bilar i juli?".to_owned(),
            held_by: "trygghet".to_owned(),
            majority: "simple".to_owned(),
            closes_on: closes_on.to_owned(),
        }
    }

    fn faults(raw: &RawBallot) -> Vec<(&'static str, Code)> {
        match parse(raw, today()) {
            Err(Error::Invalid(errors)) => errors.all().iter().map(|error| (error.field, error.code)).collect(),
            Err(other) => panic!("{other}"),
            Ok(_) => Vec::new(),
        }
    }

    #[test]
    fn a_ballot_is_open_for_three_to_twenty_one_days() {
        let table = [
            ("2026-10-19", Some(Code::FieldDatePassed)),
            ("2026-10-20", Some(Code::FieldDateTooSoon)),
            ("2026-10-22", Some(Code::FieldDateTooSoon)),
            ("2026-10-23", None),
            ("2026-11-10", None),
            ("2026-11-11", Some(Code::FieldDateTooFar)),
            ("20 november", Some(Code::FieldNotDate)),
            ("", Some(Code::FieldEmpty)),
        ];
        for (day, code) in table {
            let expected: Vec<_> = code.map(|code| ("closes_on", code)).into_iter().collect();
            assert_eq!(faults(&raw(day)), expected, "{day}");
        }
    }

    #[test]
    fn it_closes_at_eight_in_the_evening_in_summer_and_winter_time() {
        // The clocks go back on 25 October 2026.
        let close = |day: &str| parse(&raw(day), today()).unwrap().closes_at.rfc3339();

        assert_eq!(close("2026-10-24"), "2026-10-24T18:00:00Z");
        assert_eq!(close("2026-10-25"), "2026-10-25T19:00:00Z");
        assert_eq!(close("2026-10-26"), "2026-10-26T19:00:00Z");
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let expected = vec![
            ("question", Code::FieldEmpty),
            ("held_by", Code::FieldNotChosen),
            ("majority", Code::FieldNotChosen),
            ("closes_on", Code::FieldEmpty),
        ];

        assert_eq!(faults(&RawBallot::default()), expected);
    }

    #[test]
    fn a_vote_is_one_of_three_words() {
        for choice in Choice::ALL {
            assert_eq!(parse_vote(&RawVote { choice: choice.to_string() }).unwrap(), *choice);
        }
        for choice in ["", "maybe", "YES"] {
            assert!(matches!(parse_vote(&RawVote { choice: choice.to_owned() }), Err(Error::Invalid(_))), "{choice}");
        }
    }
}
