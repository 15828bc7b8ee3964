//! A ballot in words: what the visitor can do with it, its rules, and how it went.

use crate::ballots::views::BallotView;
use crate::ballots::{BallotResult, Choice, Majority};
use crate::groups::TieRule;
use crate::i18n::Texts;
use crate::kernel::Timestamp;

/// What the visitor finds in place of the ballot paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Paper {
    /// The paper itself.
    Vote,
    /// The vote was given; nothing tells which.
    Voted,
    /// Others vote.
    NotOnRoll,
    /// The time is up and the votes are being counted.
    Counting,
    /// It is closed; there may be a result.
    Closed,
    /// It was called off.
    Cancelled,
}

/// What the visitor can do with the ballot now. `is_on` says that the idea is still in it.
pub(super) fn paper(view: &BallotView, is_on: bool, now: Timestamp) -> Paper {
    match (view.ballot.result, view.has_voted) {
        (Some(BallotResult::Cancelled), _) => Paper::Cancelled,
        (Some(_), _) => Paper::Closed,
        (None, _) if !is_on => Paper::Cancelled,
        (None, _) if view.ballot.closes_at <= now => Paper::Counting,
        (None, Some(false)) => Paper::Vote,
        (None, Some(true)) => Paper::Voted,
        (None, None) => Paper::NotOnRoll,
    }
}

/// The rules, shown before anyone votes: heading and words.
pub(super) fn rules(texts: Texts, view: &BallotView) -> Vec<(String, String)> {
    let ballot = &view.ballot;
    let mut rules = vec![
        ("ballot-rule-closes", texts.moment(ballot.closes_at)),
        ("ballot-rule-roll", texts.say1("ballot-rule-roll-is", "count", ballot.roll_size).into_owned()),
        (
            "ballot-rule-quorum",
            texts.say2("ballot-rule-quorum-is", "quorum", ballot.quorum, "roll", ballot.roll_size).into_owned(),
        ),
        ("ballot-rule-majority", texts.say(&format!("ballot-majority-{}", ballot.majority)).into_owned()),
    ];
    // With two thirds, as many yes as no is a no.
    if ballot.majority == Majority::Simple {
        let key = match ballot.tie_rule {
            TieRule::Chair => "ballot-tie-chair",
            TieRule::Lot => "ballot-tie-lot",
            TieRule::NoDecision => "ballot-tie-no_decision",
        };
        rules.push(("ballot-rule-tie", texts.say(key).into_owned()));
    }
    rules.push(("ballot-rule-secret", texts.say("ballot-rule-secret-is").into_owned()));
    rules.into_iter().map(|(heading, words)| (texts.say(heading).into_owned(), words)).collect()
}

/// The choices on the paper: word and label.
pub(super) fn choices(texts: Texts) -> Vec<(String, String)> {
    Choice::ALL.iter().map(|choice| (choice.to_string(), choice_word(texts, *choice))).collect()
}

fn choice_word(texts: Texts, choice: Choice) -> String {
    texts.say(&format!("ballot-choice-{choice}")).into_owned()
}

/// How a closed ballot went.
pub(super) struct ResultWords {
    /// "The answer is yes."
    pub(super) heading: String,
    /// How many of the roll voted.
    pub(super) turnout: String,
    /// Choice, votes, and the part of all votes in per cent.
    pub(super) rows: Vec<(String, u32, u64)>,
    /// What follows from it.
    pub(super) next: String,
    /// The seed of the lot; empty when none was drawn.
    pub(super) lot_seed: String,
}

/// How it went; nothing while it is open and nothing of a cancelled one.
pub(super) fn result(texts: Texts, view: &BallotView) -> Option<ResultWords> {
    let closed = view.closed.as_ref()?;
    let (counts, voted) = (closed.counts, closed.counts.voted());
    let part = |count: u32| (u64::from(count) * 100 + voted / 2).checked_div(voted).unwrap_or(0);
    let row = |choice, count| (choice_word(texts, choice), count, part(count));
    let next = match closed.result {
        BallotResult::Yes | BallotResult::No => "ballot-next-binds",
        BallotResult::Tie if view.ballot.tie_rule == TieRule::Chair => "ballot-next-chair",
        BallotResult::Tie | BallotResult::NoQuorum | BallotResult::Cancelled => "ballot-next-open",
    };
    Some(ResultWords {
        heading: texts.say(&format!("ballot-answer-{}", closed.result)).into_owned(),
        turnout: texts.say2("ballot-turnout", "voted", voted, "roll", view.ballot.roll_size).into_owned(),
        rows: vec![row(Choice::Yes, counts.yes), row(Choice::No, counts.no), row(Choice::Abstain, counts.abstain)],
        next: texts.say(next).into_owned(),
        lot_seed: closed.lot_seed.clone().unwrap_or_default(),
    })
}
