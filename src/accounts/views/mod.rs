//! What the account pages show, read in few statements. Other features' tables are only read.

mod own_data;

pub use own_data::{GradeLine, OwnData, OwnIdea, ReturnedLine, own_data};

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{follows, ideas, ownerships, people, seats, sessions, steering_groups};
use crate::error::Result;
use crate::i18n::Locale;
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{Cursor, Date, IdeaId, Page, PersonId, SessionId, Timestamp};
use crate::policy::Role;

/// Most sign-ins and tokens in one list.
const MOST_SESSIONS: i64 = 100;
/// Most people of the example town in one list.
const MOST_EXAMPLE_PEOPLE: i64 = 200;

/// What is stored about a person.
#[derive(Debug, Clone, Queryable)]
pub struct ProfileRow {
    /// Contact.
    pub email: String,
    /// Name that others see.
    pub display_name: String,
    /// Organisation the person speaks for.
    pub organisation: Option<String>,
    /// Language.
    pub locale: Locale,
    /// Role on the site.
    pub role: Role,
    /// Since when.
    pub created_at: Timestamp,
    /// When the contact was known to be right.
    pub confirmed_at: Option<Timestamp>,
    /// Whether mails are in easy Swedish.
    pub simple_swedish: bool,
}

/// A line of a list of ideas.
#[derive(Debug, Clone, Queryable)]
pub struct IdeaLine {
    /// Which.
    pub id: IdeaId,
    /// Public number.
    pub number: Option<String>,
    /// What shall happen.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// Word for where it is on its way.
    pub state: String,
}

/// A sign-in or a token for the API that still works.
#[derive(Debug, Clone, Queryable)]
pub struct SessionRow {
    /// Which.
    pub id: SessionId,
    /// `browser` or `api`.
    pub kind: String,
    /// Browser, or what the token is for.
    pub label: String,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub expires_at: Timestamp,
}

/// A person's own page.
#[derive(Debug, Clone)]
pub struct AccountView {
    /// What is stored about the person.
    pub profile: ProfileRow,
    /// His or her ideas, newest first.
    pub ideas: Page<IdeaLine>,
    /// What he or she follows, newest first.
    pub followed: Page<IdeaLine>,
    /// Sign-ins and tokens, newest first.
    pub sessions: Vec<SessionRow>,
}

/// Where in its lists the page is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Places {
    /// After this of the person's ideas.
    pub ideas: Option<Cursor>,
    /// After this of the followed ideas.
    pub followed: Option<Cursor>,
}

/// A person's own page.
pub fn account(conn: &mut Conn, person: PersonId, places: Places, now: Timestamp) -> Result<AccountView> {
    Ok(AccountView {
        profile: profile(conn, person)?,
        ideas: own_ideas(conn, person, places.ideas)?,
        followed: followed(conn, person, places.followed)?,
        sessions: live_sessions(conn, person, now)?,
    })
}

/// What is stored about a person.
///
/// # Errors
/// Not found.
pub fn profile(conn: &mut Conn, person: PersonId) -> Result<ProfileRow> {
    Ok(people::table
        .filter(people::id.eq(person))
        .select((
            people::email,
            people::display_name,
            people::organisation,
            people::locale,
            people::role,
            people::created_at,
            people::confirmed_at,
            people::simple_swedish,
        ))
        .first(conn)?)
}

type IdeaLineColumns = (ideas::id, ideas::number, ideas::title, ideas::language, ideas::state);

const IDEA_LINE: IdeaLineColumns = (ideas::id, ideas::number, ideas::title, ideas::language, ideas::state);

fn own_ideas(conn: &mut Conn, person: PersonId, after: Option<Cursor>) -> Result<Page<IdeaLine>> {
    // A draft is opened by the browser that holds its token, not from here.
    let before = after.map_or(i64::MAX, |cursor| cursor.id);
    let rows = ideas::table
        .filter(ideas::author_id.eq(person))
        .filter(ideas::number.is_not_null())
        .filter(ideas::id.lt(before))
        .order(ideas::id.desc())
        .limit(PAGE_SIZE + 1)
        .select(IDEA_LINE)
        .load(conn)?;
    Ok(cut(rows))
}

fn followed(conn: &mut Conn, person: PersonId, after: Option<Cursor>) -> Result<Page<IdeaLine>> {
    let before = after.map_or(i64::MAX, |cursor| cursor.id);
    let rows = follows::table
        .inner_join(ideas::table.on(ideas::id.eq(follows::idea_id)))
        .filter(follows::person_id.eq(person))
        .filter(follows::idea_id.lt(before))
        .filter(ideas::listed.eq(true))
        .order(follows::idea_id.desc())
        .limit(PAGE_SIZE + 1)
        .select(IDEA_LINE)
        .load(conn)?;
    Ok(cut(rows))
}

fn cut(rows: Vec<IdeaLine>) -> Page<IdeaLine> {
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Page::cut(rows, size, |row: &IdeaLine| Cursor { sort: row.id.get(), id: row.id.get() })
}

fn live_sessions(conn: &mut Conn, person: PersonId, now: Timestamp) -> Result<Vec<SessionRow>> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .order(sessions::id.desc())
        .limit(MOST_SESSIONS)
        .select((sessions::id, sessions::kind, sessions::label, sessions::created_at, sessions::expires_at))
        .load(conn)?)
}

/// A seat that a person holds or will hold.
#[derive(Debug, Clone, Queryable)]
pub struct SeatLine {
    /// Name of the group.
    pub group_name: String,
    /// Word for the group in addresses.
    pub group_slug: String,
    /// Word for the role in the group.
    pub role: String,
    /// Whom the person represents.
    pub represents: String,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Option<Date>,
}

/// What somebody else has to take over when a person goes.
#[derive(Debug, Clone, Default)]
pub struct Duties {
    /// Seats held today or later.
    pub seats: Vec<SeatLine>,
    /// Ideas that the person is asked to carry out, or does.
    pub owned: Vec<IdeaLine>,
}

impl Duties {
    /// Whether there is nothing to take over.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.seats.is_empty() && self.owned.is_empty()
    }
}

/// What somebody else has to take over when a person goes.
pub fn duties(conn: &mut Conn, person: PersonId, today: Date) -> Result<Duties> {
    let seats = seats::table
        .inner_join(steering_groups::table)
        .filter(seats::person_id.eq(person))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
        .order(seats::id)
        .select(SEAT_LINE)
        .load(conn)?;
    let owned = ownerships::table
        .inner_join(ideas::table.on(ideas::id.eq(ownerships::idea_id)))
        .filter(ownerships::person_id.eq(person))
        .filter(ownerships::state.eq_any(["asked", "accepted"]))
        .filter(ideas::state.ne_all(["declined", "done", "stopped", "merged", "withdrawn"]))
        .order(ownerships::id)
        .select(IDEA_LINE)
        .load(conn)?;
    Ok(Duties { seats, owned })
}

type SeatLineColumns =
    (steering_groups::name, steering_groups::slug, seats::role, seats::represents, seats::starts_on, seats::ends_on);

const SEAT_LINE: SeatLineColumns =
    (steering_groups::name, steering_groups::slug, seats::role, seats::represents, seats::starts_on, seats::ends_on);

/// A person of the example town.
#[derive(Debug, Clone, Queryable)]
pub struct ExamplePerson {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub display_name: String,
    /// One line about the person.
    pub about: Option<String>,
    /// Role on the site.
    pub role: Role,
    /// Language.
    pub locale: Locale,
}

/// The people of the example town, in the order in which they were made.
pub fn example_people(conn: &mut Conn) -> Result<Vec<ExamplePerson>> {
    Ok(people::table
        .filter(people::example.eq(true))
        .filter(people::suspended.eq(false))
        .order(people::id)
        .limit(MOST_EXAMPLE_PEOPLE)
        .select((people::id, people::display_name, people::about, people::role, people::locale))
        .load(conn)?)
}
