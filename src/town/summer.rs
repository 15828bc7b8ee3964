//! The days of a year on which the clocks of those who owe an answer stand still.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::kernel::Date;

/// Most days that a pause may have: a clock that stands still most of the year is none.
const MOST_DAYS: i32 = 92;

/// The pause of each summer, from a day of the year to another, both counted; or none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SummerPause(Option<(DayOfYear, DayOfYear)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct DayOfYear {
    month: i8,
    day: i8,
}

impl SummerPause {
    /// Whether the clocks stand still on this day.
    #[must_use]
    pub fn covers(self, day: Date) -> bool {
        let Some((first, last)) = self.0 else { return false };
        let civil = day.civil();
        let this = DayOfYear { month: civil.month(), day: civil.day() };
        if first <= last { (first..=last).contains(&this) } else { this >= first || this <= last }
    }

    /// The last day of the pause that this day lies in.
    #[must_use]
    pub fn ends_after(self, day: Date) -> Option<Date> {
        let pause = (0..MOST_DAYS).map(|days| day.plus_days(days)).take_while(|day| self.covers(*day));
        pause.last()
    }
}

impl FromStr for SummerPause {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const SHAPE: &str = "a summer pause is written as 07-01 to 07-31, or left empty";
        if text.is_empty() {
            return Ok(Self(None));
        }
        let (first, last) = text.split_once(" to ").ok_or(SHAPE)?;
        // A year with a leap day, so that every day of a year can be named.
        let day = |text: &str| format!("2028-{text}").parse::<civil::Date>().ok().ok_or(SHAPE);
        let (first, last) = (day(first)?, day(last)?);
        let span = Date::from_civil(last).days_since(Date::from_civil(first)).rem_euclid(366) + 1;
        if span > MOST_DAYS {
            return Err("a summer pause has at most 92 days");
        }
        let of = |day: civil::Date| DayOfYear { month: day.month(), day: day.day() };
        Ok(Self(Some((of(first), of(last)))))
    }
}

impl TryFrom<String> for SummerPause {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<SummerPause> for String {
    fn from(pause: SummerPause) -> Self {
        pause.to_string()
    }
}

impl fmt::Display for SummerPause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some((a, b)) => write!(formatter, "{:02}-{:02} to {:02}-{:02}", a.month, a.day, b.month, b.day),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_pause_covers_its_first_and_its_last_day_of_every_year() {
        let july: SummerPause = "07-01 to 07-31".parse().unwrap();

        for (covered, text) in
            [(false, "2026-06-30"), (true, "2026-07-01"), (true, "2031-07-31"), (false, "2026-08-01")]
        {
            assert_eq!(july.covers(day(text)), covered, "{text}");
        }
        assert_eq!(july.ends_after(day("2026-07-10")), Some(day("2026-07-31")));
        assert_eq!(july.ends_after(day("2026-08-01")), None);
        assert!(!SummerPause::default().covers(day("2026-07-10")));
    }

    #[test]
    fn a_pause_may_lie_over_the_end_of_a_year() {
        let winter: SummerPause = "12-20 to 01-06".parse().unwrap();

        assert!(winter.covers(day("2026-12-31")) && winter.covers(day("2027-01-06")));
        assert!(!winter.covers(day("2027-01-07")) && !winter.covers(day("2026-12-19")));
        assert_eq!(winter.ends_after(day("2026-12-24")), Some(day("2027-01-06")));
    }

    #[test]
    fn what_is_no_pause_is_refused_and_what_is_one_is_written_back() {
        for text in ["07-01", "07-01 to", "juli", "02-30 to 03-01", "07-01 to 07-31 ", "05-01 to 08-31"] {
            assert!(text.parse::<SummerPause>().is_err(), "{text}");
        }
        for text in ["", "07-01 to 07-31", "12-20 to 01-06", "06-01 to 08-31"] {
            assert_eq!(text.parse::<SummerPause>().unwrap().to_string(), text);
        }
    }
}
