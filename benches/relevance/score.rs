//! nDCG, recall and empty answers.

use std::collections::BTreeMap;

use crate::Outcome;
use crate::collection::{Collection, Question};
use crate::engines::{DEPTH, Engine};

/// Places that nDCG looks at.
const SHOWN: usize = 10;

/// How one question was answered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Score {
    /// Normalised discounted cumulative gain of the first ten, gains 1 and 3.
    pub(crate) ndcg: f64,
    /// Share of the right texts among the first twenty.
    pub(crate) recall: f64,
    /// Share of the right texts among the first ten.
    pub(crate) recall_shown: f64,
    /// One divided by the place of the first right text among ten.
    pub(crate) reciprocal: f64,
    pub(crate) is_empty: bool,
}

/// Answers every question; the scores stand in the order of the questions.
pub(crate) fn of(engine: &mut dyn Engine, collection: &Collection) -> Outcome<Vec<Score>> {
    collection.questions.iter().map(|question| Ok(judge(question, &engine.ask(&question.text)?))).collect()
}

fn judge(question: &Question, answer: &[i64]) -> Score {
    let grade = |id: &i64| question.grades.get(id).copied().unwrap_or(0);
    let gains: Vec<f64> = answer.iter().map(|id| gain(grade(id))).collect();
    let mut ideal: Vec<f64> = question.grades.values().map(|grade| gain(*grade)).collect();
    ideal.sort_by(|one, other| other.total_cmp(one));
    let right = |most: usize| answer.iter().take(most).filter(|id| grade(id) > 0).count();
    let first = answer.iter().take(SHOWN).position(|id| grade(id) > 0);
    Score {
        ndcg: share(discounted(&gains), discounted(&ideal)),
        recall: share(number(right(DEPTH)), number(question.grades.len().min(DEPTH))),
        recall_shown: share(number(right(SHOWN)), number(question.grades.len().min(SHOWN))),
        reciprocal: first.map_or(0.0, |place| 1.0 / (number(place) + 1.0)),
        is_empty: answer.is_empty(),
    }
}

fn gain(grade: u8) -> f64 {
    f64::from((1_u32 << grade.min(2)) - 1)
}

fn discounted(gains: &[f64]) -> f64 {
    gains.iter().take(SHOWN).zip(2_u32..).map(|(gain, place)| gain / f64::from(place).log2()).sum()
}

fn share(part: f64, whole: f64) -> f64 {
    // An empty sum is -0.0, which would be written with its sign.
    if whole > 0.0 { part / whole + 0.0 } else { 0.0 }
}

pub(crate) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// The mean of something over some scores.
pub(crate) fn mean(scores: &[Score], of: impl Fn(&Score) -> f64) -> f64 {
    share(scores.iter().map(of).sum(), number(scores.len()))
}

/// The scores by tag; under the empty tag all of them.
pub(crate) fn by_tag(collection: &Collection, scores: &[Score]) -> BTreeMap<String, Vec<Score>> {
    let mut tags: BTreeMap<String, Vec<Score>> = BTreeMap::new();
    for (question, score) in collection.questions.iter().zip(scores) {
        tags.entry(question.tag.clone()).or_default().push(*score);
        tags.entry(String::new()).or_default().push(*score);
    }
    tags
}

/// Tells each question with its figures.
pub(crate) fn tell(collection: &Collection, scores: &[Score]) {
    for (question, score) in collection.questions.iter().zip(scores) {
        let Question { id, tag, text, .. } = question;
        crate::say(&format!("{:.2} {:.2} {id} {tag}: {text}", score.ndcg, score.recall));
    }
}
