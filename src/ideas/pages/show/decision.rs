//! The decision on top of the page: what, who, when, why, and how it was decided.

use super::status::owner_word;
use crate::i18n::Texts;
use crate::ideas::lifecycle::Outcome;
use crate::ideas::pages::shown::group_word;
use crate::ideas::views::{self, Ballot, Detail};
use crate::kernel::Date;
use crate::markup::{self, SafeHtml};

/// A decision in words.
pub(super) struct Decision {
    /// "Decision: yes".
    pub(super) heading: String,
    /// Who decided, and when.
    pub(super) by: String,
    /// What will happen.
    pub(super) what: SafeHtml,
    /// Whether it is a recommendation to somebody who decides.
    pub(super) is_recommendation: bool,
    /// The language of what will happen.
    pub(super) language: &'static str,
    /// The rest.
    pub(super) sections: Vec<Section>,
}

/// A part of a decision.
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) words: SafeHtml,
    /// The language of the words.
    pub(super) language: &'static str,
}

/// A ballot in words; its figures only when it is closed.
pub(super) struct ShownBallot {
    /// Its page.
    pub(super) path: String,
    /// What is asked.
    pub(super) question: String,
    /// Whether it is open.
    pub(super) is_open: bool,
    /// How it stands or what it said.
    pub(super) summary: String,
    /// Choice and votes, when it is closed.
    pub(super) rows: Vec<(String, i64)>,
}

pub(super) fn decision(texts: Texts, detail: &Detail, today: Date) -> Option<Decision> {
    let decided = detail.decision.as_ref()?;
    let group = group_word(texts, detail.group.as_ref().map(|group| group.name.as_str()));
    let outcome = texts.say(&format!("outcome-{}", decided.outcome));
    let day = texts.date_near(decided.decided_on, today);
    Some(Decision {
        heading: texts.say1("decision-title", "outcome", outcome).into_owned(),
        by: texts.say2("decision-by", "group", group, "date", day).into_owned(),
        what: markup::render(&decided.what),
        language: markup::language_of(&decided.what),
        is_recommendation: decided.kind == "recommendation",
        sections: sections(texts, detail, decided, today),
    })
}

fn sections(texts: Texts, detail: &Detail, decided: &views::Decision, today: Date) -> Vec<Section> {
    let mut sections = Vec::new();
    let section = |key: &str, words: &str, language| Section {
        heading: texts.say(key).into_owned(),
        words: markup::render(words),
        language,
    };
    if decided.outcome != Outcome::No {
        let owner = owner_word(texts, detail);
        let who = match decided.first_step_on {
            Some(day) => texts.say2("decision-who-when", "owner", owner, "date", texts.date_near(day, today)),
            None => texts.say1("decision-who", "owner", owner),
        };
        sections.push(section("decision-who-title", &who, texts.locale().as_str()));
    }
    let mut add = |key: &str, words: Option<&str>| {
        if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
            sections.push(section(key, words, markup::language_of(words)));
        }
    };
    add("decision-conditions", decided.conditions.as_deref());
    add("decision-reasons", Some(&decided.reasons));
    add("decision-would-change", decided.would_change.as_deref());
    add("decision-instead", decided.instead.as_deref());
    add("decision-children", decided.children.as_deref());
    add("decision-dissent", decided.dissent.as_deref());
    sections
}

pub(super) fn ballot(texts: Texts, detail: &Detail) -> Option<ShownBallot> {
    let ballot = detail.ballot.as_ref()?;
    let is_open = ballot.state == "open";
    let summary = if is_open {
        texts.say1("ballot-open-until", "moment", texts.moment(ballot.closes_at)).into_owned()
    } else {
        closed_summary(texts, ballot)
    };
    let count = |choice: &str| {
        let votes = detail.parts.votes.iter();
        votes.filter(|(id, name, _)| *id == ballot.id && name == choice).map(|(_, _, count)| count).sum()
    };
    let is_counted = !is_open && ballot.result.as_deref() != Some("cancelled");
    let choices = if is_counted { &["yes", "no", "abstain"][..] } else { &[][..] };
    let rows = choices.iter().map(|choice| (texts.say(&format!("ballot-choice-{choice}")).into_owned(), count(choice)));
    Some(ShownBallot {
        path: format!("/ballots/{}", ballot.id),
        question: ballot.question.clone(),
        is_open,
        summary,
        rows: rows.collect(),
    })
}

fn closed_summary(texts: Texts, ballot: &Ballot) -> String {
    let result = ballot.result.as_deref().unwrap_or_default();
    if result == "cancelled" {
        return texts.say("ballot-cancelled").into_owned();
    }
    let result = texts.say(&format!("ballot-result-{result}"));
    texts.say3("ballot-closed", "voted", ballot.voted, "roll", ballot.roll_size, "result", result).into_owned()
}
