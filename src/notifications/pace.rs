//! How soon somebody is told: at once, in a bundle of the day or of the week, or not at all. Pure.
//!
//! Defaults and limits are those of domain 5.8; why own matters are counted among a day's mails and never
//! held back by them is told in ADR 16.

use crate::kernel::{Date, Timestamp};
use crate::mail::QuietHours;
use crate::word_enum;

/// Most mails of news that somebody gets at once in a day; what comes then waits for the bundle.
pub const MOST_AT_ONCE: i32 = 3;
/// Most ideas that a bundle tells of; the others are counted.
pub(super) const MOST_IN_BUNDLE: usize = 10;
/// When the bundle of the day is put together, and on Thursdays that of the week.
const BUNDLE_HOUR: i8 = 16;
/// Thursday, as days after Monday.
const BUNDLE_WEEKDAY: i32 = 3;

word_enum! {
    /// What somebody can be told of, and chooses the pace of. Codes, links and what concerns the
    /// account itself stand in none: they cannot be chosen.
    pub enum Channel {
        /// One's own ideas, questions and tasks.
        Own = "own",
        /// Ideas that one follows.
        Followed = "followed",
        /// Ballots in which one may vote.
        Ballots = "ballots",
        /// What others write about one's ideas.
        Comments = "comments",
        /// What fits a search that one has saved.
        SavedSearches = "saved_searches",
        /// Themes that one follows.
        Themes = "themes",
        /// What is told by whoever speaks for one in a group.
        Seats = "seats",
    }
}

word_enum! {
    /// How soon.
    pub enum Pace {
        /// At once.
        AtOnce = "at_once",
        /// Once a day, in a bundle.
        Daily = "daily",
        /// On Thursdays, in a bundle.
        Weekly = "weekly",
        /// Not by mail.
        Never = "never",
    }
}

impl Channel {
    /// The paces that make sense: what is one's own matter must be told, a ballot closes within days, and
    /// of saved searches and themes more than a bundle would be noise.
    #[must_use]
    pub const fn paces(self) -> &'static [Pace] {
        match self {
            Self::Own => &[Pace::AtOnce, Pace::Daily],
            Self::Followed | Self::Seats => &[Pace::AtOnce, Pace::Daily, Pace::Weekly, Pace::Never],
            Self::Ballots => &[Pace::AtOnce, Pace::Daily, Pace::Never],
            Self::Comments | Self::SavedSearches => &[Pace::Daily, Pace::Weekly, Pace::Never],
            Self::Themes => &[Pace::Weekly, Pace::Never],
        }
    }

    /// For whoever has chosen nothing.
    #[must_use]
    pub const fn default_pace(self) -> Pace {
        match self {
            Self::Own | Self::Followed | Self::Ballots | Self::Seats => Pace::AtOnce,
            Self::Comments | Self::SavedSearches => Pace::Daily,
            Self::Themes => Pace::Weekly,
        }
    }

    /// Whether it can be stopped.
    #[must_use]
    pub fn can_stop(self) -> bool {
        self.paces().contains(&Pace::Never)
    }

    /// Whether somebody still gets it who has complained about a mail: the town owes an answer and the call
    /// to a ballot.
    #[must_use]
    pub const fn outlives_a_complaint(self) -> bool {
        matches!(self, Self::Own | Self::Ballots)
    }

    /// Whether a full day holds it back: somebody who is owed an answer gets it, and a ballot closes.
    #[must_use]
    pub const fn waits_on_a_full_day(self) -> bool {
        matches!(self, Self::Followed | Self::Seats)
    }
}

/// What becomes of one piece of news for one reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// A mail now; among the day's mails it is this one, or it comes beside them.
    Now(Option<i32>),
    /// Into a bundle, not before.
    Wait(Timestamp),
    /// The reader wants none.
    Nothing,
}

/// Decides the way, given which of the day's places are taken and whether a full day holds the news back.
pub(super) fn way(waits_on_a_full_day: bool, pace: Pace, taken: &[i32], now: Timestamp) -> Way {
    let free = (1..=MOST_AT_ONCE).find(|place| !taken.contains(place));
    match pace {
        Pace::Never => Way::Nothing,
        Pace::AtOnce if free.is_none() && waits_on_a_full_day => Way::Wait(next_daily(now)),
        Pace::AtOnce => Way::Now(free),
        Pace::Daily | Pace::Weekly => Way::Wait(bundle_time(pace, now)),
    }
}

/// When what waits since now is told at the latest.
pub(super) fn bundle_time(pace: Pace, now: Timestamp) -> Timestamp {
    if pace == Pace::Weekly { next_weekly(now) } else { next_daily(now) }
}

/// The next time at which the bundles of the day are put together.
fn next_daily(now: Timestamp) -> Timestamp {
    let today = now.date();
    let first = today.at_hour(BUNDLE_HOUR);
    if now < first { first } else { today.plus_days(1).at_hour(BUNDLE_HOUR) }
}

/// The next time at which the bundles of the week are put together.
fn next_weekly(now: Timestamp) -> Timestamp {
    let next = last_week_end(now.date()).plus_days(7).at_hour(BUNDLE_HOUR);
    let this = last_week_end(now.date()).at_hour(BUNDLE_HOUR);
    if now < this { this } else { next }
}

/// The last Thursday that is not after a day.
fn last_week_end(day: Date) -> Date {
    // The first of January 1970 was a Thursday, which is weekday 3.
    let weekday = (day.number() + BUNDLE_WEEKDAY).rem_euclid(7);
    day.plus_days(-(weekday - BUNDLE_WEEKDAY).rem_euclid(7))
}

/// The last week whose bundle is due: it ended on this day at the hour of the bundle.
pub(super) fn week_due(now: Timestamp) -> Date {
    let day = last_week_end(now.date());
    if now < day.at_hour(BUNDLE_HOUR) { day.plus_days(-7) } else { day }
}

/// Begin and end of the week that ended on a Thursday.
pub(super) fn week(ends_on: Date) -> (Timestamp, Timestamp) {
    (ends_on.plus_days(-7).at_hour(BUNDLE_HOUR), ends_on.at_hour(BUNDLE_HOUR))
}

/// Until when no mail goes out; none when it may go now.
pub(super) fn quiet_until(now: Timestamp, hours: Option<QuietHours>) -> Option<Timestamp> {
    let hours = hours?;
    let local = now.zoned();
    let minute = i16::from(local.hour()) * 60 + i16::from(local.minute());
    let goes_over_midnight = hours.from > hours.to;
    let is_quiet = if goes_over_midnight {
        minute >= hours.from || minute < hours.to
    } else {
        (hours.from..hours.to).contains(&minute)
    };
    let end = |day: Date| {
        let (hour, minutes) = (i8::try_from(hours.to / 60).unwrap_or(0), i64::from(hours.to % 60));
        day.at_hour(hour).plus_minutes(minutes)
    };
    is_quiet.then(|| if minute < hours.to { end(now.date()) } else { end(now.date().plus_days(1)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        let (day, time) = text.split_once(' ').unwrap();
        let (hour, minute) = time.split_once(':').unwrap();
        Date::parse(day).unwrap().at_hour(hour.parse().unwrap()).plus_minutes(minute.parse().unwrap())
    }

    fn said(moment: Timestamp) -> String {
        moment.zoned().strftime("%F %H:%M").to_string()
    }

    const NIGHT: Option<QuietHours> = Some(QuietHours { from: 21 * 60, to: 7 * 60 });

    #[test]
    fn every_channel_has_a_default_that_it_offers_and_own_matters_never_stop() {
        for channel in Channel::ALL {
            assert!(channel.paces().contains(&channel.default_pace()), "{channel}");
            assert_eq!(channel.can_stop(), *channel != Channel::Own, "{channel}");
        }
    }

    #[test]
    fn the_fourth_news_of_a_day_waits_and_an_own_matter_does_not() {
        let now = at("2026-11-20 10:00");

        assert_eq!(way(Channel::Followed.waits_on_a_full_day(), Pace::AtOnce, &[], now), Way::Now(Some(1)));
        assert_eq!(way(Channel::Followed.waits_on_a_full_day(), Pace::AtOnce, &[1, 3], now), Way::Now(Some(2)));
        assert_eq!(
            way(Channel::Followed.waits_on_a_full_day(), Pace::AtOnce, &[1, 2, 3], now),
            Way::Wait(at("2026-11-20 16:00"))
        );
        assert_eq!(
            way(Channel::Own.waits_on_a_full_day(), Pace::AtOnce, &[1, 2], now),
            Way::Now(Some(3)),
            "it is counted"
        );
        assert_eq!(
            way(Channel::Own.waits_on_a_full_day(), Pace::AtOnce, &[1, 2, 3], now),
            Way::Now(None),
            "and is not held back"
        );
        assert_eq!(way(Channel::Ballots.waits_on_a_full_day(), Pace::AtOnce, &[1, 2, 3], now), Way::Now(None));
    }

    #[test]
    fn who_chose_a_bundle_waits_for_it_and_who_chose_nothing_gets_nothing() {
        let now = at("2026-11-20 10:00");

        assert_eq!(way(Channel::Own.waits_on_a_full_day(), Pace::Daily, &[], now), Way::Wait(at("2026-11-20 16:00")));
        assert_eq!(
            way(Channel::Followed.waits_on_a_full_day(), Pace::Weekly, &[], now),
            Way::Wait(at("2026-11-26 16:00"))
        );
        assert_eq!(way(Channel::Followed.waits_on_a_full_day(), Pace::Never, &[], now), Way::Nothing);
    }

    #[test]
    fn the_bundle_of_the_day_comes_at_four_by_the_clock_on_the_wall() {
        for (now, next) in [
            ("2026-11-20 00:00", "2026-11-20 16:00"),
            ("2026-11-20 15:59", "2026-11-20 16:00"),
            ("2026-11-20 16:00", "2026-11-21 16:00"),
            ("2026-12-31 23:59", "2027-01-01 16:00"),
            ("2028-02-28 17:00", "2028-02-29 16:00"),
            // The clocks turn on 2026-03-29 and 2026-10-25: a day of 23 hours and one of 25.
            ("2026-03-28 17:00", "2026-03-29 16:00"),
            ("2026-10-24 17:00", "2026-10-25 16:00"),
            ("2026-10-25 15:30", "2026-10-25 16:00"),
        ] {
            assert_eq!(said(next_daily(at(now))), next, "{now}");
        }
    }

    #[test]
    fn the_bundle_of_the_week_comes_on_thursday_at_four() {
        for (now, next) in [
            ("2026-11-20 10:00", "2026-11-26 16:00"),
            ("2026-11-25 23:59", "2026-11-26 16:00"),
            ("2026-11-26 15:59", "2026-11-26 16:00"),
            ("2026-11-26 16:00", "2026-12-03 16:00"),
            ("2026-12-31 16:01", "2027-01-07 16:00"),
            ("2026-03-27 10:00", "2026-04-02 16:00"),
            ("2026-10-23 10:00", "2026-10-29 16:00"),
        ] {
            assert_eq!(said(next_weekly(at(now))), next, "{now}");
        }
        assert_eq!(last_week_end(Date::parse("1969-12-31").unwrap()), Date::parse("1969-12-25").unwrap());
    }

    #[test]
    fn weeks_follow_each_other_without_a_gap_and_without_overlap() {
        assert_eq!(week_due(at("2026-11-26 15:59")).to_string(), "2026-11-19");
        assert_eq!(week_due(at("2026-11-26 16:00")).to_string(), "2026-11-26");
        assert_eq!(week_due(at("2026-11-29 03:00")).to_string(), "2026-11-26");
        let first = Date::parse("2026-01-01").unwrap();
        for number in 0..120 {
            let end = first.plus_days(7 * number);
            assert_eq!(week(end).1, week(end.plus_days(7)).0);
            assert_eq!(said(week(end).1).split_once(' ').unwrap().1, "16:00", "{end}");
        }
    }

    #[test]
    fn at_night_mail_waits_for_the_morning() {
        for (now, until) in [
            ("2026-11-20 20:59", None),
            ("2026-11-20 21:00", Some("2026-11-21 07:00")),
            ("2026-11-20 23:59", Some("2026-11-21 07:00")),
            ("2026-11-21 00:00", Some("2026-11-21 07:00")),
            ("2026-11-21 06:59", Some("2026-11-21 07:00")),
            ("2026-11-21 07:00", None),
            ("2026-03-28 22:00", Some("2026-03-29 07:00")),
            ("2026-03-29 01:30", Some("2026-03-29 07:00")),
            ("2026-10-25 02:30", Some("2026-10-25 07:00")),
            ("2026-10-24 22:00", Some("2026-10-25 07:00")),
        ] {
            assert_eq!(quiet_until(at(now), NIGHT).map(said).as_deref(), until, "{now}");
        }
        assert_eq!(quiet_until(at("2026-11-20 23:00"), None), None);
    }

    #[test]
    fn quiet_hours_may_lie_within_one_day_and_end_at_any_minute() {
        let noon = Some(QuietHours { from: 11 * 60 + 45, to: 13 * 60 + 15 });

        assert_eq!(quiet_until(at("2026-11-20 11:44"), noon), None);
        assert_eq!(quiet_until(at("2026-11-20 12:00"), noon).map(said).as_deref(), Some("2026-11-20 13:15"));
        assert_eq!(quiet_until(at("2026-11-20 13:15"), noon), None);
    }

    /// Nothing waits for longer than a week, and never into the night.
    #[test]
    fn every_moment_has_a_bundle_within_its_time() {
        let start = at("2026-01-01 00:00");
        for hours in 0..24 * 400 {
            let now = start.plus_minutes(hours * 60 + 17);
            let (daily, weekly) = (next_daily(now), next_weekly(now));
            assert!(now < daily && daily <= now.plus_minutes(25 * 60), "{}", said(now));
            assert!(now < weekly && weekly <= now.plus_minutes(7 * 24 * 60 + 60), "{}", said(now));
            assert_eq!(quiet_until(daily, NIGHT), None);
        }
    }
}
