//! To moderators and to those who lead a group.

use super::super::Trouble;
use super::super::facts::{Detail, HandOver, Inquiry, Ownership, Queue};
use super::super::letter::{Draft, Pen, owner_name};
use super::changes::your_turn;
use super::{Composed, desk};
use crate::i18n::Texts;
use crate::ideas::desk::MoveKind;
use crate::ideas::lifecycle::State;
use crate::kernel::Date;

/// Says nothing of the idea itself: one mail stands for everything that came in that day.
pub(super) fn queue(pen: &Pen<'_>) -> Draft {
    let queue = match &pen.facts.detail {
        Detail::Queue(queue) => Some(*queue),
        Detail::Clock(clock) => clock.queue,
        _ => None,
    };
    queue_draft(pen.t, queue.as_ref(), pen.today)
}

/// How much waits for moderators and how long the oldest has; the same mail whatever caused it.
pub(in super::super) fn queue_draft(t: Texts, queue: Option<&Queue>, today: Date) -> Draft {
    let subject = match queue.and_then(|queue| Some((queue.all, queue.oldest?))) {
        Some((all, oldest)) if all > 0 => {
            let age = t.say1("mail-queue-age", "count", today.days_since(oldest.date()));
            t.say2("mail-queue-subject", "count", all, "age", age)
        }
        _ => t.say("mail-queue-subject-empty"),
    };
    let first = match queue {
        Some(queue) if queue.waiting > 0 => queue.first_due.map(|day| {
            let words = if day < today { "mail-queue-first-late" } else { "mail-queue-first" };
            t.say2(words, "count", queue.waiting, "date", t.weekday_near(day, today))
        }),
        Some(queue) if queue.all > 0 => Some(t.say("mail-queue-first-talk")),
        _ => None,
    };
    let first = first.unwrap_or_else(|| t.say("mail-queue-first-empty"));
    Draft::new(subject, first).action(t.say("mail-queue-action"), "/moderation")
}

pub(super) fn appeal_of_yours(pen: &Pen<'_>) -> Draft {
    let subject = pen.t.say1("mail-appeal_of_yours-subject", "number", pen.number());
    Draft::new(subject, pen.t.say("mail-appeal_of_yours-first")).facts(pen.about())
}

pub(super) fn group_published(pen: &Pen<'_>) -> Composed {
    let until = pen.facts.idea.closes_on.ok_or_else(|| Trouble::lacks("last day for support"))?;
    let subject = pen.t.say2("mail-group_published-subject", "group", pen.group()?, "title", pen.title());
    let draft = Draft::new(subject, pen.t.say1("mail-group_published-first", "date", pen.day(until)))
        .facts(pen.about())
        .say(pen.t.say("mail-group_published-lift"));
    Ok(draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path()))
}

pub(super) fn group_task(pen: &Pen<'_>) -> Composed {
    let Detail::Due(day) = pen.facts.detail else { return Err(Trouble::lacks("day of the answer")) };
    let subject = pen.t.say1("mail-group_task-subject", "title", pen.title());
    let first = pen.t.say2("mail-group_task-first", "group", pen.group()?, "date", pen.day(day));
    Ok(desk::lead(Draft::new(subject, first), pen, desk::ways(pen)))
}

pub(super) fn group_closed(pen: &Pen<'_>) -> Composed {
    let day = pen.facts.idea.due_on.ok_or_else(|| Trouble::lacks("day of the answer"))?;
    let subject = pen.t.say1("mail-group_closed-subject", "title", pen.title());
    let first = pen.t.say1("mail-group_closed-first", "date", pen.day(day));
    Ok(desk::lead(Draft::new(subject, first), pen, desk::form(pen, MoveKind::Decide)))
}

pub(super) fn group_answered(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let subject = pen.t.say2("mail-group_answered-subject", "asked", inquiry.asked_name.as_str(), "title", pen.title());
    let first = pen.t.say1("mail-group_answered-first", "group", pen.group()?);
    let draft = Draft::new(subject, first).told(pen.t.say("mail-their-answer"), inquiry.answer.as_deref());
    your_turn(draft, pen)
}

pub(super) fn group_unanswered(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let subject =
        pen.t.say2("mail-group_unanswered-subject", "asked", inquiry.asked_name.as_str(), "title", pen.title());
    let first = pen.t.say1("mail-group_unanswered-first", "group", pen.group()?);
    let draft = Draft::new(subject, first).told(pen.t.say("mail-their-question"), Some(&inquiry.question));
    your_turn(draft, pen)
}

pub(super) fn group_came_back(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let subject = pen.t.say2("mail-group_came_back-subject", "title", pen.title(), "group", pen.group()?);
    let first = pen.t.say1("mail-group_came_back-first", "asked", inquiry.asked_name.as_str());
    let draft = Draft::new(subject, first).told(pen.t.say("mail-their-answer"), inquiry.answer.as_deref());
    your_turn(draft, pen)
}

pub(super) fn hand_over_offered(pen: &Pen<'_>) -> Composed {
    let hand_over = hand_over(pen)?;
    let subject = pen.t.say1("mail-hand_over_offered-subject", "group", hand_over.from.name.as_str());
    let clocks = &pen.town.settings.clocks;
    let until = pen.day(clocks.days_after(pen.facts.at.date(), clocks.hand_over_days));
    let (from, title) = (hand_over.from.name.as_str(), pen.title());
    let first = pen.t.say3("mail-hand_over_offered-first", "title", title, "date", &*until, "group", from);
    let draft = Draft::new(subject, first).told(pen.t.say("mail-their-reason"), Some(&hand_over.reason));
    let place = desk::form(pen, MoveKind::AnswerHandOver);
    Ok(draft.facts(pen.about()).action(pen.t.say("mail-hand_over_offered-action"), place))
}

pub(super) fn hand_over_accepted(pen: &Pen<'_>) -> Composed {
    let to = hand_over(pen)?.to.name.as_str();
    let subject = pen.t.say2("mail-hand_over_accepted-subject", "group", to, "title", pen.title());
    let draft = Draft::new(subject, pen.t.say("mail-hand_over_accepted-first")).facts(pen.about());
    Ok(draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path()))
}

pub(super) fn hand_over_declined(pen: &Pen<'_>) -> Composed {
    let hand_over = hand_over(pen)?;
    let to = hand_over.to.name.as_str();
    let subject = pen.t.say2("mail-hand_over_declined-subject", "group", to, "title", pen.title());
    let draft = match hand_over.answer_reason.as_deref() {
        Some(reason) => Draft::new(subject, pen.t.say("mail-hand_over_declined-first"))
            .told(pen.t.say("mail-their-reason"), Some(reason)),
        None => Draft::new(subject, pen.t.say1("mail-hand_over_declined-first-silent", "group", to)),
    };
    your_turn(draft, pen)
}

pub(super) fn owner_accepted(pen: &Pen<'_>) -> Composed {
    let owner = ownership(pen)?;
    let subject = pen.t.say2("mail-owner_accepted-subject", "owner", owner_name(owner), "title", pen.title());
    let day = pen.day(owner.first_step_on);
    if pen.facts.idea.state.is_promised() {
        let first = pen.t.say1("mail-owner_accepted-first-decided", "date", day);
        return Ok(desk::lead(Draft::new(subject, first), pen, desk::top(pen)));
    }
    let first = pen.t.say2("mail-owner_accepted-first", "group", pen.group()?, "date", day);
    Ok(desk::lead(Draft::new(subject, first), pen, desk::form(pen, MoveKind::Decide)))
}

pub(super) fn owner_declined(pen: &Pen<'_>) -> Composed {
    let owner = ownership(pen)?;
    let subject = pen.t.say2("mail-owner_declined-subject", "owner", owner_name(owner), "title", pen.title());
    let first = pen.t.say1("mail-owner_declined-first", "group", pen.group()?);
    let draft = Draft::new(subject, first).told(pen.t.say("mail-their-reason"), owner.reason.as_deref());
    Ok(desk::lead(draft, pen, desk::form(pen, MoveKind::AskOwner)))
}

pub(super) fn ballot_closed(pen: &Pen<'_>) -> Composed {
    let Detail::Ballot(ballot) = &pen.facts.detail else { return Err(Trouble::lacks("ballot")) };
    let first = match ballot.result.as_deref() {
        Some("yes") => pen.t.say("mail-ballot_closed-first-yes"),
        Some("no") => pen.t.say("mail-ballot_closed-first-no"),
        Some("tie") => pen.t.say("mail-ballot_closed-first-tie"),
        Some("no_quorum") => pen.t.say("mail-ballot_closed-first-no_quorum"),
        Some(_) | None => return Err(Trouble::lacks("result of the ballot")),
    };
    let subject = pen.t.say1("mail-ballot_closed-subject", "title", pen.title());
    let mut draft = Draft::new(subject, first).quote(&ballot.question);
    if let Some([yes, no, abstain]) = ballot.counts {
        draft = draft.say(pen.t.say3("mail-decision-ballot", "yes", yes, "no", no, "abstain", abstain));
    }
    if let Some(day) = pen.facts.idea.due_on.filter(|_| pen.facts.idea.state == State::Ballot) {
        let is_answered = matches!(ballot.result.as_deref(), Some("yes" | "no"));
        let owed = if is_answered { "mail-owed-ballot" } else { "mail-owed-ballot-unanswered" };
        draft = draft.say(pen.t.say2(owed, "group", pen.group()?, "date", pen.day(day)));
    }
    Ok(match ballot.result.as_deref() {
        Some("yes" | "no") => desk::lead(draft, pen, desk::form(pen, MoveKind::Decide)),
        _ => desk::ballot(draft, pen, ballot.id),
    })
}

fn inquiry<'a>(pen: &Pen<'a>) -> Result<&'a Inquiry, Trouble> {
    match &pen.facts.detail {
        Detail::Inquiry(inquiry) => Ok(inquiry),
        _ => Err(Trouble::lacks("question")),
    }
}

fn hand_over<'a>(pen: &Pen<'a>) -> Result<&'a HandOver, Trouble> {
    match &pen.facts.detail {
        Detail::HandOver(hand_over) => Ok(hand_over),
        _ => Err(Trouble::lacks("hand-over")),
    }
}

fn ownership<'a>(pen: &Pen<'a>) -> Result<&'a Ownership, Trouble> {
    match &pen.facts.detail {
        Detail::Ownership(owner) | Detail::NewOwner { owner, .. } => Ok(owner),
        _ => Err(Trouble::lacks("owner")),
    }
}
