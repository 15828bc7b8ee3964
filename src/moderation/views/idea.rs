//! An idea as a moderator reads it, with everything that helps to decide.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::likes::{LookAlike, Suggested, look_alikes, suggested};
use crate::comments::State as CommentState;
use crate::db::Conn;
use crate::db::schema::{appeals, comments, idea_notes, ideas, people, screenings};
use crate::error::{Code, Error, Result};
use crate::i18n::Locale;
use crate::ideas::lifecycle::State;
use crate::ideas::store::{COLUMNS, Idea, ScreeningOutcome};
use crate::ideas::{number, standing};
use crate::kernel::{Actor, Date, PersonId, Timestamp};
use crate::policy::{self, Action, Standing};
use crate::search::Search;

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
    let mut look_alikes = look_alikes(conn, search, &row.idea)?;
    let suggested = suggested(conn, search, &row.idea, &look_alikes, today)?;
    look_alikes.truncate(MOST_LOOK_ALIKES);
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
