//! Days and moments in words.

use super::Texts;
use crate::kernel::{Date, Timestamp};

/// Days around today within which a day needs no year to be understood.
const NEAR_DAYS: i32 = 300;

impl Texts {
    /// A day with its weekday: “torsdag 26 november 2026”.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let weekday = self.say(&format!("weekday-{}", date.civil().weekday().to_monday_one_offset()));
        self.say2("date-with-weekday", "weekday", weekday, "date", self.date_with_year(date)).into_owned()
    }

    /// A day without weekday: “26 november 2026”.
    #[must_use]
    pub fn date_with_year(&self, date: Date) -> String {
        self.say2("date-with-year", "date", self.short_date(date), "year", date.year().to_string()).into_owned()
    }

    /// A day without year: “26 november”.
    #[must_use]
    pub fn short_date(&self, date: Date) -> String {
        let civil = date.civil();
        let month = self.say(&format!("month-{}", civil.month()));
        self.say2("date-short", "day", civil.day().to_string(), "month", month).into_owned()
    }

    /// A day with its year only when it is 300 days or more away from today.
    #[must_use]
    pub fn date_near(&self, date: Date, today: Date) -> String {
        if date.days_since(today).abs() < NEAR_DAYS { self.short_date(date) } else { self.date_with_year(date) }
    }

    /// A day with its weekday, and its year as in [`Texts::date_near`]: “torsdag 26 november”.
    #[must_use]
    pub fn weekday_near(&self, date: Date, today: Date) -> String {
        let weekday = self.say(&format!("weekday-{}", date.civil().weekday().to_monday_one_offset()));
        self.say2("date-with-weekday", "weekday", weekday, "date", self.date_near(date, today)).into_owned()
    }

    /// A moment in Swedish time: “26 november 2026 14.30”.
    #[must_use]
    pub fn moment(&self, moment: Timestamp) -> String {
        self.say2("moment", "date", self.date_with_year(moment.date()), "time", self.time_of_day(moment)).into_owned()
    }

    /// The time of day in Sweden: “14.30”.
    #[must_use]
    pub fn time_of_day(&self, moment: Timestamp) -> String {
        let local = moment.zoned();
        let (hour, minute) = (format!("{:02}", local.hour()), format!("{:02}", local.minute()));
        self.say2("time-of-day", "hour", hour, "minute", minute).into_owned()
    }

    /// How long something is open whose last day is `last`: “23 dagar kvar”, “1 dag kvar”,
    /// “sista dagen i dag”, “stängd”.
    #[must_use]
    pub fn days_left(&self, last: Date, today: Date) -> String {
        match last.days_since(today) {
            0 => self.say("days-left-none").into_owned(),
            days if days < 0 => self.say("days-left-closed").into_owned(),
            days => self.say1("days-left", "count", days).into_owned(),
        }
    }
}
