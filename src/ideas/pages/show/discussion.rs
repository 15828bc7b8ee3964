//! The discussion: for and against, questions with the group's answers, additions. No reply
//! ladders.

use crate::i18n::Texts;
use crate::ideas::pages::shown::ground_word;
use crate::ideas::views::{Comment, Detail};
use crate::kernel::Date;
use crate::markup::{self, SafeHtml};
use crate::policy::{self, Action};

/// The four parts of the discussion.
#[derive(Default)]
pub(super) struct Discussion {
    /// What speaks for it.
    pub(super) points_for: Vec<Point>,
    /// What speaks against it.
    pub(super) points_against: Vec<Point>,
    /// Questions.
    pub(super) questions: Vec<Point>,
    /// Additions.
    pub(super) additions: Vec<Point>,
}

/// One contribution.
pub(super) struct Point {
    /// Id, for its address on the page.
    pub(super) id: i64,
    /// Name of its author; empty when it is hidden.
    pub(super) author: String,
    /// Whether the author of the idea wrote it.
    pub(super) by_the_author: bool,
    /// The day for machines.
    pub(super) datetime: String,
    /// The day in words.
    pub(super) day: String,
    /// Language of the text.
    pub(super) language: String,
    /// What it says.
    pub(super) body: SafeHtml,
    /// Whether a moderator has hidden it, and why.
    pub(super) hidden: Option<String>,
    /// Whether it waits for a moderator; only its author sees it.
    pub(super) waits: bool,
    /// The group's answer.
    pub(super) answer: Option<Answer>,
    /// Whether the reader may answer it.
    pub(super) may_answer: bool,
}

/// The group's answer to a question.
pub(super) struct Answer {
    /// In whose name.
    pub(super) by: String,
    /// The day for machines.
    pub(super) datetime: String,
    /// The day in words.
    pub(super) day: String,
    /// What it says.
    pub(super) body: SafeHtml,
}

pub(super) fn discussion(texts: Texts, detail: &Detail, today: Date) -> Discussion {
    let mut all = Discussion::default();
    for comment in &detail.comments {
        let point = point(texts, detail, comment, today);
        match comment.kind.as_str() {
            "for" => all.points_for.push(point),
            "against" => all.points_against.push(point),
            "question" => all.questions.push(point),
            _ => all.additions.push(point),
        }
    }
    all
}

fn point(texts: Texts, detail: &Detail, comment: &Comment, today: Date) -> Point {
    let day = comment.created_at.date();
    let hidden = (comment.state == "hidden").then(|| {
        let ground = comment.ground.as_deref().unwrap_or_default();
        texts.say1("comment-hidden", "ground", ground_word(texts, ground)).into_owned()
    });
    let is_question = comment.kind == "question" && comment.state == "visible" && comment.answer.is_none();
    Point {
        id: comment.id.get(),
        author: comment.author_name.clone(),
        by_the_author: hidden.is_none() && detail.idea.author_id == Some(comment.author_id),
        datetime: day.to_string(),
        day: texts.date_near(day, today),
        language: comment.language.clone(),
        body: markup::render(&comment.body),
        hidden,
        waits: comment.state == "waiting",
        answer: answer(texts, comment, today),
        may_answer: is_question && policy::allows(&detail.viewer.standing, Action::CommentAnswer),
    }
}

fn answer(texts: Texts, comment: &Comment, today: Date) -> Option<Answer> {
    let words = comment.answer.as_deref()?;
    let day = comment.answered_at.map(crate::kernel::Timestamp::date)?;
    Some(Answer {
        by: comment.answered_for.clone().unwrap_or_default(),
        datetime: day.to_string(),
        day: texts.date_near(day, today),
        body: markup::render(words),
    })
}
