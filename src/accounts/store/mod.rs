//! SQL of people, their sign-ins and what is mailed to them.

mod addresses;
mod contacts;
mod leave;
mod sessions;
mod tokens;

pub(super) use addresses::{address_change, ask_address, change_address, forget_addresses_of};
pub use addresses::{forget_old_address, old_address, prune_addresses};
pub use contacts::{
    UnreachedRow, count_once, forget_bounces, forget_contacts_of, hold, mark_of, prune_contacts, save_contact,
    unreached,
};
pub(super) use leave::{Taken, forget, take_ideas};
pub use sessions::{
    SignedIn, ToldSession, count_api_tokens, insert_session, is_new_device, prune_sessions, revoke_all_sessions,
    revoke_other_sessions, revoke_session, session_times, signed_in, told_session,
};
pub(super) use tokens::{
    NewToken, count_try, delete_token, delete_tokens, insert_token, newest_when_full, token, use_up,
};

use diesel::prelude::*;

use crate::db::schema::{calls, idea_contacts, idea_notes, ideas, people};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::i18n::{Locale, Wording};
use crate::kernel::{EmailAddress, IdeaId, PersonId};
use crate::policy::Role;

/// A person as the rules need to know him or her.
#[derive(Debug, Clone, Queryable)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Name that others see.
    pub display_name: String,
    /// Role on the site.
    pub role: Role,
    /// Whether suspended.
    pub suspended: bool,
    /// Language for pages and mails.
    pub locale: Locale,
    /// Whether he or she wants mails in easy Swedish.
    pub simple_swedish: bool,
}

impl Person {
    /// How mails to this person are worded.
    #[must_use]
    pub const fn wording(&self) -> Wording {
        Wording::of(self.locale, self.simple_swedish)
    }
}

/// What is needed to make a person.
#[derive(Debug, Clone)]
pub struct NewPerson<'a> {
    /// Contact.
    pub email: &'a EmailAddress,
    /// Name that others see.
    pub display_name: &'a str,
    /// Organisation the person speaks for.
    pub organisation: Option<&'a str>,
    /// One line about the person, for the example town.
    pub about: Option<&'a str>,
    /// Language.
    pub locale: Locale,
    /// Role on the site.
    pub role: Role,
    /// Whether made by the example town.
    pub example: bool,
    /// Whether the contact is known to be right.
    pub confirmed: bool,
}

type PersonColumns =
    (people::id, people::display_name, people::role, people::suspended, people::locale, people::simple_swedish);

const PERSON: PersonColumns =
    (people::id, people::display_name, people::role, people::suspended, people::locale, people::simple_swedish);

/// One person.
///
/// # Errors
/// Not found.
pub fn load(conn: &mut Conn, id: PersonId) -> Result<Person> {
    Ok(people::table.filter(people::id.eq(id)).select(PERSON).first(conn)?)
}

/// The person with this contact, if there is one.
pub fn find_by_email(conn: &mut Conn, email: &EmailAddress) -> Result<Option<Person>> {
    Ok(people::table.filter(people::email_folded.eq(email.folded())).select(PERSON).first(conn).optional()?)
}

/// Makes a person, or gives the one who has this contact already.
pub fn insert(tx: &mut Tx<'_>, new: &NewPerson<'_>) -> Result<PersonId> {
    let now = tx.now;
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(people::table)
            .values((
                people::email.eq(new.email.as_str()),
                people::email_folded.eq(new.email.folded()),
                people::display_name.eq(new.display_name),
                people::organisation.eq(new.organisation),
                people::about.eq(new.about),
                people::locale.eq(new.locale),
                people::role.eq(new.role),
                people::suspended.eq(false),
                people::example.eq(new.example),
                people::created_at.eq(now),
                people::confirmed_at.eq(new.confirmed.then_some(now)),
            ))
            .returning(people::id)
            .get_result(conn)
    })?;
    match inserted {
        Some(id) => Ok(id),
        None => {
            Ok(people::table.filter(people::email_folded.eq(new.email.folded())).select(people::id).first(tx.conn)?)
        }
    }
}

/// Notes that the contact of a person is right.
pub fn confirm(tx: &mut Tx<'_>, id: PersonId) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(id)).filter(people::confirmed_at.is_null()))
        .set(people::confirmed_at.eq(Some(tx.now)))
        .execute(tx.conn)?;
    Ok(())
}

/// Whether a person is of the example town and may be signed in as.
///
/// # Errors
/// Not found for anybody else.
pub fn load_example(conn: &mut Conn, id: PersonId) -> Result<Person> {
    let example = people::table.filter(people::id.eq(id)).filter(people::example.eq(true));
    Ok(example.filter(people::suspended.eq(false)).select(PERSON).first(conn)?)
}

/// Why a person is suspended, in the administrator's words.
pub fn suspension_reason(conn: &mut Conn, id: PersonId) -> Result<Option<String>> {
    Ok(people::table.filter(people::id.eq(id)).select(people::suspension_reason).first(conn)?)
}

/// What a person decides about his or her account.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Name that others see.
    pub display_name: String,
    /// Language for pages and mails.
    pub locale: Locale,
}

/// Writes what a person has decided.
pub fn save_profile(tx: &mut Tx<'_>, id: PersonId, profile: &Profile) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(id)))
        .set((people::display_name.eq(&profile.display_name), people::locale.eq(profile.locale)))
        .execute(tx.conn)?;
    Ok(())
}

/// Gives a person another role than `was`; `false` when the role is another by now or the person
/// has left.
pub fn set_role(tx: &mut Tx<'_>, id: PersonId, was: Role, role: Role) -> Result<bool> {
    let same = people::table.filter(people::id.eq(id)).filter(people::role.eq(was)).filter(people::left_at.is_null());
    Ok(diesel::update(same).set(people::role.eq(role)).execute(tx.conn)? == 1)
}

/// Suspends a person with a reason, or ends it with none; `false` when it was so already or the
/// person has left.
pub fn set_suspension(tx: &mut Tx<'_>, id: PersonId, reason: Option<&str>) -> Result<bool> {
    let suspended = reason.is_some();
    let other = people::table
        .filter(people::id.eq(id))
        .filter(people::suspended.eq(!suspended))
        .filter(people::left_at.is_null());
    let values = (people::suspended.eq(suspended), people::suspension_reason.eq(reason));
    Ok(diesel::update(other).set(values).execute(tx.conn)? == 1)
}

/// Whether there is an administrator who can act.
pub fn has_admin(conn: &mut Conn) -> Result<bool> {
    let acting = people::table.filter(people::role.eq(Role::Admin)).filter(people::suspended.eq(false));
    Ok(diesel::select(diesel::dsl::exists(acting)).get_result(conn)?)
}

/// Counts the administrators who can act, and holds them until the end of the transaction: two
/// administrators who remove each other at the same time take turns here.
pub fn hold_admins(tx: &mut Tx<'_>) -> Result<usize> {
    let acting = people::table.filter(people::role.eq(Role::Admin)).filter(people::suspended.eq(false));
    Ok(diesel::update(acting).set(people::role.eq(Role::Admin)).execute(tx.conn)?)
}

/// Makes a person the author of an idea that has none, and takes the contact that was noted
/// beside it away: it stands with the person now.
pub fn give_authorship(tx: &mut Tx<'_>, idea: IdeaId, person: PersonId) -> Result<()> {
    diesel::update(ideas::table.filter(ideas::id.eq(idea)).filter(ideas::author_id.is_null()))
        .set(ideas::author_id.eq(Some(person)))
        .execute(tx.conn)?;
    diesel::update(idea_notes::table.filter(idea_notes::idea_id.eq(idea)))
        .set(idea_notes::contact_email.eq(None::<String>))
        .execute(tx.conn)?;
    forget_reach(tx, idea)
}

/// Takes away how the author of an idea was reached without e-mail, and what waited to be told so.
pub(in crate::accounts) fn forget_reach(tx: &mut Tx<'_>, idea: IdeaId) -> Result<()> {
    diesel::delete(calls::table.filter(calls::idea_id.eq(idea))).execute(tx.conn)?;
    diesel::delete(idea_contacts::table.filter(idea_contacts::idea_id.eq(idea))).execute(tx.conn)?;
    Ok(())
}

/// Whether there is anybody at all.
pub fn anyone(conn: &mut Conn) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(people::table.filter(people::id.gt(PersonId::new(0))))).get_result(conn)?)
}

/// Whether there is anybody of the example town.
pub fn any_example(conn: &mut Conn) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(people::table.filter(people::example.eq(true)))).get_result(conn)?)
}

/// Lets mails to a person be in easy Swedish, or not.
pub fn set_simple_swedish(tx: &mut Tx<'_>, person: PersonId, wanted: bool) -> Result<()> {
    diesel::update(people::table.filter(people::id.eq(person)))
        .set(people::simple_swedish.eq(wanted))
        .execute(tx.conn)?;
    Ok(())
}
