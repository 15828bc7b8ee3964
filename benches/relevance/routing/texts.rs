//! The texts whose group was told by hand, and the groups.

use std::collections::BTreeMap;

use medskapa::groups::GroupKind;
use medskapa::groups::routing::GroupProfile;
use medskapa::kernel::GroupId;
use serde::Deserialize;

use crate::Outcome;
use crate::collection::{Document, cell, ideas, rows};

/// A text whose group was told by hand.
pub(super) struct Text {
    /// Its id when it is one of the ideas; a draft has none.
    pub(super) id: Option<i64>,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) area: String,
    pub(super) language: String,
    pub(super) group: GroupId,
}

#[derive(Deserialize)]
struct Groups {
    group: Vec<GroupText>,
}

#[derive(Deserialize)]
struct GroupText {
    key: String,
    name: String,
    kind: String,
    theme: Option<String>,
    mandate: String,
    builds_on: String,
    seat: Vec<SeatText>,
}

#[derive(Deserialize)]
struct SeatText {
    represents: String,
}

#[derive(Deserialize)]
struct Ideas {
    idea: Vec<IdeaText>,
}

#[derive(Deserialize)]
struct IdeaText {
    title: String,
    why: String,
    area: String,
    language: String,
    lead_group: Option<String>,
}

/// The groups of the example town.
pub(super) fn town() -> Outcome<Vec<GroupProfile>> {
    let groups: Groups = toml::from_str(include_str!("../../../config/example-town/groups.toml"))?;
    let profile = |(id, group): (i64, GroupText)| {
        Ok(GroupProfile {
            id: GroupId::new(id),
            slug: group.key,
            name: group.name,
            kind: group.kind.parse::<GroupKind>()?,
            theme: group.theme,
            mandate: group.mandate,
            builds_on: group.builds_on,
            represents: group.seat.into_iter().map(|seat| seat.represents).collect(),
            open_ideas: 0,
            closed: false,
        })
    };
    (1..).zip(groups.group).map(profile).collect()
}

fn group_called(town: &[GroupProfile], word: &str) -> Outcome<GroupId> {
    let found = town.iter().find(|group| group.slug == word);
    Ok(found.ok_or_else(|| format!("no group is called {word}"))?.id)
}

/// The ideas and drafts of one half with the group that was told for each.
pub(super) fn told(half: &str, town: &[GroupProfile]) -> Outcome<Vec<Text>> {
    let mut texts: BTreeMap<String, (Option<i64>, String, String)> =
        ideas()?.into_iter().map(|Document { id, title, body }| (id.to_string(), (Some(id), title, body))).collect();
    for row in rows(include_str!("../data/paraphrases.tsv")) {
        texts.insert(cell(&row, 0)?.to_owned(), (None, cell(&row, 2)?.to_owned(), cell(&row, 3)?.to_owned()));
    }
    let mut told = Vec::new();
    for row in rows(include_str!("../data/groups.tsv")) {
        if cell(&row, 1)? != half {
            continue;
        }
        let (id, title, body) = texts.remove(cell(&row, 0)?).ok_or_else(|| format!("no text: {row:?}"))?;
        let group = group_called(town, cell(&row, 2)?)?;
        told.push(Text { id, title, body, area: "hela".to_owned(), language: "sv".to_owned(), group });
    }
    Ok(told)
}

/// The ideas of the example town that a group answers for.
pub(super) fn example(town: &[GroupProfile]) -> Outcome<Vec<Text>> {
    let ideas: Ideas = toml::from_str(include_str!("../../../config/example-town/ideas.toml"))?;
    let mut texts = Vec::new();
    for (id, idea) in (1..).zip(ideas.idea) {
        let Some(group) = &idea.lead_group else { continue };
        let group = group_called(town, group)?;
        let IdeaText { title, why, area, language, .. } = idea;
        texts.push(Text { id: Some(id), title, body: why, area, language, group });
    }
    Ok(texts)
}
