//! What anybody could find of an idea at a moment that has passed: its text, discussion, answers,
//! state and group as they were then.
//!
//! Theme, area and language are taken as they are now; they change hardly ever. What was hidden
//! since is left out, because it can no longer be told.

use super::lifecycle::State;
use super::search_doc;
use super::store::past::{self, PastRows, Said};
use crate::db::Conn;
use crate::error::Result;
use crate::journal::Event;
use crate::kernel::{IdeaId, Timestamp};
use crate::markup::plain;
use crate::search::{AnswerKind, SearchAnswer, SearchComment, SearchDoc};

/// An idea as it is now, with the moments of everything in it.
#[derive(Debug, Clone)]
pub struct Past {
    now: SearchDoc,
    rows: PastRows,
}

/// The pasts of the listed ones among these ideas.
///
/// # Errors
/// When the database fails.
pub fn load_many(conn: &mut Conn, ids: &[IdeaId]) -> Result<Vec<Past>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let docs = search_doc::load_many(conn, ids)?;
    let mut rows = past::rows(conn, ids)?;
    let of = |doc: SearchDoc| Past { rows: rows.remove(&IdeaId::new(doc.id)).unwrap_or_default(), now: doc };
    Ok(docs.into_iter().map(of).collect())
}

impl Past {
    /// Which idea.
    #[must_use]
    pub const fn id(&self) -> IdeaId {
        IdeaId::new(self.now.id)
    }

    /// The idea as anybody could find it at a moment; none when it was not published yet.
    #[must_use]
    pub fn at(&self, moment: Timestamp) -> Option<SearchDoc> {
        if self.now.published_at > moment.microseconds() {
            return None;
        }
        let rows = &self.rows;
        let text = rows.texts.iter().rev().find(|text| text.at <= moment);
        let (title, body) = text.map_or_else(
            || (self.now.title.clone(), self.now.body.clone()),
            |text| (text.title.clone(), plain(&text.body)),
        );
        let comments = rows.comments.iter().filter(|comment| comment.said.at <= moment);
        let comments = comments.map(|comment| SearchComment {
            id: comment.id.get(),
            text: plain(&comment.said.words),
            language: comment.language.clone(),
        });
        let said_then = |said: &&Said| said.at <= moment;
        Some(SearchDoc {
            title,
            body,
            comments: comments.collect(),
            answers: rows.answers.iter().filter(said_then).map(answer).collect(),
            state: self.state_at(moment),
            group: self.group_at(moment),
            ..self.now.clone()
        })
    }

    /// The state then. What has no step since then is as it is now, whatever its history says:
    /// ideas that were brought in from elsewhere have none.
    fn state_at(&self, moment: Timestamp) -> String {
        let steps = self.rows.events.iter().filter_map(|(at, event, _)| Some((*at, state_after(event)?)));
        let (before, since): (Vec<_>, Vec<_>) = steps.partition(|(at, _)| *at <= moment);
        if since.is_empty() {
            return self.now.state.clone();
        }
        before.last().map_or(State::Open, |(_, state)| *state).as_str().to_owned()
    }

    /// The lead group then, in the same way.
    fn group_at(&self, moment: Timestamp) -> String {
        let steps = self.rows.events.iter().filter_map(|(at, _, group)| Some((*at, group.as_deref()?)));
        let (before, since): (Vec<_>, Vec<_>) = steps.partition(|(at, _)| *at <= moment);
        let then = if since.is_empty() { None } else { before.last().map(|(_, group)| (*group).to_owned()) };
        then.unwrap_or_else(|| self.now.group.clone())
    }
}

/// What was said, as any kind of answer: where it stands does not matter for whether it was there.
fn answer(said: &Said) -> SearchAnswer {
    search_doc::answer(AnswerKind::Decision, &said.words)
}

/// The state that a step of an idea's history leads to; none for what leaves the state as it is.
fn state_after(event: &Event) -> Option<State> {
    match event {
        Event::Published { .. } | Event::Imported { .. } => Some(State::Open),
        Event::ClosedUnsupported { .. } => Some(State::Closed),
        Event::CameToGroup { .. }
        | Event::AnswerCame { .. }
        | Event::AnswerMissing { .. }
        | Event::CameBack { .. }
        | Event::ForwardingReturned { .. }
        | Event::HandOverAccepted { .. } => Some(State::WithGroup),
        Event::Asked { .. } => Some(State::AwaitingAnswer),
        Event::Forwarded { .. } => Some(State::Forwarded),
        Event::TakenForward { .. } | Event::BackToProposal { .. } => Some(State::Proposal),
        Event::BallotOpened { .. } => Some(State::Ballot),
        Event::Decided { outcome, .. } => match outcome.as_str() {
            "yes" => Some(State::Accepted),
            "partly" => Some(State::PartlyAccepted),
            _ => Some(State::Declined),
        },
        Event::Started { .. } => Some(State::UnderWay),
        Event::Completed { .. } => Some(State::Done),
        Event::Stopped { .. } => Some(State::Stopped),
        Event::Merged { .. } => Some(State::Merged),
        Event::Withdrawn { .. } => Some(State::Withdrawn),
        Event::Corrected { to, .. } => to.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::past::{PastComment, PastText};
    use super::*;
    use crate::kernel::CommentId;

    fn moment(minute: i64) -> Timestamp {
        Timestamp::from_microseconds(0).plus_minutes(minute)
    }

    fn said(minute: i64, words: &str) -> Said {
        Said { at: moment(minute), words: words.to_owned() }
    }

    fn past() -> Past {
        let idea = IdeaId::new(1);
        let text = |minute, title: &str| PastText { at: moment(minute), title: title.to_owned(), body: "x".to_owned() };
        let rows = PastRows {
            texts: vec![text(0, "Bänkar"), text(30, "Lampor")],
            comments: vec![PastComment { id: CommentId::new(7), language: "sv".to_owned(), said: said(40, "Fler!") }],
            answers: vec![said(50, "Vi bygger")],
            events: vec![
                (moment(10), Event::Imported { idea }, None),
                (
                    moment(45),
                    Event::CameToGroup { idea, group: crate::kernel::GroupId::new(1), due_on: 1 },
                    Some("a".to_owned()),
                ),
                (moment(60), Event::Decided { idea, decision: 1, outcome: "yes".to_owned() }, None),
                (moment(61), Event::ProgressReported { idea, note: 1 }, None),
            ],
        };
        let now = SearchDoc {
            id: 1,
            title: "Lampor".to_owned(),
            state: "accepted".to_owned(),
            group: "a".to_owned(),
            published_at: moment(10).microseconds(),
            ..SearchDoc::default()
        };
        Past { now, rows }
    }

    #[test]
    fn an_idea_is_told_as_it_was() {
        let past = past();
        let told = |minute| {
            let doc = past.at(moment(minute)).unwrap();
            (doc.title, doc.comments.len(), doc.answers.len(), doc.state)
        };

        assert_eq!(past.at(moment(9)), None, "not published");
        assert_eq!(told(10), ("Bänkar".to_owned(), 0, 0, "open".to_owned()));
        assert_eq!(told(30), ("Lampor".to_owned(), 0, 0, "open".to_owned()));
        assert_eq!(told(45), ("Lampor".to_owned(), 1, 0, "with_group".to_owned()));
        assert_eq!(told(59), ("Lampor".to_owned(), 1, 1, "with_group".to_owned()));
        assert_eq!(told(60), ("Lampor".to_owned(), 1, 1, "accepted".to_owned()));
    }

    #[test]
    fn what_has_no_history_is_as_it_is_now() {
        let mut past = past();
        past.rows = PastRows::default();

        let then = past.at(moment(10)).unwrap();

        assert_eq!((then.title.as_str(), then.state.as_str(), then.group.as_str()), ("Lampor", "accepted", "a"));
    }
}
