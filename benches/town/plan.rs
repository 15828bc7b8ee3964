//! What becomes of each idea: when it came, where it is now, how many people support and discuss
//! it. Numbers only; the rows are made from them afterwards.

use std::ops::Range;

use medskapa::ideas::lifecycle::State;
use medskapa::kernel::time::DAY_MICROSECONDS;
use medskapa::kernel::{Date, Timestamp};
use rand::Rng;

use crate::profile::{Profile, Quantiles, Shares};

/// Comments on the idea whose page is measured.
pub(crate) const COMMENTS_ON_THE_MEASURED_PAGE: i64 = 50;
/// Share of the ideas of the city that did not get the supports that they needed there.
const SHARE_BELOW_THE_GOAL: f64 = 0.785;
const HOUR_MICROSECONDS: i64 = DAY_MICROSECONDS / 24;

/// What a proposal came to, in the words of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Gathering,
    Waiting,
    TooFew,
    No,
    Partly,
    Planned,
    AgainstTheRules,
    Yes,
    AlreadyDone,
    Withdrawn,
}

/// The way of one idea.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    pub(crate) state: State,
    pub(crate) created: Timestamp,
    pub(crate) published: Option<Timestamp>,
    /// When it came to the lead group.
    pub(crate) with_group: Option<Timestamp>,
    pub(crate) decided: Option<Timestamp>,
    pub(crate) started: Option<Timestamp>,
    /// Done, withdrawn, refused, merged or closed.
    pub(crate) ended: Option<Timestamp>,
    /// `yes`, `partly` or `no`.
    pub(crate) outcome: Option<&'static str>,
    pub(crate) theme: usize,
    pub(crate) area: usize,
    pub(crate) supports: i64,
    pub(crate) comments: i64,
}

impl Way {
    /// When the state was reached.
    pub(crate) fn last_event(&self) -> Timestamp {
        let steps = [Some(self.created), self.published, self.with_group, self.decided, self.started, self.ended];
        steps.into_iter().flatten().max().unwrap_or(self.created)
    }

    /// The last moment at which it can be discussed.
    pub(crate) fn talk_ends(&self, now: Timestamp) -> Timestamp {
        if self.state.takes_comments() { now } else { self.decided.or(self.ended).unwrap_or(now) }
    }
}

/// Plans this many ideas, the oldest first. One open idea has exactly the comments of the measured
/// page; its place is given too.
pub(crate) fn draw(chance: &mut impl Rng, profile: &Profile, areas: usize, ideas: usize, now: Timestamp) -> Vec<Way> {
    let ends = Shares::new(&ENDS.map(|end| end.weight(profile)));
    let months = month_weights(chance, profile);
    let mut drawer = Drawer { chance, profile, months, areas, now };
    let mut one = || {
        let end = ENDS.get(ends.draw(drawer.chance)).copied().unwrap_or(End::No);
        drawer.way(end)
    };
    let mut ways: Vec<Way> = (0..ideas).map(|_| one()).collect();
    ways.sort_by_key(|way| way.created);
    if let Some(measured) = measured_page(&ways)
        && let Some(way) = ways.get_mut(measured)
    {
        way.comments = COMMENTS_ON_THE_MEASURED_PAGE;
    }
    ways
}

/// The place of the idea whose page is measured: the oldest that is open.
pub(crate) fn measured_page(ways: &[Way]) -> Option<usize> {
    ways.iter().position(|way| way.state == State::Open)
}

const ENDS: [End; 10] = [
    End::Gathering,
    End::Waiting,
    End::TooFew,
    End::No,
    End::Partly,
    End::Planned,
    End::AgainstTheRules,
    End::Yes,
    End::AlreadyDone,
    End::Withdrawn,
];

impl End {
    const fn weight(self, profile: &Profile) -> f64 {
        let outcomes = profile.outcomes;
        match self {
            Self::Gathering => outcomes.gathering,
            Self::Waiting => outcomes.waiting_for_a_decision,
            Self::TooFew => outcomes.too_few_supports,
            Self::No => outcomes.no,
            Self::Partly => outcomes.partly,
            Self::Planned => outcomes.planned_for_later,
            Self::AgainstTheRules => outcomes.against_the_rules,
            Self::Yes => outcomes.yes,
            Self::AlreadyDone => outcomes.already_done,
            Self::Withdrawn => outcomes.withdrawn,
        }
    }

    /// Between which ages, in days, ideas with this end are.
    const fn ages(self) -> Range<i64> {
        match self {
            Self::Gathering => 0..86,
            Self::Waiting => 35..150,
            Self::TooFew => 94..i64::MAX,
            Self::No | Self::Partly | Self::Planned | Self::Yes => 260..i64::MAX,
            Self::AgainstTheRules | Self::Withdrawn => 8..i64::MAX,
            Self::AlreadyDone => 40..i64::MAX,
        }
    }

    /// The part of the distribution of supports in which such ideas are.
    const fn supports(self) -> (f64, f64) {
        match self {
            Self::Gathering | Self::Withdrawn => (0.0, 1.0),
            Self::TooFew => (0.0, SHARE_BELOW_THE_GOAL),
            Self::AgainstTheRules => (0.0, 0.005),
            Self::Waiting | Self::No | Self::Partly | Self::Planned | Self::Yes | Self::AlreadyDone => {
                (SHARE_BELOW_THE_GOAL, 1.0)
            }
        }
    }
}

/// How much came in each month, the newest first.
fn month_weights(chance: &mut impl Rng, profile: &Profile) -> Shares {
    let drawn = |quantiles: &Quantiles, chance: &mut _| i32::try_from(quantiles.draw(chance)).unwrap_or(1);
    let weights: Vec<f64> = (0..profile.months).map(|_| f64::from(drawn(&profile.per_month, chance))).collect();
    Shares::new(&weights)
}

struct Drawer<'a, R> {
    chance: &'a mut R,
    profile: &'a Profile,
    months: Shares,
    areas: usize,
    now: Timestamp,
}

impl<R: Rng> Drawer<'_, R> {
    fn way(&mut self, end: End) -> Way {
        let created = self.arrival(end.ages());
        let (from, to) = end.supports();
        let supports = self.profile.supports.draw_between(self.chance, from, to);
        let comments = self.profile.comments.draw(self.chance);
        let (theme, area) = (self.profile.by_theme.draw(self.chance), self.area());
        let mut way = Way {
            state: State::Open,
            created,
            published: None,
            with_group: None,
            decided: None,
            started: None,
            ended: None,
            outcome: None,
            theme,
            area,
            supports,
            comments,
        };
        self.walk(end, &mut way);
        if !way.state.is_public() {
            (way.supports, way.comments) = (0, 0);
        }
        way
    }

    fn area(&mut self) -> usize {
        // The last area is the whole town; the data does not tell how the others share the rest.
        if self.chance.random_bool(self.profile.share_with_a_place) {
            self.chance.random_range(0..self.areas - 1)
        } else {
            self.areas - 1
        }
    }

    /// A moment of arrival at an age within these days.
    fn arrival(&mut self, ages: Range<i64>) -> Timestamp {
        loop {
            let age = if ages.end == i64::MAX {
                let month = i64::try_from(self.months.draw(self.chance)).unwrap_or(0);
                (month * 3044 + self.chance.random_range(0..3044)) / 100
            } else {
                self.chance.random_range(ages.clone())
            };
            let day = self.now.date().plus_days(-i32::try_from(age).unwrap_or(0));
            let hour = i64::try_from(self.profile.by_hour.draw(self.chance)).unwrap_or(12);
            let within = self.chance.random_range(0..HOUR_MICROSECONDS);
            let moment = Timestamp::from_microseconds(day.start().microseconds() + hour * HOUR_MICROSECONDS + within);
            if ages.contains(&age) && moment < self.now {
                return moment;
            }
        }
    }

    /// A moment some days after another, but not later than now.
    fn after(&mut self, moment: Timestamp, days: Range<i64>) -> Timestamp {
        let span = self.chance.random_range(days.start * DAY_MICROSECONDS..days.end * DAY_MICROSECONDS);
        Timestamp::from_microseconds(moment.microseconds() + span).min(self.now.plus_minutes(-1))
    }

    /// Lets the idea go its way, from the moderators on.
    fn walk(&mut self, end: End, way: &mut Way) {
        let read = self.after(way.created, 0..4);
        if end == End::AgainstTheRules {
            (way.state, way.ended) = (State::Refused, Some(read));
            return;
        }
        if end == End::Gathering && way.created.plus_days(4) > self.now {
            way.state = State::Screening;
            return;
        }
        way.published = Some(read);
        match end {
            End::Gathering | End::AgainstTheRules => {}
            End::TooFew => self.close(read, way),
            End::Withdrawn => (way.state, way.ended) = (State::Withdrawn, Some(self.after(read, 1..6))),
            End::AlreadyDone => (way.state, way.ended) = (State::Merged, Some(self.after(read, 2..30))),
            End::Waiting => {
                way.with_group = Some(self.after(read, 2..30));
                way.state = self.one_of(&[
                    State::WithGroup,
                    State::WithGroup,
                    State::AwaitingAnswer,
                    State::Forwarded,
                    State::Proposal,
                    State::Ballot,
                ]);
            }
            End::No => self.decide("no", &[State::Declined], read, way),
            End::Partly => {
                self.decide("partly", &[State::PartlyAccepted, State::UnderWay, State::Done], read, way);
            }
            End::Planned => self.decide("yes", &[State::Accepted, State::UnderWay], read, way),
            End::Yes => self.decide("yes", &[State::Done], read, way),
        }
    }

    /// The time ran out; the short answer that is owed came, unless it is not due yet.
    fn close(&mut self, published: Timestamp, way: &mut Way) {
        let closed = published.plus_days(90).min(self.now.plus_minutes(-1));
        if closed.plus_days(28) > self.now {
            (way.state, way.ended) = (State::Closed, Some(closed));
            return;
        }
        way.state = State::Declined;
        way.ended = Some(closed);
        way.decided = Some(self.after(closed, 5..28));
        way.outcome = Some("no");
    }

    fn decide(&mut self, outcome: &'static str, states: &[State], published: Timestamp, way: &mut Way) {
        let with_group = self.after(published, 5..85);
        let decided = self.after(with_group, 10..90);
        way.with_group = Some(with_group);
        way.decided = Some(decided);
        way.outcome = Some(outcome);
        way.state = self.one_of(states);
        if matches!(way.state, State::UnderWay | State::Done) {
            way.started = Some(self.after(decided, 5..20));
        }
        if way.state == State::Done {
            way.ended = way.started.map(|started| self.after(started, 20..120));
        }
    }

    fn one_of(&mut self, states: &[State]) -> State {
        states.get(self.chance.random_range(0..states.len())).copied().unwrap_or(State::WithGroup)
    }
}

/// The last day for support.
pub(crate) fn closes_on(way: &Way) -> Option<Date> {
    way.published.map(|published| published.date().plus_days(90))
}

/// The day by which the next step is owed, where one is.
pub(crate) fn due_on(way: &Way, now: Timestamp) -> Option<Date> {
    let is_due = matches!(
        way.state,
        State::Screening
            | State::Returned
            | State::Closed
            | State::WithGroup
            | State::AwaitingAnswer
            | State::Forwarded
            | State::Proposal
            | State::Accepted
            | State::PartlyAccepted
            | State::UnderWay
    );
    // Spread over the weeks around today, so that some are late, as they are.
    is_due.then(|| now.date().plus_days(i32::try_from(way.supports % 40).unwrap_or(0) - 5))
}
