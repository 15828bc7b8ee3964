//! SQL that reads what anybody may find of many ideas at once, for the search index.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{
    ballots, comments, decisions, idea_notes, ideas, inquiries, ownerships, progress_notes, steering_groups,
};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::kernel::{CommentId, Date, IdeaId, Timestamp};

use super::ownerships::OwnershipState;
use super::reasons;

/// The public columns of one listed idea.
#[derive(Debug, Clone, Queryable)]
pub struct FaceRow {
    /// Which.
    pub id: IdeaId,
    /// Version of the idea.
    pub version: i64,
    /// Public number.
    pub number: Option<String>,
    /// What shall happen.
    pub title: String,
    /// Why; Markdown.
    pub body: String,
    /// Language of the text.
    pub language: String,
    /// Theme.
    pub theme: Option<String>,
    /// Where.
    pub area: String,
    /// Where it is on its way.
    pub state: State,
    /// Slug of the lead group.
    pub group: Option<String>,
    /// People who support it.
    pub support_count: i64,
    /// Shown comments.
    pub comment_count: i64,
    /// When something last happened.
    pub last_event_at: Timestamp,
    /// Last day for support.
    pub closes_on: Option<Date>,
    /// When it was published.
    pub published_at: Option<Timestamp>,
}

/// Everything public that is written about one idea beside its own text; Markdown.
#[derive(Debug, Clone, Default)]
pub struct FaceTexts {
    /// Shown comments with the official answers to them, oldest first.
    pub comments: Vec<FaceComment>,
    /// The parts of decisions, and who has promised to carry them out.
    pub decided: Vec<String>,
    /// What was asked and of whom, and the answers.
    pub inquired: Vec<String>,
    /// Notes about the carrying out.
    pub progress: Vec<String>,
    /// What came of it.
    pub results: Vec<String>,
    /// The reasons of its steps.
    pub reasons: Vec<String>,
    /// What closed ballots asked.
    pub ballots: Vec<String>,
}

/// A shown comment; Markdown.
#[derive(Debug, Clone)]
pub struct FaceComment {
    /// Which.
    pub id: CommentId,
    /// What it says.
    pub body: String,
    /// Language of what it says.
    pub language: String,
    /// The official answer to it.
    pub answer: Option<String>,
}

/// What a listed idea is compared by: id, version, number of supports, number of comments.
pub type Marks = (IdeaId, i64, i64, i64);

/// The listed ones among these ideas, by id.
pub fn faces(conn: &mut Conn, ids: &[IdeaId]) -> Result<Vec<FaceRow>> {
    Ok(ideas::table
        .left_join(steering_groups::table)
        .filter(ideas::id.eq_any(ids))
        // Not `eq(true)`: SQLite would walk the index of all listed ideas instead of asking for these few.
        .filter(ideas::listed.ne(false))
        .order(ideas::id)
        .select((
            ideas::id,
            ideas::version,
            ideas::number,
            ideas::title,
            ideas::body,
            ideas::language,
            ideas::theme,
            ideas::area,
            ideas::state,
            steering_groups::slug.nullable(),
            ideas::support_count,
            ideas::comment_count,
            ideas::last_event_at,
            ideas::closes_on,
            ideas::published_at,
        ))
        .load(conn)?)
}

/// The next listed ideas after an id, with what they are compared by.
pub fn marks_after(conn: &mut Conn, after: IdeaId, most: i64) -> Result<Vec<Marks>> {
    Ok(ideas::table
        .filter(ideas::id.gt(after))
        .filter(ideas::listed.eq(true))
        .order(ideas::id)
        .limit(most)
        .select((ideas::id, ideas::version, ideas::support_count, ideas::comment_count))
        .load(conn)?)
}

type DecisionTexts = (IdeaId, (String, String), Words);
/// What a decision may say beside what and why.
pub(super) type Words = (Option<String>, Option<String>, Option<String>, Option<String>, Option<String>);
pub(super) type WordColumns =
    (decisions::would_change, decisions::instead, decisions::conditions, decisions::children, decisions::dissent);
pub(super) const MORE_OF_A_DECISION: WordColumns =
    (decisions::would_change, decisions::instead, decisions::conditions, decisions::children, decisions::dissent);

/// Those that are there.
pub(super) fn all_of((would_change, instead, conditions, children, dissent): Words) -> impl Iterator<Item = String> {
    [would_change, instead, conditions, children, dissent].into_iter().flatten()
}

/// What is written about these ideas; only what is shown.
pub fn face_texts(conn: &mut Conn, ids: &[IdeaId]) -> Result<HashMap<IdeaId, FaceTexts>> {
    let mut texts: HashMap<IdeaId, FaceTexts> = HashMap::new();
    let shown: Vec<(IdeaId, CommentId, String, String, Option<String>)> = comments::table
        .filter(comments::idea_id.eq_any(ids))
        .filter(comments::state.eq("visible"))
        .order(comments::id)
        .select((comments::idea_id, comments::id, comments::body, comments::language, comments::answer))
        .load(conn)?;
    for (idea, id, body, language, answer) in shown {
        texts.entry(idea).or_default().comments.push(FaceComment { id, body, language, answer });
    }
    let decided: Vec<DecisionTexts> = decisions::table
        .filter(decisions::idea_id.eq_any(ids))
        .order(decisions::id)
        .select((decisions::idea_id, (decisions::what, decisions::reasons), MORE_OF_A_DECISION))
        .load(conn)?;
    for (idea, (what, reasons), more) in decided {
        let decided = &mut texts.entry(idea).or_default().decided;
        decided.extend([what, reasons]);
        decided.extend(all_of(more));
    }
    read_answers(conn, ids, &mut texts)?;
    read_promises(conn, ids, &mut texts)?;
    for (idea, _, words) in reasons::of_steps(conn, ids)?.into_iter().chain(reasons::of_ends(conn, ids)?) {
        texts.entry(idea).or_default().reasons.push(words);
    }
    Ok(texts)
}

/// What others answered: whoever was asked something, and those who voted.
fn read_answers(conn: &mut Conn, ids: &[IdeaId], texts: &mut HashMap<IdeaId, FaceTexts>) -> Result<()> {
    let inquired: Vec<(IdeaId, String, String, Option<String>)> = inquiries::table
        .filter(inquiries::idea_id.eq_any(ids))
        .order(inquiries::id)
        .select((inquiries::idea_id, inquiries::asked_name, inquiries::question, inquiries::answer))
        .load(conn)?;
    for (idea, asked, question, answer) in inquired {
        let inquired = &mut texts.entry(idea).or_default().inquired;
        inquired.push(format!("{asked}: {question}"));
        inquired.extend(answer);
    }
    let voted: Vec<(IdeaId, String)> = ballots::table
        .filter(ballots::idea_id.eq_any(ids))
        .filter(ballots::state.eq("closed"))
        .order(ballots::id)
        .select((ballots::idea_id, ballots::question))
        .load(conn)?;
    for (idea, question) in voted {
        texts.entry(idea).or_default().ballots.push(question);
    }
    Ok(())
}

/// Who has promised to carry it out, how that goes, and what came of it.
fn read_promises(conn: &mut Conn, ids: &[IdeaId], texts: &mut HashMap<IdeaId, FaceTexts>) -> Result<()> {
    let promised: Vec<(IdeaId, String)> = ownerships::table
        .filter(ownerships::idea_id.eq_any(ids))
        .filter(ownerships::state.eq(OwnershipState::Accepted))
        .order(ownerships::id)
        .select((ownerships::idea_id, ownerships::organisation))
        .load(conn)?;
    for (idea, organisation) in promised {
        // Before there is a decision, a promise is for it to come and stands nowhere.
        if let Some(texts) = texts.get_mut(&idea).filter(|texts| !texts.decided.is_empty()) {
            texts.decided.push(organisation);
        }
    }
    let noted: Vec<(IdeaId, String)> = progress_notes::table
        .filter(progress_notes::idea_id.eq_any(ids))
        .order(progress_notes::id)
        .select((progress_notes::idea_id, progress_notes::body))
        .load(conn)?;
    for (idea, note) in noted {
        texts.entry(idea).or_default().progress.push(note);
    }
    let results: Vec<(IdeaId, Option<String>, Option<String>)> = idea_notes::table
        .filter(idea_notes::idea_id.eq_any(ids))
        .filter(idea_notes::result.is_not_null())
        .select((idea_notes::idea_id, idea_notes::result, idea_notes::measure))
        .load(conn)?;
    for (idea, result, measure) in results {
        texts.entry(idea).or_default().results.extend([result, measure].into_iter().flatten());
    }
    Ok(())
}
