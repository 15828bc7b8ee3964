//! The author says what he or she thinks of the answer, and of what came of the idea.

use crate::db::{Conn, Db};
use crate::error::{Code, Error, Result};
use crate::ideas::forms::RawGrade;
use crate::ideas::grade::{self, Question};
use crate::ideas::standing;
use crate::ideas::store::grades::{self, Given};
use crate::ideas::store::{self, Idea};
use crate::journal::{self, Event};
use crate::kernel::text::Reason;
use crate::kernel::{Actor, Date};
use crate::policy::{self, Action, Standing};
use crate::town::Town;

/// What the author is asked, and has answered.
#[derive(Debug, Clone)]
pub struct GradePaper {
    /// The idea.
    pub idea: Idea,
    /// What is asked now.
    pub questions: &'static [Question],
    /// What was answered to that.
    pub given: Vec<Given>,
    /// Whether it can be answered, or changed, still.
    pub is_open: bool,
}

/// What the author of an idea is asked now.
///
/// # Errors
/// Who is not its author.
pub fn grade_paper(conn: &mut Conn, actor: &Actor, number: &str, today: Date) -> Result<GradePaper> {
    let idea = store::load_by_number(conn, number)?;
    let standing = standing::of(conn, actor, &idea, today)?;
    standing::authorise(&standing, Action::IdeaGrade)?;
    let questions = grade::questions(idea.state);
    let mut given = grades::of(conn, idea.id)?;
    given.retain(|given| questions.contains(&given.question));
    let first = given.iter().map(|given| given.at.date()).min();
    let is_open = !questions.is_empty() && grade::may_answer(first, today);
    Ok(GradePaper { idea, questions, given, is_open })
}

/// Keeps the answers. Sending them twice changes nothing.
///
/// # Errors
/// Who is not the author, nothing is asked any more, or what is wrong field by field.
pub fn grade(db: &Db, actor: &Actor, number: &str, raw: &RawGrade) -> Result<()> {
    db.write(|tx| {
        let today = tx.now.date();
        let paper = grade_paper(tx.conn, actor, number, today)?;
        if !paper.is_open {
            return Err(Error::Conflict(Code::NotNow));
        }
        let answers = raw.parse(paper.questions)?;
        for (place, answer) in answers.answers.iter().enumerate() {
            // The words belong to all answers, and are kept with the first.
            let words = answers.words.as_ref().filter(|_| place == 0).map(Reason::as_str);
            grades::keep(tx, (paper.idea.id, paper.idea.group_id), *answer, words)?;
        }
        journal::record(tx, actor, &[Event::Graded { idea: paper.idea.id }])?;
        Ok(())
    })
}

/// The number of the idea that a link in a mail is for, and its author as an actor: the link makes
/// its reader the author for these answers and for nothing else.
///
/// # Errors
/// Not found for a link that is not ours, or whose idea has nobody any more who could have got it.
pub fn idea_of_link(db: &Db, town: &Town, token: &str) -> Result<(String, Actor)> {
    policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, Action::GradeByLink)?;
    let id = grade::idea_of(town, token).ok_or(Error::NotFound)?;
    let idea = db.read(|conn| store::load(conn, id))?;
    if idea.author_id.is_none() {
        return Err(Error::NotFound);
    }
    Ok((idea.number().to_owned(), Actor::Visitor { receipt: Some(id) }))
}
