//! What the author says of the answer, or of what came of the idea.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::error::{FieldErrors, Result};
use crate::ideas::grade::{Grade, Question};
use crate::kernel::text::Reason;

/// The answers as sent; which of them are asked for depends on how far the idea has come.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawGrade {
    /// Whether it became what was meant: `yes`, `partly` or `no`.
    pub result: String,
    /// Whether the answer can be understood: `yes`, `partly` or `no`.
    pub clear: String,
    /// Whether the author was listened to: `yes`, `partly` or `no`.
    pub heard: String,
    /// In one's own words, for the group; may be left out.
    pub words: String,
}

/// Answers whose every part is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// Question and answer.
    pub answers: Vec<(Question, Grade)>,
    /// For the group.
    pub words: Option<Reason>,
}

impl RawGrade {
    /// What was answered to a question.
    #[must_use]
    pub fn answer(&self, question: Question) -> &str {
        match question {
            Question::Result => &self.result,
            Question::Clear => &self.clear,
            Question::Heard => &self.heard,
        }
    }

    /// Reads the answers to these questions.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn parse(&self, questions: &[Question]) -> Result<Graded> {
        let mut errors = FieldErrors::default();
        let mut answers = Vec::new();
        for question in questions {
            let answer = errors.choice::<Grade>(question.as_str(), self.answer(*question));
            answers.extend(answer.map(|grade| (*question, grade)));
        }
        let words = super::optional("words", &self.words, Reason::parse, &mut errors);
        errors.finish(words.map(|words| Graded { answers, words }))
    }
}
