//! SQL that reads when each part of what anybody can find of an idea came to be.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{
    comments, decisions, events, idea_notes, inquiries, progress_notes, revisions, steering_groups,
};
use crate::error::{Error, Result};
use crate::journal::Event;
use crate::kernel::{CommentId, IdeaId, Timestamp};

use super::faces::{MORE_OF_A_DECISION, Words, all_of};
use super::reasons;

/// Words and when they were said; Markdown.
#[derive(Debug, Clone)]
pub struct Said {
    /// When.
    pub at: Timestamp,
    /// What.
    pub words: String,
}

/// A version of the text; Markdown.
#[derive(Debug, Clone)]
pub struct PastText {
    /// Since when.
    pub at: Timestamp,
    /// What shall happen.
    pub title: String,
    /// Why.
    pub body: String,
}

/// A comment that is shown now.
#[derive(Debug, Clone)]
pub struct PastComment {
    /// Which.
    pub id: CommentId,
    /// Language of what it says.
    pub language: String,
    /// What it says, and since when it is shown.
    pub said: Said,
}

/// Everything about one idea that has a moment, the oldest first.
#[derive(Debug, Clone, Default)]
pub struct PastRows {
    /// Versions of the text.
    pub texts: Vec<PastText>,
    /// Comments.
    pub comments: Vec<PastComment>,
    /// Decisions, what was asked and answered, notes about the carrying out, and the result.
    pub answers: Vec<Said>,
    /// What has happened, with the slug of the group that it came to.
    pub events: Vec<(Timestamp, Event, Option<String>)>,
}

type ByIdea = HashMap<IdeaId, PastRows>;

/// What has a moment in these ideas.
pub fn rows(conn: &mut Conn, ids: &[IdeaId]) -> Result<ByIdea> {
    let mut all = ByIdea::new();
    read_texts(conn, ids, &mut all)?;
    read_comments(conn, ids, &mut all)?;
    read_decisions(conn, ids, &mut all)?;
    read_answers(conn, ids, &mut all)?;
    read_events(conn, ids, &mut all)?;
    read_results(conn, ids, &mut all)?;
    Ok(all)
}

fn read_texts(conn: &mut Conn, ids: &[IdeaId], all: &mut ByIdea) -> Result<()> {
    let texts: Vec<(IdeaId, Timestamp, String, String)> = revisions::table
        .filter(revisions::idea_id.eq_any(ids))
        .order(revisions::id)
        .select((revisions::idea_id, revisions::created_at, revisions::title, revisions::body))
        .load(conn)?;
    for (idea, at, title, body) in texts {
        all.entry(idea).or_default().texts.push(PastText { at, title, body });
    }
    Ok(())
}

/// Idea, comment, words with their language, when they were written and shown, the answer and when it came.
type Commented = (IdeaId, CommentId, (String, String), Timestamp, Option<Timestamp>, Option<String>, Option<Timestamp>);

fn read_comments(conn: &mut Conn, ids: &[IdeaId], all: &mut ByIdea) -> Result<()> {
    let shown: Vec<Commented> = comments::table
        .filter(comments::idea_id.eq_any(ids))
        .filter(comments::state.eq("visible"))
        .order(comments::id)
        .select((
            comments::idea_id,
            comments::id,
            (comments::body, comments::language),
            comments::created_at,
            comments::shown_at,
            comments::answer,
            comments::answered_at,
        ))
        .load(conn)?;
    for (idea, id, (words, language), written_at, shown_at, answer, answered_at) in shown {
        let of = all.entry(idea).or_default();
        of.comments.push(PastComment { id, language, said: Said { at: shown_at.unwrap_or(written_at), words } });
        of.answers.extend(answer.zip(answered_at).map(|(words, at)| Said { at, words }));
    }
    Ok(())
}

type Decided = (IdeaId, Timestamp, (String, String), Words);

fn read_decisions(conn: &mut Conn, ids: &[IdeaId], all: &mut ByIdea) -> Result<()> {
    let decided: Vec<Decided> = decisions::table
        .filter(decisions::idea_id.eq_any(ids))
        .order(decisions::id)
        .select((decisions::idea_id, decisions::decided_at, (decisions::what, decisions::reasons), MORE_OF_A_DECISION))
        .load(conn)?;
    for (idea, at, (what, reasons), more) in decided {
        let words = [what, reasons].into_iter().chain(all_of(more));
        all.entry(idea).or_default().answers.extend(words.map(|words| Said { at, words }));
    }
    Ok(())
}

/// Idea, when it was asked, what, the answer and when it came.
type Asked = (IdeaId, Timestamp, String, Option<String>, Option<Timestamp>);

fn read_answers(conn: &mut Conn, ids: &[IdeaId], all: &mut ByIdea) -> Result<()> {
    let asked: Vec<Asked> = inquiries::table
        .filter(inquiries::idea_id.eq_any(ids))
        .order(inquiries::id)
        .select((
            inquiries::idea_id,
            inquiries::asked_at,
            inquiries::question,
            inquiries::answer,
            inquiries::answered_at,
        ))
        .load(conn)?;
    for (idea, at, question, answer, answered_at) in asked {
        let answers = &mut all.entry(idea).or_default().answers;
        answers.push(Said { at, words: question });
        answers.extend(answer.map(|words| Said { at: answered_at.unwrap_or(at), words }));
    }
    let noted: Vec<(IdeaId, Timestamp, String)> = progress_notes::table
        .filter(progress_notes::idea_id.eq_any(ids))
        .order(progress_notes::id)
        .select((progress_notes::idea_id, progress_notes::at, progress_notes::body))
        .load(conn)?;
    for (idea, at, words) in noted {
        all.entry(idea).or_default().answers.push(Said { at, words });
    }
    Ok(())
}

fn read_events(conn: &mut Conn, ids: &[IdeaId], all: &mut ByIdea) -> Result<()> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let happened: Vec<(Timestamp, String, Option<String>)> = events::table
        .left_join(steering_groups::table.on(steering_groups::id.nullable().eq(events::group_id)))
        .filter(events::idea_id.eq_any(numbers))
        .order(events::id)
        .select((events::at, events::data, steering_groups::slug.nullable()))
        .load(conn)?;
    for (at, data, group) in happened {
        let event: Event = serde_json::from_str(&data).map_err(Error::corrupt)?;
        if let Some(idea) = event.idea() {
            let of = all.entry(idea).or_default();
            of.answers.extend(event.reason().map(|words| Said { at, words: words.to_owned() }));
            of.events.push((at, event, group));
        }
    }
    for (idea, at, words) in reasons::of_ends(conn, ids)? {
        all.entry(idea).or_default().answers.push(Said { at, words });
    }
    Ok(())
}

/// The result has no moment of its own: it is written when the carrying out is finished.
fn read_results(conn: &mut Conn, ids: &[IdeaId], all: &mut ByIdea) -> Result<()> {
    let results: Vec<(IdeaId, Option<String>, Option<String>)> = idea_notes::table
        .filter(idea_notes::idea_id.eq_any(ids))
        .filter(idea_notes::result.is_not_null())
        .select((idea_notes::idea_id, idea_notes::result, idea_notes::measure))
        .load(conn)?;
    for (idea, result, measure) in results {
        let words = [result, measure].into_iter().flatten();
        let of = all.entry(idea).or_default();
        let finished = of.events.iter().rev().find(|(_, event, _)| matches!(event, Event::Completed { .. }));
        let at = finished.map_or(Timestamp::from_microseconds(0), |(at, _, _)| *at);
        of.answers.extend(words.map(|words| Said { at, words }));
    }
    Ok(())
}
