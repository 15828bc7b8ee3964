//! The pages of seats and their reports. They lie under the page of the group.

pub mod report;
pub mod seat;
pub mod write;

use super::views::{Situation, Told};
use crate::i18n::Texts;
use crate::kernel::Date;
use crate::markup::{self, SafeHtml};

/// A decision as the pages show it.
struct ShownDecision {
    path: String,
    title: String,
    language: String,
    outcome: String,
    what: SafeHtml,
    what_language: &'static str,
    /// Who does it and when; empty when nobody does.
    next: String,
}

fn shown_decision(t: Texts, told: &Told, today: Date) -> ShownDecision {
    let next = told
        .owner_name()
        .zip(told.first_step_on)
        .map(|(owner, day)| t.say2("told-first-step", "owner", owner, "date", t.date_near(day, today)).into_owned());
    ShownDecision {
        path: format!("{}#decision", told.path()),
        title: told.title.clone(),
        language: told.language.clone(),
        outcome: t.say1("told-outcome", "outcome", t.say(&format!("outcome-{}", told.outcome))).into_owned(),
        what: markup::render(told.words()),
        what_language: markup::language_of(told.words()),
        next: next.unwrap_or_default(),
    }
}

/// Where a seat stands, in words; the second says whether it is late.
#[must_use]
pub fn standing_words(t: Texts, situation: &Situation, today: Date) -> (String, bool) {
    match (situation.owed_by, situation.is_late) {
        (Some(day), true) => (t.say1("seat-late", "date", t.date_near(day, today)).into_owned(), true),
        (Some(day), false) => (t.say1("seat-owed", "date", t.date_near(day, today)).into_owned(), false),
        (None, _) => match situation.last {
            Some((_, at)) => (t.say1("seat-last", "date", t.date_near(at.date(), today)).into_owned(), false),
            None => (t.say("seat-nothing-owed").into_owned(), false),
        },
    }
}
