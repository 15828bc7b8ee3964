//! To the author, to followers and to whoever had something to do: it goes another way than it did.

use super::super::Trouble;
use super::super::facts::{Detail, Inquiry};
use super::super::letter::{Draft, Pen, owner_name};
use super::{Composed, desk};
use crate::ideas::lifecycle::State;

fn open_idea(draft: Draft, pen: &Pen<'_>) -> Draft {
    draft.facts(pen.about()).action(pen.t.say("mail-open-idea"), pen.facts.idea.path())
}

/// Whose turn it is now that nobody else has the ball, and by when; or that the day has passed.
pub(super) fn groups_turn(draft: Draft, pen: &Pen<'_>) -> Draft {
    let with_group = pen.facts.idea.state == State::WithGroup;
    match pen.facts.idea.due_on.filter(|_| with_group) {
        Some(day) if day < pen.today => draft.say(pen.t.say1("mail-forwarding_returned-late", "date", pen.day(day))),
        Some(day) => draft.say(pen.t.say1("mail-forwarding_returned-next", "date", pen.day(day))),
        None => draft,
    }
}

/// What the asked, or the body outside, has answered.
pub(super) fn author_answered(pen: &Pen<'_>) -> Composed {
    let inquiry = inquiry(pen)?;
    let asked = inquiry.asked_name.as_str();
    let subject = pen.t.say1("mail-author_answered-subject", "asked", asked);
    let first = pen.t.say2("mail-author_answered-first", "asked", asked, "group", pen.group()?);
    let draft = Draft::new(subject, first).told(pen.t.say("mail-their-answer"), inquiry.answer.as_deref());
    Ok(open_idea(groups_turn(draft, pen), pen))
}

/// The ballot gave no answer, and the group works on the proposal again.
pub(super) fn back_to_proposal(pen: &Pen<'_>) -> Composed {
    let Detail::Ballot(ballot) = &pen.facts.detail else { return Err(Trouble::lacks("ballot")) };
    let first = match ballot.result.as_deref() {
        Some("tie") => "mail-ballot_closed-first-tie",
        _ => "mail-ballot_closed-first-no_quorum",
    };
    let draft = Draft::new(pen.t.say("mail-back_to_proposal-subject"), pen.t.say(first)).quote(&ballot.question);
    let draft = match pen.facts.idea.due_on.filter(|_| pen.facts.idea.state == State::Proposal) {
        Some(day) => draft.say(pen.t.say2("mail-back_to_proposal-next", "group", pen.group()?, "date", pen.day(day))),
        None => draft,
    };
    Ok(open_idea(draft, pen))
}

/// Somebody else carries it out, by which day.
pub(super) fn new_owner(pen: &Pen<'_>, own: bool) -> Composed {
    let Detail::NewOwner { owner, from, to } = &pen.facts.detail else { return Err(Trouble::lacks("owner")) };
    let name = owner_name(owner);
    let subject = if own {
        pen.t.say1("mail-new_owner-subject", "owner", &name)
    } else {
        pen.t.say2("mail-news_new_owner-subject", "owner", &name, "title", pen.title())
    };
    let draft = Draft::new(subject, pen.t.say2("mail-new_owner-first", "group", pen.group()?, "owner", &name));
    let is_late = *from < pen.facts.at.date();
    let (old, new) = (pen.day(*from), pen.day(*to));
    let draft = match (from == to, is_late) {
        (true, _) => draft,
        (false, true) => draft.say(pen.t.say2("mail-new_owner-day-late", "old", old, "new", new)),
        (false, false) => draft.say(pen.t.say2("mail-new_owner-day", "old", old, "new", new)),
    };
    Ok(open_idea(draft, pen))
}

/// To whoever was asked, or had accepted.
pub(super) fn owner_released(pen: &Pen<'_>) -> Composed {
    let subject = pen.t.say1("mail-owner_released-subject", "title", pen.title());
    let first = if pen.facts.idea.state.takes_owner() {
        pen.t.say1("mail-owner_released-first", "group", pen.group()?)
    } else {
        pen.t.say("mail-owner_released-first-ended")
    };
    Ok(open_idea(Draft::new(subject, first), pen))
}

/// To those who lead a group: whoever carried it out says that it is done.
pub(super) fn group_done(pen: &Pen<'_>) -> Composed {
    let Detail::Result { result, .. } = &pen.facts.detail else { return Err(Trouble::lacks("result")) };
    let subject = pen.t.say1("mail-done-subject", "title", pen.title());
    let first = pen.t.say1("mail-group_done-first", "group", pen.group()?);
    let draft = Draft::new(subject, first).told(pen.t.say("mail-done-result"), result.as_deref());
    Ok(open_idea(draft, pen))
}

/// To those who led the idea until the process group gave it to another group.
pub(super) fn group_relieved(pen: &Pen<'_>) -> Composed {
    let Detail::Corrected { reason, .. } = &pen.facts.detail else { return Err(Trouble::lacks("reason")) };
    let subject = pen.t.say2("mail-hand_over_accepted-subject", "group", pen.group()?, "title", pen.title());
    let draft = Draft::new(subject, pen.t.say("mail-group_relieved-first"))
        .told(pen.t.say("mail-their-reason"), Some(reason))
        .say(pen.t.say("mail-hand_over_accepted-first"));
    Ok(open_idea(draft, pen))
}

/// To those who lead the group: by when it is their turn, or that the day has passed.
pub(super) fn your_turn(draft: Draft, pen: &Pen<'_>) -> Composed {
    let with_group = pen.facts.idea.state == State::WithGroup;
    let draft = match pen.facts.idea.due_on.filter(|_| with_group) {
        Some(day) if day < pen.today => draft.say(pen.t.say1("mail-turn-late", "date", pen.day(day))),
        Some(day) => draft.say(pen.t.say2("mail-owed-with_group", "group", pen.group()?, "date", pen.day(day))),
        None => draft,
    };
    Ok(desk::lead(draft, pen, desk::ways(pen)))
}

fn inquiry<'a>(pen: &Pen<'a>) -> Result<&'a Inquiry, Trouble> {
    match &pen.facts.detail {
        Detail::Inquiry(inquiry) => Ok(inquiry),
        _ => Err(Trouble::lacks("question")),
    }
}
