//! Asking somebody to own the carrying out of an idea.

use super::step::{At, Moved, Opened, once, open};
use crate::accounts::store::NewPerson;
use crate::db::{Db, Tx};
use crate::error::{Code, Error, Result};
use crate::i18n::Locale;
use crate::ideas::forms::{NewOwner, NewOwnerBy};
use crate::ideas::lifecycle::{Command, State};
use crate::ideas::store::help;
use crate::ideas::store::ownerships::{self, NewOwnership};
use crate::journal::{self, Event};
use crate::kernel::text::DisplayName;
use crate::kernel::{Actor, Date, EmailAddress, IdeaId, OwnershipId, PersonId};
use crate::policy::{Action, Role};
use crate::town::Town;
use crate::{accounts, groups};

/// Asks somebody; whoever was asked or had accepted before is relieved.
///
/// # Errors
/// Who may not, the wrong state, an old version, a waiting hand-over, or an owner who has no seat.
pub fn ask_owner(db: &Db, town: &Town, actor: &Actor, at: &At<'_>, owner: &NewOwner) -> Result<Moved> {
    db.write(|tx| {
        once(tx, actor, at, "ask owner", |tx| {
            let opened = open(tx, actor, at, Action::IdeaTriage)?;
            if !opened.idea.state.takes_owner() {
                return Err(Error::Conflict(Code::NotNow));
            }
            opened.demand_no_offer()?;
            demand_near(&opened, town, owner.first_step_on)?;
            let idea = opened.idea.id;
            let (ownership, relieved) = name_owner(tx, &opened, owner)?;
            let moved = opened.touch(tx)?;
            journal::record(tx, actor, &[vec![Event::OwnerAsked { idea, ownership }], relieved].concat())?;
            Ok(moved)
        })
    })
}

/// After a yes a day is promised. Whoever takes over may promise a later one, but no later than any new day
/// for what is owed: else asking somebody would put off for years what nobody may put off so long.
pub(super) fn demand_near(opened: &Opened, town: &Town, first_step_on: Date) -> Result<()> {
    let is_promised = matches!(opened.idea.state, State::Accepted | State::PartlyAccepted);
    if !is_promised || opened.idea.due_on.is_none_or(|due| first_step_on <= due) {
        return Ok(());
    }
    match opened.decide(town, Command::Postpone(first_step_on)) {
        Err(error) if error.code() == Code::FieldDateTooFar => {
            Err(Error::field("first_step_on", Code::FieldDateTooFar))
        }
        _ => Ok(()),
    }
}

/// Relieves whoever was asked or had accepted; gives what that one is told, but nothing when the same person
/// is asked again.
pub(super) fn relieve(tx: &mut Tx<'_>, idea: IdeaId, instead: Option<PersonId>) -> Result<Vec<Event>> {
    let live = ownerships::live(tx.conn, idea)?;
    ownerships::release(tx, idea)?;
    let relieved = live.filter(|owner| Some(owner.person) != instead);
    Ok(relieved.map(|owner| Event::OwnerReleased { idea, ownership: owner.id }).into_iter().collect())
}

/// Makes the ownership that waits for an answer, and gives what whoever had it before is told.
pub(super) fn name_owner(tx: &mut Tx<'_>, opened: &Opened, owner: &NewOwner) -> Result<(OwnershipId, Vec<Event>)> {
    let written = owner.organisation.as_ref().map(|name| name.as_str().to_owned());
    let (person, organisation) = match &owner.by {
        NewOwnerBy::Seat(person) => {
            let seats = groups::store::seats_on(tx.conn, opened.group()?, opened.today)?;
            let seat = seats.into_iter().find(|seat| seat.person == *person);
            let seat = seat.ok_or_else(|| Error::field("owner", Code::FieldUnknownChoice))?;
            (seat.person, written.unwrap_or(seat.represents))
        }
        NewOwnerBy::Email { email, name } => (person_behind(tx, email, name)?, written.unwrap_or_default()),
    };
    let new = NewOwnership { person, organisation: &organisation, first_step_on: owner.first_step_on };
    help::end(tx, opened.idea.id)?;
    let relieved = relieve(tx, opened.idea.id, Some(person))?;
    Ok((ownerships::ask(tx, opened.idea.id, &new)?, relieved))
}

/// Whoever has this contact; made, not yet confirmed, when nobody has it. The name that others
/// see is not changed by somebody else's form.
pub(super) fn person_behind(tx: &mut Tx<'_>, email: &EmailAddress, name: &DisplayName) -> Result<PersonId> {
    let person = NewPerson {
        email,
        display_name: name.as_str(),
        organisation: None,
        about: None,
        locale: Locale::default(),
        role: Role::Resident,
        example: false,
        confirmed: false,
    };
    accounts::store::insert(tx, &person)
}
