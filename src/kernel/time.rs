//! Moments, days and the clock. The only module that reads the clock of the machine.
//!
//! A moment is stored as whole microseconds since 1970 in UTC and a day as whole days since
//! 1970-01-01, because the two databases keep their own time types with different precision
//! (`docs/adr/0002-moments-and-days.md`). Days are days in Sweden.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::{BigInt, Integer};
use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// Microseconds in a day of 24 hours.
pub const DAY_MICROSECONDS: i64 = 86_400_000_000;
const EPOCH: civil::Date = civil::Date::constant(1970, 1, 1);

/// A moment: whole microseconds since 1970-01-01T00:00:00Z.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AsExpression, FromSqlRow,
)]
#[diesel(sql_type = BigInt)]
#[serde(transparent)]
pub struct Timestamp(i64);

/// A day in Sweden: whole days since 1970-01-01.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AsExpression, FromSqlRow,
)]
#[diesel(sql_type = Integer)]
#[serde(transparent)]
pub struct Date(i32);

impl Timestamp {
    /// The moment this many microseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_microseconds(microseconds: i64) -> Self {
        Self(microseconds)
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn microseconds(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// This moment moved by whole minutes; negative goes back.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60_000_000)
    }

    /// This moment moved by days of 24 hours; negative goes back.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0 + days * DAY_MICROSECONDS)
    }

    /// Whole days of 24 hours from `earlier` to this moment, rounded down.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(DAY_MICROSECONDS)
    }

    /// The day in Sweden on which this moment falls.
    #[must_use]
    pub fn date(self) -> Date {
        Date::from_civil(self.zoned().date())
    }

    /// The moment in Swedish local time.
    #[must_use]
    pub fn zoned(self) -> jiff::Zoned {
        self.instant().to_zoned(sweden())
    }

    /// The moment as RFC 3339 in UTC, for machines.
    #[must_use]
    pub fn rfc3339(self) -> String {
        self.instant().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    fn instant(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }
}

impl Date {
    /// The day this many days after 1970-01-01.
    #[must_use]
    pub const fn from_number(days: i32) -> Self {
        Self(days)
    }

    /// The day of a calendar date.
    #[must_use]
    pub fn from_civil(date: civil::Date) -> Self {
        let days = date.since(EPOCH).map_or(0, |span| span.get_days());
        Self(days)
    }

    /// The calendar date; days outside the calendar (years -9999 to 9999) give 1970-01-01.
    #[must_use]
    pub fn civil(self) -> civil::Date {
        EPOCH.checked_add(jiff::Span::new().try_days(self.0).unwrap_or_default()).unwrap_or(EPOCH)
    }

    /// The first of January; years outside the calendar (-9999 to 9999) give 1970-01-01.
    #[must_use]
    pub fn first_of(year: i16) -> Self {
        Self::from_civil(civil::Date::new(year, 1, 1).unwrap_or(EPOCH))
    }

    /// Reads `2026-11-22`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 10).then(|| text.parse::<civil::Date>().ok().map(Self::from_civil)).flatten()
    }

    /// The day this many days later; negative goes back.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// Whether people work on it in Sweden: Monday to Friday, and no public holiday.
    #[must_use]
    pub fn is_working_day(self) -> bool {
        let day = self.civil();
        let is_weekend = matches!(day.weekday(), civil::Weekday::Saturday | civil::Weekday::Sunday);
        !is_weekend && !super::holidays::is_holiday(day)
    }

    /// The day this many working days later.
    #[must_use]
    pub fn plus_working_days(self, days: i32) -> Self {
        let (mut day, mut left) = (self, days);
        while left > 0 {
            day = day.plus_days(1);
            if day.is_working_day() {
                left -= 1;
            }
        }
        day
    }

    /// Whole days from `earlier` to this day.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.civil().year()
    }

    /// The first moment of this day in Sweden.
    #[must_use]
    pub fn start(self) -> Timestamp {
        let moment = self.civil().to_zoned(sweden()).map_or(0, |zoned| zoned.timestamp().as_microsecond());
        Timestamp(moment)
    }

    /// The full hour of this day on the clocks of Sweden, 0 to 23; another hour gives the day's start.
    #[must_use]
    pub fn at_hour(self, hour: i8) -> Timestamp {
        let local = civil::Time::new(hour, 0, 0, 0).map(|time| self.civil().to_datetime(time));
        let moment = local.and_then(|local| local.to_zoned(sweden()));
        moment.map_or_else(|_| self.start(), |zoned| Timestamp(zoned.timestamp().as_microsecond()))
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.civil().fmt(formatter)
    }
}

fn sweden() -> TimeZone {
    // The zone's rules are compiled in, so this cannot fail on a machine without zone files.
    TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC)
}

impl<DB: Backend> ToSql<BigInt, DB> for Timestamp
where
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB: Backend> FromSql<BigInt, DB> for Timestamp
where
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(bytes).map(Self)
    }
}

impl<DB: Backend> ToSql<Integer, DB> for Date
where
    i32: ToSql<Integer, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB: Backend> FromSql<Integer, DB> for Date
where
    i32: FromSql<Integer, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i32::from_sql(bytes).map(Self)
    }
}

/// Where the time comes from: the machine, or a hand that tests turn forward.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The clock of the machine.
    #[default]
    System,
    /// A clock that stands still until it is moved.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `moment` until [`Clock::set`] moves it.
    #[must_use]
    pub fn standing_at(moment: Timestamp) -> Self {
        Self::Set(Arc::new(AtomicI64::new(moment.0)))
    }

    /// The moment now, cut to whole microseconds.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp(jiff::Timestamp::now().as_microsecond()),
            Self::Set(hand) => Timestamp(hand.load(Ordering::SeqCst)),
        }
    }

    /// Moves a standing clock; a machine clock is left alone.
    pub fn set(&self, moment: Timestamp) {
        if let Self::Set(hand) = self {
            hand.store(moment.0, Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_goes_to_text_and_back() {
        let day = Date::parse("2028-02-29").unwrap();

        assert_eq!(day.to_string(), "2028-02-29");
        assert_eq!(day.plus_days(1).to_string(), "2028-03-01");
        assert_eq!(Date::parse("2026-13-01"), None);
        assert_eq!(Date::parse("2026-1-1"), None);
    }

    #[test]
    fn the_day_is_the_one_in_sweden() {
        let late_evening_in_utc = Timestamp::from_microseconds(1_792_796_400_000_000); // 2026-10-23T22:20Z or later
        let local = late_evening_in_utc.zoned();

        assert_eq!(late_evening_in_utc.date(), Date::from_civil(local.date()));
        assert_eq!(late_evening_in_utc.date().start().date(), late_evening_in_utc.date());
    }

    #[test]
    fn a_day_starts_at_local_midnight_in_winter_and_summer() {
        let winter = Date::parse("2026-01-15").unwrap().start();
        let summer = Date::parse("2026-07-15").unwrap().start();

        assert_eq!(winter.rfc3339(), "2026-01-14T23:00:00Z");
        assert_eq!(summer.rfc3339(), "2026-07-14T22:00:00Z");
    }

    #[test]
    fn working_days_pass_over_weekends_holidays_and_the_turn_of_the_clocks() {
        let later = |day: &str, days| Date::parse(day).unwrap().plus_working_days(days).to_string();

        assert_eq!(later("2026-11-20", 1), "2026-11-23", "a weekend");
        assert_eq!(later("2026-04-02", 1), "2026-04-07", "Easter");
        assert_eq!(later("2026-06-18", 1), "2026-06-22", "Midsummer");
        assert_eq!(later("2026-12-23", 1), "2026-12-28", "Christmas");
        assert_eq!(later("2026-12-30", 2), "2027-01-05", "New Year, and a weekend");
        assert_eq!(later("2027-01-05", 1), "2027-01-07", "Epiphany");
        assert_eq!(later("2028-02-28", 1), "2028-02-29", "a leap day is a day as any other");
        assert_eq!(later("2028-02-29", 1), "2028-03-01");
        // The clocks turn on 2026-03-29 and 2026-10-25: a day of 23 hours and one of 25.
        assert_eq!(later("2026-03-27", 1), "2026-03-30");
        assert_eq!(later("2026-10-23", 1), "2026-10-26");
        assert_eq!(later("2026-11-21", 0), "2026-11-21");
    }

    #[test]
    fn some_working_days_later_is_a_working_day_and_no_more_than_that_lie_between() {
        let first = Date::parse("2026-01-01").unwrap();
        for start in (0..1500).map(|days| first.plus_days(days)) {
            for days in 1..=6 {
                let end = start.plus_working_days(days);
                let between = (1..=end.days_since(start)).filter(|day| start.plus_days(*day).is_working_day());
                assert!(end.is_working_day());
                assert_eq!(between.count(), usize::try_from(days).unwrap(), "{start} {days}");
            }
        }
    }
}
