//! The outbox: one row per mail to one reader, and what became of it.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::{EmailState, OutboundMail};
use crate::db::portable::insert_new;
use crate::db::schema::emails;
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::kernel::page::PAGE_SIZE;
use crate::kernel::{Cursor, EmailAddress, EmailId, Page, PersonId, Timestamp};

/// A mail to be written into the outbox.
#[derive(Debug, Clone)]
pub struct NewEmail {
    /// Why this reader gets it, as `event:kind:person`; a second mail with the same cause is not
    /// written.
    pub cause: String,
    /// What kind of mail it is, one word.
    pub kind: String,
    /// The reader, if known as a person.
    pub person: Option<PersonId>,
    /// Where it goes.
    pub recipient: EmailAddress,
    /// Language of both parts.
    pub locale: String,
    /// The subject.
    pub subject: String,
    /// The complete text part.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// Groups mails into a conversation; the number of an idea.
    pub thread: Option<String>,
    /// Where one POST ends this kind of mail.
    pub unsubscribe: Option<String>,
}

/// A mail of the outbox with its state.
#[derive(Debug, Clone)]
pub struct StoredEmail {
    /// What to send.
    pub mail: OutboundMail,
    /// Whether it still waits.
    pub state: EmailState,
}

/// A line of the staff's delivery page. The subject is left out: it may hold a sign-in code.
#[derive(Debug, Clone)]
pub struct DeliveryRow {
    /// The row.
    pub id: EmailId,
    /// What kind of mail it is.
    pub kind: String,
    /// The reader's address, hinted at only.
    pub recipient: String,
    /// What became of it.
    pub state: EmailState,
    /// When it was written.
    pub created_at: Timestamp,
    /// When a server took it over.
    pub sent_at: Option<Timestamp>,
    /// What the server answered, or why the mail is dead.
    pub server_said: Option<String>,
}

/// How many mails there are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Waiting.
    pub queued: i64,
    /// Taken over by a server.
    pub sent: i64,
    /// Given up.
    pub dead: i64,
}

/// Writes a mail into the outbox; `None` when one with the same cause is there already.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Tx<'_>, email: &NewEmail) -> Result<Option<EmailId>> {
    let now = tx.now;
    insert_new(tx, |conn| {
        diesel::insert_into(emails::table)
            .values((
                emails::cause.eq(&email.cause),
                emails::kind.eq(&email.kind),
                emails::person_id.eq(email.person),
                emails::recipient.eq(email.recipient.as_str()),
                emails::locale.eq(&email.locale),
                emails::subject.eq(&email.subject),
                emails::body_text.eq(&email.text),
                emails::body_html.eq(&email.html),
                emails::thread.eq(email.thread.as_deref()),
                emails::unsubscribe.eq(email.unsubscribe.as_deref()),
                emails::state.eq(EmailState::Queued),
                emails::created_at.eq(now),
            ))
            .returning(emails::id)
            .get_result::<EmailId>(conn)
    })
}

#[derive(Queryable)]
struct EmailRow {
    id: EmailId,
    kind: String,
    recipient: String,
    locale: String,
    subject: String,
    body_text: String,
    body_html: String,
    thread: Option<String>,
    unsubscribe: Option<String>,
    state: EmailState,
    created_at: Timestamp,
}

/// Reads a mail.
///
/// # Errors
/// [`Error::NotFound`], or [`Error::Corrupt`] when the stored address is none.
pub fn load(conn: &mut Conn, id: EmailId) -> Result<StoredEmail> {
    let row: EmailRow = emails::table
        .find(id)
        .select((
            emails::id,
            emails::kind,
            emails::recipient,
            emails::locale,
            emails::subject,
            emails::body_text,
            emails::body_html,
            emails::thread,
            emails::unsubscribe,
            emails::state,
            emails::created_at,
        ))
        .first(conn)?;
    let recipient = EmailAddress::parse(&row.recipient)
        .ok_or_else(|| Error::corrupt(format!("the recipient of email {id} is not an address")))?;
    let mail = OutboundMail {
        id: row.id,
        kind: row.kind,
        recipient,
        recipient_name: None,
        subject: row.subject,
        text: row.body_text,
        html: row.body_html,
        locale: row.locale,
        thread: row.thread,
        unsubscribe: row.unsubscribe,
        created_at: row.created_at,
    };
    Ok(StoredEmail { mail, state: row.state })
}

/// Where a mail went; none when it is forgotten.
///
/// # Errors
/// When the database fails.
pub fn recipient(conn: &mut Conn, id: EmailId) -> Result<Option<EmailAddress>> {
    let address: Option<String> = emails::table.find(id).select(emails::recipient).first(conn).optional()?;
    Ok(address.and_then(|address| EmailAddress::parse(&address)))
}

/// A server has taken the mail over; `false` when it was no longer waiting.
///
/// # Errors
/// When the database fails.
pub fn mark_sent(tx: &mut Tx<'_>, id: EmailId, server_said: &str) -> Result<bool> {
    let waiting = emails::table.filter(emails::id.eq(id)).filter(emails::state.eq(EmailState::Queued));
    let changed = diesel::update(waiting)
        .set((emails::state.eq(EmailState::Sent), emails::sent_at.eq(tx.now), emails::server_said.eq(server_said)))
        .execute(tx.conn)?;
    Ok(changed == 1)
}

/// The mail is given up, and why; `false` when it was no longer waiting.
///
/// # Errors
/// When the database fails.
pub fn mark_dead(tx: &mut Tx<'_>, id: EmailId, why: &str) -> Result<bool> {
    let waiting = emails::table.filter(emails::id.eq(id)).filter(emails::state.eq(EmailState::Queued));
    let changed = diesel::update(waiting)
        .set((emails::state.eq(EmailState::Dead), emails::server_said.eq(why)))
        .execute(tx.conn)?;
    Ok(changed == 1)
}

/// A dead mail waits again; `false` when it was not dead. The caller also adds the work of
/// sending it. Why it died stays readable until the next outcome.
///
/// # Errors
/// When the database fails.
pub fn revive(tx: &mut Tx<'_>, id: EmailId) -> Result<bool> {
    let dead = emails::table.filter(emails::id.eq(id)).filter(emails::state.eq(EmailState::Dead));
    Ok(diesel::update(dead).set(emails::state.eq(EmailState::Queued)).execute(tx.conn)? == 1)
}

/// A mail that still waits gets other words, because some of what it told may not be told any more.
///
/// # Errors
/// When the database fails.
pub fn rewrite_queued(tx: &mut Tx<'_>, id: EmailId, anew: &NewEmail) -> Result<()> {
    let waiting = emails::table.filter(emails::id.eq(id)).filter(emails::state.eq(EmailState::Queued));
    diesel::update(waiting)
        .set((
            emails::subject.eq(&anew.subject),
            emails::body_text.eq(&anew.text),
            emails::body_html.eq(&anew.html),
            emails::unsubscribe.eq(anew.unsubscribe.as_deref()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// A mail that still waits goes away, because nothing of what it told may be told any more.
///
/// # Errors
/// When the database fails.
pub fn remove_queued(tx: &mut Tx<'_>, id: EmailId) -> Result<()> {
    let waiting = emails::table.filter(emails::id.eq(id)).filter(emails::state.eq(EmailState::Queued));
    diesel::delete(waiting).execute(tx.conn)?;
    Ok(())
}

/// Takes address and words out of every mail to a reader who has left; what still waits is not sent.
///
/// # Errors
/// When the database fails.
pub fn forget_reader(tx: &mut Tx<'_>, person: PersonId, contact: &str) -> Result<()> {
    let all = || emails::table.filter(emails::person_id.eq(person));
    diesel::update(all().filter(emails::state.eq(EmailState::Queued)))
        .set(emails::state.eq(EmailState::Dead))
        .execute(tx.conn)?;
    diesel::update(all())
        .set((
            emails::recipient.eq(contact),
            emails::subject.eq(""),
            emails::body_text.eq(""),
            emails::body_html.eq(""),
            emails::unsubscribe.eq(None::<String>),
            emails::server_said.eq(None::<String>),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Which of these causes have their mail already.
///
/// # Errors
/// When the database fails.
pub fn causes_there(conn: &mut Conn, causes: &[&str]) -> Result<Vec<String>> {
    Ok(emails::table.filter(emails::cause.eq_any(causes)).select(emails::cause).load(conn)?)
}

/// Forgets mails that were sent before a moment, with everything in them; says how many.
///
/// # Errors
/// When the database fails.
pub fn prune_sent(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    let old = emails::table.filter(emails::state.eq(EmailState::Sent)).filter(emails::sent_at.lt(before));
    Ok(diesel::delete(old).execute(tx.conn)?)
}

/// Forgets mails that were given up and were written before a moment; says how many.
///
/// # Errors
/// When the database fails.
pub fn prune_dead(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    let old = emails::table.filter(emails::state.eq(EmailState::Dead)).filter(emails::created_at.lt(before));
    Ok(diesel::delete(old).execute(tx.conn)?)
}

/// A line of the list in which a newcomer reads the mails of the example town.
#[derive(Debug, Clone, Queryable)]
pub struct SubjectRow {
    /// The row.
    pub id: EmailId,
    /// The whole address; it is made up like everybody in the example town.
    pub recipient: String,
    /// The subject.
    pub subject: String,
    /// What became of it.
    pub state: EmailState,
    /// When it was written.
    pub created_at: Timestamp,
}

/// One page of the outbox with subjects, newest first. Only for the example town.
///
/// # Errors
/// When the database fails.
pub fn subjects(conn: &mut Conn, after: Option<Cursor>) -> Result<Page<SubjectRow>> {
    let from = after.map_or(EmailId::new(i64::MAX), |cursor| EmailId::new(cursor.id));
    let rows = emails::table
        .filter(emails::id.lt(from))
        .order(emails::id.desc())
        .limit(PAGE_SIZE + 1)
        .select((emails::id, emails::recipient, emails::subject, emails::state, emails::created_at))
        .load(conn)?;
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Ok(Page::cut(rows, size, |row: &SubjectRow| Cursor { sort: row.id.get(), id: row.id.get() }))
}

type DeliveryColumns = (EmailId, String, String, EmailState, Timestamp, Option<Timestamp>, Option<String>);

/// One page of the outbox, newest first, all states or one.
///
/// # Errors
/// When the database fails.
pub fn page(conn: &mut Conn, state: Option<EmailState>, after: Option<Cursor>) -> Result<Page<DeliveryRow>> {
    let mut query = emails::table
        .select((
            emails::id,
            emails::kind,
            emails::recipient,
            emails::state,
            emails::created_at,
            emails::sent_at,
            emails::server_said,
        ))
        .order(emails::id.desc())
        .limit(PAGE_SIZE + 1)
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(emails::state.eq(state));
    }
    if let Some(after) = after {
        query = query.filter(emails::id.lt(EmailId::new(after.id)));
    }
    let rows: Vec<DeliveryColumns> = query.load(conn)?;
    let rows = rows.into_iter().map(delivery_row).collect();
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    Ok(Page::cut(rows, size, |row: &DeliveryRow| Cursor { sort: row.id.get(), id: row.id.get() }))
}

fn delivery_row((id, kind, address, state, created_at, sent_at, server_said): DeliveryColumns) -> DeliveryRow {
    let recipient = EmailAddress::parse(&address).map_or_else(|| "…".to_owned(), |address| address.masked());
    DeliveryRow { id, kind, recipient, state, created_at, sent_at, server_said }
}

/// How many mails there are in each state.
///
/// # Errors
/// When the database fails.
pub fn counts(conn: &mut Conn) -> Result<Counts> {
    let rows: Vec<(EmailState, i64)> =
        emails::table.group_by(emails::state).select((emails::state, count_star())).load(conn)?;
    let of = |wanted| rows.iter().find(|(state, _)| *state == wanted).map_or(0, |(_, count)| *count);
    Ok(Counts { queued: of(EmailState::Queued), sent: of(EmailState::Sent), dead: of(EmailState::Dead) })
}

/// When the mail that has waited longest was written; `None` when none waits.
///
/// # Errors
/// When the database fails.
pub fn oldest_queued(conn: &mut Conn) -> Result<Option<Timestamp>> {
    let oldest = emails::table
        .filter(emails::state.eq(EmailState::Queued))
        .order(emails::id.asc())
        .select(emails::created_at)
        .first(conn)
        .optional()?;
    Ok(oldest)
}
