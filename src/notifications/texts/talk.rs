//! To whoever took part in the discussion. The idea is named by its number only: it may be
//! hidden, and its title with it.

use super::super::Trouble;
use super::super::facts::{Comment, Detail};
use super::super::letter::{Draft, Pen};
use super::Composed;

pub(super) fn question_answered(pen: &Pen<'_>) -> Composed {
    let comment = comment(pen)?;
    let answer = comment.answer.as_deref().ok_or_else(|| Trouble::lacks("answer"))?;
    let group = match comment.answered_for.as_deref() {
        Some(name) => name,
        None => pen.group()?,
    };
    let subject = pen.t.say1("mail-question_answered-subject", "group", group);
    let draft = Draft::new(subject, pen.t.say("mail-question_answered-first"))
        .quote(answer)
        .told(pen.t.say("mail-question_answered-yours"), Some(&comment.body))
        .facts(pen.about());
    Ok(draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path()))
}

/// Without the words of whoever wrote: they may be hidden before the mail is read.
pub(super) fn new_comment(pen: &Pen<'_>) -> Draft {
    Draft::new(pen.t.say1("mail-new_comment-subject", "title", pen.title()), pen.t.say("mail-new_comment-first"))
        .facts(pen.about())
        .action(pen.t.say("mail-open-idea"), pen.facts.idea.path())
}

pub(super) fn comment_hidden(pen: &Pen<'_>) -> Composed {
    let comment = comment(pen)?;
    let first = match comment.ground {
        Some(ground) => pen.t.say1("mail-comment_hidden-first", "ground", pen.t.say(&format!("ground-{ground}"))),
        None => pen.t.say("mail-comment_hidden-first-plain"),
    };
    Ok(Draft::new(pen.t.say("mail-comment_hidden-subject"), first)
        .told(pen.t.say("mail-moderator-words"), comment.reason.as_deref())
        .told(pen.t.say("mail-comment_hidden-yours"), Some(&comment.body))
        .facts(vec![(pen.t.say("mail-fact-number").into_owned(), pen.number().to_owned())])
        .after(pen.t.say("mail-objection")))
}

pub(super) fn report_decided(pen: &Pen<'_>) -> Composed {
    let Detail::Report { hidden, ground, words, .. } = &pen.facts.detail else {
        return Err(Trouble::lacks("report"));
    };
    let first = match ground {
        Some(ground) if *hidden => {
            let ground = pen.t.say(&format!("ground-{ground}"));
            pen.t.say1("mail-report_decided-first-hidden", "ground", ground)
        }
        Some(_) | None => pen.t.say("mail-report_decided-first-kept"),
    };
    Ok(Draft::new(pen.t.say("mail-report_decided-subject"), first)
        .told(pen.t.say("mail-moderator-words"), words.as_deref())
        .facts(vec![(pen.t.say("mail-fact-number").into_owned(), pen.number().to_owned())])
        .say(pen.t.say("mail-report_decided-thanks")))
}

fn comment<'a>(pen: &Pen<'a>) -> Result<&'a Comment, Trouble> {
    match &pen.facts.detail {
        Detail::Comment(comment) => Ok(comment),
        _ => Err(Trouble::lacks("comment")),
    }
}
