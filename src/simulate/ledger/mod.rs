//! What was seen from outside while the days passed: mails that were delivered, days that were
//! missed, answers that came. Pure; asks nothing of the program but what anybody could see.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::error::Error;
use crate::ideas::clock;
use crate::ideas::lifecycle::State;
use crate::kernel::{Date, EmailId, IdeaId, Timestamp};
use crate::mail::OutboundMail;
use crate::town::Clocks;

use super::Plan;
use super::outcome::{Answers, Lateness, Mails, Outcome, Spread};
use super::views::Seen;
use super::year::has_ended;

/// Days after a missed day within which the author has to have been told.
const TOLD_WITHIN_DAYS: i32 = 1;
/// Days between two words to an author while what is owed stays late.
const TOLD_AGAIN_WITHIN_DAYS: i32 = 30;
/// Working days after a missed day within which the matter has to have climbed, whatever it is.
const CLIMBED_WITHIN_WORKING_DAYS: usize = 8;

/// An idea, as its author lives it.
#[derive(Debug, Default)]
struct Story {
    /// Where the author can be reached; none who left no contact.
    author: Option<String>,
    /// Day and kind of each mail to the author about it.
    told: Vec<(Date, String)>,
    /// When the author last heard of it, and the longest time without.
    last_word: Option<Date>,
    longest_silence: i32,
    /// The same while what is owed is late, and on how many days it was longer than is promised.
    longest_while_late: i32,
    silent_while_late: usize,
    published: bool,
    /// The first day by which an answer was promised, and the day on which it was there.
    promised: Option<Date>,
    answered: Option<Date>,
    /// Days that were missed, each with the days on which the step was owed still. While somebody was asked it
    /// was not.
    missed: BTreeMap<Date, Vec<Date>>,
    id: Option<IdeaId>,
}

/// What was seen.
pub(super) struct Ledger {
    clocks: Clocks,
    away: (Date, Date),
    residents: usize,
    stories: BTreeMap<String, Story>,
    /// Days on which each reader got a mail, in order.
    readers: BTreeMap<String, Vec<Date>>,
    /// Rows of the outbox that were delivered, and what the same reader was told on the same day.
    sent: HashSet<EmailId>,
    texts: HashSet<u64>,
    doubles: usize,
    refused: BTreeMap<String, usize>,
}

impl Ledger {
    pub(super) fn new(plan: &Plan, clocks: Clocks, residents: usize) -> Self {
        let first = plan.begins.plus_days(plan.down_after);
        Self {
            clocks,
            away: (first, first.plus_days(plan.down_days)),
            residents,
            stories: BTreeMap::new(),
            readers: BTreeMap::new(),
            sent: HashSet::new(),
            texts: HashSet::new(),
            doubles: 0,
            refused: BTreeMap::new(),
        }
    }

    /// Somebody has written an idea.
    pub(super) fn written(&mut self, number: &str, author: Option<String>, at: Timestamp) {
        let story = Story { author, last_word: Some(at.date()), ..Story::default() };
        self.stories.insert(number.to_owned(), story);
    }

    /// The program refused by a rule what somebody did.
    pub(super) fn refused(&mut self, act: &str, error: &Error) {
        tracing::debug!(act, %error, "refused in the simulated year");
        *self.refused.entry(error.code().to_string()).or_default() += 1;
    }

    /// A mail has reached its reader.
    pub(super) fn delivered(&mut self, at: Timestamp, mail: &OutboundMail) {
        let today = at.date();
        let reader = mail.recipient.as_str();
        self.readers.entry(reader.to_owned()).or_default().push(today);
        // A reminder may well say the same in another week, but nobody is told the same twice a day.
        let mut hasher = DefaultHasher::new();
        (reader, today, &mail.subject, &mail.text).hash(&mut hasher);
        let is_new = self.texts.insert(hasher.finish());
        if !self.sent.insert(mail.id) || !is_new {
            self.doubles += 1;
        }
        let story = mail.thread.as_ref().and_then(|number| self.stories.get_mut(number));
        if let Some(story) = story.filter(|story| story.author.as_deref() == Some(reader)) {
            story.told.push((today, mail.kind.clone()));
            story.last_word = Some(today);
        }
    }

    /// Looks at every idea when a day has ended.
    pub(super) fn close_day(&mut self, today: Date, ideas: &[Seen]) {
        for seen in ideas {
            let Some(story) = seen.number.as_ref().and_then(|number| self.stories.get_mut(number)) else { continue };
            story.id = Some(seen.id);
            story.published |= seen.published_at.is_some();
            if matches!(seen.state, State::WithGroup | State::Closed) {
                story.promised = story.promised.or(seen.due_on);
            } else if story.promised.is_some() && seen.state != State::AwaitingAnswer {
                story.answered = story.answered.or(Some(today));
            }
            if clock::CAN_BE_LATE.contains(&seen.state)
                && let Some(missed) = clock::missed(seen.state, seen.due_on, today)
            {
                story.missed.entry(missed).or_default().push(today);
                let since = story.last_word.map_or(missed, |last| last.max(missed));
                story.longest_while_late = story.longest_while_late.max(today.days_since(since));
                let (from, until) = self.away;
                let by = since.plus_days(TOLD_AGAIN_WITHIN_DAYS);
                let by = if by >= from && by < until { until.plus_days(TOLD_WITHIN_DAYS) } else { by };
                story.silent_while_late += usize::from(today > by);
            }
            if !has_ended(seen) {
                let silence = story.last_word.map_or(0, |last| today.days_since(last));
                story.longest_silence = story.longest_silence.max(silence);
            }
        }
    }

    /// The last day on which the author has to be told of something missed: later by as long as no
    /// mail could go.
    fn to_be_told_by(&self, missed: Date) -> Date {
        let by = missed.plus_days(1 + TOLD_WITHIN_DAYS);
        let (from, until) = self.away;
        if missed.plus_days(1) < until && by >= from { by.max(until.plus_days(TOLD_WITHIN_DAYS)) } else { by }
    }

    /// Reckons up.
    pub(super) fn settle(self, plan: &Plan, climbs: &[(Option<IdeaId>, Timestamp)], left: (i64, i64)) -> Outcome {
        let end = plan.begins.plus_days(plan.days);
        Outcome {
            ideas: self.stories.len(),
            without_contact: self.stories.values().filter(|story| story.author.is_none()).count(),
            residents: self.residents,
            answers: self.answers(end),
            lateness: self.lateness(climbs),
            longest_silence_days: self.with_contact().map(|story| story.longest_silence).max().unwrap_or_default(),
            longest_while_late_days: self
                .with_contact()
                .map(|story| story.longest_while_late)
                .max()
                .unwrap_or_default(),
            silent_while_late: self.with_contact().filter(|story| story.silent_while_late > 0).count(),
            silence_days: Spread::of(self.with_contact().map(|story| i64::from(story.longest_silence)).collect()),
            mails: self.mails(plan),
            doubles: self.doubles,
            lost: left.0,
            waiting: left.1,
            not_received: self.with_contact().filter(|story| !was_told(story)).count(),
            refused_acts: self.refused,
        }
    }

    fn with_contact(&self) -> impl Iterator<Item = &Story> {
        self.stories.values().filter(|story| story.author.is_some())
    }

    /// Of the ideas whose promised day has come, or that have their answer already.
    fn answers(&self, end: Date) -> Answers {
        let due: Vec<&Story> = self
            .stories
            .values()
            .filter(|story| story.promised.is_some_and(|day| day < end || story.answered.is_some()))
            .collect();
        let in_time =
            |story: &&&Story| story.answered.zip(story.promised).is_some_and(|(answered, day)| answered <= day);
        Answers {
            published: self.stories.values().filter(|story| story.published).count(),
            owed: due.len(),
            given: due.iter().filter(|story| story.answered.is_some()).count(),
            in_time: due.iter().filter(in_time).count(),
        }
    }

    fn lateness(&self, climbs: &[(Option<IdeaId>, Timestamp)]) -> Lateness {
        let mut lateness = Lateness::default();
        for story in self.stories.values() {
            for (missed, owed_on) in &story.missed {
                lateness.missed += 1;
                if story.author.is_none() {
                    lateness.without_contact += 1;
                } else {
                    let told = |(day, kind): &(Date, String)| kind == "late" && day > missed;
                    match story.told.iter().find(|mail| told(mail)) {
                        Some((day, _)) if *day <= self.to_be_told_by(*missed) => lateness.told += 1,
                        Some(_) => lateness.told_late += 1,
                        None => lateness.untold += 1,
                    }
                }
                let mut worked = owed_on.iter().filter(|day| self.clocks.is_working_day(**day));
                let climb_by = worked.nth(CLIMBED_WITHIN_WORKING_DAYS - 1);
                let in_time = |day: Date| climb_by.is_none_or(|last| day <= *last);
                let up = |(id, at): &&(Option<IdeaId>, Timestamp)| *id == story.id && at.date() > *missed;
                match climbs.iter().find(up) {
                    Some((_, at)) if in_time(at.date()) => lateness.climbed += 1,
                    _ if owed_on.last().is_none_or(|last| in_time(*last)) => lateness.moved_on_before_climbing += 1,
                    _ => lateness.not_climbed += 1,
                }
            }
        }
        lateness
    }

    fn mails(&self, plan: &Plan) -> Mails {
        let is_resident = |reader: &&String| reader.starts_with("boende-");
        let mut weeks = Vec::new();
        let (mut years, mut most_a_day, mut all) = (Vec::new(), 0, 0);
        for (_, days) in self.readers.iter().filter(|(reader, _)| is_resident(reader)) {
            years.push(count(days.len()));
            let mut by_week: BTreeMap<i32, i64> = BTreeMap::new();
            let mut by_day: BTreeMap<Date, i64> = BTreeMap::new();
            for day in days {
                *by_week.entry(day.days_since(plan.begins) / 7).or_default() += 1;
                *by_day.entry(*day).or_default() += 1;
            }
            weeks.extend(by_week.into_values());
            most_a_day = by_day.into_values().fold(most_a_day, i64::max);
        }
        let mut staff_most_a_day = 0;
        for (reader, days) in &self.readers {
            all += days.len();
            if !is_resident(&reader) {
                let most = days.chunk_by(|one, other| one == other).map(|same| count(same.len())).max();
                staff_most_a_day = staff_most_a_day.max(most.unwrap_or_default());
            }
        }
        Mails {
            delivered: all,
            readers: years.len(),
            a_year: Spread::of(years),
            a_week_with_mail: Spread::of(weeks),
            most_a_day,
            staff_most_a_day,
        }
    }
}

/// Whether the author got a receipt, and heard of everything that an author must hear of once.
fn was_told(story: &Story) -> bool {
    let has = |kind: &str| story.told.iter().any(|(_, told)| told == kind);
    has("receipt") && (!story.published || has("published"))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
