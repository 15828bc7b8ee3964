//! The ideas of one page of a list, grouped by where their words were found.

use crate::i18n::Texts;
use crate::ideas::find::FoundIdea;
use crate::search::Place;

/// Ideas under one heading.
pub(super) struct Section<T> {
    /// Empty when the page has only one kind.
    pub(super) heading: String,
    /// Its word in the address of the place on the page.
    pub(super) name: &'static str,
    pub(super) ideas: Vec<T>,
}

/// Where the words of a search were found, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// In title or text.
    Idea,
    /// In what those wrote who answer and carry out.
    Answer,
    /// In a contribution to the discussion.
    Comment,
    /// Hits of any kind that match less strictly than those before them.
    Near,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Idea, Self::Answer, Self::Comment, Self::Near];

    const fn name(self) -> &'static str {
        match self {
            Self::Idea => "found-ideas",
            Self::Answer => "found-answers",
            Self::Comment => "found-comments",
            Self::Near => "found-near",
        }
    }

    /// The kind of one hit. What the title says, the idea says, wherever else it stands.
    pub(super) fn of(idea: &FoundIdea, is_strict: bool) -> Self {
        if !is_strict {
            return Self::Near;
        }
        if idea.title.iter().any(|piece| piece.marked) { Self::Idea } else { Self::of_place(idea.place) }
    }

    const fn of_place(place: Place) -> Self {
        match place {
            Place::Text => Self::Idea,
            Place::Comment { in_answer: false, .. } => Self::Comment,
            Place::Decision
            | Place::Inquiry
            | Place::Progress
            | Place::Result
            | Place::Step
            | Place::Ballot
            | Place::Comment { in_answer: true, .. } => Self::Answer,
        }
    }
}

/// Hits by kind, each kind in the order in which they came.
pub(super) fn by_kind<T>(texts: Texts, ideas: Vec<(Kind, T)>) -> Vec<Section<T>> {
    let mut sections = Kind::ALL.map(|kind| (kind, Vec::new()));
    for (own, idea) in ideas {
        if let Some((_, ideas)) = sections.iter_mut().find(|(kind, _)| *kind == own) {
            ideas.push(idea);
        }
    }
    let filled: Vec<(Kind, Vec<T>)> = sections.into_iter().filter(|(_, ideas)| !ideas.is_empty()).collect();
    let is_mixed = filled.len() > 1;
    let heading = |kind: Kind| {
        if is_mixed { texts.say(&format!("search-{}", kind.name())).into_owned() } else { String::new() }
    };
    filled.into_iter().map(|(kind, ideas)| Section { heading: heading(kind), name: kind.name(), ideas }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn shown(ideas: Vec<(Kind, i32)>) -> Vec<(String, Vec<i32>)> {
        let sections = by_kind(Texts::in_locale(Locale::Swedish), ideas);
        sections.into_iter().map(|section| (section.heading, section.ideas)).collect()
    }

    #[test]
    fn what_stands_in_the_idea_comes_first_then_answers_then_comments_then_what_is_near() {
        let comment = |in_answer| Kind::of_place(Place::Comment { id: 1, before: 0, in_answer });
        let found = vec![
            (comment(false), 1),
            (Kind::of_place(Place::Decision), 2),
            (Kind::Idea, 3),
            (comment(true), 4),
            (Kind::of_place(Place::Text), 5),
            (Kind::Near, 6),
        ];

        let sections = shown(found);

        let ids: Vec<&[i32]> = sections.iter().map(|(_, ideas)| ideas.as_slice()).collect();
        assert_eq!(ids, [&[3, 5][..], &[2, 4], &[1], &[6]]);
        assert!(sections.iter().all(|(heading, _)| !heading.is_empty()), "{sections:?}");
    }

    #[test]
    fn one_kind_alone_needs_no_heading() {
        let answers = vec![(Kind::of_place(Place::Result), 1), (Kind::of_place(Place::Step), 2)];

        assert_eq!(shown(answers), [(String::new(), vec![1, 2])]);
        assert!(shown(Vec::new()).is_empty());
    }
}
