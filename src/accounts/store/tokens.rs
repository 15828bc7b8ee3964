//! SQL of links and codes that are mailed. Only [`crate::accounts::tokens`] calls it.

use diesel::prelude::*;

use crate::accounts::tokens::{MailedToken, Purpose};
use crate::db::schema::mailed_tokens;
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::kernel::{EmailAddress, IdeaId, Timestamp};

/// What is needed to make a row.
pub(in crate::accounts) struct NewToken<'a> {
    /// What it is good for.
    pub(in crate::accounts) purpose: Purpose,
    /// The chance in it.
    pub(in crate::accounts) nonce: &'a str,
    /// Where it goes.
    pub(in crate::accounts) email: &'a EmailAddress,
    /// The idea that it concerns.
    pub(in crate::accounts) idea: Option<IdeaId>,
    /// Language of the one who asked.
    pub(in crate::accounts) locale: Locale,
}

type Row = (i64, Purpose, String, String, Locale, Option<IdeaId>, Timestamp, Timestamp, i32, Option<Timestamp>);

type Columns = (
    mailed_tokens::id,
    mailed_tokens::purpose,
    mailed_tokens::nonce,
    mailed_tokens::email,
    mailed_tokens::locale,
    mailed_tokens::idea_id,
    mailed_tokens::created_at,
    mailed_tokens::expires_at,
    mailed_tokens::attempts,
    mailed_tokens::used_at,
);

const COLUMNS: Columns = (
    mailed_tokens::id,
    mailed_tokens::purpose,
    mailed_tokens::nonce,
    mailed_tokens::email,
    mailed_tokens::locale,
    mailed_tokens::idea_id,
    mailed_tokens::created_at,
    mailed_tokens::expires_at,
    mailed_tokens::attempts,
    mailed_tokens::used_at,
);

fn read(
    (id, purpose, nonce, email, locale, idea, created_at, expires_at, attempts, used_at): Row,
) -> Result<MailedToken> {
    let email = EmailAddress::parse(&email)
        .ok_or_else(|| Error::corrupt(format!("the address of mailed token {id} is not an address")))?;
    Ok(MailedToken { id, purpose, email, locale, idea, created_at, expires_at, attempts, used_at, nonce })
}

/// Makes a row.
pub(in crate::accounts) fn insert_token(tx: &mut Tx<'_>, new: &NewToken<'_>) -> Result<i64> {
    Ok(diesel::insert_into(mailed_tokens::table)
        .values((
            mailed_tokens::purpose.eq(new.purpose),
            mailed_tokens::nonce.eq(new.nonce),
            mailed_tokens::email.eq(new.email.as_str()),
            mailed_tokens::email_folded.eq(new.email.folded()),
            mailed_tokens::locale.eq(new.locale),
            mailed_tokens::idea_id.eq(new.idea),
            mailed_tokens::created_at.eq(tx.now),
            mailed_tokens::expires_at.eq(tx.now.plus_minutes(new.purpose.minutes())),
            mailed_tokens::attempts.eq(0),
        ))
        .returning(mailed_tokens::id)
        .get_result(tx.conn)?)
}

/// The newest row of an address when it has at least `most` since a moment, else none.
pub(in crate::accounts) fn newest_when_full(
    tx: &mut Tx<'_>,
    purpose: Purpose,
    email: &EmailAddress,
    since: Timestamp,
    most: i64,
) -> Result<Option<i64>> {
    let ids: Vec<i64> = mailed_tokens::table
        .filter(mailed_tokens::email_folded.eq(email.folded()))
        .filter(mailed_tokens::purpose.eq(purpose))
        .filter(mailed_tokens::created_at.gt(since))
        .order((mailed_tokens::created_at.desc(), mailed_tokens::id.desc()))
        .limit(most)
        .select(mailed_tokens::id)
        .load(tx.conn)?;
    let full = i64::try_from(ids.len()).is_ok_and(|count| count >= most);
    Ok(if full { ids.first().copied() } else { None })
}

/// A row, if there is one.
pub(in crate::accounts) fn token(conn: &mut Conn, id: i64) -> Result<Option<MailedToken>> {
    let row: Option<Row> =
        mailed_tokens::table.filter(mailed_tokens::id.eq(id)).select(COLUMNS).first(conn).optional()?;
    row.map(read).transpose()
}

/// Counts a try at a code that can still be tried; none when it cannot.
pub(in crate::accounts) fn count_try(tx: &mut Tx<'_>, id: i64, most: i32) -> Result<Option<MailedToken>> {
    let open = mailed_tokens::table
        .filter(mailed_tokens::id.eq(id))
        .filter(mailed_tokens::used_at.is_null())
        .filter(mailed_tokens::expires_at.gt(tx.now))
        .filter(mailed_tokens::attempts.lt(most));
    let row: Option<Row> = diesel::update(open)
        .set(mailed_tokens::attempts.eq(mailed_tokens::attempts + 1))
        .returning(COLUMNS)
        .get_result(tx.conn)
        .optional()?;
    row.map(read).transpose()
}

/// Uses a row up; says whether this was the one who did.
pub(in crate::accounts) fn use_up(tx: &mut Tx<'_>, id: i64) -> Result<bool> {
    let open = mailed_tokens::table
        .filter(mailed_tokens::id.eq(id))
        .filter(mailed_tokens::used_at.is_null())
        .filter(mailed_tokens::expires_at.gt(tx.now));
    Ok(diesel::update(open).set(mailed_tokens::used_at.eq(Some(tx.now))).execute(tx.conn)? == 1)
}

/// Deletes a row.
pub(in crate::accounts) fn delete_token(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    diesel::delete(mailed_tokens::table.filter(mailed_tokens::id.eq(id))).execute(tx.conn)?;
    Ok(())
}

/// Deletes rows that ran out before a moment.
pub(in crate::accounts) fn delete_tokens(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    Ok(diesel::delete(mailed_tokens::table.filter(mailed_tokens::expires_at.lt(before))).execute(tx.conn)?)
}
