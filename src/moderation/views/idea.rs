//! An idea as a moderator reads it, with everything that helps to decide.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::comments::State as CommentState;
use crate::db::Conn;
use crate::db::schema::{appeals, comments, idea_notes, ideas, people, screenings};
use crate::error::{Code, Error, Result};
use crate::groups::routing::{self, GroupProfile, Suggestion};
use crate::groups::views::profiles;
use crate::i18n::Locale;
use crate::ideas::lifecycle::State;
use crate::ideas::store::{COLUMNS, Idea, ScreeningOutcome};
use crate::ideas::views::{Card, by_ids};
use crate::ideas::{number, standing};
use crate::kernel::{Actor, Date, IdeaId, PersonId, Timestamp};
use crate::markup;
use crate::policy::{self, Action, Standing};
use crate::search::{Draft, Search};

/// Most ideas that are shown as look-alikes.
const MOST_LOOK_ALIKES: usize = 5;

/// Somebody who has left a contact.
#[derive(Debug, Clone, Queryable)]
pub struct Author {
    /// Language in which the author reads.
    pub locale: Locale,
    /// Organisation the author speaks for.
    pub organisation: Option<String>,
}

/// What the author did before, as counts only.
#[derive(Debug, Clone, Copy, Default, Queryable)]
pub struct History {
    /// Ideas sent, this one too.
    pub sent: Option<i64>,
    /// Ideas published.
    pub published: Option<i64>,
    /// Ideas refused.
    pub refused: Option<i64>,
    /// Comments shown.
    pub comments_shown: Option<i64>,
    /// Comments hidden or refused.
    pub comments_hidden: Option<i64>,
}

/// An appeal that waits to be judged.
#[derive(Debug, Clone, Queryable)]
pub struct Appeal {
    /// Why the author wants it judged again.
    pub reason: String,
    /// Who refused it first.
    pub first_moderator: PersonId,
    /// When it came.
    pub at: Timestamp,
}

/// What is stored about an idea for those who read it first.
#[derive(Debug, Clone, Queryable)]
pub struct IdeaRow {
    /// The idea.
    pub idea: Idea,
    /// How it came in: `own`, `assisted`, `dialogue` or `import`.
    pub origin: String,
    /// When it was sent first.
    pub submitted_at: Option<Timestamp>,
    /// Ground of the last return or refusal.
    pub ground: Option<String>,
    /// The moderator's words to it.
    pub reason: Option<String>,
    /// Whether the author is under 18.
    pub young_author: bool,
    /// The author, when a contact was left.
    pub author: Option<Author>,
    /// The appeal that waits.
    pub appeal: Option<Appeal>,
    /// Whether it has been returned before.
    pub returned_before: bool,
    /// What the author did before.
    pub history: History,
}

/// A public idea that says something alike.
#[derive(Debug, Clone)]
pub struct LookAlike {
    /// The idea.
    pub card: Card,
    /// Words that both share, the most telling first.
    pub shared: Vec<String>,
}

/// Who could answer for the idea.
#[derive(Debug, Clone, Default)]
pub struct Suggested {
    /// Every group that leads ideas.
    pub groups: Vec<GroupProfile>,
    /// The one that fits best, and why.
    pub best: Option<Suggestion>,
}

/// Everything on the page of one idea.
#[derive(Debug, Clone)]
pub struct IdeaCase {
    /// What is stored.
    pub row: IdeaRow,
    /// What the reader is to it.
    pub standing: Standing,
    /// Look-alikes, the most alike first; none of an idea that does not wait.
    pub look_alikes: Vec<LookAlike>,
    /// Who could answer; empty for an idea that does not wait.
    pub suggested: Suggested,
}

/// The idea with this number as a moderator reads it. At most five statements.
///
/// # Errors
/// Not found, not allowed, an own matter, an appeal against one's own refusal.
pub fn idea(conn: &mut Conn, search: &Search, actor: &Actor, number: &str, today: Date) -> Result<IdeaCase> {
    if !number::is_number(number) {
        return Err(Error::NotFound);
    }
    let row = load(conn, number)?;
    let standing = standing::of(conn, actor, &row.idea, today)?;
    policy::authorise(&standing, Action::IdeaScreen)?;
    if row.appeal.as_ref().is_some_and(|appeal| actor.person() == Some(appeal.first_moderator)) {
        return Err(Error::refused(Code::SameModerator));
    }
    if row.idea.state != State::Screening {
        return Ok(IdeaCase { row, standing, look_alikes: Vec::new(), suggested: Suggested::default() });
    }
    let suggested = suggested(conn, &row.idea)?;
    let look_alikes = look_alikes(conn, search, &row.idea)?;
    Ok(IdeaCase { row, standing, look_alikes, suggested })
}

diesel::alias!(ideas as others: OtherIdeas);

fn load(conn: &mut Conn, number: &str) -> Result<IdeaRow> {
    let own = || others.filter(others.field(ideas::author_id).eq(ideas::author_id));
    let said = || comments::table.filter(comments::author_id.nullable().eq(ideas::author_id));
    let returned = screenings::table
        .filter(screenings::idea_id.eq(ideas::id))
        .filter(screenings::outcome.eq(ScreeningOutcome::Returned));
    Ok(ideas::table
        .inner_join(idea_notes::table.on(idea_notes::idea_id.eq(ideas::id)))
        .left_join(people::table.on(people::id.nullable().eq(ideas::author_id)))
        .left_join(appeals::table.on(appeals::idea_id.eq(ideas::id).and(appeals::decided_at.is_null())))
        .filter(ideas::number.eq(number))
        .select((
            COLUMNS,
            ideas::origin,
            ideas::submitted_at,
            ideas::ground,
            ideas::state_reason,
            idea_notes::young_author,
            (people::locale, people::organisation).nullable(),
            (appeals::reason, appeals::first_moderator, appeals::at).nullable(),
            exists(returned),
            (
                own().filter(others.field(ideas::number).is_not_null()).count().single_value(),
                own().filter(others.field(ideas::published_at).is_not_null()).count().single_value(),
                own().filter(others.field(ideas::state).eq(State::Refused)).count().single_value(),
                said().filter(comments::state.eq(CommentState::Visible)).count().single_value(),
                said()
                    .filter(comments::state.eq_any([CommentState::Hidden, CommentState::Refused]))
                    .count()
                    .single_value(),
            ),
        ))
        .first(conn)?)
}

fn suggested(conn: &mut Conn, idea: &Idea) -> Result<Suggested> {
    let all = profiles(conn)?;
    let best = routing::suggest(&all, idea.theme.as_deref(), &idea.area, &idea.title, &idea.body);
    Ok(Suggested { groups: all.into_iter().filter(|group| group.kind.leads_ideas()).collect(), best })
}

fn look_alikes(conn: &mut Conn, search: &Search, idea: &Idea) -> Result<Vec<LookAlike>> {
    let body = markup::plain(&idea.body);
    let draft = Draft { title: &idea.title, body: &body, language: &idea.language, exclude: Some(idea.id.get()) };
    let found = search.similar(&draft, MOST_LOOK_ALIKES)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<IdeaId> = found.iter().map(|similar| IdeaId::new(similar.id)).collect();
    let with_words = by_ids(conn, &ids)?.into_iter().filter_map(|card| {
        let similar = found.iter().find(|similar| similar.id == card.id.get())?;
        Some(LookAlike { card, shared: similar.shared.clone() })
    });
    Ok(with_words.collect())
}
