//! To whoever has something to do: own it, answer, vote.

use super::super::Trouble;
use super::super::facts::{Ballot, Detail};
use super::super::letter::{Draft, Pen};
use super::{Composed, desk};
use crate::ideas::desk::MoveKind;

pub(super) fn owner_asked(pen: &Pen<'_>) -> Composed {
    let Detail::Ownership(owner) = &pen.facts.detail else { return Err(Trouble::lacks("owner")) };
    let day = pen.day(owner.first_step_on);
    let first = pen.t.say3("mail-owner_asked-first", "group", pen.group()?, "title", pen.title(), "date", day.as_str());
    let clocks = &pen.town.settings.clocks;
    let until = clocks.days_after(pen.facts.at.date(), clocks.owner_answer_days);
    let next =
        if pen.facts.idea.state.is_promised() { "mail-owner_asked-next-decided" } else { "mail-owner_asked-next" };
    Ok(Draft::new(pen.t.say("mail-owner_asked-subject"), first)
        .quote(&pen.facts.idea.body)
        .facts(pen.about())
        .say(pen.t.say(next))
        .say(pen.t.say1("mail-turn", "date", pen.day(until)))
        .action(pen.t.say("mail-owner_asked-action"), format!("{}/ownership", pen.facts.idea.path())))
}

pub(super) fn owner_reminded(pen: &Pen<'_>) -> Composed {
    let Detail::OwnerReminded { owner, until } = &pen.facts.detail else { return Err(Trouble::lacks("owner")) };
    let (day, until) = (pen.day(owner.first_step_on), pen.day(*until));
    let first = pen.t.say2("mail-owner_reminded-first", "group", pen.group()?, "date", until.as_str());
    let asked = pen.t.say3("mail-owner_asked-first", "group", pen.group()?, "title", pen.title(), "date", day.as_str());
    Ok(Draft::new(pen.t.say("mail-owner_reminded-subject"), first)
        .say(asked)
        .facts(pen.about())
        .action(pen.t.say("mail-owner_asked-action"), format!("{}/ownership", pen.facts.idea.path())))
}

pub(super) fn asked(pen: &Pen<'_>) -> Composed {
    let Detail::Inquiry(inquiry) = &pen.facts.detail else { return Err(Trouble::lacks("question")) };
    let subject = pen.t.say1("mail-asked-subject", "group", pen.group()?);
    Ok(Draft::new(subject, pen.t.say1("mail-asked-first", "date", pen.day(inquiry.due_on)))
        .told(pen.t.say("mail-their-question"), Some(&inquiry.question))
        .facts(pen.about())
        .action(pen.t.say("mail-asked-action"), desk::form(pen, MoveKind::AnswerInquiry)))
}

pub(super) fn ballot(pen: &Pen<'_>) -> Composed {
    let ballot = open_ballot(pen)?;
    let subject = pen.t.say1("mail-ballot-subject", "date", until(pen, ballot));
    Ok(paper(Draft::new(subject, pen.t.say("mail-ballot-first")), pen, ballot))
}

/// The same, to those who have not voted, a day before it closes.
pub(super) fn ballot_closing(pen: &Pen<'_>) -> Composed {
    let ballot = open_ballot(pen)?;
    let subject = pen.t.say1("mail-ballot_closing-subject", "date", until(pen, ballot));
    Ok(paper(Draft::new(subject, pen.t.say("mail-ballot_closing-first")), pen, ballot))
}

fn open_ballot<'a>(pen: &Pen<'a>) -> Result<&'a Ballot, Trouble> {
    match &pen.facts.detail {
        Detail::Ballot(ballot) => Ok(ballot),
        _ => Err(Trouble::lacks("ballot")),
    }
}

fn until(pen: &Pen<'_>, ballot: &Ballot) -> String {
    let day = pen.weekday(ballot.closes_at.date());
    pen.t.say2("moment", "date", day, "time", pen.t.time_of_day(ballot.closes_at)).into_owned()
}

fn paper(draft: Draft, pen: &Pen<'_>, ballot: &Ballot) -> Draft {
    draft
        .quote(&ballot.question)
        .facts(pen.about())
        .say(pen.t.say("mail-ballot-secret"))
        .action(pen.t.say("mail-ballot-action"), format!("/ballots/{}", ballot.id))
}
