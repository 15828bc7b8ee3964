//! The decision: one mail that can be read alone, to the author, followers and voters.

use super::super::Trouble;
use super::super::facts::{Decision, Detail};
use super::super::letter::{Draft, Pen, owner_name};
use super::Composed;
use crate::ideas::grade;
use crate::ideas::lifecycle::Outcome;

pub(super) fn decision(pen: &Pen<'_>, own: bool) -> Composed {
    let Detail::Decision(decision) = &pen.facts.detail else { return Err(Trouble::lacks("decision")) };
    let draft = match decision.outcome {
        Outcome::No => no(pen, decision)?,
        Outcome::Yes => yes(pen, decision, Yes::Whole)?,
        Outcome::Partly => yes(pen, decision, Yes::Part)?,
    };
    let draft = rest(draft, pen, decision).action(pen.t.say("mail-open-idea"), pen.facts.idea.path());
    if !own {
        return Ok(draft);
    }
    let link = pen.town.url(&format!("/grade/{}", grade::token(pen.town, pen.facts.idea.id)));
    Ok(draft.after(pen.t.say1("mail-decision-grade", "url", link)))
}

#[derive(Clone, Copy)]
enum Yes {
    Whole,
    Part,
}

fn yes(pen: &Pen<'_>, decision: &Decision, yes: Yes) -> Composed {
    let owner = decision.owner.as_ref().ok_or_else(|| Trouble::lacks("owner"))?;
    let name = owner_name(owner);
    let day = pen.day(decision.first_step_on.unwrap_or(owner.first_step_on));
    let (group, title) = (pen.group()?, pen.title());
    let draft = match yes {
        Yes::Whole => Draft::new(
            pen.t.say1("mail-decision-subject-yes", "title", title),
            pen.t.say3("mail-decision-first-yes", "group", group, "owner", &name, "date", &day),
        ),
        Yes::Part => Draft::new(
            pen.t.say1("mail-decision-subject-partly", "title", title),
            pen.t.say3("mail-decision-first-partly", "group", group, "owner", &name, "date", &day),
        ),
    };
    Ok(draft
        .told(pen.t.say("mail-decision-what"), Some(&decision.what))
        .told(pen.t.say("mail-decision-reasons"), Some(&decision.reasons))
        .facts(vec![
            (pen.t.say("mail-fact-owner").into_owned(), name),
            (pen.t.say("mail-fact-first_step").into_owned(), day),
        ]))
}

fn no(pen: &Pen<'_>, decision: &Decision) -> Composed {
    let subject = pen.t.say1("mail-decision-subject-no", "title", pen.title());
    let first = pen.t.say1("mail-decision-first-no", "group", pen.group()?);
    Ok(Draft::new(subject, first).quote(&decision.reasons).told(pen.t.say("mail-decision-what"), Some(&decision.what)))
}

fn rest(draft: Draft, pen: &Pen<'_>, decision: &Decision) -> Draft {
    let mut draft = draft
        .told(pen.t.say("mail-decision-conditions"), decision.conditions.as_deref())
        .told(pen.t.say("mail-decision-would_change"), decision.would_change.as_deref())
        .told(pen.t.say("mail-decision-instead"), decision.instead.as_deref())
        .told(pen.t.say("mail-decision-children"), decision.children.as_deref())
        .told(pen.t.say("mail-decision-dissent"), decision.dissent.as_deref());
    if let Some([yes, no, abstain]) = decision.ballot.as_ref().and_then(|ballot| ballot.counts) {
        draft = draft.say(pen.t.say3("mail-decision-ballot", "yes", yes, "no", no, "abstain", abstain));
    }
    if decision.is_recommendation {
        draft = draft.say(pen.t.say("mail-decision-recommendation"));
    }
    draft.facts(pen.about())
}
