//! The days of a year on which Sweden does not work beside Saturdays and Sundays, for any year.
//!
//! Red days by lag (1989:253) om allmänna helgdagar, and the three eves on which offices are closed
//! all day: midsommarafton, julafton and nyårsafton (they count as Sundays by semesterlagen 3 a §).
//! Half days as trettondagsafton are working days here.

use jiff::civil;

/// Whether nobody works on this day, whatever day of the week it is.
pub(super) fn is_holiday(day: civil::Date) -> bool {
    is_fixed(day) || is_moving(day) || is_by_week(day)
}

/// The same date each year.
fn is_fixed(day: civil::Date) -> bool {
    matches!((day.month(), day.day()), (1, 1 | 6) | (5, 1) | (6, 6) | (12, 24..=26 | 31))
}

/// Long Friday, Easter Monday and Ascension; Easter Day and Whit Sunday are Sundays anyway.
fn is_moving(day: civil::Date) -> bool {
    let Some(easter) = easter(day.year()) else { return false };
    let after = day.since(easter).map_or(0, |span| span.get_days());
    matches!(after, -2 | 0 | 1 | 39 | 49)
}

/// Midsummer's Eve (a Friday) and Midsummer's Day, and All Saints' Day (a Saturday).
fn is_by_week(day: civil::Date) -> bool {
    use civil::Weekday::{Friday, Saturday};
    matches!(
        (day.month(), day.day(), day.weekday()),
        (6, 19..=25, Friday) | (6, 20..=26, Saturday) | (10, 31, Saturday) | (11, 1..=6, Saturday)
    )
}

/// Easter Day of a year of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones and
/// Butcher). None only outside the calendar.
fn easter(year: i16) -> Option<civil::Date> {
    let y = i32::from(year);
    let (golden, century, in_century) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (leaps, rest) = (century / 4, century % 4);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - leaps - correction + 15).rem_euclid(30);
    let sunday = (32 + 2 * rest + 2 * (in_century / 4) - moon - in_century % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let day_of_march = moon + sunday - 7 * late + 22;
    civil::Date::new(year, 3, 1).ok()?.checked_add(jiff::Span::new().days(day_of_march - 1)).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn days_off(year: i16) -> BTreeSet<String> {
        let first = civil::Date::new(year, 1, 1).unwrap();
        let days = (0..i32::from(first.days_in_year())).map(|days| first.checked_add(jiff::Span::new().days(days)));
        days.map(Result::unwrap).filter(|day| is_holiday(*day)).map(|day| day.to_string()).collect()
    }

    #[test]
    fn easter_stands_where_the_almanac_says() {
        for day in [
            "1818-03-22",
            "1943-04-25",
            "1970-03-29",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2031-04-13",
            "2038-04-25",
            "2285-03-22",
        ] {
            let day: civil::Date = day.parse().unwrap();
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn these_are_the_days_off_of_known_years() {
        let moving = [
            (2024, ["03-29", "03-31", "04-01", "05-09", "05-19", "06-21", "06-22", "11-02"]),
            (2025, ["04-18", "04-20", "04-21", "05-29", "06-08", "06-20", "06-21", "11-01"]),
            (2026, ["04-03", "04-05", "04-06", "05-14", "05-24", "06-19", "06-20", "10-31"]),
            (2027, ["03-26", "03-28", "03-29", "05-06", "05-16", "06-25", "06-26", "11-06"]),
            (2028, ["04-14", "04-16", "04-17", "05-25", "06-04", "06-23", "06-24", "11-04"]),
            (2029, ["03-30", "04-01", "04-02", "05-10", "05-20", "06-22", "06-23", "11-03"]),
            (2030, ["04-19", "04-21", "04-22", "05-30", "06-09", "06-21", "06-22", "11-02"]),
            (2031, ["04-11", "04-13", "04-14", "05-22", "06-01", "06-20", "06-21", "11-01"]),
        ];
        let fixed = ["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31"];
        for (year, moving) in moving {
            let known: BTreeSet<String> = moving.iter().chain(&fixed).map(|day| format!("{year}-{day}")).collect();
            assert_eq!(days_off(year), known);
        }
    }

    #[test]
    fn every_year_has_its_days_off() {
        for year in 1970..=2200 {
            let days = days_off(year);
            // Two can fall on one day: Ascension on the first of May (2008), Whit Sunday on the
            // sixth of June (2049).
            assert!((15..=16).contains(&days.len()), "{year}: {days:?}");
            assert_eq!(easter(year).map(civil::Date::weekday), Some(civil::Weekday::Sunday), "{year}");
        }
    }
}
