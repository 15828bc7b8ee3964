//! To the author and to followers, while a group has the idea.

use super::super::Trouble;
use super::super::facts::{Detail, Inquiry, Other};
use super::super::letter::{Draft, Pen};
use super::Composed;
use super::changes::groups_turn;

fn open_idea(draft: Draft, pen: &Pen<'_>) -> Draft {
    draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path())
}

pub(super) fn with_group(pen: &Pen<'_>, own: bool) -> Composed {
    let Detail::Due(day) = pen.facts.detail else { return Err(Trouble::lacks("day of the answer")) };
    let (group, day) = (pen.group()?, pen.day(day));
    let draft = if own {
        Draft::new(
            pen.t.say1("mail-with_group-subject", "group", group),
            pen.t.say1("mail-with_group-first", "date", day),
        )
    } else {
        Draft::new(
            pen.t.say2("mail-news_with_group-subject", "group", group, "title", pen.title()),
            pen.t.say1("mail-news_with_group-first", "date", day),
        )
    };
    Ok(open_idea(draft.facts(pen.about()), pen))
}

pub(super) fn closed(pen: &Pen<'_>) -> Composed {
    let idea = &pen.facts.idea;
    let first = pen.t.say2("mail-closed-first", "count", idea.support_count, "goal", idea.support_goal);
    let mut draft = Draft::new(pen.t.say("mail-closed-subject"), first).facts(pen.about());
    if let Some(day) = idea.due_on {
        draft = draft.say(pen.t.say2("mail-closed-answer", "group", pen.group()?, "date", pen.day(day)));
    }
    Ok(open_idea(draft, pen))
}

pub(super) fn author_asked(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let subject = pen.t.say2("mail-author_asked-subject", "group", pen.group()?, "asked", inquiry.asked_name.as_str());
    let draft = Draft::new(subject, pen.t.say1("mail-author_asked-first", "date", pen.day(inquiry.due_on)))
        .told(pen.t.say("mail-their-question"), Some(&inquiry.question))
        .facts(pen.about());
    Ok(open_idea(draft, pen))
}

pub(super) fn author_unanswered(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let first = pen.t.say2("mail-author_unanswered-first", "asked", inquiry.asked_name.as_str(), "group", pen.group()?);
    let draft = groups_turn(Draft::new(pen.t.say("mail-author_unanswered-subject"), first), pen);
    Ok(open_idea(draft.facts(pen.about()), pen))
}

pub(super) fn forwarded(pen: &Pen<'_>, own: bool) -> Composed {
    let inquiry = inquiry(pen)?;
    let asked = inquiry.asked_name.as_str();
    let subject = if own {
        pen.t.say1("mail-forwarded-subject", "asked", asked)
    } else {
        pen.t.say2("mail-news_forwarded-subject", "title", pen.title(), "asked", asked)
    };
    let first = pen.t.say2("mail-forwarded-first", "asked", asked, "date", pen.day(inquiry.due_on));
    let mut facts = pen.about();
    if let Some(number) = &inquiry.diary_number {
        facts.push((pen.t.say("mail-fact-diary_number").into_owned(), number.clone()));
    }
    let draft = Draft::new(subject, first).told(pen.t.say("mail-their-question"), Some(&inquiry.question)).facts(facts);
    Ok(open_idea(draft, pen))
}

pub(super) fn group_changed(pen: &Pen<'_>) -> Composed {
    let Detail::HandOver(hand_over) = &pen.facts.detail else { return Err(Trouble::lacks("hand-over")) };
    let due_on = hand_over.due_on.ok_or_else(|| Trouble::lacks("day of the answer"))?;
    let to = hand_over.to.name.as_str();
    let draft = Draft::new(
        pen.t.say1("mail-group_changed-subject", "group", to),
        pen.t.say1("mail-group_changed-first", "date", pen.day(due_on)),
    )
    .told(pen.t.say1("mail-group_changed-reason", "group", to), Some(&hand_over.reason))
    .facts(pen.about());
    Ok(open_idea(draft, pen))
}

pub(super) fn taken_forward(pen: &Pen<'_>, own: bool) -> Composed {
    let group = pen.group()?;
    let draft = if own {
        Draft::new(pen.t.say1("mail-taken_forward-subject", "group", group), pen.t.say("mail-taken_forward-first"))
    } else {
        Draft::new(
            pen.t.say2("mail-news_taken_forward-subject", "group", group, "title", pen.title()),
            pen.t.say("mail-news_taken_forward-first"),
        )
    };
    let draft = draft.told(pen.t.say("mail-their-reason"), reason(pen)).facts(pen.about());
    Ok(open_idea(draft, pen))
}

pub(super) fn merged(pen: &Pen<'_>, own: bool) -> Composed {
    let other = other(pen)?;
    let subject = if own {
        pen.t.say("mail-merged-subject")
    } else {
        pen.t.say1("mail-news_merged-subject", "title", pen.title())
    };
    let number = other.number.as_str();
    let first = match &other.title {
        Some(title) => pen.t.say2("mail-merged-first", "title", title, "number", number),
        None => pen.t.say1("mail-merged-first-number", "number", number),
    };
    let mut draft = Draft::new(subject, first);
    if own {
        draft = draft.say(pen.t.say("mail-merged-kept"));
    }
    Ok(draft
        .told(pen.t.say("mail-their-reason"), other.reason.as_deref())
        .facts(pen.about())
        .action(pen.t.say("mail-open-idea"), format!("/ideas/{number}")))
}

pub(super) fn joined(pen: &Pen<'_>) -> Composed {
    let other = other(pen)?;
    let first = pen.t.say1("mail-joined-first", "title", pen.title());
    Ok(Draft::new(pen.t.say("mail-joined-subject"), first)
        .told(pen.t.say("mail-their-reason"), other.reason.as_deref())
        .action(pen.t.say("mail-open-idea"), format!("/ideas/{}", other.number)))
}

pub(super) fn corrected(pen: &Pen<'_>) -> Draft {
    let draft = Draft::new(pen.t.say("mail-corrected-subject"), pen.t.say("mail-corrected-first"))
        .told(pen.t.say("mail-their-reason"), reason(pen))
        .facts(pen.about());
    open_idea(draft, pen)
}

pub(super) fn withdrawn(pen: &Pen<'_>) -> Draft {
    let subject = pen.t.say1("mail-news_withdrawn-subject", "title", pen.title());
    let draft = Draft::new(subject, pen.t.say("mail-news_withdrawn-first"))
        .told(pen.t.say("mail-their-reason"), reason(pen))
        .facts(pen.about());
    open_idea(draft, pen)
}

fn reason<'a>(pen: &Pen<'a>) -> Option<&'a str> {
    match &pen.facts.detail {
        Detail::Reason(reason) | Detail::Corrected { reason, .. } => Some(reason),
        _ => None,
    }
}

fn inquiry<'a>(pen: &Pen<'a>) -> Result<&'a Inquiry, Trouble> {
    match &pen.facts.detail {
        Detail::Inquiry(inquiry) => Ok(inquiry),
        _ => Err(Trouble::lacks("question")),
    }
}

fn other<'a>(pen: &Pen<'a>) -> Result<&'a Other, Trouble> {
    match &pen.facts.detail {
        Detail::Other(other) => Ok(other),
        _ => Err(Trouble::lacks("other idea")),
    }
}
