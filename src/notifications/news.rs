//! Telling each reader once, at the pace that he or she has chosen.
//!
//! How somebody is told of something is decided in the transaction that writes it down, by a row that is
//! unique for reader and cause: a job that runs again, or a choice that changes meanwhile, tells nobody
//! twice. The places among a day's mails are unique too, so two jobs at once do not make four of three.

use super::pace::{Pace, Way, way};
use super::store::{Going, Item};
use super::{outbox, store};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::kernel::PersonId;
use crate::mail::NewEmail;

/// A reader, the chosen pace, and the mail if it may go at once.
pub(super) struct Telling {
    /// Who; none for a contact that belongs to nobody, who has nothing to choose.
    pub(super) person: Option<PersonId>,
    pub(super) pace: Pace,
    pub(super) mail: Option<NewEmail>,
}

/// Writes down, for each reader for whom that is not done yet, how he or she is told.
pub(super) fn deliver(db: &Db, item: &Item, tellings: &[Telling]) -> Result<()> {
    db.write(|tx| deliver_in(tx, item, tellings))
}

/// As [`deliver`], in a transaction that writes more.
pub(super) fn deliver_in(tx: &mut Tx<'_>, item: &Item, tellings: &[Telling]) -> Result<()> {
    store::take_turn(tx)?;
    let people: Vec<PersonId> = tellings.iter().filter_map(|telling| telling.person).collect();
    let decided = store::decided(tx.conn, &item.cause, &people)?;
    let taken = store::taken_places(tx.conn, tx.now.date(), &people)?;
    for telling in tellings {
        match (telling.person, &telling.mail) {
            (Some(person), _) if decided.contains(&person) => {}
            (Some(person), mail) => {
                let places = taken.get(&person).map_or(&[][..], Vec::as_slice);
                let waits = item.channel.waits_on_a_full_day() || item.kind.can_wait_for_the_bundle();
                tell(tx, item, person, way(waits, telling.pace, places, tx.now), mail.as_ref())?;
            }
            (None, Some(mail)) => drop(outbox::insert(tx, mail)?),
            (None, None) => {}
        }
    }
    Ok(())
}

fn tell(tx: &mut Tx<'_>, item: &Item, person: PersonId, way: Way, mail: Option<&NewEmail>) -> Result<()> {
    match (way, mail) {
        (Way::Now(place), Some(mail)) => {
            // Told by a version that wrote nothing down but the mail.
            let Some(email) = outbox::insert(tx, mail)? else { return Ok(()) };
            store::insert(tx, person, item, Going::In(email, place))
        }
        (Way::Wait(until), _) => store::insert(tx, person, item, Going::Later(until)),
        (Way::Nothing | Way::Now(_), _) => Ok(()),
    }
}
