//! Texts, questions, and which text answers which question.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Outcome;

/// Which half of a judged set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Part {
    /// Looked at while the search was made.
    Tune,
    /// Not looked at before.
    Test,
}

impl Part {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Tune => "tune",
            Self::Test => "test",
        }
    }
}

/// A text.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Document {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) body: String,
}

/// A question and its answers.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) id: String,
    pub(crate) tag: String,
    pub(crate) text: String,
    /// Text → 1 or 2; all others are 0.
    pub(crate) grades: BTreeMap<i64, u8>,
}

pub(crate) struct Collection {
    pub(crate) documents: Vec<Document>,
    pub(crate) questions: Vec<Question>,
}

pub(crate) fn ideas() -> Outcome<Vec<Document>> {
    json_lines(include_str!("data/ideas.jsonl"))
}

/// Need → idea → grade, as one judge gave them.
fn grades(table: &'static str) -> Outcome<BTreeMap<&'static str, BTreeMap<i64, u8>>> {
    let mut grades: BTreeMap<&str, BTreeMap<i64, u8>> = BTreeMap::new();
    for row in rows(table) {
        grades.entry(cell(&row, 0)?).or_default().insert(cell(&row, 1)?.parse()?, cell(&row, 2)?.parse()?);
    }
    Ok(grades)
}

/// Where two judges differ, the lower grade holds.
fn both(first: Option<&BTreeMap<i64, u8>>, second: Option<&BTreeMap<i64, u8>>) -> BTreeMap<i64, u8> {
    let pairs = first.into_iter().flatten().filter_map(|(idea, grade)| {
        let other = second?.get(idea)?;
        Some((*idea, *grade.min(other)))
    });
    pairs.collect()
}

/// The rows of a table with a head line, cut at the tabs.
pub(crate) fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(|line| line.split('\t').collect()).collect()
}

pub(crate) fn cell<'r>(row: &[&'r str], at: usize) -> Outcome<&'r str> {
    row.get(at).copied().ok_or_else(|| format!("a row is short: {row:?}").into())
}

impl Collection {
    /// Residents' ideas and questions, judged by hand.
    pub(crate) fn judged(part: Part) -> Outcome<Self> {
        let mut parts = BTreeMap::new();
        for row in rows(include_str!("data/needs.tsv")) {
            parts.insert(cell(&row, 0)?, cell(&row, 1)? == part.word());
        }
        let (first, second) =
            (grades(include_str!("data/grades.tsv"))?, grades(include_str!("data/grades-second.tsv"))?);
        let mut questions = Vec::new();
        for row in rows(include_str!("data/queries.tsv")) {
            let need = cell(&row, 1)?;
            if parts.get(need) == Some(&true) {
                questions.push(Question {
                    id: cell(&row, 0)?.to_owned(),
                    tag: cell(&row, 2)?.to_owned(),
                    text: cell(&row, 3)?.to_owned(),
                    grades: both(first.get(need), second.get(need)),
                });
            }
        }
        Ok(Self { documents: ideas()?, questions })
    }

    /// Paragraphs of an encyclopaedia and questions to them, one answer each.
    pub(crate) fn squad() -> Outcome<Self> {
        #[derive(Deserialize)]
        struct Paragraph {
            doc: String,
            title: String,
            text: String,
        }
        #[derive(Deserialize)]
        struct Asked {
            query: String,
            doc: String,
        }
        let paragraphs: Vec<Paragraph> = json_lines(include_str!("data/squad-docs.jsonl"))?;
        let mut numbers = BTreeMap::new();
        let mut documents = Vec::new();
        for (paragraph, id) in paragraphs.into_iter().zip(1..) {
            numbers.insert(paragraph.doc, id);
            documents.push(Document { id, title: paragraph.title, body: paragraph.text });
        }
        let asked: Vec<Asked> = json_lines(include_str!("data/squad-queries.jsonl"))?;
        let questions = asked.into_iter().zip(1..).filter_map(|(asked, number)| {
            let answer = *numbers.get(&asked.doc)?;
            let (id, tag) = (format!("s{number}"), "paragraph".to_owned());
            Some(Question { id, tag, text: asked.query, grades: BTreeMap::from([(answer, 2)]) })
        });
        Ok(Self { documents, questions: questions.collect() })
    }
}

fn json_lines<T: for<'de> Deserialize<'de>>(text: &str) -> Outcome<Vec<T>> {
    text.lines().filter(|line| !line.is_empty()).map(|line| Ok(serde_json::from_str(line)?)).collect()
}
