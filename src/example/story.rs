//! The story of each idea: what happened when, told by turning the clock and acting.

use super::calendar::{self, Calendar};
use super::cast::{Cast, acting};
use super::content::{Content, Idea};
use super::steps;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::ideas::lifecycle::State;
use crate::kernel::{Actor, Clock, Timestamp};
use crate::town::Town;

/// Minutes between two steps that happened on the same day.
const BREATH_MINUTES: i64 = 17;

/// What the story is told on.
pub(super) struct Stage<'a> {
    pub(super) db: &'a Db,
    pub(super) town: &'a Town,
    pub(super) clock: &'a Clock,
    pub(super) now: Timestamp,
    pub(super) cast: &'a Cast,
}

impl Stage<'_> {
    /// Turns the clock to so many days ago, but never backwards within one story.
    pub(super) fn turn_to(&self, days_ago: i64, not_before: Timestamp) -> Timestamp {
        let wished = self.now.plus_days(-days_ago).plus_minutes(-BREATH_MINUTES * 12);
        let moment = wished.max(not_before.plus_minutes(BREATH_MINUTES)).min(self.now);
        self.clock.set(moment);
        moment
    }
}

/// One step of a story.
type Step<'a> = Box<dyn Fn(&Telling<'_>) -> Result<()> + 'a>;

/// The idea whose story is told.
pub(super) struct Telling<'a> {
    pub(super) stage: &'a Stage<'a>,
    pub(super) content: &'a Idea,
    pub(super) number: String,
}

impl Telling<'_> {
    /// The idea's author: the person, or whoever holds the receipt.
    pub(super) fn author(&self) -> Result<Actor> {
        if let Some(key) = &self.content.author {
            return self.stage.cast.actor(key);
        }
        let idea = self.stage.db.read(|conn| crate::ideas::store::load_by_number(conn, &self.number))?;
        Ok(Actor::Visitor { receipt: Some(idea.id) })
    }

    /// The chair of the lead group, or who else leads it when the chair wrote the idea: nobody
    /// decides on an own matter.
    pub(super) fn acting_lead(&self) -> Result<Actor> {
        let key = self.content.lead_group.as_deref().ok_or_else(|| self.wrong("no lead group"))?;
        self.stage.cast.group(key)?.lead_but(self.author()?.person()).map(acting)
    }

    /// A mistake in the content.
    pub(super) fn wrong(&self, what: &str) -> Error {
        Error::internal(format!("example town, {}: {what}", self.content.key))
    }
}

/// Tells every story. Ideas come in in the order of their days, so that numbers rise with time;
/// one that is merged waits until the idea it lives on in is there.
pub(super) fn tell(stage: &Stage<'_>, content: &Content) -> Result<()> {
    let mut ideas: Vec<&Idea> = content.ideas.iter().collect();
    ideas.sort_by_key(|idea| (idea.state == State::Merged, -idea.submitted_days_ago));
    let mut numbers: Vec<(String, String)> = Vec::new();
    for idea in ideas {
        let number = tell_one(stage, idea, &numbers)
            .map_err(|error| Error::internal(format!("example town, {}: {error} ({})", idea.key, error.code())))?;
        numbers.push((idea.key.clone(), number));
    }
    Ok(())
}

fn tell_one(stage: &Stage<'_>, idea: &Idea, numbers: &[(String, String)]) -> Result<String> {
    let days = calendar::of(idea);
    let begun = stage.turn_to(days.submitted, Timestamp::from_microseconds(0));
    let Some(number) = steps::arrive(stage, idea)? else { return Ok(String::new()) };
    let telling = Telling { stage, content: idea, number };
    let into = idea.into.as_ref().and_then(|key| numbers.iter().find(|(known, _)| known == key));
    let mut plot = plot(idea, days, into.map(|(_, number)| number.as_str()));
    plot.sort_by_key(|(days_ago, _)| -days_ago);
    let mut moment = begun;
    for (days_ago, step) in &plot {
        moment = stage.turn_to(*days_ago, moment);
        step(&telling)?;
    }
    Ok(telling.number)
}

/// What happens to an idea and how many days ago. Steps of the same day keep their order.
fn plot<'a>(idea: &'a Idea, days: Calendar, into: Option<&'a str>) -> Vec<(i64, Step<'a>)> {
    let mut plot: Vec<(i64, Step<'a>)> = Vec::new();
    match idea.state {
        State::Draft | State::Screening => return plot,
        State::Returned => plot.push((days.published, Box::new(steps::give_back))),
        State::Refused => plot.push((days.published, Box::new(steps::refuse))),
        _ => plot.push((days.published, Box::new(steps::publish))),
    }
    if !idea.state.is_public() {
        return plot;
    }
    for comment in &idea.comment {
        let day = days.talking(idea, comment.days_ago);
        plot.push((day, Box::new(move |telling| steps::talk(telling, comment))));
    }
    plot.push((days.with_group, Box::new(steps::gather_support)));
    after_support(idea, days, into, &mut plot);
    plot
}

fn after_support<'a>(idea: &'a Idea, days: Calendar, into: Option<&'a str>, plot: &mut Vec<(i64, Step<'a>)>) {
    let mut then = |day: i64, step: Step<'a>| plot.push((day, step));
    match idea.state {
        State::Closed => then((days.published - 92).max(0), Box::new(steps::run_out)),
        State::Withdrawn => then(days.published / 2, Box::new(steps::withdraw)),
        State::Merged => then(1, Box::new(move |telling| steps::merge(telling, into))),
        State::AwaitingAnswer => then(8, Box::new(steps::ask)),
        State::Forwarded => then(8, Box::new(steps::forward)),
        State::Declined => then(days.decided, Box::new(steps::decide)),
        _ => {}
    }
    if idea.forward.is_some() {
        then(days.taken_forward, Box::new(steps::take_forward));
        then(days.taken_forward, Box::new(steps::accept_ownership));
    }
    if idea.ballot.is_some() {
        then(3, Box::new(steps::hold_ballot));
    }
    if idea.decision.is_some() && idea.state != State::Declined {
        then(days.decided, Box::new(steps::decide));
    }
    if matches!(idea.state, State::UnderWay | State::Done | State::Stopped) {
        then(days.started, Box::new(steps::start));
        for note in &idea.progress {
            then(note.days_ago.min(days.started), Box::new(move |telling| steps::report(telling, note)));
        }
    }
    match idea.state {
        State::Done => then(days.ended, Box::new(steps::complete)),
        State::Stopped => then(days.ended, Box::new(steps::stop)),
        _ => {}
    }
}
