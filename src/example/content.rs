//! What the example town consists of, as written in `config/example-town/*.toml`.

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::ideas::lifecycle::{Ground, State};

const PEOPLE: &str = include_str!("../../config/example-town/people.toml");
const GROUPS: &str = include_str!("../../config/example-town/groups.toml");
const IDEAS: &str = include_str!("../../config/example-town/ideas.toml");

/// Everything in the example town.
pub(super) struct Content {
    pub(super) people: Vec<Person>,
    pub(super) groups: Vec<Group>,
    pub(super) ideas: Vec<Idea>,
}

#[derive(Deserialize)]
struct PeopleFile {
    person: Vec<Person>,
}

#[derive(Deserialize)]
struct GroupsFile {
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct IdeasFile {
    idea: Vec<Idea>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) key: String,
    pub(super) display_name: String,
    pub(super) email: String,
    pub(super) role: crate::policy::Role,
    pub(super) locale: crate::i18n::Locale,
    pub(super) organisation: Option<String>,
    pub(super) about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) key: String,
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) theme: Option<String>,
    pub(super) mandate: String,
    pub(super) builds_on: String,
    /// Which source document the group is taken from; for readers of the file.
    #[expect(dead_code, reason = "says where the group comes from to whoever reads the file")]
    pub(super) source: String,
    pub(super) meets: String,
    pub(super) seat: Vec<Seat>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seat {
    pub(super) person: String,
    pub(super) role: String,
    pub(super) represents: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Idea {
    pub(super) key: String,
    pub(super) state: State,
    pub(super) title: String,
    pub(super) why: String,
    pub(super) theme: String,
    pub(super) area: String,
    pub(super) author: Option<String>,
    pub(super) shown_name: Option<String>,
    pub(super) language: String,
    pub(super) source: String,
    pub(super) submitted_days_ago: i64,
    pub(super) screening_days: i64,
    pub(super) supports: i64,
    pub(super) lead_group: Option<String>,
    pub(super) ground: Option<Ground>,
    pub(super) moderator: Option<String>,
    pub(super) moderator_text: Option<String>,
    pub(super) lifted: Option<Lifted>,
    pub(super) asked: Option<Asked>,
    pub(super) receiver: Option<String>,
    pub(super) diary_number: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) forward: Option<Forward>,
    pub(super) days_with_group: Option<i64>,
    pub(super) decision: Option<Decision>,
    #[serde(default)]
    pub(super) progress: Vec<Progress>,
    pub(super) result: Option<String>,
    pub(super) measure: Option<String>,
    pub(super) stop_reason: Option<String>,
    pub(super) withdraw_reason: Option<String>,
    pub(super) into: Option<String>,
    pub(super) ballot: Option<Ballot>,
    #[serde(default)]
    pub(super) comment: Vec<Comment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lifted {
    pub(super) by_group: String,
    pub(super) reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub(super) who: String,
    pub(super) body: String,
    pub(super) question: String,
    pub(super) due_in_days: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forward {
    pub(super) reason: String,
    pub(super) owner: String,
    pub(super) organisation: String,
    pub(super) role: String,
    pub(super) first_date_in_days: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decision {
    pub(super) what: Option<String>,
    pub(super) reasons: String,
    pub(super) children: Option<String>,
    pub(super) dissent: Option<String>,
    pub(super) conditions: Option<String>,
    pub(super) would_change: Option<String>,
    pub(super) instead: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Progress {
    pub(super) days_ago: i64,
    pub(super) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ballot {
    pub(super) question: String,
    pub(super) closes_in_days: i32,
    pub(super) votes_yes: usize,
    pub(super) votes_no: usize,
    pub(super) votes_abstain: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Comment {
    pub(super) kind: String,
    pub(super) person: String,
    pub(super) text: String,
    pub(super) days_ago: i64,
    pub(super) answer: Option<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub(super) person: String,
    pub(super) text: String,
}

/// Reads the files; they are compiled in, so a mistake in them is a mistake of ours.
pub(super) fn read() -> Result<Content> {
    let people: PeopleFile = toml::from_str(PEOPLE).map_err(Error::internal)?;
    let groups: GroupsFile = toml::from_str(GROUPS).map_err(Error::internal)?;
    let ideas: IdeasFile = toml::from_str(IDEAS).map_err(Error::internal)?;
    Ok(Content { people: people.person, groups: groups.group, ideas: ideas.idea })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_hold_an_idea_in_every_state() {
        let content = read().unwrap();

        assert!(content.ideas.len() >= 40);
        for state in State::ALL {
            assert!(content.ideas.iter().any(|idea| idea.state == *state), "{state}");
        }
        assert!(content.people.len() > 30 && content.groups.len() == 7);
    }
}
