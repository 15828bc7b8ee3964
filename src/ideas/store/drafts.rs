//! SQL of drafts: an idea that only its author's browser (or receipt code) can open.

use diesel::prelude::*;

use super::Notes;
use crate::db::Conn;
use crate::db::Tx;
use crate::db::schema::{drafts, idea_milestones, ideas};
use crate::error::Result;
use crate::ideas::lifecycle::State;
use crate::kernel::reach::{Reach, ReachWay};
use crate::kernel::{Date, IdeaId, PersonId, Timestamp};
use crate::town::{Town, WHOLE_AREA};

/// A draft, with what has been answered so far.
#[derive(Debug, Clone, Default)]
pub struct DraftRow {
    /// The idea.
    pub id: Option<IdeaId>,
    /// What shall happen; empty until answered.
    pub title: String,
    /// Why; empty until answered.
    pub body: String,
    /// Where.
    pub area: String,
    /// Name that others see; empty until answered.
    pub author_name: String,
    /// Contact; empty when none was left.
    pub email: String,
    /// Where the author is reached who wants no e-mail.
    pub reach: Option<Reach>,
    /// Whether the author is under 18.
    pub young: bool,
    /// Version of the idea.
    pub version: i64,
}

impl DraftRow {
    /// The word for how the author hears of it; empty while that was not answered.
    #[must_use]
    pub fn contact_word(&self) -> &'static str {
        match &self.reach {
            Some(reach) => reach.way().as_str(),
            None if self.email.is_empty() => "",
            None => "email",
        }
    }

    /// The number or address, if that is how the author is reached.
    #[must_use]
    pub fn reached_by(&self, way: ReachWay) -> String {
        self.reach
            .as_ref()
            .filter(|reach| reach.way() == way)
            .map(|reach| reach.as_str().to_owned())
            .unwrap_or_default()
    }
}

/// Makes an empty draft.
pub fn insert_draft(tx: &mut Tx<'_>, town: &Town, token_hash: &str, author: Option<PersonId>) -> Result<IdeaId> {
    let now = tx.now;
    let id = insert(tx, town, State::Draft, None, author, now)?;
    diesel::insert_into(drafts::table)
        .values((
            drafts::idea_id.eq(id),
            drafts::token_hash.eq(token_hash),
            drafts::email.eq(None::<String>),
            drafts::touched_at.eq(now),
        ))
        .execute(tx.conn)?;
    super::insert_notes(tx, id, &Notes::default())?;
    Ok(id)
}

/// Makes the row of an idea that comes in whole, as an import does; texts are set by the caller.
pub fn insert_submitted(tx: &mut Tx<'_>, town: &Town, number: &str, author: Option<PersonId>) -> Result<IdeaId> {
    let now = tx.now;
    insert(tx, town, State::Draft, Some(number), author, now)
}

fn insert(
    tx: &mut Tx<'_>,
    town: &Town,
    state: State,
    number: Option<&str>,
    author: Option<PersonId>,
    now: Timestamp,
) -> Result<IdeaId> {
    let shuffle = i64::try_from(town.random.below(1 << 31)).unwrap_or(0);
    let id: IdeaId = diesel::insert_into(ideas::table)
        .values((
            (
                ideas::number.eq(number),
                ideas::state.eq(state),
                ideas::version.eq(1_i64),
                ideas::hidden.eq(false),
                ideas::listed.eq(false),
                ideas::author_id.eq(author),
                ideas::author_name.eq(""),
                ideas::title.eq(""),
                ideas::body.eq(""),
                ideas::language.eq("sv"),
                ideas::area.eq(WHOLE_AREA),
            ),
            (
                ideas::revision.eq(0),
                ideas::support_count.eq(0_i64),
                ideas::support_goal.eq(town.settings.support_goal),
                ideas::comment_count.eq(0_i64),
                ideas::created_at.eq(now),
                ideas::state_since.eq(now),
                ideas::last_event_at.eq(now),
                ideas::shuffle_key.eq(shuffle),
                ideas::origin.eq("own"),
            ),
        ))
        .returning(ideas::id)
        .get_result(tx.conn)?;
    diesel::insert_into(idea_milestones::table).values(idea_milestones::idea_id.eq(id)).execute(tx.conn)?;
    Ok(id)
}

type StoredDraft = (IdeaId, String, String, String, String, Option<String>, bool, i64);

/// The draft behind a token, if there still is one.
pub fn draft_by_token(conn: &mut Conn, token_hash: &str) -> Result<Option<DraftRow>> {
    use crate::db::schema::idea_notes;
    let row: Option<StoredDraft> = drafts::table
        .inner_join(ideas::table.on(ideas::id.eq(drafts::idea_id)))
        .inner_join(idea_notes::table.on(idea_notes::idea_id.eq(drafts::idea_id)))
        .filter(drafts::token_hash.eq(token_hash))
        .filter(ideas::state.eq(State::Draft))
        .select((
            ideas::id,
            ideas::title,
            ideas::body,
            ideas::area,
            ideas::author_name,
            drafts::email,
            idea_notes::young_author,
            ideas::version,
        ))
        .first(conn)
        .optional()?;
    let Some((id, title, body, area, author_name, email, young, version)) = row else { return Ok(None) };
    Ok(Some(DraftRow {
        reach: super::contacts::of(conn, id)?,
        id: Some(id),
        title,
        body,
        area,
        author_name,
        email: email.unwrap_or_default(),
        young,
        version,
    }))
}

/// Saves what has been answered so far.
pub fn save_draft(tx: &mut Tx<'_>, id: IdeaId, draft: &DraftRow, language: &str) -> Result<()> {
    use crate::db::schema::idea_notes;
    diesel::update(ideas::table.filter(ideas::id.eq(id)).filter(ideas::state.eq(State::Draft)))
        .set((
            ideas::title.eq(&draft.title),
            ideas::body.eq(&draft.body),
            ideas::area.eq(&draft.area),
            ideas::author_name.eq(&draft.author_name),
            ideas::language.eq(language),
            ideas::version.eq(ideas::version + 1),
        ))
        .execute(tx.conn)?;
    diesel::update(idea_notes::table.filter(idea_notes::idea_id.eq(id)))
        .set(idea_notes::young_author.eq(draft.young))
        .execute(tx.conn)?;
    diesel::update(drafts::table.filter(drafts::idea_id.eq(id)))
        .set((drafts::email.eq((!draft.email.is_empty()).then_some(&draft.email)), drafts::touched_at.eq(tx.now)))
        .execute(tx.conn)?;
    super::contacts::set(tx, id, draft.reach.as_ref())
}

/// Removes the draft row when the idea is sent.
pub fn delete_draft(tx: &mut Tx<'_>, id: IdeaId) -> Result<()> {
    diesel::delete(drafts::table.filter(drafts::idea_id.eq(id))).execute(tx.conn)?;
    Ok(())
}

/// Drafts that nobody has touched since a moment, at most 100.
pub fn idle_drafts(conn: &mut Conn, before: Timestamp) -> Result<Vec<IdeaId>> {
    Ok(drafts::table.filter(drafts::touched_at.lt(before)).select(drafts::idea_id).limit(100).load(conn)?)
}

/// Removes a draft with everything in it, unless it was sent or touched since a moment; says
/// whether it was removed.
pub fn remove_idle_draft(tx: &mut Tx<'_>, id: IdeaId, before: Timestamp) -> Result<bool> {
    use crate::db::schema::idea_notes;
    let idle = drafts::table.filter(drafts::idea_id.eq(id)).filter(drafts::touched_at.lt(before));
    if diesel::delete(idle).execute(tx.conn)? == 0 {
        return Ok(false);
    }
    let draft = ideas::table.filter(ideas::id.eq(id)).filter(ideas::state.eq(State::Draft));
    if !diesel::select(diesel::dsl::exists(draft)).get_result(tx.conn)? {
        return Ok(false);
    }
    diesel::delete(idea_notes::table.filter(idea_notes::idea_id.eq(id))).execute(tx.conn)?;
    diesel::delete(idea_milestones::table.filter(idea_milestones::idea_id.eq(id))).execute(tx.conn)?;
    super::contacts::set(tx, id, None)?;
    diesel::delete(ideas::table.filter(ideas::id.eq(id))).execute(tx.conn)?;
    Ok(true)
}

/// What is set when a draft is sent: number, receipt, author, and the first revision.
pub struct Sending<'a> {
    /// Public number.
    pub number: &'a str,
    /// Hash of the receipt code.
    pub receipt_hash: &'a str,
    /// Author, when a contact was left or somebody is signed in.
    pub author: Option<PersonId>,
    /// Day of arrival.
    pub today: Date,
}

/// Sets what an idea gets when it is sent.
pub fn mark_sent(tx: &mut Tx<'_>, id: IdeaId, sending: &Sending<'_>) -> Result<()> {
    diesel::update(ideas::table.filter(ideas::id.eq(id)))
        .set((
            ideas::number.eq(Some(sending.number)),
            ideas::receipt_hash.eq(Some(sending.receipt_hash)),
            ideas::author_id.eq(sending.author),
            ideas::submitted_at.eq(Some(tx.now)),
            ideas::revision.eq(1),
        ))
        .execute(tx.conn)?;
    diesel::update(idea_milestones::table.filter(idea_milestones::idea_id.eq(id)))
        .set(idea_milestones::received_on.eq(Some(sending.today)))
        .execute(tx.conn)?;
    Ok(())
}

/// Whether an idea with this id in another system is in already.
pub fn is_imported(conn: &mut Conn, external_id: &str) -> Result<bool> {
    let known = ideas::table.filter(ideas::external_id.eq(external_id));
    Ok(diesel::select(diesel::dsl::exists(known)).get_result(conn)?)
}

/// Sets the texts of an idea that came in whole.
pub fn set_imported_texts(tx: &mut Tx<'_>, idea: &super::Idea, external_id: &str) -> Result<()> {
    diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
        .set((
            ideas::title.eq(&idea.title),
            ideas::body.eq(&idea.body),
            ideas::author_name.eq(&idea.author_name),
            ideas::language.eq(&idea.language),
            ideas::external_id.eq(Some(external_id)),
            ideas::origin.eq("import"),
        ))
        .execute(tx.conn)?;
    Ok(())
}
