//! The box "where it stands": who answers next, and by when.

use crate::i18n::Texts;
use crate::ideas::clock::{self, Ower};
use crate::ideas::lifecycle::State;
use crate::ideas::pages::shown::{ground_word, group_word};
use crate::ideas::views::Detail;
use crate::journal::Event;
use crate::kernel::Date;
use crate::town::{Settings, Town};

/// Where an idea stands, in words.
pub(in crate::ideas) struct Status {
    /// What is going on.
    pub(in crate::ideas) now: String,
    /// Why it was returned, refused, withdrawn or stopped; empty when there is nothing to say.
    pub(in crate::ideas) reason: String,
    /// The day that comes, or has passed.
    pub(in crate::ideas) next: Option<Next>,
    /// The coming date.
    pub(in crate::ideas) deadline: Option<Deadline>,
    /// What should have been done, and by whom; empty when nothing is late.
    pub(super) late: String,
    /// The new day that was given for what is owed.
    pub(in crate::ideas) postponed: Option<Postponed>,
    /// That the clocks stand still, and until when; empty when they go.
    pub(in crate::ideas) pause: String,
    /// Whom to ask.
    pub(in crate::ideas) contact: String,
}

/// The day on which something is owed or closes.
pub(in crate::ideas) struct Next {
    /// The day.
    pub(in crate::ideas) on: Date,
    /// What is due.
    pub(in crate::ideas) label: String,
    /// Who owes it.
    pub(in crate::ideas) who: String,
    /// Whether it should have been done before today.
    pub(in crate::ideas) is_late: bool,
}

/// A new day for what is owed, and why.
pub(in crate::ideas) struct Postponed {
    /// The day that was promised before.
    pub(in crate::ideas) from: Date,
    /// The new day.
    pub(in crate::ideas) to: Date,
    /// Both, in words.
    pub(super) told: String,
    /// Why, as whoever owes it wrote.
    pub(in crate::ideas) reason: String,
}

/// A coming date.
pub(in crate::ideas) struct Deadline {
    /// What is due.
    pub(super) label: String,
    /// The day for machines.
    pub(super) datetime: String,
    /// The day in words.
    pub(super) day: String,
    /// How far away it is.
    pub(super) left: String,
}

pub(in crate::ideas) fn status(texts: Texts, town: &Town, detail: &Detail, today: Date) -> Status {
    let next = next(texts, town, detail, today);
    let deadline = next.as_ref().filter(|next| !next.is_late).map(|next| deadline(texts, next, today));
    let late = next.as_ref().filter(|next| next.is_late).map_or_else(String::new, |next| {
        texts.say2("status-late", "date", texts.date_near(next.on, today), "who", &next.who).into_owned()
    });
    Status {
        now: now(texts, detail),
        reason: reason(texts, detail),
        postponed: postponed(texts, detail, today),
        pause: pause(texts, town, next.as_ref(), today),
        next,
        deadline,
        late,
        contact: contact(texts, town, detail),
    }
}

/// The newest new day, as long as it is the one that is owed.
fn postponed(texts: Texts, detail: &Detail, today: Date) -> Option<Postponed> {
    let owed = clock::owed(detail.idea.state, detail.idea.due_on)?;
    let newest = detail.events.iter().rev().find_map(|row| match &row.event {
        Event::Postponed { from, to, reason, .. } => Some((Date::from_number(*from), Date::from_number(*to), reason)),
        _ => None,
    });
    let (from, to, reason) = newest.filter(|(_, to, _)| *to == owed.on)?;
    let (new, old) = (texts.date_near(to, today), texts.date_near(from, today));
    let told = texts.say2("status-postponed", "new", new, "old", old).into_owned();
    Some(Postponed { from, to, told, reason: reason.clone() })
}

/// That the clocks of those who owe an answer stand still today.
fn pause(texts: Texts, town: &Town, next: Option<&Next>, today: Date) -> String {
    let last = next.and_then(|_| town.settings.clocks.summer_pause.ends_after(today));
    last.map(|last| texts.say1("status-pause", "date", texts.date_near(last, today)).into_owned()).unwrap_or_default()
}

fn next(texts: Texts, town: &Town, detail: &Detail, today: Date) -> Option<Next> {
    let idea = &detail.idea;
    let owed = clock::owed(idea.state, idea.due_on);
    let on = owed.map(|owed| owed.on).or_else(|| closing_day(town, detail))?;
    let label = if is_counted(detail) {
        texts.say("deadline-counted").into_owned()
    } else {
        texts.say(&format!("deadline-{}", idea.state)).into_owned()
    };
    Some(Next { on, label, who: responsible(texts, detail), is_late: owed.is_some_and(|owed| owed.is_late(today)) })
}

/// Whether its ballot is counted, and the group has to write down what follows.
fn is_counted(detail: &Detail) -> bool {
    detail.idea.state == State::Ballot && detail.idea.due_on.is_some()
}

fn now(texts: Texts, detail: &Detail) -> String {
    let idea = &detail.idea;
    let name = detail.parts.waiting_for().map(|asked| asked.name.clone());
    let values = [
        ("group", group_word(texts, detail.group.as_ref().map(|group| group.name.as_str()))),
        ("name", name.unwrap_or_else(|| texts.say("the-asked").into_owned())),
        ("owner", owner_word(texts, detail)),
        ("missing", (idea.support_goal - idea.support_count).max(0).to_string()),
    ];
    if idea.hidden && idea.published_at.is_some() {
        return texts.say("now-hidden").into_owned();
    }
    if is_counted(detail) {
        return texts.say("now-counted").into_owned();
    }
    let is_decided = matches!(idea.state, State::Accepted | State::PartlyAccepted | State::UnderWay);
    if is_decided && detail.parts.owner().is_none() {
        return texts.say_with("now-nobody", &values).into_owned();
    }
    texts.say_with(&format!("now-{}", idea.state), &values).into_owned()
}

fn reason(texts: Texts, detail: &Detail) -> String {
    let words = detail.more.reason.clone().unwrap_or_default();
    match detail.idea.state {
        State::Returned | State::Refused => {
            let ground = ground_word(texts, detail.more.ground.as_deref().unwrap_or_default());
            texts.say2("status-ground", "ground", ground, "words", words).into_owned()
        }
        State::Withdrawn | State::Stopped => words,
        State::Draft
        | State::Screening
        | State::Open
        | State::Closed
        | State::WithGroup
        | State::AwaitingAnswer
        | State::Forwarded
        | State::Proposal
        | State::Ballot
        | State::Accepted
        | State::PartlyAccepted
        | State::Declined
        | State::UnderWay
        | State::Done
        | State::Merged => String::new(),
    }
}

/// The day that comes by itself, where nobody owes anything.
fn closing_day(town: &Town, detail: &Detail) -> Option<Date> {
    match detail.idea.state {
        State::Open => detail.idea.closes_on,
        State::Refused if detail.parts.appealed_at.is_none() => Some(last_day_to_appeal(&town.settings, detail)),
        State::Ballot => detail.ballot.as_ref().map(|ballot| ballot.closes_at.date()),
        State::Draft => detail.idea.due_on,
        State::Refused
        | State::Declined
        | State::Done
        | State::Stopped
        | State::Merged
        | State::Withdrawn
        | State::Screening
        | State::Returned
        | State::Closed
        | State::WithGroup
        | State::AwaitingAnswer
        | State::Forwarded
        | State::Proposal
        | State::Accepted
        | State::PartlyAccepted
        | State::UnderWay => None,
    }
}

/// The last day on which the author of a refused idea can ask for a new review.
fn last_day_to_appeal(settings: &Settings, detail: &Detail) -> Date {
    detail.idea.state_since.date().plus_days(settings.clocks.appeal_days)
}

/// Whether a refused idea can be reviewed anew: once, and for a time.
pub(super) fn may_be_appealed(settings: &Settings, detail: &Detail, today: Date) -> bool {
    detail.parts.appealed_at.is_none() && today <= last_day_to_appeal(settings, detail)
}

fn deadline(texts: Texts, next: &Next, today: Date) -> Deadline {
    let left = match next.on.days_since(today) {
        0 => texts.say("in-days-today").into_owned(),
        days => texts.say1("in-days", "count", days).into_owned(),
    };
    Deadline { label: next.label.clone(), datetime: next.on.to_string(), day: texts.date(next.on), left }
}

/// Who owes the next step; the group where nobody does.
fn responsible(texts: Texts, detail: &Detail) -> String {
    match clock::ower(detail.idea.state) {
        Some(Ower::Moderators) => texts.say("the-moderators").into_owned(),
        Some(Ower::Author) => texts.say("the-author").into_owned(),
        Some(Ower::Asked) => {
            detail.parts.waiting_for().map_or_else(|| texts.say("the-asked").into_owned(), |asked| asked.name.clone())
        }
        Some(Ower::Owner) if detail.parts.owner().is_some() => owner_word(texts, detail),
        Some(Ower::Owner | Ower::Group) | None => {
            group_word(texts, detail.group.as_ref().map(|group| group.name.as_str()))
        }
    }
}

pub(super) fn owner_word(texts: Texts, detail: &Detail) -> String {
    detail.parts.owner().map_or_else(|| texts.say("the-owner").into_owned(), |owner| owner.organisation.clone())
}

fn contact(texts: Texts, town: &Town, detail: &Detail) -> String {
    let address = &town.settings.contact;
    match (&detail.parts.coordinator, &detail.group) {
        (Some(name), Some(group)) => {
            texts.say3("status-contact", "name", name, "group", &group.name, "contact", address).into_owned()
        }
        _ => texts.say1("status-contact-town", "contact", address).into_owned(),
    }
}
