//! SQL of what people have chosen about mails.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;

use super::super::pace::{Channel, Pace, bundle_time};
use crate::db::schema::{mail_choices, news};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::kernel::PersonId;

/// Everything that a person has chosen; what is not there has its default.
pub(in super::super) fn choices(conn: &mut Conn, person: PersonId) -> Result<BTreeMap<Channel, Pace>> {
    let rows: Vec<(Channel, Pace)> = mail_choices::table
        .filter(mail_choices::person_id.eq(person))
        .select((mail_choices::channel, mail_choices::pace))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What these people have chosen for a channel; the others have its default.
pub(in super::super) fn paces(
    conn: &mut Conn,
    channel: Channel,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Pace>> {
    let rows: Vec<(PersonId, Pace)> = mail_choices::table
        .filter(mail_choices::person_id.eq_any(people))
        .filter(mail_choices::channel.eq(channel))
        .select((mail_choices::person_id, mail_choices::pace))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Writes a choice. What waits in the channel follows it: it goes, or waits for the next bundle of its kind.
pub(in super::super) fn choose(tx: &mut Tx<'_>, person: PersonId, channel: Channel, pace: Pace) -> Result<()> {
    let this =
        || mail_choices::table.filter(mail_choices::person_id.eq(person)).filter(mail_choices::channel.eq(channel));
    if diesel::update(this()).set(mail_choices::pace.eq(pace)).execute(tx.conn)? == 0 {
        let made = portable::insert_new(tx, |conn| {
            diesel::insert_into(mail_choices::table)
                .values((
                    mail_choices::person_id.eq(person),
                    mail_choices::channel.eq(channel),
                    mail_choices::pace.eq(pace),
                ))
                .execute(conn)
        })?;
        if made.is_none() {
            diesel::update(this()).set(mail_choices::pace.eq(pace)).execute(tx.conn)?;
        }
    }
    let waiting = news::table
        .filter(news::email_id.is_null())
        .filter(news::person_id.eq(person))
        .filter(news::channel.eq(channel));
    if pace == Pace::Never {
        diesel::delete(waiting).execute(tx.conn)?;
    } else {
        let next = bundle_time(pace, tx.now);
        diesel::update(waiting).set(news::wait_until.eq(Some(next))).execute(tx.conn)?;
    }
    Ok(())
}
