//! To the author, while moderators have the idea.

use super::super::Trouble;
use super::super::facts::Detail;
use super::super::letter::{Draft, Pen};
use super::Composed;
use crate::ideas::lifecycle::{Ground, State};
use crate::kernel::Date;

/// The day by which a moderator reads it, while one still has to.
fn read_by(pen: &Pen<'_>) -> Option<Date> {
    pen.facts.idea.due_on.filter(|_| pen.facts.idea.state == State::Screening)
}

/// The page of an idea that is not public opens only for its author: says how to get in.
fn with_way_in(draft: Draft, pen: &Pen<'_>) -> Draft {
    draft.after(pen.t.say1("mail-way-in", "url", pen.town.url("/receipt")))
}

pub(super) fn receipt(pen: &Pen<'_>) -> Draft {
    let subject = pen.t.say1("mail-receipt-subject", "number", pen.number());
    let first = match read_by(pen) {
        Some(day) => pen.t.say1("mail-receipt-first", "date", pen.weekday(day)),
        None => pen.t.say("mail-receipt-first-soon"),
    };
    let draft =
        Draft::new(subject, first).facts(pen.about()).say(pen.t.say1("mail-receipt-next", "number", pen.number()));
    let draft = match &pen.facts.confirm {
        Some(path) => {
            draft.say(pen.t.say("mail-receipt-confirm")).action(pen.t.say("mail-receipt-confirm-action"), path)
        }
        None => draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path()),
    };
    with_way_in(draft, pen)
}

pub(super) fn resubmitted(pen: &Pen<'_>) -> Draft {
    let first = match read_by(pen) {
        Some(day) => pen.t.say1("mail-resubmitted-first", "date", pen.weekday(day)),
        None => pen.t.say("mail-resubmitted-first-soon"),
    };
    let draft = Draft::new(pen.t.say1("mail-resubmitted-subject", "number", pen.number()), first)
        .facts(pen.about())
        .action(pen.t.say("mail-open-idea"), pen.facts.idea.path());
    with_way_in(draft, pen)
}

pub(super) fn published(pen: &Pen<'_>) -> Composed {
    let idea = &pen.facts.idea;
    let until = idea.closes_on.ok_or_else(|| Trouble::lacks("last day for support"))?;
    let first = pen.t.say1("mail-published-first", "date", pen.day(until));
    Ok(Draft::new(pen.t.say("mail-published-subject"), first)
        .facts(pen.about())
        .say(pen.t.say2("mail-published-goal", "count", idea.support_goal, "group", pen.group()?))
        .action(pen.t.say("mail-open-idea"), idea.path()))
}

pub(super) fn returned(pen: &Pen<'_>) -> Composed {
    let (ground, words) = judged(pen)?;
    let mut draft = Draft::new(pen.t.say("mail-returned-subject"), pen.t.say("mail-returned-first"));
    if let Some(ground) = ground {
        draft = draft.say(pen.t.say(&format!("ground-help-{ground}")));
    }
    draft = draft.told(pen.t.say("mail-moderator-words"), words).facts(pen.about());
    if let Some(day) = pen.facts.idea.due_on.filter(|_| pen.facts.idea.state == State::Returned) {
        draft = draft.say(pen.t.say1("mail-returned-until", "date", pen.day(day)));
    }
    let edit = format!("{}/edit", pen.facts.idea.path());
    Ok(with_way_in(draft.action(pen.t.say("mail-returned-action"), edit), pen))
}

pub(super) fn refused(pen: &Pen<'_>) -> Composed {
    let (ground, words) = judged(pen)?;
    let ground = ground.ok_or_else(|| Trouble::lacks("ground"))?;
    let first = pen.t.say1("mail-refused-first", "ground", pen.t.say(&format!("ground-{ground}")));
    let draft = Draft::new(pen.t.say("mail-refused-subject"), first)
        .told(pen.t.say("mail-moderator-words"), words)
        .facts(pen.about());
    let draft = if matches!(pen.facts.detail, Detail::Judged { is_final: true, .. }) {
        draft.say(pen.t.say("refused-final")).action(pen.t.say("mail-open-idea"), pen.facts.idea.path())
    } else {
        let until = pen.facts.at.date().plus_days(pen.town.settings.clocks.appeal_days);
        draft
            .say(pen.t.say1("mail-refused-appeal", "date", pen.day(until)))
            .action(pen.t.say("mail-refused-action"), format!("{}/appeal", pen.facts.idea.path()))
    };
    Ok(with_way_in(draft, pen))
}

pub(super) fn appealed(pen: &Pen<'_>) -> Draft {
    let first = match read_by(pen) {
        Some(day) => pen.t.say1("mail-appealed-first", "date", pen.weekday(day)),
        None => pen.t.say("mail-appealed-first-soon"),
    };
    let draft = Draft::new(pen.t.say1("mail-appealed-subject", "number", pen.number()), first)
        .facts(pen.about())
        .action(pen.t.say("mail-open-idea"), pen.facts.idea.path());
    with_way_in(draft, pen)
}

pub(super) fn lapsed(pen: &Pen<'_>) -> Draft {
    let subject = pen.t.say1("mail-lapsed-subject", "number", pen.number());
    Draft::new(subject, pen.t.say("mail-lapsed-first"))
        .facts(pen.about())
        .say(pen.t.say("mail-lapsed-again"))
        .action(pen.t.say("mail-lapsed-action"), "/ideas/new")
}

pub(super) fn hidden(pen: &Pen<'_>) -> Composed {
    let (ground, words) = judged(pen)?;
    let ground = ground.ok_or_else(|| Trouble::lacks("ground"))?;
    let subject = pen.t.say1("mail-hidden-subject", "number", pen.number());
    let first = pen.t.say1("mail-hidden-first", "ground", pen.t.say(&format!("ground-{ground}")));
    let draft = Draft::new(subject, first)
        .told(pen.t.say("mail-moderator-words"), words)
        .facts(pen.about())
        .say(pen.t.say("mail-hidden-now"))
        .action(pen.t.say("mail-open-idea"), pen.facts.idea.path())
        .after(pen.t.say("mail-objection"));
    Ok(with_way_in(draft, pen))
}

pub(super) fn shown_again(pen: &Pen<'_>) -> Draft {
    let subject = pen.t.say1("mail-shown_again-subject", "number", pen.number());
    Draft::new(subject, pen.t.say("mail-shown_again-first"))
        .facts(pen.about())
        .action(pen.t.say("mail-open-idea"), pen.facts.idea.path())
}

fn judged<'a>(pen: &Pen<'a>) -> Result<(Option<Ground>, Option<&'a str>), Trouble> {
    match &pen.facts.detail {
        Detail::Judged { ground, words, .. } => Ok((*ground, words.as_deref())),
        _ => Err(Trouble::lacks("judgement")),
    }
}
