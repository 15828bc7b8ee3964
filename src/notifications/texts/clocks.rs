//! About days by which somebody owes the next step: reminders, and what is said when a day has passed.

use super::super::Trouble;
use super::super::facts::{Clock, Detail, Inquiry};
use super::super::letter::{Draft, Pen, owner_name};
use super::changes::groups_turn;
use super::{Composed, desk};
use crate::ideas::clock::{Owed, Ower};
use crate::ideas::desk::MoveKind;
use crate::ideas::ladder::{self, Step};
use crate::ideas::lifecycle::State;

pub(super) fn returned_reminder(pen: &Pen<'_>) -> Composed {
    let clock = clock(pen)?;
    let first = pen.t.say1("mail-returned_reminder-first", "date", pen.day(clock.due_on));
    let edit = format!("{}/edit", pen.facts.idea.path());
    let draft = Draft::new(pen.t.say("mail-returned_reminder-subject"), first).facts(pen.about());
    Ok(draft.action(pen.t.say("mail-returned-action"), edit))
}

/// The honest one: what was promised, that there is no new day and no reason yet, and what happens now.
pub(super) fn late(pen: &Pen<'_>) -> Composed {
    let clock = clock(pen)?;
    let missed = match clock.by {
        Ower::Moderators => pen.t.say1("mail-late-first-moderators", "date", pen.day(clock.due_on)),
        Ower::Owner if pen.facts.idea.state == State::UnderWay => {
            pen.t.say1("mail-late-first-note", "date", pen.day(clock.due_on))
        }
        Ower::Owner => pen.t.say1("mail-late-first-owner", "date", pen.day(clock.due_on)),
        Ower::Author | Ower::Group | Ower::Asked => pen.t.say1("mail-late-first", "date", pen.day(clock.due_on)),
    };
    let climbs_on = ladder::climbs_on(Owed { by: clock.by, on: clock.due_on }, &pen.town.settings.clocks);
    let facts = vec![
        (pen.t.say("mail-late-new_day").into_owned(), pen.t.say("mail-late-no_day").into_owned()),
        (pen.t.say("mail-late-reason").into_owned(), pen.t.say("mail-late-no_reason").into_owned()),
    ];
    let mut draft = Draft::new(pen.t.say("mail-late-subject"), missed).facts(facts);
    // Of a hidden idea nobody is told but its author and, later, the process group.
    if pen.facts.idea.is_listed() || clock.by == Ower::Moderators {
        let nobody = clock.by == Ower::Owner && clock.person.is_none();
        draft = draft.say(pen.t.say(if nobody { "mail-late-told-group" } else { "mail-late-told" }));
    }
    if climbs_on > pen.today {
        draft = draft.say(pen.t.say1("mail-late-next", "date", pen.day(climbs_on)));
    } else {
        draft = draft.say(pen.t.say("mail-late-next-now"));
    }
    let draft = draft.facts(pen.about()).action(pen.t.say("mail-open-idea"), pen.facts.idea.path());
    Ok(draft.after(pen.t.say("mail-late-nothing-to-do")))
}

/// It is late still: for how long, who owes it, and who has it now.
pub(super) fn late_again(pen: &Pen<'_>) -> Composed {
    let clock = clock(pen)?;
    let days = pen.facts.at.date().days_since(clock.due_on);
    let what = match clock.by {
        Ower::Moderators => "moderators",
        Ower::Owner if pen.facts.idea.state == State::UnderWay => "note",
        Ower::Owner => "owner",
        Ower::Author | Ower::Group | Ower::Asked => "group",
    };
    let group = || pen.facts.group.as_ref().map(|group| group.name.clone()).unwrap_or_default();
    let values = [("days", days.to_string()), ("date", pen.day(clock.due_on))];
    let first = pen.t.say_with(&format!("mail-late_again-first-{what}"), &values);
    let who = pen.t.say_with(&format!("mail-late_again-who-{what}"), &[("group", group())]).into_owned();
    let with = clock.with.unwrap_or(Step::Late);
    let with = pen.t.say_with(&format!("mail-late_again-with-{with}"), &[("group", group())]).into_owned();
    let draft = Draft::new(pen.t.say("mail-late_again-subject"), first)
        .facts(vec![
            (pen.t.say("mail-late_again-who").into_owned(), who),
            (pen.t.say("mail-late_again-with").into_owned(), with),
        ])
        .say(pen.t.say("mail-late_again-next"))
        .facts(pen.about());
    let draft = draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path());
    Ok(draft.after(pen.t.say("mail-late-nothing-to-do")))
}

/// A new day with its reason; to the author in the words for what is late, when it is.
pub(super) fn postponed(pen: &Pen<'_>, own: bool) -> Composed {
    let Detail::Postponed { from, to, reason } = &pen.facts.detail else { return Err(Trouble::lacks("new day")) };
    let (old, new) = (pen.day(*from), pen.day(*to));
    let draft = if !own {
        let subject = pen.t.say1("mail-news_postponed-subject", "title", pen.title());
        Draft::new(subject, pen.t.say2("mail-news_postponed-first", "old", old, "new", new))
    } else if *from < pen.facts.at.date() {
        Draft::new(pen.t.say("mail-late-subject"), pen.t.say2("mail-postponed-first-late", "old", old, "new", new))
    } else {
        Draft::new(pen.t.say("mail-postponed-subject"), pen.t.say2("mail-postponed-first", "old", old, "new", new))
    };
    let draft = draft.told(pen.t.say("mail-their-reason"), Some(reason)).facts(pen.about());
    Ok(draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path()))
}

pub(super) fn reminder(pen: &Pen<'_>) -> Composed {
    let clock = clock(pen)?;
    let day = pen.day(clock.due_on);
    let subject = if clock.due_on == pen.today {
        pen.t.say1("mail-reminder-subject-today", "title", pen.title())
    } else {
        pen.t.say2("mail-reminder-subject", "title", pen.title(), "date", day)
    };
    Ok(to_do(Draft::new(subject, owed(pen, clock)), pen, clock))
}

pub(super) fn late_owed(pen: &Pen<'_>) -> Composed {
    let clock = clock(pen)?;
    let subject = if clock.with.is_some() { "mail-still_late-subject" } else { "mail-late_owed-subject" };
    let subject = pen.t.say1(subject, "title", pen.title());
    let first = pen.t.say1("mail-late_owed-first", "date", pen.day(clock.due_on));
    let draft = Draft::new(subject, first).say(missing(pen, clock));
    if clock.by == Ower::Owner && clock.person.is_none() {
        let place = desk::form(pen, MoveKind::AskOwner);
        return Ok(desk::lead(draft.say(pen.t.say("mail-late_owed-nobody")), pen, place));
    }
    Ok(to_do(draft.say(pen.t.say("mail-late_owed-new_day")), pen, clock))
}

pub(super) fn climbed_chair(pen: &Pen<'_>) -> Composed {
    let clock = clock(pen)?;
    let subject = pen.t.say2("mail-climbed_chair-subject", "group", pen.group()?, "title", pen.title());
    let first = pen.t.say1("mail-climbed_chair-first", "date", pen.day(clock.due_on));
    let draft = Draft::new(subject, first).say(missing(pen, clock));
    if clock.by == Ower::Group {
        return Ok(to_do(draft.say(pen.t.say("mail-late_owed-new_day")), pen, clock));
    }
    // Somebody else owes it: what the chair can do is to ask, and to find another.
    let who = clock.owner.as_ref().map(|owner| (pen.t.say("mail-fact-ower").into_owned(), owner_name(owner)));
    let draft = draft.say(pen.t.say("mail-climbed_chair-others")).facts(who.into_iter().chain(pen.about()).collect());
    Ok(draft.action(pen.t.say("mail-open-desk"), desk::top(pen)))
}

/// The group has nobody who sees it carried out, and has to ask somebody else.
pub(super) fn owner_silent(pen: &Pen<'_>) -> Composed {
    let Detail::Ownership(owner) = &pen.facts.detail else { return Err(Trouble::lacks("owner")) };
    let subject = pen.t.say1("mail-owner_silent-subject", "title", pen.title());
    let first = pen.t.say2("mail-owner_silent-first", "group", pen.group()?, "owner", owner_name(owner));
    Ok(desk::lead(Draft::new(subject, first), pen, desk::form(pen, MoveKind::AskOwner)))
}

/// Names the idea by its number: it may be hidden, or not shown yet, and is owed an answer still.
pub(super) fn climbed_process(pen: &Pen<'_>) -> Composed {
    let clock = clock(pen)?;
    let day = pen.day(clock.due_on);
    let subject =
        if clock.with.is_some() { "mail-climbed_process-subject-again" } else { "mail-climbed_process-subject" };
    let subject = pen.t.say1(subject, "number", pen.number());
    let first = match clock.by {
        Ower::Moderators => pen.t.say1("mail-climbed_process-first-moderators", "date", day),
        Ower::Owner => pen.t.say2("mail-climbed_process-first-owner", "group", pen.group()?, "date", day),
        Ower::Author | Ower::Group | Ower::Asked => {
            pen.t.say2("mail-climbed_process-first", "group", pen.group()?, "date", day)
        }
    };
    let number = (pen.t.say("mail-fact-number").into_owned(), pen.number().to_owned());
    let draft = Draft::new(subject, first).facts(vec![number]);
    Ok(if pen.facts.idea.is_listed() {
        draft.action(pen.t.say("mail-open-desk"), desk::top(pen))
    } else {
        draft.action(pen.t.say("mail-open-process"), "/process")
    })
}

/// While it can be supported: how it goes, and when the time ends.
pub(super) fn closes_soon(pen: &Pen<'_>) -> Composed {
    let day = pen.day(clock(pen)?.due_on);
    let idea = &pen.facts.idea;
    let (count, missing) = (idea.support_count, (idea.support_goal - idea.support_count).max(0));
    let draft = Draft::new(
        pen.t.say1("mail-closes_soon-subject", "date", &day),
        pen.t.say1("mail-closes_soon-first", "count", count),
    )
    .say(pen.t.say2("mail-closes_soon-missing", "count", missing, "date", &day))
    .say(pen.t.say("mail-closes_soon-share"));
    Ok(draft.facts(pen.about()).action(pen.t.say("mail-open-idea"), idea.path()))
}

/// To whoever carries it out, when the chair and then the process group has been told.
pub(super) fn still_late(pen: &Pen<'_>) -> Composed {
    let clock = clock(pen)?;
    let subject = pen.t.say1("mail-still_late-subject", "title", pen.title());
    let first = match pen.facts.idea.state {
        State::Accepted | State::PartlyAccepted => "mail-late-first_step",
        _ => "mail-still_late-first",
    };
    let draft = Draft::new(subject, pen.t.say1(first, "date", pen.day(clock.due_on)));
    Ok(to_do(draft.say(pen.t.say("mail-still_late-told")).say(pen.t.say("mail-still_late-ways")), pen, clock))
}

/// What whoever carries it out needs, to those who lead the group.
pub(super) fn help_asked(pen: &Pen<'_>) -> Composed {
    let Detail::Help { owner, need } = &pen.facts.detail else { return Err(Trouble::lacks("what is needed")) };
    let name = owner_name(owner);
    let subject = pen.t.say2("mail-help_asked-subject", "owner", &name, "title", pen.title());
    let draft = Draft::new(subject, pen.t.say1("mail-help_asked-first", "owner", &name))
        .told(pen.t.say("mail-help_asked-need"), Some(need));
    Ok(desk::lead(draft, pen, desk::top(pen)))
}

/// To a body outside: what is handed on, and that it has to say whether it takes it on.
pub(super) fn forwarded_to_you(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let clocks = &pen.town.settings.clocks;
    let accept_by = clocks.days_after(pen.facts.at.date(), clocks.forwarding_accept_days);
    let subject = pen.t.say1("mail-forwarded_to_you-subject", "group", pen.group()?);
    let first = pen.t.say1("mail-forwarded_to_you-first", "date", pen.day(accept_by));
    let draft = Draft::new(subject, first)
        .told(pen.t.say("mail-their-reason"), Some(&inquiry.question))
        .say(pen.t.say1("mail-forwarded_to_you-answer", "date", pen.day(inquiry.due_on)));
    let place = desk::form(pen, MoveKind::AnswerForwarding);
    Ok(draft.facts(pen.about()).action(pen.t.say("mail-forwarded_to_you-action"), place))
}

/// To the same, some days before the last day.
pub(super) fn forwarding_reminded(pen: &Pen<'_>) -> Composed {
    let Detail::ForwardingReminded { inquiry, until } = &pen.facts.detail else {
        return Err(Trouble::lacks("inquiry"));
    };
    let subject = pen.t.say1("mail-forwarding_reminded-subject", "group", pen.group()?);
    let first = pen.t.say1("mail-forwarded_to_you-first", "date", pen.day(*until));
    let draft = Draft::new(subject, first).told(pen.t.say("mail-their-reason"), Some(&inquiry.question));
    let place = desk::form(pen, MoveKind::AnswerForwarding);
    Ok(draft.facts(pen.about()).action(pen.t.say("mail-forwarded_to_you-action"), place))
}

pub(super) fn forwarding_returned(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let subject = pen.t.say1("mail-forwarding_returned-subject", "group", pen.group()?);
    let draft =
        Draft::new(subject, not_taken_on(pen, inquiry)).told(pen.t.say("mail-their-reason"), inquiry.answer.as_deref());
    Ok(groups_turn(draft, pen).facts(pen.about()).action(pen.t.say("mail-open-idea"), pen.facts.idea.path()))
}

pub(super) fn group_forwarding_returned(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let subject =
        pen.t.say2("mail-group_forwarding_returned-subject", "asked", &inquiry.asked_name, "title", pen.title());
    let draft = Draft::new(subject, not_taken_on(pen, inquiry))
        .told(pen.t.say("mail-their-reason"), inquiry.answer.as_deref())
        .say(pen.t.say1("mail-group_forwarding_returned-next", "group", pen.group()?));
    Ok(desk::lead(draft, pen, desk::ways(pen)))
}

/// Names the idea by its number, as every mail to the process group.
pub(super) fn process_forwarding_returned(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let subject = pen.t.say1("mail-process_forwarding_returned-subject", "number", pen.number());
    let first = pen.t.say1("mail-process_forwarding_returned-first", "group", pen.group()?);
    let number = (pen.t.say("mail-fact-number").into_owned(), pen.number().to_owned());
    let draft = Draft::new(subject, first).facts(vec![number]);
    Ok(if pen.facts.idea.is_listed() {
        draft.say(not_taken_on(pen, inquiry)).action(pen.t.say("mail-open-desk"), desk::top(pen))
    } else {
        draft.action(pen.t.say("mail-open-process"), "/process")
    })
}

/// Whether the body outside said no, or nothing.
fn not_taken_on(pen: &Pen<'_>, inquiry: &Inquiry) -> String {
    let key = if inquiry.answer.is_some() { "mail-forwarding-declined" } else { "mail-forwarding-silent" };
    pen.t.say1(key, "asked", &inquiry.asked_name).into_owned()
}

fn inquiry<'a>(pen: &Pen<'a>) -> Result<&'a Inquiry, Trouble> {
    match &pen.facts.detail {
        Detail::Inquiry(inquiry) => Ok(inquiry),
        _ => Err(Trouble::lacks("handing on")),
    }
}

fn clock<'a>(pen: &Pen<'a>) -> Result<&'a Clock, Trouble> {
    match &pen.facts.detail {
        Detail::Clock(clock) => Ok(clock),
        _ => Err(Trouble::lacks("day that is owed")),
    }
}

/// What is owed, by whom and when.
fn owed(pen: &Pen<'_>, clock: &Clock) -> String {
    let group = pen.facts.group.as_ref().map(|group| group.name.clone()).unwrap_or_default();
    let values = [("group", group), ("date", pen.day(clock.due_on))];
    let unanswered = if clock.unanswered_ballot.is_some() { "-unanswered" } else { "" };
    pen.t.say_with(&format!("mail-owed-{}{unanswered}", pen.facts.idea.state), &values).into_owned()
}

/// What has not come though its day has passed.
fn missing(pen: &Pen<'_>, clock: &Clock) -> String {
    let unanswered = if clock.unanswered_ballot.is_some() { "-unanswered" } else { "" };
    let group = pen.facts.group.as_ref().map(|group| group.name.clone()).unwrap_or_default();
    pen.t.say_with(&format!("mail-missing-{}{unanswered}", pen.facts.idea.state), &[("group", group)]).into_owned()
}

/// The one thing to do, with its form open.
fn to_do(draft: Draft, pen: &Pen<'_>, clock: &Clock) -> Draft {
    if let Some(ballot) = clock.unanswered_ballot {
        return desk::ballot(draft, pen, ballot);
    }
    if pen.facts.idea.state.is_promised() {
        let progress = format!("{}/progress", pen.facts.idea.path());
        return draft.facts(pen.about()).action(pen.t.say("mail-open-progress"), progress);
    }
    let place = match pen.facts.idea.state {
        State::WithGroup => desk::ways(pen),
        State::AwaitingAnswer | State::Forwarded => desk::form(pen, MoveKind::AnswerInquiry),
        State::Proposal | State::Ballot | State::Closed => desk::form(pen, MoveKind::Decide),
        _ => desk::top(pen),
    };
    desk::lead(draft, pen, place)
}
