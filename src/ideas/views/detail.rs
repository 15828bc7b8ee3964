//! One idea with everything around it, as its page shows it. Five statements for a signed-in
//! person, four for a visitor, whatever the idea has been through.

use diesel::prelude::*;

use super::parts::{self, Parts};
use crate::db::Conn;
use crate::db::schema::{ballots, comments, decisions, idea_notes, ideas, steering_groups};
use crate::error::{Error, Result};
use crate::ideas::lifecycle::Outcome;
use crate::ideas::standing::{self, Viewer};
use crate::ideas::store::{COLUMNS, Idea};
use crate::journal::{self, Event, EventRow};
use crate::kernel::{Actor, CommentId, Date, GroupId, PersonId, Timestamp};
use crate::town::Town;

/// Contributions on one page.
pub(super) const COMMENTS_PER_PAGE: i64 = 100;
/// Events of the history that are shown, the newest.
const MOST_EVENTS: i64 = 300;

/// An idea with everything around it.
#[derive(Debug, Clone)]
pub struct Detail {
    /// The idea.
    pub idea: Idea,
    /// What only pages need of it.
    pub more: More,
    /// Its lead group.
    pub group: Option<Group>,
    /// What is noted beside it.
    pub notes: Notes,
    /// The newest decision.
    pub decision: Option<Decision>,
    /// The newest ballot.
    pub ballot: Option<Ballot>,
    /// What the asker is to it.
    pub viewer: Viewer,
    /// Contributions to the discussion, oldest first, at most 100.
    pub comments: Vec<Comment>,
    /// The last contribution on this page, when more follow.
    pub comments_go_on_after: Option<CommentId>,
    /// What has happened, oldest first; what the asker may know.
    pub events: Vec<EventRow>,
    /// The small things.
    pub parts: Parts,
}

/// What only pages need of an idea.
#[derive(Debug, Clone, Queryable)]
pub struct More {
    /// When it was sent.
    pub submitted_at: Option<Timestamp>,
    /// When something last happened.
    pub last_event_at: Timestamp,
    /// Why it was returned or refused.
    pub ground: Option<String>,
    /// Words to the ground, or the reason of a withdrawal or stop.
    pub reason: Option<String>,
    /// Shown contributions.
    pub comment_count: i64,
}

/// A group as it is named on the page.
#[derive(Debug, Clone, Queryable)]
pub struct Group {
    /// Name.
    pub name: String,
    /// Word in its address.
    pub slug: String,
}

/// What is noted beside an idea.
#[derive(Debug, Clone, Default, Queryable)]
pub struct Notes {
    /// The need that it answers.
    pub need: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// What came of it, in one sentence.
    pub result: Option<String>,
    /// The number by which the result is measured.
    pub measure: Option<String>,
    /// Whether the author is under 18.
    pub young_author: bool,
}

/// What the group decided.
#[derive(Debug, Clone, Queryable)]
pub struct Decision {
    /// Row of the decision.
    pub id: i64,
    /// Yes, partly, no.
    pub outcome: Outcome,
    /// `own`, or `recommendation` to somebody who decides.
    pub kind: String,
    /// What will happen.
    pub what: String,
    /// Why.
    pub reasons: String,
    /// What would change the answer.
    pub would_change: Option<String>,
    /// What can be done instead.
    pub instead: Option<String>,
    /// On which conditions.
    pub conditions: Option<String>,
    /// What children said, and how it was weighed.
    pub children: Option<String>,
    /// Who was of another opinion.
    pub dissent: Option<String>,
    /// Day of the first step.
    pub first_step_on: Option<Date>,
    /// The ballot that it rests on.
    pub ballot_id: Option<i64>,
    /// The day.
    pub decided_on: Date,
}

/// A secret ballot; how it went only when it is closed.
#[derive(Debug, Clone, Queryable)]
pub struct Ballot {
    /// Row of the ballot.
    pub id: i64,
    /// What is asked.
    pub question: String,
    /// How many may vote.
    pub roll_size: i32,
    /// How many have voted.
    pub voted: i32,
    /// Votes needed for it to count.
    pub quorum: i32,
    /// `open` or `closed`.
    pub state: String,
    /// `yes`, `no`, `tie` or `no_quorum` when closed.
    pub result: Option<String>,
    /// When it closes.
    pub closes_at: Timestamp,
}

/// A contribution to the discussion.
#[derive(Debug, Clone, Queryable)]
pub struct Comment {
    /// Which.
    pub id: CommentId,
    /// `for`, `against`, `question` or `addition`.
    pub kind: String,
    /// `visible`, `hidden`, or `waiting` for its own author.
    pub state: String,
    /// What it says; empty for the others when hidden.
    pub body: String,
    /// Language of the text.
    pub language: String,
    /// Who wrote it.
    pub author_id: PersonId,
    /// Name that others see.
    pub author_name: String,
    /// Why it was hidden.
    pub ground: Option<String>,
    /// When it was written.
    pub created_at: Timestamp,
    /// The group's answer to a question.
    pub answer: Option<String>,
    /// In whose name it was answered.
    pub answered_for: Option<String>,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
}

/// The page of an idea. `after` continues the discussion after a contribution.
///
/// # Errors
/// Not found, in the same way for what does not exist and for what the asker may not see.
pub fn detail(
    conn: &mut Conn,
    town: &Town,
    actor: &Actor,
    number: &str,
    after: Option<CommentId>,
    today: Date,
) -> Result<Detail> {
    let found = head(conn, number)?;
    let (idea, more, group, notes, decision, ballot) = found;
    let viewer = standing::viewer(conn, town, actor, &idea, today)?;
    if !viewer.standing.sees_subject {
        return Err(Error::NotFound);
    }
    let (comments, comments_go_on_after) = discussion(conn, &idea, actor.person(), after)?;
    let events = history(conn, &idea, sees_everything(actor, &viewer))?;
    let groups = groups_in(&events, &idea);
    let parts = parts::load(conn, &idea, &groups, today)?;
    let notes = notes.unwrap_or_default();
    Ok(Detail { idea, more, group, notes, decision, ballot, viewer, comments, comments_go_on_after, events, parts })
}

/// An idea for a page of its own that only some may open (editing, versions): the same scope as
/// the page of the idea.
///
/// # Errors
/// Not found, as for [`detail`].
pub fn guarded(conn: &mut Conn, town: &Town, actor: &Actor, number: &str, today: Date) -> Result<(Idea, Viewer)> {
    let idea = crate::ideas::store::load_by_number(conn, number)?;
    let viewer = standing::viewer(conn, town, actor, &idea, today)?;
    if viewer.standing.sees_subject { Ok((idea, viewer)) } else { Err(Error::NotFound) }
}

type Head = (Idea, More, Option<Group>, Option<Notes>, Option<Decision>, Option<Ballot>);

/// The idea, and the newest of what it has one of.
fn head(conn: &mut Conn, number: &str) -> Result<Head> {
    if !crate::ideas::number::is_number(number) {
        return Err(Error::NotFound);
    }
    Ok(ideas::table
        .left_join(steering_groups::table)
        .left_join(idea_notes::table.on(idea_notes::idea_id.eq(ideas::id)))
        .left_join(decisions::table.on(decisions::idea_id.eq(ideas::id)))
        .left_join(ballots::table.on(ballots::idea_id.eq(ideas::id)))
        .filter(ideas::number.eq(number))
        .order((decisions::id.desc(), ballots::id.desc()))
        .limit(1)
        .select((
            COLUMNS,
            (ideas::submitted_at, ideas::last_event_at, ideas::ground, ideas::state_reason, ideas::comment_count),
            (steering_groups::name, steering_groups::slug).nullable(),
            (idea_notes::need, idea_notes::source, idea_notes::result, idea_notes::measure, idea_notes::young_author)
                .nullable(),
            (
                decisions::id,
                decisions::outcome,
                decisions::kind,
                decisions::what,
                decisions::reasons,
                decisions::would_change,
                decisions::instead,
                decisions::conditions,
                decisions::children,
                decisions::dissent,
                decisions::first_step_on,
                decisions::ballot_id,
                decisions::decided_on,
            )
                .nullable(),
            (
                ballots::id,
                ballots::question,
                ballots::roll_size,
                ballots::voted,
                ballots::quorum,
                ballots::state,
                ballots::result,
                ballots::closes_at,
            )
                .nullable(),
        ))
        .first(conn)?)
}

/// Shown contributions, places of hidden ones, and the asker's own that wait.
fn discussion(
    conn: &mut Conn,
    idea: &Idea,
    person: Option<PersonId>,
    after: Option<CommentId>,
) -> Result<(Vec<Comment>, Option<CommentId>)> {
    let own = comments::state.eq("waiting").and(comments::author_id.eq(person.map_or(-1, PersonId::get)));
    let mut rows: Vec<Comment> = comments::table
        .filter(comments::idea_id.eq(idea.id))
        .filter(comments::state.eq("visible").or(comments::state.eq("hidden")).or(own))
        .filter(comments::id.gt(after.map_or(0, CommentId::get)))
        .order(comments::id)
        .limit(COMMENTS_PER_PAGE + 1)
        .select((
            comments::id,
            comments::kind,
            comments::state,
            comments::body,
            comments::language,
            comments::author_id,
            comments::author_name,
            comments::ground,
            comments::created_at,
            comments::answer,
            comments::answered_for,
            comments::answered_at,
        ))
        .load(conn)?;
    for row in rows.iter_mut().filter(|row| row.state == "hidden") {
        // The words of a hidden contribution never leave the database towards this page.
        row.body.clear();
        row.author_name.clear();
        row.answer = None;
    }
    let most = usize::try_from(COMMENTS_PER_PAGE).unwrap_or(usize::MAX);
    let goes_on = rows.len() > most;
    rows.truncate(most);
    let last = if goes_on { rows.last().map(|row| row.id) } else { None };
    Ok((rows, last))
}

/// Authors and those who read everything also see what happened before it was public.
fn sees_everything(actor: &Actor, viewer: &Viewer) -> bool {
    use crate::policy::{Action, allows};
    *actor == Actor::System || allows(&viewer.standing, Action::IdeaReadPrivate)
}

fn history(conn: &mut Conn, idea: &Idea, all: bool) -> Result<Vec<EventRow>> {
    let mut events = journal::of_idea(conn, idea.id, all, MOST_EVENTS)?;
    // Other people's contributions and reports are not the author's to know before they are shown.
    events.retain(|row| {
        row.public
            || !matches!(
                row.event,
                Event::CommentWritten { .. }
                    | Event::CommentShown { .. }
                    | Event::CommentHidden { .. }
                    | Event::Reported { .. }
                    | Event::ReportDecided { .. }
                    | Event::OwnerDeclined { .. }
                    | Event::HelpAsked { .. }
            )
    });
    Ok(events)
}

/// The groups that the history speaks of.
fn groups_in(events: &[EventRow], idea: &Idea) -> Vec<GroupId> {
    let mut groups: Vec<GroupId> = idea.group_id.into_iter().collect();
    for row in events {
        match &row.event {
            Event::HandOverOffered { from, to, .. }
            | Event::HandOverAccepted { from, to, .. }
            | Event::HandOverDeclined { from, to, .. } => groups.extend([*from, *to]),
            Event::Lifted { group, .. } => groups.extend(*group),
            other => groups.extend(other.group()),
        }
    }
    groups.sort_unstable();
    groups.dedup();
    groups
}
