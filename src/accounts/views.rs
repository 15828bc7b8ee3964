//! What the account pages show, read in few statements. Other features' tables are only read.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{
    ballot_rolls, comments, emails, follows, ideas, inquiries, mail_choices, ownerships, people, reports, revisions,
    saved_searches, seats, sessions, steering_groups, theme_follows, watched_queries,
};
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

/// An idea in the file of its author.
#[derive(Debug, Clone, Queryable)]
pub struct OwnIdea {
    /// Public number.
    pub number: Option<String>,
    /// What shall happen.
    pub title: String,
    /// Why.
    pub body: String,
    /// Word for where it is on its way.
    pub state: String,
    /// When it came in; none for a draft.
    pub submitted_at: Option<Timestamp>,
}

/// Everything that is stored about a person, for the person.
#[derive(Debug, Clone)]
pub struct OwnData {
    /// Name, contact and choices.
    pub profile: ProfileRow,
    /// Sign-ins and tokens that still work.
    pub sessions: Vec<SessionRow>,
    /// Seats, also ended ones.
    pub seats: Vec<SeatLine>,
    /// Ideas.
    pub ideas: Vec<OwnIdea>,
    /// Texts of ideas that the person has written or changed: number, title, text, moment.
    pub revisions: Vec<(Option<String>, String, String, Timestamp)>,
    /// Contributions: number of the idea, kind, state, text, moment.
    pub comments: Vec<(Option<String>, String, String, String, Timestamp)>,
    /// Followed ideas: number, day.
    pub follows: Vec<(Option<String>, Date)>,
    /// Followed themes: word, day.
    pub themes: Vec<(String, Date)>,
    /// Chosen paces of mail: channel, pace.
    pub mail_choices: Vec<(String, String)>,
    /// Saved searches: what is asked for, moment.
    pub saved_searches: Vec<(String, Timestamp)>,
    /// Carrying out: number of the idea, organisation, state, first step.
    pub ownerships: Vec<(Option<String>, String, String, Date)>,
    /// Questions asked of the person: number of the idea, question, answer.
    pub inquiries: Vec<(Option<String>, String, Option<String>)>,
    /// Reports: number of the idea, reason, moment.
    pub reports: Vec<(Option<String>, String, Timestamp)>,
    /// Ballots: number, whether the person has voted. How, nobody knows.
    pub ballots: Vec<(i64, bool)>,
    /// Mails: kind, subject, moment.
    pub mails: Vec<(String, String, Timestamp)>,
}

/// Everything that is stored about a person and can be tied to him or her.
pub fn own_data(conn: &mut Conn, person: PersonId, now: Timestamp) -> Result<OwnData> {
    Ok(OwnData {
        profile: profile(conn, person)?,
        sessions: live_sessions(conn, person, now)?,
        seats: held_seats(conn, person)?,
        ideas: written_ideas(conn, person)?,
        revisions: revisions::table
            .inner_join(ideas::table.on(ideas::id.eq(revisions::idea_id)))
            .filter(ideas::author_id.eq(person))
            .filter(revisions::edited_by.eq(person.get()))
            .order(revisions::id)
            .select((ideas::number, revisions::title, revisions::body, revisions::created_at))
            .load(conn)?,
        comments: comments::table
            .inner_join(ideas::table.on(ideas::id.eq(comments::idea_id)))
            .filter(comments::author_id.eq(person))
            .order(comments::id)
            .select((ideas::number, comments::kind, comments::state, comments::body, comments::created_at))
            .load(conn)?,
        follows: follows::table
            .inner_join(ideas::table.on(ideas::id.eq(follows::idea_id)))
            .filter(follows::person_id.eq(person))
            .order(follows::idea_id)
            .select((ideas::number, follows::since_on))
            .load(conn)?,
        themes: themes(conn, person)?,
        mail_choices: chosen_paces(conn, person)?,
        saved_searches: saved(conn, person)?,
        ownerships: ownerships::table
            .inner_join(ideas::table.on(ideas::id.eq(ownerships::idea_id)))
            .filter(ownerships::person_id.eq(person))
            .order(ownerships::id)
            .select((ideas::number, ownerships::organisation, ownerships::state, ownerships::first_step_on))
            .load(conn)?,
        inquiries: inquiries::table
            .inner_join(ideas::table.on(ideas::id.eq(inquiries::idea_id)))
            .filter(inquiries::asked_person.eq(person))
            .order(inquiries::id)
            .select((ideas::number, inquiries::question, inquiries::answer))
            .load(conn)?,
        reports: reports::table
            .inner_join(ideas::table.on(ideas::id.eq(reports::idea_id)))
            .filter(reports::reporter_id.eq(person))
            .order(reports::id)
            .select((ideas::number, reports::reason, reports::at))
            .load(conn)?,
        ballots: ballot_rolls::table
            .filter(ballot_rolls::person_id.eq(person))
            .order(ballot_rolls::ballot_id)
            .select((ballot_rolls::ballot_id, ballot_rolls::has_voted))
            .load(conn)?,
        mails: emails::table
            .filter(emails::person_id.eq(person))
            .order(emails::id)
            .select((emails::kind, emails::subject, emails::created_at))
            .load(conn)?,
    })
}

fn written_ideas(conn: &mut Conn, person: PersonId) -> Result<Vec<OwnIdea>> {
    Ok(ideas::table
        .filter(ideas::author_id.eq(person))
        .order(ideas::id)
        .select((ideas::number, ideas::title, ideas::body, ideas::state, ideas::submitted_at))
        .load(conn)?)
}

fn held_seats(conn: &mut Conn, person: PersonId) -> Result<Vec<SeatLine>> {
    let own = seats::table.inner_join(steering_groups::table).filter(seats::person_id.eq(person));
    Ok(own.order(seats::id).select(SEAT_LINE).load(conn)?)
}

fn themes(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, Date)>> {
    let own = theme_follows::table.filter(theme_follows::person_id.eq(person)).order(theme_follows::theme);
    Ok(own.select((theme_follows::theme, theme_follows::since_on)).load(conn)?)
}

fn chosen_paces(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, String)>> {
    let own = mail_choices::table.filter(mail_choices::person_id.eq(person)).order(mail_choices::channel);
    Ok(own.select((mail_choices::channel, mail_choices::pace)).load(conn)?)
}

fn saved(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, Timestamp)>> {
    Ok(saved_searches::table
        .inner_join(watched_queries::table.on(watched_queries::id.eq(saved_searches::query_id)))
        .filter(saved_searches::person_id.eq(person))
        .order(saved_searches::id)
        .select((watched_queries::query, saved_searches::saved_at))
        .load(conn)?)
}
