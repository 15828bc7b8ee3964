//! The box "where it stands": who answers next, and by when.

use crate::i18n::Texts;
use crate::ideas::lifecycle::State;
use crate::ideas::pages::shown::{ground_word, group_word};
use crate::ideas::views::Detail;
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
        pause: pause(texts, town, next.as_ref(), today),
        next,
        deadline,
        late,
        contact: contact(texts, town, detail),
    }
}

/// That the clocks of those who owe an answer stand still today.
fn pause(texts: Texts, town: &Town, next: Option<&Next>, today: Date) -> String {
    let last = next.and_then(|_| town.settings.clocks.summer_pause.ends_after(today));
    last.map(|last| texts.say1("status-pause", "date", texts.date_near(last, today)).into_owned()).unwrap_or_default()
}

fn next(texts: Texts, town: &Town, detail: &Detail, today: Date) -> Option<Next> {
    let state = detail.idea.state;
    let on = coming_day(town, detail)?;
    Some(Next {
        on,
        label: texts.say(&format!("deadline-{state}")).into_owned(),
        who: responsible(texts, detail),
        is_late: on < today && !matches!(state, State::Open | State::Ballot | State::Refused),
    })
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

/// The next day on which something is owed or closes.
fn coming_day(town: &Town, detail: &Detail) -> Option<Date> {
    let idea = &detail.idea;
    match idea.state {
        State::Open => idea.closes_on,
        State::Refused if detail.parts.appealed_at.is_none() => Some(last_day_to_appeal(&town.settings, detail)),
        State::Ballot => detail.ballot.as_ref().map(|ballot| ballot.closes_at.date()),
        State::Accepted | State::PartlyAccepted => {
            detail.decision.as_ref().and_then(|decision| decision.first_step_on).or(idea.due_on)
        }
        State::Declined | State::Done | State::Stopped | State::Merged | State::Withdrawn | State::Refused => None,
        State::Draft
        | State::Screening
        | State::Returned
        | State::Closed
        | State::WithGroup
        | State::AwaitingAnswer
        | State::Forwarded
        | State::Proposal
        | State::UnderWay => idea.due_on,
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

/// Who owes the next step.
fn responsible(texts: Texts, detail: &Detail) -> String {
    match detail.idea.state {
        State::Screening => texts.say("the-moderators").into_owned(),
        State::Returned => texts.say("the-author").into_owned(),
        State::AwaitingAnswer | State::Forwarded => {
            detail.parts.waiting_for().map_or_else(|| texts.say("the-asked").into_owned(), |asked| asked.name.clone())
        }
        State::Accepted | State::PartlyAccepted | State::UnderWay => owner_word(texts, detail),
        State::Draft
        | State::Refused
        | State::Open
        | State::Closed
        | State::WithGroup
        | State::Proposal
        | State::Ballot
        | State::Declined
        | State::Done
        | State::Stopped
        | State::Merged
        | State::Withdrawn => group_word(texts, detail.group.as_ref().map(|group| group.name.as_str())),
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
