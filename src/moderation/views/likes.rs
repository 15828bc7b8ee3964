//! Public ideas that say the same as one that waits, and what follows for the right group.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::ideas;
use crate::error::Result;
use crate::groups::group_words;
use crate::groups::routing::{self, Advice, GroupProfile, IdeaFacts, Like, Published};
use crate::groups::views::profiles;
use crate::ideas::lifecycle::State;
use crate::ideas::store::Idea;
use crate::kernel::{Date, GroupId, IdeaId};
use crate::markup;
use crate::search::{Draft, Search};

/// Ideas alike that speak for the group they lie with.
const MOST_ALIKE: usize = 20;

/// A public idea that says something alike.
#[derive(Debug, Clone)]
pub struct LookAlike {
    /// Public number.
    pub number: Option<String>,
    /// Title.
    pub title: String,
    /// Language of the text.
    pub language: String,
    /// Where it is on its way.
    pub state: State,
    /// The group that answers for it now.
    pub group: Option<GroupId>,
    /// How much they share, 0 to 1.
    pub likeness: f64,
    /// Words that both share, the most telling first.
    pub shared: Vec<String>,
    /// Part of the area.
    pub area: String,
}

#[derive(Clone, Queryable)]
struct Row {
    id: IdeaId,
    number: Option<String>,
    title: String,
    language: String,
    state: State,
    group: Option<GroupId>,
    area: String,
}

/// Who could answer for the idea.
#[derive(Debug, Clone, Default)]
pub struct Suggested {
    /// Every group that leads ideas.
    pub groups: Vec<GroupProfile>,
    /// The ones that fit, or why none is suggested.
    pub advice: Advice,
}

/// Public ideas like this one, the most alike first. One statement. What is hidden, waits or was
/// refused is left out here too, whatever the index still holds.
pub(super) fn look_alikes(conn: &mut Conn, search: &Search, idea: &Idea) -> Result<Vec<LookAlike>> {
    let body = markup::plain(&idea.body);
    let draft = Draft { title: &idea.title, body: &body, language: &idea.language, exclude: Some(idea.id.get()) };
    let found = search.similar(&draft, MOST_ALIKE)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<IdeaId> = found.iter().map(|similar| IdeaId::new(similar.id)).collect();
    // Not `eq(true)`: SQLite would walk the index of all listed ideas instead of asking for these few.
    let rows: Vec<Row> = ideas::table
        .filter(ideas::id.eq_any(ids))
        .filter(ideas::listed.ne(false))
        .select((ideas::id, ideas::number, ideas::title, ideas::language, ideas::state, ideas::group_id, ideas::area))
        .load(conn)?;
    let in_order = found.into_iter().filter_map(|similar| {
        let Row { number, title, language, state, group, area, .. } =
            rows.iter().find(|row| row.id.get() == similar.id)?.clone();
        let likeness = f64::from(similar.score);
        Some(LookAlike { number, title, language, state, group, likeness, shared: similar.shared, area })
    });
    Ok(in_order.collect())
}

/// Who could answer for the idea, with what published ideas tell. Two statements.
pub(super) fn suggested(
    conn: &mut Conn,
    search: &Search,
    idea: &Idea,
    alike: &[LookAlike],
    today: Date,
) -> Result<Suggested> {
    let mut groups = profiles(conn, today)?;
    let words = group_words::of(search, &routing::asked_words(&idea.title, &idea.body))?;
    let published = Published { likes: alike.iter().filter_map(like).collect(), words };
    let facts = IdeaFacts { theme: idea.theme.as_deref(), area: &idea.area, title: &idea.title, body: &idea.body };
    let advice = routing::advise(&groups, &facts, &published);
    groups.retain(|group| group.kind.leads_ideas());
    Ok(Suggested { groups, advice })
}

fn like(other: &LookAlike) -> Option<Like> {
    Some(Like { title: other.title.clone(), group: other.group?, likeness: other.likeness })
}
