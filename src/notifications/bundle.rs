//! What a bundle tells: by idea, newest first, no more ideas than somebody reads. Pure.

use super::pace::MOST_IN_BUNDLE;
use crate::kernel::{EventId, IdeaId, SeatReportId, Timestamp};

/// What news is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    Idea(IdeaId),
    Report(SeatReportId),
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) topic: Topic,
    /// What that is called.
    pub(super) title: String,
    /// Where one reads it, or does what there is to do.
    pub(super) path: String,
    /// When it happened.
    pub(super) at: Timestamp,
    /// The event, if it is one: told once, however many ways it reached the reader.
    pub(super) event: Option<EventId>,
    /// What happened, a sentence.
    pub(super) line: String,
}

/// An idea, or a report, with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) path: String,
    /// The newest first.
    pub(super) lines: Vec<String>,
}

/// What a bundle tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gathered {
    /// What has the newest news first.
    pub(super) entries: Vec<Entry>,
    /// How many there are beside these.
    pub(super) more: usize,
    /// Whether some of it is about something else than ideas.
    pub(super) is_mixed: bool,
}

/// Puts together what there is to tell; none when there is nothing, because an empty mail is no news.
pub(super) fn gather(mut pieces: Vec<Piece>) -> Option<Gathered> {
    pieces.sort_by_key(|piece| std::cmp::Reverse((piece.at, piece.event)));
    let mut order: Vec<Topic> = Vec::new();
    for piece in &pieces {
        if !order.contains(&piece.topic) {
            order.push(piece.topic);
        }
    }
    let entries: Vec<Entry> = order
        .iter()
        .take(MOST_IN_BUNDLE)
        .filter_map(|topic| entry(pieces.iter().filter(|piece| piece.topic == *topic)))
        .collect();
    let is_mixed = order.iter().any(|topic| matches!(topic, Topic::Report(_)));
    (!entries.is_empty()).then(|| Gathered { more: order.len() - entries.len(), entries, is_mixed })
}

fn entry<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Option<Entry> {
    let mut pieces = pieces.peekable();
    let newest = pieces.peek()?;
    let (title, path) = (newest.title.clone(), newest.path.clone());
    let mut told: Vec<EventId> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        let is_told = piece.event.is_some_and(|event| told.contains(&event)) || lines.contains(&piece.line);
        if !is_told {
            told.extend(piece.event);
            lines.push(piece.line.clone());
        }
    }
    Some(Entry { title, path, lines })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(idea: i64, minute: i64, event: i64, line: &str) -> Piece {
        Piece {
            topic: Topic::Idea(IdeaId::new(idea)),
            title: format!("Idé {idea}"),
            path: format!("/ideas/2026-000{idea}"),
            at: Timestamp::from_microseconds(0).plus_minutes(minute),
            event: (event > 0).then(|| EventId::new(event)),
            line: line.to_owned(),
        }
    }

    fn titles(gathered: &Gathered) -> Vec<&str> {
        gathered.entries.iter().map(|entry| entry.title.as_str()).collect()
    }

    #[test]
    fn nothing_to_tell_is_no_bundle() {
        assert_eq!(gather(Vec::new()), None);
    }

    #[test]
    fn what_happened_to_an_idea_stands_together_and_the_newest_is_first() {
        let told = gather(vec![
            piece(1, 10, 1, "tas upp"),
            piece(2, 20, 2, "beslut"),
            piece(1, 30, 3, "arbetet börjar"),
            piece(3, 5, 4, "ny"),
        ])
        .unwrap();

        assert_eq!(titles(&told), ["Idé 1", "Idé 2", "Idé 3"]);
        assert_eq!(told.entries[0].lines, ["arbetet börjar", "tas upp"]);
        assert_eq!(told.more, 0);
    }

    #[test]
    fn the_same_event_is_told_once_whichever_way_it_came() {
        let told = gather(vec![
            piece(1, 10, 7, "Beslut: ja"),
            piece(1, 10, 7, "Beslut i temat: ja"),
            piece(1, 12, 0, "Passar din sökning"),
            piece(1, 11, 0, "Passar din sökning"),
        ])
        .unwrap();

        assert_eq!(told.entries.len(), 1);
        assert_eq!(told.entries[0].lines.len(), 2, "{told:?}");
    }

    #[test]
    fn ten_ideas_are_told_of_and_the_others_counted() {
        let all: Vec<Piece> = (1..=14).map(|idea| piece(idea, idea, idea, "ny")).collect();

        let told = gather(all).unwrap();

        assert_eq!((told.entries.len(), told.more), (10, 4));
        assert_eq!(titles(&told)[0], "Idé 14");
    }
}
