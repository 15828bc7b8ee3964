//! What has happened, in words: who by role, never "user 17 changed the status".

use super::status::{Deadline, owner_word};
use crate::i18n::Texts;
use crate::ideas::pages::shown::{ground_word, group_word};
use crate::ideas::views::Detail;
use crate::journal::Event;
use crate::kernel::{Date, GroupId, IdeaId, Timestamp};

/// One thing that happened, or is to come.
pub(in crate::ideas) struct Happening {
    /// Word for the kind of event; `next` for what is to come.
    pub(in crate::ideas) kind: &'static str,
    /// The day for machines.
    pub(in crate::ideas) datetime: String,
    /// The day in words.
    pub(super) day: String,
    /// What happened.
    pub(in crate::ideas) text: String,
    /// What was said with it; empty when nothing was.
    pub(in crate::ideas) words: String,
    /// Whether it is still to come.
    pub(super) is_next: bool,
}

/// The history, oldest first, and the coming date as its last row.
pub(in crate::ideas) fn timeline(
    texts: Texts,
    detail: &Detail,
    next: Option<&Deadline>,
    today: Date,
) -> Vec<Happening> {
    let mut rows = Vec::new();
    if let Some(at) = detail.more.submitted_at {
        let text = texts.say1("event-submitted", "author", author(texts, detail)).into_owned();
        rows.push(happening(texts, at, "submitted", (text, String::new())));
    }
    for row in &detail.events {
        if !matches!(row.event, Event::Submitted { .. }) {
            let key = format!("event-{}", row.event.kind());
            let text = texts.say_with(&key, &values(texts, detail, &row.event, today)).into_owned();
            rows.push(happening(texts, row.at, row.event.kind(), (text, words(detail, &row.event))));
        }
    }
    rows.extend(next.map(|next| Happening {
        kind: "next",
        datetime: next.datetime.clone(),
        day: next.day.clone(),
        text: next.label.clone(),
        words: String::new(),
        is_next: true,
    }));
    rows
}

fn happening(texts: Texts, at: Timestamp, kind: &'static str, (text, words): (String, String)) -> Happening {
    let day = at.date();
    Happening { kind, datetime: day.to_string(), day: texts.date_with_year(day), text, words, is_next: false }
}

fn author(texts: Texts, detail: &Detail) -> String {
    let name = &detail.idea.author_name;
    if name.is_empty() { texts.say("the-author").into_owned() } else { name.clone() }
}

type Values = Vec<(&'static str, String)>;

/// What the sentence of an event may name.
fn values(texts: Texts, detail: &Detail, event: &Event, today: Date) -> Values {
    let group = |id: Option<GroupId>| group_word(texts, id.map(|id| detail.parts.group_name(id)));
    let mut values: Values =
        vec![("group", group(event.group().or(detail.idea.group_id))), ("owner", owner_word(texts, detail))];
    values.extend(names_in(texts, detail, event, &group));
    values.extend(facts_in(texts, event, today));
    values
}

/// Groups, the asked and other ideas that an event speaks of.
fn names_in(texts: Texts, detail: &Detail, event: &Event, group: &impl Fn(Option<GroupId>) -> String) -> Values {
    let asked = |id: i64| {
        let found = detail.parts.asked.iter().find(|asked| asked.id == id);
        found.map_or_else(|| texts.say("the-asked").into_owned(), |asked| asked.name.clone())
    };
    let promised = |id: i64| {
        let found = detail.parts.owners.iter().find(|owner| owner.id == id);
        found.map_or_else(|| texts.say("the-owner").into_owned(), |owner| owner.organisation.clone())
    };
    match event {
        Event::HandOverOffered { from, to, .. }
        | Event::HandOverAccepted { from, to, .. }
        | Event::HandOverDeclined { from, to, .. } => vec![("from", group(Some(*from))), ("to", group(Some(*to)))],
        Event::Lifted { group: by, .. } => vec![("by", group(by.or(detail.idea.group_id)))],
        Event::Asked { inquiry, .. }
        | Event::AnswerCame { inquiry, .. }
        | Event::AnswerMissing { inquiry, .. }
        | Event::Forwarded { inquiry, .. }
        | Event::ForwardingReminded { inquiry, .. }
        | Event::ForwardingAccepted { inquiry, .. }
        | Event::ForwardingReturned { inquiry, .. }
        | Event::CameBack { inquiry, .. } => vec![("name", asked(inquiry.get()))],
        Event::OwnerAsked { ownership, .. }
        | Event::OwnerReminded { ownership, .. }
        | Event::OwnerAccepted { ownership, .. }
        | Event::OwnerChanged { ownership, .. }
        | Event::OwnerReleased { ownership, .. }
        | Event::OwnerDeclined { ownership, .. }
        | Event::OwnerLapsed { ownership, .. } => vec![("name", promised(ownership.get()))],
        Event::MergedHere { from, .. } => vec![("title", joined(texts, detail, *from))],
        Event::Merged { into, .. } => vec![("title", joined(texts, detail, *into))],
        _ => Vec::new(),
    }
}

/// Days, figures and stored words that an event speaks of.
fn facts_in(texts: Texts, event: &Event, today: Date) -> Values {
    let day = |number: i32| {
        texts.date_near(Date::from_civil(jiff::civil::Date::constant(1970, 1, 1)).plus_days(number), today)
    };
    let state = |word: &str| texts.say(&format!("state-{word}")).into_owned();
    match event {
        Event::GoalReached { supports, .. } => vec![("supports", supports.to_string())],
        Event::CameToGroup { due_on, .. }
        | Event::HandOverAccepted { due_on, .. }
        | Event::ClosesSoon { closes_on: due_on, .. }
        | Event::Reminded { due_on, .. }
        | Event::OwnerReminded { until: due_on, .. }
        | Event::ForwardingReminded { until: due_on, .. }
        | Event::Late { due_on, .. } => vec![("date", day(*due_on))],
        Event::LateAgain { due_on, days, with, .. } => {
            let with = texts.say(&format!("late-with-{with}")).into_owned();
            vec![("date", day(*due_on)), ("days", days.to_string()), ("with", with)]
        }
        Event::OwnerChanged { from, to, .. } | Event::Postponed { from, to, .. } => {
            vec![("date", day(*to)), ("old", day(*from))]
        }
        Event::BallotClosed { result, .. } => {
            vec![("result", texts.say(&format!("ballot-result-{result}")).into_owned())]
        }
        Event::Decided { outcome, .. } => vec![("outcome", texts.say(&format!("outcome-{outcome}")).into_owned())],
        Event::Corrected { from, to, .. } => vec![("was", state(from)), ("becomes", state(to))],
        Event::Returned { ground, .. } | Event::Refused { ground, .. } | Event::Hidden { ground, .. } => {
            vec![("ground", ground_word(texts, ground))]
        }
        _ => Vec::new(),
    }
}

fn joined(texts: Texts, detail: &Detail, id: IdeaId) -> String {
    let others = detail.parts.joined_here.iter().chain(&detail.parts.joined_into);
    let found = others.into_iter().find(|other| other.id == id.get());
    found.map_or_else(|| texts.say("another-idea").into_owned(), |other| other.title.clone())
}

/// What was said with an event.
fn words(detail: &Detail, event: &Event) -> String {
    let asked = |id: i64| detail.parts.asked.iter().find(|asked| asked.id == id);
    if let Some(reason) = event.reason() {
        return reason.to_owned();
    }
    match event {
        Event::Asked { inquiry, .. } | Event::Forwarded { inquiry, .. } => {
            asked(inquiry.get()).map(|asked| asked.question.clone()).unwrap_or_default()
        }
        Event::AnswerCame { inquiry, .. }
        | Event::ForwardingReturned { inquiry, .. }
        | Event::CameBack { inquiry, .. } => {
            asked(inquiry.get()).and_then(|asked| asked.answer.clone()).unwrap_or_default()
        }
        Event::ProgressReported { note, .. } => detail.parts.notes.get(note).cloned().unwrap_or_default(),
        Event::Completed { .. } => detail.notes.result.clone().unwrap_or_default(),
        Event::Withdrawn { .. } | Event::Stopped { .. } => detail.more.reason.clone().unwrap_or_default(),
        _ => String::new(),
    }
}
