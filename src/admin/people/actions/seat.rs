//! Giving and ending seats in groups.

use crate::accounts::standing;
use crate::accounts::store::{self as people, NewPerson};
use crate::db::{Db, Tx, sent_forms};
use crate::error::{Code, Error, Result};
use crate::groups::seats::{self, SeatToGive};
use crate::groups::store::{self as groups, NewSeat};
use crate::i18n::Locale;
use crate::journal::{self, Event};
use crate::kernel::{Actor, PersonId, SeatId};
use crate::policy::{self, Action, Role};

/// Gives a seat in the group with this slug. The same form sent again gives the first seat.
///
/// # Errors
/// [`Code::AlreadySeated`] for somebody who holds a seat there in that time; a name is needed for
/// somebody who is new here.
pub fn give_seat(db: &Db, actor: &Actor, slug: &str, seat: &SeatToGive) -> Result<()> {
    match give_once(db, actor, slug, seat) {
        // The same form came in meanwhile; the second try finds what the first one did.
        Err(Error::Conflict(_)) => give_once(db, actor, slug, seat),
        outcome => outcome,
    }
}

fn give_once(db: &Db, actor: &Actor, slug: &str, seat: &SeatToGive) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::PeopleManage)?;
        let group = groups::load_by_slug(tx.conn, slug)?;
        let form_key = format!("seat {} {}", group.id, seat.form_key);
        if sent_forms::result_of(tx, &form_key)?.is_some() {
            return Ok(());
        }
        // Claimed before anything else, so that of several at the same time one goes on.
        if !sent_forms::note(tx, &form_key, "given")? {
            return Err(Error::Conflict(Code::ChangedMeanwhile));
        }
        let person = person_for(tx, seat)?;
        let taken = || Error::field("email", Code::AlreadySeated);
        if seats::store::is_seated_between(tx.conn, group.id, person, seat.starts_on, seat.ends_on)? {
            return Err(taken());
        }
        let new = NewSeat {
            group: group.id,
            person,
            role: seat.role,
            represents: seat.represents.as_str(),
            starts_on: seat.starts_on,
            ends_on: seat.ends_on,
        };
        groups::insert_seat(tx, &new)?.ok_or_else(taken)?;
        let event = Event::SeatGiven { group: group.id, person, role: seat.role.to_string() };
        journal::record(tx, actor, &[event])?;
        Ok(())
    })
}

/// The person with the contact; somebody new is made, and signs in when he or she likes.
fn person_for(tx: &mut Tx<'_>, seat: &SeatToGive) -> Result<PersonId> {
    if let Some(known) = people::find_by_email(tx.conn, &seat.email)? {
        return Ok(known.id);
    }
    let name = seat.name.as_ref().ok_or_else(|| Error::field("name", Code::FieldEmpty))?;
    let new = NewPerson {
        email: &seat.email,
        display_name: name.as_str(),
        organisation: None,
        about: None,
        locale: Locale::default(),
        role: Role::Resident,
        example: false,
        confirmed: false,
    };
    people::insert(tx, &new)
}

/// Ends a seat at once: yesterday was its last day. A seat that began today or has not begun is
/// taken back.
///
/// # Errors
/// Not found for a seat of another group; a conflict when it has ended already.
pub fn end_seat(db: &Db, actor: &Actor, slug: &str, seat: SeatId) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::PeopleManage)?;
        let group = groups::load_by_slug(tx.conn, slug)?;
        let held = seats::store::load_seat(tx.conn, group.id, seat)?;
        let today = tx.now.date();
        if held.ends_on.is_some_and(|last| last < today) {
            return Err(Error::Conflict(Code::ChangedMeanwhile));
        }
        if held.starts_on >= today {
            seats::store::take_back(tx, seat)?;
        } else {
            groups::end_seat(tx, group.id, seat, today.plus_days(-1))?;
        }
        journal::record(tx, actor, &[Event::SeatEnded { group: group.id, person: held.person }])?;
        Ok(())
    })
}
